/// Counts working days (*hari kerja*): Monday to Friday without holidays and joint leave.
public struct WorkingCalendar: Sendable, Equatable {
    public let holidays: Holidays
    /// Whether days off count whose date is not decreed yet.
    var countsEstimates = true

    public init(holidays: Holidays) {
        self.holidays = holidays
    }

    public func isWorkingDay(_ day: Day) -> Bool {
        guard !day.isWeekend else { return false }
        guard let holiday = holidays[day] else { return true }
        return holiday.isEstimated && !countsEstimates
    }

    /// The day that many working days after (or, if negative, before) a day. Zero is the day itself, open or closed.
    public func adding(workingDays count: Int, to day: Day) -> Day {
        var day = day
        var left = abs(count)
        while left > 0 {
            day = day + count.signum()
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// Working days after `start` up to and including `end`; negative if `end` comes first.
    public func workingDays(from start: Day, to end: Day) -> Int {
        guard start <= end else { return -workingDays(from: end, to: start) }
        return (start.number..<end.number).count { isWorkingDay(Day(number: $0 + 1)) }
    }

    /// The nearest open day, where a day is closed.
    public func shift(_ day: Day, _ shift: Shift) -> Day {
        switch shift {
        case .none: return day
        case .before: return isWorkingDay(day) ? day : adding(workingDays: -1, to: day)
        case .after: return isWorkingDay(day) ? day : adding(workingDays: 1, to: day)
        }
    }
}

/// What happens to a date that falls on a closed day.
public enum Shift: String, Sendable, Codable, CaseIterable {
    case before, after, none
}
