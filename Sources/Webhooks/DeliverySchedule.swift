public import Calendars
public import Ledger

/// What may go out now, to whom, and when there is something to do next. Pure: it knows no network and no disk.
///
/// Each endpoint has room of its own, a rate, a breaker and the patience it asked for; all endpoints share the room there
/// is in equal parts, so that those which hang hold up nobody else.
public struct DeliverySchedule: Sendable {
    /// What is known of when an endpoint has something due.
    fileprivate enum Due: Sendable, Equatable {
        /// To be asked.
        case unknown
        /// Being asked; what comes meanwhile makes it unknown again.
        case asked
        case at(Instant)
        case never
    }

    fileprivate struct Line: Sendable {
        var endpoint: WebhookEndpoint
        var due = Due.unknown
        /// Requests, not events.
        var inFlight = 0
        /// What slow start allows at most; grows with each success.
        var window: Int
        var breaker = CircuitBreaker()
        var rate: RateLimit?
        var pausedUntil: Instant?

        init(_ endpoint: WebhookEndpoint, at now: Instant) {
            self.endpoint = endpoint
            window = endpoint.limits.inFlight
            rate = endpoint.limits.perMinute.map { RateLimit(perMinute: $0, at: now) }
        }

        var eventsPerRequest: Int { endpoint.format == .batch ? endpoint.limits.batch : 1 }
    }

    private let inFlightMax: Int
    private var lines: [String: Line] = [:]
    /// The order in which endpoints take their turns.
    private var order: [String] = []
    private var turn = 0

    /// - Parameter inFlightMax: requests to all endpoints together.
    public init(inFlightMax: Int = 512) {
        self.inFlightMax = inFlightMax
    }

    /// Takes over how the endpoints are now; what is in flight to one that is gone or off still counts until it is back.
    public mutating func update(_ endpoints: [WebhookEndpoint], _ health: [String: EndpointHealth], at now: Instant) {
        let live = endpoints.filter { $0.enabled && $0.url != nil }
        for endpoint in live {
            if var line = lines[endpoint.id], line.endpoint.url == endpoint.url {
                if line.endpoint.limits.perMinute != endpoint.limits.perMinute {
                    line.rate = endpoint.limits.perMinute.map { RateLimit(perMinute: $0, at: now) }
                }
                line.window = min(line.window, endpoint.limits.inFlight)
                line.endpoint = endpoint
                line.due = .unknown
                lines[endpoint.id] = line
            } else {
                let inFlight = lines[endpoint.id]?.inFlight ?? 0
                lines[endpoint.id] = Line(endpoint, at: now)
                lines[endpoint.id]?.inFlight = inFlight
                lines[endpoint.id]?.pausedUntil = health[endpoint.id]?.pausedUntil
            }
        }
        order = live.map(\.id)
        let kept = Set(order)
        lines = lines.filter { kept.contains($0.key) || $0.value.inFlight > 0 }
    }

    /// Somebody has been given something to send.
    public mutating func mayHaveWork(_ endpoints: some Sequence<String>) {
        for id in endpoints { lines[id]?.due = .unknown }
    }

    /// What to claim now; the room for it is taken.
    public mutating func claims(at now: Instant) -> [DeliveryClaim] {
        guard !order.isEmpty else { return [] }
        let active = order.count { isBusy($0, at: now) }
        let share = max(1, inFlightMax / max(1, active))
        turn = (turn + 1) % order.count
        var free = inFlightMax - lines.values.reduce(0) { $0 + $1.inFlight }
        var claims: [DeliveryClaim] = []
        for id in order[turn...] + order[..<turn] {
            guard var line = lines[id], line.mayBeDue(at: now) else { continue }
            let room = min(line.room(at: now, share: share), max(1, free))
            guard room > 0 else { continue }
            free -= room
            line.inFlight += room
            line.rate?.take(room)
            line.due = .asked
            lines[id] = line
            claims.append(DeliveryClaim(endpoint: id, limit: room * line.eventsPerRequest))
        }
        return claims
    }

    /// What came of the claims: the requests to make, each with its events. Room that is not needed is given back.
    public mutating func claimed(
        _ claims: [DeliveryClaim], _ claimed: ClaimedDeliveries
    ) -> [(endpoint: WebhookEndpoint, deliveries: [Delivery])] {
        let deliveries = Dictionary(grouping: claimed.deliveries, by: \.endpoint)
        var requests: [(endpoint: WebhookEndpoint, deliveries: [Delivery])] = []
        for claim in claims {
            guard var line = lines[claim.endpoint] else { continue }
            let size = line.eventsPerRequest
            let own = deliveries[claim.endpoint] ?? []
            let made = DeliverySchedule.requests(of: own, size: size)
            requests += made.map { (endpoint: line.endpoint, deliveries: $0) }
            line.giveBack(claim.limit / size - made.count)
            if line.due == .asked { line.due = claimed.nextDue[claim.endpoint].map { .at($0) } ?? .never }
            lines[claim.endpoint] = line
        }
        return requests
    }

    /// Puts what may travel together into one request; where that makes more of them than there was room, the next wait
    /// longer.
    private static func requests(of deliveries: [Delivery], size: Int) -> [[Delivery]] {
        deliveries.reduce(into: []) { requests, delivery in
            if let last = requests.last, last.count < size, last[0].mayJoin(delivery) {
                requests[requests.count - 1].append(delivery)
            } else {
                requests.append([delivery])
            }
        }
    }

    /// Its receiver is gone: nothing more goes out, whatever is being written down of it.
    public mutating func stop(_ endpoint: String) {
        order.removeAll { $0 == endpoint }
    }

    /// The claims could not be made; they are made again.
    public mutating func unclaimed(_ claims: [DeliveryClaim]) {
        for claim in claims {
            guard var line = lines[claim.endpoint] else { continue }
            line.giveBack(claim.limit / line.eventsPerRequest)
            line.due = .unknown
            lines[claim.endpoint] = line
        }
    }

    /// A request is over.
    ///
    /// - Parameter next: when its endpoint has something due because of it; nil if that is not known to have changed.
    public mutating func finished(_ endpoint: String, _ signal: EndpointSignal, next: Instant?, at now: Instant) {
        guard var line = lines[endpoint] else { return }
        line.inFlight -= 1
        switch signal {
        case .none: break
        case .succeeded:
            line.breaker.record(failed: false, connected: true, at: now)
            line.window = min(line.window * 2, line.endpoint.limits.inFlight)
        case .failed(let connected, let isOverloaded, let patience):
            line.breaker.record(failed: true, connected: connected, at: now)
            if isOverloaded { line.window = 1 }
            if let patience { line.pausedUntil = max(line.pausedUntil ?? patience, patience) }
        }
        if let next {
            switch line.due {
            case .at(let due): line.due = .at(min(due, next))
            case .never: line.due = .at(next)
            case .unknown: break
            case .asked: line.due = .unknown
            }
        }
        lines[endpoint] = line
        if line.inFlight <= 0, !order.contains(endpoint) { lines[endpoint] = nil }
    }

    /// When there is something to do of itself; nil if only a new event or the end of a request changes anything.
    public func nextWake(after now: Instant) -> Instant? {
        order.compactMap { lines[$0]?.wake(after: now) }.min()
    }

    /// Whether nothing is in flight, and nothing can go now.
    public func isIdle(at now: Instant) -> Bool {
        lines.values.allSatisfy { $0.inFlight == 0 }
            && !order.contains { id in lines[id].map { $0.mayBeDue(at: now) && $0.opening(at: now) <= now } ?? false }
    }

    /// How an endpoint does.
    public func condition(of endpoint: String, at now: Instant) -> EndpointCondition? {
        lines[endpoint].map {
            EndpointCondition(
                inFlight: $0.inFlight, window: $0.window, breaker: $0.breaker.state,
                pausedUntil: $0.pausedUntil.flatMap { $0 > now ? $0 : nil })
        }
    }

    private func isBusy(_ id: String, at now: Instant) -> Bool {
        lines[id].map { $0.inFlight > 0 || $0.mayBeDue(at: now) } ?? false
    }
}

/// What a request told about its endpoint.
public enum EndpointSignal: Sendable, Equatable {
    /// Nothing: it was given up by us.
    case none
    case succeeded
    /// - Parameters:
    ///   - connected: whether the receiver was reached.
    ///   - isOverloaded: it seems to have too much to do: it starts slowly again.
    ///   - patience: until when it asked for some.
    case failed(connected: Bool, isOverloaded: Bool, patience: Instant? = nil)
}

/// How an endpoint does at this moment.
public struct EndpointCondition: Sendable, Equatable {
    public var inFlight: Int
    public var window: Int
    public var breaker: CircuitBreaker.State
    public var pausedUntil: Instant?
}

extension DeliverySchedule.Line {
    fileprivate func mayBeDue(at now: Instant) -> Bool {
        switch due {
        case .unknown: true
        case .at(let due): due <= now
        case .asked, .never: false
        }
    }

    fileprivate mutating func room(at now: Instant, share: Int) -> Int {
        guard pausedUntil.map({ $0 <= now }) ?? true else { return 0 }
        let bearable = breaker.room(of: min(window, share), at: now)
        return min(bearable - inFlight, rate?.available(at: now) ?? .max)
    }

    fileprivate mutating func giveBack(_ requests: Int) {
        inFlight -= requests
        rate?.giveBack(requests)
    }

    /// When the gate of patience, breaker and rate opens.
    fileprivate func opening(at now: Instant) -> Instant {
        var opening = pausedUntil ?? now
        if case .open(let until) = breaker.state { opening = max(opening, until) }
        if let rate { opening = max(opening, rate.nextAt) }
        return max(opening, now)
    }

    fileprivate func wake(after now: Instant) -> Instant? {
        let opening = opening(at: now)
        // What is due and may go, but does not, waits for room; whoever gives it back wakes us.
        switch due {
        case .never, .asked: return nil
        case .unknown: return opening <= now ? nil : opening
        case .at(let due): return max(due, opening) <= now ? nil : max(due, opening)
        }
    }
}
