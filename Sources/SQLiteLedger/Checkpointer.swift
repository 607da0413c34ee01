import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Carries what was committed from the write-ahead log into the database file, beside the commits and not inside them.
///
/// SQLite does so by itself within the commit that makes the log long enough, and that commit waits until the disk has
/// taken all of it; everybody whose command comes in that moment waits too.
final class Checkpointer: Sendable {
    /// As many pages as SQLite itself would wait for.
    private static let pagesBetween: Int32 = 1_000
    /// Commits that never pause let the log grow, since it begins anew only once all of it is carried over. From this
    /// length on (64 MiB) a commit waits for that.
    private static let pagesMax: Int32 = 16_384

    private struct Log {
        var pages: Int32 = 0
        /// Its length when it was last carried over.
        var carried: Int32 = 0
        var isCarrying = false
    }

    private let connection: DatabaseQueue
    private let thread = DispatchQueue(label: "pksd.checkpoint", qos: .utility)
    private let log = Mutex(Log())

    /// - Parameter configuration: that of the writer, whose durability holds for the database file too.
    init(path: String, _ configuration: Configuration) throws {
        connection = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Takes the place of the checkpoints that a connection makes within its commits.
    func follow(_ db: Database) {
        // The connection is closed before this goes away: both belong to the ledger.
        unsafe sqlite3_wal_hook(
            db.sqliteConnection,
            { checkpointer, _, _, pages in
                guard let checkpointer = unsafe checkpointer else { return SQLITE_OK }
                unsafe Unmanaged<Checkpointer>.fromOpaque(checkpointer).takeUnretainedValue().grew(to: pages)
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    private func grew(to pages: Int32) {
        let mustCarry = log.withLock { log in
            // A shorter log has begun anew.
            if pages < log.pages { log.carried = 0 }
            log.pages = pages
            guard pages - log.carried >= Checkpointer.pagesBetween, !log.isCarrying else { return false }
            log.isCarrying = true
            log.carried = pages
            return true
        }
        if mustCarry { thread.async { self.carry() } }
    }

    private func carry() {
        let isTooLong = log.withLock { $0.pages >= Checkpointer.pagesMax }
        // One that is refused, since the disk is full or somebody still reads the old pages, is made up for by the next.
        try? connection.writeWithoutTransaction { db in
            _ = try db.checkpoint(isTooLong ? .restart : .passive)
        }
        log.withLock { $0.isCarrying = false }
    }

    func close() throws { try connection.close() }
}
