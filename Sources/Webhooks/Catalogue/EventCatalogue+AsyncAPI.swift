import Agreements
public import Documents

extension EventCatalogue {
    /// The catalogue as an AsyncAPI 3.0 document: one channel, whose address each consumer chooses, with a message for each
    /// type of event. The same program always gives the same bytes.
    ///
    /// - Throws: as ``schema(of:)``.
    public static func asyncAPI() throws -> JSON {
        let types = EventType.allCases.map(\.rawValue)
        func references(_ place: String) -> [(String, JSON)] { types.map { ($0, ["$ref": .text("#/\(place)/\($0)")]) } }
        return [
            "asyncapi": "3.0.0",
            "info": ["title": "pksd events", "version": "1.0.0", "description": .text(introduction)],
            "defaultContentType": "application/json",
            "channels": [
                "webhooks": [
                    "address": nil, "title": "Webhooks",
                    "description": "The URL of a webhook endpoint, made by POST /v1/webhook-endpoints.",
                    "messages": .object(.init(references("components/messages")) { $1 }),
                ]
            ],
            "operations": [
                "sendEvent": [
                    "action": "send", "channel": ["$ref": "#/channels/webhooks"],
                    "summary": "Tells an endpoint what happened.",
                    "bindings": ["http": ["method": "POST", "bindingVersion": "0.3.0"]],
                    "messages": .list(references("channels/webhooks/messages").map(\.1)),
                ]
            ],
            "components": [
                "messages": .object(.init(try EventType.allCases.map { ($0.rawValue, try message(of: $0)) }) { $1 }),
                "schemas": .object(.init(try EventType.allCases.map { ($0.rawValue, try payload(of: $0)) }) { $1 })
                    .adding(["standardWebhooksHeaders": headers]),
            ],
        ]
    }

    private static func message(of type: EventType) throws -> JSON {
        [
            "name": .text(type.rawValue), "title": .text(type.rawValue), "summary": .text(type.meaning.en),
            "x-summary-id": .text(type.meaning.id), "contentType": "application/json",
            "headers": ["$ref": "#/components/schemas/standardWebhooksHeaders"],
            "payload": ["$ref": .text("#/components/schemas/\(type.rawValue)")],
            "examples": [["name": .text(type.rawValue), "payload": try example(of: type)]],
        ]
    }

    private static let introduction = """
        What pksd tells other systems. Each event is posted as JSON to every endpoint that asks for its type, at least once, \
        and in order for each agreement; answer with 2xx within the endpoint's time, and with 410 to get nothing more.

        Security: each request is signed as Standard Webhooks 1.0.0 describes. Take the bytes of the body as they came, \
        compute HMAC-SHA256 over `{webhook-id}.{webhook-timestamp}.{body}` with the endpoint's secret (base64 after \
        `whsec_`), and compare it in constant time with each signature in `webhook-signature`; one match is enough. Refuse \
        what is older or newer than five minutes. An event may come more than once: `webhook-id` stays the same.

        Schemas are open: events may grow, so pass over what you do not know.
        """

    private static let headers: JSON = [
        "type": "object", "description": "The headers of Standard Webhooks 1.0.0.",
        "properties": [
            "webhook-id": [
                "type": "string", "pattern": "^[^.]+$",
                "description": "The event's id; the same on each attempt and for each endpoint.",
            ],
            "webhook-timestamp": [
                "type": "string", "pattern": "^[0-9]+$",
                "description": "When this attempt was made, in seconds since 1970-01-01T00:00:00Z.",
            ],
            "webhook-signature": [
                "type": "string", "pattern": "^v1a?,[A-Za-z0-9+/]+=*( v1a?,[A-Za-z0-9+/]+=*)*$",
                "description": "One signature for each secret in force, with single spaces between them.",
            ],
        ], "required": ["webhook-id", "webhook-signature", "webhook-timestamp"],
    ]
}
