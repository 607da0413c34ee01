/// What a stranger wrote, made fit for a sentence in a log: short, on one line, nothing that is not seen.
public struct Quoted: Sendable, Equatable, CustomStringConvertible {
    private static let charactersMax = 200
    public let description: String

    init(_ text: String) {
        let seen = text.unicodeScalars.prefix(Quoted.charactersMax).map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: "�"
            default: scalar
            }
        }
        description = String(String.UnicodeScalarView(seen)) + (text.unicodeScalars.count > seen.count ? "…" : "")
    }
}
