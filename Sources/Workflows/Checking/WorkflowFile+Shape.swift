import Agreements
import Documents

extension WorkflowFile {
    /// What is wrong with the graph of states and transitions.
    func shapeFindings() -> [WorkflowFinding] {
        let fromInitial = reachable(from: [workflow.initial]) { workflow.transitions(from: $0).map(\.to) }
        let finals = workflow.states.filter(\.isFinal).map(\.id)
        let toEnd = reachable(from: finals) { state in workflow.transitions.filter { $0.to == state }.flatMap(\.from) }
        if finals.isEmpty, !workflow.states.contains(where: { workflow.transitions(from: $0.id).isEmpty }) {
            return [
                WorkflowFinding(
                    .noWayToEnd, .error, at: place(["states"]),
                    Bilingual(id: "tidak ada keadaan akhir", en: "no state is final"),
                    fix: Bilingual(id: "tandai sedikitnya satu dengan final: true", en: "mark at least one final: true")
                )
            ]
        }
        let broken = workflow.states.flatMap { state -> [WorkflowFinding] in
            let place = place(["states", state.id])
            let exits = workflow.transitions(from: state.id)
            var findings: [WorkflowFinding] = []
            if !fromInitial.contains(state.id) {
                findings.append(
                    WorkflowFinding(
                        .unreachable, .error, at: place,
                        Bilingual(
                            id: "'\(state.id)' tidak dapat dicapai dari '\(workflow.initial)'",
                            en: "'\(state.id)' cannot be reached from '\(workflow.initial)'"),
                        fix: Bilingual(
                            id: "tambahkan transisi ke '\(state.id)' atau hapus keadaan ini",
                            en: "add a transition to '\(state.id)' or remove the state")))
            }
            if state.isFinal, let exit = exits.first {
                findings.append(
                    WorkflowFinding(
                        .leavesFinal, .error, at: self.place(["transitions", exit.name, "from"]),
                        Bilingual(
                            id: "'\(exit.name)' keluar dari '\(state.id)' yang ditandai final",
                            en: "'\(exit.name)' leaves '\(state.id)', which is marked final"),
                        fix: Bilingual(
                            id: "hapus final: true atau transisi ini", en: "remove final: true or this transition")))
            }
            if !state.isFinal, exits.isEmpty {
                findings.append(
                    WorkflowFinding(
                        .deadEnd, .error, at: place,
                        Bilingual(
                            id: "'\(state.id)' tidak punya jalan keluar dan tidak ditandai final",
                            en: "'\(state.id)' has no way out and is not marked final"),
                        fix: Bilingual(
                            id: "tambahkan transisi keluar atau final: true", en: "add a transition or final: true")))
            }
            return findings
        }
        // Where something is broken, what does not lead to an end follows from that.
        return (broken.isEmpty ? workflow.states.filter { !toEnd.contains($0.id) }.map(noWayToEnd) : broken)
            + livelocks()
    }

    private func noWayToEnd(_ state: Workflow.State) -> WorkflowFinding {
        WorkflowFinding(
            .noWayToEnd, .error, at: place(["states", state.id]),
            Bilingual(
                id: "dari '\(state.id)' tidak ada jalan ke keadaan akhir mana pun",
                en: "no way leads from '\(state.id)' to any final state"),
            fix: Bilingual(
                id: "tambahkan transisi yang akhirnya sampai ke keadaan akhir",
                en: "add a transition that leads to a final state in the end"))
    }

    /// Circles of automatic transitions, in which a paper would turn without anybody touching it.
    private func livelocks() -> [WorkflowFinding] {
        func next(_ state: String) -> [String] { workflow.transitions(from: state).filter(\.isAutomatic).map(\.to) }
        var told: Set<String> = []
        return workflow.states.compactMap { state in
            let circle = reachable(from: next(state.id), next)
            guard circle.contains(state.id), !told.contains(state.id) else { return nil }
            let members = workflow.states.map(\.id).filter { member in
                circle.contains(member) && reachable(from: next(member), next).contains(state.id)
            }
            told.formUnion(members)
            let way = workflow.transitions(from: state.id).first { $0.isAutomatic && circle.contains($0.to) }
            let names = members.joined(separator: ", ")
            return WorkflowFinding(
                .livelock, .error, at: place(["transitions", way?.name ?? ""]),
                Bilingual(
                    id: "transisi otomatis berputar tanpa henti: \(names)",
                    en: "automatic transitions go round in a circle: \(names)"),
                fix: Bilingual(
                    id: "biarkan seseorang mengambil salah satu transisi itu",
                    en: "let somebody take one of the transitions"))
        }
    }

    private func reachable(from start: [String], _ next: (String) -> [String]) -> Set<String> {
        var seen = Set(start)
        var queue = start
        while let state = queue.popLast() {
            for other in next(state) where seen.insert(other).inserted { queue.append(other) }
        }
        return seen
    }
}
