import Calendars
import Documents

/// What contradicts itself in the paper: its dates, its programme, its kind, its figures of one day.
extension Agreement {
    /// Signed after the term began, so that the first days were without a paper.
    var termBeforeSignature: Finding? {
        let years = Set(funding.map(\.fiscalYear))
        let implied = years.count == 1 ? years.first.flatMap { Day(year: $0, month: 1, day: 1) } : nil
        guard let start = validFrom ?? implied,
            let signed = requiredParties.compactMap(\.signature?.signedOn).max(), signed > start
        else { return nil }
        let days = signed - start
        return Finding(
            code: "retroactive_term",
            say: Bilingual(
                id: "Ditandatangani \(signed.indonesian), \(days) hari sesudah masa berlaku mulai \(start.indonesian).",
                en: "Signed on \(signed), \(days) days after the term began on \(start)."),
            numbers: [
                "signed_on": .text(signed.description), "valid_from": .text(start.description),
                "days": .integer(Int64(days)),
            ])
    }

    private static let bodies: [(programme: Programme, body: String, words: [String])] = [
        (.jkn, "BPJS Kesehatan", ["kesehatan", "health"]),
        (.jamsostek, "BPJS Ketenagakerjaan", ["ketenagakerjaan", "kecelakaan kerja", "employment"]),
    ]

    private var body: (programme: Programme, body: String, words: [String])? {
        Agreement.bodies.first { $0.programme == programme }
    }

    /// BPJS Kesehatan runs JKN, BPJS Ketenagakerjaan runs Jamsostek (UU 24/2011); the other cannot sign for it alone.
    var programmeAgainstBody: Finding? {
        let named = parties.filter { $0.side == .bpjs }.map { $0.name.lowercased() }
        guard let body, let other = Agreement.bodies.first(where: { $0.programme != programme }),
            !named.contains(where: { $0.contains(body.body.lowercased()) }),
            named.contains(where: { $0.contains(other.body.lowercased()) })
        else { return nil }
        return Finding(
            code: "programme_body_mismatch",
            say: Bilingual(
                id:
                    "Program \(programme.rawValue.uppercased()) dijalankan \(body.body), tetapi pihaknya \(other.body).",
                en: "\(programme.rawValue.uppercased()) is run by \(body.body), but the party is \(other.body)."))
    }

    /// The words used for the programme belong to the other body.
    var programmeAgainstWords: Finding? {
        guard let words = value("programme_as_written")?.text, let body,
            let other = Agreement.bodies.first(where: { $0.programme != programme }),
            other.words.contains(where: { words.lowercased().contains($0) }),
            !body.words.contains(where: { words.lowercased().contains($0) })
        else { return nil }
        return Finding(
            code: "programme_words_mismatch",
            say: Bilingual(
                id: "Disebut \"\(words)\", padahal programnya \(programme.rawValue.uppercased()) dari \(body.body).",
                en: "Called \"\(words)\", though the programme is \(programme.rawValue.uppercased()) of \(body.body)."),
            numbers: ["as_written": .text(words)])
    }

    private static let kindWords: [(kind: AgreementKind, words: [String])] = [
        (.pks, ["perjanjian kerja sama", "perjanjian kerjasama", "pks"]),
        (.notaKesepakatan, ["nota kesepakatan", "nota kesepahaman", "mou"]),
        (.rencanaKerja, ["rencana kerja"]), (.addendum, ["addendum", "adendum"]),
    ]

    /// The words used for the paper name another kind as well, so that it is not sure what was signed.
    var kindAgainstWords: Finding? {
        guard let words = value("kind_as_written")?.text,
            let own = Agreement.kindWords.first(where: { $0.kind == kind })
        else { return nil }
        let written = Words(words)
        let others = Agreement.kindWords.filter { $0.kind != kind && $0.words.contains(where: written.contains) }
        guard let other = others.first?.words.first, let called = own.words.first else { return nil }
        return Finding(
            code: "kind_words_mismatch",
            say: Bilingual(
                id: "Naskahnya disebut \"\(words)\", padahal dicatat sebagai \(called): apakah juga \(other)?",
                en: "The paper is called \"\(words)\", but is on record as \(called): is it \(other) too?"),
            numbers: ["as_written": .text(words), "kind": .text(kind.rawValue)])
    }

    /// Two sources give different values for the same day.
    var disagreeingSources: [Finding] {
        fields.sorted { $0.key < $1.key }.compactMap { name, figures in
            guard let latest = figures.last,
                let other = figures.dropLast().last(where: {
                    $0.asOf == latest.asOf && $0.source != latest.source && $0.value != latest.value
                })
            else { return nil }
            return Finding(
                code: "sources_disagree", key: "sources_disagree:\(name)",
                say: Bilingual(
                    id:
                        "'\(name)': \(other.source ?? "tanpa sumber") dan \(latest.source ?? "tanpa sumber") tidak sama.",
                    en: "'\(name)': \(other.source ?? "no source") and \(latest.source ?? "no source") disagree."),
                numbers: ["first": other.value.json, "second": latest.value.json])
        }
    }
}
