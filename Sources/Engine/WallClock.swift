public import Calendars
import Foundation
import Synchronization

/// The time of day, handed in from outside so that a year can be rehearsed in seconds.
public protocol WallClock: Sendable {
    func now() -> Instant
    /// - Throws: `CancellationError`.
    func sleep(until deadline: Instant) async throws
}

/// The machine's own clock.
public struct SystemClock: WallClock {
    public init() {}

    public func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }

    public func sleep(until deadline: Instant) async throws {
        try await Task.sleep(for: max(.zero, deadline - now()), tolerance: .zero)
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
