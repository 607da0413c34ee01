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
    private struct Flights {
        /// By endpoint; room is taken before deliveries are claimed for it.
        var inFlight: [String: Int] = [:]
        /// How often room has been taken, ever.
        var begun = 0
    }

    /// Attempts in flight at one endpoint.
    static let inFlightMax = 8

    private let engine: Engine
    private let carrier: any Carrier
    private let policy: DeliveryPolicy
    /// What a receiver's clock shows; a rehearsal's own clock shows something else.
    private let wireClock: any WallClock
    private let flights = Mutex(Flights())
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
            let room = DeliveryService.inFlightMax - flights.withLock { $0.inFlight[endpoint.id, default: 0] }
            let now = engine.clock.now()
            guard room > 0, let due = try await engine.ledger.nextDeliveryDue(to: endpoint.id) else { continue }
            guard due <= now else {
                next = min(next ?? due, due)
                continue
            }
            let claimed = try await claim(room, for: endpoint, at: now)
            for delivery in claimed {
                group.addTask { [self] in
                    await carry(delivery, to: endpoint, startedAt: now)
                    flights.withLock { $0.inFlight[endpoint.id, default: 1] -= 1 }
                    engine.deliveryAlarm.ring()
                }
            }
            if claimed.count < room, let later = try await engine.ledger.nextDeliveryDue(to: endpoint.id) {
                next = min(next ?? later, later)
            }
        }
        return next
    }

    private func claim(_ room: Int, for endpoint: WebhookEndpoint, at now: Instant) async throws -> [Delivery] {
        flights.withLock { flights in
            flights.inFlight[endpoint.id, default: 0] += room
            flights.begun += 1
        }
        var unused = room
        defer { flights.withLock { $0.inFlight[endpoint.id, default: unused] -= unused } }
        let claimed = try await engine.ledger.claimDeliveries(to: endpoint.id, at: now, limit: room)
        unused -= claimed.count
        return claimed
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
        // Until it is written, the agreement's later events wait. At a stop the attempt stays open, and is sent again, with
        // the same webhook-id, when the daemon starts next.
        await insist("the outcome of a delivery could not be written", delivery) {
            try await engine.ledger.settle(verdict.settlement)
        }
        if verdict.disablesEndpoint {
            await insist("an endpoint could not be switched off", delivery) {
                try await engine.disable(endpoint.id, because: "410 Gone")
            }
        }
    }

    private func insist(_ failure: Logger.Message, _ delivery: Delivery, _ write: () async throws -> Void) async {
        while true {
            do {
                return try await write()
            } catch {
                engine.logger.error(failure, metadata: ["delivery": "\(delivery.id)", "error": "\(error)"])
                guard (try? await Task.sleep(for: .seconds(5))) != nil else { return }
            }
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

    /// Whether nothing is in flight and nothing is due; only sure if nothing began while looking.
    func isIdle() async throws -> Bool {
        let begun = flights.withLock(\.begun)
        for endpoint in engine.endpoints where endpoint.enabled {
            if let due = try await engine.ledger.nextDeliveryDue(to: endpoint.id), due <= engine.clock.now() {
                return false
            }
        }
        return flights.withLock { $0.begun == begun && $0.inFlight.values.allSatisfy { $0 == 0 } }
    }
}
