import Courier
import Documents
import Foundation
import Receivers

/// A delivery in an endpoint's feed: the bytes that were signed, with the headers that sign them.
struct FeedItem {
    let json: JSON

    init(_ json: JSON) { self.json = json }

    var cursor: String? { json["cursor"]?.text }
    var delivery: String { json.cell("delivery") }
    var type: String { json.cell("type") }
    var isDelivered: Bool { json["state"] == .text("delivered") }
    var body: [UInt8] { Array(json.cell("body").utf8) }
    var note: EventNote { EventNote(body: body) }

    /// When it happened, as the event says it.
    var moment: String? {
        (try? CanonicalJSON.decode(JSON.self, from: json.cell("body")))?["timestamp"]?.text
    }

    func header(_ name: String) -> String? { json["headers"]?[name]?.text }

    /// A feed is read when it suits the reader, so that an old timestamp says nothing against it.
    func verdict(_ verifier: SignatureVerifier?) -> SignatureVerifier.Verdict {
        guard let verifier else { return .unchecked }
        let verdict = verifier.verdict(
            id: header("webhook-id"), timestamp: header("webhook-timestamp"), signatures: header("webhook-signature"),
            body: body, at: Date())
        return verdict == .stale ? .valid : verdict
    }
}

/// Sends what was fetched on to a receiver, byte for byte.
struct Forwarding {
    let url: String
    let rules: AddressRules
    let carrier: any Carrier

    func carry(_ item: FeedItem) async -> Outcome.Result {
        let headers = (item.json["headers"]?.object ?? [:]).sorted { $0.key < $1.key }.compactMap { name, value in
            value.text.map { Lease.Header(name, $0) }
        }
        let lease = Lease(
            id: item.delivery, method: "POST", url: url, headers: headers, body: item.body, addresses: rules)
        return await carrier.carry(lease).result
    }
}
