import Calendars
import Synchronization

@testable import Engine

/// A machine's clock that somebody sets at will, back too.
final class SettableClock: WallClock {
    private let time: Mutex<Instant>

    init(_ start: Instant) { time = Mutex(start) }

    func now() -> Instant { time.withLock { $0 } }

    func set(to instant: Instant) { time.withLock { $0 = instant } }

    /// Nobody sleeps by this clock; whoever would is told that at once.
    func sleep(until deadline: Instant) async throws { throw CancellationError() }
}
