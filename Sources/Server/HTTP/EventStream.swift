import Agreements
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import ServiceLifecycle

extension Response {
    /// Server-sent events (WHATWG HTML 9.2): what is on record first, then what comes, until the client leaves or the daemon
    /// stops. A client that was cut off says where in `Last-Event-ID`.
    ///
    /// - Parameter told: what is said of an event: its name and one line of data.
    static func eventStream(
        of query: EventQuery, _ engine: Engine, _ request: Request,
        as told: @escaping @Sendable (Event) throws -> (name: String, data: String)
    ) -> Response {
        let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-cache"]
        return Response(
            status: .ok, headers: headers,
            body: .init { writer in
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
                                let (name, data) = try told(event)
                                buffer.writeString("id: \(event.seq)\nevent: \(name)\ndata: \(data)\n\n")
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
}
