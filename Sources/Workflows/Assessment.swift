public import Agreements
public import Calendars
public import Documents

/// A requirement together with what it says about a record.
public struct Assessment: Sendable, Equatable {
    /// The requirement's id, or ``fourEyes``.
    public var id: String
    public var say: Bilingual
    public var owner: Role
    public var verdict: Verdict
    public var waivableBy: [Role]
    /// Who has let it be.
    public var waiver: Waiver?

    public init(
        id: String, say: Bilingual, owner: Role, verdict: Verdict, waivableBy: [Role] = [], waiver: Waiver? = nil
    ) {
        self.id = id
        self.say = say
        self.owner = owner
        self.verdict = verdict
        self.waivableBy = waivableBy
        self.waiver = waiver
    }

    public static let fourEyes = "four_eyes"

    /// Nothing stands in the way: met, or waived.
    public var isSatisfied: Bool { verdict == .met || waiver != nil }
}

extension Requirement {
    public func assess(_ facts: Facts) -> Assessment {
        Assessment(
            id: id, say: say, owner: owner, verdict: check.verdict(facts), waivableBy: waivableBy,
            waiver: facts.part == nil ? facts.agreement.waivers.first(where: isWaived) : nil)
    }

    /// Another step may ask the same of the paper and let nobody waive it.
    private func isWaived(_ waiver: Waiver) -> Bool {
        waiver.requirement == id && !waivableBy.isEmpty && (waivableBy + [.admin]).contains(waiver.by.role)
    }
}

extension Workflow.Transition {
    /// Whether a role may take it; the keeper of the daemon may take each, in their own name.
    public func allows(_ role: Role) -> Bool { by.contains(role) || role == .admin }

    /// All requirements, with four eyes as the last of them.
    ///
    /// - Parameter actor: who would take it; nil asks of nobody in particular.
    public func assess(_ facts: Facts, actor: Actor?) -> [Assessment] {
        requirements.map { $0.assess(facts) } + (fourEyes.map { [assess($0, facts, actor)] } ?? [])
    }

    public func isOpen(_ facts: Facts) -> Bool { requirements.allSatisfy { $0.assess(facts).isSatisfied } }

    /// The day that opened it, where it waited for a date that has come.
    public func openedOn(_ facts: Facts) -> Day? {
        requirements.compactMap { $0.check.turningDay(facts) }.filter { $0 <= facts.today }.max()
    }

    private func assess(_ rule: Workflow.FourEyes, _ facts: Facts, _ actor: Actor?) -> Assessment {
        let moves = facts.course.moves.filter { move in
            switch rule {
            case .everybodyBefore: move.by.role != .system
            case .takers(let transitions): transitions.contains(move.transition)
            }
        }
        let isSame = actor.map { actor in moves.contains { $0.by.name == actor.name } } ?? false
        let names = moves.reduce(into: [String]()) { if !$0.contains($1.by.name) { $0.append($1.by.name) } }
            .joined(separator: ", ")
        return Assessment(
            id: Assessment.fourEyes,
            say: Bilingual(
                id: "Harus oleh orang lain"
                    + (names.isEmpty ? "" : ", bukan \(names) yang melakukan langkah sebelumnya"),
                en: "Must be somebody else" + (names.isEmpty ? "" : ", not \(names), who took an earlier step")),
            owner: by.first ?? .coordinator, verdict: isSame ? .notMet : .met)
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

    /// What stands between an agreement and the usual next steps, or may come to as days pass; each requirement once.
    public func awaited(_ facts: Facts) -> [AwaitedRequirement] {
        var seen: Set<String> = []
        return usualRequirements(facts).compactMap { requirement in
            let dependsOnDate = requirement.check.dependsOnDate
            guard dependsOnDate || !requirement.assess(facts).isSatisfied, seen.insert(requirement.id).inserted else {
                return nil
            }
            return AwaitedRequirement(id: requirement.id, owner: requirement.owner, dependsOnDate: dependsOnDate)
        }
    }

    /// Whether an agreement waits for a requirement today.
    public func isUnmet(_ id: String, _ facts: Facts) -> Bool { unmet(id, facts) != nil }

    /// The requirement with this id, if an agreement waits for it today.
    public func unmet(_ id: String, _ facts: Facts) -> Requirement? {
        usualRequirements(facts).first { $0.id == id && !$0.assess(facts).isSatisfied }
    }

    /// Nobody can do anything about a date for which the daemon itself waits, so that is left out.
    private func usualRequirements(_ facts: Facts) -> [Requirement] {
        transitions(from: facts.state).filter { !$0.isExceptional }.flatMap { transition in
            transition.requirements.filter { !(transition.isAutomatic && $0.check.dependsOnDate) }
        }
    }

    /// Whether some run of transitions leads from one state to another.
    public func reaches(_ target: String, from start: String) -> Bool {
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
