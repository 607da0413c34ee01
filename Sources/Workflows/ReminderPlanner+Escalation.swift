import Agreements
import Calendars
import Documents

extension ReminderPlanner {
    /// What goes to the next offices while those before them do not act.
    ///
    /// - Parameter calls: those of the state's own rules for the offices that it waits for.
    func escalations(after calls: [Call]) -> [PlannedReminder] {
        guard !state.escalation.isEmpty else { return [] }
        let acknowledged = facts.agreement.acknowledgement(of: facts.part)?.on
        var asked: [(roles: [Role], on: Day?)] = [(state.waitingOn, nil)]
        return state.escalation.flatMap { step -> [PlannedReminder] in
            guard let occasion = occasion(of: step, calls, acknowledged) else { return [] }
            // A step further up may still come later, where the deadlines lie so.
            let before = asked.filter { asked in asked.on.map { $0 <= occasion.counted.day } ?? true }.map(\.roles)
            asked.append((step.to, occasion.counted.day))
            return step.to.map { recipient in
                let insteadOf = insteadOf(recipient, step, before)
                return PlannedReminder(
                    key: "\(step.id)/\(moves)/\(acknowledged?.description ?? "-")/\(recipient.rawValue)",
                    rule: step.id, dueAt: zone.instant(of: occasion.counted.day, hour: Workflow.reminderHour),
                    deadline: occasion.counted.deadline, deadlineID: occasion.deadlineID, recipient: recipient,
                    state: state.id, say: step.say ?? generalSentence(step, occasion.counted, insteadOf),
                    insteadOf: insteadOf, isEstimated: occasion.isEstimated, isConditional: occasion.isConditional)
            }
        }
    }

    /// When a step comes, and why then.
    private struct Occasion {
        var counted: Counted
        var deadlineID: String
        var isEstimated = false
        var isConditional: Bool
    }

    private func occasion(of step: EscalationStep, _ calls: [Call], _ acknowledged: Day?) -> Occasion? {
        guard var occasion = unchecked(step, calls, acknowledged),
            let isConditional = isConditional(step.unless, on: occasion.counted.day)
        else { return nil }
        occasion.isConditional = occasion.isConditional || isConditional
        occasion.isEstimated = isEstimated(occasion.counted) { planner in
            // Where the rules' own reminders are not counted, they need not be made anew.
            let calls = step.isCounting ? planner.callsForOffice : []
            return planner.unchecked(step, calls, acknowledged)?.counted
        }
        return occasion
    }

    private func unchecked(_ step: EscalationStep, _ calls: [Call], _ acknowledged: Day?) -> Occasion? {
        let occasion: Occasion? =
            switch step.trigger {
            case .after(let offset):
                counted([offset.span], after: offset.anchor, notBefore: acknowledged, step.shift).map {
                    Occasion(counted: $0, deadlineID: deadlineID(offset.anchor), isConditional: false)
                }
            case .unanswered(let count): unanswered(count, calls, acknowledged)
            }
        // What would have come by then has been answered.
        guard let occasion, acknowledged.map({ occasion.counted.day > $0 }) ?? true else { return nil }
        return occasion
    }

    private var callsForOffice: [Call] {
        state.reminders.filter { $0.reachesOffice(of: state) }.flatMap { calls(of: $0) }
    }

    private func unanswered(_ count: Int, _ calls: [Call], _ acknowledged: Day?) -> Occasion? {
        let open = calls.filter { call in acknowledged.map { call.counted.day > $0 } ?? true }
        let days = Set(open.map(\.counted.day)).sorted()
        guard days.count >= count, let last = open.first(where: { $0.counted.day == days[count - 1] }) else {
            return nil
        }
        // Of one day one reminder is enough.
        let certain = Set(open.lazy.filter { !$0.isConditional }.map(\.counted.day))
        let day = facts.calendar.adding(workingDays: 1, to: last.counted.day)
        return Occasion(
            counted: Counted(
                deadline: last.counted.deadline, day: day,
                stretch: calls.reduce(last.counted.stretch.including(day)) {
                    $0.including($1.counted.stretch.lowerBound).including($1.counted.stretch.upperBound)
                }), deadlineID: last.deadlineID,
            isConditional: !days.prefix(count).allSatisfy(certain.contains))
    }

    /// The nearest offices that were asked before and are not asked again; if all are, the state's own.
    private func insteadOf(_ recipient: Role, _ step: EscalationStep, _ asked: [[Role]]) -> [Role] {
        for roles in asked.reversed() {
            let others = roles.filter { !step.to.contains($0) }
            if !others.isEmpty { return others }
        }
        return state.waitingOn.filter { $0 != recipient }
    }

    private func generalSentence(_ step: EscalationStep, _ counted: Counted, _ insteadOf: [Role]) -> Bilingual {
        let why: Bilingual =
            switch step.trigger {
            case .unanswered(let count):
                Bilingual(id: "\(count) pengingat tidak dijawab", en: "reminders without an answer: \(count)")
            case .after where counted.day > counted.deadline:
                Bilingual(id: "lewat tenggat \(counted.deadline.indonesian)", en: "overdue since \(counted.deadline)")
            case .after: Bilingual(id: "tenggat \(counted.deadline.indonesian)", en: "due \(counted.deadline)")
            }
        let roles = Bilingual(
            id: insteadOf.map(\.label.id).joined(separator: ", "), en: insteadOf.map(\.label.en).joined(separator: ", ")
        )
        let title = facts.agreement.title
        return Bilingual(
            id: "\(title): tahap \(state.label.id), \(why.id)"
                + (insteadOf.isEmpty ? "" : "; sudah diminta: \(roles.id)"),
            en: "\(title): stage \(state.label.en), \(why.en)"
                + (insteadOf.isEmpty ? "" : "; asked before: \(roles.en)"))
    }
}

extension EscalationStep {
    fileprivate var isCounting: Bool { if case .unanswered = trigger { true } else { false } }
}
