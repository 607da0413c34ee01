/// The days of the years 1 to 9999, the only ones that four digits can write.
private let writableDays = -719_162...2_932_896

extension Day {
    /// A value of the type `DATE` (RFC 5545, section 3.3.4): `20261231`.
    /// - Returns: nil for a day outside the years 1 to 9999.
    var asICalendarDate: String? {
        // Asked first: to reckon the year of a day at the ends of `Int` would overflow.
        guard writableDays.contains(number) else { return nil }
        return padded(year, 4) + padded(month.number, 2) + padded(dayOfMonth, 2)
    }
}

extension Instant {
    /// A value of the type `DATE-TIME` in UTC (RFC 5545, section 3.3.5): `20261231T235959Z`. A moment outside the years 1 to
    /// 9999 becomes the nearest one inside: it tells revisions apart, and nobody's deadline hangs on it.
    var asICalendarDateTime: String {
        let (first, last) = (Int64(writableDays.lowerBound), Int64(writableDays.upperBound))
        let inside = min(max(first * 86_400_000, milliseconds), last * 86_400_000 + 86_399_999)
        let (number, rest) = floorDivide(inside, by: 86_400_000)
        let day = Day(number: number)
        let seconds = rest / 1_000
        let date = padded(day.year, 4) + padded(day.month.number, 2) + padded(day.dayOfMonth, 2)
        return "\(date)T\(padded(seconds / 3_600, 2))\(padded(seconds / 60 % 60, 2))\(padded(seconds % 60, 2))Z"
    }
}
