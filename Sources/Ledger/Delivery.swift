public import Agreements
public import Calendars
public import Foundation

/// One event on its way to one endpoint. Its bytes never change.
public struct Delivery: Sendable, Equatable {
    public enum State: String, Sendable, Codable, CaseIterable {
        /// An earlier event of the same agreement has not arrived yet.
        case waiting
        case pending
        case inFlight = "in_flight"
        case delivered, failed
        /// The endpoint is switched off.
        case held
    }

    public var id: String
    public var endpoint: String
    public var eventID: Event.ID
    public var eventType: String
    public var seq: Int64
    /// Deliveries of one lane to one endpoint arrive in order: the event's subject.
    public var lane: String
    /// How the payload is written, whatever the endpoint wishes for by now.
    public var format: WebhookFormat
    public var payload: Data
    public var state: State
    /// Attempts begun so far, all of them.
    public var attempts: Int
    /// Attempts that count against the retry schedule; a replay begins it anew.
    public var tries: Int
    /// The replay that sends it again.
    public var replay: String?
    public var dueAt: Instant
    public var createdAt: Instant
    public var lastStatus: Int?
    public var lastError: String?

    public init(
        id: String, endpoint: String, eventID: Event.ID, eventType: String, seq: Int64, lane: String,
        format: WebhookFormat = .standard, payload: Data, state: State = .pending, attempts: Int = 0, tries: Int = 0,
        replay: String? = nil, dueAt: Instant, createdAt: Instant, lastStatus: Int? = nil, lastError: String? = nil
    ) {
        self.id = id
        self.endpoint = endpoint
        self.eventID = eventID
        self.eventType = eventType
        self.seq = seq
        self.lane = lane
        self.format = format
        self.payload = payload
        self.state = state
        self.attempts = attempts
        self.tries = tries
        self.replay = replay
        self.dueAt = dueAt
        self.createdAt = createdAt
        self.lastStatus = lastStatus
        self.lastError = lastError
    }
}

/// One try at a delivery: written before bytes leave, completed afterwards. Without a completion its outcome is unknown.
public struct Attempt: Sendable, Equatable {
    public var delivery: String
    /// From 1.
    public var number: Int
    public var startedAt: Instant
    public var finishedAt: Instant?
    public var status: Int?
    public var error: String?
    /// The first bytes of the answer.
    public var excerpt: String?
    public var address: String?
    public var timings: Timings?

    public init(
        delivery: String, number: Int, startedAt: Instant, finishedAt: Instant? = nil, status: Int? = nil,
        error: String? = nil, excerpt: String? = nil, address: String? = nil, timings: Timings? = nil
    ) {
        self.delivery = delivery
        self.number = number
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.status = status
        self.error = error
        self.excerpt = excerpt
        self.address = address
        self.timings = timings
    }

    /// When each step was done, in milliseconds from the start; zero where it was not needed or not reached.
    public struct Timings: Sendable, Equatable, Codable {
        public var resolved: Double
        public var connected: Double
        public var firstByte: Double
        public var total: Double
        /// An open connection served again.
        public var reused: Bool

        public init(resolved: Double, connected: Double, firstByte: Double, total: Double, reused: Bool) {
            self.resolved = resolved
            self.connected = connected
            self.firstByte = firstByte
            self.total = total
            self.reused = reused
        }

        private enum CodingKeys: String, CodingKey {
            case resolved, connected
            case firstByte = "first_byte"
            case total, reused
        }
    }
}

/// The outcome of an attempt and what follows from it.
public struct Settlement: Sendable, Equatable {
    public enum Next: Sendable, Equatable {
        case delivered
        case retry(at: Instant)
        /// Again at this time, and the attempt does not count: nothing can have reached the receiver.
        case postponed(until: Instant)
        /// Given up; the lane goes on without it.
        case failed
    }

    public var attempt: Attempt
    public var next: Next

    public init(attempt: Attempt, next: Next) {
        self.attempt = attempt
        self.next = next
    }
}

/// What an event causes: whom it is sent to, and whom not and why.
public struct Outbox: Sendable, Equatable {
    public var deliveries: [Delivery]
    /// By endpoint.
    public var notSent: [String: String]

    public init(deliveries: [Delivery] = [], notSent: [String: String] = [:]) {
        self.deliveries = deliveries
        self.notSent = notSent
    }
}

/// How much of what is due is wanted for an endpoint.
public struct DeliveryClaim: Sendable, Equatable {
    public var endpoint: String
    public var limit: Int

    public init(endpoint: String, limit: Int) {
        self.endpoint = endpoint
        self.limit = limit
    }
}

/// What was claimed, and when each endpoint that was asked for has something due next; absent where nothing is pending.
public struct ClaimedDeliveries: Sendable, Equatable {
    public var deliveries: [Delivery]
    public var nextDue: [String: Instant]

    public init(deliveries: [Delivery] = [], nextDue: [String: Instant] = [:]) {
        self.deliveries = deliveries
        self.nextDue = nextDue
    }
}

/// How an endpoint does, as far as it must outlive a restart.
public struct EndpointHealth: Sendable, Equatable, Codable {
    public var lastSuccessAt: Instant?
    /// The first failure since the last success.
    public var failingSince: Instant?
    /// When a warning was last given about it.
    public var warnedAt: Instant?
    /// The receiver asked for patience until then.
    public var pausedUntil: Instant?

    public init(
        lastSuccessAt: Instant? = nil, failingSince: Instant? = nil, warnedAt: Instant? = nil,
        pausedUntil: Instant? = nil
    ) {
        self.lastSuccessAt = lastSuccessAt
        self.failingSince = failingSince
        self.warnedAt = warnedAt
        self.pausedUntil = pausedUntil
    }
}
