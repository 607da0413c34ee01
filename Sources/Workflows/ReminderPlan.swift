public import Agreements
public import Calendars
public import Documents

/// One reminder that an agreement calls for as it stands now.
public struct PlannedReminder: Sendable, Equatable {
    /// Which reminder this is among all of its agreement, whatever day it moves to: deadline, rule, occurrence, recipient.
    public var key: String
    public var rule: String
    public var dueAt: Instant
    /// The deadline it serves.
    public var deadline: Day?
    /// Which deadline it serves, the same on whatever day that falls; nil for timers.
    public var deadlineID: String?
    /// `system` for a date at which the daemon itself looks again, because an automatic transition waits for it.
    public var recipient: Role
    public var state: String
    public var say: Bilingual
    /// The offices that were asked before and have not answered, where this goes to the next one. Empty for others.
    public var insteadOf: [Role]
    /// Its day rests on a holiday whose date is not decreed yet.
    public var isEstimated: Bool
    /// Whether it still holds depends on what is known only when its time comes; the plan is asked once more then.
    public var isConditional: Bool

    public init(
        key: String, rule: String, dueAt: Instant, deadline: Day?, deadlineID: String? = nil, recipient: Role,
        state: String, say: Bilingual, insteadOf: [Role] = [], isEstimated: Bool = false, isConditional: Bool = false
    ) {
        self.key = key
        self.rule = rule
        self.dueAt = dueAt
        self.deadline = deadline
        self.deadlineID = deadlineID
        self.recipient = recipient
        self.state = state
        self.say = say
        self.insteadOf = insteadOf
        self.isEstimated = isEstimated
        self.isConditional = isConditional
    }
}

extension Workflow {
    /// Offices open at this hour, local time; reminders arrive then.
    public static let reminderHour = 8
    private static let ladderDays = 400

    /// All reminders of an agreement in its present state, past and to come, in order of time.
    ///
    /// Pure: the same record on the same day always gives the same plan.
    public func plan(_ facts: Facts, zone: Zone) -> [PlannedReminder] {
        guard let state = state(facts.state), !state.isFinal else { return [] }
        // A step of the ladder is the same reminder in whatever state of its phases the paper is; a state's own reminders
        // begin anew each time the state is entered.
        let entry = "/\(facts.course.moves.count)"
        let own = state.reminders.filter { !$0.timing.isYearly || !facts.isTermOver }
        let steps = facts.isTermOver ? [] : ladder.filter { $0.phases.contains(state.phase) }.map(\.rule)
        let reminders =
            own.flatMap { plan($0, entry: entry, in: state, facts, zone: zone) }
            + steps.flatMap { plan($0, entry: "", in: state, facts, zone: zone) }
        return (reminders + timers(in: state, facts, zone: zone)).sorted { ($0.dueAt, $0.key) < ($1.dueAt, $1.key) }
    }

    /// The last day that the state should see: the end of its SLA or the date that ends it.
    public func deadline(of state: State, _ facts: Facts) -> Day? {
        anchor(.sla, in: state, facts) ?? anchor(.end, in: state, facts)
    }

    private func anchor(_ anchor: Offset.Anchor, in state: State, _ facts: Facts) -> Day? {
        switch anchor {
        case .sla: state.sla.map { facts.calendar.adding($0, to: facts.course.entered.on) }
        case .end: state.until.flatMap { facts.day($0) }
        }
    }

    private func plan(
        _ rule: ReminderRule, entry: String, in state: State, _ facts: Facts, zone: Zone
    ) -> [PlannedReminder] {
        let calendar = facts.calendar
        var days: [(occurrence: String, day: Day, deadline: Day?)] = []
        switch rule.timing {
        case .at(let offsets):
            for (index, offset) in offsets.enumerated() {
                guard let deadline = anchor(offset.anchor, in: state, facts) else { continue }
                days.append((String(index), calendar.adding(offset.span, to: deadline), deadline))
            }
        case .every(let span, let offset, let max):
            guard let deadline = anchor(offset.anchor, in: state, facts) else { break }
            let start = calendar.adding(offset.span, to: deadline)
            for index in 1...max {
                let step = Span(span.count * index, span.unit)
                days.append((String(index), calendar.adding(step, to: start), deadline))
            }
        case .on(let dates):
            let first = entry.isEmpty ? zone.day(at: facts.agreement.createdAt) : facts.course.entered.on
            let window = first...(Swift.max(first, facts.today) + Workflow.ladderDays)
            for year in window.lowerBound.year...window.upperBound.year {
                for date in dates {
                    guard let day = date.day(in: year), window.contains(day) else { continue }
                    days.append(("\(year)-\(date)", day, day))
                }
            }
        }
        let recipients: [Role] =
            switch rule.to {
            case .waitingOn: state.waitingOn
            case .roles(let roles): roles
            }
        return days.flatMap { occurrence, day, deadline in
            recipients.map { recipient in
                PlannedReminder(
                    key: "\(rule.id)\(entry)/\(occurrence)/\(recipient.rawValue)", rule: rule.id,
                    dueAt: zone.instant(of: calendar.shift(day, rule.shift), hour: Workflow.reminderHour),
                    deadline: deadline, recipient: recipient, state: state.id,
                    say: rule.say ?? generalSentence(facts.agreement, state, deadline))
            }
        }
    }

    private func generalSentence(_ agreement: Agreement, _ state: State, _ deadline: Day?) -> Bilingual {
        Bilingual(
            id: "\(agreement.title): tahap \(state.label.id)" + (deadline.map { ", tenggat \($0.indonesian)" } ?? ""),
            en: "\(agreement.title): stage \(state.label.en)" + (deadline.map { ", due \($0)" } ?? ""))
    }

    private func timers(in state: State, _ facts: Facts, zone: Zone) -> [PlannedReminder] {
        transitions(from: state.id).filter(\.isAutomatic).flatMap { transition in
            func timer(_ name: String, _ day: Day) -> PlannedReminder {
                PlannedReminder(
                    key: "timer/\(transition.name)/\(name)/\(facts.course.moves.count)/\(day)",
                    rule: "transition/\(transition.name)", dueAt: zone.instant(of: day), deadline: day,
                    recipient: .system, state: state.id, say: transition.label)
            }
            // Nobody has touched the record since other rules opened the way.
            if transition.isOpen(facts) { return [timer("open", facts.today)] }
            return transition.requirements.enumerated().compactMap { index, requirement in
                guard let day = requirement.check.turningDay(facts), day > facts.today else { return nil }
                return timer("\(index)", day)
            }
        }
    }
}

extension ReminderRule.Timing {
    /// Fixed dates come again every year.
    fileprivate var isYearly: Bool { if case .on = self { true } else { false } }
}

extension Facts {
    /// The paper's time has passed: its term, or without one the last year with money or members. What comes again every
    /// year is for papers that still matter; what is left to do with an old one has its own SLA.
    fileprivate var isTermOver: Bool {
        if case .funding(let key) = part {
            return agreement.fundingLine(key).map { $0.fiscalYear < today.year } ?? true
        }
        if let end = agreement.validUntil { return end < today }
        return agreement.fiscalYears.last.map { $0 < today.year } ?? false
    }
}
