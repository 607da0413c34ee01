/// What a stranger wrote, made fit for a sentence in a log: short, on one line, nothing that is not seen.
public struct Quoted: Sendable, Equatable, CustomStringConvertible {
    public let description: String

    /// - Parameter length: of how many Unicode scalars more than an ellipsis is left.
    public init(_ text: String, upTo length: Int = 200) {
        let seen = text.unicodeScalars.prefix(length).map { $0.isUnseen ? "�" : $0 }
        description = String(String.UnicodeScalarView(seen)) + (text.unicodeScalars.count > seen.count ? "…" : "")
    }
}

extension Unicode.Scalar {
    /// Whether it controls a terminal, ends a line, or shows as nothing, as those do that turn the direction of reading.
    public var isUnseen: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
