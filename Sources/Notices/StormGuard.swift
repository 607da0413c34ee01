/// Holds back when too much goes out at once, which a bad definition can cause.
public struct StormGuard: Sendable {
    /// Mails to everybody together.
    public var perMinute: Int

    public init(perMinute: Int = 300) {
        self.perMinute = perMinute
    }

    /// Whether one more may go out.
    public func allows(sentInLastMinute: Int) -> Bool { sentInLastMinute < perMinute }
}
