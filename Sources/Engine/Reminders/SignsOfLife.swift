import Agreements
import Calendars

/// When the daemon was seen running last before it started, and since when it runs now.
struct SignsOfLife: Sendable {
    var lastSeen: Instant?
    var startedAt: Instant

    /// Under this, something is as good as on time.
    private static let grace = Duration.seconds(60)

    /// Why something that is told now was not told at its time; nil if it is on time.
    ///
    /// - Parameter plannedAt: when it became known that it was to be told; nil where that is not known.
    func lateness(of dueAt: Instant, plannedAt: Instant?, at now: Instant) -> Lateness? {
        guard now - dueAt > SignsOfLife.grace else { return nil }
        if let plannedAt, plannedAt >= dueAt { return Lateness(.enteredLate, from: dueAt, to: plannedAt) }
        guard dueAt < startedAt else { return Lateness(.delayed, from: dueAt, to: now) }
        return Lateness(.outage, from: min(lastSeen ?? dueAt, dueAt), to: startedAt)
    }
}
