import Agreements
public import Calendars
import Documents

extension Workflow {
    /// Offices open at this hour, local time; reminders arrive then.
    public static let reminderHour = 8

    /// All reminders of an agreement in its present state, past and to come, in order of time.
    ///
    /// Pure: the same record on the same day always gives the same plan.
    public func plan(_ facts: Facts, zone: Zone) -> [PlannedReminder] {
        guard let state = state(facts.state), !state.isFinal else { return [] }
        let planner = ReminderPlanner(state, facts, zone)
        var reminders: [PlannedReminder] = []
        // What an escalation counts as unanswered.
        var asked: [ReminderPlanner.Call] = []
        for rule in state.reminders {
            let calls = planner.calls(of: rule)
            if rule.reachesOffice(of: state) { asked += calls }
            // A state's own reminders begin anew each time the state is entered.
            for call in calls { reminders += planner.reminders(call, of: rule, key: "/\(planner.moves)") }
        }
        reminders += planner.escalations(after: asked)
        let steps = ladder.filter { $0.phases.contains(state.phase) }.map(\.rule)
        for rule in steps {
            // A step of the ladder is the same reminder in whatever state of its phases the paper is.
            for call in planner.calls(of: rule, fromCreation: true) {
                reminders += planner.reminders(call, of: rule, key: "")
            }
        }
        reminders += timers(in: state, facts, zone: zone)
        let renewals = Set(
            [planner.nextRenewal(of: state.reminders), planner.nextRenewal(of: steps, fromCreation: true)]
                .compactMap { $0 })
        reminders += renewals.map { renewal(on: $0, state, facts, zone) }
        return reminders.sorted { ($0.dueAt, $0.key) < ($1.dueAt, $1.key) }
    }

    /// The last day that the state should see: the end of its SLA or the date that ends it.
    public func deadline(of state: State, _ facts: Facts) -> Day? {
        state.day(of: .sla, facts) ?? state.day(of: .end, facts)
    }

    /// A look at a paper that nobody has touched for a year, so that its fixed dates never run out.
    private func renewal(on day: Day, _ state: State, _ facts: Facts, _ zone: Zone) -> PlannedReminder {
        PlannedReminder(
            key: "timer/plan/\(facts.course.moves.count)/\(day)", rule: "plan", dueAt: zone.instant(of: day),
            deadline: day, recipient: .system, state: state.id,
            say: Bilingual(id: "Rencanakan tahun berikutnya", en: "Plan another year"))
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

extension Workflow.State {
    /// The deadline from which times are counted; nil where the state has none, or its date is not known.
    func day(of anchor: Offset.Anchor, _ facts: Facts) -> Day? {
        switch anchor {
        case .sla: sla.map { facts.calendar.adding($0, to: facts.course.entered.on) }
        case .end: until.flatMap { facts.day($0) }
        }
    }
}
