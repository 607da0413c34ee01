import Agreements
import Documents
import Engine
import Hummingbird
import Ledger

/// What somebody must do today.
struct WorkRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("worklist", use: worklist)
        api.get("agreements/:id/next", use: next)
    }

    /// What waits for the one who asks, by their role, in the order of harm.
    @Sendable func worklist(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let role: Role? = query.choice("role")
        let region = query.text("region")
        let after = query.parsed(
            "cursor", as: Bilingual(id: "kursor dari halaman sebelumnya", en: "a cursor of the page before")
        ) { WorkCursor($0) }
        let limit = query.limit()
        try query.finish()
        try engine.check(Scope(region: region))
        let page = try await engine.work(
            for: context.principal, role: role, region: region, after: after, limit: limit)
        return .json(WorkPageView(page, engine, context))
    }

    /// The one thing by which the one who asks moves an agreement.
    @Sendable func next(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try Query(request).finish()
        let agreement = try await engine.agreement(try context.parameters.require("id"), for: context.principal)
        return .json(NextStepView(engine.nextStep(of: agreement, for: context.principal), context.language))
    }
}
