public import Agreements
public import Calendars

/// How far the paper is that follows another.
public enum Succession: String, Sendable, CaseIterable {
    case none, started, signed
}

/// Everything that a requirement or a reminder may look at. Nothing here asks for the time.
public struct Facts: Sendable {
    public var agreement: Agreement
    /// The bill or funding line in question; nil for the agreement itself.
    public var part: Agreement.Part?
    /// The date in the agreement's region.
    public var today: Day
    public var calendar: WorkingCalendar
    public var rates: Rates
    /// Whether a paper follows this one; nil where that is not known, as when reminders are planned.
    public var successor: Succession?

    public init(
        agreement: Agreement, part: Agreement.Part? = nil, today: Day, calendar: WorkingCalendar, rates: Rates
    ) {
        self.agreement = agreement
        self.part = part
        self.today = today
        self.calendar = calendar
        self.rates = rates
    }

    /// The state of what is in question.
    public var state: String { part.flatMap { agreement.state(of: $0) } ?? agreement.state }

    public var course: Agreement.Course { agreement.course(of: part) }

    /// A date by its name in the file: of the part, of the term, or a date field.
    public func day(_ name: String) -> Day? {
        if name == "due_on", case .bill(let month) = part { return agreement.bill(of: month)?.dueOn }
        return agreement.day(name)
    }
}
