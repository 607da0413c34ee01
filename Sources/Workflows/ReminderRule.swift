public import Agreements
public import Calendars
public import Documents

/// When to remind whom while an agreement stays where it is.
public struct ReminderRule: Sendable, Equatable {
    /// Stable inside its workflow: the state and the position in its list.
    public var id: String
    public var timing: Timing
    public var to: Recipients
    /// What to say; nil for the general sentence.
    public var say: Bilingual?
    /// What happens to a date that falls on a closed day.
    public var shift: Shift
    /// Where this is so, nobody is reminded.
    public var unless: Guard?

    public enum Timing: Sendable, Equatable {
        case at([Offset])
        case every(Span, after: Offset, max: Int)
        case on([MonthDay])
    }

    public enum Recipients: Sendable, Equatable {
        case waitingOn
        case roles([Role])
    }
}

/// A reminder on fixed dates in whole phases, such as the ladder from August to December for next year's paper.
public struct PhaseReminder: Sendable, Equatable {
    public var rule: ReminderRule
    public var phases: [Phase]
}

/// A step of a state's escalation ladder: whom to tell when those who were asked before have not acted.
public struct EscalationStep: Sendable, Equatable {
    /// Stable inside its workflow: `review/escalate/0`, the state and the position in its ladder.
    public var id: String
    public var trigger: Trigger
    public var to: [Role]
    /// What to say; nil for the general sentence.
    public var say: Bilingual?
    /// What happens to a date that falls on a closed day.
    public var shift: Shift
    /// Where this is so, nobody is told.
    public var unless: Guard?

    public enum Trigger: Sendable, Equatable {
        /// So long after a deadline, or after the day of an acknowledgement that came later than the deadline.
        case after(Offset)
        /// The working day after so many reminders to the state's own offices that nobody has acknowledged.
        case unanswered(Int)
    }
}

/// A day counted from a deadline: `sla`, `sla-5 kerja`, `H-30`, `H+1`.
public struct Offset: Sendable, Equatable {
    public enum Anchor: String, Sendable, Equatable, CaseIterable {
        /// The end of the state's SLA.
        case sla
        /// The date at which the state ends by itself.
        case end = "H"
    }

    public var anchor: Anchor
    public var span: Span

    /// A bare number after `H` counts calendar days.
    public init?(_ text: String) {
        guard let anchor = Anchor.allCases.first(where: { text.hasPrefix($0.rawValue) }) else { return nil }
        self.anchor = anchor
        let rest = text.dropFirst(anchor.rawValue.count)
        if rest.isEmpty {
            span = Span(0, .hari)
            return
        }
        guard let sign = rest.first, sign == "-" || sign == "+", let first = rest.dropFirst().first, first.isNumber
        else {
            return nil
        }
        let length = String(rest.dropFirst())
        guard let span = Span(length) ?? (anchor == .end ? Span(length + " hari") : nil) else { return nil }
        self.span = sign == "-" ? -span : span
    }
}

/// A day of any year: `12-31`.
public struct MonthDay: Sendable, Equatable, LosslessStringConvertible {
    public var month: Int
    public var day: Int

    public init?(_ text: String) {
        // Read in a leap year, so that 29 February can be written.
        guard text.utf8.count == 5, let day = Day("2024-" + text) else { return nil }
        month = day.month.number
        self.day = day.dayOfMonth
    }

    public var description: String { String("\(day(in: 2024) ?? Day(number: 0))".dropFirst(5)) }

    /// nil for 29 February in other years.
    public func day(in year: Int) -> Day? { Day(year: year, month: month, day: day) }
}
