extension Outcome {
    /// One certificate of the chain a server showed.
    public struct Certificate: Sendable, Equatable, Codable {
        /// `CN = example.org`, as OpenSSL writes a distinguished name.
        public var subject: String
        public var issuer: String
        /// Unix milliseconds; nil when it cannot be read.
        public var notAfter: Int64?
        /// The subject's alternative names: `DNS:example.org`, `IP Address:192.0.2.1`.
        public var names: [String]

        public init(subject: String, issuer: String, notAfter: Int64?, names: [String] = []) {
            self.subject = subject
            self.issuer = issuer
            self.notAfter = notAfter
            self.names = names
        }
    }
}
