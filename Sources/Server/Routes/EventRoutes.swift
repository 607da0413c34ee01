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
    private static let waitSecondsMax = 60

    let engine: Engine

    func add(to api: API) {
        api.get("events", use: feed)
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
        var found = try await engine.ledger.events(wanted)
        if found.isEmpty, let seconds = EventRoutes.wait(request) {
            found = try await wait(for: wanted, seconds: seconds)
        }
        return .json(Page(found, limit: limit) { String($0.seq) })
    }

    /// `Prefer: wait=30` (RFC 7240, 4.3): answer as soon as there is something, or empty after so many seconds.
    private static func wait(_ request: Request) -> Int? {
        guard let text = request.headers[.prefer]?.split(separator: "=").last, let seconds = Int(text), seconds > 0
        else {
            return nil
        }
        return min(seconds, waitSecondsMax)
    }

    private func wait(for query: EventQuery, seconds: Int) async throws -> [Event] {
        let changes = engine.follow()
        return try await cancelWhenGracefulShutdown {
            try await withThrowingTaskGroup(of: [Event]?.self) { group in
                group.addTask {
                    var found = try await engine.ledger.events(query)
                    for await _ in changes where found.isEmpty {
                        found = try await engine.ledger.events(query)
                        if !found.isEmpty { break }
                    }
                    return found
                }
                group.addTask {
                    try? await Task.sleep(for: .seconds(seconds))
                    return []
                }
                defer { group.cancelAll() }
                return try await group.next().flatMap { $0 } ?? []
            }
        }
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
        return try await engine.deliveryPage(
            DeliveryQuery(subject: .agreement(agreement.id), after: cursor, limit: limit), for: context.principal)
    }
}

extension Engine {
    /// Deliveries with the log of their attempts.
    func deliveryPage(_ query: DeliveryQuery, for principal: Principal) async throws -> Response {
        var wanted = query
        wanted.limit = query.limit + 1
        var views: [DeliveryView] = []
        for delivery in try await ledger.deliveries(wanted) {
            views.append(
                DeliveryView(
                    delivery: delivery, log: try await ledger.attempts(of: delivery.id),
                    showsAnswers: principal.may(.manageEndpoints)))
        }
        return .json(Page(views, limit: query.limit) { $0.delivery.id })
    }
}
