import Agreements
import Calendars
import Diagrams
import Documents
import Engine
import Hummingbird
import Ledger

/// The money of a year: of one agreement, also supposing other figures, and of regions, provinces and the nation.
struct MoneyRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("agreements/:id/runway", use: runway)
        api.get("agreements/:id/runway.svg", use: runwayPicture)
        api.get("runway", use: overview)
        api.get("runway.svg", use: overviewPicture)
        api.get("arrears", use: arrears)
    }

    @Sendable func runway(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        .json(try await asked(request, context).runway)
    }

    @Sendable func runwayPicture(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let (agreement, runway) = try await asked(request, context)
        return .svg(RunwayChart(runway, title: agreement.title, language: context.language).svg)
    }

    private func asked(
        _ request: Request, _ context: AuthenticatedContext
    ) async throws -> (agreement: Agreement, runway: Runway) {
        let query = Query(request)
        var whatIf = WhatIf()
        whatIf.people = query.integer("people", in: 0...1_000_000_000)
        whatIf.rate = query.integer("rate", in: 0...1_000_000_000)
        whatIf.amount = query.integer("amount", in: 0...1_000_000_000_000_000)
        whatIf.from = query.month("from")
        whatIf.months = query.integer("months", in: 1...12).map(Int.init)
        let year = query.year("year")
        try query.finish()
        let agreement = try await engine.agreement(try context.parameters.require("id"), for: context.principal)
        let runway = try agreement.runway(
            year: year ?? whatIf.from?.year ?? engine.usualYear(of: agreement), rates: engine.rules.reference.rates,
            supposing: whatIf)
        return (agreement, runway)
    }

    @Sendable func overview(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let (year, grouping, scope) = try wanted(request)
        let overview = try await engine.runwayOverview(of: year, by: grouping, in: scope, for: context.principal)
        return .json(RunwayOverviewView(overview, of: year, by: grouping, engine.rules.reference.regions))
    }

    @Sendable func overviewPicture(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let (year, grouping, scope) = try wanted(request)
        let overview = try await engine.runwayOverview(of: year, by: grouping, in: scope, for: context.principal)
        let name = engine.rules.reference.regions[overview.total.key]?.name ?? overview.total.key
        return .svg(RunwayChart(.init(overview, of: year), title: name, language: context.language).svg)
    }

    private func wanted(_ request: Request) throws -> (year: Int, grouping: Grouping, scope: Scope) {
        let query = Query(request)
        let scope = query.scope()
        let year = query.year("year") ?? engine.today(in: scope.region ?? "00").year
        let usual: Grouping = scope.region.map { $0.contains(".") ? .agreement : .region } ?? .province
        let grouping = query.choice("by") ?? usual
        try query.finish()
        try engine.check(scope)
        return (year, grouping, scope)
    }

    @Sendable func arrears(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let scope = query.scope()
        let day = query.day("on") ?? engine.today(in: scope.region ?? "00")
        try query.finish()
        try engine.check(scope)
        // What was paid since would be missing from an answer about a day that has passed.
        guard day >= engine.today(in: scope.region ?? "00") else {
            throw EngineError.invalid(
                "?on",
                Bilingual(
                    id: "hari yang sudah lewat tidak dapat dihitung; lihat peristiwa bill.overdue",
                    en: "a day that has passed cannot be reckoned; see the events bill.overdue"))
        }
        let rows = try await engine.arrears(on: day, in: scope, for: context.principal)
        return .json(ArrearsView(rows, on: day, engine.rules, context.language))
    }
}

extension RunwayChart.Year {
    init(_ overview: RunwayOverview, of year: Int) {
        let total = overview.total
        self.init(
            year: year, needed: total.needed, available: total.available, proposed: total.proposed,
            shortfall: total.shortfall, surplus: total.surplus, runsOutIn: total.runsOutIn,
            peopleCarried: total.peopleCarried, agreements: total.agreements, short: total.short,
            months: overview.months.map {
                MonthLine(month: $0.month, members: $0.members, needed: $0.needed, billed: $0.billed, paid: $0.paid)
            })
    }
}

extension Query {
    /// `region` and `program`; region 00 is the whole nation.
    func scope() -> Scope {
        let region = text("region")
        return Scope(region: region == "00" ? nil : region, programme: choice("program"))
    }
}

extension Engine {
    /// - Throws: ``EngineError/notFound(_:)`` for a region that there is not.
    func check(_ scope: Scope) throws {
        if let region = scope.region, rules.reference.regions[region] == nil { throw EngineError.notFound(region) }
    }

    /// The fiscal year to show of an agreement: its last, else this one.
    func usualYear(of agreement: Agreement) -> Int { agreement.fiscalYears.last ?? today(in: agreement.region).year }
}
