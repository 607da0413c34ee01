public import Agreements
public import Calendars
public import Documents

/// Recorded histories, run against a proposed file: which steps it would have refused, which reminders would differ.
public struct Replay: Sendable {
    /// A step that was taken and that the proposed file would not have let happen.
    public struct Refusal: Sendable, Equatable {
        /// The coordinator's reference, or the id.
        public var agreement: String
        public var transition: String
        public var on: Day
        public var by: Actor
        public var why: [Bilingual]
    }

    /// Reminders that came, or would have come, while papers stood where they stood.
    public struct Reminders: Sendable, Equatable {
        public var same = 0
        public var moved = 0
        public var dropped = 0
        public var added = 0
    }

    public private(set) var agreements = 0
    public private(set) var steps = 0
    public private(set) var refusals: [Refusal] = []
    public private(set) var reminders = Reminders()

    private let proposed: Workflow
    private let calendar: WorkingCalendar
    private let rates: Rates

    public init(of proposed: Workflow, calendar: WorkingCalendar, rates: Rates) {
        self.proposed = proposed
        self.calendar = calendar
        self.rates = rates
    }

    /// Runs one agreement's history.
    ///
    /// - Parameters:
    ///   - workflow: the rules by which it was made.
    ///   - now: reminders up to this moment count.
    public mutating func run(_ history: [Event], of workflow: Workflow, zone: Zone, until now: Instant) {
        var record: Agreement?
        for (index, event) in history.enumerated() {
            if let before = record, case .stateChanged(let change) = event.data {
                examine(change, event, before, zone: zone)
            }
            if record == nil { record = Agreement(folding: [event]) } else { record?.apply(event) }
            guard let record else { return }
            let end = history.indices.contains(index + 1) ? history[index + 1].recordedAt : now
            compare(record, workflow, zone: zone, from: event.recordedAt, until: end)
        }
        agreements += 1
    }

    private mutating func examine(_ change: StateChange, _ event: Event, _ before: Agreement, zone: Zone) {
        steps += 1
        let facts = Facts(
            agreement: before, today: zone.day(at: event.recordedAt), calendar: calendar, rates: rates)
        let why = objections(to: change, by: event.actor, facts)
        guard !why.isEmpty else { return }
        refusals.append(
            Refusal(
                agreement: before.ref ?? before.id.rawValue, transition: change.transition, on: event.effectiveOn,
                by: event.actor, why: why))
    }

    private func objections(to change: StateChange, by actor: Actor, _ facts: Facts) -> [Bilingual] {
        guard let transition = proposed.transition(change.transition) else {
            return [
                Bilingual(
                    id: "transisi '\(change.transition)' tidak ada lagi",
                    en: "the transition '\(change.transition)' no longer exists")
            ]
        }
        var why: [Bilingual] = []
        // A state that only has a new id is still the same state.
        let from = proposed.successor(of: change.from)?.id ?? change.from
        if !transition.from.contains(from) {
            why.append(
                Bilingual(
                    id: "tidak lagi dari '\(change.from)'", en: "no longer leads from '\(change.from)'"))
        }
        if transition.to != proposed.successor(of: change.to)?.id ?? change.to {
            why.append(Bilingual(id: "kini menuju '\(transition.to)'", en: "now leads to '\(transition.to)'"))
        }
        if transition.isAutomatic ? actor.role != .system : !transition.allows(actor.role) {
            let roles = transition.by.map(\.rawValue).joined(separator: ", ")
            why.append(Bilingual(id: "kini dilakukan oleh \(roles)", en: "now taken by \(roles)"))
        }
        return why + transition.assess(facts, actor: actor).filter { !$0.isSatisfied }.map(\.say)
    }

    private mutating func compare(
        _ record: Agreement, _ workflow: Workflow, zone: Zone, from: Instant, until: Instant
    ) {
        let facts = Facts(agreement: record, today: zone.day(at: from), calendar: calendar, rates: rates)
        func fired(_ workflow: Workflow) -> [String: Instant] {
            var facts = facts
            let state = workflow.successor(of: record.state)?.id ?? record.state
            facts.agreement.state = state
            let plan = workflow.plan(facts, zone: zone).filter {
                $0.recipient != .system && $0.dueAt > from && $0.dueAt <= until
            }
            // A rule of a state is named after it; a state that was renamed keeps its rules.
            return Dictionary(
                plan.map { reminder in
                    let isOfState = reminder.key.hasPrefix(state + "/")
                    return (
                        isOfState ? record.state + reminder.key.dropFirst(state.count) : reminder.key, reminder.dueAt
                    )
                }
            ) { first, _ in first }
        }
        let (before, after) = (fired(workflow), fired(proposed))
        for (key, at) in before {
            switch after[key] {
            case at: reminders.same += 1
            case nil: reminders.dropped += 1
            default: reminders.moved += 1
            }
        }
        reminders.added += after.keys.count { before[$0] == nil }
    }
}
