import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

/// What coordinators ask every week, against a record small enough to know by heart.
@Suite struct `Questions of every week` {
    private func inForce(
        _ stage: Stage, ref: String, region: String = "53.71", heads: Int64 = 1_000
    ) async throws
        -> Agreement
    {
        var new = stage.new(ref: ref, region: region)
        (new.state, new.source) = ("in-force", "register")
        let paper = try await stage.create(new)
        try await stage.submit(
            .countMembers(
                MemberCount(
                    segment: .pbpuBPPemda, from: Month("2027-01")!, until: Month("2027-12")!, count: heads)),
            paper, as: .unitPIC)
        return try await stage.agreement(paper)
    }

    @Test func `papers that end are found by their days, page by page, until another follows`() async throws {
        let stage = try await Stage(at: "2027-10-15T09:00:00+08:00")
        let coordinator = stage.person(.coordinator)
        let kupang = try await inForce(stage, ref: "kupang")
        // Of one day the older comes first; within a millisecond any does.
        stage.clock.advance(to: stage.clock.now() + .seconds(1))
        _ = try await inForce(stage, ref: "malang", region: "35.73", heads: 50)
        let first = try await stage.engine.expiring(limit: 1, for: coordinator)
        #expect(first.items.map(\.people) == [1_000])
        #expect(first.horizons.map(\.papers) == [0, 0, 2])
        #expect(first.horizons.map(\.people) == [0, 0, 1_050])
        let rest = try await stage.engine.expiring(after: first.next, limit: 1, for: coordinator)
        #expect(rest.items.map(\.region) == ["35.73"])
        #expect(rest.next == nil)
        #expect(try await stage.engine.expiring(within: 30, for: coordinator).items.isEmpty)
        #expect(try await stage.engine.expiring(region: "35", for: coordinator).items.map(\.ref) == ["malang"])
        #expect(try await stage.engine.expiring(for: stage.person(.auditor, regions: ["11"])).items.isEmpty)
        var next = stage.new(ref: "kupang-2028")
        (next.validFrom, next.validUntil, next.renews) = (Day("2028-01-01"), Day("2028-12-31"), kupang.id.rawValue)
        _ = try await stage.create(next)
        #expect(try await stage.engine.expiring(for: coordinator).items.map(\.ref) == ["malang"])
    }

    @Test func `it is told whom a paper waits for, since when, and what they were told last`() async throws {
        let stage = try await Stage(Letter.first)
        let letter = try await stage.letter("review")
        _ = try await stage.letter("done")
        try await stage.rehearse(until: "2026-11-09T12:00:00+08:00")
        let (items, next) = try await stage.engine.waiting(on: .legal, for: stage.person(.auditor))
        #expect(items.map(\.agreement.id) == [letter.id])
        #expect(next == nil)
        #expect(items[0].roles.contains(.legal))
        #expect(items[0].since == Day("2026-11-02"))
        #expect(items[0].deadline == Day("2026-11-09"))
        #expect(items[0].missing == Bilingual(id: "Risalah belum ada", en: "No minutes"))
        #expect(items[0].lastTold.map(\.recipient) == [.legal])
        #expect(items[0].lastTold[0].deadline == Day("2026-11-09"))
        #expect(try await stage.engine.waiting(on: .finance, for: stage.person(.auditor)).items.isEmpty)
    }

    @Test func `a revised budget names the papers that need an addendum, and those that have one`() async throws {
        let stage = try await Stage(at: "2027-06-01T09:00:00+08:00")
        let paper = try await inForce(stage, ref: "kupang")
        try await stage.submit(
            .fund(FundingLine(source: .apbdII, fiscalYear: 2027, amount: 453_600_000, stage: .dpa)), paper,
            as: .finance)
        func revise(_ amount: Int64, _ day: String) async throws {
            let revision = BudgetRevision(kind: .refocusing, amount: amount, effectiveOn: Day(day)!)
            try await stage.submit(.reviseFunding("apbd_ii-2027", revision), paper, as: .finance)
        }
        try await revise(500_000_000, "2027-05-01")
        stage.clock.advance(to: Instant("2027-07-01T09:00:00+08:00")!)
        try await revise(400_000_000, "2027-06-15")
        let coordinator = stage.person(.coordinator)
        func count() async throws -> Int? {
            try await stage.engine.questions(for: coordinator).first { $0.name == .budgetChanges }?.count
        }
        #expect(try await count() == 2)
        stage.clock.advance(to: Instant("2027-07-02T09:00:00+08:00")!)
        #expect(try await count() == 1)
        let changes = try await stage.engine.budgetChanges(since: Day("2027-07-01")!, for: coordinator)
        #expect(changes.map(\.before) == [500_000_000])
        #expect(changes.map(\.shortfall) == [53_600_000])
        #expect(changes.map(\.needsAddendum) == [true])
        #expect(changes[0].addendum == nil)
        #expect(try await stage.engine.budgetChanges(since: Day("2027-06-01")!, for: coordinator).count == 2)
        #expect(
            try await stage.engine.budgetChanges(
                since: Day("2027-06-01")!, for: stage.person(.auditor, regions: ["35"])
            ).isEmpty)
        var addendum = stage.new(ref: "add-other")
        (addendum.kind, addendum.workflow) = (.addendum, "addendum")
        addendum.parent = try await inForce(stage, ref: "other").id.rawValue
        addendum.fields = [:]
        _ = try await stage.create(addendum)
        (addendum.ref, addendum.parent) = ("add-1", paper.id.rawValue)
        _ = try await stage.create(addendum)
        let after = try await stage.engine.budgetChanges(since: Day("2027-07-01")!, for: coordinator)
        #expect(after[0].addendum?.ref == "add-1")
    }

    @Test func `whoever has handed in nothing stands in the list, most members first`() async throws {
        let stage = try await Stage(at: "2027-03-05T09:00:00+08:00")
        let (one, two) = (
            try await inForce(stage, ref: "one"), try await inForce(stage, ref: "two", region: "35.73", heads: 7_000)
        )
        _ = try await inForce(stage, ref: "three", heads: 20)
        let change = MemberChange(
            segment: .pbpuBPPemda, month: Month("2027-03")!, heads: [.deaths: 3, .additions: 10])
        try await stage.submit(.changeMembers(change), one, as: .unitPIC)
        let coordinator = stage.person(.coordinator)
        let march = try await stage.engine.memberChanges(for: coordinator)
        #expect(march.dueOn == Day("2027-03-19"))
        #expect(march.total.heads == [.deaths: 3, .additions: 10])
        #expect(march.total.reported == 1)
        #expect(march.total.missing.map(\.agreement) == [two.id, march.total.missing.last?.agreement])
        #expect(march.total.missing.map(\.members) == [7_000, 20])
        #expect(march.total.missingCount == 2)
        #expect(march.before.missingCount == 3)
        let malang = try await stage.engine.memberChanges(region: "35", for: coordinator)
        #expect(malang.total.missing.map(\.ref) == ["two"])
    }

    @Test func `findings are counted by code, and listed until somebody settles them`() async throws {
        let stage = try await Stage(at: "2027-03-05T09:00:00+08:00")
        let paper = try await inForce(stage, ref: "kupang")
        _ = try await inForce(stage, ref: "malang", region: "35.73")
        try await stage.submit(
            .fund(FundingLine(source: .apbdII, fiscalYear: 2027, amount: 100_000_000, stage: .dpa)), paper,
            as: .finance)
        let auditor = stage.person(.auditor)
        func count(_ code: String) async throws -> Int? {
            try await stage.engine.findingCounts(for: auditor).first { $0.code == code }?.findings
        }
        // By hand: everything that any record says of itself today.
        var expected: [String: Int] = [:]
        for agreement in try await stage.ledger.agreements(AgreementQuery()) {
            let today = stage.engine.today(in: agreement.region)
            for finding in agreement.findings(stage.engine.rules.reference, today: today) {
                expected[finding.code, default: 0] += 1
            }
        }
        let counts = try await stage.engine.findingCounts(for: auditor)
        #expect(Dictionary(uniqueKeysWithValues: counts.map { ($0.code, $0.findings) }) == expected)
        #expect(counts.first?.isSerious == true)
        let listed = try await stage.engine.findings(code: "budget_short", for: auditor)
        #expect(listed.items.map(\.agreement) == [paper.id])
        #expect(listed.items[0].finding.owner == .finance)
        try await stage.submit(.resolve(finding: "budget_short:2027", reason: "P-APBD"), paper, as: .finance)
        #expect(try await count("budget_short") == nil)
        let unsigned = try await stage.engine.findings(code: "members_without_paper", limit: 1, for: auditor)
        let rest = try await stage.engine.findings(
            code: "members_without_paper", after: unsigned.next, limit: 1, for: auditor)
        #expect(Set((unsigned.items + rest.items).map(\.ref)) == ["kupang", "malang"])
        #expect(rest.next == nil)
    }

    @Test func `a signatory who has left office is found, one with titles is not, and nobody is guessed`() async throws
    {
        let stage = try await Stage()
        let agreement = try await stage.readyToSign()
        let admin = stage.person(.admin)
        func officers() async throws -> Officers { try await stage.engine.officers(for: admin) }
        #expect(try await officers().unknown.map(\.party) == ["bpjs", "pemkot"])
        func enter(_ name: String, _ role: Role) async throws {
            var wish = PersonWish()
            (wish.name, wish.roles) = (name, [role])
            _ = try await stage.engine.createPerson(wish, Circumstances(principal: admin))
        }
        try await enter("Dr. A, M.Kes.", .regionHead)
        try await enter("Citra", .bpjsHead)
        let now = try await officers()
        #expect(now.confirmed == 1)
        #expect(now.changed.map(\.signatory.party) == ["bpjs"])
        #expect(now.changed.map { $0.holders.map(\.name) } == [["Citra"]])
        try await stage.submit(
            .sign(SigningAct(party: "bpjs", signedOn: Day("2026-11-02")!, number: "1", method: .wet)), agreement,
            as: .bpjsHead)
        #expect(try await officers().changed.isEmpty)
    }

    @Test func `who did not answer and who was told next is listed`() async throws {
        let stage = try await Stage()
        let paper = try await stage.create()
        try await stage.rehearse(until: "2026-12-20T12:00:00+08:00")
        let trouble = try await stage.engine.trouble(days: 60, for: stage.person(.coordinator))
        let escalated = trouble.reminders.filter { !$0.insteadOf.isEmpty }
        #expect(escalated.contains { $0.recipient == .unitHead && $0.insteadOf.contains(.unitPIC) })
        #expect(escalated.allSatisfy { $0.agreement == paper.id && $0.timesSent > 0 })
        #expect(trouble.reminders.map(\.dueAt) == trouble.reminders.map(\.dueAt).sorted(by: >))
        #expect(try await stage.engine.trouble(days: 60, for: stage.person(.auditor, regions: ["35"])).reminders == [])
    }

    @Test func `one page tells what was done, what is late, the money and who is at risk`() async throws {
        let stage = try await Stage(at: "2027-03-16T09:00:00+08:00")
        let paper = try await inForce(stage, ref: "kupang")
        try await stage.submit(
            .fund(FundingLine(source: .apbdII, fiscalYear: 2027, amount: 453_600_000, stage: .dpa)), paper,
            as: .finance)
        try await stage.submit(
            .issueBill(NewBill(month: Month("2027-02")!, amount: 37_800_000, paid: 0)), paper, as: .bpjsPIC)
        try await stage.submit(
            .pay(Month("2027-02")!, Payment(amount: 30_000_000, paidOn: Day("2027-03-10")!)), paper, as: .finance)
        let draft = try await stage.create(stage.new(ref: "draft"))
        try await stage.advance(draft, "submit", as: .unitPIC)
        let report = try await stage.engine.report(region: "53", for: stage.person(.auditor))
        #expect(report.done.contains(Arrival(workflow: "jkn-pd-pemda", state: "review", agreements: 1)))
        #expect(report.money.available == 453_600_000)
        #expect(report.moneyUsed == 661)
        #expect(report.timeUsed == 75 * 10_000 / 365)
        #expect(report.arrears == (1, 7_800_000))
        #expect(report.endings.first { $0.papers > 0 } == .init(month: Month("2027-12")!, papers: 1, people: 1_000))
        #expect(report.late[.finance] != nil)
        let elsewhere = try await stage.engine.report(region: "35", for: stage.person(.auditor))
        #expect(elsewhere.done.isEmpty && elsewhere.late.isEmpty && elsewhere.moneyUsed == nil)
        await #expect(throws: EngineError.self) {
            try await stage.engine.report(region: "35", for: stage.person(.auditor, regions: ["53"]))
        }
    }

    @Test func `what was suspended and goes on has not come into force once more`() async throws {
        let stage = try await Stage(at: "2027-03-16T09:00:00+08:00")
        let paper = try await inForce(stage, ref: "kupang")
        for (kind, transition) in [("suspension_letter", "suspend"), ("arrears_settlement", "resume")] {
            try await stage.submit(.addDocument(Document(kind: kind, title: kind)), paper, as: .coordinator)
            try await stage.submit(
                .advance(transition: transition, reason: "Tunggakan", effectiveOn: nil), paper, as: .bpjsHead)
        }
        let report = try await stage.engine.report(region: "53", for: stage.person(.auditor))
        #expect(report.done.map(\.state) == ["in-force", "suspended"])
        #expect(report.broughtIntoForce == 0)
    }

    @Test func `a day that comes changes what does not add up, though nobody touches the record`() async throws {
        let stage = try await Stage(at: "2026-12-20T09:00:00+08:00")
        let paper = try await stage.create()
        try await stage.submit(
            .countMembers(
                MemberCount(
                    segment: .pbpuBPPemda, from: Month("2027-01")!, until: Month("2027-12")!, count: 1_000)),
            paper, as: .unitPIC)
        func codes() async throws -> [String] {
            try await stage.engine.findingCounts(for: stage.person(.auditor)).map(\.code)
        }
        #expect(!(try await codes().contains("members_without_paper")))
        try await stage.rehearse(until: "2027-01-01T12:00:00+08:00")
        #expect(try await codes().contains("members_without_paper"))
    }

    @Test func `trouble of the last days comes newest first, and only reminders belong to a region`() async throws {
        let stage = try await Stage()
        _ = try await stage.endpoint { $0.enabled = false }
        func held(in region: String? = nil) async throws -> [String] {
            try await stage.engine.trouble(region: region, for: stage.person(.admin)).deliveries.map(\.id)
        }
        _ = try await stage.create()
        let early = try await held()
        stage.clock.advance(to: stage.clock.now() + .seconds(10 * 86_400))
        _ = try await stage.create()
        let all = try await held()
        #expect(!early.isEmpty && all.count == 2 * early.count && all == all.sorted(by: >))
        stage.clock.advance(to: stage.clock.now() + .seconds(5 * 86_400))
        #expect(try await held() == all.filter { !early.contains($0) })
        #expect(try await held(in: "53").isEmpty)
    }

    @Test func `there are fifteen, and the counts are those of their answers`() async throws {
        let stage = try await Stage(at: "2027-10-15T09:00:00+08:00")
        _ = try await inForce(stage, ref: "kupang")
        let coordinator = stage.person(.coordinator)
        let questions = try await stage.engine.questions(region: "53", for: coordinator)
        #expect(questions.count == 15)
        let counts = Dictionary(uniqueKeysWithValues: questions.map { ($0.name, $0.count) })
        #expect(counts[.today] == .some(try await stage.engine.work(for: coordinator, region: "53").totals.agreements))
        #expect(counts[.expiring] == .some(1))
        #expect(counts[.memberChanges] == .some(1))
        #expect(counts[.officers] == .some(0))
        for name in [Question.Name.report, .trouble, .waiting] { #expect(counts[name] == .some(nil)) }
        #expect(counts[.budgetChanges] == .some(0))
        let nation = try await stage.engine.questions(for: coordinator)
        #expect(nation.first { $0.name == .arrears }?.count == 0)
        #expect(nation.first { $0.name == .memberChanges }?.count == nil)
    }
}
