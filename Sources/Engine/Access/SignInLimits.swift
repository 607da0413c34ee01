import Calendars
import Ledger

/// How often somebody may be wrong. Each further failure makes the wait twice as long; there is no lock that a stranger
/// could hold, since whoever has signed in from a network before is counted there on their own.
enum SignInLimits {
    /// What lies further back is forgotten.
    static let window = Duration.seconds(15 * 60)
    /// For how long a network is known to an account.
    static let acquaintance = Duration.seconds(30 * 86_400)
    static let freeTriesOfName = 10
    /// A whole office may come from one network.
    static let freeTriesOfNetwork = 30
    private static let firstWait = 15

    /// When the next try is allowed; nil for now.
    ///
    /// - Parameter underWay: tries of this name whose outcome is not known yet.
    static func wait(_ history: SignInHistory, underWay: Int, at now: Instant) -> Instant? {
        let waits =
            history.isKnownHere
            ? [wait(history.ofNameHere, underWay, free: freeTriesOfName, at: now)]
            : [
                wait(history.ofName, underWay, free: freeTriesOfName, at: now),
                wait(history.ofNetwork, 0, free: freeTriesOfNetwork, at: now),
            ]
        return waits.compactMap { $0 }.max().flatMap { $0 > now ? $0 : nil }
    }

    private static func wait(
        _ failures: SignInHistory.Failures, _ underWay: Int, free: Int, at now: Instant
    ) -> Instant? {
        let excess = failures.count + underWay - free
        guard excess >= 0 else { return nil }
        let wait = min(Duration.seconds(firstWait << min(excess, 10)), window)
        return (underWay > 0 ? now : failures.latest ?? now) + wait
    }
}
