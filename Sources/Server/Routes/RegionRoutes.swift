import Agreements
import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger

/// How many of the residents are covered, region by region, and who is about to lose it.
struct RegionRoutes {
    let engine: Engine

    func add(to api: API) {
        api.post("regions/:code/coverage", use: record)
        api.get("regions/:code/coverage", use: read)
        api.get("coverage", use: list)
        api.get("gaps", use: gaps)
    }

    @Sendable func record(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let fact = try body.read { CoverageFact($0, $1) }
        try await engine.record(fact, in: try context.parameters.require("code"), body.circumstances)
        var answer = try await read(request, context)
        answer.status = .created
        return answer
    }

    @Sendable func read(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let code = try context.parameters.require("code")
        guard let region = engine.rules.reference.regions[code] else { throw EngineError.notFound(code) }
        let facts = try await engine.coverage(of: code, for: context.principal)
        let standing = try await engine.standings(on: engine.today(in: code), region: code, for: context.principal)
            .first
        return .json(
            CoverageView(
                region: code, name: region.name, residents: region.population,
                standing: standing.map { StandingView($0, context.language) },
                items: facts.map { CoverageView.Item(fact: $0) }))
    }

    @Sendable func list(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let region = query.text("region")
        let status: CoverageStanding.Status? = query.choice("status")
        let day = query.day("on") ?? engine.today(in: region)
        try query.finish()
        try engine.check(Scope(region: region))
        let standings = try await engine.standings(on: day, for: context.principal).filter { found in
            Region.covers(region ?? "00", found.region.code)
                && (status ?? found.standing.status) == found.standing.status
        }
        return .json(StandingsView(on: day, items: standings.map { StandingView($0, context.language) }))
    }

    /// The hole on a day: 1 January of next year unless another is asked for.
    @Sendable func gaps(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let scope = query.scope()
        let today = engine.today(in: scope.region)
        let day = query.day("on") ?? Day(year: today.year + 1, month: 1, day: 1) ?? today
        try query.finish()
        try engine.check(scope)
        let gaps = try await engine.gaps(on: day, in: scope, for: context.principal)
        return .json(GapsView(gaps, on: day, engine.rules, context.language))
    }
}
