public import Agreements
public import Calendars
import Documents

/// A paper on a clock of its own: somebody takes transitions, days pass, reminders come. Nobody's record changes.
public struct DryRun: Sendable {
    public let workflow: Workflow
    public private(set) var facts: Facts
    private let zone: Zone
    private var now: Instant
    private var told: Set<String> = []

    /// Begins in the morning of the facts' day.
    public init(_ workflow: Workflow, _ facts: Facts, zone: Zone = .wib) {
        self.workflow = workflow
        self.facts = facts
        self.zone = zone
        now = zone.instant(of: facts.today)
    }

    public var isOver: Bool { workflow.state(facts.state)?.isFinal ?? true }

    /// Takes a transition, then the automatic ones that it opens.
    ///
    /// - Returns: what stands in the way; the paper has moved where nothing does.
    public mutating func take(_ transition: Workflow.Transition, by role: Role) -> [Assessment] {
        let actor = Actor(name: role.rawValue, role: role)
        let open = transition.assess(facts, actor: actor).filter { !$0.isSatisfied }
        guard open.isEmpty else { return open }
        move(transition, by: actor)
        settle()
        return []
    }

    /// Somebody says that they are on it.
    mutating func acknowledge(by role: Role) {
        apply(
            .reminderAcknowledged(
                AcknowledgingAct(reminderID: "", rule: "", recipient: role, part: facts.part?.key)),
            by: Actor(name: role.rawValue, role: role))
    }

    /// Goes on as if everything that a transition requires were there.
    public mutating func force(_ transition: Workflow.Transition) {
        move(transition, by: Actor(name: transition.by.first?.rawValue ?? "", role: transition.by.first ?? .system))
    }

    /// Takes the automatic transitions that are open; each state is entered once.
    public mutating func settle() {
        var entered: Set<String> = [facts.state]
        while let transition = workflow.transitions(from: facts.state).first(where: {
            $0.isAutomatic && $0.isOpen(facts)
        }),
            entered.insert(transition.to).inserted
        {
            move(transition, by: .system)
        }
    }

    /// Lets days pass up to and including one, and tells of each reminder as it comes.
    public mutating func pass(until end: Day, _ tell: (PlannedReminder) -> Void) {
        while !stay(until: end, tell) {}
    }

    /// Lets days pass up to and including one, or until the paper moves by itself.
    ///
    /// - Returns: whether all the days have passed.
    mutating func stay(until end: Day, _ tell: (PlannedReminder) -> Void) -> Bool {
        let moves = facts.course.moves.count
        let limit = zone.instant(of: end + 1)
        while let next = workflow.plan(facts, zone: zone).first(where: {
            $0.dueAt >= now && $0.dueAt < limit && !told.contains($0.key)
        }) {
            told.insert(next.key)
            now = next.dueAt
            facts.today = zone.day(at: now)
            if next.recipient == .system { settle() } else { tell(next) }
            if facts.course.moves.count > moves { return false }
        }
        facts.today = end
        now = zone.instant(of: end)
        settle()
        return true
    }

    private mutating func move(_ transition: Workflow.Transition, by actor: Actor) {
        guard let target = workflow.state(transition.to) else { return }
        let data: EventData
        switch facts.part {
        case nil:
            data = .stateChanged(
                StateChange(transition: transition.name, from: facts.state, to: target.id, phase: target.phase))
        case .bill(let month):
            let bill = facts.agreement.bill(of: month)
            data = .billStageChanged(
                BillMove(
                    month: month, transition: transition.name, from: facts.state, to: target.id,
                    paid: (target.id == "paid" ? bill?.amount : bill?.paid) ?? 0))
        case .funding(let key):
            guard var line = facts.agreement.fundingLine(key), let stage = FundingStage(rawValue: target.id) else {
                return
            }
            let from = line.stage
            line.stage = stage
            data = .fundingStageChanged(FundingMove(line: line, from: from, transition: transition.name))
        }
        apply(data, by: actor)
    }

    private mutating func apply(_ data: EventData, by actor: Actor) {
        facts.agreement.apply(
            Event(
                id: .init(rawValue: ""), subject: .agreement(facts.agreement.id), version: facts.agreement.version + 1,
                recordedAt: now, effectiveOn: facts.today, actor: actor, data: data))
    }
}
