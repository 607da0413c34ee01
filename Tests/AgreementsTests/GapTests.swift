import Agreements
import Calendars
import Documents
import Testing

enum Papers {
    static let newYear = Day(year: 2026, month: 1, day: 1) ?? Day(number: 0)

    /// A paper of 2025 that is signed and insures nobody yet.
    static func cover(_ id: String, _ change: (inout PaperCover) -> Void = { _ in }) -> PaperCover {
        var paper = PaperCover(
            agreement: .init(rawValue: id), ref: nil, title: id, kind: .rencanaKerja, programme: .jkn, region: "33.24",
            workflow: .init(id: "rencana-kerja", structure: "abc"), state: "s", phase: .active, waitingOn: [],
            validFrom: Day(year: 2025, month: 1, day: 1), validUntil: Day(year: 2025, month: 12, day: 31), renews: nil,
            isSigned: true, lastMembers: [], year: nil)
        change(&paper)
        return paper
    }

    static func next(_ id: String, _ change: (inout PaperCover) -> Void = { _ in }) -> PaperCover {
        cover(id) {
            $0.validFrom = newYear
            $0.validUntil = Day(year: 2026, month: 12, day: 31)
            change(&$0)
        }
    }

    static func heads(_ count: Int64, _ segment: Segment = .pbpuBPPemda) -> PaperCover.SegmentHeads {
        .init(segment: segment, heads: count)
    }

    /// A year that lists so many and whose money carries so many.
    static func year(lists members: Int64, carries carried: Int64) -> PaperCover.YearCover {
        .init(
            needed: members * 453_600, available: carried * 453_600, proposed: 0, members: members,
            peopleCarried: carried)
    }
}

@Suite struct `A gap between papers` {
    private func gaps(_ papers: PaperCover..., on day: Day = Papers.newYear) throws -> [Gap] {
        Gap.all(on: day, among: papers, rates: try Records.rates())
    }

    private let old = Papers.cover("agr_old") { $0.lastMembers = [Papers.heads(197_581)] }

    @Test func `is there when nobody has begun what follows`() throws {
        let gap = try #require(try gaps(old).first)
        #expect(gap.cause == .noSuccessor && gap.people == 197_581 && gap.successor == nil)
        #expect(gap.cost == 89_622_741_600)
        #expect(gap.waitsFor == [.coordinator, .bpjsPIC])
        #expect(try gaps(Papers.cover("agr_old")).first?.people == nil, "nobody has counted them")
        #expect(try gaps(Papers.cover("agr_old")).first?.cost == nil)
    }

    @Test func `is there when what follows is not signed, and waits for who holds it`() throws {
        let draft = Papers.next("agr_new") {
            $0.isSigned = false
            $0.phase = .signing
            $0.waitingOn = [.regionHead]
        }
        let gap = try #require(try gaps(old, draft).first)
        #expect(gap.cause == .notSigned && gap.people == 197_581 && gap.successor?.agreement == draft.agreement)
        #expect(gap.waitsFor == [.regionHead])
        let further = Papers.next("agr_later") {
            $0.isSigned = false
            $0.phase = .draft
        }
        #expect(try gaps(further, old, draft).first?.successor?.agreement == draft.agreement, "the furthest on its way")
        var dropped = draft
        dropped.phase = .closed
        #expect(try gaps(old, dropped).first?.cause == .noSuccessor)
    }

    @Test func `is there when what follows begins late`() throws {
        let late = Papers.next("agr_new") { $0.validFrom = Day(year: 2026, month: 1, day: 29) }
        #expect(try gaps(old, late).first?.cause == .startsLate)
        #expect(try gaps(old, late, on: Day(year: 2026, month: 1, day: 28) ?? Papers.newYear).count == 1)
        #expect(
            try gaps(old, late, on: Day(year: 2026, month: 1, day: 29) ?? Papers.newYear).first?.cause != .startsLate)
    }

    /// Kendal 2026 (sorotnuswantoro.com): 77,960 stay and 119,621 people lose their cover.
    @Test func `is there when fewer are listed or paid for`() throws {
        let listed = Papers.next("agr_new") {
            $0.lastMembers = [Papers.heads(77_960)]
            $0.year = Papers.year(lists: 77_960, carries: 77_960)
        }
        let gap = try #require(try gaps(old, listed).first)
        #expect(gap.cause == .fewerListed && gap.people == 119_621)
        #expect(gap.cost == 54_260_085_600)
        #expect(gap.waitsFor == [.unitPIC, .coordinator])
        var unpaid = listed
        unpaid.year = Papers.year(lists: 197_581, carries: 77_960)
        let funded = try #require(try gaps(old, unpaid).first)
        #expect(funded.cause == .fewerFunded && funded.people == 119_621 && funded.waitsFor == [.finance, .secretary])
        unpaid.year = Papers.year(lists: 197_581, carries: 197_581)
        #expect(try gaps(old, unpaid) == [])
        // Money that is only asked for counts where nothing has been voted.
        unpaid.year = .init(needed: 1_000, available: 0, proposed: 500, members: 197_582, peopleCarried: 0)
        #expect(try gaps(old, unpaid).first?.people == 197_581 - 98_791)
    }

    @Test func `is none where the cover goes on, or ended long ago`() throws {
        let covered = Papers.next("agr_new") {
            $0.lastMembers = [Papers.heads(197_581)]
            $0.year = Papers.year(lists: 197_581, carries: 200_000)
        }
        #expect(try gaps(old, covered) == [])
        #expect(try gaps(covered) == [])
        var open = old
        open.validUntil = nil
        #expect(try gaps(open) == [])
        var unsigned = old
        unsigned.isSigned = false
        #expect(try gaps(unsigned) == [])
        let until = try #require(old.validUntil)
        #expect(try gaps(old, on: until) == [], "the last day is insured")
        #expect(try gaps(old, on: until + 1).count == 1)
        #expect(try gaps(old, on: until + 366).count == 1)
        #expect(try gaps(old, on: until + 367) == [])
    }

    @Test func `is not filled by a paper for others`() throws {
        let changes: [(inout PaperCover) -> Void] = [
            { $0.region = "33.25" }, { $0.programme = .jamsostek }, { $0.kind = .addendum },
            { $0.kind = .notaKesepakatan },
            { $0.lastMembers = [Papers.heads(1, .pbpuMandiri)] }, { $0.validFrom = Day(year: 2025, month: 1, day: 1) },
        ]
        for change in changes {
            var other = Papers.next("agr_new") {
                $0.year = Papers.year(lists: 197_581, carries: 197_581)
                $0.lastMembers = [Papers.heads(197_581)]
            }
            #expect(try gaps(old, other) == [])
            change(&other)
            #expect(try gaps(old, other).first?.cause == .noSuccessor)
        }
        // It says itself that it follows.
        let renewal = Papers.next("agr_new") {
            $0.renews = old.agreement
            $0.kind = .pks
            $0.lastMembers = [Papers.heads(197_581, .pbpuMandiri)]
            $0.year = Papers.year(lists: 197_581, carries: 197_581)
        }
        #expect(try gaps(old, renewal) == [])
    }

    @Test func `is told once where one paper follows several, and by the last of a chain`() throws {
        let second = Papers.cover("agr_old2") { $0.lastMembers = [Papers.heads(2_419)] }
        let both = Papers.next("agr_new") {
            $0.lastMembers = [Papers.heads(150_000)]
            $0.year = Papers.year(lists: 150_000, carries: 150_000)
        }
        let found = try gaps(second, both, old)
        #expect(found.map(\.ending.agreement) == [old.agreement] && found.first?.people == 50_000)
        let middle = Papers.cover("agr_mid") {
            $0.validFrom = Day(year: 2025, month: 7, day: 1)
            $0.lastMembers = [Papers.heads(10)]
        }
        var short = old
        short.validUntil = Day(year: 2025, month: 6, day: 30)
        #expect(try gaps(short, middle).map(\.ending.agreement) == [middle.agreement])
    }

    // MARK: Against a slow reference

    @Test func `is found as somebody who asks each paper about each other`() throws {
        let rates = try Records.rates()
        var dice = Dice(seed: 91)
        var causes: Set<Gap.Cause> = []
        for round in 0..<2_000 {
            let papers = (0..<Int.random(in: 1...6, using: &dice)).map { random("agr_\($0)", &dice) }
            let found = Gap.all(on: Papers.newYear, among: papers, rates: rates)
            let slow = SlowGaps(papers, Papers.newYear).gaps
            let told = found.map {
                SlowGaps.Told(paper: $0.ending.agreement.rawValue, cause: $0.cause, people: $0.people)
            }
            #expect(Set(told) == Set(slow), "round \(round)")
            #expect(told.count == slow.count)
            #expect(told.map { $0.people ?? -1 } == told.map { $0.people ?? -1 }.sorted(by: >))
            #expect(Gap.all(on: Papers.newYear, among: papers.shuffled(using: &dice), rates: rates) == found)
            causes.formUnion(found.map(\.cause))
        }
        #expect(causes == Set(Gap.Cause.allCases))
    }

    private func random(_ id: String, _ dice: inout Dice) -> PaperCover {
        Papers.cover(id) {
            let years: [(Day?, Day?)] = [
                (Day("2024-01-01"), Day("2024-12-31")), (Day("2025-01-01"), Day("2025-12-31")),
                (Day("2025-01-01"), Day("2025-12-31")), (Day("2025-07-01"), Day("2025-12-31")),
                (Day("2026-01-01"), Day("2026-12-31")), (Day("2026-01-01"), Day("2026-12-31")),
                (Day("2026-01-01"), nil),
                (Day("2026-02-01"), Day("2026-12-31")), (nil, Day("2025-12-31")), (nil, nil),
            ]
            ($0.validFrom, $0.validUntil) = years.randomElement(using: &dice) ?? (nil, nil)
            $0.region = Bool.random(using: &dice) ? "33.24" : "33.25"
            $0.programme = Int.random(in: 0..<5, using: &dice) == 0 ? .jamsostek : .jkn
            $0.kind = AgreementKind.allCases.randomElement(using: &dice) ?? .pks
            $0.isSigned = Int.random(in: 0..<4, using: &dice) > 0
            $0.phase = Phase.allCases.randomElement(using: &dice) ?? .draft
            if Int.random(in: 0..<6, using: &dice) == 0 {
                $0.renews = .init(rawValue: "agr_\(Int.random(in: 0..<6, using: &dice))")
            }
            let segments: [Segment] = [.pbpuBPPemda, .pbpuMandiri]
            $0.lastMembers = segments.shuffled(using: &dice).prefix(.random(in: 0...2, using: &dice)).map { segment in
                Papers.heads(.random(in: 1...50, using: &dice), segment)
            }
            if Bool.random(using: &dice) {
                let lists = Int64.random(in: 0...100, using: &dice)
                $0.year = Papers.year(lists: lists, carries: .random(in: 0...100, using: &dice))
            }
        }
    }
}

/// The rule once more, in the most obvious way.
private struct SlowGaps {
    struct Told: Hashable {
        var paper: String
        var cause: Gap.Cause
        var people: Int64?
    }

    var gaps: [Told] = []
    private let papers: [PaperCover]
    private let day: Day

    init(_ papers: [PaperCover], _ day: Day) {
        self.papers = papers
        self.day = day
        let endings = papers.filter(hasEnded).sorted { $0.agreement.rawValue < $1.agreement.rawValue }
        for paper in endings {
            let followers = papers.filter { follows($0, paper) }
            var isSettled = false
            var inTerm: [PaperCover] = []
            for follower in followers where follower.isSigned {
                if let until = follower.validUntil, until < day {
                    isSettled = true
                } else if let from = follower.validFrom, from <= day {
                    inTerm.append(follower)
                }
            }
            if isSettled { continue }
            if inTerm.isEmpty {
                var cause = Gap.Cause.noSuccessor
                if !followers.isEmpty { cause = .notSigned }
                if followers.contains(where: \.isSigned) { cause = .startsLate }
                let people = paper.lastMembers.isEmpty ? nil : paper.lastMembers.map(\.heads).reduce(0, +)
                gaps.append(Told(paper: paper.agreement.rawValue, cause: cause, people: people))
                continue
            }
            let together = endings.filter { ending in inTerm.contains { follows($0, ending) } }
            guard together[0].agreement == paper.agreement else { continue }
            let before = together.flatMap(\.lastMembers).map(\.heads).reduce(0, +)
            var (listed, insured): (Int64, Int64) = (0, 0)
            for follower in inTerm {
                guard let year = follower.year else { continue }
                listed += year.members
                if year.needed == 0 {
                    insured += year.members
                } else if year.available > 0 {
                    insured += min(year.members, year.peopleCarried ?? 0)
                }
            }
            guard insured < before else { continue }
            gaps.append(
                Told(
                    paper: paper.agreement.rawValue,
                    cause: listed - insured > before - listed ? .fewerFunded : .fewerListed,
                    people: before - insured))
        }
    }

    private func hasEnded(_ paper: PaperCover) -> Bool {
        guard paper.isSigned, let until = paper.validUntil else { return false }
        return until < day && until >= day - 366
    }

    private func follows(_ paper: PaperCover, _ ended: PaperCover) -> Bool {
        if paper.agreement == ended.agreement || paper.region != ended.region || paper.programme != ended.programme {
            return false
        }
        if paper.kind == .addendum { return false }
        if paper.phase == .closed && !paper.isSigned { return false }
        if paper.renews == ended.agreement { return true }
        guard let from = paper.validFrom, let before = ended.validFrom ?? ended.validUntil else { return false }
        if from <= before { return false }
        let isNota = paper.kind == .notaKesepakatan
        if isNota != (ended.kind == .notaKesepakatan) { return false }
        if paper.lastMembers.isEmpty || ended.lastMembers.isEmpty { return true }
        for own in paper.lastMembers {
            for other in ended.lastMembers where own.segment == other.segment { return true }
        }
        return false
    }
}
