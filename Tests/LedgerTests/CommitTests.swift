import Agreements
import Foundation
import GRDB
import Ledger
import Testing

@testable import SQLiteLedger

@Suite struct CommitTests {
    @Test func `a commit numbers its events and keeps the snapshot beside them`() async throws {
        let fixture = try Fixture()
        let events = try await fixture.ledger.commit(Fixture.creation("agr_a", ref: "a"))
        #expect(events.map(\.seq) == [1])
        #expect(events.map(\.subjectSeq) == [1])
        let stored = try #require(try await fixture.ledger.agreement("a"))
        #expect(try await fixture.ledger.agreement("agr_a") == stored)
        #expect(stored == Fixture.agreement("agr_a", ref: "a"))
        let (change, after) = Fixture.note("halo", on: stored, id: "evt_2")
        #expect(try await fixture.ledger.commit(change).map(\.subjectSeq) == [2])
        #expect(try await fixture.ledger.agreement("a") == after)
        #expect(try await fixture.ledger.events(EventQuery()).map(\.seq) == [1, 2])
    }

    @Test func `a stale change leaves nothing behind`() async throws {
        let fixture = try Fixture()
        _ = try await fixture.ledger.commit(Fixture.creation("agr_a"))
        let before = Fixture.agreement("agr_a")
        _ = try await fixture.ledger.commit(Fixture.note("first", on: before, id: "evt_2").change)
        var late = Fixture.note("second", on: before, id: "evt_3").change
        let key = IdempotencyKey(owner: "t", key: "k")
        late.idempotency = (key, IdempotentResult(fingerprint: "f", subject: "agr_a", version: 2))
        late.reminders = [.plan(Fixture.reminder("rem_1", of: "agr_a", dueIn: 1))]
        late.outbox = { Outbox(deliveries: [Fixture.delivery($0.seq, lane: "agr_a")]) }
        await #expect(throws: LedgerError.stale(version: 2)) { try await fixture.ledger.commit(late) }
        #expect(try await fixture.ledger.head()?.seq == 2)
        #expect(try await fixture.ledger.idempotent(key) == nil)
        #expect(try await fixture.ledger.nextReminderDue() == nil)
        #expect(try await fixture.ledger.deliveries(DeliveryQuery()).isEmpty)
    }

    @Test func `a ref and an idempotency key are taken once`() async throws {
        let fixture = try Fixture()
        let key = IdempotencyKey(owner: "t", key: "k")
        let result = IdempotentResult(fingerprint: "f", subject: "agr_a", version: 1)
        var first = Fixture.creation("agr_a", ref: "a")
        first.idempotency = (key, result)
        _ = try await fixture.ledger.commit(first)
        await #expect(throws: LedgerError.duplicateRef("a")) {
            try await fixture.ledger.commit(Fixture.creation("agr_b", ref: "a"))
        }
        var again = Fixture.creation("agr_c")
        again.idempotency = (key, result)
        await #expect(throws: LedgerError.duplicateKey) { try await fixture.ledger.commit(again) }
        #expect(try await fixture.ledger.idempotent(key) == result)
        #expect(try await fixture.ledger.agreement("agr_c") == nil)
    }

    @Test func `many changes in one are made all or not at all`() async throws {
        let fixture = try Fixture()
        for name in ["agr_a", "agr_b", "agr_c"] { _ = try await fixture.ledger.commit(Fixture.creation(name)) }
        func notes() -> [Change] {
            ["agr_a", "agr_b", "agr_c"].map {
                Fixture.note("together", on: Fixture.agreement($0), id: "evt_note_\($0)").change
            }
        }
        _ = try await fixture.ledger.commit(Fixture.note("alone", on: Fixture.agreement("agr_b"), id: "evt_1").change)
        await #expect(throws: LedgerError.stale(version: 2)) {
            try await fixture.ledger.commit(notes(), skippingStale: false, rules: nil)
        }
        #expect(try await fixture.ledger.head()?.seq == 4)
        #expect(try await fixture.ledger.agreement("agr_a")?.version == 1)
        var changes = notes()
        changes[1].reminders = [.plan(Fixture.reminder("rem_1", of: "agr_b", dueIn: 1))]
        let made = try await fixture.ledger.commit(changes, skippingStale: true, rules: nil)
        #expect(made.map { $0?.map(\.seq) } == [[5], nil, [6]])
        #expect(try await fixture.ledger.reminder("rem_1") == nil, "nothing is left of what was skipped")
        #expect(try await fixture.ledger.agreement("agr_b")?.notes.map(\.text) == ["alone"])
        #expect(try await fixture.ledger.agreement("agr_c")?.notes.map(\.text) == ["together"])
        #expect(try await fixture.ledger.commit([], skippingStale: true, rules: nil).isEmpty)
        #expect(try await LedgerAudit(of: fixture.ledger).faults == [])
    }

    @Test func `where anything but a newer version stands in the way, none of many is made`() async throws {
        let fixture = try Fixture()
        _ = try await fixture.ledger.commit(Fixture.creation("agr_a"))
        let note = Fixture.note("first", on: Fixture.agreement("agr_a"), id: "evt_1").change
        let missing = Fixture.note("nobody's", on: Fixture.agreement("agr_none"), id: "evt_2").change
        await #expect(throws: LedgerError.notFound("agr_none")) {
            try await fixture.ledger.commit([note, missing], skippingStale: true, rules: nil)
        }
        #expect(try await fixture.ledger.agreement("agr_a")?.version == 1)
        // A reminder that has ended is left out like a record that has moved on, with all that its change holds.
        var gone = Fixture.note("late", on: Fixture.agreement("agr_a"), id: "evt_3").change
        gone.reminders = [.fire(id: "rem_none", late: nil, at: Fixture.now)]
        let made = try await fixture.ledger.commit([gone, note], skippingStale: true, rules: nil)
        #expect(made.map { $0?.map(\.id.rawValue) } == [nil, ["evt_1"]])
        #expect(try await fixture.ledger.agreement("agr_a")?.version == 2)
        #expect(try await fixture.ledger.head()?.seq == 2)
    }

    @Test func `what was worked out by rules that no longer hold leaves nothing behind`() async throws {
        let fixture = try Fixture()
        #expect(try await fixture.ledger.rulesDigest() == nil)
        #expect(try await fixture.ledger.commit([], skippingStale: true, rules: "new").isEmpty)
        #expect(try await fixture.ledger.rulesDigest() == "new")
        var change = Fixture.creation("agr_a")
        change.rules = "old"
        let refused = change
        await #expect(throws: LedgerError.rulesChanged) { try await fixture.ledger.commit(refused) }
        await #expect(throws: LedgerError.rulesChanged) {
            try await fixture.ledger.commit([Fixture.creation("agr_b"), refused], skippingStale: true, rules: nil)
        }
        #expect(try await fixture.ledger.agreements(AgreementQuery()).isEmpty)
        #expect(try await fixture.ledger.head() == nil)
        change.rules = "new"
        _ = try await fixture.ledger.commit(change)
        #expect(try await fixture.ledger.agreements(AgreementQuery()).count == 1)
    }

    @Test func `changes that share a commit do not spoil each other`() async throws {
        let fixture = try Fixture()
        _ = try await fixture.ledger.commit(Fixture.creation("agr_seed", ref: "taken"))
        let refused = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<300 {
                group.addTask {
                    // Every third asks for a ref that is taken.
                    let ref = index.isMultiple(of: 3) ? "taken" : "ref-\(index)"
                    do {
                        _ = try await fixture.ledger.commit(Fixture.creation("agr_\(index)", ref: ref))
                        return false
                    } catch { return true }
                }
            }
            // And one as large as a sheet, whose last row is at fault; the other sheet has none.
            for (sheet, fault) in [("agr_x", "taken"), ("agr_y", "free")] {
                group.addTask {
                    let rows = (0..<100).map { Fixture.creation("\(sheet)_\($0)", ref: $0 == 99 ? fault : nil) }
                    do {
                        _ = try await fixture.ledger.commit(rows, skippingStale: false, rules: nil)
                        return false
                    } catch { return true }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 101)
        #expect(try await fixture.ledger.agreement("agr_x_0") == nil)
        let audit = try await LedgerAudit(of: fixture.ledger)
        #expect(audit.faults == [])
        #expect(audit.agreements == 301)
        #expect(audit.events == 301)
    }

    @Test func `the file is written ahead and synced in full`() async throws {
        let fixture = try Fixture()
        let (journal, synchronous) = try await fixture.sqlite.pool.write { db in
            (try String.fetchOne(db, sql: "PRAGMA journal_mode"), try Int.fetchOne(db, sql: "PRAGMA synchronous"))
        }
        #expect(journal == "wal")
        #expect(synchronous == 2)
    }

    @Test func `a rehearsal and the real thing never open each other's files`() async throws {
        let fixture = try Fixture()
        #expect(throws: LedgerError.wrongKind(found: "real", wanted: "rehearsal")) {
            try SQLiteLedger(directory: fixture.directory, kind: .rehearsal)
        }
        _ = try SQLiteLedger(directory: fixture.directory, kind: nil)
    }

    @Test func `a file of a newer program is refused`() async throws {
        let fixture = try Fixture()
        try await fixture.sqlite.pool.write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999 from the future')")
        }
        #expect(throws: LedgerError.tooNew("schema")) { try SQLiteLedger(directory: fixture.directory, kind: .real) }
    }

    @Test func `region filters take a region with all inside it and nothing else`() async throws {
        let fixture = try Fixture()
        for (id, region) in [("agr_1", "53"), ("agr_2", "53.71"), ("agr_3", "5"), ("agr_4", "533"), ("agr_5", "17")] {
            var agreement = Fixture.agreement(id)
            agreement.region = region
            _ = try await fixture.ledger.commit(
                Change(
                    agreement: AgreementWrite(agreement: agreement, replacing: 0, waitingOn: []),
                    events: [Fixture.event("evt_\(id)", of: agreement, .created(agreement))]))
        }
        var query = AgreementQuery()
        query.within = ["53"]
        #expect(try await fixture.ledger.agreements(query).map(\.region) == ["53", "53.71"])
        #expect(try await fixture.ledger.events(EventQuery(within: ["53"])).map(\.region) == ["53", "53.71"])
        query.within = ["%"]
        #expect(try await fixture.ledger.agreements(query).isEmpty)
    }
}
