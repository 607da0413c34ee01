public import Calendars
import Documents

extension Agreement {
    /// Everything in the record that contradicts itself or its rates, in a fixed order.
    ///
    /// - Parameter today: the region's date; a paper is only missed once its members' first month has begun.
    public func findings(_ reference: ReferenceData, today: Day) -> [Finding] {
        [
            sumOfParts, termBeforeSignature, programmeAgainstBody, programmeAgainstWords, coverageRecomputed,
            coverageBelowTarget, registeredAgainstResidents(reference.regions), membersWithoutPaper(today),
        ].compactMap { $0 } + missingAuthorities + disagreeingSources
            + fiscalYears.flatMap { moneyFindings(year: $0, rates: reference.rates) }
            + overdueBills(on: today).map(\.finding)
    }

    /// A headline says more people than the groups named add up to.
    private var sumOfParts: Finding? {
        guard let headline = value("people_headline")?.integer, !members.isEmpty else { return nil }
        let sum = Segment.allCases.compactMap { segment in members.last { $0.segment == segment }?.count }.reduce(0, +)
        let missing = headline - sum
        guard missing != 0 else { return nil }
        let percent = Rounded(Double(abs(missing)) / Double(max(headline, 1)) * 100, digits: 1)
        return Finding(
            code: "sum_of_parts",
            say: missing > 0
                ? Bilingual(
                    id:
                        "Disebut \(headline.indonesian) peserta, rinciannya hanya \(sum.indonesian): \(missing.indonesian) (\(percent.indonesian)%) tidak terjelaskan.",
                    en:
                        "\(headline.english) members are claimed, the groups add up to \(sum.english): \(missing.english) (\(percent.english)%) are unexplained."
                )
                : Bilingual(
                    id:
                        "Disebut \(headline.indonesian) peserta, rinciannya \(sum.indonesian): kelebihan \((-missing).indonesian).",
                    en:
                        "\(headline.english) members are claimed, the groups add up to \(sum.english): \((-missing).english) too many."
                ),
            numbers: ["headline": .integer(headline), "sum": .integer(sum), "unexplained": .integer(missing)])
    }

    /// Signed after the term began, so that the first days were without a paper.
    private var termBeforeSignature: Finding? {
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
    private var programmeAgainstBody: Finding? {
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
    private var programmeAgainstWords: Finding? {
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

    /// The percentage printed is not the one that the two head counts give.
    private var coverageRecomputed: Finding? {
        guard let registered = value("registered")?.integer, let population = value("population")?.integer,
            population > 0
        else { return nil }
        let percent = Double(registered) / Double(population) * 100
        let stated = value("coverage_percent")?.number
        if let stated, abs(stated - percent) < 0.05 { return nil }
        let computed = Rounded(percent, digits: 2)
        var numbers: [String: JSON] = [
            "registered": .integer(registered), "population": .integer(population), "percent": .number(computed.value),
            "unregistered": .integer(population - registered),
        ]
        guard let stated else {
            guard percent < 95 else { return nil }
            return Finding(
                code: "coverage_gap",
                say: Bilingual(
                    id:
                        "\(registered.indonesian) dari \(population.indonesian) penduduk terdaftar: \(computed.indonesian)%, \((population - registered).indonesian) orang belum.",
                    en:
                        "\(registered.english) of \(population.english) residents are registered: \(computed.english)%, \((population - registered).english) are not."
                ),
                numbers: numbers)
        }
        numbers["stated"] = .number(stated)
        return Finding(
            code: "coverage_recomputed",
            say: Bilingual(
                id: "Cakupan ditulis \(Rounded(stated, digits: 2).indonesian)%, hitungannya \(computed.indonesian)%.",
                en: "Coverage is given as \(Rounded(stated, digits: 2).english)%, the counts give \(computed.english)%."
            ),
            numbers: numbers)
    }

    /// How many people are missing from the paper's own target.
    private var coverageBelowTarget: Finding? {
        guard let target = value("target_coverage_percent")?.number, let population = value("population")?.integer
        else {
            return nil
        }
        let registered =
            value("registered")?.integer
            ?? value("coverage_percent")?.number.map { Rounded.whole(Double(population) * $0 / 100) }
        guard let registered else { return nil }
        let wanted = Rounded.whole((Double(population) * target / 100).rounded(.up))
        guard wanted > registered else { return nil }
        return Finding(
            code: "coverage_below_target",
            say: Bilingual(
                id:
                    "Target \(Rounded(target, digits: 2).indonesian)% dari \(population.indonesian) penduduk: masih kurang \((wanted - registered).indonesian) orang.",
                en:
                    "Target \(Rounded(target, digits: 2).english)% of \(population.english) residents: \((wanted - registered).english) people are missing."
            ),
            numbers: [
                "registered": .integer(registered), "wanted": .integer(wanted),
                "missing": .integer(wanted - registered),
            ])
    }

    /// A claim of "all members" that is less than half of the residents counts some group only.
    private func registeredAgainstResidents(_ regions: Regions) -> Finding? {
        guard let claimed = value("people_registered_claimed")?.integer, let residents = regions[region]?.population,
            claimed * 2 < residents
        else { return nil }
        let percent = Rounded(Double(claimed) / Double(residents) * 100, digits: 1)
        return Finding(
            code: "registered_claim_low",
            say: Bilingual(
                id:
                    "\(claimed.indonesian) peserta hanya \(percent.indonesian)% dari \(residents.indonesian) penduduk: kemungkinan satu kelompok saja, bukan semua peserta.",
                en:
                    "\(claimed.english) members are only \(percent.english)% of \(residents.english) residents: probably one group, not all members."
            ),
            numbers: [
                "claimed": .integer(claimed), "residents": .integer(residents), "percent": .number(percent.value),
            ])
    }

    /// People are on record as members, but no paper is signed.
    private func membersWithoutPaper(_ today: Day) -> Finding? {
        guard let first = members.map(\.from).min(), first.first <= today, !isFullySigned else { return nil }
        return Finding(
            code: "members_without_paper",
            say: Bilingual(
                id: "Peserta tercatat sejak \(first.indonesian), tetapi perjanjiannya belum ditandatangani lengkap.",
                en: "Members are on record since \(first), but the agreement is not fully signed."),
            numbers: ["since": .text(first.description)])
    }

    private var missingAuthorities: [Finding] {
        parties.compactMap { party in
            guard party.side == .localGovernment, party.signature != nil, let signatory = party.signatory,
                !signatory.isHeadOfRegion, signatory.authority == nil
            else { return nil }
            return Finding(
                code: "authority_missing", key: "authority_missing:\(party.key)",
                say: Bilingual(
                    id:
                        "\(signatory.office) menandatangani untuk \(party.name) tanpa surat kuasa kepala daerah yang tercatat.",
                    en:
                        "\(signatory.office) signed for \(party.name) without a power of attorney of the head of region on record."
                ),
                numbers: ["party": .text(party.key)])
        }
    }

    /// Two sources give different values for the same day.
    private var disagreeingSources: [Finding] {
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
