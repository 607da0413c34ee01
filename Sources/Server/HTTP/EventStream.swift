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
    /// - Parameters:
    ///   - reader: who listens, as they are now, asked before anything is told; nil once what let them in is over.
    ///   - told: what is said of an event: its name and one line of data.
    static func eventStream(
        of query: EventQuery, to reader: @escaping @Sendable () async throws -> Principal?, _ engine: Engine,
        _ request: Request, as told: @escaping @Sendable (Event) throws -> (name: String, data: String)
    ) -> Response {
        let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-cache"]
        return Response(
            status: .ok, headers: headers,
            body: .init { writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    var query = query
                    let changes = engine.follow()
                    try await writer.write(ByteBuffer(string: ": pksd\n\n"))
                    /// - Returns: whether there is still somebody to tell.
                    func catchUp() async throws -> Bool {
                        guard let principal = try await reader() else { return false }
                        query.within = principal.regions
                        while true {
                            let found = try await engine.ledger.events(query)
                            guard let last = found.last else { return true }
                            query.after = last.seq
                            var buffer = ByteBuffer()
                            for event in found {
                                let (name, data) = try told(event)
                                buffer.writeString("id: \(event.seq)\nevent: \(name)\ndata: \(data)\n\n")
                            }
                            try await writer.write(buffer)
                        }
                    }
                    guard try await catchUp() else { return }
                    for await _ in changes.cancelOnGracefulShutdown() {
                        guard try await catchUp() else { return }
                    }
                }
                try await writer.finish(nil)
            })
    }
}
