import Documents
import Engine
import HTTPTypes
import Hummingbird
import Workflows

/// The rules in force.
struct WorkflowRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("workflows", use: list)
        api.get("workflows/:id", use: read)
        api.post("workflows/:id/preview", use: preview)
        api.get("workflows/:id/migrations", use: migrations)
        api.post("workflows/:id/migrations", use: migrate)
        api.post("workflows/:id/migrations/:migration/undo", use: undo)
    }

    @Sendable func list(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let workflows = engine.rules.current.values.sorted { $0.id < $1.id }
        return .json(Page(workflows.map { WorkflowView($0, context.language) }, limit: .max) { $0.id })
    }

    @Sendable func read(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let id = try context.parameters.require("id")
        guard let workflow = engine.rules.current[id] else { throw EngineError.notFound(id) }
        return .json(WorkflowView(workflow, context.language))
    }

    /// What a proposed file would do.
    @Sendable func preview(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let (text, replays) = try body.read { map, _ in
            map.text("text").map { ($0, map.optionalBool("replay") ?? false) }
        }
        let id = try context.parameters.require("id")
        let preview = try await engine.preview(text, of: id, replays: replays, for: context.principal)
        return .json(WorkflowPreviewView(preview, context.language))
    }

    @Sendable func migrations(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let records = try await engine.migrations(of: try context.parameters.require("id"))
        return .json(Page(records.map(MigrationRecordView.init), cursor: nil))
    }

    /// Moves running agreements to the structure in force; without `apply` only says what that would do.
    @Sendable func migrate(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let id = try context.parameters.require("id")
        let (plan, applies) = try body.read { map, problems in
            let from = map.optionalText("from")
            let states = map.optional("states").map { problems.texts($0) } ?? [:]
            return (MigrationPlan(workflow: id, from: from, states: states), map.optionalBool("apply") ?? false)
        }
        let report = try await engine.migrate(plan, applies: applies, by: context.principal)
        return .json(MigrationReportView(report, context.language), status: applies ? .created : .ok)
    }

    @Sendable func undo(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let applies = try body.read { map, _ in map.optionalBool("apply") ?? false }
        let migration = try context.parameters.require("migration")
        let report = try await engine.undo(migration, applies: applies, by: context.principal)
        return .json(MigrationReportView(report, context.language), status: applies ? .created : .ok)
    }
}
