public import Calendars

/// What somebody supposes instead of what is on record. Nothing of it is stored.
public struct WhatIf: Sendable, Equatable {
    /// So many heads in each of the months supposed.
    public var people: Int64?
    /// Rupiah a head-month, whatever the segment.
    public var rate: Int64?
    /// The first month with members.
    public var from: Month?
    /// For how many months there are members, from ``from`` or January.
    public var months: Int?
    /// Rupiah that are there, instead of the funding lines.
    public var amount: Int64?

    public init(
        people: Int64? = nil, rate: Int64? = nil, from: Month? = nil, months: Int? = nil, amount: Int64? = nil
    ) {
        self.people = people
        self.rate = rate
        self.from = from
        self.months = months
        self.amount = amount
    }

    func includes(_ month: Month) -> Bool {
        let first = from ?? Month(year: month.year, month: 1)
        return first <= month && (months.map { month - first < $0 } ?? true)
    }
}
