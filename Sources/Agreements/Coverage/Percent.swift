public import Documents

/// A share in hundredths of a percent, so that 80.62 % is exact and nothing is reckoned in fractions.
public struct Percent: Sendable, Hashable, Comparable {
    public var hundredths: Int64

    public init(hundredths: Int64) { self.hundredths = hundredths }

    /// A part of a whole, rounded half up; more than 100 % where the part is larger. nil of nothing.
    public init?(_ part: Int64, of whole: Int64) {
        guard part >= 0, whole > 0 else { return nil }
        hundredths = Int64(clamping: (Int128(part) * 20_000 + Int128(whole)) / (2 * Int128(whole)))
    }

    /// The nearest to a figure that somebody printed.
    public init?(_ printed: Double) {
        guard printed.isFinite, (0...100_000).contains(printed) else { return nil }
        hundredths = Int64((printed * 100).rounded())
    }

    /// `98`, `80.62`: at most two digits behind the point.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
            let whole = Int64(parts[0]), whole <= 100_000
        else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : "0"
        guard fraction.count <= 2, let hundredths = Int64(fraction.count == 1 ? fraction + "0" : fraction) else {
            return nil
        }
        self.hundredths = whole * 100 + hundredths
    }

    /// This share of a number, rounded half up.
    public func of(_ whole: Int64) -> Int64 {
        Int64(clamping: (Int128(whole) * Int128(hundredths) + 5_000) / 10_000)
    }

    /// The smallest part of a whole that reaches this share.
    public func reached(in whole: Int64) -> Int64 {
        Int64(clamping: (Int128(whole) * Int128(hundredths) + 9_999) / 10_000)
    }

    public static func < (a: Self, b: Self) -> Bool { a.hundredths < b.hundredths }

    /// `80.62`, without zeros at the end.
    public var english: String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        return rest.isMultiple(of: 10) ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `80,62`.
    public var indonesian: String { english.replacing(".", with: ",") }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

/// A number in JSON, such as 80.62.
extension Percent: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let percent = Percent(try container.decode(Double.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no percentage")
        }
        self = percent
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Double(hundredths) / 100)
    }
}

extension Percent: SchemaDescribed {
    public static var schema: JSON { ["type": "number", "minimum": 0] }
    public static var plausible: Percent { Percent(hundredths: 0) }
}
