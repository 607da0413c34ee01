public import Agreements
import Calendars
import Documents
public import Foundation

/// What an endpoint is told about an event. Rendered once, when the event is committed; the bytes never change.
public struct WebhookPayload: Encodable {
    let event: Event

    public init(_ event: Event) {
        self.event = event
    }

    public func bytes() throws -> Data { try CanonicalJSON.encode(self) }

    private enum CodingKeys: String, CodingKey { case type, timestamp, data }

    private enum DataKeys: String, CodingKey {
        case agreementID = "agreement_id"
        case agreementSeq = "agreement_seq"
        case endpointID = "endpoint_id"
        case ref, region, seq, version, actor
        case effectiveOn = "effective_on"
    }

    /// The event's own data, with what every consumer needs to find, order and deduplicate it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(event.type, forKey: .type)
        try container.encode(event.recordedAt, forKey: .timestamp)
        let nested = container.superEncoder(forKey: .data)
        try event.data.encode(to: nested)
        var data = nested.container(keyedBy: DataKeys.self)
        switch event.subject {
        case .agreement(let id):
            try data.encode(id, forKey: .agreementID)
            try data.encode(event.subjectSeq, forKey: .agreementSeq)
        case .endpoint(let id): try data.encode(id, forKey: .endpointID)
        case .region, .calendar: break
        }
        try data.encodeIfPresent(event.ref, forKey: .ref)
        try data.encodeIfPresent(event.region, forKey: .region)
        try data.encode(event.seq, forKey: .seq)
        try data.encode(event.version, forKey: .version)
        try data.encode(event.actor, forKey: .actor)
        try data.encode(event.effectiveOn, forKey: .effectiveOn)
    }
}
