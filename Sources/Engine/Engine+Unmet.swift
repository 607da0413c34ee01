public import Agreements
public import Documents
import Ledger
import Workflows

/// A requirement, at whom it waits, and how many agreements wait for it.
public struct Unmet: Sendable, Equatable {
    public var requirement: String
    /// nil where no workflow in force asks it any more.
    public var say: Bilingual?
    public var owner: Role
    public var agreements: Int
}

extension Engine {
    /// Whether an agreement waits for a requirement today.
    public func isUnmet(_ requirement: String, of agreement: Agreement) -> Bool {
        let rules = rules
        return rules.workflow(of: agreement)?.isUnmet(requirement, rules.facts(agreement, at: clock.now())) ?? false
    }

    /// What the agreements that somebody may read wait for, the most frequent first.
    public func unmet(for principal: Principal) async throws -> [Unmet] {
        let rules = rules
        let requirements = rules.current.values.sorted { $0.id < $1.id }.flatMap(\.transitions).flatMap(\.requirements)
        let says = Dictionary(requirements.map { ($0.id, $0.say) }) { first, _ in first }
        var unmet: [Unmet] = []
        for (awaited, count) in try await ledger.awaitedCounts(within: principal.regions) {
            let stillUnmet = awaited.dependsOnDate ? try await unmetToday(awaited, for: principal) : count
            guard stillUnmet > 0 else { continue }
            unmet.append(
                Unmet(requirement: awaited.id, say: says[awaited.id], owner: awaited.owner, agreements: stillUnmet))
        }
        return unmet.sorted {
            ($1.agreements, $0.requirement, $0.owner.rawValue) < ($0.agreements, $1.requirement, $1.owner.rawValue)
        }
    }

    private func unmetToday(_ awaited: AwaitedRequirement, for principal: Principal) async throws -> Int {
        var query = AgreementQuery()
        query.awaiting = awaited.id
        query.within = principal.regions
        let (rules, now) = (rules, clock.now())
        return try await allAgreements(query).count { agreement in
            guard let workflow = rules.workflow(of: agreement) else { return false }
            let facts = rules.facts(agreement, at: now)
            return workflow.awaited(facts).contains(awaited) && workflow.isUnmet(awaited.id, facts)
        }
    }
}
