import Foundation
import GRDB
import Ledger
import Synchronization

/// Lets writes that arrive together share one commit, and so one fsync.
///
/// While the disk is busy with a commit, new writes queue up; all of them go into the next one, each in a savepoint of
/// its own. A lone write is never held back to wait for company.
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

    /// Runs a closure in a savepoint and returns once it is on disk.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(body: body, continuation: continuation)
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
                let batch = Array(queue.writes.prefix(GroupCommit.batchMax))
                queue.writes.removeFirst(batch.count)
                queue.isDraining = !batch.isEmpty
                return batch
            }
            if batch.isEmpty { return }
            let outcomes: [any SettledWrite]
            do {
                var inside: [any SettledWrite] = []
                try db.inTransaction(.immediate) {
                    inside = try batch.map { try $0.run(db) }
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
}

private protocol QueuedWrite: Sendable {
    /// - Throws: only what spoils the whole transaction.
    func run(_ db: Database) throws -> any SettledWrite
    func fail(_ error: any Error)
}

private protocol SettledWrite: Sendable {
    func finish()
}

private struct Write<Value: Sendable>: QueuedWrite {
    let body: @Sendable (Database) throws -> Value
    let continuation: CheckedContinuation<Value, any Error>

    func run(_ db: Database) throws -> any SettledWrite {
        var result = Result<Value, any Error>.failure(LedgerError.failed("not run"))
        try db.inSavepoint {
            do {
                result = .success(try body(db))
                return .commit
            } catch {
                result = .failure(error.asLedgerError)
                return .rollback
            }
        }
        return Settled(result: result, continuation: continuation)
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
