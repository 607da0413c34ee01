public import Agreements
public import Calendars
public import Documents
public import Foundation

/// Something that one person is to be told by mail, made in the same transaction as the event that it tells of.
public struct Notice: Sendable, Equatable {
    public enum State: String, Sendable, Codable, CaseIterable {
        case waiting
        /// Part of a mail.
        case mailed
        /// Not to be mailed: the person has no address or wants no mail.
        case dropped
    }

    public var id: String
    /// The id of who is told, and of whom they stand in for.
    public var person: String
    public var onBehalfOf: String?
    public var content: Content
    public var state: State
    /// When it may go out: at once, after quiet hours, or with the next digest.
    public var dueAt: Instant
    /// The mail that it went into.
    public var mail: String?

    /// What is told; never changes.
    public struct Content: Sendable, Equatable, Codable {
        /// The reminder it tells of; nil where it is about something else, such as a vacant office.
        public var reminder: String?
        public var agreement: Agreement.ID
        public var ref: String?
        public var title: String
        public var region: String
        /// In which office the person is told.
        public var role: Role
        public var say: Bilingual
        public var deadline: Day?
        public var isEstimated: Bool
        /// Breaks out of the digest: the day before the deadline and later, and escalations.
        public var isUrgent: Bool
        public var insteadOf: [Role]
        /// Names, where somebody stands in.
        public var onBehalfOf: String?
        public var late: Lateness?
        /// When it should have come, where it is late.
        public var dueAt: Instant?
        public var collapsed: Int
        public var harm: Harm
        public var createdAt: Instant

        public init(
            reminder: String?, agreement: Agreement.ID, ref: String?, title: String, region: String, role: Role,
            say: Bilingual, deadline: Day?, isEstimated: Bool = false, isUrgent: Bool, insteadOf: [Role] = [],
            onBehalfOf: String? = nil, late: Lateness? = nil, dueAt: Instant? = nil, collapsed: Int = 0, harm: Harm,
            createdAt: Instant
        ) {
            self.reminder = reminder
            self.agreement = agreement
            self.ref = ref
            self.title = title
            self.region = region
            self.role = role
            self.say = say
            self.deadline = deadline
            self.isEstimated = isEstimated
            self.isUrgent = isUrgent
            self.insteadOf = insteadOf
            self.onBehalfOf = onBehalfOf
            self.late = late
            self.dueAt = dueAt
            self.collapsed = collapsed
            self.harm = harm
            self.createdAt = createdAt
        }
    }

    public init(
        id: String, person: String, onBehalfOf: String? = nil, content: Content, state: State = .waiting,
        dueAt: Instant, mail: String? = nil
    ) {
        self.id = id
        self.person = person
        self.onBehalfOf = onBehalfOf
        self.content = content
        self.state = state
        self.dueAt = dueAt
        self.mail = mail
    }
}

/// A mail on its way. Its bytes never change, its Message-ID neither, so that a second copy after a crash can be told.
public struct Mail: Sendable, Equatable {
    public enum State: String, Sendable, Codable, CaseIterable {
        case pending
        case inFlight = "in_flight"
        case sent, failed
    }

    public var id: String
    public var person: String
    public var address: String
    public var subject: String
    /// The whole message, RFC 5322.
    public var message: Data
    public var state: State
    /// Attempts begun so far.
    public var attempts: Int
    public var dueAt: Instant
    public var createdAt: Instant
    /// What the mail server said last, or why there was no answer.
    public var lastReply: String?

    public init(
        id: String, person: String, address: String, subject: String, message: Data, state: State = .pending,
        attempts: Int = 0, dueAt: Instant, createdAt: Instant, lastReply: String? = nil
    ) {
        self.id = id
        self.person = person
        self.address = address
        self.subject = subject
        self.message = message
        self.state = state
        self.attempts = attempts
        self.dueAt = dueAt
        self.createdAt = createdAt
        self.lastReply = lastReply
    }
}

/// What became of an attempt to send a mail.
public struct MailSettlement: Sendable, Equatable {
    public enum Next: Sendable, Equatable {
        case sent
        case retry(at: Instant)
        case failed
    }

    public var mail: String
    /// Which attempt; a late answer to an older one settles nothing.
    public var attempt: Int
    public var reply: String
    public var next: Next

    public init(mail: String, attempt: Int, reply: String, next: Next) {
        self.mail = mail
        self.attempt = attempt
        self.reply = reply
        self.next = next
    }
}
