import Agreements
public import Ledger

/// The money of a fiscal year for a region, a province or the nation.
public struct RunwayOverview: Sendable {
    public var total: RunwayTotal
    public var months: [RunwayMonth]
    /// What the total is made of: provinces of the nation, regions of a province, agreements of a region.
    public var parts: [RunwayTotal]
}

extension Engine {
    /// - Throws: `MoneyError` where the figures are too large to add up.
    public func runwayOverview(_ query: RunwayQuery, for principal: Principal) async throws -> RunwayOverview {
        var query = query
        query.within = principal.regions
        let parts = try await ledger.runwayTotals(query)
        var total = RunwayTotal(key: query.region ?? "00")
        for part in parts { try total.add(part, year: query.year) }
        return RunwayOverview(total: total, months: try await ledger.runwayMonths(query), parts: parts)
    }

    /// Bills past their due date today in the regions that somebody may read, the oldest first.
    public func arrears(_ query: OverdueQuery, for principal: Principal) async throws -> [OverdueRow] {
        var query = query
        query.within = principal.regions
        return try await ledger.overdueBills(query)
    }
}
