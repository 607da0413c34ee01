import Agreements
import Calendars
import Documents
import Engine
import Hummingbird

/// Rates and thresholds by effective date, and what other rates would do.
struct RateRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("rates", use: rates)
        api.post("rates/preview", use: preview)
        api.get("thresholds", use: thresholds)
    }

    @Sendable func rates(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let region = query.text("region")
        let programme: Programme? = query.choice("program")
        let segment: Segment? = query.choice("segment")
        let day = query.day("on") ?? engine.today(in: region)
        try query.finish()
        if let region, engine.rules.reference.regions[region] == nil { throw EngineError.notFound(region) }
        let rates = engine.rules.reference.rates
        let rows = rates.rows(of: programme, in: region, on: day).filter { (segment ?? $0.segment) == $0.segment }
        return .json(RatesView(rows, rates, in: region, on: day))
    }

    @Sendable func preview(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let csv = try body.read { map, _ in map.text("csv") }
        let preview = try await engine.preview(rates: csv, for: context.principal)
        return .json(RatesPreviewView(preview, engine.rules.reference.regions))
    }

    @Sendable func thresholds(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try Query(request).finish()
        return .json(Page(engine.rules.reference.thresholds.rows, cursor: nil))
    }
}

/// Who pays which part on a day, and what that comes to for a region.
private struct RatesView: Encodable {
    struct Share: Encodable {
        var program: Programme
        var segment: Segment
        /// What the region pays a head-month, in rupiah; null where it depends on wages.
        var regionShare: Int64?

        enum CodingKeys: String, CodingKey {
            case program, segment
            case regionShare = "region_share"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(program, forKey: .program)
            try container.encode(segment, forKey: .segment)
            try container.encode(regionShare, forKey: .regionShare)
        }
    }

    var on: Day
    var items: [RateView]
    var shares: [Share]

    init(_ rows: [Rates.Row], _ rates: Rates, in region: String?, on day: Day) {
        on = day
        items = rows.map { RateView($0) }
        shares = Programme.allCases.flatMap { programme in
            Segment.allCases.filter { segment in
                rows.contains { $0.programme == programme && $0.segment == segment }
            }.map { segment in
                // Without a region it is that of a kabupaten or kota.
                let share = rates.regionShare(programme, segment, in: day.month, region: region ?? "00.00")
                return Share(program: programme, segment: segment, regionShare: share)
            }
        }
    }
}

private struct RateView: Encodable {
    var program: Programme
    var segment: Segment
    var component: String
    var payer: Rates.Payer
    var region: String?
    var amount: Int64?
    var percentOfWage: Percent?
    var from: Day
    var until: Day?
    var regulation: String
    var basis: String

    init(_ row: Rates.Row) {
        program = row.programme
        segment = row.segment
        component = row.component
        payer = row.payer
        region = row.region
        switch row.price {
        case .amount(let amount): self.amount = amount
        case .ofWage(let percent): percentOfWage = percent
        }
        from = row.from
        until = row.until
        regulation = row.regulation
        basis = row.basis
    }

    enum CodingKeys: String, CodingKey {
        case program, segment, component, payer, region, amount
        case percentOfWage = "percent_of_wage"
        case from, until, regulation, basis
    }
}

private struct RatesPreviewView: Encodable {
    struct Item: Encodable {
        var agreementID: Agreement.ID
        var ref: String?
        var title: String
        var region: String
        var regionName: String?
        var year: Int
        var shortfallBefore: Int64
        var shortfallAfter: Int64
        var growth: Int64
        var runsOutIn: Month?

        enum CodingKeys: String, CodingKey {
            case agreementID = "agreement_id"
            case ref, title, region
            case regionName = "region_name"
            case year
            case shortfallBefore = "shortfall_before"
            case shortfallAfter = "shortfall_after"
            case growth
            case runsOutIn = "runs_out_in"
        }
    }

    var agreements: Int
    var added: [RateView]
    var removed: [RateView]
    var items: [Item]

    init(_ preview: RatesPreview, _ regions: Regions) {
        agreements = preview.agreements
        added = preview.added.map { RateView($0) }
        removed = preview.removed.map { RateView($0) }
        items = preview.short.map { short in
            Item(
                agreementID: short.agreement, ref: short.ref, title: short.title, region: short.region,
                regionName: regions[short.region]?.name, year: short.after.year,
                shortfallBefore: short.before.shortfall, shortfallAfter: short.after.shortfall, growth: short.growth,
                runsOutIn: short.after.runsOutIn)
        }
    }
}
