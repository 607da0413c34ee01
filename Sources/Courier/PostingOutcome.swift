/// What became of a ``Posting``.
public struct PostingOutcome: Sendable, Equatable, Codable {
    /// The posting's `id`.
    public var postingID: String
    public var result: Result
    /// The server's address, where a connection was made.
    public var address: String?

    public init(postingID: String, result: Result, address: String? = nil) {
        self.postingID = postingID
        self.result = result
        self.address = address
    }

    public enum Result: Sendable, Equatable, Codable {
        /// The server answered 250 after the message, for all recipients.
        case accepted(Reply)
        /// The server said no: 4xx for now, 5xx for good. Said before `.startTLS` has protected the connection, a no may be
        /// anybody's, and is a failure of TLS.
        case refused(Reply)
        /// No final reply. When the whole message had left by then, the server may have taken it, and `detail` says so.
        case failed(Outcome.Failure)
    }

    /// The server's last reply.
    public struct Reply: Sendable, Equatable, Codable {
        /// Of RFC 5321, section 4.2: three digits.
        public var code: Int
        /// The lines of the reply without their codes, joined by spaces; control characters removed, cut to 512 bytes.
        public var text: String

        public init(code: Int, text: String) {
            self.code = code
            self.text = text
        }

        /// Whether the same message would be refused again.
        public var isPermanent: Bool { code >= 500 }
    }
}
