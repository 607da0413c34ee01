public import Calendars

/// A bucket that fills at a steady rate and holds one second's worth, and one at least: what an endpoint may be sent.
public struct RateLimit: Sendable, Equatable {
    public let perMinute: Int
    private var tokens: Double
    private var filledAt: Instant

    /// - Parameter perMinute: at least 1.
    public init(perMinute: Int, at now: Instant) {
        self.perMinute = max(1, perMinute)
        tokens = 0
        filledAt = now
        tokens = capacity
    }

    /// How many may go now.
    public mutating func available(at now: Instant) -> Int {
        // A clock that was set back fills nothing, and loses nothing.
        let passed = max(0, (now - filledAt).milliseconds)
        tokens = min(capacity, tokens + Double(passed) * Double(perMinute) / 60_000)
        filledAt = now
        return max(0, Int(tokens))
    }

    public mutating func take(_ count: Int) { tokens -= Double(count) }
    public mutating func giveBack(_ count: Int) { tokens += Double(count) }

    /// When the next one may go.
    public var nextAt: Instant {
        let missing = max(0, 1 - tokens)
        return filledAt + .milliseconds(Int64((missing * 60_000 / Double(perMinute)).rounded(.up)))
    }

    private var capacity: Double { max(1, Double(perMinute) / 60) }
}
