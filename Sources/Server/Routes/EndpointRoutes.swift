import Calendars
import Courier
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger

/// Webhook endpoints, what was told to them, and what is told again.
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
        api.post("webhook-endpoints/:id/verify", use: verify)
        api.get("webhook-endpoints/:id/deliveries", use: deliveries)
        api.get("webhook-endpoints/:id/replays", use: replays)
        api.post("webhook-endpoints/:id/replay", use: replay)
        api.post("webhook-endpoints/:id/replays/:replay/cancel", use: cancelReplay)
        api.get("webhook-duplicates", use: duplicates)
    }

    // MARK: Endpoints

    @Sendable func create(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let endpoint = try await engine.createEndpoint(try body.read { EndpointWish($0, $1) }, body.circumstances)
        return .json(
            EndpointView(endpoint: endpoint, showsSecret: true), status: .created,
            headers: [.location: "/v1/webhook-endpoints/\(endpoint.id)"])
    }

    @Sendable func list(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let endpoints = try engine.endpoints(for: context.principal).map { EndpointView(endpoint: $0) }
        return .json(Page(endpoints, limit: .max) { $0.endpoint.id })
    }

    @Sendable func read(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let endpoint = try endpoint(context)
        let (health, condition) = deliveryService.health(of: endpoint.id)
        let counts = try await engine.ledger.deliveryCounts(of: endpoint.id)
        return .json(EndpointView(endpoint: endpoint, health: .init(health, condition, counts)))
    }

    @Sendable func change(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let endpoint = try await engine.changeEndpoint(
            try context.parameters.require("id"), try body.read { EndpointWish($0, $1) }, body.circumstances)
        return .json(EndpointView(endpoint: endpoint))
    }

    @Sendable func delete(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try await engine.deleteEndpoint(try context.parameters.require("id"), for: context.principal)
        return Response(status: .noContent)
    }

    @Sendable func rotate(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let wish = try body.read { RotationWish($0, $1) }
        let endpoint = try await engine.rotateSecret(
            of: try context.parameters.require("id"), to: wish.key, overlap: wish.overlap, body.circumstances)
        return .json(EndpointView(endpoint: endpoint, showsSecret: true))
    }

    private func endpoint(_ context: AuthenticatedContext) throws -> WebhookEndpoint {
        try engine.endpoint(try context.parameters.require("id"), for: context.principal)
    }

    // MARK: Trials

    private struct TestView: Encodable {
        var delivered: Bool
        var status: Int?
        var error: String?
        var address: String?
        var milliseconds: Double
    }

    @Sendable func test(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let endpoint = try endpoint(context)
        guard endpoint.url != nil else {
            throw EngineError.impossible(
                Bilingual(
                    id: "endpoint ini hanya menarik; tidak ada alamatnya",
                    en: "this endpoint only pulls; it has no address"))
        }
        let outcome = await EndpointVerification(endpoint, engine, deliveryService).trial()
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

    private struct VerificationView: Encodable {
        var passed: Bool
        var findings: [EndpointFindingView]
    }

    @Sendable func verify(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let findings = await EndpointVerification(try endpoint(context), engine, deliveryService).run()
        return .json(
            VerificationView(
                passed: !findings.contains { $0.verdict == .failed }, findings: findings.map { EndpointFindingView($0) }
            ))
    }

    // MARK: Deliveries

    @Sendable func deliveries(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let cursor = query.text("cursor")
        let state: Delivery.State? = query.choice("state")
        let limit = query.limit()
        try query.finish()
        return try await deliveryService.page(
            DeliveryQuery(
                endpoint: try endpoint(context).id, states: state.map { [$0] } ?? [], after: cursor, limit: limit),
            engine, for: context.principal)
    }

    @Sendable func duplicates(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let named = query.text("endpoint")
        let since = query.instant("since")
        let before = query.parsed("cursor", as: Bilingual(id: "kursor", en: "a cursor")) { UnknownAttempt.Cursor($0) }
        let limit = query.limit(default: 100)
        try query.finish()
        let visible = try engine.endpoints(for: context.principal).map(\.id)
        if let named, !visible.contains(named) { throw EngineError.notFound(named) }
        let attempts = try await engine.ledger.unknownAttempts(
            of: named.map { [$0] } ?? visible, since: since, before: before, limit: limit + 1)
        return .json(Page(attempts.map { DuplicateView($0) }, limit: limit) { $0.cursor.text })
    }

    // MARK: Replays

    private struct CountView: Encodable {
        var dry_run = true
        var count: Int
    }

    @Sendable func replay(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let wanted = try body.read { ReplayRequest($0, $1) }
        let id = try context.parameters.require("id")
        if wanted.isDryRun {
            return .json(
                CountView(count: try await engine.replayCount(wanted.wish, to: id, for: context.principal)))
        }
        return .json(try await engine.beginReplay(wanted.wish, to: id, body.circumstances), status: .accepted)
    }

    @Sendable func replays(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let id = try context.parameters.require("id")
        return .json(Page(try await engine.replays(of: id, for: context.principal), limit: .max) { $0.id })
    }

    @Sendable func cancelReplay(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let replay = try await engine.cancelReplay(
            try context.parameters.require("replay"), of: try context.parameters.require("id"), for: context.principal)
        return .json(replay)
    }
}

extension DeliveryService {
    /// Deliveries with the log of their attempts and the times of those to come.
    func page(_ query: DeliveryQuery, _ engine: Engine, for principal: Principal) async throws -> Response {
        var wanted = query
        wanted.limit = query.limit + 1
        let visible = principal.may(.manageEndpoints) ? Set(try engine.endpoints(for: principal).map(\.id)) : []
        var views: [DeliveryView] = []
        for delivery in try await engine.ledger.deliveries(wanted) {
            views.append(
                DeliveryView(
                    delivery: delivery, log: try await engine.ledger.attempts(of: delivery.id),
                    next: preview(delivery), showsAnswers: visible.contains(delivery.endpoint)))
        }
        return .json(Page(views, limit: query.limit) { $0.delivery.id })
    }
}
