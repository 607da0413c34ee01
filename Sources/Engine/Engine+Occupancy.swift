import Agreements
import Calendars
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
        let today = self.today(in: nil)
        return try await ledger.occupancy(
            of: workflow.id, structure: workflow.structureHash, within: principal.regions, on: today
        ).mapValues { Occupancy(agreements: $0.agreements, overdue: $0.overdue) }
    }
}
