public import Agreements
public import Calendars
public import Documents

/// A reminder as a row that was planned in advance, and what became of it. It ends as exactly one of the end states.
public struct Reminder: Sendable, Equatable {
    public enum State: String, Sendable, Codable, CaseIterable {
        /// Still to come; one that was snoozed may have been sent before.
        case planned, snoozed
        /// Ended: told; told and answered; no longer what the record calls for; found to be needless when its time came;
        /// never told on its own, for a reason that is kept.
        case sent, acknowledged, superseded, cancelled, missed

        public var isOpen: Bool { self == .planned || self == .snoozed }
    }

    public var id: String
    public var agreement: Agreement.ID
    public var ref: String?
    public var region: String
    /// Which reminder of its agreement this is; the same one at another time has the same key.
    public var key: String
    public var rule: String
    public var dueAt: Instant
    public var deadline: Day?
    /// Which deadline that is, on whatever day it falls; nil for timers and for what was planned by earlier versions.
    public var deadlineID: String?
    public var recipient: Role
    /// The offices that were asked before and have not answered; empty for what is no escalation.
    public var insteadOf: [Role]
    /// The agreement's state that it belongs to.
    public var agreementState: String
    public var say: Bilingual
    /// Its day rests on a holiday whose date is not decreed yet.
    public var isEstimated: Bool
    /// Whether it still holds is asked once more when its time comes.
    public var isConditional: Bool
    public var state: State
    /// The agreement's version that called for it.
    public var planVersion: Int
    /// nil for what was planned by earlier versions.
    public var plannedAt: Instant?
    /// When it was told last, and how often.
    public var sentAt: Instant?
    public var timesSent: Int
    public var timesSnoozed: Int
    public var endedAt: Instant?
    /// In somebody's own words: who has acknowledged it, or why it was put off.
    public var reason: String?
    public var late: Lateness?
    /// The newer reminder of the same deadline that stands for this one, which was missed.
    public var collapsedInto: String?

    public init(
        id: String, agreement: Agreement.ID, ref: String?, region: String, key: String, rule: String, dueAt: Instant,
        deadline: Day?, deadlineID: String? = nil, recipient: Role, insteadOf: [Role] = [], agreementState: String,
        say: Bilingual, isEstimated: Bool = false, isConditional: Bool = false, state: State = .planned,
        planVersion: Int, plannedAt: Instant? = nil, sentAt: Instant? = nil, timesSent: Int = 0, timesSnoozed: Int = 0,
        endedAt: Instant? = nil, reason: String? = nil, late: Lateness? = nil, collapsedInto: String? = nil
    ) {
        self.id = id
        self.agreement = agreement
        self.ref = ref
        self.region = region
        self.key = key
        self.rule = rule
        self.dueAt = dueAt
        self.deadline = deadline
        self.deadlineID = deadlineID
        self.recipient = recipient
        self.insteadOf = insteadOf
        self.agreementState = agreementState
        self.say = say
        self.isEstimated = isEstimated
        self.isConditional = isConditional
        self.state = state
        self.planVersion = planVersion
        self.plannedAt = plannedAt
        self.sentAt = sentAt
        self.timesSent = timesSent
        self.timesSnoozed = timesSnoozed
        self.endedAt = endedAt
        self.reason = reason
        self.late = late
        self.collapsedInto = collapsedInto
    }

    /// The daemon's own: a date at which it looks again, and tells nobody.
    public var isTimer: Bool { recipient == .system }
}

/// The reminders of one agreement whose time has come, with what telling of them takes.
public struct DueReminders: Sendable, Equatable {
    public var agreement: Agreement.ID
    public var title: String
    public var version: Int
    /// The hash of the structure that it follows.
    public var structure: String
    public var harm: Harm
    /// Timers included, oldest first.
    public var reminders: [Reminder]

    public init(
        agreement: Agreement.ID, title: String, version: Int, structure: String, harm: Harm, reminders: [Reminder]
    ) {
        self.agreement = agreement
        self.title = title
        self.version = version
        self.structure = structure
        self.harm = harm
        self.reminders = reminders
    }
}

/// What is lost if nobody acts: people before money.
public struct Harm: Sendable, Hashable, Codable {
    /// Who are insured by the paper.
    public var people: Int64
    /// Rupiah that are missing in its latest year.
    public var rupiah: Int64

    public init(people: Int64 = 0, rupiah: Int64 = 0) {
        self.people = people
        self.rupiah = rupiah
    }
}

extension Harm: Comparable {
    public static func < (a: Harm, b: Harm) -> Bool { (a.people, a.rupiah) < (b.people, b.rupiah) }
}
