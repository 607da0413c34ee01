public import Agreements
import Calendars
import Documents
public import Foundation
public import Ledger

/// An event as endpoints are told about it, rendered when it is committed. The bytes never change, and one form is
/// rendered once, however many endpoints want it.
public struct EventMessage: Sendable {
    let event: Event
    let source: EventSource
    private var rendered: [Form: Data] = [:]

    public init(_ event: Event, from source: EventSource) {
        self.event = event
        self.source = source
    }

    /// The bytes to keep for an endpoint:
    ///
    /// - standard: `{"type", "timestamp", "data"}`;
    /// - structured: the event of CloudEvents 1.0 as JSON, and for a batch the same as one of its items;
    /// - binary: `data` alone; the attributes are headers, which follow from the delivery.
    ///
    /// `data` is what the event itself holds, with what every consumer needs to find, order and deduplicate it. Where the
    /// endpoint is thin it is that alone: `agreement_id`, `agreement_seq`, `endpoint_id`, `ref`, `region`, `seq`,
    /// `version`, `actor`, `effective_on`, each where there is one, and a CloudEvent has `dataref` to ask for more.
    ///
    /// - Throws: only if the event cannot be encoded.
    public mutating func payload(for endpoint: WebhookEndpoint) throws -> Data {
        let form = Form(endpoint.format, isThin: endpoint.isThin)
        if let known = rendered[form] { return known }
        let data = EventContent(event: event, isThin: form.isThin)
        let payload =
            switch form.envelope {
            case .none: try CanonicalJSON.encode(data)
            case .standard: try CanonicalJSON.encode(StandardEnvelope(data: data))
            case .cloudEvent: try CanonicalJSON.encode(CloudEvent(data: data, source: source))
            }
        rendered[form] = payload
        return payload
    }

    /// What a standard endpoint that is not thin gets.
    ///
    /// - Throws: only if the event cannot be encoded.
    public static func standard(_ event: Event) throws -> Data {
        try CanonicalJSON.encode(StandardEnvelope(data: EventContent(event: event, isThin: false)))
    }

    private struct Form: Hashable {
        enum Envelope {
            case none, standard, cloudEvent
        }

        let envelope: Envelope
        let isThin: Bool

        init(_ format: WebhookFormat, isThin: Bool) {
            envelope =
                switch format {
                case .standard: .standard
                case .structured, .batch: .cloudEvent
                case .binary: .none
                }
            self.isThin = isThin
        }
    }
}

private struct StandardEnvelope: Encodable {
    let data: EventContent

    private enum CodingKeys: String, CodingKey { case type, timestamp, data }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(data.event.type, forKey: .type)
        try container.encode(data.event.recordedAt, forKey: .timestamp)
        try container.encode(data, forKey: .data)
    }
}

private struct CloudEvent: Encodable {
    let data: EventContent
    let source: EventSource

    func encode(to encoder: any Encoder) throws {
        let attributes = CloudEventAttributes(data.event, isThin: data.isThin, from: source)
        var container = encoder.container(keyedBy: CloudEventAttributes.Name.self)
        for (name, value) in attributes.all { try container.encode(value, forKey: name) }
        try container.encode("application/json", forKey: .datacontenttype)
        try container.encode(data, forKey: .data)
    }
}

/// What an event says, with what every consumer needs to find, order and deduplicate it.
struct EventContent: Encodable {
    let event: Event
    let isThin: Bool

    func encode(to encoder: any Encoder) throws {
        if !isThin { try event.data.encode(to: encoder) }
        try Envelope(event).encode(to: encoder)
    }
}
