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
    func isUnmet(_ requirement: String, of agreement: Agreement) -> Bool {
        let rules = rules
        return rules.workflow(of: agreement)?.isUnmet(requirement, rules.facts(agreement, at: clock.now())) ?? false
    }

    /// What the agreements that somebody may read wait for, the most frequent first.
    public func unmet(for principal: Principal) async throws -> [Unmet] {
        let rules = rules
        let requirements = rules.current.values.sorted { $0.id < $1.id }.flatMap(\.transitions).flatMap(\.requirements)
        let says = Dictionary(requirements.map { ($0.id, $0.say) }) { first, _ in first }
        let awaited = try await ledger.awaitedCounts(within: principal.regions)
        // Where days decide, the record cannot say it; one id may be a matter of days in some workflows only.
        let dated = Set(awaited.keys.filter(\.dependsOnDate).map(\.id))
        var counts: [String: [Role: Int]] = [:]
        for (requirement, count) in awaited where !dated.contains(requirement.id) {
            counts[requirement.id, default: [:]][requirement.owner, default: 0] += count
        }
        for id in dated { counts[id] = try await unmetToday(id, for: principal) }
        let unmet = counts.flatMap { id, owners in
            owners.map { Unmet(requirement: id, say: says[id], owner: $0, agreements: $1) }
        }
        return unmet.sorted {
            ($1.agreements, $0.requirement, $0.owner.rawValue) < ($0.agreements, $1.requirement, $1.owner.rawValue)
        }
    }

    /// How many agreements wait for a requirement today, by its owner.
    private func unmetToday(_ requirement: String, for principal: Principal) async throws -> [Role: Int] {
        var query = AgreementQuery()
        query.awaiting = requirement
        query.within = principal.regions
        let (rules, now) = (rules, clock.now())
        return try await allAgreements(query).reduce(into: [:]) { owners, agreement in
            let unmet = rules.workflow(of: agreement)?.unmet(requirement, rules.facts(agreement, at: now))
            if let unmet { owners[unmet.owner, default: 0] += 1 }
        }
    }
}
