import CCurl
import Glibc

/// A libcurl handle for mail together with the connection it keeps, which serves postings of one key only.
///
/// By itself libcurl 7.88 would find a connection again by host, port and credentials: one without TLS for a posting that
/// wants STARTTLS, and one that other authorities vouched for.
///
/// Sendable because a line has one user at a time: the thread of the posting it serves, or the courier, which has it while
/// it is idle.
struct MailLine: @unchecked Sendable {
    struct Key: Equatable {
        let server: String
        let security: Posting.Security
        let credentials: Posting.Credentials?
        let caFile: String?
    }

    let key: Key
    let handle = EasyHandle()
    let wire = Wire()
}

extension MailLine.Key {
    init(_ posting: Posting) {
        self.init(
            server: posting.server, security: posting.security, credentials: posting.credentials,
            caFile: posting.caFile)
    }
}

/// The sockets a mail line has open, so that they can be cut from any thread.
///
/// Held as duplicates: libcurl 7.88 closes a socket that lost the race to connect without a word, and its number may by
/// then be another file's.
final class Wire: Sendable {
    private let duplicates = Locked([Int32: Int32]())

    deinit { keep(only: nil) }

    func add(_ socket: Int32) {
        let duplicate = fcntl(socket, F_DUPFD_CLOEXEC, 0)
        guard duplicate >= 0 else { return }
        let old = duplicates.withLock { $0.updateValue(duplicate, forKey: socket) }
        if let old { close(old) }
    }

    /// Lets go of all sockets but the one that is still open, which a duplicate would hide from its peer.
    func keep(only socket: Int32?) {
        let old = duplicates.withLock { duplicates in
            let old = duplicates.filter { $0.key != socket }
            duplicates = duplicates.filter { $0.key == socket }
            return old
        }
        for duplicate in old.values { close(duplicate) }
    }

    /// Ends the connections at once: what waits on them wakes up, and a QUIT is no longer waited for.
    func cut() {
        duplicates.withLock { for duplicate in $0.values { shutdown(duplicate, Int32(SHUT_RDWR)) } }
    }
}
