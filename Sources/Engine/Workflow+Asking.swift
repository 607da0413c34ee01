public import Agreements
public import Documents
public import Workflows

extension Workflow.Transition {
    /// Whether a role may take it; the keeper of the daemon may take each, in their own name.
    public func allows(_ role: Role) -> Bool { by.contains(role) || role == .admin }

    /// All requirements, with four eyes as the last of them.
    public func assess(_ facts: Facts, actor: Actor?) -> [Assessment] {
        var assessments = requirements.map { $0.assess(facts) }
        if fourEyes, let last = facts.agreement.moves.last(where: { $0.by.role != .system })?.by {
            assessments.append(
                Assessment(
                    say: Bilingual(
                        id: "Harus oleh orang lain, bukan \(last.name) yang melakukan langkah sebelumnya",
                        en: "Must be somebody other than \(last.name), who made the move before"),
                    owner: by.first ?? .coordinator,
                    verdict: actor.map { $0.name == last.name ? .notMet : .met } ?? .met))
        }
        return assessments
    }
}

extension Workflow {
    public func label(_ state: String) -> Bilingual { self.state(state)?.label ?? Bilingual(id: state, en: state) }

    /// The roles an agreement waits for; while it is being signed, those of the parties that have not signed yet.
    public func waitingOn(_ agreement: Agreement) -> [Role] {
        guard let state = state(agreement.state), !state.isFinal else { return [] }
        let unsigned = agreement.unsignedParties.flatMap(\.signingRoles)
        guard agreement.parties.contains(where: { $0.signature != nil }), state.phase == .signing, !unsigned.isEmpty
        else {
            return state.waitingOn
        }
        let still = state.waitingOn.filter(unsigned.contains)
        return still.isEmpty ? state.waitingOn : still
    }

    /// Whether some run of transitions leads from one state to another.
    func reaches(_ target: String, from start: String) -> Bool {
        var seen: Set<String> = [start]
        var queue = [start]
        while let state = queue.popLast() {
            for next in transitions(from: state).map(\.to) {
                if next == target { return true }
                if seen.insert(next).inserted { queue.append(next) }
            }
        }
        return false
    }
}
