import Courier
import Documents
import Foundation
import Synchronization
import Testing

@testable import Receivers

/// A server that has nothing but an endpoint's feed, one delivery a page.
final class FakeFeed: Sendable {
    private struct State {
        var items: [JSON] = []
        var acknowledged: [String] = []
        var queries: [String] = []
    }

    private let state = Mutex(State())

    /// - Returns: what is answered; nil for what the contract does not have.
    func answer(_ request: Request) -> Answer? {
        let parts = request.path.split(separator: "?")
        return state.withLock { state in
            switch (request.method, parts[0]) {
            case ("GET", "/v1/webhook-endpoints/ep_1/feed"):
                let query = parts.count > 1 ? String(parts[1]) : ""
                state.queries.append(query)
                let after = query.split(separator: "&").first { $0.hasPrefix("after=c") }.flatMap {
                    Int($0.dropFirst(7))
                }
                let rest = state.items[(after ?? 0)...]
                return Self.json([
                    "items": .list(Array(rest.prefix(1))), "next_cursor": rest.first?["cursor"] ?? .null,
                ])
            case ("POST", "/v1/webhook-endpoints/ep_1/feed/ack"):
                let body = try? CanonicalJSON.decode(JSON.self, from: Data(request.body))
                let deliveries = body?["deliveries"]?.list?.compactMap(\.text) ?? []
                state.acknowledged += deliveries
                return Self.json(["acknowledged": .integer(Int64(deliveries.count))])
            default: return nil
            }
        }
    }

    var acknowledged: [String] { state.withLock { $0.acknowledged } }
    var queries: [String] { state.withLock { $0.queries } }

    func append(_ body: String, signature: String = Vector.v1) {
        state.withLock { state in
            let number = state.items.count + 1
            state.items.append([
                "cursor": .text("c\(number)"), "delivery": .text("dlv_\(number)"), "webhook_id": .text(Vector.id),
                "type": "signature.recorded", "state": "pending", "body": .text(body),
                "headers": [
                    "content-type": "application/json", "webhook-id": .text(Vector.id),
                    "webhook-timestamp": .text(Vector.timestamp), "webhook-signature": .text(signature),
                ],
            ])
        }
    }

    private static func json(_ json: JSON) -> Answer {
        let bytes = (try? CanonicalJSON.encode(json)) ?? Data()
        return Answer(status: 200, headers: [("content-type", "application/json")], body: Array(bytes))
    }
}

@Suite(.timeLimit(.minutes(3))) struct `pksctl webhooks listen` {
    private let feed = FakeFeed()
    private let good = String(decoding: Vector.body, as: UTF8.self)
    /// Not what the vector signs; with all that a careless hand would change.
    private let forged =
        #" {"type":"signature.recorded","timestamp":"2026-11-01T00:00:00Z","data":{"ref":"kota 😀","agreement_seq":7,"x":"\u0000 é\\/"}} "#

    private func server() async throws -> Receiver {
        var options = Receiver.Options()
        options.script = { [feed] in feed.answer($0) }
        return try await Receiver.start(.fail(status: 500), options)
    }

    private func listen(_ server: Receiver, _ arguments: [String], key: String? = Vector.secret) throws -> Programs.Run
    {
        var environment = ["PKSCTL_SERVER": server.url, "PKSCTL_TOKEN": "token", "TZ": "UTC"]
        environment["PKSCTL_WEBHOOK_SECRET"] = key
        return try Programs.pksctl(["listen", "ep_1"] + arguments, environment)
    }

    @Test func `forwards the same bytes and acknowledges what was accepted`() async throws {
        var options = Receiver.Options(verifier: try SignatureVerifier(Vector.secret))
        options.now = { Vector.now }
        let (server, receiver) = (try await server(), try await Receiver.start(.strict, options))
        for body in [good, forged, good] { feed.append(body) }
        let run = try listen(server, ["--once", "--ack", "--forward", receiver.url("/hook")])
        #expect(try await run.end() == 1, "\(run.errors)")
        let seen = await receiver.seen
        #expect(seen.arrivals.map { String(decoding: $0.request.body, as: UTF8.self) } == [good, forged, good])
        #expect(seen.arrivals.map(\.status) == [204, 401, 204])
        #expect(seen.arrivals.allSatisfy { $0.request.path == "/hook" && $0.request.method == "POST" })
        #expect(seen.last?.request.header("content-type") == "application/json")
        #expect(feed.acknowledged == ["dlv_1", "dlv_3"])
        let lines = run.output.split(separator: "\n")
        #expect(lines[0] == "signature.recorded  ✓  → 204")
        #expect(lines[1] == "2026-11-01 00:00 UTC  signature.recorded  kota 😀 #7  ✗ wrong signature  → 401")
        await receiver.stop()
        await server.stop()
    }

    @Test func `acknowledges what was printed, unless its signature is wrong`() async throws {
        let server = try await server()
        for body in [good, forged] { feed.append(body) }
        let run = try listen(server, ["--once", "--ack", "--since", "2026-11-01T00:00:00Z"])
        #expect(try await run.end() == 1)
        #expect(feed.acknowledged == ["dlv_1"])
        #expect(feed.queries.first == "since=2026-11-01T00%3A00%3A00.000Z&limit=100&wait=0")
        #expect(feed.queries.last == "after=c2&limit=100&wait=0")
        await server.stop()
    }

    @Test func `does not verify without a key, and acknowledges nothing unasked`() async throws {
        let server = try await server()
        for body in [good, forged] { feed.append(body) }
        let run = try listen(server, ["--once"], key: nil)
        #expect(try await run.end() == 0)
        #expect(run.output.split(separator: "\n").allSatisfy { $0.contains("not verified") && !$0.contains("✓") })
        #expect(feed.acknowledged == [])
        await server.stop()
    }

    @Test func `forwards to this machine only, unless told otherwise`() async throws {
        let server = try await server()
        feed.append(good)
        let run = try listen(server, ["--once", "--ack", "--forward", "http://192.0.2.1/"])
        #expect(try await run.end() == 0)
        #expect(run.output.contains("192.0.2.1 is not permitted"), "\(run.output)")
        #expect(feed.acknowledged == [])
        await server.stop()
    }

    @Test func `goes on with what comes later`() async throws {
        let server = try await server()
        let run = try listen(server, ["--ack", "--json"])
        _ = try await eventually { feed.queries.isEmpty ? nil : true }
        feed.append(good)
        _ = try await eventually { feed.acknowledged == ["dlv_1"] ? true : nil }
        #expect(feed.queries[0] == "limit=100&wait=30")
        let line = try CanonicalJSON.decode(JSON.self, from: run.output)
        #expect(line["verdict"] == "valid" && line["delivery"] == "dlv_1" && line["body"]?.text == good)
        await server.stop()
    }

    @Test func `says that the server is not there, or refuses`() async throws {
        let server = try await server()
        let refused = try Programs.pksctl(["listen", "ep_2", "--once"], ["PKSCTL_SERVER": server.url])
        #expect(try await refused.end() == 1)
        await server.stop()
        let lost = try listen(server, ["--once"])
        #expect(try await lost.end() == 3)
    }
}
