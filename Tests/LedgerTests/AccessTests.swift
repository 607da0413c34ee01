import Agreements
import Calendars
import Foundation
import GRDB
import Ledger
import Testing

@testable import SQLiteLedger

@Suite struct AccessTests {
    private let entry = AccessEntry(at: Fixture.now, act: .signInRefused, who: nil, name: "siti", network: "n")

    @Test func `what is written together is written whole or not at all`() async throws {
        let fixture = try Fixture()
        let session = Session(
            id: "ses_1", hash: Data([1]), person: "nobody", role: .legal, roleSince: Fixture.now, passwordVersion: 1,
            createdAt: Fixture.now, lastSeenAt: Fixture.now, network: "", agent: "")
        await #expect(throws: LedgerError.self) { try await fixture.ledger.write([.log(entry), .start(session)]) }
        #expect(try await fixture.ledger.accessLog(AccessQuery()).isEmpty)
    }

    @Test(arguments: ["DELETE FROM access_log", "UPDATE access_log SET name = 'budi'"])
    func `the access log only grows`(sql: String) async throws {
        let fixture = try Fixture()
        try await fixture.ledger.write([.log(entry)])
        #expect(throws: DatabaseError.self) { try fixture.sqlite.pool.write { try $0.execute(sql: sql) } }
        #expect(try await fixture.ledger.accessLog(AccessQuery()).map(\.name) == ["siti"])
    }

    @Test func `the log is read by what was done, by whom and since when, newest first, in pages`() async throws {
        let fixture = try Fixture()
        for index in 0..<6 {
            try await fixture.ledger.write([
                .log(
                    AccessEntry(
                        at: Fixture.now + .seconds(index), act: index % 2 == 0 ? .export : .report,
                        who: index < 3 ? "per_1" : "per_2", name: "\(index)"))
            ])
        }
        func names(_ change: (inout AccessQuery) -> Void) async throws -> [String] {
            var query = AccessQuery()
            change(&query)
            return try await fixture.ledger.accessLog(query).map(\.name)
        }
        #expect(try await names { $0.acts = [.export] } == ["4", "2", "0"])
        #expect(try await names { $0.who = "per_1" } == ["2", "1", "0"])
        #expect(try await names { $0.from = Fixture.now + .seconds(4) } == ["5", "4"])
        #expect(try await names { ($0.before, $0.limit) = (5, 2) } == ["3", "2"])
    }

    @Test(arguments: [
        "SELECT count(*), max(at) FROM access_log WHERE act = 'sign_in_refused' AND at > 5 AND name = 'a'",
        "SELECT count(*), max(at) FROM access_log WHERE act = 'sign_in_refused' AND at > 5 AND name = 'a' AND network = 'n'",
        "SELECT count(*), max(at) FROM access_log WHERE act = 'sign_in_refused' AND at > 5 AND network = 'n'",
        "SELECT 1 FROM access_log WHERE act = 'sign_in' AND who = 'p' AND network = 'n' AND at > 5",
        "SELECT * FROM access_log WHERE act IN ('export') AND seq < 9 ORDER BY seq DESC LIMIT 5",
        "SELECT * FROM access_log WHERE who = 'p' ORDER BY seq DESC LIMIT 5",
        "SELECT * FROM session WHERE hash = x'00'", "SELECT * FROM account WHERE name = 'a'",
        "SELECT * FROM account WHERE issuer = 'i' AND subject = 's'", "DELETE FROM session WHERE last_seen_at < 5",
    ])
    func `an index serves it, and nothing is sorted`(sql: String) throws {
        let fixture = try Fixture()
        let plan = try fixture.sqlite.pool.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
        }
        #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") })
    }
}
