public import Agreements
import Calendars
import Documents
import Ledger

/// What other rates would do to the budgets of running agreements.
public struct RatesPreview: Sendable {
    /// Rows that are new, and rows that are gone or hold for another time.
    public var added: [Rates.Row] = []
    public var removed: [Rates.Row] = []
    /// Fiscal years of agreements whose shortfall grows, the largest growth first.
    public var short: [Short] = []
    /// How many running agreements were looked at.
    public var agreements = 0

    public struct Short: Sendable {
        public var agreement: Agreement.ID
        public var ref: String?
        public var title: String
        public var region: String
        public var before: Runway
        public var after: Runway

        /// How much more is missing, in rupiah.
        public var growth: Int64 { after.shortfall - before.shortfall }
    }
}

extension Engine {
    /// Looks at a proposed table of rates without changing anything: which agreements become short, by how much, from when.
    ///
    /// - Parameter csv: the whole file, as `Config/rates.csv` would be.
    /// - Throws: `DocumentError` naming each row that cannot be read.
    public func preview(rates csv: String, for principal: Principal) async throws -> RatesPreview {
        try principal.require(.previewRules)
        let present = rules.reference.rates
        let proposed = try Rates(csv: csv)
        var preview = RatesPreview(
            added: proposed.rows.filter { !present.rows.contains($0) },
            removed: present.rows.filter { !proposed.rows.contains($0) })
        var query = AgreementQuery()
        query.within = principal.regions
        for agreement in try await allAgreements(query) where agreement.phase != .closed {
            preview.agreements += 1
            let today = rules.zone(of: agreement).day(at: clock.now())
            for year in agreement.fiscalYears where year >= today.year {
                let before = try agreement.runway(year: year, rates: present)
                let after = try agreement.runway(year: year, rates: proposed)
                guard after.shortfall > before.shortfall else { continue }
                preview.short.append(
                    .init(
                        agreement: agreement.id, ref: agreement.ref, title: agreement.title, region: agreement.region,
                        before: before, after: after))
            }
        }
        preview.short.sort {
            ($1.growth, $0.region, $0.agreement.rawValue) < ($0.growth, $1.region, $1.agreement.rawValue)
        }
        return preview
    }
}
