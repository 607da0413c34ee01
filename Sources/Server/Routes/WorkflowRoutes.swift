import Agreements
import Diagrams
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Workflows

/// The rules in force.
struct WorkflowRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("workflows", use: list)
        api.get("workflows/:id", use: read)
        api.get("workflows/:id/diagram.svg", use: diagram)
        api.get("roles", use: roles)
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

    /// A picture: plain, with live counts, of one agreement's path, or against another structure.
    @Sendable func diagram(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let id = try context.parameters.require("id")
        let query = Query(request)
        let isLive = query.parsed("live", as: Bilingual(id: "true atau false", en: "true or false")) { Bool($0) }
        let agreement = query.text("agreement")
        let before = query.text("against")
        try query.finish()
        guard var workflow = engine.rules.current[id] else { throw EngineError.notFound(id) }
        var overlay = Diagram.Overlay.none
        if let agreement {
            let record = try await engine.agreement(agreement, for: context.principal)
            guard record.workflow.id == id else {
                throw EngineError.invalid(
                    "?/agreement",
                    Bilingual(
                        id: "perjanjian ini mengikuti '\(record.workflow.id)'",
                        en: "this agreement follows '\(record.workflow.id)'"))
            }
            workflow = try engine.workflow(of: record)
            overlay = .path(record.moves, current: record.state)
        } else if let before {
            guard let other = engine.rules.workflow(structurePrefix: before, of: id) else {
                throw EngineError.notFound(before)
            }
            overlay = .comparison(before: other)
        } else if isLive == true {
            overlay = .counts(
                try await engine.occupancy(of: workflow, for: context.principal).mapValues {
                    Diagram.Count(total: $0.agreements, overdue: $0.overdue)
                })
        }
        return .svg(Diagram(workflow, language: context.language, overlay: overlay).svg)
    }

    /// How many people hold each role.
    @Sendable func roles(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let holders = try await engine.holders()
        let items = Role.allCases.filter { $0 != .system }.map { RoleView(role: $0, holders: holders[$0] ?? 0) }
        return .json(Page(items, cursor: nil))
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
        let records = try await engine.migrations(
            of: try context.parameters.require("id"), for: context.principal)
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
        let id = try context.parameters.require("id")
        let report = try await engine.undo(migration, of: id, applies: applies, by: context.principal)
        return .json(MigrationReportView(report, context.language), status: applies ? .created : .ok)
    }
}
