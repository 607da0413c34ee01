public import Agreements
public import Calendars
public import Ledger

/// What falls on the days of a month in the regions that somebody may read.
extension Engine {
    /// - Parameter limit: how many of each kind are named on a day; all are counted.
    public func dates(
        in month: Month, region: String? = nil, limit: Int, for principal: Principal
    ) async throws -> [DatedDay] {
        try await ledger.dates(in: month, within: try principal.scope(region), limit: limit)
    }

    /// All that falls on one day, a page at a time.
    public func dates(
        of kind: DatedRow.Kind, on day: Day, region: String? = nil, after: Agreement.ID? = nil, limit: Int,
        for principal: Principal
    ) async throws -> [DatedRow] {
        try await ledger.dates(of: kind, on: day, within: try principal.scope(region), after: after, limit: limit)
    }
}
