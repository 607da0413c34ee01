import Agreements
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import ServiceLifecycle

/// What has happened: the feed for consumers who pull, by page, by long poll or as a stream.
struct EventRoutes {
    let engine: Engine
    let deliveryService: DeliveryService

    func add(to api: API) {
        api.get("events", use: feed)
        api.get("events/:id", use: event)
        api.get("events/:id/deliveries", use: destinations)
        api.get("agreements/:id/events", use: history)
        api.get("agreements/:id/deliveries", use: deliveries)
    }

    @Sendable func feed(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let number = Bilingual(id: "nomor urut", en: "a sequence number")
        let start = query.parsed("after", as: number) { Int64($0) }
        let cursor = query.parsed("cursor", as: number) { Int64($0) }
        // A stream that was broken off goes on where it was, whatever its address says.
        let after = request.headers[.lastEventID].flatMap { Int64($0) } ?? cursor ?? start ?? 0
        let limit = query.limit(default: 100)
        try query.finish()
        let wanted = EventQuery(after: after, within: context.principal.regions, limit: limit + 1)
        if request.headers[.accept]?.contains("text/event-stream") == true {
            let reader: @Sendable () async throws -> Principal? = { [engine] in
                do { return try await TokenMiddleware.principal(request, engine) } catch EngineError.unauthorized {
                    return nil
                }
            }
            return .eventStream(of: wanted, to: reader, engine, request) {
                ($0.type.rawValue, try CanonicalJSON.text($0))
            }
        }
        let found = try await LongPoll(engine: engine, request: request, seconds: EventRoutes.wait(request)) {
            [engine] in
            try await engine.ledger.events(wanted)
        }
        return .json(Page(found, limit: limit) { String($0.seq) })
    }

    /// `Prefer: wait=30` (RFC 7240, 4.3): answer as soon as there is something, or empty after so many seconds.
    private static func wait(_ request: Request) -> Int? {
        request.headers[.prefer]?.split(separator: "=").last.flatMap { Int($0) }
    }

    @Sendable func history(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let after = query.parsed("cursor", as: Bilingual(id: "nomor urut", en: "a sequence number")) { Int64($0) } ?? 0
        let limit = query.limit(default: 200)
        try query.finish()
        let agreement = try await engine.agreement(try context.parameters.require("id"), for: context.principal)
        let found = try await engine.ledger.events(
            EventQuery(subject: .agreement(agreement.id), after: after, limit: limit + 1))
        return .json(Page(found, limit: limit) { String($0.seq) })
    }

    @Sendable func deliveries(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let cursor = query.text("cursor")
        let limit = query.limit()
        try query.finish()
        let agreement = try await engine.agreement(try context.parameters.require("id"), for: context.principal)
        return try await deliveryService.page(
            DeliveryQuery(subject: .agreement(agreement.id), after: cursor, limit: limit), engine,
            for: context.principal)
    }

    /// By its number, or by its id if it was to be sent anywhere: what a thin webhook points to.
    @Sendable func event(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        .json(try await engine.event(try context.parameters.require("id"), for: context.principal))
    }

    private struct DestinationsView: Encodable {
        var event: Event
        var deliveries: [DeliveryView]
        var not_sent: [String: String]
    }

    /// Where an event went, and where not and why.
    @Sendable func destinations(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let found = try await engine.destinations(
            of: try context.parameters.require("id"), for: context.principal)
        var deliveries: [DeliveryView] = []
        for delivery in found.deliveries {
            deliveries.append(
                DeliveryView(
                    delivery: delivery, log: try await engine.ledger.attempts(of: delivery.id),
                    next: deliveryService.preview(delivery), showsAnswers: true))
        }
        return .json(DestinationsView(event: found.event, deliveries: deliveries, not_sent: found.notSent))
    }
}
