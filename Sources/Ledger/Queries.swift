public import Agreements
public import Calendars

/// Which agreements to find; nil and empty mean any.
public struct AgreementQuery: Sendable, Equatable {
    public var phase: Phase?
    public var state: String?
    public var kind: AgreementKind?
    /// A region or a province with everything inside it.
    public var region: String?
    /// Only these regions and what is inside them; empty for all.
    public var within: [String] = []
    /// Beginnings of words of the title, the ref, the region, the parties, their signatories or the numbers.
    public var text: String?
    public var waitingOn: Role?
    /// The id of a requirement that they wait for.
    public var awaiting: String?
    /// Only those of a workflow, by its id.
    public var workflow: String?
    /// Only those pinned to this structure.
    public var structure: String?
    public var endsBefore: Day?
    /// Only those that belong to this one.
    public var parent: Agreement.ID?
    public var order = AgreementOrder.created
    /// Only what comes after this in the order: an id, or what ``FoundAgreements`` names.
    public var after: String?
    public var limit = 100

    public init() {}
}

public struct EventQuery: Sendable, Equatable {
    public var subject: Event.Subject?
    /// Only those numbered after this.
    public var after: Int64 = 0
    /// Only of agreements up to this version.
    public var untilVersion: Int?
    public var type: EventType?
    public var within: [String] = []
    public var limit: Int = 100

    public init(
        subject: Event.Subject? = nil, after: Int64 = 0, untilVersion: Int? = nil, type: EventType? = nil,
        within: [String] = [], limit: Int = 100
    ) {
        self.subject = subject
        self.after = after
        self.untilVersion = untilVersion
        self.type = type
        self.within = within
        self.limit = limit
    }
}

public struct ReminderQuery: Sendable, Equatable {
    public var agreement: Agreement.ID?
    /// Empty for all.
    public var states: [Reminder.State] = []
    public var from: Instant?
    public var to: Instant?
    public var within: [String] = []
    /// Only those to this office.
    public var recipient: Role?
    /// A region or a province with everything inside it.
    public var region: String?
    /// Only those that come after this one in order of time.
    public var after: String?
    public var limit: Int = 100

    public init(
        agreement: Agreement.ID? = nil, states: [Reminder.State] = [], from: Instant? = nil, to: Instant? = nil,
        within: [String] = [],
        after: String? = nil, limit: Int = 100
    ) {
        self.agreement = agreement
        self.states = states
        self.from = from
        self.to = to
        self.within = within
        self.after = after
        self.limit = limit
    }
}

public struct DeliveryQuery: Sendable, Equatable {
    public var endpoint: String?
    public var subject: Event.Subject?
    /// The event's number.
    public var seq: Int64?
    /// Empty for all.
    public var states: [Delivery.State] = []
    /// Only those that come after this one in the order asked for.
    public var after: String?
    public var isNewestFirst = false
    public var limit: Int = 100

    public init(
        endpoint: String? = nil, subject: Event.Subject? = nil, seq: Int64? = nil, states: [Delivery.State] = [],
        after: String? = nil, isNewestFirst: Bool = false, limit: Int = 100
    ) {
        self.endpoint = endpoint
        self.subject = subject
        self.seq = seq
        self.states = states
        self.after = after
        self.isNewestFirst = isNewestFirst
        self.limit = limit
    }
}
