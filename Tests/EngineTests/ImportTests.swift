import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

/// A sheet is taken whole or not at all.
@Suite struct `An import` {
    private func bill(_ month: String, _ amount: Int64, of ref: String, line: Int) -> ImportRow {
        ImportRow(line: line, request: .submit(.issueBill(NewBill(month: Month(month)!, amount: amount)), to: ref))
    }

    private func take(
        _ stage: Stage, _ rows: [ImportRow], isDryRun: Bool = false, as principal: Principal? = nil, key: String? = nil
    ) async throws -> ImportReport {
        var circumstances = Circumstances(principal: principal ?? stage.person(.coordinator))
        circumstances.idempotency = key.map { .init(key: $0, fingerprint: "f") }
        return try await stage.engine.take(rows, isDryRun: isDryRun, circumstances)
    }

    private func twoPapers() async throws -> Stage {
        let stage = try await Stage()
        _ = try await stage.create(stage.new(ref: "a"))
        _ = try await stage.create(stage.new(ref: "b", region: "17"))
        return stage
    }

    private func isRefused(_ row: ImportReport.Row) -> Bool { if case .refused = row.outcome { true } else { false } }

    @Test func `one row that cannot be stores nothing of the others`() async throws {
        let stage = try await twoPapers()
        let head = try await stage.ledger.head()
        let rows = [
            bill("2027-01", 10, of: "a", line: 2), bill("2027-01", 10, of: "b", line: 3),
            bill("2027-02", 10, of: "nobody", line: 4), bill("2027-01", 11, of: "a", line: 5),
        ]
        let report = try await take(stage, rows)
        #expect(!report.isStored)
        #expect(report.rows.map(\.line) == [2, 3, 4, 5])
        #expect(report.rows.map(isRefused) == [false, false, true, true])
        #expect(try await stage.ledger.head() == head)
    }

    @Test func `a dry run says the same and stores nothing; the second time nothing is new`() async throws {
        let stage = try await twoPapers()
        let rows = [
            bill("2027-01", 10, of: "a", line: 2), bill("2027-02", 20, of: "a", line: 3),
            bill("2027-01", 10, of: "b", line: 4),
        ]
        let head = try await stage.ledger.head()
        let dry = try await take(stage, rows, isDryRun: true)
        #expect(dry.rows.map(\.outcome) == [.done, .done, .done])
        #expect(try await stage.ledger.head() == head)
        #expect(try await take(stage, rows).isStored)
        let after = try await stage.ledger.head()
        #expect(after != head)
        let again = try await take(stage, rows)
        #expect(again.rows.map(\.outcome) == [.unchanged, .unchanged, .unchanged])
        #expect(try await stage.ledger.head() == after)
        try await stage.expectSoundLedger()
    }

    @Test func `all kinds of facts can be taken, in any order, and each agreement is written once`() async throws {
        let stage = try await twoPapers()
        func row(_ line: Int, _ command: Command) -> ImportRow {
            ImportRow(line: line, request: .submit(command, to: "a"))
        }
        let (january, december) = (Month("2027-01")!, Month("2027-12")!)
        let count = MemberCount(segment: .pbpuBPPemda, from: january, until: december, count: 1_000, source: "SK")
        let rows = [
            row(2, .countMembers(count)),
            row(
                3,
                .changeMembers(
                    MemberChange(segment: .pbpuBPPemda, month: Month("2027-02")!, heads: [.deaths: 10, .additions: 30]))
            ),
            row(4, .fund(FundingLine(source: .apbdII, fiscalYear: 2027, amount: 1, stage: .rka))),
            row(5, .issueBill(NewBill(month: january, amount: 100))),
            row(6, .pay(january, Payment(amount: 40, paidOn: Day("2026-11-01")!))),
            row(7, .pay(january, Payment(amount: 60, paidOn: Day("2026-11-02")!))),
            ImportRow(
                line: 8, request: .cover(CoverageFact(asOf: "2026-10", registered: 9, residents: 10), region: "53.71")),
        ]
        let report = try await take(stage, rows)
        #expect(report.isStored)
        let agreement = try await stage.engine.agreement("a", for: stage.person(.admin))
        #expect(agreement.version == 2)
        #expect(agreement.heads(.pbpuBPPemda, in: january) == 1_000)
        #expect(agreement.heads(.pbpuBPPemda, in: december) == 1_020)
        #expect(agreement.bill(of: january)?.stage == "paid")
        #expect(try await stage.engine.coverage(of: "53.71", for: stage.person(.admin)).count == 1)
        #expect(try await take(stage, rows).rows.allSatisfy { $0.outcome == .unchanged })
        try await stage.expectSoundLedger()
    }

    @Test func `equal payments of one sheet are as many as it names, and no more the second time`() async throws {
        let stage = try await twoPapers()
        let january = Month("2027-01")!
        let pay = Command.pay(january, Payment(amount: 30, paidOn: Day("2026-11-01")!))
        let rows =
            [bill("2027-01", 100, of: "a", line: 2)]
            + (3...5).map { ImportRow(line: $0, request: .submit(pay, to: "a")) }
        #expect(try await take(stage, rows).isStored)
        #expect(try await stage.engine.agreement("a", for: stage.person(.admin)).bill(of: january)?.paid == 90)
        #expect(try await take(stage, rows).rows.allSatisfy { $0.outcome == .unchanged })
        #expect(try await stage.engine.agreement("a", for: stage.person(.admin)).bill(of: january)?.paid == 90)
    }

    @Test func `an old sheet does not undo what was revised since`() async throws {
        let stage = try await twoPapers()
        let line = FundingLine(source: .apbdII, fiscalYear: 2027, amount: 100, stage: .rka)
        let rows = [ImportRow(line: 2, request: .submit(.fund(line), to: "a"))]
        #expect(try await take(stage, rows).isStored)
        let agreement = try await stage.engine.agreement("a", for: stage.person(.admin))
        let revision = BudgetRevision(kind: .refocusing, amount: 80, effectiveOn: Day("2026-11-01")!)
        try await stage.submit(.reviseFunding(line.key, revision), agreement, as: .finance)
        #expect(try await take(stage, rows).rows.map(\.outcome) == [.unchanged])
        #expect(try await stage.agreement(agreement).funding.map(\.amount) == [80])
    }

    @Test func `one agreement by two names, or in too many rows, is refused`() async throws {
        let stage = try await twoPapers()
        let id = try await stage.engine.agreement("a", for: stage.person(.admin)).id.rawValue
        let twice = try await take(stage, [bill("2027-01", 1, of: "a", line: 2), bill("2027-02", 1, of: id, line: 3)])
        #expect(twice.rows.map(isRefused) == [false, true])
        let pay = Command.pay(Month("2027-01")!, Payment(amount: 1, paidOn: Day("2026-11-01")!))
        let many = try await take(
            stage, (2...1_002).map { ImportRow(line: $0, request: .submit(pay, to: "a")) }, isDryRun: true)
        #expect(many.refusals == 1_001)
    }

    @Test func `papers of one sheet may renew each other`() async throws {
        let stage = try await Stage()
        var (first, second) = (stage.new(ref: "k-2026"), stage.new(ref: "k-2027"))
        first.validFrom = Day("2026-01-01")
        first.validUntil = Day("2026-12-31")
        second.renews = "k-2026"
        let rows = [ImportRow(line: 2, request: .create(first)), ImportRow(line: 3, request: .create(second))]
        #expect(try await take(stage, rows).isStored)
        let stored = try await stage.engine.agreement("k-2027", for: stage.person(.admin))
        #expect(stored.renews == (try await stage.engine.agreement("k-2026", for: stage.person(.admin)).id))
        #expect(try await take(stage, rows).rows.map(\.outcome) == [.unchanged, .unchanged])
        second.title = "Lain"
        #expect(try await take(stage, [ImportRow(line: 2, request: .create(second))]).refusals == 1)
    }

    @Test func `nobody imports what they may not enter one by one`() async throws {
        let stage = try await twoPapers()
        let rows = [bill("2027-01", 10, of: "a", line: 2), bill("2027-01", 10, of: "b", line: 3)]
        let outside = try await take(stage, rows, as: stage.person(.coordinator, regions: ["53"]))
        #expect(outside.rows.map(isRefused) == [false, true])
        let auditor = try await take(stage, rows, as: stage.person(.auditor))
        #expect(auditor.rows.map(isRefused) == [true, true])
        #expect(try await stage.engine.agreement("a", for: stage.person(.admin)).bills.isEmpty)
    }

    @Test func `a change that comes in between is worked in`() async throws {
        let stage = try await twoPapers()
        stage.interruptible.interrupt {
            let agreement = try await stage.engine.agreement("a", for: stage.person(.admin))
            try await stage.submit(.addNote(Note(kind: .comment, text: "dahulu")), agreement, as: .coordinator)
        }
        let report = try await take(
            stage, [bill("2027-01", 10, of: "a", line: 2), bill("2027-01", 10, of: "b", line: 3)])
        #expect(stage.interruptible.hasInterrupted)
        #expect(report.isStored)
        let agreement = try await stage.engine.agreement("a", for: stage.person(.admin))
        #expect(agreement.notes.count == 1)
        #expect(agreement.bills.count == 1)
        try await stage.expectSoundLedger()
    }

    @Test func `the same request twice is done once`() async throws {
        let stage = try await twoPapers()
        let rows = [bill("2027-01", 10, of: "a", line: 2)]
        #expect(try await take(stage, rows, key: "k").isStored)
        let head = try await stage.ledger.head()
        let again = try await take(stage, rows, key: "k")
        #expect(again.isStored)
        #expect(try await stage.ledger.head() == head)
    }
}
