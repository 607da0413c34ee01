import Agreements
import Calendars
import Documents

/// Plays one scenario and says in what it ended otherwise than expected.
struct ScenarioRun {
    private let scenario: Scenario
    private var run: DryRun
    private var blocked: [String] = []
    private var reminded: [Role] = []
    private var escalated: [Role] = []

    init(_ scenario: Scenario, of workflow: Workflow, calendar: WorkingCalendar, rates: Rates) {
        self.scenario = scenario
        run = DryRun(workflow, workflow.sampleFacts(scenario.given, calendar: calendar, rates: rates))
    }

    /// - Returns: what is wrong; empty for a scenario that passes.
    mutating func failures() -> [Bilingual] {
        run.settle()
        for (index, step) in scenario.steps.enumerated() {
            let isLast = index == scenario.steps.count - 1
            switch step {
            case .pass(let span): pass(span)
            case .acknowledge(let role): run.acknowledge(by: role)
            case .take(let name, let role):
                if let failure = take(name, by: role, isLast: isLast) { return [failure] }
            }
        }
        if let span = scenario.pass { pass(span) }
        return compared()
    }

    /// - Returns: why the story cannot go on.
    private mutating func take(_ name: String, by role: Role, isLast: Bool) -> Bilingual? {
        guard let transition = run.workflow.transition(name) else { return nil }
        guard transition.from.contains(run.facts.state) else {
            return Bilingual(
                id: "'\(name)' tidak mungkin dari '\(run.facts.state)'",
                en: "'\(name)' is not possible from '\(run.facts.state)'")
        }
        blocked = transition.allows(role) ? run.take(transition, by: role).map(\.id) : ["by"]
        guard !blocked.isEmpty, !isLast else { return nil }
        return Bilingual(
            id: "'\(name)' sudah tertahan oleh \(blocked.joined(separator: ", "))",
            en: "'\(name)' is refused already by \(blocked.joined(separator: ", "))")
    }

    private mutating func pass(_ span: Span) {
        run.pass(until: run.facts.calendar.adding(span, to: run.facts.today)) { reminder in
            if !reminded.contains(reminder.recipient) { reminded.append(reminder.recipient) }
            if reminder.isEscalation, !escalated.contains(reminder.recipient) { escalated.append(reminder.recipient) }
        }
    }

    private func compared() -> [Bilingual] {
        let expect = scenario.expect
        var failures: [Bilingual] = []
        func compare(_ what: Bilingual, _ wanted: [String], _ found: [String]) {
            failures.append(
                Bilingual(
                    id:
                        "\(what.id): diharapkan \(wanted.joined(separator: ", ")), ternyata \(list(found, "tidak ada"))",
                    en: "\(what.en): expected \(wanted.joined(separator: ", ")), found \(list(found, "none"))"))
        }
        if let state = expect.state, state != run.facts.state {
            compare(Bilingual(id: "keadaan", en: "state"), [state], [run.facts.state])
        }
        let expected = expect.blocked ?? []
        if expected.isEmpty, !blocked.isEmpty {
            failures.append(
                Bilingual(
                    id: "langkah terakhir tertahan oleh \(blocked.joined(separator: ", "))",
                    en: "the last step was refused by \(blocked.joined(separator: ", "))"))
        }
        if !expected.allSatisfy(blocked.contains) {
            compare(Bilingual(id: "tertahan oleh", en: "refused by"), expected, blocked)
        }
        if let wanted = expect.waitingOn {
            let found =
                run.workflow.state(run.facts.state).map { state in
                    run.facts.part == nil ? run.workflow.waitingOn(run.facts.agreement) : state.waitingOn
                } ?? []
            if Set(found) != Set(wanted) {
                compare(Bilingual(id: "menunggu", en: "waiting on"), wanted.map(\.rawValue), found.map(\.rawValue))
            }
        }
        if let wanted = expect.reminded, !wanted.allSatisfy(reminded.contains) {
            compare(Bilingual(id: "diingatkan", en: "reminded"), wanted.map(\.rawValue), reminded.map(\.rawValue))
        }
        if let wanted = expect.escalatedTo, !wanted.allSatisfy(escalated.contains) {
            compare(
                Bilingual(id: "naik kepada", en: "escalated to"), wanted.map(\.rawValue), escalated.map(\.rawValue))
        }
        if let unwanted = expect.notReminded?.filter(reminded.contains), !unwanted.isEmpty {
            let names = unwanted.map(\.rawValue).joined(separator: ", ")
            failures.append(
                Bilingual(id: "\(names) diingatkan, padahal tidak boleh", en: "\(names) was reminded, but must not be"))
        }
        return failures
    }

    private func list(_ items: [String], _ none: String) -> String {
        items.isEmpty ? none : items.joined(separator: ", ")
    }
}
