import Agreements
import Calendars
import Documents
import Engine
import Ledger
import Webhooks

/// An endpoint without its secrets, unless it was made or given a new one a moment ago.
struct EndpointView: Encodable {
    let endpoint: WebhookEndpoint
    var showsSecret = false
    /// How it does; nil in lists.
    var health: Health?

    struct Health: Encodable {
        var last_success_at: Instant?
        var failing_since: Instant?
        var paused_until: Instant?
        /// `closed`, or `open` until the next probe.
        var breaker: String?
        var probe_at: Instant?
        var in_flight: Int?
        var deliveries: [String: Int]

        init(
            _ health: EndpointHealth, _ condition: EndpointCondition?, _ counts: [Delivery.State: Int]
        ) {
            last_success_at = health.lastSuccessAt
            failing_since = health.failingSince
            paused_until = condition?.pausedUntil
            in_flight = condition?.inFlight
            switch condition?.breaker {
            case nil: break
            case .closed?: breaker = "closed"
            case .open(let until)?:
                breaker = "open"
                probe_at = until
            }
            deliveries = .init(counts.map { ($0.rawValue, $1) }) { $1 }
        }
    }

    private struct KeyView: Encodable {
        var kind: String?
        /// What a receiver of Ed25519 signatures needs; no secret.
        var `public`: String?
        var expires_at: Instant?

        init(_ key: EndpointSecrets.SigningKey) {
            let read = try? WebhookKey(key.text)
            kind = read?.kind.rawValue
            `public` = read?.publicText
            expires_at = key.expiresAt
        }
    }

    enum CodingKeys: String, CodingKey {
        case id, url, events, regions, kinds, condition, format, thin, allow
        case inFlight = "in_flight"
        case perMinute = "per_minute"
        case timeoutSeconds = "timeout_seconds"
        case batch
        case httpVersion = "http_version"
        case certificateAuthorities = "ca"
        case clientCertificate = "client_certificate"
        case secret, keys, enabled
        case disabledReason = "disabled_reason"
        case createdAt = "created_at"
        case health
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(endpoint.id, forKey: .id)
        try container.encode(endpoint.url, forKey: .url)
        try container.encode(endpoint.filter.events, forKey: .events)
        try container.encode(endpoint.filter.regions, forKey: .regions)
        try container.encode(endpoint.filter.kinds, forKey: .kinds)
        try container.encode(endpoint.filter.condition, forKey: .condition)
        try container.encode(endpoint.format, forKey: .format)
        try container.encode(endpoint.isThin, forKey: .thin)
        try container.encode(endpoint.allow, forKey: .allow)
        try container.encode(endpoint.limits.inFlight, forKey: .inFlight)
        try container.encode(endpoint.limits.perMinute, forKey: .perMinute)
        try container.encode(endpoint.limits.timeoutSeconds, forKey: .timeoutSeconds)
        try container.encode(endpoint.limits.batch, forKey: .batch)
        try container.encode(endpoint.limits.httpVersion, forKey: .httpVersion)
        try container.encodeIfPresent(endpoint.certificateAuthorities, forKey: .certificateAuthorities)
        try container.encodeIfPresent(endpoint.clientCertificate, forKey: .clientCertificate)
        // The newest only; a receiver of Ed25519 signatures gets the public half.
        if showsSecret, let newest = endpoint.secrets.signing.first, let key = try? WebhookKey(newest.text) {
            try container.encode(key.publicText ?? key.text, forKey: .secret)
        }
        try container.encode(endpoint.secrets.signing.map { KeyView($0) }, forKey: .keys)
        try container.encode(endpoint.enabled, forKey: .enabled)
        try container.encodeIfPresent(endpoint.disabledReason, forKey: .disabledReason)
        try container.encode(endpoint.createdAt, forKey: .createdAt)
        try container.encodeIfPresent(health, forKey: .health)
    }
}

struct DeliveryView: Encodable {
    let delivery: Delivery
    let log: [Attempt]
    /// When each further try comes, if all fail.
    var next: [Instant] = []
    /// What a receiver answered, and where it is, is for those who look after that endpoint.
    let showsAnswers: Bool

    enum CodingKeys: String, CodingKey {
        case id, endpoint
        case eventID = "event_id"
        case type, seq
        case agreementID = "agreement_id"
        case format, state, attempts, tries, replay
        case dueAt = "due_at"
        case nextAttempts = "next_attempts"
        case createdAt = "created_at"
        case lastStatus = "last_status"
        case lastError = "last_error"
        case log
    }

    private struct AttemptView: Encodable {
        var number: Int
        var started_at: Instant
        var finished_at: Instant?
        var status: Int?
        var error: String?
        var answer: String?
        var address: String?
        var timings: Attempt.Timings?
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(delivery.id, forKey: .id)
        try container.encode(delivery.endpoint, forKey: .endpoint)
        try container.encode(delivery.eventID, forKey: .eventID)
        try container.encode(delivery.eventType, forKey: .type)
        try container.encode(delivery.seq, forKey: .seq)
        if delivery.lane.hasPrefix("agr_") { try container.encode(delivery.lane, forKey: .agreementID) }
        try container.encode(delivery.format, forKey: .format)
        try container.encode(delivery.state, forKey: .state)
        try container.encode(delivery.attempts, forKey: .attempts)
        try container.encode(delivery.tries, forKey: .tries)
        try container.encodeIfPresent(delivery.replay, forKey: .replay)
        try container.encode(delivery.dueAt, forKey: .dueAt)
        try container.encode(next, forKey: .nextAttempts)
        try container.encode(delivery.createdAt, forKey: .createdAt)
        try container.encode(delivery.lastStatus, forKey: .lastStatus)
        try container.encode(showsAnswers ? delivery.lastError : nil, forKey: .lastError)
        try container.encode(
            log.map {
                AttemptView(
                    number: $0.number, started_at: $0.startedAt, finished_at: $0.finishedAt, status: $0.status,
                    error: showsAnswers ? $0.error : nil, answer: showsAnswers ? $0.excerpt : nil,
                    address: showsAnswers ? $0.address : nil,
                    timings: $0.timings)
            }, forKey: .log)
    }
}

/// What whoever pulls gets.
struct PulledView: Encodable {
    var cursor: String
    var delivery: String
    var webhook_id: String
    var type: String
    var state: Delivery.State
    var headers: [String: String]
    var body: String

    init(_ pulled: PulledDelivery) {
        cursor = String(pulled.delivery.seq)
        delivery = pulled.delivery.id
        webhook_id = pulled.delivery.eventID.rawValue
        type = pulled.delivery.eventType
        state = pulled.delivery.state
        headers = pulled.headers
        body = pulled.body
    }
}

struct EndpointFindingView: Encodable {
    var step: String
    var verdict: EndpointFinding.Verdict
    var detail: Bilingual

    init(_ finding: EndpointFinding) {
        step = finding.step
        verdict = finding.verdict
        detail = finding.detail
    }
}

/// An attempt whose outcome nobody knows, so that its receiver may have got the event twice.
struct DuplicateView: Encodable {
    var delivery: String
    var endpoint: String
    var webhook_id: String
    var type: String
    var seq: Int64
    var attempt: Int
    var started_at: Instant
    var state: Delivery.State
    let cursor: UnknownAttempt.Cursor

    private enum CodingKeys: String, CodingKey {
        case delivery, endpoint, webhook_id, type, seq, attempt, started_at, state
    }

    init(_ attempt: UnknownAttempt) {
        cursor = attempt.cursor
        delivery = attempt.delivery.id
        endpoint = attempt.delivery.endpoint
        webhook_id = attempt.delivery.eventID.rawValue
        type = attempt.delivery.eventType
        seq = attempt.delivery.seq
        self.attempt = attempt.number
        started_at = attempt.startedAt
        state = attempt.delivery.state
    }
}
