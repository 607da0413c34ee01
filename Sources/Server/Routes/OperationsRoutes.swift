import Agreements
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

/// For those who run the daemon; no token, no secrets.
struct OperationsRoutes {
    let engine: Engine
    let prometheus: Prometheus

    func add(to router: Router<AppContext>) {
        router.get("healthz", use: alive)
        router.get("readyz", use: ready)
        router.get("metrics", use: metrics)
        router.get("openapi.json", use: description)
    }

    private struct Health: Encodable {
        var status: String
        var events: Int64?
        var rehearsal: Bool?
    }

    @Sendable func alive(_ request: Request, _ context: AppContext) async throws -> Response {
        .json(Health(status: "ok"))
    }

    /// Ready means that the ledger answers.
    @Sendable func ready(_ request: Request, _ context: AppContext) async throws -> Response {
        let head = try await engine.ledger.head()
        return .json(Health(status: "ready", events: head?.seq ?? 0, rehearsal: engine.isRehearsal))
    }

    @Sendable func metrics(_ request: Request, _ context: AppContext) async throws -> Response {
        var gauges: [(name: String, labels: String, value: Int)] = []
        let phases = try await engine.ledger.tallies(within: []).reduce(into: [Phase: Int]()) {
            $0[$1.phase, default: 0] += $1.agreements
        }
        for (phase, count) in phases.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            gauges.append(("pksd_agreements", "phase=\"\(phase.rawValue)\"", count))
        }
        for (state, count) in try await engine.ledger.deliveryCounts().sorted(by: { $0.key.rawValue < $1.key.rawValue })
        {
            gauges.append(("pksd_deliveries", "state=\"\(state.rawValue)\"", count))
        }
        gauges.append(("pksd_webhook_endpoints", "", engine.endpoints.count))
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4"],
            body: .init(byteBuffer: ByteBuffer(string: prometheus.text(gauges: gauges))))
    }

    @Sendable func description(_ request: Request, _ context: AppContext) async throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(string: APIDescription.json)))
    }
}
