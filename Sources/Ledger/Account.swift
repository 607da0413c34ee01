public import Agreements
public import Calendars
public import Foundation

/// How a person signs in. Their name, their offices and their regions are the person's own.
public struct Account: Sendable, Equatable {
    /// The person's id.
    public var person: String
    /// What they type to sign in, folded; unique.
    public var name: String
    /// Argon2id with its salt and cost; nil for whoever signs in elsewhere only.
    public var passwordHash: String?
    /// Counts the passwords there have been; a session that began under an earlier one is over.
    public var passwordVersion: Int
    public var identity: Identity?
    public var createdAt: Instant
    /// Since then nobody signs in.
    public var disabledAt: Instant?

    /// Who somebody is to a provider of OpenID Connect.
    public struct Identity: Sendable, Hashable {
        public var issuer: String
        public var subject: String

        public init(issuer: String, subject: String) {
            self.issuer = issuer
            self.subject = subject
        }
    }

    public init(
        person: String, name: String, passwordHash: String? = nil, passwordVersion: Int = 1,
        identity: Identity? = nil, createdAt: Instant, disabledAt: Instant? = nil
    ) {
        self.person = person
        self.name = name
        self.passwordHash = passwordHash
        self.passwordVersion = passwordVersion
        self.identity = identity
        self.createdAt = createdAt
        self.disabledAt = disabledAt
    }
}

/// A browser that somebody has signed in with. Its cookie is never kept, only its SHA-256.
public struct Session: Sendable, Equatable, Identifiable {
    public var id: String
    public var hash: Data
    public var person: String
    /// The one of the person's roles in which they act at present.
    public var role: Role
    /// Since when they have acted in it.
    public var roleSince: Instant
    public var passwordVersion: Int
    public var createdAt: Instant
    /// To the minute.
    public var lastSeenAt: Instant
    /// The network they came from, never the whole address: `203.0.113.0/24`. Empty where that is not known.
    public var network: String
    /// What the browser says of itself, shortened.
    public var agent: String

    public init(
        id: String, hash: Data, person: String, role: Role, roleSince: Instant, passwordVersion: Int,
        createdAt: Instant, lastSeenAt: Instant, network: String, agent: String
    ) {
        self.id = id
        self.hash = hash
        self.person = person
        self.role = role
        self.roleSince = roleSince
        self.passwordVersion = passwordVersion
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
        self.network = network
        self.agent = agent
    }
}

/// A session with whose it is, as they are entered now.
public struct OpenSession: Sendable, Equatable {
    public var session: Session
    public var account: Account
    public var person: Person

    public init(session: Session, account: Account, person: Person) {
        self.session = session
        self.account = account
        self.person = person
    }
}

/// A link by which somebody sets their first password, or a new one, once. The link is never kept, only its SHA-256.
public struct Invitation: Sendable, Equatable {
    public var hash: Data
    /// The person's id; each has one invitation at most.
    public var person: String
    public var madeBy: Actor
    public var createdAt: Instant
    public var expiresAt: Instant

    public init(hash: Data, person: String, madeBy: Actor, createdAt: Instant, expiresAt: Instant) {
        self.hash = hash
        self.person = person
        self.madeBy = madeBy
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
