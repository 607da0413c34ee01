public import Calendars

/// One line of the access log: who was let in or turned away, and who read what is sensitive. It holds no password, no
/// token and no cookie.
public struct AccessEntry: Sendable, Equatable {
    public enum Act: String, Sendable, Codable, CaseIterable {
        case signIn = "sign_in"
        case signInRefused = "sign_in_refused"
        case signOut = "sign_out"
        case roleSwitched = "role_switched"
        case passwordSet = "password_set"
        case identityLinked = "identity_linked"
        case invitationMade = "invitation_made"
        case accountDisabled = "account_disabled"
        case accountEnabled = "account_enabled"
        case sessionEnded = "session_ended"
        case tokenMade = "token_made"
        case tokenRevoked = "token_revoked"
        /// Entered, or changed in name, offices, regions or address.
        case personSaved = "person_saved"
        case personDeleted = "person_deleted"
        case export
        case readSensitive = "read_sensitive"
        case report
    }

    /// Given when it is written.
    public var seq: Int64 = 0
    public var at: Instant
    public var act: Act
    /// The id of a person or token; nil for somebody who was turned away.
    public var who: String?
    /// The person's or token's name; of somebody who was turned away the name they signed in by.
    public var name: String
    /// Never the whole address: `203.0.113.0/24`; empty where it is not known.
    public var network: String
    /// What it was done to.
    public var detail: String

    public init(at: Instant, act: Act, who: String?, name: String, network: String = "", detail: String = "") {
        self.at = at
        self.act = act
        self.who = who
        self.name = name
        self.network = network
        self.detail = detail
    }
}

public struct AccessQuery: Sendable, Equatable {
    /// Empty for all.
    public var acts: [AccessEntry.Act] = []
    /// The id of a person or token.
    public var who: String?
    public var from: Instant?
    /// Only those before this number.
    public var before: Int64?
    public var limit = 100

    public init() {}
}

/// What bears on whether somebody may try a password now.
public struct SignInHistory: Sendable, Equatable {
    public struct Failures: Sendable, Equatable {
        public var count: Int
        public var latest: Instant?

        public init(count: Int, latest: Instant?) {
            self.count = count
            self.latest = latest
        }
    }

    public var ofName: Failures
    /// Those of the name that came from this network.
    public var ofNameHere: Failures
    public var ofNetwork: Failures
    /// Whether this account has signed in from this network lately.
    public var isKnownHere: Bool

    public init(ofName: Failures, ofNameHere: Failures, ofNetwork: Failures, isKnownHere: Bool) {
        self.ofName = ofName
        self.ofNameHere = ofNameHere
        self.ofNetwork = ofNetwork
        self.isKnownHere = isKnownHere
    }
}
