import Agreements
import Foundation
import GRDB
import Ledger
import Testing

@testable import SQLiteLedger

/// Whoever changes the file behind the daemon's back is found out.
@Suite struct AuditTests {
    private func ledger() async throws -> Fixture {
        let fixture = try Fixture()
        for name in ["agr_a", "agr_b"] {
            _ = try await fixture.ledger.commit(Fixture.creation(name))
            var agreement = Fixture.agreement(name)
            for index in 0..<5 {
                let (change, after) = Fixture.note("note \(index)", on: agreement, id: "evt_\(name)_\(index)")
                _ = try await fixture.ledger.commit(change)
                agreement = after
            }
        }
        return fixture
    }

    @Test func `an honest ledger has no faults, and its head covers every event`() async throws {
        let fixture = try await ledger()
        let audit = try await LedgerAudit(of: fixture.ledger)
        #expect(audit.faults == [])
        #expect(audit.events == 12)
        #expect(audit.head == (try await fixture.ledger.head())?.hash)
    }

    @Test(arguments: [
        "UPDATE event SET body = replace(CAST(body AS TEXT), 'note 2', 'note X') WHERE seq = 4",
        "DELETE FROM event WHERE seq = 7",
        "UPDATE event SET hash = zeroblob(32) WHERE seq = 12",
        "UPDATE event SET seq = 100 WHERE seq = 3",
        "UPDATE agreement SET snapshot = replace(CAST(snapshot AS TEXT), '\"title\":\"PKS\"', '\"title\":\"XXX\"') WHERE id = 'agr_a'",
        "DELETE FROM cover WHERE agreement = 'agr_b'; DELETE FROM listing WHERE agreement = 'agr_b'; DELETE FROM agreement WHERE id = 'agr_b'",
        "INSERT INTO agreement (id, ref, title, kind, region, phase, state, waiting_on, valid_until, version, snapshot) SELECT 'agr_z', 'z', title, kind, region, phase, state, waiting_on, valid_until, version, replace(CAST(snapshot AS TEXT), 'agr_a', 'agr_z') FROM agreement WHERE id = 'agr_a'",
    ])
    func `tampering shows`(_ sql: String) async throws {
        let fixture = try await ledger()
        let changed = try await fixture.sqlite.pool.write { db in
            try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
            try db.execute(
                sql: sql.replacing("replace(CAST(body", with: "CAST(replace(CAST(body")
                    .replacing("'note X')", with: "'note X') AS BLOB)")
                    .replacing("= replace(CAST(snapshot", with: "= CAST(replace(CAST(snapshot")
                    .replacing("'\"title\":\"XXX\"')", with: "'\"title\":\"XXX\"') AS BLOB)")
                    .replacing("version, replace(CAST(snapshot", with: "version, CAST(replace(CAST(snapshot")
                    .replacing("'agr_z') FROM", with: "'agr_z') AS BLOB) FROM"))
            return db.changesCount
        }
        #expect(changed == 1, "the tampering itself must work")
        let audit = try await LedgerAudit(of: fixture.ledger)
        #expect(!audit.faults.isEmpty)
    }
}
