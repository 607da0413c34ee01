import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Testing
import Webhooks

@testable import Engine

/// What the engine really tells, held against what the catalogue says that it tells.
@Suite struct EventCatalogueTests {
    private static let march = Month(year: 2027, month: 3)

    @Test func `every event is as its schema says, and nothing is sent that no schema knows`() async throws {
        let years = try await TwoYears(seed: 1, rules: try Stage.rules().with([Letter.first]))
        try await years.run()
        let ordinary = try await years.ledger.events(EventQuery(limit: .max))
        try await years.close()
        let events = ordinary + (try await rarities())
        let silent = Set(EventType.allCases).subtracting(events.map(\.type))
        #expect(silent.isEmpty, "types that no event here is of")
        let payloads = try events.map { try EventMessage.standard($0) }
        #expect(try EventChecker.faults(in: payloads) == [])
    }

    @Test func `what a schema does not know, lacks or would have otherwise is found`() throws {
        let sound = try EventCatalogue.example(of: .roleVacant)
        func with(_ change: (inout [String: JSON]) -> Void) throws -> Data {
            var payload = sound.object ?? [:]
            var data = payload["data"]?.object ?? [:]
            change(&data)
            payload["data"] = .object(data)
            return try CanonicalJSON.encode(JSON.object(payload))
        }
        let payloads = try [
            with { _ in }, with { $0["more"] = 1 }, with { $0["actor"] = nil }, with { $0["role"] = "king" },
            with { $0["effective_on"] = "2027-02-30" },
        ]
        let faults = try EventChecker.faults(in: payloads)
        #expect(faults.count == 4 && faults.allSatisfy { $0.contains("role.vacant") }, "\(faults)")
    }

    /// A daemon's life with what two ordinary years do not bring.
    private func rarities() async throws -> [Event] {
        let stage = try await Stage(at: "2027-03-01T09:00:00+08:00", Letter.first)
        let admin = Circumstances(principal: stage.person(.admin))
        let engine = stage.engine
        try await stage.submit(
            .waive(requirement: "document:minutes", reason: "hilang saat banjir"), try await stage.letter("review"),
            as: .secretary)
        try await stage.adopt(Letter.second)
        _ = try await engine.migrate(MigrationPlan(workflow: Letter.id), applies: true, by: admin.principal)
        _ = try await engine.accept(
            holidays: "date,name,kind,estimated\n2027-03-10,Hari Raya Idul Fitri,libur_nasional,false\n",
            named: "2027-revisi.csv", admin)
        try await engine.record(
            CoverageFact(asOf: "2027-02", registered: 99, active: 98, residents: 100, scheme: .prioritas), in: "53.71",
            admin)
        try await engine.disable(try await stage.endpoint().id, because: "410 Gone")

        let paper = try await stage.create()
        try await fund(paper, on: stage)
        stage.clock.advance(to: try #require(try await stage.ledger.nextReminderDue()))
        let due = try await stage.ledger.dueReminders(at: stage.clock.now(), limit: 100).flatMap(\.reminders)
        let reminder = try #require(due.first { $0.recipient != .system })
        _ = try await engine.snooze(
            reminder.id, until: stage.clock.now() + .seconds(3_600), reason: "rapat", admin)
        try await stage.rehearse(until: "2027-10-02T08:00:00+07:00")
        return try await stage.ledger.events(EventQuery(limit: .max))
    }

    /// Money that falls short, and what becomes of it.
    private func fund(_ paper: Agreement, on stage: Stage) async throws {
        let year = EventCatalogueTests.march.adding(-2)
        let commands: [Command] = [
            .countMembers(
                MemberCount(segment: .pbpuBPPemda, from: year, until: year.adding(11), count: 1_000, source: "BPJS")),
            .changeMembers(MemberChange(segment: .pbpuBPPemda, month: year.adding(1), heads: [.additions: 4])),
            .fund(FundingLine(source: .apbdII, fiscalYear: 2027, amount: 300_000_000, stage: .dpa)),
            .reviseFunding(
                "apbd_ii-2027",
                BudgetRevision(
                    kind: .refocusing, amount: 200_000_000, effectiveOn: EventCatalogueTests.march.first)),
            .resolve(finding: "budget_short:2027", reason: "Perubahan APBD menutupnya"),
            .issueBill(NewBill(month: year, amount: 37_800_000, heads: 1_000)),
            .pay(year, Payment(amount: 10_000_000, paidOn: EventCatalogueTests.march.first, reference: "SP2D 1")),
        ]
        for command in commands { try await stage.submit(command, paper, as: .admin) }
    }
}
