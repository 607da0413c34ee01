public import Agreements
public import Calendars
import Documents

/// Somebody who wants to be told.
public struct WebhookEndpoint: Sendable, Equatable {
    public var id: String
    /// Where to send; nil for one that only pulls its feed.
    public var url: String?
    public var filter: EndpointFilter
    public var format: WebhookFormat
    /// Tells only what happened to what, not how it looks now; whoever wants more asks.
    public var isThin: Bool
    /// CIDR ranges that are allowed in spite of the address rules.
    public var allow: [String]
    public var limits: EndpointLimits
    /// Authorities to trust in place of the system's, in PEM.
    public var certificateAuthorities: String?
    /// What to show when the receiver asks who we are, in PEM; its key is among the secrets.
    public var clientCertificate: String?
    public var enabled: Bool
    public var disabledReason: String?
    public var createdAt: Instant
    /// Kept apart from the rest, sealed; see ``Vault``.
    public var secrets: EndpointSecrets

    public init(
        id: String, url: String?, filter: EndpointFilter = EndpointFilter(), format: WebhookFormat = .standard,
        isThin: Bool = false, allow: [String] = [], limits: EndpointLimits = EndpointLimits(),
        certificateAuthorities: String? = nil, clientCertificate: String? = nil, enabled: Bool = true,
        disabledReason: String? = nil, createdAt: Instant, secrets: EndpointSecrets
    ) {
        self.id = id
        self.url = url
        self.filter = filter
        self.format = format
        self.isThin = isThin
        self.allow = allow
        self.limits = limits
        self.certificateAuthorities = certificateAuthorities
        self.clientCertificate = clientCertificate
        self.enabled = enabled
        self.disabledReason = disabledReason
        self.createdAt = createdAt
        self.secrets = secrets
    }
}

/// What of all that happens an endpoint is told. An event must pass all four.
public struct EndpointFilter: Sendable, Equatable, Codable {
    /// Event types; `*` for all, `agreement.*` for a family.
    public var events: [String]
    /// Only these regions and what is inside them; empty for all.
    public var regions: [String]
    /// Only papers of these kinds; empty for all. What is not about a paper passes.
    public var kinds: [AgreementKind]
    /// A CEL expression over the event that must be true.
    public var condition: String?

    public init(
        events: [String] = ["*"], regions: [String] = [], kinds: [AgreementKind] = [], condition: String? = nil
    ) {
        self.events = events
        self.regions = regions
        self.kinds = kinds
        self.condition = condition
    }
}

/// How an event is written for an endpoint.
public enum WebhookFormat: String, Sendable, Codable, CaseIterable {
    /// Standard Webhooks 1.0.0: `{"type", "timestamp", "data"}`.
    case standard
    /// CloudEvents 1.0, the HTTP binding's three modes.
    case structured = "cloudevents_structured"
    case binary = "cloudevents_binary"
    case batch = "cloudevents_batch"
}

/// What an endpoint may be asked to bear.
public struct EndpointLimits: Sendable, Equatable, Codable {
    public enum HTTPVersion: String, Sendable, Codable, CaseIterable {
        case http1 = "1.1"
        case http2 = "2"
    }

    /// Requests at one time, 1 to 32.
    public var inFlight: Int
    /// Requests a minute; nil for as many as it bears.
    public var perMinute: Int?
    /// For one whole exchange, 1 to 30.
    public var timeoutSeconds: Int
    /// Events in one request of the batch format, 1 to 100.
    public var batch: Int
    public var httpVersion: HTTPVersion

    public init(
        inFlight: Int = 8, perMinute: Int? = nil, timeoutSeconds: Int = 15, batch: Int = 100,
        httpVersion: HTTPVersion = .http1
    ) {
        self.inFlight = inFlight
        self.perMinute = perMinute
        self.timeoutSeconds = timeoutSeconds
        self.batch = batch
        self.httpVersion = httpVersion
    }
}

/// What nobody may read who reads the disk.
public struct EndpointSecrets: Sendable, Equatable, Codable {
    /// The newest first; each signs until it expires.
    public var signing: [SigningKey]
    /// The key of the client certificate, in PEM.
    public var clientKey: String?

    public init(signing: [SigningKey], clientKey: String? = nil) {
        self.signing = signing
        self.clientKey = clientKey
    }

    /// A key that deliveries are signed with.
    public struct SigningKey: Sendable, Equatable, Codable {
        /// `whsec_…` (HMAC-SHA256) or `whsk_…` (Ed25519), as Standard Webhooks writes them.
        public var text: String
        /// When a newer key has taken over for good; nil for the newest.
        public var expiresAt: Instant?

        public init(text: String, expiresAt: Instant? = nil) {
            self.text = text
            self.expiresAt = expiresAt
        }
    }
}

extension EndpointSecrets.SigningKey: CustomStringConvertible, CustomReflectable {
    public var description: String { "(key)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension EndpointSecrets: CustomStringConvertible, CustomReflectable {
    public var description: String { "(secrets)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Everything but the secrets.
extension WebhookEndpoint: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, url, filter, format
        case isThin = "thin"
        case allow, limits
        case certificateAuthorities = "ca"
        case clientCertificate = "client_certificate"
        case enabled
        case disabledReason = "disabled_reason"
        case createdAt = "created_at"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            url: try container.decodeIfPresent(String.self, forKey: .url),
            filter: try container.decode(EndpointFilter.self, forKey: .filter),
            format: try container.decode(WebhookFormat.self, forKey: .format),
            isThin: try container.decode(Bool.self, forKey: .isThin),
            allow: try container.decode([String].self, forKey: .allow),
            limits: try container.decode(EndpointLimits.self, forKey: .limits),
            certificateAuthorities: try container.decodeIfPresent(String.self, forKey: .certificateAuthorities),
            clientCertificate: try container.decodeIfPresent(String.self, forKey: .clientCertificate),
            enabled: try container.decode(Bool.self, forKey: .enabled),
            disabledReason: try container.decodeIfPresent(String.self, forKey: .disabledReason),
            createdAt: try container.decode(Instant.self, forKey: .createdAt),
            secrets: EndpointSecrets(signing: []))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(url, forKey: .url)
        try container.encode(filter, forKey: .filter)
        try container.encode(format, forKey: .format)
        try container.encode(isThin, forKey: .isThin)
        try container.encode(allow, forKey: .allow)
        try container.encode(limits, forKey: .limits)
        try container.encodeIfPresent(certificateAuthorities, forKey: .certificateAuthorities)
        try container.encodeIfPresent(clientCertificate, forKey: .clientCertificate)
        try container.encode(enabled, forKey: .enabled)
        try container.encodeIfPresent(disabledReason, forKey: .disabledReason)
        try container.encode(createdAt, forKey: .createdAt)
    }
}
