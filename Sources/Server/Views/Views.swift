import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Workflows

/// An endpoint without its secret, unless it was made a moment ago.
struct EndpointView: Encodable {
    let endpoint: WebhookEndpoint
    var showsSecret = false

    enum CodingKeys: String, CodingKey {
        case id, url, events, format, allow, secret, regions, enabled
        case disabledReason = "disabled_reason"
        case createdAt = "created_at"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(endpoint.id, forKey: .id)
        try container.encode(endpoint.url, forKey: .url)
        try container.encode(endpoint.events, forKey: .events)
        try container.encode(endpoint.format, forKey: .format)
        try container.encode(endpoint.allow, forKey: .allow)
        if showsSecret { try container.encode(endpoint.secret, forKey: .secret) }
        try container.encode(endpoint.regions, forKey: .regions)
        try container.encode(endpoint.enabled, forKey: .enabled)
        try container.encodeIfPresent(endpoint.disabledReason, forKey: .disabledReason)
        try container.encode(endpoint.createdAt, forKey: .createdAt)
    }
}

struct DeliveryView: Encodable {
    let delivery: Delivery
    let log: [Attempt]
    /// What a receiver answered is for those who look after endpoints.
    let showsAnswers: Bool

    enum CodingKeys: String, CodingKey {
        case id, endpoint
        case eventID = "event_id"
        case type, seq
        case agreementID = "agreement_id"
        case state, attempts
        case dueAt = "due_at"
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
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(delivery.id, forKey: .id)
        try container.encode(delivery.endpoint, forKey: .endpoint)
        try container.encode(delivery.eventID, forKey: .eventID)
        try container.encode(delivery.eventType, forKey: .type)
        try container.encode(delivery.seq, forKey: .seq)
        if delivery.lane.hasPrefix("agr_") { try container.encode(delivery.lane, forKey: .agreementID) }
        try container.encode(delivery.state, forKey: .state)
        try container.encode(delivery.attempts, forKey: .attempts)
        try container.encode(delivery.dueAt, forKey: .dueAt)
        try container.encode(delivery.createdAt, forKey: .createdAt)
        try container.encode(delivery.lastStatus, forKey: .lastStatus)
        try container.encode(delivery.lastError, forKey: .lastError)
        try container.encode(
            log.map {
                AttemptView(
                    number: $0.number, started_at: $0.startedAt, finished_at: $0.finishedAt, status: $0.status,
                    error: $0.error, answer: showsAnswers ? $0.excerpt : nil, address: $0.address)
            }, forKey: .log)
    }
}

struct WorkflowView: Encodable {
    struct StateView: Encodable {
        var id: String
        var label: String
        var phase: Phase
        var waiting_on: [Role]
        var sla: Span?
        var final: Bool
    }

    struct TransitionSummary: Encodable {
        var name: String
        var label: String
        var from: [String]
        var to: String
        var by: [Role]
        var four_eyes: Bool
        var requirements: [String]
    }

    struct FieldView: Encodable {
        var name: String
        var label: String
        var type: String
        var unit: String?
        var fills: Role?
    }

    var id: String
    var version: String
    var title: String
    var attached: String?
    var kinds: [AgreementKind]
    var programmes: [Programme]
    var initial: String
    var structure: String
    var policy: String
    var fields: [FieldView]
    var states: [StateView]
    var transitions: [TransitionSummary]

    init(_ workflow: Workflow, _ language: Language) {
        id = workflow.id
        version = workflow.version
        title = workflow.title.text(language)
        attached = workflow.attached?.rawValue
        kinds = workflow.kinds
        programmes = workflow.programmes
        initial = workflow.initial
        structure = workflow.structureHash
        policy = workflow.policyHash
        fields = workflow.fields.map {
            FieldView(
                name: $0.name, label: $0.label.text(language), type: $0.kind.rawValue, unit: $0.unit, fills: $0.fills)
        }
        states = workflow.states.map {
            StateView(
                id: $0.id, label: $0.label.text(language), phase: $0.phase, waiting_on: $0.waitingOn, sla: $0.sla,
                final: $0.isFinal)
        }
        transitions = workflow.transitions.map { transition in
            TransitionSummary(
                name: transition.name, label: transition.label.text(language), from: transition.from, to: transition.to,
                by: transition.by, four_eyes: transition.fourEyes != nil,
                requirements: transition.requirements.map { $0.say.text(language) })
        }
    }
}
