/// One message on its way to one mail server, as plain values.
///
/// As with a ``Lease``, the Courier knows nothing of what the message is about, nor whether it is sent again.
public struct Posting: Sendable, Equatable, Codable {
    /// The sender's own name for this exchange; comes back in the ``PostingOutcome``.
    public var id: String
    /// `smtp://host:port`, or `smtps://host:port` when `security` is `.implicit`. Without a port 587 and 465 are meant.
    /// No user, path or query.
    public var server: String
    public var security: Security
    /// Nil for no `AUTH`. Sent by `PLAIN` or `LOGIN`, which give them away in the clear: hence only inside TLS or on this
    /// machine. A server that offers no `AUTH` never hears them and decides for itself.
    public var credentials: Credentials?
    /// The envelope's sender, bare: `nama@contoh.go.id`. ASCII without spaces and angle brackets, 254 bytes at most.
    public var sender: String
    /// The envelope's recipients, at least one, written like the sender. One refused recipient refuses the posting.
    public var recipients: [String]
    /// The whole RFC 5322 message: 7-bit without NUL, lines of 998 bytes at most that end in CRLF. A bare CR or LF is not
    /// mended but refused, since servers disagree on whether it ends a line, and that disagreement is how a second
    /// message is smuggled in. A CRLF that is missing at the very end is added.
    public var message: [UInt8]
    /// The connection's limit includes the greeting, STARTTLS and `AUTH`; `answerBytesMax` is for answers of HTTP.
    public var limits: Lease.Limits
    public var addresses: AddressRules
    /// A PEM file of authorities to trust instead of the system's; nil for the courier's own default.
    public var caFile: String?

    public init(
        id: String, server: String, security: Security = .startTLS, credentials: Credentials? = nil, sender: String,
        recipients: [String], message: [UInt8],
        limits: Lease.Limits = Lease.Limits(connectMilliseconds: 30_000, totalMilliseconds: 120_000),
        addresses: AddressRules = .publicOnly(except: []), caFile: String? = nil
    ) {
        self.id = id
        self.server = server
        self.security = security
        self.credentials = credentials
        self.sender = sender
        self.recipients = recipients
        self.message = message
        self.limits = limits
        self.addresses = addresses
        self.caFile = caFile
    }

    /// How the connection is protected. TLS is 1.2 or later, and the server must prove its name.
    public enum Security: String, Sendable, Codable, CaseIterable {
        /// Plain at first; without TLS neither credentials nor envelope nor message leave.
        case startTLS = "starttls"
        /// TLS from the first byte.
        case implicit
        /// Not at all, and therefore to a server on this machine only, whatever the address rules say.
        case none
    }

    /// What the server knows the sender by. The password shows neither in text nor to a mirror.
    public struct Credentials: Sendable, Equatable, Codable {
        public var user: String
        public var password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }
}

extension Posting.Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(user), password not shown" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["user": user]) }
}
