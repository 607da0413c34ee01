import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger

/// An endpoint's deliveries for a receiver that fetches them itself, and where an event went.
struct PullRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("webhook-endpoints/:id/feed", use: feed)
        api.post("webhook-endpoints/:id/feed/ack", use: acknowledge)
    }

    @Sendable func feed(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let after = query.parsed("after", as: Bilingual(id: "kursor", en: "a cursor")) { Int64($0) } ?? 0
        let since = query.instant("since")
        let seconds = query.integer("wait", in: 0...Int64(LongPoll.secondsMax)).map { Int($0) }
        let limit = query.limit(default: 100)
        try query.finish()
        let id = try context.parameters.require("id")
        let principal = context.principal
        let found = try await LongPoll(engine: engine, request: request, seconds: seconds) { [engine] in
            try await engine.pull(id, after: after, since: since, limit: limit + 1, for: principal)
        }
        return .json(Page(found.map { PulledView($0) }, limit: limit) { $0.cursor })
    }

    private struct CountView: Encodable {
        var acknowledged: Int
    }

    @Sendable func acknowledge(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let acknowledgement = try body.read { Acknowledgement($0, $1) }
        let count = try await engine.acknowledge(
            acknowledgement.deliveries, of: try context.parameters.require("id"), for: context.principal)
        return .json(CountView(acknowledged: count))
    }
}
