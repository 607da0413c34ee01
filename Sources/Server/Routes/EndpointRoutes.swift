import Courier
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger

/// Webhook endpoints and what was told to them.
struct EndpointRoutes {
    let engine: Engine
    let deliveryService: DeliveryService

    func add(to api: API) {
        api.post("webhook-endpoints", use: create)
        api.get("webhook-endpoints", use: list)
        api.get("webhook-endpoints/:id", use: read)
        api.patch("webhook-endpoints/:id", use: change)
        api.delete("webhook-endpoints/:id", use: delete)
        api.post("webhook-endpoints/:id/rotate-secret", use: rotate)
        api.post("webhook-endpoints/:id/test", use: test)
        api.get("webhook-endpoints/:id/deliveries", use: deliveries)
    }

    @Sendable func create(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let wish = try body.read { EndpointWish($0, $1, isNew: true) }
        let endpoint = try await engine.createEndpoint(wish, body.circumstances)
        return .json(
            EndpointView(endpoint: endpoint, showsSecret: true), status: .created,
            headers: [.location: "/v1/webhook-endpoints/\(endpoint.id)"])
    }

    @Sendable func list(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let endpoints = try engine.endpoints(for: context.principal).map { EndpointView(endpoint: $0) }
        return .json(Page(endpoints, limit: .max) { $0.endpoint.id })
    }

    @Sendable func read(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        .json(EndpointView(endpoint: try engine.endpoint(try context.parameters.require("id"), for: context.principal)))
    }

    @Sendable func change(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let wish = try body.read { EndpointWish($0, $1, isNew: false) }
        let endpoint = try await engine.changeEndpoint(
            try context.parameters.require("id"), wish, body.circumstances)
        return .json(EndpointView(endpoint: endpoint))
    }

    @Sendable func delete(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try await engine.deleteEndpoint(try context.parameters.require("id"), for: context.principal)
        return Response(status: .noContent)
    }

    @Sendable func rotate(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let endpoint = try await engine.rotateSecret(of: try context.parameters.require("id"), body.circumstances)
        return .json(EndpointView(endpoint: endpoint, showsSecret: true))
    }

    private struct TestView: Encodable {
        var delivered: Bool
        var status: Int?
        var error: String?
        var address: String?
        var milliseconds: Double
    }

    @Sendable func test(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let endpoint = try engine.endpoint(try context.parameters.require("id"), for: context.principal)
        let outcome = await deliveryService.test(endpoint)
        var view = TestView(
            delivered: false, address: outcome.address, milliseconds: outcome.timings.totalMilliseconds)
        switch outcome.result {
        case .answered(let answer):
            view.status = answer.status
            view.delivered = (200...299).contains(answer.status)
        case .failed(let failure):
            view.error = "\(failure.kind.rawValue): \(failure.detail)"
        }
        return .json(view)
    }

    @Sendable func deliveries(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let cursor = query.text("cursor")
        let limit = query.limit()
        try query.finish()
        let endpoint = try engine.endpoint(try context.parameters.require("id"), for: context.principal)
        return try await engine.deliveryPage(
            DeliveryQuery(endpoint: endpoint.id, after: cursor, limit: limit), for: context.principal)
    }
}
