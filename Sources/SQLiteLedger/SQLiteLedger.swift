import Foundation
import GRDB
public import Ledger

/// The ledger in one SQLite file: write-ahead log, `synchronous=FULL`, so that what was acknowledged survives power loss.
public final class SQLiteLedger: Ledger {
    let pool: DatabasePool
    let commits: GroupCommit
    private let checkpointer: Checkpointer
    let vault: Vault?

    /// Opens or creates the file `pksd.sqlite` in a directory and brings its tables up to date.
    ///
    /// - Parameters:
    ///   - kind: nil takes whichever there is, and makes a real one where there is none.
    ///   - durability: what a power cut may take back.
    ///   - vault: seals what must not be readable on the disk; without one endpoints can neither be kept nor sent to.
    /// - Throws: ``LedgerError/wrongKind(found:wanted:)`` if a real ledger is opened for a rehearsal or the reverse.
    public init(directory: String, kind: Kind?, durability: Durability = .full, vault: Vault? = nil) throws {
        self.vault = vault
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            pool = try DatabasePool(path: directory + "/pksd.sqlite", configuration: configuration)
            commits = GroupCommit(pool)
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = \(durability.rawValue)") }
            checkpointer = try Checkpointer(path: pool.path, configuration)
            try SQLiteLedger.prepare(pool, kind: kind, durability, vault)
            pool.writeWithoutTransaction(checkpointer.follow)
        } catch {
            throw error.asLedgerError
        }
    }

    /// A rehearsal and the real thing never open each other's files.
    public enum Kind: String, Sendable {
        case real, rehearsal
    }

    public enum Durability: String, Sendable, CaseIterable {
        /// Nothing that was acknowledged (SQLite's `synchronous=FULL`).
        case full
        /// The last moments before it; a crash of the daemon alone takes nothing (`synchronous=NORMAL`).
        case normal
    }

    private static func prepare(_ pool: DatabasePool, kind: Kind?, _ durability: Durability, _ vault: Vault?) throws {
        // GRDB 7.10 turns its one writing connection to NORMAL when it opens a pool, which would let a power cut take back
        // what was acknowledged; `CommitTests` notices if this no longer takes effect.
        //
        // A group commit touches more pages than the cache holds by default, and each savepoint keeps the pages it may have
        // to give back; both would spill to disk in the middle of the transaction.
        try pool.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    PRAGMA synchronous = \(durability.rawValue);
                    PRAGMA cache_size = -16384;
                    PRAGMA temp_store = MEMORY;
                    """)
        }
        let migrator = Schema.migrator(vault)
        if try pool.read(migrator.hasBeenSuperseded) { throw LedgerError.tooNew("schema") }
        try migrator.migrate(pool)
        let found = try pool.write { db in
            try db.execute(
                sql: "INSERT INTO note (name, value) VALUES ('kind', ?) ON CONFLICT DO NOTHING",
                arguments: [(kind ?? .real).rawValue])
            return try String.fetchOne(db, sql: "SELECT value FROM note WHERE name = 'kind'") ?? ""
        }
        if let kind, found != kind.rawValue { throw LedgerError.wrongKind(found: found, wanted: kind.rawValue) }
    }

    public func close() async throws {
        try await onPool { [checkpointer] pool in
            try checkpointer.close()
            try pool.close()
        }
    }

    /// Closing waits for the connections, so it must not happen on a thread that runs tasks.
    private func onPool(_ body: @escaping @Sendable (DatabasePool) throws -> Void) async throws {
        let pool = pool
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async { continuation.resume(with: Result { try body(pool) }) }
        }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do {
            return try await pool.read(body)
        } catch {
            throw error.asLedgerError
        }
    }
}
