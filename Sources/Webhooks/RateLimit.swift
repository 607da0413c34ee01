public import Calendars

/// A bucket that fills at a steady rate and holds one second's worth: what an endpoint may be sent.
public struct RateLimit: Sendable, Equatable {
    public let perSecond: Int
    private var tokens: Double
    private var filledAt: Instant

    /// - Parameter perSecond: at least 1.
    public init(perSecond: Int, at now: Instant) {
        self.perSecond = max(1, perSecond)
        tokens = Double(self.perSecond)
        filledAt = now
    }

    /// How many may go now.
    public mutating func available(at now: Instant) -> Int {
        // A clock that was set back fills nothing, and loses nothing.
        let passed = max(0, (now - filledAt).milliseconds)
        tokens = min(Double(perSecond), tokens + Double(passed) * Double(perSecond) / 1_000)
        filledAt = now
        return max(0, Int(tokens))
    }

    public mutating func take(_ count: Int) { tokens -= Double(count) }
    public mutating func giveBack(_ count: Int) { tokens += Double(count) }

    /// When the next one may go.
    public var nextAt: Instant {
        let missing = max(0, 1 - tokens)
        return filledAt + .milliseconds(Int64((missing * 1_000 / Double(perSecond)).rounded(.up)))
    }
}
