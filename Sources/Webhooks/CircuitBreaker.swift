public import Calendars

/// Stops sending to an endpoint that fails most of the time, so that no delivery uses up its tries on it.
///
/// Opens after five connections in a row that were not made, or when of at least ten attempts within a minute half have
/// failed. Open, it lets one probe through after 30 s; each that fails doubles the time, up to five minutes.
public struct CircuitBreaker: Sendable, Equatable {
    public enum State: Sendable, Equatable {
        case closed
        /// Nothing goes out until then, and after that one probe.
        case open(until: Instant)
    }

    private static let connectFailuresMax = 5
    private static let attemptsMin = 10
    private static let window = Duration.seconds(60)
    private static let firstPause = Duration.seconds(30)
    private static let pauseMax = Duration.seconds(300)

    public private(set) var state = State.closed
    private var pause = CircuitBreaker.firstPause
    private var connectFailures = 0
    /// Of the last minute; the oldest first, and no more than are needed to judge by.
    private var recent: [(at: Instant, failed: Bool)] = []
    private static let recentMax = 128

    public init() {}

    /// How many requests may be in flight.
    ///
    /// - Parameter limit: what the endpoint may bear otherwise.
    public func room(of limit: Int, at now: Instant) -> Int {
        switch state {
        case .closed: limit
        case .open(let until): now < until ? 0 : 1
        }
    }

    /// - Parameter connected: whether the receiver was reached at all.
    public mutating func record(failed: Bool, connected: Bool, at now: Instant) {
        guard failed else {
            connectFailures = 0
            if state != .closed { recent = [] } else { note(failed: false, now) }
            state = .closed
            pause = CircuitBreaker.firstPause
            return
        }
        connectFailures = connected ? 0 : connectFailures + 1
        note(failed: true, now)
        if case .open(let until) = state {
            // An attempt that was on its way when the breaker opened proves nothing new.
            guard now >= until else { return }
            pause = min(pause * 2, CircuitBreaker.pauseMax)
            state = .open(until: now + pause)
        } else if connectFailures >= CircuitBreaker.connectFailuresMax || mostlyFails {
            state = .open(until: now + pause)
        }
    }

    private var mostlyFails: Bool {
        recent.count >= CircuitBreaker.attemptsMin && recent.count(where: \.failed) * 2 >= recent.count
    }

    private mutating func note(failed: Bool, _ now: Instant) {
        recent.removeAll { $0.at <= now - CircuitBreaker.window || $0.at > now }
        recent.append((now, failed))
        if recent.count > CircuitBreaker.recentMax { recent.removeFirst() }
    }

    public static func == (one: CircuitBreaker, other: CircuitBreaker) -> Bool {
        one.state == other.state && one.pause == other.pause && one.connectFailures == other.connectFailures
            && one.recent.elementsEqual(other.recent) { $0 == $1 }
    }
}
