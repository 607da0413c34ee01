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
        // A step of the ladder is the same reminder in whatever state of its phases the paper is; a state's own reminders
        // begin anew each time the state is entered.
        let own = planner.calls(of: state.reminders)
        let ladder = ladder.filter { $0.phases.contains(state.phase) }.map(\.rule)
        let reminders =
            own.flatMap { planner.reminders($0, key: "/\(planner.moves)") }
            + planner.calls(of: ladder, fromCreation: true).flatMap { planner.reminders($0, key: "") }
            + planner.escalations(after: own) + timers(in: state, facts, zone: zone)
        let renewals = Set(
            [planner.nextRenewal(of: state.reminders), planner.nextRenewal(of: ladder, fromCreation: true)]
                .compactMap { $0 })
        return (reminders + renewals.map { renewal(on: $0, state, facts, zone) }).sorted { ($0.dueAt, $0.key) < ($1.dueAt, $1.key) }
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
