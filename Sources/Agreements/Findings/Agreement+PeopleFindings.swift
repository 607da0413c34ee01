import Calendars
import Documents

/// What does not add up about the people it insures.
extension Agreement {
    /// What the count says that holds in the last month of a segment: as many as the paper names, before what joins and leaves.
    private func lastCount(_ segment: Segment) -> Int64 {
        let last = members.filter { $0.segment == segment }.map(\.until).max()
        return last.flatMap { memberCount(segment, in: $0) }?.count ?? 0
    }

    /// A headline says more people than the groups named add up to.
    var sumOfParts: Finding? {
        guard let headline = value("people_headline")?.integer, !members.isEmpty else { return nil }
        let sum = Int64(clamping: segments.reduce(0 as Int128) { $0 + Int128(lastCount($1)) })
        let missing = Int64(clamping: Int128(headline) - Int128(sum))
        guard missing != 0 else { return nil }
        let percent = Percent(max(0, missing), of: headline) ?? Percent(hundredths: 0)
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
                        "Disebut \(headline.indonesian) peserta, rinciannya \(sum.indonesian): kelebihan \(Int64(clamping: missing.magnitude).indonesian).",
                    en:
                        "\(headline.english) members are claimed, the groups add up to \(sum.english): \(Int64(clamping: missing.magnitude).english) too many."
                ),
            numbers: ["headline": .integer(headline), "sum": .integer(sum), "unexplained": .integer(missing)])
    }

    /// A claim of "all members" that is less than half of the residents counts some group only.
    func registeredAgainstResidents(_ regions: Regions) -> Finding? {
        guard let claimed = value("people_registered_claimed")?.integer, let residents = regions[region]?.population,
            Int128(claimed) * 2 < Int128(residents), let percent = Percent(claimed, of: residents)
        else { return nil }
        return Finding(
            code: "registered_claim_low",
            say: Bilingual(
                id:
                    "\(claimed.indonesian) peserta hanya \(percent.indonesian)% dari \(residents.indonesian) penduduk: kemungkinan satu kelompok saja, bukan semua peserta.",
                en:
                    "\(claimed.english) members are only \(percent.english)% of \(residents.english) residents: probably one group, not all members."
            ),
            numbers: [
                "claimed": .integer(claimed), "residents": .integer(residents), "percent": percent.json,
            ])
    }

    /// People are on record as members, but no paper is signed.
    func membersWithoutPaper(_ today: Day) -> Finding? {
        guard let first = members.map(\.from).min(), first.first <= today, !isFullySigned else { return nil }
        return Finding(
            code: "members_without_paper",
            say: Bilingual(
                id: "Peserta tercatat sejak \(first.indonesian), tetapi perjanjiannya belum ditandatangani lengkap.",
                en: "Members are on record since \(first), but the agreement is not fully signed."),
            numbers: ["since": .text(first.description)])
    }
}
