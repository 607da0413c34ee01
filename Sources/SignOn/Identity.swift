/// Who has signed in, as a provider vouches for it.
public struct Identity: Sendable, Equatable, Codable {
    public var issuer: String
    /// `sub`: with the issuer the only name of a person that never passes to another.
    public var subject: String
    public var email: String?
    /// Whether the provider says that the address is the person's own. Nobody may be found by one that is not.
    public var isEmailVerified: Bool
    public var name: String?

    public init(
        issuer: String, subject: String, email: String? = nil, isEmailVerified: Bool = false, name: String? = nil
    ) {
        self.issuer = issuer
        self.subject = subject
        self.email = email
        self.isEmailVerified = isEmailVerified
        self.name = name
    }
}
