import Agreements
import Ledger
public import Workflows

/// How many agreements are in a state, and how many of them are past its deadline.
public struct Occupancy: Sendable, Equatable {
    public var agreements = 0
    public var overdue = 0
}

extension Engine {
    /// Where the agreements that somebody may read stand in a workflow, by state.
    public func occupancy(of workflow: Workflow, for principal: Principal) async throws -> [String: Occupancy] {
        var query = AgreementQuery()
        query.workflow = workflow.id
        query.structure = workflow.structureHash
        query.within = principal.regions
        let (rules, now) = (rules, clock.now())
        return try await allAgreements(query).reduce(into: [:]) { states, agreement in
            let facts = rules.facts(agreement, at: now)
            states[agreement.state, default: Occupancy()].agreements += 1
            guard let state = workflow.state(agreement.state), !state.isFinal,
                let deadline = workflow.deadline(of: state, facts), deadline < facts.today
            else { return }
            states[agreement.state, default: Occupancy()].overdue += 1
        }
    }
}
