import Glibc

/// The directory of the ledger, which under systemd belongs to a user of its own.
enum StateDirectory {
    private static let files = ["pksd.sqlite", "pksd.sqlite-wal", "pksd.sqlite-shm"]

    /// Gives files that root has just made in somebody else's directory to its owner. Otherwise `pksd token create`, run by
    /// an administrator while the daemon is down, would leave a ledger that the daemon cannot open.
    static func handOver(_ path: String) {
        var directory = stat()
        guard geteuid() == 0, unsafe stat(path, &directory) == 0, directory.st_uid != 0 else { return }
        for file in files { _ = unsafe lchown(path + "/" + file, directory.st_uid, directory.st_gid) }
    }
}
