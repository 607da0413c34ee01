/// What became of a ``Lease``.
public struct Outcome: Sendable, Equatable, Codable {
    /// The lease's `id`.
    public var leaseID: String
    public var result: Result
    /// Name lookup, connection, first byte and end, each measured from the start.
    public var timings: Timings
    /// The peer's address, where a connection was made.
    public var address: String?
    /// Whether an open connection served again.
    public var isReusedConnection: Bool
    /// The version of HTTP that was answered in: `1.0`, `1.1` or `2`.
    public var httpVersion: String?
    /// The server's chain, its own certificate first, when the lease asked for it and the TLS handshake succeeded.
    public var certificates: [Certificate]

    public init(
        leaseID: String, result: Result, timings: Timings = Timings(), address: String? = nil,
        isReusedConnection: Bool = false, httpVersion: String? = nil, certificates: [Certificate] = []
    ) {
        self.leaseID = leaseID
        self.result = result
        self.timings = timings
        self.address = address
        self.isReusedConnection = isReusedConnection
        self.httpVersion = httpVersion
        self.certificates = certificates
    }

    /// Either the peer answered with a status, or it did not and this is why.
    public enum Result: Sendable, Equatable, Codable {
        case answered(Answer)
        case failed(Failure)
    }

    /// A final HTTP answer; 1xx are never final.
    public struct Answer: Sendable, Equatable, Codable {
        public var status: Int
        /// Names in lower case, in the order received.
        public var headers: [Lease.Header]
        public var body: [UInt8]
        /// The body went on beyond `answerBytesMax` or broke off.
        public var isTruncated: Bool

        public init(status: Int, headers: [Lease.Header] = [], body: [UInt8] = [], isTruncated: Bool = false) {
            self.status = status
            self.headers = headers
            self.body = body
            self.isTruncated = isTruncated
        }

        /// The first value of a header, by its lower-case name.
        public func header(_ name: String) -> String? {
            headers.first { $0.name == name }?.value
        }
    }

    /// No status came back.
    public struct Failure: Error, Sendable, Equatable, Codable {
        public var kind: Kind
        /// A sentence for an operator, mostly libcurl's, without the address (an address may carry secrets).
        public var detail: String
        /// The operating system's number for what went wrong, where it had one (`ECONNREFUSED`, `ENETUNREACH`).
        public var errno: Int32?

        public init(kind: Kind, detail: String, errno: Int32? = nil) {
            self.kind = kind
            self.detail = detail
            self.errno = errno
        }

        public enum Kind: String, Sendable, Codable, CaseIterable {
            /// The address is malformed or of a scheme that is never spoken.
            case badAddress = "bad_address"
            /// The method or a header must not reach the wire: a control character, or framing that is not the lender's.
            /// Of a ``Posting``: the message or the credentials.
            case badHeader = "bad_header"
            /// ``AddressRules`` forbid where the name leads.
            case forbiddenAddress = "forbidden_address"
            /// The name has no address, or none came in time.
            case unresolved
            /// Refused, or no way there.
            case unreachable
            /// Nobody answered the attempt to connect, TLS included, in the time there was for it.
            case connectTimeout = "connect_timeout"
            case tls
            /// The time for the whole exchange was up.
            case timeout
            /// The connection broke off without an answer.
            case reset
            /// What came was no HTTP or SMTP, or the courier could not do its part.
            case broken
            /// The lender cancelled, or the courier is stopping.
            case cancelled
        }
    }

    /// Milliseconds since the start of the exchange.
    public struct Timings: Sendable, Equatable, Codable {
        public var resolvedMilliseconds: Double
        public var connectedMilliseconds: Double
        public var firstByteMilliseconds: Double
        public var totalMilliseconds: Double

        public init(
            resolvedMilliseconds: Double = 0, connectedMilliseconds: Double = 0, firstByteMilliseconds: Double = 0,
            totalMilliseconds: Double = 0
        ) {
            self.resolvedMilliseconds = resolvedMilliseconds
            self.connectedMilliseconds = connectedMilliseconds
            self.firstByteMilliseconds = firstByteMilliseconds
            self.totalMilliseconds = totalMilliseconds
        }
    }
}
