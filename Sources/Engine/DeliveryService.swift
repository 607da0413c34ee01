import Agreements
import Calendars
public import Courier
import Documents
import Foundation
public import Ledger
import Logging
public import ServiceLifecycle
import Synchronization
public import Webhooks

/// Brings deliveries to their endpoints: claims what is due, hands leases to the courier, writes down the outcomes.
///
/// Each endpoint has its own room for attempts in flight, so that one that hangs holds up nobody else.
public final class DeliveryService: Service {
    /// Attempts in flight at one endpoint.
    static let inFlightMax = 8

    private let engine: Engine
    private let carrier: any Carrier
    private let policy: DeliveryPolicy
    /// What a receiver's clock shows; a rehearsal's own clock shows something else.
    private let wireClock: any WallClock
    private let inFlight = Mutex<[String: Int]>([:])
    private let isStopping = Mutex(false)

    public init(
        _ engine: Engine, carrier: any Carrier, policy: DeliveryPolicy = DeliveryPolicy(),
        wireClock: any WallClock = SystemClock()
    ) {
        self.wireClock = wireClock
        self.engine = engine
        self.carrier = carrier
        self.policy = policy
    }

    public func run() async throws {
        let recovered = try await engine.ledger.recoverDeliveries(at: engine.clock.now())
        if recovered > 0 {
            engine.logger.warning(
                "deliveries were in flight when the daemon stopped; they are sent again",
                metadata: ["count": "\(recovered)"])
        }
        await withGracefulShutdownHandler {
            // What is in flight at shutdown may finish; nothing new begins.
            await withDiscardingTaskGroup { group in
                while !isStopping.withLock({ $0 }), !Task.isCancelled {
                    do {
                        await engine.deliveryAlarm.wait(until: try await pass(&group))
                    } catch {
                        guard !Task.isCancelled else { return }
                        engine.logger.error(
                            "deliveries could not be claimed; trying again in 5 s", metadata: ["error": "\(error)"])
                        try? await Task.sleep(for: .seconds(5))
                    }
                }
            }
        } onGracefulShutdown: {
            self.isStopping.withLock { $0 = true }
            self.engine.deliveryAlarm.ring()
        }
    }

    /// Starts everything that is due and has room.
    ///
    /// - Returns: when something else comes due.
    private func pass(_ group: inout DiscardingTaskGroup) async throws -> Instant? {
        var next: Instant?
        for endpoint in engine.endpoints where endpoint.enabled {
            let room = DeliveryService.inFlightMax - inFlight.withLock { $0[endpoint.id, default: 0] }
            let now = engine.clock.now()
            guard room > 0, let due = try await engine.ledger.nextDeliveryDue(to: endpoint.id) else { continue }
            guard due <= now else {
                next = min(next ?? due, due)
                continue
            }
            let claimed = try await engine.ledger.claimDeliveries(to: endpoint.id, at: now, limit: room)
            inFlight.withLock { $0[endpoint.id, default: 0] += claimed.count }
            for delivery in claimed {
                group.addTask { [self] in
                    await carry(delivery, to: endpoint, startedAt: now)
                    inFlight.withLock { $0[endpoint.id, default: 1] -= 1 }
                    engine.deliveryAlarm.ring()
                }
            }
            if claimed.count < room, let later = try await engine.ledger.nextDeliveryDue(to: endpoint.id) {
                next = min(next ?? later, later)
            }
        }
        return next
    }

    private func carry(_ delivery: Delivery, to endpoint: WebhookEndpoint, startedAt: Instant) async {
        let outcome =
            if let lease = endpoint.lease(for: delivery, at: wireClock.now(), loopbackOnly: engine.isRehearsal) {
                await carrier.carry(lease)
            } else {
                Outcome(leaseID: delivery.id, result: .failed(.init(kind: .badHeader, detail: "unreadable secret")))
            }
        let verdict = policy.judge(delivery, outcome, startedAt: startedAt, at: engine.clock.now())
        engine.metrics.delivered(verdict.settlement)
        do {
            try await engine.ledger.settle(verdict.settlement)
            if verdict.disablesEndpoint { try await engine.disable(endpoint, because: "410 Gone") }
        } catch {
            // The attempt stays open; it is sent again, with the same webhook-id, when the daemon starts next.
            engine.logger.error(
                "the outcome of a delivery could not be written",
                metadata: ["delivery": "\(delivery.id)", "error": "\(error)"])
        }
    }

    /// Sends an endpoint a signed test at once, outside the queue; nothing is written down.
    public func test(_ endpoint: WebhookEndpoint) async -> Outcome {
        let now = engine.clock.now()
        let id = engine.mint.id("evt", at: now)
        let payload = Data("{\"data\":{},\"timestamp\":\"\(now)\",\"type\":\"endpoint.test\"}".utf8)
        let delivery = Delivery(
            id: "test_" + id, endpoint: endpoint.id, eventID: .init(rawValue: id), eventType: "endpoint.test", seq: 0,
            lane: endpoint.id, payload: payload, dueAt: now, createdAt: now)
        guard let lease = endpoint.lease(for: delivery, at: wireClock.now(), loopbackOnly: engine.isRehearsal) else {
            return Outcome(leaseID: delivery.id, result: .failed(.init(kind: .badHeader, detail: "unreadable secret")))
        }
        return await carrier.carry(lease)
    }

    /// Whether nothing is in flight and nothing is due.
    func isIdle() async throws -> Bool {
        guard inFlight.withLock({ $0.values.allSatisfy { $0 == 0 } }) else { return false }
        for endpoint in engine.endpoints where endpoint.enabled {
            if let due = try await engine.ledger.nextDeliveryDue(to: endpoint.id), due <= engine.clock.now() {
                return false
            }
        }
        return true
    }
}
