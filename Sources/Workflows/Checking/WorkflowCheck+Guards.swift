import Agreements
import Calendars
import Documents
import Expressions

extension WorkflowCheck {
    /// Whether each guard can be met and can fail, and whether two automatic transitions can be open at once. All of it is
    /// tried on records made for the guards, by the evaluator that decides in earnest.
    func guardFindings() -> [WorkflowFinding] {
        workflow.transitions.flatMap(whole) + rivals() + exceptions()
    }

    private func whole(_ transition: Workflow.Transition) -> [WorkflowFinding] {
        var findings = transition.requirements.enumerated().flatMap { index, requirement in
            single(requirement, at: ["transitions", transition.name, "when", String(index)], of: transition)
        }
        // Together they may exclude each other though each can be met alone.
        if findings.isEmpty, transition.requirements.count > 1 {
            let space = RecordSpace(transition.requirements.map(\.check), of: workflow, from: transition.from.first)
            if let facts = space.all(context), !facts.contains(where: transition.isOpen) {
                findings.append(
                    WorkflowFinding(
                        .alwaysFalse, .error, at: file.place(["transitions", transition.name, "when"]),
                        Bilingual(
                            id: "syarat-syarat '\(transition.name)' tidak dapat terpenuhi bersama",
                            en: "the requirements of '\(transition.name)' can never be met together"),
                        fix: Bilingual(id: "hapus salah satu yang bertentangan", en: "remove one that contradicts")))
            }
        }
        if transition.isAutomatic, transition.requirements.isEmpty {
            findings.append(alwaysTrue(at: ["transitions", transition.name], of: transition))
        }
        return findings
    }

    private func single(
        _ requirement: Requirement, at path: [String], of transition: Workflow.Transition
    ) -> [WorkflowFinding] {
        let space = RecordSpace([requirement.check], of: workflow, from: transition.from.first)
        guard let all = space.all(context) else { return [] }
        let verdicts = all.map { requirement.check.verdict($0) }
        if !verdicts.contains(.met) {
            return [
                WorkflowFinding(
                    .alwaysFalse, .error, at: file.place(path),
                    Bilingual(id: "syarat ini tidak pernah terpenuhi", en: "this requirement is never met"),
                    fix: Bilingual(id: "perbaiki atau hapus syarat ini", en: "mend the requirement or remove it"))
            ]
        }
        return verdicts.allSatisfy { $0 == .met } ? [alwaysTrue(at: path, of: transition)] : []
    }

    private func alwaysTrue(at path: [String], of transition: Workflow.Transition) -> WorkflowFinding {
        WorkflowFinding(
            .alwaysTrue, transition.isAutomatic ? .error : .warning, at: file.place(path),
            transition.isAutomatic
                ? Bilingual(
                    id: "selalu terpenuhi: '\(transition.name)' segera meninggalkan keadaannya",
                    en: "is always met: '\(transition.name)' leaves its state at once")
                : Bilingual(
                    id: "syarat ini selalu terpenuhi dan tidak menahan apa pun",
                    en: "this requirement is always met and holds nothing back"),
            fix: Bilingual(id: "perbaiki atau hapus", en: "mend it or remove it"))
    }

    /// Two automatic transitions that some record opens at once: which one is taken would depend on their order in the file.
    private func rivals() -> [WorkflowFinding] {
        let automatic = workflow.transitions.filter(\.isAutomatic)
        return automatic.indices.flatMap { i in
            automatic[(i + 1)...].compactMap { other in
                let one = automatic[i]
                guard one.to != other.to, let state = one.from.first(where: other.from.contains) else { return nil }
                let space = RecordSpace((one.requirements + other.requirements).map(\.check), of: workflow, from: state)
                guard space.some(context).contains(where: { one.isOpen($0) && other.isOpen($0) }) else { return nil }
                return WorkflowFinding(
                    .twoAutomatic, .error, at: file.place(["transitions", other.name]),
                    Bilingual(
                        id: "'\(one.name)' dan '\(other.name)' dapat terbuka bersamaan di '\(state)'",
                        en: "'\(one.name)' and '\(other.name)' can be open at once in '\(state)'"),
                    fix: Bilingual(
                        id: "beri salah satunya syarat yang menutupnya bila yang lain terbuka",
                        en: "give one of them a requirement that fails when the other is open"))
            }
        }
    }

    /// Each `unless` that says the same of every record: its reminder never comes, or comes all the same.
    private func exceptions() -> [WorkflowFinding] {
        conditions.compactMap { unless, state, path in
            let check = Requirement.Check.expression(unless)
            guard let all = RecordSpace([check], of: workflow, from: state).all(context) else { return nil }
            let met = all.count { check.verdict($0) == .met }
            guard met == 0 || met == all.count else { return nil }
            return WorkflowFinding(
                met == 0 ? .alwaysFalse : .alwaysTrue, .warning, at: file.place(path + ["unless"]),
                met == 0
                    ? Bilingual(id: "unless ini tidak pernah benar", en: "this unless is never true")
                    : Bilingual(
                        id: "unless ini selalu benar: tidak pernah ada yang diingatkan",
                        en: "this unless is always true: nobody is ever reminded"),
                fix: Bilingual(id: "perbaiki atau hapus", en: "mend it or remove it"))
        }
    }

    /// Every `unless`, with the state that it belongs to and where its rule stands.
    private var conditions: [(unless: Guard, state: String?, path: [String])] {
        let own = workflow.states.flatMap { state in
            let path = ["states", state.id]
            return state.reminders.enumerated().map { ($1.unless, state.id, path + ["remind", String($0)]) }
                + state.escalation.enumerated().map { ($1.unless, state.id, path + ["escalate", String($0)]) }
        }
        let ladder = workflow.ladder.enumerated().map { index, step in
            (step.rule.unless, workflow.states.first { step.phases.contains($0.phase) }?.id, ["remind", String(index)])
        }
        return (own + ladder).compactMap { unless, state, path in unless.map { ($0, state, path) } }
    }

    /// However many guards a file has, going through records for all of them takes no longer than this.
    private static let work = 50_000_000

    private var context: RecordSpace.Context {
        let automatic = workflow.transitions.count(where: \.isAutomatic)
        let guards =
            workflow.transitions.reduce(1) { $0 + 1 + $1.requirements.count } + automatic * automatic
            + conditions.count
        return RecordSpace.Context(
            calendar: calendar, rates: surroundings.rates, work: min(500_000, Self.work / guards))
    }
}
