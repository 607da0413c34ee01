extension Lease {
    /// Whom a lease trusts and how it proves itself, all held in memory as PEM.
    ///
    /// The key shows neither in text nor to a mirror, and is never encoded: a decoded value has none.
    public struct TLS: Sendable, Hashable, Codable {
        /// Authorities to trust in place of the system's and of the courier's own; nil for those.
        public var authorities: String?
        /// The client's certificate, followed by the intermediate ones.
        public var certificate: String?
        /// The private key of `certificate`, not encrypted.
        public var key: String?

        public init(authorities: String? = nil, certificate: String? = nil, key: String? = nil) {
            self.authorities = authorities
            self.certificate = certificate
            self.key = key
        }

        private enum CodingKeys: String, CodingKey {
            case authorities, certificate
        }
    }

    /// The highest version of HTTP to speak.
    public enum HTTPVersion: String, Sendable, Codable, CaseIterable {
        case http1
        /// Over TLS and when the server agrees (ALPN); else HTTP/1.1.
        case http2
    }
}

extension Lease.TLS: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        let parts = [
            authorities.map { _ in "own authorities" }, certificate.map { _ in "client certificate" },
            key.map { _ in "key not shown" },
        ]
        return "TLS(\(parts.compactMap { $0 }.joined(separator: ", ")))"
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["authorities": authorities as Any, "certificate": certificate as Any])
    }
}
