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

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(event.type, forKey: .type)
        try container.encode(event.recordedAt, forKey: .timestamp)
        let data = container.superEncoder(forKey: .data)
        try event.data.encode(to: data)
        try Envelope(event).encode(to: data)
    }
}
