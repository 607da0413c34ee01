import Agreements
public import Calendars
public import Ledger

/// Papers that end soon, and nothing follows them.
public struct Expiring: Sendable {
    public struct Horizon: Sendable, Equatable {
        public var days: Int
        public var papers: Int
        public var people: Int64
    }

    public var today: Day
    /// Within 30, 60 and 90 days, each with what comes before it.
    public var horizons: [Horizon]
    /// The earliest first.
    public var items: [ExpiringRow]
    public var next: DayCursor?
}

extension Engine {
    /// Papers that end within so many days and that no paper follows yet, not even a draft.
    ///
    /// - Parameter days: at most 180, from when on a renewal is looked for.
    public func expiring(
        within days: Int = 90, region: String? = nil, after: DayCursor? = nil, limit: Int = 50,
        for principal: Principal
    ) async throws -> Expiring {
        let regions = try principal.scope(region)
        let today = self.today(in: region)
        var horizons: [Expiring.Horizon] = []
        for days in [30, 60, 90] {
            let count = try await ledger.expiringCount(from: today, until: today + days, within: regions)
            horizons.append(.init(days: days, papers: count.papers, people: count.people))
        }
        let rows = try await ledger.expiring(
            from: today, until: today + days, within: regions, after: after, limit: limit + 1)
        let items = Array(rows.prefix(limit))
        return Expiring(
            today: today, horizons: horizons, items: items,
            next: rows.count > limit ? items.last.map { DayCursor(day: $0.endsOn, agreement: $0.agreement) } : nil)
    }
}
