public import Agreements
import Calendars
public import Documents

/// What is told about each type of event, made from the types that are told, so that it cannot say anything else.
public enum EventCatalogue {
    /// JSON Schema 2020-12 of the whole payload. Open: events may grow, and consumers pass over what they do not know.
    ///
    /// - Throws: `DecodingError` if what an event holds has grown out of what ``SchemaRecorder`` can see.
    public static func schema(of type: EventType) throws -> JSON {
        try payload(of: type).adding([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": .text("/v1/events/schemas/\(type.rawValue)"), "examples": .list([try example(of: type)]),
        ])
    }

    /// A payload as it could have been sent.
    public static func example(of type: EventType) throws -> JSON {
        try CanonicalJSON.decode(JSON.self, from: try EventMessage.standard(Event.sample(of: type)))
    }

    /// The schema as a part of another document.
    static func payload(of type: EventType) throws -> JSON {
        [
            "title": .text(type.rawValue), "description": .text(type.meaning.en),
            "x-description-id": .text(type.meaning.id), "type": "object",
            "properties": [
                "type": ["const": .text(type.rawValue), "description": "What happened."],
                "timestamp": Instant.schema.adding(["description": "When it was entered."]),
                "data": try data(of: type),
            ], "required": ["data", "timestamp", "type"],
        ]
    }

    /// The event's own data with the envelope among it. Where both have a key, the envelope's is what is sent.
    private static func data(of type: EventType) throws -> JSON {
        let own = try SchemaRecorder.schema { _ = try EventData(type, from: $0) }
        let envelope = try SchemaRecorder.schema(of: Envelope.self)
        let subjects = type.subjects
        let foreign = Set(SubjectKind.allCases.flatMap(\.names)).subtracting(subjects.flatMap(\.names))
        let certain = subjects.dropFirst().reduce(subjects[0].certain) { $0.intersection($1.certain) }
        var members = own["properties"]?.object ?? [:]
        for key in Envelope.CodingKeys.allCases where !foreign.contains(key) {
            members[key.rawValue] = envelope["properties"]?[key.rawValue]?
                .adding(["description": .text(key.meaning)])
        }
        let required = Set([own, envelope].flatMap { $0["required"]?.list ?? [] }.compactMap(\.text))
            .union(certain.map(\.rawValue))
        return [
            "type": "object", "properties": .object(members),
            "required": .list(required.sorted().map { .text($0) }),
        ]
    }
}

extension Envelope.CodingKeys {
    fileprivate var meaning: String {
        switch self {
        case .agreementID: "The agreement that it is about."
        case .agreementSeq: "Position among the agreement's events, from 1 without gaps: the order to apply them in."
        case .endpointID: "The webhook endpoint that it is about."
        case .ref: "The coordinator's own reference of the agreement, where it has one."
        case .region: "Kemendagri's code of the region, such as 53.71."
        case .seq: "Position among all events, from 1 without gaps; where to go on in GET /v1/events."
        case .version: "The agreement's version after it; 0 where it is about no agreement."
        case .actor: "Who did it; `system` is the daemon itself."
        case .effectiveOn: "The day from which it is true, which may be long before it was entered."
        }
    }
}

extension JSON {
    /// An object with more members.
    func adding(_ members: [String: JSON]) -> JSON {
        .object((object ?? [:]).merging(members) { $1 })
    }
}
