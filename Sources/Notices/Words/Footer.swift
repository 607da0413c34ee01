import Agreements
import Calendars
import Documents
import Ledger

/// Why somebody gets a mail, how it can be changed, and how it is ended.
struct Footer {
    var reason: String
    var settings: String
    var unsubscribeLabel: String
    var unsubscribeLink: String

    /// Regions that are named for each office; the rest are counted.
    private static let regionsMax = 3

    init(_ person: Person, _ contents: [Notice.Content], _ wording: Wording, links: Links, regions: Regions) {
        let offices = Footer.offices(contents, wording, regions).joined(separator: "; ")
        reason = wording(
            id: "Anda menerima surel ini sebagai \(offices).", en: "You receive this mail as \(offices).")
        settings =
            Footer.settings(person, wording)
            + wording(
                id: " Untuk mengubahnya, hubungi admin pksd di kantor Anda.",
                en: " To change that, ask the admin of pksd in your office.")
        unsubscribeLabel = wording(
            id: "Berhenti menerima surel (tugas Anda tetap tercatat di pksd)",
            en: "Receive no more mail (what you are to do stays on record in pksd)")
        unsubscribeLink = links.unsubscribe(person.unsubscribeKey)
    }

    /// `Bagian Kerja Sama (Kota Kupang)`, each office once, with a mark where somebody stands in.
    private static func offices(_ contents: [Notice.Content], _ wording: Wording, _ regions: Regions) -> [String] {
        var order: [Role] = []
        var held: [Role: [String]] = [:]
        for content in contents {
            if held[content.role] == nil { order.append(content.role) }
            if held[content.role, default: []].contains(content.region) { continue }
            held[content.role, default: []].append(content.region)
        }
        return order.map { role in
            let names = (held[role] ?? []).map { code in
                regions[code]?.name ?? wording(id: "wilayah ", en: "region ") + code.tidied.clipped(to: 20)
            }
            let more = names.count - regionsMax
            let rest = more > 0 ? wording(id: " dan \(more) wilayah lain", en: " and \(more) more") : ""
            let standsIn = contents.allSatisfy { $0.role != role || $0.onBehalfOf != nil }
            return (standsIn ? wording(id: "pengganti ", en: "stand-in for ") : "")
                + "\(role.label.text(wording.language)) (\(names.prefix(regionsMax).joined(separator: ", "))\(rest))"
        }
    }

    private static func settings(_ person: Person, _ wording: Wording) -> String {
        let digest = "\(wording.hour(person.digestHour)) \(wording.zone.rawValue)"
        let (from, until) = (hourOfDay(person.quietFrom), hourOfDay(person.quietUntil))
        let quiet =
            from == until
            ? ""
            : wording(
                id: " (kecuali pukul \(wording.hour(from))–\(wording.hour(until)))",
                en: " (but not from \(wording.hour(from)) to \(wording.hour(until)))")
        switch person.mail {
        case .each:
            return wording(
                id:
                    "Setelan Anda: yang mendesak segera\(quiet), selebihnya dirangkum setiap hari kerja pukul \(digest).",
                en: "Your settings: urgent matters at once\(quiet), the rest in one mail each working day at \(digest)."
            )
        case .digest:
            return wording(
                id: "Setelan Anda: semua dirangkum setiap hari kerja pukul \(digest).",
                en: "Your settings: everything in one mail each working day at \(digest).")
        case .off:
            return wording(id: "Setelan Anda: tanpa surel.", en: "Your settings: no mail.")
        }
    }
}
