/// A length of time of at most 292 years either way, to the nanosecond (`google.protobuf.Duration`).
public struct TimeSpan: Sendable, Hashable, Comparable {
    public let nanoseconds: Int64

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Whole seconds, towards zero.
    public var seconds: Int64 { nanoseconds / 1_000_000_000 }

    public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.nanoseconds < b.nanoseconds }
}

extension TimeSpan: LosslessStringConvertible {
    /// Numbers with units, with one sign before them all: `1.5h`, `-90s`, `1m30s`, `250ms`, `7us`, `1ns`, and `0`.
    ///
    /// - Returns: nil for any other text and for a span that is too long.
    public init?(_ text: String) {
        var reader = DigitReader(text)
        let isNegative = reader.take("-")
        if !isNegative { _ = reader.take("+") }
        // Summed below zero, where there is room for one more.
        var sum: Int64 = 0
        repeat {
            guard let (whole, billionths) = reader.number() else { return nil }
            if whole == 0, billionths == 0, reader.isAtEnd, sum == 0 { break }
            guard let unit = reader.unit() else { return nil }
            let (part, tooLong) = whole.multipliedReportingOverflow(by: unit)
            let rest = unit < 1_000_000_000 ? billionths * unit / 1_000_000_000 : billionths * (unit / 1_000_000_000)
            let (partial, tooMuch) = sum.subtractingReportingOverflow(part)
            let (total, tooMany) = partial.subtractingReportingOverflow(rest)
            guard !tooLong, !tooMuch, !tooMany else { return nil }
            sum = total
        } while !reader.isAtEnd
        guard isNegative || sum > .min else { return nil }
        self.init(nanoseconds: isNegative ? sum : -sum)
    }

    /// Seconds, with as many digits of a fraction as there are: `-1.5s`.
    public var description: String {
        let (seconds, fraction) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
        return "\(nanoseconds < 0 ? "-" : "")\(seconds)\(fractionText(Int64(fraction)))s"
    }
}

extension DigitReader {
    /// `12`, `1.5` or `.5`, as whole and billionths.
    fileprivate mutating func number() -> (whole: Int64, billionths: Int64)? {
        var whole: Int64?
        while let digit = digit() {
            let (scaled, tooLarge) = (whole ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, tooMany) = scaled.addingReportingOverflow(digit)
            guard !tooLarge, !tooMany else { return nil }
            whole = sum
        }
        guard take(".") else { return whole.map { ($0, 0) } }
        guard let billionths = fraction() else { return whole.map { ($0, 0) } }
        return (whole ?? 0, billionths)
    }

    /// How many nanoseconds the unit that comes next has.
    fileprivate mutating func unit() -> Int64? {
        if take("h") { return 3_600_000_000_000 }
        if take("m") { return take("s") ? 1_000_000 : 60_000_000_000 }
        if take("s") { return 1_000_000_000 }
        if take("n") { return take("s") ? 1 : nil }
        if take("u") { return take("s") ? 1_000 : nil }
        return nil
    }
}
