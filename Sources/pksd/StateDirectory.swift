import Glibc
import Ledger

/// The directory of the ledger, which under systemd belongs to a user of its own.
enum StateDirectory {
    private static let files = ["pksd.sqlite", "pksd.sqlite-wal", "pksd.sqlite-shm"]

    /// Takes the directory for this process alone, until it ends, however it ends.
    ///
    /// - Throws: `LedgerError.failed` if another daemon has it.
    static func take(_ path: String) throws {
        let descriptor = unsafe open(path + "/pksd.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw LedgerError.failed("\(path): another pksd runs on this state directory")
        }
    }

    /// Gives files that root has just made in somebody else's directory to its owner. Otherwise `pksd token create`, run by
    /// an administrator while the daemon is down, would leave a ledger that the daemon cannot open.
    static func handOver(_ path: String) {
        var directory = stat()
        guard geteuid() == 0, unsafe stat(path, &directory) == 0, directory.st_uid != 0 else { return }
        for file in files { _ = unsafe lchown(path + "/" + file, directory.st_uid, directory.st_gid) }
    }
}
