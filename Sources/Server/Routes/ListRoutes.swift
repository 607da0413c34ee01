import Agreements
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Ledger

/// How many agreements there are, how long they stay, and the lists that somebody comes back to.
struct ListRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("counts", use: counts)
        api.get("dwell-times", use: dwellTimes)
        api.get("saved-views", use: views)
        api.put("saved-views/:name", use: saveView)
        api.delete("saved-views/:name", use: deleteView)
        api.post("agreements/bulk-transitions", use: advanceMany)
    }

    @Sendable func counts(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let region = try region(request)
        let tallies = try await engine.tallies(for: context.principal, region: region)
        return .json(Page(tallies.map { TallyView($0, engine.rules, context.language) }, cursor: nil))
    }

    @Sendable func dwellTimes(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let region = try region(request)
        let times = try await engine.dwellTimes(for: context.principal, region: region)
        return .json(Page(times.map { DwellView($0, engine.rules, context.language) }, cursor: nil))
    }

    private func region(_ request: Request) throws -> String? {
        let query = Query(request)
        let region = query.text("region")
        try query.finish()
        try engine.check(Scope(region: region))
        return region
    }

    @Sendable func views(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try Query(request).finish()
        return .json(Page(try await engine.savedViews(of: context.principal), cursor: nil))
    }

    @Sendable func saveView(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let name = try name(context)
        try IdentityNumbers.refuse(in: Node(.text(name)))
        let view = try body.read { map, _ in map.text("query").map { SavedView(name: name, query: $0) } }
        try await engine.save(view, of: context.principal)
        return .json(view)
    }

    @Sendable func deleteView(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try await engine.deleteView(try name(context), of: context.principal)
        return Response(status: .noContent)
    }

    /// With whatever an address must not hold written as `%20`.
    private func name(_ context: AuthenticatedContext) throws -> String {
        let name = try context.parameters.require("name")
        return name.removingPercentEncoding ?? name
    }

    /// The same step for many; each is answered for itself.
    @Sendable func advanceMany(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let (items, advance, isDryRun) = try body.read { map, problems in
            let reason = map.optionalText("reason")
            let effectiveOn = map.optional("effective_on").flatMap { problems.day($0) }
            let isDryRun = map.optionalBool("dry_run") ?? false
            let items = map.list("items", max: Engine.bulkMax, problems).compactMap { node in
                let map = MapReader(node, problems)
                let version = map.optionalInteger("version").map(Int.init)
                let agreement = map.text("agreement")
                map.finish()
                return agreement.map { BulkAdvance.Item(agreement: $0, version: version) }
            }
            return map.text("transition").map {
                (items, BulkAdvance(transition: $0, reason: reason, effectiveOn: effectiveOn), isDryRun)
            }
        }
        let results = try await engine.advance(many: items, advance, dryRun: isDryRun, body.circumstances)
        return .json(BulkView(results, engine, context))
    }
}
