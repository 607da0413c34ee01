public import Agreements
public import Calendars
import Documents
public import Ledger

/// Somebody who has signed in.
public struct SignedIn: Sendable {
    /// What the browser is to keep from now on; nil where it has it already.
    public var cookie: String?
    public var person: Person
    public var account: Account
    public var session: Session
    /// Comes back with every form of this session, which no other site can know.
    public var formToken: String

    init(_ open: OpenSession, cookie: String, isNew: Bool) {
        self.cookie = isNew ? cookie : nil
        person = open.person
        account = open.account
        session = open.session
        // Of the cookie, so that it need not be kept; nobody finds the cookie from it.
        formToken = Base64URL.encode(Tokens.hash("form " + cookie))
    }

    /// They themselves, in the role in which they act at present.
    public var principal: Principal { Principal(person, as: session.role) }

    /// The roles that they can switch to.
    public var otherRoles: [Role] { person.roles.filter { $0 != session.role } }

    /// When the session is over if they do nothing more.
    public var endsAt: Instant { SessionLimits(session.role).end(of: session) }

    public func accepts(formToken token: String) -> Bool {
        // By their hashes, so that how long it takes tells nothing of how near a guess was.
        Tokens.hash(token) == Tokens.hash(formToken)
    }
}

/// How long a session lasts.
struct SessionLimits {
    /// Without a sign of life.
    var idle: Duration
    /// In all, since the role was taken.
    var inRole: Duration
    /// In all, since somebody signed in.
    var inAll: Duration

    /// Somebody who works with agreements is here every day: eight hours end a forgotten browser by the next morning, and a
    /// password once a week is no burden. Whoever acts as admin can let others in, so that is for an errand.
    init(_ role: Role) {
        let isAdmin = role == .admin
        idle = .seconds((isAdmin ? 1 : 8) * 3_600)
        inRole = .seconds((isAdmin ? 12 : 7 * 24) * 3_600)
        inAll = .seconds(7 * 24 * 3_600)
    }

    /// The longest that a session of whatever role lasts without a sign of life.
    static let idleMax = SessionLimits(.coordinator).idle

    func end(of session: Session) -> Instant {
        min(session.lastSeenAt + idle, session.roleSince + inRole, session.createdAt + inAll)
    }
}
