import Crypto
public import Documents
import Foundation

extension Arrival {
    /// For programs, and for the ledger.
    public var record: JSON {
        let digest = SHA256.hash(data: request.body).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        let members: [String: JSON?] = [
            "n": .integer(Int64(number)),
            "at": .text(at.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))),
            "connection": .integer(Int64(connection)), "method": .text(request.method), "path": .text(request.path),
            "id": id.map { .text($0) },
            "timestamp": request.header("webhook-timestamp").map { .text($0) }, "verdict": .text(verdict.rawValue),
            "type": event.type.map { .text($0) }, "agreement": event.agreement.map { .text($0) },
            "agreement_seq": event.agreementSeq.map { .integer($0) }, "bytes": .integer(Int64(request.body.count)),
            "sha256": .text(digest.joined()), "status": status.map { .integer(Int64($0)) },
            "repeat": .bool(isRepeat), "duplicate": .bool(isDuplicate), "inversion": .bool(isInversion),
        ]
        return .object(members.compactMapValues { $0 })
    }
}
