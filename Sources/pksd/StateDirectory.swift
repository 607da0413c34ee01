import Calendars
import Foundation
import Glibc
import Ledger

/// The directory of the ledger, which under systemd belongs to a user of its own.
enum StateDirectory {
    private static let files = ["pksd.sqlite", "pksd.sqlite-wal", "pksd.sqlite-shm", "secrets.key"]

    /// Takes the directory for this process alone, until it ends, however it ends.
    ///
    /// - Throws: `LedgerError.failed` if another daemon has it.
    static func take(_ path: String) throws {
        let descriptor = unsafe open(path + "/pksd.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw LedgerError.failed("\(path): another pksd runs on this state directory")
        }
    }

    /// Leaves a sign of life: the time of the lock's file. It need not survive a power cut, so nothing is synced.
    static func beat(_ path: String) {
        _ = unsafe utimes(path + "/pksd.lock", nil)
    }

    /// When the daemon that had the directory last gave a sign of life; nil if none ever has.
    static func lastBeat(_ path: String) -> Instant? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/pksd.lock")
        return (attributes?[.modificationDate] as? Date).map {
            Instant(milliseconds: Int64($0.timeIntervalSince1970 * 1_000))
        }
    }

    /// Gives files that root has just made in somebody else's directory to its owner. Otherwise `pksd token create`, run by
    /// an administrator while the daemon is down, would leave a ledger that the daemon cannot open.
    static func handOver(_ path: String) {
        // Not `stat`: which module its fields belong to differs from build to build.
        guard geteuid() == 0, let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let owner = attributes[.ownerAccountID] as? NSNumber, owner != 0,
            let group = attributes[.groupOwnerAccountID] as? NSNumber
        else { return }
        for file in files { _ = unsafe lchown(path + "/" + file, owner.uint32Value, group.uint32Value) }
    }
}
