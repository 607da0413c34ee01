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
    /// A request that is over, and has not been written down.
    private struct Landing {
        var endpoint: String
        /// One for each of its deliveries.
        var verdicts: [DeliveryPolicy.Verdict]

        var settlements: [Settlement] { verdicts.map(\.settlement) }
        var signal: EndpointSignal { verdicts.first?.signal ?? .none }
        var isGone: Bool { verdicts.contains(where: \.disablesEndpoint) }

        /// When its endpoint has something due because of it: at once where the next of an agreement may follow.
        func nextDue(_ now: Instant) -> Instant? { verdicts.map { $0.settlement.next.dueAt ?? now }.min() }
    }

    private struct State {
        var schedule: DeliverySchedule
        /// nil until it has been read.
        var health: [String: EndpointHealth]?
        /// Of the book that the schedule was made from.
        var bookVersion = -1
        /// Where endpoints led that were on then.
        var live: [String: String?] = [:]
        var landings: [Landing] = []
        /// How many of them the schedule knows of; the rest came after the last turn began.
        var noted = 0
        var healthNews: [String: EndpointHealth] = [:]

        mutating func note(_ landing: Landing, at now: Instant) {
            let id = landing.endpoint
            schedule.finished(id, landing.signal, next: landing.nextDue(now), at: now)
            if landing.isGone { schedule.stop(id) }
            let before = health?[id] ?? EndpointHealth()
            var after = before.noting(landing.signal, at: now)
            if DisableRule.warns(after, at: now) { after.warnedAt = now }
            health?[id] = after
            if after.differsLastingly(from: before) { healthNews[id] = after }
        }
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
                        try await turn(&group)
                    } catch {
                        guard !Task.isCancelled else { return }
                        engine.logger.error(
                            "deliveries could not be settled or claimed; trying again in 5 s",
                            metadata: ["error": "\(error)"])
                        try? await Task.sleep(for: .seconds(5))
                    }
                }
            }
        } onGracefulShutdown: {
            self.isStopping.withLock { $0 = true }
            self.engine.deliveryAlarm.ring()
        }
        try await settleLast()
    }

    /// What landed after the last turn.
    private func settleLast() async throws {
        let now = engine.clock.now()
        let (landings, health) = state.withLock { state in
            for landing in state.landings.dropFirst(state.noted) { state.note(landing, at: now) }
            return (state.landings, state.healthNews)
        }
        guard !landings.isEmpty else { return }
        _ = try await engine.ledger.settle(landings.flatMap(\.settlements), health: health, claiming: [], at: now)
    }

    /// One turn: writes down what has landed, claims what may go, and starts it; or sleeps until there is something.
    ///
    /// The longer the disk takes, the more goes into the next turn.
    private func turn(_ group: inout DiscardingTaskGroup) async throws {
        let now = engine.clock.now()
        let (landings, health, claims) = state.withLock { state in
            hearNews(&state, now)
            for landing in state.landings.dropFirst(state.noted) { state.note(landing, at: now) }
            state.noted = state.landings.count
            return (state.landings, state.healthNews, state.schedule.claims(at: now))
        }
        guard !landings.isEmpty || !claims.isEmpty else {
            return await engine.deliveryAlarm.wait(until: state.withLock { $0.schedule.nextWake(after: now) })
        }
        let claimed: ClaimedDeliveries
        do {
            claimed = try await engine.ledger.settle(
                landings.flatMap(\.settlements), health: health, claiming: claims, at: now)
        } catch {
            state.withLock { $0.schedule.unclaimed(claims) }
            throw error
        }
        let requests = state.withLock { state in
            state.landings.removeFirst(landings.count)
            state.noted -= landings.count
            state.healthNews = [:]
            return state.schedule.claimed(claims, claimed)
        }
        for request in requests {
            group.addTask { await self.carry(request.deliveries, to: request.endpoint, startedAt: now) }
        }
        for (endpoint, reason) in try await condemned(landings, at: now) {
            engine.logger.warning(
                "an endpoint is switched off", metadata: ["endpoint": "\(endpoint)", "reason": "\(reason)"])
            try await engine.disable(endpoint, because: reason)
        }
    }

    /// One that was switched on again, or leads somewhere else, begins anew.
    private func forgetHealth(_ state: inout State, _ book: EndpointBook) {
        let live = Dictionary(
            book.entries.filter(\.endpoint.enabled).map { ($0.endpoint.id, $0.endpoint.url) }
        ) { $1 }
        if state.bookVersion >= 0 {
            for (id, url) in live where state.live[id] != url { state.health?[id] = nil }
        }
        state.live = live
    }

    private func hearNews(_ state: inout State, _ now: Instant) {
        guard state.health != nil else { return }
        let addressees = engine.takeAddressees()
        let book = engine.endpointBook
        if book.version != state.bookVersion {
            forgetHealth(&state, book)
            state.bookVersion = book.version
            state.schedule.update(book.entries.map(\.endpoint), state.health ?? [:], at: now)
        }
        state.schedule.mayHaveWork(addressees)
    }

    /// - Parameter deliveries: of one request.
    private func carry(_ deliveries: [Delivery], to endpoint: WebhookEndpoint, startedAt: Instant) async {
        let outcome = await send(deliveries, to: endpoint)
        let now = engine.clock.now()
        let verdicts = deliveries.map { policy.judge($0, outcome, startedAt: startedAt, at: now) }
        for verdict in verdicts { engine.metrics.delivered(verdict.settlement) }
        // Until it is written, the agreement's later events wait. At a stop the attempt stays open, and is sent again, with
        // the same webhook-id, when the daemon starts next.
        state.withLock { $0.landings.append(Landing(endpoint: endpoint.id, verdicts: verdicts)) }
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

    /// The endpoints that are to be switched off, and why.
    private func condemned(_ landings: [Landing], at now: Instant) async throws -> [String: String] {
        var condemned: [String: String] = [:]
        for landing in landings where condemned[landing.endpoint] == nil {
            if landing.isGone {
                condemned[landing.endpoint] = "410 Gone"
                continue
            }
            guard case .failed = landing.signal,
                let health = state.withLock({ $0.health?[landing.endpoint] }), let since = health.failingSince
            else { continue }
            if health.warnedAt == now {
                engine.logger.warning(
                    "an endpoint has failed for a long time; it will be switched off after five days",
                    metadata: ["endpoint": "\(landing.endpoint)", "since": "\(since)"])
            }
            guard DisableRule.mayApply(to: health, at: now) else { continue }
            let tried = try await engine.ledger.triedInVain(
                landing.endpoint, since: since, limit: DisableRule.deliveriesMin * 100)
            if DisableRule.applies(tried) { condemned[landing.endpoint] = "no 2xx for 5 days" }
        }
        return condemned
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
        // What waits for an earlier one comes when that has gone; what is fetched, when it is fetched.
        guard delivery.state == .pending, engine.endpointBook[delivery.endpoint]?.endpoint.url != nil else { return [] }
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
            // Before it runs, whoever is to be sent something waits.
            guard state.health != nil else { return !engine.endpoints.contains { $0.enabled && $0.url != nil } }
            return state.landings.isEmpty && state.schedule.isIdle(at: engine.clock.now())
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
