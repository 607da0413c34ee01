public import Agreements
public import Calendars

/// Everything that a requirement or a reminder may look at. Nothing here asks for the time.
public struct Facts: Sendable {
    public var agreement: Agreement
    /// The bill or funding line in question; nil for the agreement itself.
    public var part: Agreement.Part?
    /// The date in the agreement's region.
    public var today: Day
    public var calendar: WorkingCalendar
    public var rates: Rates
    /// How far the paper is that renews this one; nil where nobody has looked, as at planning.
    public var successor: Succession?

    /// What stands ready for the time after a paper.
    public enum Succession: String, Sendable, CaseIterable {
        /// No paper renews it.
        case none
        /// One does, and somebody has still to sign it.
        case started
        /// Everybody has signed the one that renews it.
        case signed
    }

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
