import CCurl
import Glibc

/// Judges each address a transfer is about to use, and remembers what it saw.
///
/// libcurl asks on the thread that carries; whoever gives the transfer up may ask for the peer from another.
final class AddressVetting: Sendable {
    private struct Seen {
        var peer: IPAddress?
        var refused: String?
        var socketsOpened = 0
    }

    /// All of them must permit an address.
    private let rules: [AddressRules]
    private let seen = Locked(Seen())

    init(_ rules: [AddressRules]) {
        self.rules = rules
    }

    /// Whom the transfer spoke to; nil before it spoke.
    var peer: IPAddress? { seen.withLock { $0.peer } }

    /// For `CURLOPT_OPENSOCKETFUNCTION`, the one place where the resolved address is known before a byte has gone there.
    func openSocket(_ peer: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let peer = unsafe peer, let address = unsafe IPAddress(ccurl_peer(peer)) else {
            refuse("an address of a family other than IPv4 and IPv6")
            return CURL_SOCKET_BAD
        }
        guard permits(address) else { return CURL_SOCKET_BAD }
        seen.withLock { $0.socketsOpened += 1 }
        let kind = unsafe peer.pointee.socktype | Int32(bitPattern: SOCK_CLOEXEC.rawValue)
        return unsafe socket(peer.pointee.family, kind, peer.pointee.protocol)
    }

    /// For `CURLOPT_PREREQFUNCTION`: an open connection is found again by the host's name, whatever rules it was opened
    /// under; so ask once more. libcurl calls this before each request of HTTP and before each `MAIL` of SMTP.
    func admits(_ primary: UnsafePointer<CChar>?) -> Bool {
        // A peer that has just hung up has none: the connection is broken, and no rule has been.
        guard let primary = unsafe primary, let address = IPAddress(unsafe String(cString: primary)) else {
            return false
        }
        guard permits(address) else { return false }
        seen.withLock { $0.peer = address }
        return true
    }

    /// Why the transfer failed, when it failed by these rules.
    func refusal(_ code: CURLcode) -> Outcome.Failure? {
        let seen = seen.withLock { $0 }
        guard let refused = seen.refused, seen.socketsOpened == 0 || code == CURLE_ABORTED_BY_CALLBACK else {
            return nil
        }
        return .forbidden(refused)
    }

    /// The peer's address where a connection was made. libcurl 7.88 counts a connection from the end of the TLS handshake;
    /// one that failed there did reach its peer.
    func address(of handle: EasyHandle, isTLSFailure: Bool) -> String? {
        if let peer { return peer.description }
        let isConnected = handle.milliseconds(CURLINFO_CONNECT_TIME_T) > 0
        return isConnected || isTLSFailure ? handle.text(CURLINFO_PRIMARY_IP) : nil
    }

    private func permits(_ address: IPAddress) -> Bool {
        guard rules.allSatisfy({ $0.permits(address) }) else {
            refuse(address.description)
            return false
        }
        return true
    }

    private func refuse(_ what: String) {
        seen.withLock { $0.refused = what }
    }
}
