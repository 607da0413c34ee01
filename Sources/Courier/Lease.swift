/// One HTTP exchange that somebody above has decided on, as plain values: what to send, to where, within which limits.
///
/// The Courier knows nothing about agreements, retries or signatures; whoever hands over a lease owns its meaning.
public struct Lease: Sendable, Equatable, Codable {
    /// The lender's own name for this exchange; comes back in the ``Outcome``.
    public var id: String
    /// An HTTP method, upper case; `CONNECT` and `TRACE` are never sent.
    public var method: String
    /// An absolute `http` or `https` address.
    public var url: String
    /// Sent in this order. A header named here replaces libcurl's own of that name. No value may hold a control
    /// character, and `Content-Length`, `Transfer-Encoding` and `Expect` follow from the body, never from here.
    public var headers: [Header]
    /// Exactly these bytes are sent; empty for none. A `HEAD` carries none.
    public var body: [UInt8]
    public var limits: Limits
    public var addresses: AddressRules
    public var tls: TLS
    public var httpVersion: HTTPVersion
    /// Whether to bring back the chain the server showed, over a connection of its own: for a look at a server, not for
    /// everyday work.
    public var wantsCertificates: Bool

    public init(
        id: String, method: String, url: String, headers: [Header] = [], body: [UInt8] = [], limits: Limits = Limits(),
        addresses: AddressRules = .publicOnly(except: []), tls: TLS = TLS(), httpVersion: HTTPVersion = .http1,
        wantsCertificates: Bool = false
    ) {
        self.id = id
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
        self.addresses = addresses
        self.tls = tls
        self.httpVersion = httpVersion
        self.wantsCertificates = wantsCertificates
    }

    /// A header line.
    public struct Header: Sendable, Equatable, Codable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What one exchange may cost.
    public struct Limits: Sendable, Equatable, Codable {
        /// For name resolution, TCP and TLS together, in milliseconds.
        public var connectMilliseconds: Int
        /// For the whole exchange including the answer's body, in milliseconds.
        public var totalMilliseconds: Int
        /// Bytes of the answer's body that are kept; the transfer is cut there, and the status still counts.
        public var answerBytesMax: Int

        public init(connectMilliseconds: Int = 5_000, totalMilliseconds: Int = 15_000, answerBytesMax: Int = 16_384) {
            self.connectMilliseconds = connectMilliseconds
            self.totalMilliseconds = totalMilliseconds
            self.answerBytesMax = answerBytesMax
        }
    }
}
