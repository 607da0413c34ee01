public import Agreements
public import Calendars
public import Documents

/// One reminder that an agreement calls for as it stands now.
public struct PlannedReminder: Sendable, Equatable {
    /// Which reminder this is among all of its agreement, whatever day it moves to: deadline, rule, occurrence, recipient.
    public var key: String
    public var rule: String
    public var dueAt: Instant
    /// The deadline it serves.
    public var deadline: Day?
    /// Which deadline it serves, the same on whatever day that falls: `sla/<moves>`, `end/<moves>`,
    /// `on/<rule id>/<occurrence>`; nil for timers.
    public var deadlineID: String?
    /// `system` for a date at which the daemon itself looks again, because an automatic transition waits for it.
    public var recipient: Role
    public var state: String
    public var say: Bilingual
    /// The offices that were asked before and have not answered, where this goes to the next one. Empty for others.
    public var insteadOf: [Role]
    /// Its day or its deadline rests on a holiday whose date is not decreed yet.
    public var isEstimated: Bool
    /// Whether it still holds depends on what is known only when its time comes; the plan is asked once more then.
    public var isConditional: Bool

    /// Goes to the next office, because those before it have not answered.
    public var isEscalation: Bool { !insteadOf.isEmpty }

    public init(
        key: String, rule: String, dueAt: Instant, deadline: Day?, deadlineID: String? = nil, recipient: Role,
        state: String, say: Bilingual, insteadOf: [Role] = [], isEstimated: Bool = false, isConditional: Bool = false
    ) {
        self.key = key
        self.rule = rule
        self.dueAt = dueAt
        self.deadline = deadline
        self.deadlineID = deadlineID
        self.recipient = recipient
        self.state = state
        self.say = say
        self.insteadOf = insteadOf
        self.isEstimated = isEstimated
        self.isConditional = isConditional
    }
}
