public import Agreements
public import Calendars
public import Foundation

/// Somebody who wants to be told.
public struct WebhookEndpoint: Sendable, Equatable, Codable {
    public var id: String
    public var url: String
    /// Event types; `*` for all, `agreement.*` for a family.
    public var events: [String]
    public var format: String
    /// CIDR ranges that are allowed in spite of the address rules.
    public var allow: [String]
    /// `whsec_…`; answered once, never listed.
    public var secret: String
    /// Told only about these regions; empty for all.
    public var regions: [String]
    public var enabled: Bool
    public var disabledReason: String?
    public var createdAt: Instant

    public init(
        id: String, url: String, events: [String], format: String, allow: [String], secret: String, regions: [String],
        enabled: Bool = true, disabledReason: String? = nil, createdAt: Instant
    ) {
        self.id = id
        self.url = url
        self.events = events
        self.format = format
        self.allow = allow
        self.secret = secret
        self.regions = regions
        self.enabled = enabled
        self.disabledReason = disabledReason
        self.createdAt = createdAt
    }
}

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
    public var payload: Data
    public var state: State
    /// Attempts begun so far.
    public var attempts: Int
    public var dueAt: Instant
    public var createdAt: Instant
    public var lastStatus: Int?
    public var lastError: String?

    public init(
        id: String, endpoint: String, eventID: Event.ID, eventType: String, seq: Int64, lane: String, payload: Data,
        state: State = .pending, attempts: Int = 0, dueAt: Instant, createdAt: Instant, lastStatus: Int? = nil,
        lastError: String? = nil
    ) {
        self.id = id
        self.endpoint = endpoint
        self.eventID = eventID
        self.eventType = eventType
        self.seq = seq
        self.lane = lane
        self.payload = payload
        self.state = state
        self.attempts = attempts
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

    public init(
        delivery: String, number: Int, startedAt: Instant, finishedAt: Instant? = nil, status: Int? = nil,
        error: String? = nil, excerpt: String? = nil, address: String? = nil
    ) {
        self.delivery = delivery
        self.number = number
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.status = status
        self.error = error
        self.excerpt = excerpt
        self.address = address
    }
}

/// The outcome of an attempt and what follows from it.
public struct Settlement: Sendable, Equatable {
    public enum Next: Sendable, Equatable {
        case delivered
        case retry(at: Instant)
        /// Given up; the lane goes on without it.
        case failed
        /// Kept until the endpoint is switched on again.
        case held
    }

    public var attempt: Attempt
    public var next: Next

    public init(attempt: Attempt, next: Next) {
        self.attempt = attempt
        self.next = next
    }
}

/// What lets somebody in. The token itself is never kept, only its SHA-256.
public struct Token: Sendable, Equatable {
    public var id: String
    public var name: String
    public var role: Role
    /// Codes; empty for everywhere.
    public var regions: [String]
    public var hash: Data
    public var createdAt: Instant

    public init(id: String, name: String, role: Role, regions: [String], hash: Data, createdAt: Instant) {
        self.id = id
        self.name = name
        self.role = role
        self.regions = regions
        self.hash = hash
        self.createdAt = createdAt
    }
}

/// A workflow file as it was when it was loaded, so that an agreement outlives the file it began under.
public struct WorkflowText: Sendable, Equatable {
    public var id: String
    public var structure: String
    public var policy: String
    public var text: String
    public var loadedAt: Instant

    public init(id: String, structure: String, policy: String, text: String, loadedAt: Instant) {
        self.id = id
        self.structure = structure
        self.policy = policy
        self.text = text
        self.loadedAt = loadedAt
    }
}
