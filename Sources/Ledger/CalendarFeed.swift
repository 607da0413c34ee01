public import Agreements
public import Calendars
public import Documents

/// A calendar that somebody subscribes to at a secret address.
public struct CalendarFeed: Sendable, Equatable, Codable {
    /// Whose deadlines it shows.
    public enum Scope: Sendable, Hashable, Codable {
        /// By the id of a person: what their offices are reminded of.
        case person(String)
        /// A region and what is inside it.
        case region(String)
        case agreement(Agreement.ID)
    }

    public var id: String
    public var scope: Scope
    public var language: Language
    public var createdBy: Actor
    public var createdAt: Instant
    /// From then on its address answers nothing.
    public var revokedAt: Instant?

    public init(
        id: String, scope: Scope, language: Language, createdBy: Actor, createdAt: Instant, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.scope = scope
        self.language = language
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.revokedAt = revokedAt
    }

    enum CodingKeys: String, CodingKey {
        case id, scope, language
        case createdBy = "created_by"
        case createdAt = "created_at"
        case revokedAt = "revoked_at"
    }
}

/// One reminder's part in the history of a deadline, as a calendar needs it.
public struct DeadlineRow: Sendable, Equatable {
    public var paper: Paper
    /// Which deadline it is, on whatever day it falls.
    public var deadlineID: String
    public var deadline: Day
    public var dueAt: Instant
    public var recipient: Role
    public var say: Bilingual
    public var isEstimated: Bool
    public var state: Reminder.State
    /// The agreement's version that called for it, and when.
    public var planVersion: Int
    public var plannedAt: Instant
    /// When it was told last.
    public var sentAt: Instant?
    public var endedAt: Instant?
    public var timesSnoozed: Int
    /// Since when the agreement, or the bill or funding line that the deadline is of, is where it is now.
    public var stageBegan: Instant

    /// The agreement as it is now.
    public struct Paper: Sendable, Hashable {
        public var id: Agreement.ID
        public var ref: String?
        public var title: String
        public var region: String
        /// How often its title was changed, and when last.
        public var timesRetitled: Int
        public var retitledAt: Instant?

        public init(
            id: Agreement.ID, ref: String?, title: String, region: String, timesRetitled: Int = 0,
            retitledAt: Instant? = nil
        ) {
            self.id = id
            self.ref = ref
            self.title = title
            self.region = region
            self.timesRetitled = timesRetitled
            self.retitledAt = retitledAt
        }
    }

    public init(
        paper: Paper, deadlineID: String, deadline: Day, dueAt: Instant, recipient: Role, say: Bilingual,
        isEstimated: Bool = false, state: Reminder.State = .planned, planVersion: Int, plannedAt: Instant,
        sentAt: Instant? = nil, endedAt: Instant? = nil, timesSnoozed: Int = 0, stageBegan: Instant
    ) {
        self.paper = paper
        self.deadlineID = deadlineID
        self.deadline = deadline
        self.dueAt = dueAt
        self.recipient = recipient
        self.say = say
        self.isEstimated = isEstimated
        self.state = state
        self.planVersion = planVersion
        self.plannedAt = plannedAt
        self.sentAt = sentAt
        self.endedAt = endedAt
        self.timesSnoozed = timesSnoozed
        self.stageBegan = stageBegan
    }
}

/// A holiday file that was accepted over the API.
public struct HolidayFile: Sendable, Equatable {
    /// Such as `2027-revisi.csv`; files are read in the order of their names, and a later one has the last word on a day.
    public var name: String
    public var csv: String
    public var acceptedAt: Instant
    public var acceptedBy: Actor

    public init(name: String, csv: String, acceptedAt: Instant, acceptedBy: Actor) {
        self.name = name
        self.csv = csv
        self.acceptedAt = acceptedAt
        self.acceptedBy = acceptedBy
    }
}
