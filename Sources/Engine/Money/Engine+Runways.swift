public import Agreements
public import Calendars
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
    public func runwayOverview(
        of year: Int, by grouping: Grouping, in scope: Scope, for principal: Principal
    ) async throws -> RunwayOverview {
        let scope = scope.readable(to: principal)
        let parts = try await ledger.runwayTotals(of: year, by: grouping, in: scope)
        var total = RunwayTotal(key: scope.region ?? "00")
        for part in parts { try total.add(part, year: year) }
        return RunwayOverview(total: total, months: try await ledger.runwayMonths(of: year, in: scope), parts: parts)
    }

    /// The fiscal year to show of an agreement: its last, else this one.
    public func usualYear(of agreement: Agreement) -> Int {
        agreement.fiscalYears.last ?? today(in: agreement.region).year
    }

    /// Bills past their due date on a day in the regions that somebody may read, the oldest first.
    public func arrears(on day: Day, in scope: Scope, for principal: Principal) async throws -> [OverdueRow] {
        try await ledger.overdueBills(before: day, in: scope.readable(to: principal))
    }
}

extension Scope {
    /// No more than the regions that somebody may read.
    func readable(to principal: Principal) -> Scope {
        var scope = self
        scope.within = principal.regions
        return scope
    }
}
