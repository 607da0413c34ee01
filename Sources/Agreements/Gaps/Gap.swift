public import Calendars
public import Documents

/// People who lose their cover on a day, because the paper that insures them ends and what follows it does not carry them.
public struct Gap: Sendable, Equatable {
    public enum Cause: String, Sendable, Codable, CaseIterable {
        /// Nobody has begun a paper that follows.
        case noSuccessor = "no_successor"
        /// A paper that follows is on its way, and not signed by all.
        case notSigned = "successor_not_signed"
        /// It is signed, and begins later.
        case startsLate = "successor_starts_late"
        /// It is signed and begins in time, but lists fewer people.
        case fewerListed = "successor_lists_fewer"
        /// It is signed and begins in time, but its money carries fewer people than it lists.
        case fewerFunded = "successor_funds_fewer"

        public var label: Bilingual {
            switch self {
            case .noSuccessor: Bilingual(id: "belum ada naskah pengganti", en: "no paper follows")
            case .notSigned: Bilingual(id: "naskah pengganti belum ditandatangani", en: "what follows is not signed")
            case .startsLate: Bilingual(id: "naskah pengganti mulai terlambat", en: "what follows begins late")
            case .fewerListed:
                Bilingual(id: "daftar pesertanya lebih sedikit", en: "what follows lists fewer people")
            case .fewerFunded:
                Bilingual(id: "anggarannya untuk lebih sedikit orang", en: "what follows is funded for fewer people")
            }
        }
    }

    /// The paper that ends.
    public var ending: PaperCover
    /// The paper that follows, as far as there is one: the one furthest on its way.
    public var successor: PaperCover?
    public var cause: Cause
    /// How many lose their cover; nil where the paper that ends has no head count on record.
    public var people: Int64?
    /// What it costs to insure them from the day to the end of its year, in rupiah; nil where no rate is known.
    public var cost: Int64?
    /// The offices that must act next.
    public var waitsFor: [Role]

    /// How far back a paper may have ended to leave a hole that still is one, in days. What ended earlier is history.
    public static let lookback = 366

    /// The holes on a day, most people first.
    ///
    /// A paper follows another where it says that it renews it, or where it is of the same region and programme, insures one
    /// of the same segments, and begins later.
    ///
    /// - Parameter papers: whatever ends in the year before the day, and whatever may follow it.
    public static func all(on day: Day, among papers: [PaperCover], rates: Rates) -> [Gap] {
        let byRegion = Dictionary(grouping: papers) { "\($0.region) \($0.programme.rawValue)" }
        let gaps = byRegion.values.flatMap { papers in
            let endings = papers.filter { $0.ends(before: day) }.sorted {
                $0.agreement.rawValue < $1.agreement.rawValue
            }
            return endings.compactMap { Gap(after: $0, on: day, endings: endings, among: papers, rates: rates) }
        }
        return gaps.sorted {
            ($1.people ?? -1, $0.ending.region, $0.ending.agreement.rawValue)
                < ($0.people ?? -1, $1.ending.region, $1.ending.agreement.rawValue)
        }
    }

    private init?(
        after paper: PaperCover, on day: Day, endings: [PaperCover], among others: [PaperCover], rates: Rates
    ) {
        let followers = others.filter { $0.follows(paper) }
        // Cover that has ended again is a hole of that paper's own.
        if followers.contains(where: { $0.isSigned && ($0.validUntil ?? day) < day }) { return nil }
        let inTerm = followers.filter { $0.isSigned && $0.isInTerm(on: day) }
        ending = paper
        guard !inTerm.isEmpty else {
            let next = followers.max { $0.isBehind($1) }
            successor = next
            cause = next.map { $0.isSigned ? .startsLate : .notSigned } ?? .noSuccessor
            people = paper.lastMembers.isEmpty ? nil : paper.lastHeads
            cost = Gap.cost(of: paper.lastMembers, share: (1, 1), paper, from: day, rates)
            waitsFor = next.map(\.waitingOn).flatMap { $0.isEmpty ? nil : $0 } ?? Gap.starters
            return
        }
        // Where one paper follows several, the first of them answers for the people of all.
        let together = endings.filter { ending in inTerm.contains { $0.follows(ending) } }
        guard together.first?.agreement == paper.agreement else { return nil }
        let before = together.reduce(0) { Int64(clamping: Int128($0) + Int128($1.lastHeads)) }
        let listed = inTerm.reduce(0) { Int64(clamping: Int128($0) + Int128($1.year?.members ?? 0)) }
        let insured = inTerm.reduce(0) { Int64(clamping: Int128($0) + Int128($1.peopleInsured)) }
        guard insured < before else { return nil }
        successor = inTerm.max { $0.isBehind($1) }
        // Both may be so; the one that explains more people is the cause.
        let (unlisted, unfunded) = (Int128(before) - Int128(listed), Int128(listed) - Int128(insured))
        cause = unfunded > unlisted ? .fewerFunded : .fewerListed
        people = before - insured
        cost = Gap.cost(
            of: together.flatMap(\.lastMembers), share: (before - insured, before), paper, from: day, rates)
        waitsFor = (unfunded > 0 ? [.finance, .secretary] : []) + (unlisted > 0 ? [.unitPIC, .coordinator] : [])
    }

    /// Who begins the paper of the next year.
    private static let starters: [Role] = [.coordinator, .bpjsPIC]

    /// What a part of the members costs from a day to the end of its year.
    private static func cost(
        of members: [PaperCover.SegmentHeads], share: (part: Int64, whole: Int64), _ paper: PaperCover, from day: Day,
        _ rates: Rates
    ) -> Int64? {
        guard !members.isEmpty else { return nil }
        var cost: Int128 = 0
        for number in day.month.number...12 {
            let month = Month(year: day.year, month: number)
            for group in members {
                let price =
                    group.flat
                    ?? rates.regionShare(
                        paper.programme, group.segment, in: month, region: paper.region, wage: group.wage)
                guard let price else { return nil }
                let product = Int128(group.heads) * Int128(price)
                // Beyond any sum of rupiah, and twelve of them beyond 128 bits.
                guard product < 1 << 96 else { return nil }
                cost += product
            }
        }
        let (product, overflow) = cost.multipliedReportingOverflow(by: Int128(share.part))
        return overflow ? nil : Int64(exactly: product / Int128(share.whole))
    }
}

extension PaperCover {
    /// The paper that follows one, as far as there is one: of several the one furthest on its way.
    public static func successor(of agreement: Agreement.ID, among papers: [PaperCover]) -> PaperCover? {
        guard let paper = papers.first(where: { $0.agreement == agreement }) else { return nil }
        return papers.filter { $0.programme == paper.programme && $0.region == paper.region && $0.follows(paper) }
            .max { $0.isBehind($1) }
    }

    fileprivate func ends(before day: Day) -> Bool {
        guard isSigned, let validUntil else { return false }
        return validUntil < day && day - validUntil <= Gap.lookback
    }

    fileprivate func follows(_ other: PaperCover) -> Bool {
        guard agreement != other.agreement, kind != .addendum, phase != .closed || isSigned else { return false }
        if renews == other.agreement { return true }
        guard let from = validFrom, let before = other.validFrom ?? other.validUntil, from > before else {
            return false
        }
        let segments = Set(lastMembers.map(\.segment))
        // A paper without members yet may be for anybody.
        let isForTheSame =
            segments.isEmpty || other.lastMembers.isEmpty
            || other.lastMembers.contains { segments.contains($0.segment) }
        return (kind == .notaKesepakatan) == (other.kind == .notaKesepakatan) && isForTheSame
    }

    /// Less far on its way: unsigned before signed, then by phase, then the older.
    fileprivate func isBehind(_ other: PaperCover) -> Bool {
        let phases = Phase.allCases
        let (own, others) = (phases.firstIndex(of: phase) ?? 0, phases.firstIndex(of: other.phase) ?? 0)
        return (isSigned ? 1 : 0, own, agreement.rawValue) < (other.isSigned ? 1 : 0, others, other.agreement.rawValue)
    }
}
