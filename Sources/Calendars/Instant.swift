public import Documents

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Sendable, Hashable, Comparable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds + duration.milliseconds)
    }
    public static func - (a: Instant, b: Instant) -> Duration { .milliseconds(a.milliseconds - b.milliseconds) }
}

extension Duration {
    /// Whole milliseconds, towards zero.
    public var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}

extension Instant: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// RFC 3339 with a zone: `2026-11-01T08:00:00+08:00`, fractions to the millisecond.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), let day = Day(iso: String(text.prefix(10))) else {
            return nil
        }
        func digits(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count,
                bytes[range].allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
            else { return nil }
            return bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        guard let hour = digits(11..<13), let minute = digits(14..<16), let second = digits(17..<19), hour < 24,
            minute < 60, second < 60, bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
        else { return nil }
        var index = 19
        var fraction = 0
        if bytes[index] == UInt8(ascii: ".") {
            let end =
                bytes[(index + 1)...].firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                ?? bytes.count
            guard end > index + 1, let shown = digits(index + 1..<min(end, index + 4)) else { return nil }
            fraction = shown * [1: 100, 2: 10, 3: 1][min(end - index - 1, 3), default: 1]
            index = end
        }
        let offset: Int
        switch bytes[index...].first {
        case UInt8(ascii: "Z") where index + 1 == bytes.count: offset = 0
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard index + 6 == bytes.count, bytes[index + 3] == UInt8(ascii: ":"),
                let hours = digits(index + 1..<index + 3),
                let minutes = digits(index + 4..<index + 6), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (bytes[index] == UInt8(ascii: "+") ? 1 : -1)
        default: return nil
        }
        let seconds = day.number * 86_400 + hour * 3_600 + minute * 60 + second - offset * 60
        milliseconds = Int64(seconds) * 1_000 + Int64(fraction)
    }

    /// RFC 3339 in UTC, always with milliseconds, so that texts sort as moments do.
    public var description: String {
        let (day, rest) = floorDivide(milliseconds, by: 86_400_000)
        let seconds = rest / 1_000
        return "\(Day(number: day))T\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):"
            + "\(padded(seconds % 60, 2)).\(padded(rest % 1_000, 3))Z"
    }

    public init(from decoder: any Decoder) throws { self = try decoder.lossless() }
    public func encode(to encoder: any Encoder) throws { try encoder.encodeLossless(self) }
}

extension Instant: SchemaDescribed {
    public static var schema: JSON { ["type": "string", "format": "date-time"] }
    public static var plausible: Instant { Instant(milliseconds: 0) }
}

/// Quotient towards minus infinity, and the remainder that is never negative.
func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (Int(quotient - 1), Int(remainder + divisor)) : (Int(quotient), Int(remainder))
}
