import Calendars
import Documents
import Foundation
import Receivers

extension Behaviour {
    /// Those that look for one thing say nothing else.
    func isWorthTelling(_ arrival: Arrival) -> Bool {
        switch self {
        case .duplicateCheck: arrival.isDuplicate
        case .unorderedCheck: arrival.isInversion
        default: true
        }
    }

    func hasFound(_ seen: Seen) -> Bool {
        switch self {
        case .duplicateCheck: seen.duplicates > 0
        case .unorderedCheck: seen.inversions > 0
        default: seen.visitsElsewhere > 0
        }
    }
}

extension Arrival {
    /// `12  2026-11-01 08:00 WITA  POST /hook  evt_…  signature.recorded  kota-kupang-2019 #4  ✓  204`
    func line(_ output: Output) -> String {
        var remarks: [String] = []
        if isDuplicate {
            remarks.append(output.word("sudah pernah diterima", "accepted before"))
        } else if isRepeat {
            remarks.append(output.word("diulang", "again"))
        }
        if isInversion { remarks.append(output.word("TIDAK BERURUT", "OUT OF ORDER")) }
        let moment = Instant(milliseconds: Int64(at.timeIntervalSince1970 * 1_000)).description
        return
            ([
                String(number), output.moment(moment), "\(request.method) \(request.path)", id ?? "", event.type ?? "",
                event.subject, verdict.mark(output), told(status, output),
            ] + remarks)
            .filter { !$0.isEmpty }.joined(separator: "  ")
    }
}

extension EventNote {
    /// The agreement and the event's number in it: `kota-kupang-2019 #4`.
    var subject: String {
        [ref ?? agreement, agreementSeq.map { "#\($0)" }].compactMap { $0 }.joined(separator: " ")
    }
}

extension Seen {
    func page(_ output: Output) -> String {
        let language = output.language
        func number(_ value: Int) -> String { value == 0 ? "" : language.number(Int64(value)) }
        var rows = [
            (output.word("permintaan", "requests"), language.number(Int64(count))),
            (output.word("sambungan", "connections"), language.number(Int64(connections))),
            (output.word("webhook-id berbeda", "different webhook-ids"), number(ids.count)),
            (output.word("diterima", "accepted"), number(acceptedIDs.count)),
            (output.word("diulang", "came again"), number(repeats)),
            (output.word("diterima lebih dari sekali", "accepted more than once"), number(duplicates)),
            (output.word("tidak berurut", "out of order"), number(inversions)),
            (output.word("tidak terbaca", "not readable"), number(malformed)),
            (output.word("mengikuti pengalihan", "followed the redirection"), number(visitsElsewhere)),
        ]
        rows += statuses.map { (told($0.key, output), number($0.value)) }.sorted { $0.0 < $1.0 }
        rows += SignatureVerifier.Verdict.allCases.map { ($0.mark(output), number(verdicts[$0] ?? 0)) }
        return pairs(rows, indent: "").joined(separator: "\n")
    }

    /// The same for programs.
    var record: JSON {
        func number(_ value: Int) -> JSON { .integer(Int64(value)) }
        return [
            "requests": number(count), "connections": number(connections), "ids": number(ids.count),
            "accepted": number(acceptedIDs.count), "repeats": number(repeats), "duplicates": number(duplicates),
            "inversions": number(inversions), "malformed": number(malformed), "followed": number(visitsElsewhere),
            "statuses": .object(
                .init(statuses.map { ($0.key.map(String.init) ?? "none", number($0.value)) }) { $1 }),
            "verdicts": .object(.init(verdicts.map { ($0.key.rawValue, number($0.value)) }) { $1 }),
        ]
    }
}

private func told(_ status: Int?, _ output: Output) -> String {
    status.map { "\($0)" } ?? output.word("tanpa status", "no status")
}
