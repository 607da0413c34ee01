/// Eid and other feasts of the moon are written down before they are decreed, and may still move by a day.
extension WorkingCalendar {
    /// The same calendar, on which the days off whose date is only estimated are open.
    public var withoutEstimates: WorkingCalendar {
        var calendar = self
        calendar.countsEstimates = false
        return calendar
    }

    /// Whether a day from Monday to Friday is off by an estimate only.
    public func isEstimate(_ day: Day) -> Bool { holidays.hasEstimate(in: day...day) }

    /// Whether something would be counted otherwise, were the days off whose date is only estimated open.
    ///
    /// - Parameters:
    ///   - days: all the days that are looked at on this calendar; without an estimate among them nothing is counted anew.
    ///   - count: counts on the calendar that it is given.
    public func restsOnEstimate<Counted: Equatable>(
        _ days: ClosedRange<Day>, _ count: (WorkingCalendar) -> Counted
    ) -> Bool {
        holidays.hasEstimate(in: days) && count(self) != count(withoutEstimates)
    }
}
