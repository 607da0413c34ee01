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
        if request.headers[.accept]?.contains("text/event-stream") == true { return stream(request, wanted) }
        let found = try await LongPoll(engine: engine, seconds: EventRoutes.wait(request)) { [engine] in
            try await engine.ledger.events(wanted)
        }
        return .json(Page(found, limit: limit) { String($0.seq) })
    }

    /// `Prefer: wait=30` (RFC 7240, 4.3): answer as soon as there is something, or empty after so many seconds.
    private static func wait(_ request: Request) -> Int? {
        request.headers[.prefer]?.split(separator: "=").last.flatMap { Int($0) }
    }

    /// Server-sent events: what is on record first, then what comes, until the client leaves or the daemon stops.
    private func stream(_ request: Request, _ query: EventQuery) -> Response {
        let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-cache"]
        return Response(
            status: .ok, headers: headers,
            body: .init { [engine] writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    var query = query
                    let changes = engine.follow()
                    try await writer.write(ByteBuffer(string: ": pksd\n\n"))
                    func catchUp() async throws {
                        while true {
                            let found = try await engine.ledger.events(query)
                            guard let last = found.last else { return }
                            query.after = last.seq
                            var buffer = ByteBuffer()
                            for event in found {
                                buffer.writeString("id: \(event.seq)\nevent: \(event.type.rawValue)\ndata: ")
                                buffer.writeString(try CanonicalJSON.text(event))
                                buffer.writeString("\n\n")
                            }
                            try await writer.write(buffer)
                        }
                    }
                    try await catchUp()
                    for await _ in changes.cancelOnGracefulShutdown() { try await catchUp() }
                }
                try await writer.finish(nil)
            })
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
