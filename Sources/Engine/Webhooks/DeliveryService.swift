import Agreements
public import Calendars
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
/// Who may be sent how much is for ``DeliverySchedule`` to say, what follows from an answer for ``DeliveryPolicy``.
public final class DeliveryService: Service {
    private struct State {
        var schedule: DeliverySchedule
        /// nil until it has been read.
        var health: [String: EndpointHealth]?
        /// Of the book that the schedule was made from.
        var bookVersion = -1
    }

    private let engine: Engine
    private let carrier: any Carrier
    private let policy: DeliveryPolicy
    /// What a receiver's clock shows; a rehearsal's own clock shows something else.
    private let wireClock: any WallClock
    private let state: Mutex<State>
    private let isStopping = Mutex(false)

    public init(
        _ engine: Engine, carrier: any Carrier, policy: DeliveryPolicy = DeliveryPolicy(),
        schedule: DeliverySchedule = DeliverySchedule(), wireClock: any WallClock = SystemClock()
    ) {
        self.wireClock = wireClock
        self.engine = engine
        self.carrier = carrier
        self.policy = policy
        state = Mutex(State(schedule: schedule))
    }

    public func run() async throws {
        let recovered = try await engine.ledger.recoverDeliveries(at: engine.clock.now())
        if recovered > 0 {
            engine.logger.warning(
                "deliveries were in flight when the daemon stopped; they are sent again",
                metadata: ["count": "\(recovered)"])
        }
        let health = try await engine.ledger.endpointHealth()
        state.withLock { $0.health = health }
        await withGracefulShutdownHandler {
            // What is in flight at shutdown may finish; nothing new begins.
            await withDiscardingTaskGroup { group in
                while !isStopping.withLock({ $0 }), !Task.isCancelled {
                    do {
                        try await pass(&group)
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

    /// Starts everything that is due and has room, or sleeps until something is.
    private func pass(_ group: inout DiscardingTaskGroup) async throws {
        let now = engine.clock.now()
        let claims = state.withLock { state in
            hearNews(&state, now)
            return state.schedule.claims(at: now)
        }
        guard !claims.isEmpty else {
            return await engine.deliveryAlarm.wait(until: state.withLock { $0.schedule.nextWake(after: now) })
        }
        let claimed: ClaimedDeliveries
        do {
            claimed = try await engine.ledger.claim(claims, at: now)
        } catch {
            state.withLock { $0.schedule.unclaimed(claims) }
            throw error
        }
        for request in state.withLock({ $0.schedule.claimed(claims, claimed) }) {
            group.addTask { await self.carry(request.deliveries, to: request.endpoint, startedAt: now) }
        }
    }

    private func hearNews(_ state: inout State, _ now: Instant) {
        guard let health = state.health else { return }
        let addressees = engine.takeAddressees()
        let book = engine.endpointBook
        if book.version != state.bookVersion {
            state.bookVersion = book.version
            state.schedule.update(book.entries.map(\.endpoint), health, at: now)
        }
        state.schedule.mayHaveWork(addressees)
    }

    /// - Parameter deliveries: of one request.
    private func carry(_ deliveries: [Delivery], to endpoint: WebhookEndpoint, startedAt: Instant) async {
        let outcome = await send(deliveries, to: endpoint)
        let now = engine.clock.now()
        let verdicts = deliveries.map { policy.judge($0, outcome, startedAt: startedAt, at: now) }
        for verdict in verdicts { engine.metrics.delivered(verdict.settlement) }
        let signal = verdicts.first?.signal ?? .none
        var next = verdicts.compactMap(\.settlement.next.dueAt).min()
        // Until it is written, the agreement's later events wait. At a stop the attempt stays open, and is sent again, with
        // the same webhook-id, when the daemon starts next.
        await insist("the outcome of a delivery could not be written", endpoint) {
            if try await self.engine.ledger.settle(verdicts.map(\.settlement)) { next = now }
        }
        await note(signal, of: endpoint, at: now)
        if verdicts.contains(where: \.disablesEndpoint) { await disable(endpoint, because: "410 Gone") }
        state.withLock { $0.schedule.finished(endpoint.id, signal, next: next, at: now) }
        engine.deliveryAlarm.ring()
    }

    private func send(_ deliveries: [Delivery], to endpoint: WebhookEndpoint) async -> Outcome {
        let lease = engine.endpointBook[endpoint.id]?.signer.flatMap {
            endpoint.lease(
                for: deliveries, signer: $0, at: wireClock.now(), loopbackOnly: engine.isRehearsal,
                source: engine.source)
        }
        guard let lease else {
            return Outcome(
                leaseID: deliveries.first?.id ?? "",
                result: .failed(.init(kind: .badHeader, detail: "no key to sign with, or no address")))
        }
        return await carrier.carry(lease)
    }

    // MARK: How endpoints do

    private func note(_ signal: EndpointSignal, of endpoint: WebhookEndpoint, at now: Instant) async {
        let (health, isNews) = state.withLock { state in
            let before = state.health?[endpoint.id] ?? EndpointHealth()
            var after = before.noting(signal, at: now)
            if DisableRule.warns(after, at: now) { after.warnedAt = now }
            state.health?[endpoint.id] = after
            return (after, after.differsLastingly(from: before))
        }
        if isNews {
            await insist("the health of an endpoint could not be written", endpoint) {
                try await self.engine.ledger.save(health, of: endpoint.id)
            }
        }
        guard let since = health.failingSince, case .failed = signal else { return }
        if health.warnedAt == now {
            engine.logger.warning(
                "an endpoint has failed for a long time; it will be switched off after five days",
                metadata: ["endpoint": "\(endpoint.id)", "since": "\(since)"])
        }
        guard DisableRule.mayApply(to: health, at: now) else { return }
        await insist("an endpoint could not be examined", endpoint) {
            let tried = try await self.engine.ledger.triedInVain(
                endpoint.id, since: since, limit: DisableRule.deliveriesMin * 100)
            guard DisableRule.applies(tried) else { return }
            await self.disable(endpoint, because: "no 2xx for 5 days")
        }
    }

    private func disable(_ endpoint: WebhookEndpoint, because reason: String) async {
        await insist("an endpoint could not be switched off", endpoint) {
            try await self.engine.disable(endpoint.id, because: reason)
        }
    }

    private func insist(
        _ failure: Logger.Message, _ endpoint: WebhookEndpoint, _ write: () async throws -> Void
    ) async {
        while true {
            do {
                return try await write()
            } catch {
                engine.logger.error(failure, metadata: ["endpoint": "\(endpoint.id)", "error": "\(error)"])
                guard (try? await Task.sleep(for: .seconds(5))) != nil else { return }
            }
        }
    }

    /// How an endpoint does; nil for the condition of one that nothing is sent to.
    public func health(of endpoint: String) -> (health: EndpointHealth, condition: EndpointCondition?) {
        state.withLock { state in
            (
                state.health?[endpoint] ?? EndpointHealth(),
                state.schedule.condition(of: endpoint, at: engine.clock.now())
            )
        }
    }

    /// When each try of a delivery comes, if all fail.
    public func preview(_ delivery: Delivery) -> [Instant] {
        guard [.pending, .waiting].contains(delivery.state) else { return [] }
        return policy.schedule.preview(of: delivery.id, from: delivery.dueAt, after: delivery.tries)
    }

    // MARK: Outside the queue

    /// Carries a request that belongs to no delivery, such as a trial.
    func carry(_ lease: Lease) async -> Outcome { await carrier.carry(lease) }

    /// When something comes due of itself.
    func nextDue() -> Instant? { state.withLock { $0.schedule.nextWake(after: engine.clock.now()) } }

    /// Whether nothing is in flight and nothing can go.
    func isIdle() -> Bool {
        state.withLock { state in
            hearNews(&state, engine.clock.now())
            return state.health != nil && state.schedule.isIdle(at: engine.clock.now())
        }
    }
}

extension Settlement.Next {
    fileprivate var dueAt: Instant? {
        switch self {
        case .retry(let at): at
        case .postponed(let until): until
        case .delivered, .failed: nil
        }
    }
}
