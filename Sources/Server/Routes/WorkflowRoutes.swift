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
}
