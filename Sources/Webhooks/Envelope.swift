import Agreements
import Calendars

/// What every consumer needs to find, order and deduplicate an event; it stands among the event's own data.
struct Envelope: Codable {
    var agreementID: Agreement.ID?
    var agreementSeq: Int64?
    var endpointID: String?
    var ref: String?
    var region: String?
    var seq: Int64
    var version: Int
    var actor: Actor
    var effectiveOn: Day

    init(_ event: Event) {
        switch event.subject {
        case .agreement(let id):
            agreementID = id
            agreementSeq = event.subjectSeq
        case .endpoint(let id): endpointID = id
        case .region, .calendar: break
        }
        ref = event.ref
        region = event.region
        seq = event.seq
        version = event.version
        actor = event.actor
        effectiveOn = event.effectiveOn
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case agreementID = "agreement_id"
        case agreementSeq = "agreement_seq"
        case endpointID = "endpoint_id"
        case ref, region, seq, version, actor
        case effectiveOn = "effective_on"
    }
}
