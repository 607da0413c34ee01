public import Courier
public import Notices

/// Through which server mails leave, and in whose name.
public struct MailSettings: Sendable {
    /// `smtp://host:port` or `smtps://host:port`.
    public var server: String
    public var security: Posting.Security
    /// nil where the server asks for none.
    public var credentials: Posting.Credentials?
    /// A PEM file of authorities to trust in place of the system's.
    public var caFile: String?
    public var sender: Mailbox
    /// Whether the server may stand on this machine or in a private network.
    public var addresses: AddressRules

    public init(
        server: String, security: Posting.Security, credentials: Posting.Credentials?, caFile: String?,
        sender: Mailbox, addresses: AddressRules
    ) {
        self.server = server
        self.security = security
        self.credentials = credentials
        self.caFile = caFile
        self.sender = sender
        self.addresses = addresses
    }
}
