/// A moment of the years 1 to 9999, to the nanosecond (`google.protobuf.Timestamp`).
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Whole seconds since 1970-01-01T00:00:00Z, towards the past.
    public let seconds: Int64
    /// 0 to 999,999,999, always towards the future.
    public let nanoseconds: Int32

    static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// - Returns: nil outside the years 1 to 9999.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Timestamp.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    public static func < (a: Timestamp, b: Timestamp) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }

    /// - Returns: nil outside the years 1 to 9999.
    public func adding(_ span: TimeSpan) -> Timestamp? { moved(by: span, sign: 1) }

    /// - Returns: nil outside the years 1 to 9999.
    public func subtracting(_ span: TimeSpan) -> Timestamp? { moved(by: span, sign: -1) }

    private func moved(by span: TimeSpan, sign: Int64) -> Timestamp? {
        // Nothing overflows, not even for the longest span, because its parts are small.
        let (whole, rest) = span.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let (carry, nanoseconds) = floorDivide(Int64(nanoseconds) + sign * rest, by: 1_000_000_000)
        return Timestamp(seconds: seconds + sign * whole + carry, nanoseconds: Int32(nanoseconds))
    }

    /// - Returns: nil for more than 292 years, which no span can hold.
    public func since(_ earlier: Timestamp) -> TimeSpan? {
        let (nanoseconds, overflow) = (seconds - earlier.seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflowToo) = nanoseconds.addingReportingOverflow(Int64(self.nanoseconds - earlier.nanoseconds))
        return overflow || overflowToo ? nil : TimeSpan(nanoseconds: sum)
    }
}

/// Quotient towards minus infinity, and the remainder that is never negative.
func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}
