import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

/// People who lose their cover when a paper ends: foreseen, told, and gone once somebody has signed.
@Suite struct `Gaps between papers` {
    private let newYear = Day("2027-01-01")!

    private func paper(
        _ stage: Stage, _ year: Int, renews: String? = nil, signed: Bool = true, heads: Int64 = 1_000,
        money: Int64? = nil
    ) async throws -> Agreement {
        var new = stage.new(ref: "kupang-\(year)")
        new.validFrom = Day(year: year, month: 1, day: 1)
        new.validUntil = Day(year: year, month: 12, day: 31)
        new.renews = renews
        if signed {
            new.source = "contoh"
            new.state = year > 2026 ? "signed" : "in-force"
            for index in new.parties.indices {
                new.parties[index].signature = Signature(
                    signedOn: Day(year: year - 1, month: 12, day: 1)!, method: .wet)
            }
        }
        let agreement = try await stage.create(new)
        try await stage.submit(
            .countMembers(
                MemberCount(
                    segment: .pbpuBPPemda, from: Month(year: year, month: 1), until: Month(year: year, month: 12),
                    count: heads)), agreement, as: .unitPIC)
        let line = FundingLine(
            source: .apbdII, fiscalYear: year, amount: money ?? heads * 37_800 * 12, stage: .dpa)
        try await stage.submit(.fund(line), agreement, as: .finance)
        return try await stage.agreement(agreement)
    }

    private func gaps(_ stage: Stage) async throws -> [Gap] {
        try await stage.engine.gaps(on: newYear, for: stage.person(.auditor))
    }

    private func told(_ stage: Stage, _ agreement: Agreement) async throws -> [Finding] {
        try await stage.ledger.events(
            EventQuery(subject: .agreement(agreement.id), type: .gapPredicted, limit: 100)
        ).compactMap { if case .gapPredicted(let finding) = $0.data { finding } else { nil } }
    }

    @Test func `it is foreseen half a year ahead, to the day, and told once while nothing changes`() async throws {
        let stage = try await Stage(at: "2026-06-01T09:00:00+08:00")
        let paper = try await paper(stage, 2026)
        try await stage.rehearse(until: "2026-07-04T23:59:59+08:00")
        #expect(try await told(stage, paper).isEmpty)
        try await stage.rehearse(until: "2026-07-05T00:00:00+08:00")
        let first = try #require(try await told(stage, paper).first)
        #expect(newYear - Day("2026-07-05")! == 180)
        #expect(first.numbers["people"] == .integer(1_000))
        #expect(first.numbers["cause"] == .text("no_successor"))
        #expect(first.numbers["cost"] == .integer(1_000 * 37_800 * 12))
        try await stage.rehearse(until: "2026-12-31T12:00:00+08:00")
        #expect(try await told(stage, paper).count == 1)
        try await stage.expectSoundLedger()
    }

    @Test func `a paper that is entered late is looked at at once`() async throws {
        let stage = try await Stage(at: "2026-11-02T09:00:00+08:00")
        let paper = try await paper(stage, 2026)
        try await stage.rehearse(until: "2026-11-02T09:00:01+08:00")
        #expect(try await told(stage, paper).count == 1)
    }

    @Test func `a look that finds nothing to tell is made once`() async throws {
        let stage = try await Stage(at: "2026-11-02T09:00:00+08:00")
        var new = stage.new()
        (new.validFrom, new.validUntil) = (Day("2026-01-01"), Day("2026-12-31"))
        (new.source, new.state) = ("contoh", "in-force")
        var next = stage.new()
        (next.source, next.state) = ("contoh", "signed")
        for index in next.parties.indices {
            next.parties[index].signature = Signature(signedOn: Day("2026-11-01")!, method: .wet)
        }
        _ = try await stage.create(next)
        let paper = try await stage.create(new)
        #expect(paper.version == 1)
        func looks() async throws -> [Reminder.State] {
            try await stage.ledger.liveReminders(of: paper.id).filter { $0.rule == "gap" }.map(\.state)
        }
        for _ in 1...3 { try await stage.rehearse(until: "2026-11-02T09:00:00+08:00") }
        #expect(try await looks().count(where: { $0 == .sent }) == 1)
        #expect(try await looks().count(where: \.isOpen) == 1)
        #expect(try await told(stage, paper).isEmpty)
    }

    @Test func `it is told again when its cause is another, and not at all once the next paper is signed`() async throws
    {
        let stage = try await Stage(at: "2026-07-05T09:00:00+08:00")
        let old = try await paper(stage, 2026)
        try await stage.rehearse(until: "2026-07-06T09:00:00+08:00")
        let next = try await paper(stage, 2027, renews: "kupang-2026", signed: false)
        try await stage.rehearse(until: "2026-09-10T09:00:00+08:00")
        #expect(
            try await told(stage, old).map { $0.numbers["cause"] } == [
                .text("no_successor"), .text("successor_not_signed"),
            ])
        let found = try #require(try await gaps(stage).first)
        #expect(found.successor?.agreement == next.id)
        #expect(found.waitsFor == [.unitPIC])
        #expect(found.people == 1_000)
    }

    @Test func `nobody falls where a signed and funded paper follows`() async throws {
        let stage = try await Stage(at: "2026-12-02T09:00:00+08:00")
        let old = try await paper(stage, 2026)
        _ = try await paper(stage, 2027, renews: "kupang-2026")
        #expect(try await gaps(stage).isEmpty)
        try await stage.rehearse(until: "2026-12-31T09:00:00+08:00")
        // It was looked at when only the old one was there.
        #expect(try await told(stage, old).count <= 1)
    }

    @Test(
        arguments: [
            (1_000, 0.5, Gap.Cause.fewerFunded, 500), (600, 1.0, .fewerListed, 400), (600, 0.5, .fewerListed, 700),
            (900, 0.5, .fewerFunded, 550),
        ] as [(Int64, Double, Gap.Cause, Int64)])
    func `those whom the next paper does not list or pay for fall`(
        _ heads: Int64, _ share: Double, _ cause: Gap.Cause, _ people: Int64
    ) async throws {
        let stage = try await Stage(at: "2026-12-02T09:00:00+08:00")
        _ = try await paper(stage, 2026)
        _ = try await paper(
            stage, 2027, renews: "kupang-2026", heads: heads, money: Int64(Double(heads * 37_800 * 12) * share))
        let gap = try #require(try await gaps(stage).first)
        #expect(gap.cause == cause)
        #expect(gap.people == people)
        #expect(gap.cost == people * 37_800 * 12)
    }

    @Test func `only the regions of the one who asks are told`() async throws {
        let stage = try await Stage(at: "2026-12-02T09:00:00+08:00")
        _ = try await paper(stage, 2026)
        #expect(try await stage.engine.gaps(on: newYear, for: stage.person(.auditor, regions: ["17"])).isEmpty)
        #expect(
            try await stage.engine.gaps(on: newYear, in: Scope(region: "53"), for: stage.person(.auditor)).count == 1)
        #expect(try await stage.engine.gaps(on: newYear, in: Scope(region: "5"), for: stage.person(.auditor)).isEmpty)
        #expect(
            try await stage.engine.gaps(on: newYear, in: Scope(programme: .jamsostek), for: stage.person(.auditor))
                .isEmpty)
    }
}
