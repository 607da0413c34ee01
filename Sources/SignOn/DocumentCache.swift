import Calendars

/// One document of a provider's, believed for as long as it may be. Whoever asks while it is being fetched waits for the
/// same answer.
actor DocumentCache<Value: Sendable> {
    typealias Fetch = @Sendable (Instant) async throws(SignOnError) -> (value: Value, lifetime: Duration)

    /// A lifetime outside is taken as the nearest inside.
    private static var lifetimes: ClosedRange<Duration> { .seconds(300) ... .seconds(86_400) }
    /// How often a document may be fetched again before its time.
    private static var renewalPause: Duration { .seconds(60) }

    private let fetch: Fetch
    private var held: (value: Value, freshUntil: Instant)?
    private var lastFetch: Instant?
    private var fetching: Task<Result<Value, SignOnError>, Never>?

    init(_ fetch: @escaping Fetch) {
        self.fetch = fetch
    }

    func value(at now: Instant) async throws(SignOnError) -> Value {
        if let held, now < held.freshUntil { return held.value }
        return try await fetched(at: now)
    }

    /// The document as it is now; nil if it was fetched only a moment ago.
    func renewed(at now: Instant) async throws(SignOnError) -> Value? {
        if let lastFetch, now < lastFetch + Self.renewalPause { return nil }
        return try await fetched(at: now)
    }

    private func fetched(at now: Instant) async throws(SignOnError) -> Value {
        if let fetching { return try await fetching.value.get() }
        lastFetch = now
        // A task of its own: whoever asked first may go without taking the answer away from the others.
        let task = Task {
            let result: Result<Value, SignOnError>
            do throws(SignOnError) {
                let (value, lifetime) = try await fetch(now)
                held = (value, now + min(max(lifetime, Self.lifetimes.lowerBound), Self.lifetimes.upperBound))
                result = .success(value)
            } catch { result = .failure(error) }
            fetching = nil
            return result
        }
        fetching = task
        return try await task.value.get()
    }
}
