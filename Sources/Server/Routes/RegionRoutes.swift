import Agreements
import Documents
import Engine
import HTTPTypes
import Hummingbird

/// How many of a region's residents are covered.
struct RegionRoutes {
    let engine: Engine

    func add(to api: API) {
        api.post("regions/:code/coverage", use: record)
        api.get("regions/:code/coverage", use: read)
    }

    private struct CoverageView: Encodable {
        struct Item: Encodable {
            let fact: CoverageFact

            enum CodingKeys: String, CodingKey { case computedPercent = "computed_percent" }

            func encode(to encoder: any Encoder) throws {
                try fact.encode(to: encoder)
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encodeIfPresent(fact.computedPercent, forKey: .computedPercent)
            }
        }

        var region: String
        var name: String
        /// Dukcapil's figure in `Config/population.csv`.
        var residents: Int64?
        var items: [Item]
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
        return .json(
            CoverageView(
                region: code, name: region.name, residents: region.population,
                items: facts.map { CoverageView.Item(fact: $0) }))
    }
}
