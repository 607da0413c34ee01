public import Calendars
import Dispatch
import Foundation
import Glibc
import Synchronization

/// The time of day, handed in from outside so that a year can be rehearsed in seconds.
public protocol WallClock: Sendable {
    func now() -> Instant
    /// - Throws: `CancellationError`.
    func sleep(until deadline: Instant) async throws
}

/// The machine's own clock. Who sleeps by it wakes when the clock says so, also where somebody has set it or the machine
/// has slept: the kernel counts, on the wall clock itself (timerfd with CLOCK_REALTIME and an absolute time).
public struct SystemClock: WallClock {
    public init() {}

    public func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }

    public func sleep(until deadline: Instant) async throws {
        let timer = WallTimer()
        try await withTaskCancellationHandler {
            // Unlike `Task.sleep`, which counts on a clock that nobody can set.
            try await withCheckedThrowingContinuation { timer.start(until: deadline, waking: $0) }
        } onCancel: {
            timer.cancel()
        }
    }
}

/// A timer of the kernel that wakes one sleeper, once: at its time or when it is cancelled.
private final class WallTimer: Sendable {
    private enum State {
        case idle
        case waiting(any DispatchSourceTimer, CheckedContinuation<Void, any Error>)
        case over
    }

    /// Wall times of libdispatch are nanoseconds in 63 bits; this is far enough.
    private static let farthest = Instant(milliseconds: 7_258_118_400_000)

    private let state = Mutex(State.idle)

    func start(until deadline: Instant, waking sleeper: CheckedContinuation<Void, any Error>) {
        let isCancelled = state.withLock { state in
            guard case .idle = state else { return true }
            let milliseconds = max(0, min(deadline, WallTimer.farthest).milliseconds)
            let timer = DispatchSource.makeTimerSource()
            timer.schedule(
                wallDeadline: DispatchWallTime(
                    timespec: timespec(
                        tv_sec: Int(milliseconds / 1_000), tv_nsec: Int(milliseconds % 1_000) * 1_000_000)),
                leeway: .nanoseconds(0))
            timer.setEventHandler { self.end(with: .success(())) }
            state = .waiting(timer, sleeper)
            timer.activate()
            return false
        }
        if isCancelled { sleeper.resume(throwing: CancellationError()) }
    }

    func cancel() { end(with: .failure(CancellationError())) }

    private func end(with result: Result<Void, any Error>) {
        let before = state.withLock { state in
            defer { state = .over }
            return state
        }
        // A source that is let go without being cancelled would keep its handler, and with it this object.
        guard case .waiting(let timer, let sleeper) = before else { return }
        timer.cancel()
        sleeper.resume(with: result)
    }
}

/// A clock that moves only when it is told to.
public final class VirtualClock: WallClock {
    private struct Sleeper {
        var deadline: Instant
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Instant
        var sleepers: [Int: Sleeper] = [:]
        var nextID = 0
    }

    private let state: Mutex<State>

    public init(_ start: Instant) {
        state = Mutex(State(now: start))
    }

    public func now() -> Instant { state.withLock(\.now) }

    /// Moves the clock forward; it never goes back.
    public func advance(to instant: Instant) {
        let awake = state.withLock { state in
            state.now = max(state.now, instant)
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.sorted { $0.deadline < $1.deadline }
        }
        for sleeper in awake { sleeper.continuation.resume() }
    }

    public func sleep(until deadline: Instant) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let immediate = state.withLock { state -> Result<Void, any Error>? in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if deadline <= state.now { return .success(()) }
                    state.sleepers[id] = Sleeper(deadline: deadline, continuation: continuation)
                    return nil
                }
                if let immediate { continuation.resume(with: immediate) }
            }
        } onCancel: {
            let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}
