public import Calendars
public import Documents

/// A reminder has come due, or an office has not answered and the next one is told.
public struct ReminderNotice: Sendable, Equatable, Codable {
    public var reminderID: String
    public var rule: String
    public var recipient: Role
    /// When it should have been sent; later than that has its reason in ``late``.
    public var dueAt: Instant
    public var deadline: Day?
    public var state: String
    public var say: Bilingual
    /// The offices that were reminded before and have not answered.
    public var insteadOf: [Role]?
    /// The deadline rests on a holiday whose date is not decreed yet.
    public var isEstimated: Bool?
    public var late: Lateness?
    /// How many earlier reminders of the same deadline were missed, for which this one stands.
    public var collapsed: Int?
    /// The people who hold the office, or stand in for them.
    public var told: [Told]?

    public init(
        reminderID: String, rule: String, recipient: Role, dueAt: Instant, deadline: Day?, state: String,
        say: Bilingual, insteadOf: [Role]? = nil, isEstimated: Bool? = nil, late: Lateness? = nil,
        collapsed: Int? = nil, told: [Told]? = nil
    ) {
        self.reminderID = reminderID
        self.rule = rule
        self.recipient = recipient
        self.dueAt = dueAt
        self.deadline = deadline
        self.state = state
        self.say = say
        self.insteadOf = insteadOf
        self.isEstimated = isEstimated
        self.late = late
        self.collapsed = collapsed
        self.told = told
    }

    enum CodingKeys: String, CodingKey {
        case reminderID = "reminder_id"
        case rule, recipient
        case dueAt = "due_at"
        case deadline, state, say
        case insteadOf = "instead_of"
        case isEstimated = "estimated"
        case late, collapsed, told
    }

    /// Somebody who was told, and for whom, where they stand in.
    public struct Told: Sendable, Equatable, Codable {
        public var name: String
        public var onBehalfOf: String?

        public init(name: String, onBehalfOf: String? = nil) {
            self.name = name
            self.onBehalfOf = onBehalfOf
        }

        enum CodingKeys: String, CodingKey {
            case name
            case onBehalfOf = "on_behalf_of"
        }
    }
}

/// Why something came later than planned, and between when and when that was so.
public struct Lateness: Sendable, Equatable, Codable {
    public enum Cause: String, Sendable, Codable, CaseIterable {
        /// The daemon was not running: `from` its last sign of life, `to` its start.
        case outage
        /// What calls for it was entered, or the rules were changed, after its time: `from` its time, `to` the entry.
        case enteredLate = "entered_late"
        /// The daemon ran and could not: the machine slept, its clock was set forward, the disk was full.
        case delayed
    }

    public var cause: Cause
    public var from: Instant
    public var to: Instant

    public init(_ cause: Cause, from: Instant, to: Instant) {
        self.cause = cause
        self.from = from
        self.to = to
    }
}

/// Somebody says that they have seen a reminder and are on it. Escalation of its stage begins anew from that day.
public struct AcknowledgingAct: Sendable, Equatable, Codable {
    public var reminderID: String
    public var rule: String
    public var recipient: Role
    /// The key of the bill or funding line that it was about; nil for the agreement itself.
    public var part: String?
    /// For whom, where somebody stands in.
    public var onBehalfOf: String?

    public init(reminderID: String, rule: String, recipient: Role, part: String?, onBehalfOf: String? = nil) {
        self.reminderID = reminderID
        self.rule = rule
        self.recipient = recipient
        self.part = part
        self.onBehalfOf = onBehalfOf
    }

    enum CodingKeys: String, CodingKey {
        case reminderID = "reminder_id"
        case rule, recipient, part
        case onBehalfOf = "on_behalf_of"
    }
}

/// Somebody puts a reminder off.
public struct SnoozingAct: Sendable, Equatable, Codable {
    public var reminderID: String
    public var rule: String
    public var recipient: Role
    public var until: Instant
    public var reason: String
    /// How often it has been put off, this time included.
    public var times: Int
    public var onBehalfOf: String?

    public init(
        reminderID: String, rule: String, recipient: Role, until: Instant, reason: String, times: Int,
        onBehalfOf: String? = nil
    ) {
        self.reminderID = reminderID
        self.rule = rule
        self.recipient = recipient
        self.until = until
        self.reason = reason
        self.times = times
        self.onBehalfOf = onBehalfOf
    }

    enum CodingKeys: String, CodingKey {
        case reminderID = "reminder_id"
        case rule, recipient, until, reason, times
        case onBehalfOf = "on_behalf_of"
    }
}

/// The last acknowledgement of a stage, as the record keeps it.
public struct Acknowledgement: Sendable, Equatable, Codable {
    /// The key of a part; nil for the agreement itself.
    public var part: String?
    /// How often that had moved by then; another move ends what was acknowledged.
    public var moves: Int
    public var on: Day
    public var by: Actor

    public init(part: String?, moves: Int, on: Day, by: Actor) {
        self.part = part
        self.moves = moves
        self.on = on
        self.by = by
    }
}

/// A paper is about to end.
public struct Expiry: Sendable, Equatable, Codable {
    public var validUntil: Day
    /// Calendar days from the day of the event to the last day in force.
    public var days: Int
    /// The paper that renews it, by ref or id, and how far that is; nil if there is none.
    public var successor: String?
    public var successorPhase: Phase?

    public init(validUntil: Day, days: Int, successor: String?, successorPhase: Phase?) {
        self.validUntil = validUntil
        self.days = days
        self.successor = successor
        self.successorPhase = successorPhase
    }

    enum CodingKeys: String, CodingKey {
        case validUntil = "valid_until"
        case days, successor
        case successorPhase = "successor_phase"
    }
}

/// A reminder went to an office that nobody holds in its region.
public struct Vacancy: Sendable, Hashable, Codable {
    public var role: Role
    public var region: String

    public init(role: Role, region: String) {
        self.role = role
        self.region = region
    }
}

/// Other days off have come into force.
public struct HolidayChange: Sendable, Equatable, Codable {
    /// The file that brought them; nil where several did.
    public var file: String?
    public var added: [Holidays.Holiday]
    public var removed: [Holidays.Holiday]
    /// Reminders that come at another time because of them.
    public var remindersMoved: Int

    public init(file: String?, added: [Holidays.Holiday], removed: [Holidays.Holiday], remindersMoved: Int) {
        self.file = file
        self.added = added
        self.removed = removed
        self.remindersMoved = remindersMoved
    }

    enum CodingKeys: String, CodingKey {
        case file, added, removed
        case remindersMoved = "reminders_moved"
    }
}

/// October has come, and the days off of the next year are not known.
public struct MissingHolidays: Sendable, Equatable, Codable {
    public var year: Int

    public init(year: Int) { self.year = year }
}
