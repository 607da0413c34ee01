import Agreements
import Documents

extension WorkflowCheck {
    /// Whether there is somebody for everything that must be done.
    func peopleFindings() -> [WorkflowFinding] {
        workflow.states.flatMap(stateFindings) + workflow.transitions.flatMap(transitionFindings) + fieldFindings()
            + ladderFindings()
    }

    private func stateFindings(_ state: Workflow.State) -> [WorkflowFinding] {
        guard !state.isFinal else { return [] }
        let path = ["states", state.id, "waiting_on"]
        let exits = workflow.transitions(from: state.id)
        let requirements = exits.flatMap(\.requirements)
        // Where signatures are waited for, those who sign can act, whoever records the step.
        let signers =
            requirements.contains { $0.check.isAboutSigning } ? Party.Side.allCases.flatMap(\.signingRoles) : []
        let actors = Set(
            exits.flatMap(\.by) + requirements.map(\.owner) + requirements.flatMap(\.waivableBy) + signers)
        var findings: [WorkflowFinding] = []
        if !exits.isEmpty, !state.waitingOn.isEmpty, actors.isDisjoint(with: state.waitingOn) {
            findings.append(
                WorkflowFinding(
                    .nobodyCanAct, .error, at: file.place(path),
                    Bilingual(
                        id:
                            "'\(state.id)' menunggu \(names(state.waitingOn)), yang tidak dapat berbuat apa-apa di sana",
                        en: "'\(state.id)' waits on \(names(state.waitingOn)), who can do nothing there"),
                    fix: Bilingual(
                        id: "tunggu salah satu dari \(names(actors.filter { $0 != .system }))",
                        en: "wait on one of \(names(actors.filter { $0 != .system }))")))
        }
        findings += withoutHolder(state.waitingOn, at: path)
        for (index, reminder) in state.reminders.enumerated() {
            guard case .roles(let roles) = reminder.to else { continue }
            findings += withoutHolder(roles, at: ["states", state.id, "remind", String(index), "to"])
        }
        for (index, step) in state.escalation.enumerated() {
            findings += withoutHolder(step.to, at: ["states", state.id, "escalate", String(index), "to"])
        }
        return findings
    }

    private func transitionFindings(_ transition: Workflow.Transition) -> [WorkflowFinding] {
        guard let holders = surroundings.holders, !transition.isAutomatic else { return [] }
        let count = transition.by.reduce(0) { $0 + (holders[$1] ?? 0) }
        if count == 0 { return withoutHolder(transition.by, at: ["transitions", transition.name, "by"]) }
        guard transition.fourEyes != nil, count == 1 else { return [] }
        return [
            WorkflowFinding(
                .fourEyesAlone, .warning, at: file.place(["transitions", transition.name, "four_eyes"]),
                Bilingual(
                    id: "empat mata, tetapi hanya satu orang yang memegang \(names(transition.by))",
                    en: "four eyes, but only one person holds \(names(transition.by))"),
                fix: Bilingual(
                    id: "beri peran itu kepada orang kedua, atau tambahkan peran lain",
                    en: "give the role to a second person, or name another role"))
        ]
    }

    private func ladderFindings() -> [WorkflowFinding] {
        workflow.ladder.enumerated().flatMap { index, step -> [WorkflowFinding] in
            guard case .roles(let roles) = step.rule.to else { return [] }
            return withoutHolder(roles, at: ["remind", String(index), "to"])
        }
    }

    private func withoutHolder(_ roles: [Role], at path: [String]) -> [WorkflowFinding] {
        guard let holders = surroundings.holders else { return [] }
        return roles.filter { holders[$0, default: 0] == 0 && $0 != .system }.map { role in
            WorkflowFinding(
                .roleWithoutHolder, .warning, at: file.place(path),
                Bilingual(
                    id: "tidak ada orang yang memegang peran \(role.rawValue)",
                    en: "nobody holds the role \(role.rawValue)"),
                fix: Bilingual(
                    id: "buat token untuk peran itu (pksd token create --role \(role.rawValue)) atau sebut peran lain",
                    en: "make a token for the role (pksd token create --role \(role.rawValue)) or name another role"))
        }
    }

    /// Fields that a state or a guard waits for, and that nobody is asked to fill in.
    private func fieldFindings() -> [WorkflowFinding] {
        let waited =
            workflow.states.compactMap(\.until)
            + workflow.transitions.flatMap(\.requirements).flatMap {
                $0.check.fields
            }
        return workflow.fields.filter { $0.fills == nil && waited.contains($0.name) }.map { field in
            WorkflowFinding(
                .nobodyFills, .warning, at: file.place(["fields", field.name]),
                Bilingual(
                    id: "isian '\(field.name)' ditunggu, tetapi tidak disebut siapa yang mengisinya",
                    en: "the field '\(field.name)' is waited for, but nobody is named to fill it in"),
                fix: Bilingual(id: "tambahkan fills: peran", en: "add fills: a role"))
        }
    }

    func names(_ roles: some Sequence<Role>) -> String { roles.map(\.rawValue).sorted().joined(separator: ", ") }
}

extension Requirement.Check {
    fileprivate var isAboutSigning: Bool { self == .anySigned || self == .allSigned }

    /// The fields it looks at.
    var fields: [String] {
        switch self {
        case .has(let name), .field(let name, _), .reached(let name), .passed(let name): [name]
        case .expression(let expression): expression.names
        case .any(let requirements): requirements.flatMap { $0.check.fields }
        default: []
        }
    }
}
