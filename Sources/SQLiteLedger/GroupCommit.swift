import Foundation
import GRDB
import Ledger
import Synchronization

/// Lets writes that arrive together share one commit, and so one fsync.
///
/// While the disk is busy with a commit, new writes queue up; all of them go into the next one, each in a savepoint of
/// its own. A lone write is never held back to wait for company, and needs no savepoint.
final class GroupCommit: Sendable {
    /// Bounds how long the last of a burst waits for its answer, and how long one transaction holds the write lock.
    private static let batchMax = 256

    private struct Queue {
        var writes: [any QueuedWrite] = []
        var isDraining = false
    }

    private let pool: DatabasePool
    private let queue = Mutex(Queue())

    init(_ pool: DatabasePool) {
        self.pool = pool
    }

    /// Runs a closure, of whose writes all or none are kept, and returns once they are on disk.
    ///
    /// - Parameter isLarge: it gets a transaction to itself. SQLite keeps every page that a savepoint may have to give back,
    ///   and goes through all of them once more with each statement.
    func write<Value: Sendable>(
        isLarge: Bool = false, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(isLarge: isLarge, body: body, continuation: continuation)
            let mustStart = queue.withLock { queue in
                queue.writes.append(write)
                defer { queue.isDraining = true }
                return !queue.isDraining
            }
            // Not GRDB's async write: that one gives up when its task is cancelled, and others share this commit.
            if mustStart { pool.asyncWriteWithoutTransaction(drain) }
        }
    }

    private func drain(_ db: Database) {
        while true {
            let batch = queue.withLock { queue in
                let batch = GroupCommit.next(of: queue.writes)
                queue.writes.removeFirst(batch.count)
                queue.isDraining = !batch.isEmpty
                return batch
            }
            if batch.isEmpty { return }
            let outcomes: [any SettledWrite]
            do {
                var inside: [any SettledWrite] = []
                try db.inTransaction(.immediate) {
                    guard batch.count > 1 else {
                        let attempt = batch[0].attempt(db)
                        inside = [attempt.outcome]
                        return attempt.completion
                    }
                    for write in batch {
                        try db.inSavepoint {
                            let attempt = write.attempt(db)
                            inside.append(attempt.outcome)
                            return attempt.completion
                        }
                    }
                    return .commit
                }
                outcomes = inside
            } catch {
                batch.forEach { $0.fail(error) }
                continue
            }
            outcomes.forEach { $0.finish() }
        }
    }

    private static func next(of writes: [any QueuedWrite]) -> [any QueuedWrite] {
        guard writes.first?.isLarge != true else { return [writes[0]] }
        return Array(writes.prefix(batchMax).prefix { !$0.isLarge })
    }
}

/// What came of a write: whether it stays, and what its caller is told once the transaction is on disk.
private struct Attempt {
    var completion: Database.TransactionCompletion
    var outcome: any SettledWrite
}

private protocol QueuedWrite: Sendable {
    var isLarge: Bool { get }
    func attempt(_ db: Database) -> Attempt
    func fail(_ error: any Error)
}

private protocol SettledWrite: Sendable {
    func finish()
}

private struct Write<Value: Sendable>: QueuedWrite {
    let isLarge: Bool
    let body: @Sendable (Database) throws -> Value
    let continuation: CheckedContinuation<Value, any Error>

    func attempt(_ db: Database) -> Attempt {
        let result = Result { try body(db) }.mapError(\.asLedgerError)
        let completion: Database.TransactionCompletion = if case .success = result { .commit } else { .rollback }
        return Attempt(completion: completion, outcome: Settled(result: result, continuation: continuation))
    }

    func fail(_ error: any Error) {
        continuation.resume(throwing: error.asLedgerError)
    }

    struct Settled: SettledWrite {
        let result: Result<Value, any Error>
        let continuation: CheckedContinuation<Value, any Error>

        func finish() { continuation.resume(with: result) }
    }
}

extension Error {
    /// The driver's errors, in the ledger's words.
    var asLedgerError: any Error {
        guard let error = self as? DatabaseError else { return self }
        return switch error.resultCode {
        case .SQLITE_FULL: LedgerError.full
        case .SQLITE_READONLY: LedgerError.readOnly
        default: LedgerError.failed(error.message ?? "SQLite \(error.extendedResultCode.rawValue)")
        }
    }
}
