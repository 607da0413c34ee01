import Agreements
import Calendars
import Documents
import Foundation
import GRDB
import Ledger
import Testing

@testable import Engine
@testable import SQLiteLedger

/// A ledger of the program before workflows could be migrated is taken over as it is.
@Suite struct UpgradeTests {
    /// Agreements with bills, funding, moves and reminders of all sorts.
    private func furnished() async throws -> Stage {
        let stage = try await Stage()
        let first = try await stage.readyToSign()
        let second = try await stage.create(stage.new(ref: "lama", region: "17"))
        let line = FundingLine(source: .apbdII, fiscalYear: 2027, amount: 453_600_000, stage: .proposed)
        try await stage.submit(.fund(line), first, as: .finance)
        try await stage.submit(
            .advancePart(.funding(line.key), transition: "request-budget", paid: nil, reference: "RKA 1"), first,
            as: .finance)
        for month in ["2027-01", "2027-02"] {
            try await stage.submit(
                .issueBill(NewBill(month: Month(month)!, amount: 1_000)), first, as: .bpjsPIC)
        }
        try await stage.submit(
            .advancePart(.bill(Month("2027-01")!), transition: "reconcile", paid: nil, reference: nil), first,
            as: .bpjsPIC)
        try await stage.rehearse(until: "2026-11-10T09:00:00+08:00")
        try await stage.submit(.addNote(Note(kind: .comment, text: "lama")), second, as: .coordinator)
        return stage
    }

    /// Writes the stage's ledger down as that program did.
    private func downgraded(_ stage: Stage) throws -> String {
        let directory = Stage.newDirectory()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let today = try DatabasePool(path: stage.directory + "/pksd.sqlite")
        let before = try DatabasePool(path: directory + "/pksd.sqlite")
        try Schema.migrator(nil).migrate(before, upTo: "001 record")
        let tables = try today.read { db in
            try ["note", "agreement", "event", "reminder", "workflow"].map {
                try Row.fetchAll(db, sql: "SELECT * FROM \($0)")
            }
        }
        try before.write { db in
            for row in tables[0] where row["name"] != "rules" {
                try db.execute(sql: "INSERT INTO note VALUES (?, ?)", arguments: [row["name"], row["value"]])
            }
            for row in tables[1] {
                try db.execute(
                    sql: "INSERT INTO agreement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: StatementArguments(row.databaseValues.prefix(10)) + [older(row["snapshot"])])
            }
            var hash = EventChain.genesis
            for row in tables[2] {
                let body = try older(row["body"])
                hash = EventChain.hash(body, after: hash)
                try db.execute(
                    sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: StatementArguments(row.databaseValues.prefix(6)) + [body, hash])
            }
            for row in tables[3]
            where !(row["key"] as String).contains("bill/") && !(row["key"] as String).contains("funding/") {
                try db.execute(
                    sql: "INSERT INTO reminder VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: StatementArguments(row.databaseValues.prefix(16)))
            }
            for row in tables[4] {
                try db.execute(
                    sql: "INSERT INTO workflow VALUES (?, ?, ?, ?, ?)",
                    arguments: StatementArguments(row.databaseValues))
            }
        }
        try today.close()
        try before.close()
        return directory
    }

    /// Without what that program did not know.
    private func older(_ bytes: Data) throws -> Data {
        func prune(_ json: JSON) -> JSON {
            guard case .object(let members) = json else { return json }
            let unknown = ["waivers", "courses", "told", "resolutions", "member_changes", "acknowledgements"]
            return .object(members.filter { !unknown.contains($0.key) }.mapValues(prune))
        }
        return try CanonicalJSON.encode(prune(CanonicalJSON.decode(JSON.self, from: bytes)))
    }

    @Test func `it opens, is folded again, and is found by what is new`() async throws {
        let stage = try await furnished()
        let wanted = try await stage.ledger.agreements(AgreementQuery())
        #expect(wanted.contains { $0.courses.count == 3 })
        let sent = try await stage.ledger.reminders(ReminderQuery(states: [.sent]))
        #expect(!sent.isEmpty)
        let directory = try downgraded(stage)
        let ledger = try SQLiteLedger(directory: directory, kind: .rehearsal)
        #expect(try await LedgerAudit(of: ledger).faults == [])
        #expect(try await ledger.agreements(AgreementQuery()) == wanted)
        var query = AgreementQuery()
        query.workflow = "jkn-pd-pemda"
        query.structure = wanted[0].workflow.structure
        #expect(try await ledger.agreements(query).count == wanted.count)
        #expect(try await ledger.awaitedCounts(within: []) == [:], "known only once rules are in force")
        try await ledger.close()

        let again = try await Stage(at: "2026-11-10T09:00:00+08:00", in: directory)
        let unmet = try await stage.engine.unmet(for: stage.person(.admin))
        #expect(!unmet.isEmpty)
        #expect(try await again.engine.unmet(for: again.person(.admin)) == unmet)
        for agreement in wanted { try await again.expectFreshPlan(agreement) }
        let told = try await again.ledger.reminders(ReminderQuery(states: [.sent]))
        func known(_ reminder: Reminder) -> String {
            "\(reminder.id) \(reminder.key) \(reminder.dueAt) \(reminder.sentAt?.description ?? "") \(reminder.timesSent)"
        }
        #expect(
            told.map(known)
                == sent.filter { !$0.key.hasPrefix("bill/") && !$0.key.hasPrefix("funding/") }.map(known))
        #expect(!told.isEmpty)
        let billed = try #require(wanted.first { !$0.bills.isEmpty })
        #expect(try await again.open(billed).contains { $0.key.hasPrefix("bill/") })
        try await again.submit(
            .advancePart(.bill(Month("2027-01")!), transition: "settle", paid: nil, reference: nil), billed,
            as: .bpjsPIC)
        try await again.expectSoundLedger()
    }

    @Test func `it opens a second time without being changed`() async throws {
        let stage = try await furnished()
        let directory = try downgraded(stage)
        try await SQLiteLedger(directory: directory, kind: .rehearsal).close()
        let again = try await Stage(at: "2026-11-10T09:00:00+08:00", in: directory)
        #expect(try await again.ledger.agreements(AgreementQuery()) == stage.ledger.agreements(AgreementQuery()))
        #expect(try await again.adopt() == nil)
    }
}
