import Foundation
import GRDB
import Ledger

extension SQLiteLedger {
    /// Copies a ledger as it is at one moment, and marks the copy as a rehearsal. A daemon may be writing to the original,
    /// which is only read.
    ///
    /// - Parameters:
    ///   - directory: of the original.
    ///   - copy: a directory for the copy, without a ledger; made where it does not exist.
    /// - Throws: ``LedgerError/notFound(_:)`` if there is no ledger to copy.
    public static func copyForRehearsal(_ directory: String, to copy: String) throws {
        let path = directory + "/pksd.sqlite"
        guard FileManager.default.fileExists(atPath: path) else { throw LedgerError.notFound(path) }
        do {
            try FileManager.default.createDirectory(
                atPath: copy, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            let original = try DatabaseQueue(path: path, configuration: configuration)
            let target = try DatabaseQueue(path: copy + "/pksd.sqlite")
            // All pages in one step, so in one read transaction: a writer meanwhile does not show.
            try original.backup(to: target)
            try original.close()
            try target.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO note (name, value) VALUES ('kind', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """, arguments: [Kind.rehearsal.rawValue])
            }
            try target.close()
        } catch {
            throw error.asLedgerError
        }
    }
}
