import Foundation

/// What an event says of itself, whatever else is in it. Read from Standard Webhooks' body, from CloudEvents' structured
/// one, and from the headers and the bare data of CloudEvents' binary one.
public struct EventNote: Sendable, Equatable {
    public var type: String?
    public var ref: String?
    public var agreement: String?
    /// The event's number among those of its agreement.
    public var agreementSeq: Int64?

    public init(_ request: Request) {
        self.init(body: request.body)
        type = type ?? request.header("ce-type")
    }

    public init(body: [UInt8]) {
        let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(body))
        let facts = envelope?.data ?? (try? JSONDecoder().decode(Facts.self, from: Data(body)))
        type = envelope?.type
        ref = facts?.ref
        agreement = facts?.agreement
        agreementSeq = facts?.agreementSeq
    }

    private struct Envelope: Decodable {
        var type: String?
        var data: Facts?
    }

    private struct Facts: Decodable {
        var ref: String?
        var agreement: String?
        var agreementSeq: Int64?

        enum CodingKeys: String, CodingKey {
            case ref
            case agreement = "agreement_id"
            case agreementSeq = "agreement_seq"
        }
    }
}
