import Engine
import Hummingbird
import ServiceLifecycle

/// Answers as soon as there is something, or empty after so many seconds.
struct LongPoll {
    static let secondsMax = 60

    let engine: Engine
    /// Whose token let it in.
    let request: Request
    /// Zero and nil do not wait at all.
    let seconds: Int?

    func callAsFunction<Item: Sendable>(
        _ read: @escaping @Sendable () async throws -> [Item]
    ) async throws -> [Item] {
        let changes = engine.follow()
        let found = try await read()
        guard found.isEmpty, let seconds, seconds > 0 else { return found }
        let later = try await cancelWhenGracefulShutdown {
            try await withThrowingTaskGroup(of: [Item]?.self) { group in
                group.addTask {
                    var found = try await read()
                    for await _ in changes where found.isEmpty {
                        found = try await read()
                        if !found.isEmpty { break }
                    }
                    return found
                }
                group.addTask {
                    try? await Task.sleep(for: .seconds(min(seconds, LongPoll.secondsMax)))
                    return []
                }
                defer { group.cancelAll() }
                return try await group.next().flatMap { $0 } ?? []
            }
        }
        // It may have been revoked meanwhile.
        if !later.isEmpty { _ = try await TokenMiddleware.principal(request, engine) }
        return later
    }
}
