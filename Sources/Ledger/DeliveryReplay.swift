public import Calendars

/// Sends events of the past to an endpoint again, a page at a time, and goes on where it was after a crash.
public struct DeliveryReplay: Sendable, Equatable, Codable {
    public enum State: String, Sendable, Codable {
        case running, done, cancelled
    }

    public var id: String
    public var endpoint: String
    public var selection: Selection
    public var state: State
    /// The last event looked at.
    public var cursor: Int64
    /// Where it ends: the last event when it began.
    public var end: Int64
    /// Deliveries made or revived so far.
    public var sent: Int
    public var createdAt: Instant
    public var createdBy: String

    public init(
        id: String, endpoint: String, selection: Selection, state: State = .running, cursor: Int64, end: Int64,
        sent: Int = 0, createdAt: Instant, createdBy: String
    ) {
        self.id = id
        self.endpoint = endpoint
        self.selection = selection
        self.state = state
        self.cursor = cursor
        self.end = end
        self.sent = sent
        self.createdAt = createdAt
        self.createdBy = createdBy
    }

    private enum CodingKeys: String, CodingKey {
        case id, endpoint, selection, state, cursor, end, sent
        case createdAt = "created_at"
        case createdBy = "created_by"
    }

    /// Which of the events that the endpoint wants are sent again.
    public struct Selection: Sendable, Equatable, Codable {
        /// Only those not delivered: failed, held, or never queued.
        public var onlyMissing: Bool
        public var since: Instant?
        public var until: Instant?
        /// Event types as in a filter; empty for all.
        public var events: [String]
        /// Only this agreement.
        public var agreement: String?

        public init(
            onlyMissing: Bool, since: Instant? = nil, until: Instant? = nil, events: [String] = [],
            agreement: String? = nil
        ) {
            self.onlyMissing = onlyMissing
            self.since = since
            self.until = until
            self.events = events
            self.agreement = agreement
        }

        private enum CodingKeys: String, CodingKey {
            case onlyMissing = "missing"
            case since, until, events
            case agreement = "agreement_id"
        }
    }
}
