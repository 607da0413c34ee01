public import Agreements
import Calendars
import Documents
public import Foundation

/// What an endpoint is told about an event. Rendered once, when the event is committed; the bytes never change.
public struct WebhookPayload: Encodable {
    let type: String
    let timestamp: String
    let data: [String: JSON]

    /// The event's own data, with what every consumer needs to find, order and deduplicate it.
    public init(_ event: Event) throws {
        let encoded = try CanonicalJSON.decode(JSON.self, from: try CanonicalJSON.encode(event))
        var data = encoded["data"]?.object ?? [:]
        for key in [
            "agreement_id", "endpoint_id", "ref", "region", "seq", "agreement_seq", "version", "actor", "effective_on",
        ] {
            data[key] = encoded[key]
        }
        type = event.type.rawValue
        timestamp = event.recordedAt.description
        self.data = data
    }

    public func bytes() throws -> Data { try CanonicalJSON.encode(self) }
}
