import Agreements
import Foundation
import GRDB
import Ledger
import Testing

@testable import SQLiteLedger

/// Tables that an earlier program wrote.
@Suite struct SchemaTests {
    /// A ledger as it was before the second migration, with one agreement.
    private func old(_ sql: String...) throws -> String {
        let directory = FileManager.default.temporaryDirectory.path + "/pksd-schema-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let pool = try DatabasePool(path: directory + "/pksd.sqlite")
        try Schema.migrator(nil).migrate(pool, upTo: "001 record")
        try pool.write { db in
            try db.execute(sql: "INSERT INTO note VALUES ('kind', 'real')")
            try db.execute(
                sql: """
                    INSERT INTO agreement VALUES ('agr_a', NULL, 't', 'pks', '53', 'draft', 's', '', NULL, 1, x'7b7d')
                    """)
            for statement in sql { try db.execute(sql: statement) }
        }
        try pool.close()
        return directory
    }

    private func reminder(_ id: String, key: String, _ state: String, version: Int, due: Int = 5) -> String {
        """
        INSERT INTO reminder VALUES ('\(id)', 'agr_a', NULL, '53', '\(key)', 'r', \(due), '2027-01-01', 'legal', 's', \
        'ingat', 'remember', '\(state)', \(version), 'why', 7)
        """
    }

    @Test func `reminders keep every column`() throws {
        let directory = try old(reminder("rem_1", key: "k", "planned", version: 3))
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let ledger = try SQLiteLedger(directory: directory, kind: .real)
        let rows = try ledger.pool.read { try Row.fetchAll($0, sql: "SELECT * FROM reminder") }
        #expect(
            rows.map { $0.databaseValues.prefix(16).map(\.description).joined(separator: " ") } == [
                #""rem_1" "agr_a" NULL "53" "k" "r" 5 "2027-01-01" "legal" "s" "ingat" "remember" "planned" 3 "why" 7"#
            ])
        let reminder = try ledger.pool.read { try Row.fetchOne($0, sql: "SELECT \(Reminder.columns) FROM reminder") }
            .map { Reminder(row: $0) }
        #expect(reminder?.timesSent == 0)
        #expect(reminder?.insteadOf == [])
        #expect(reminder?.plannedAt == nil)
    }

    @Test func `where one was put off after it had been planned anew, the newer plan holds`() async throws {
        let directory = try old(
            reminder("rem_1", key: "k", "snoozed", version: 1, due: 9),
            reminder("rem_2", key: "k", "planned", version: 2),
            reminder("rem_3", key: "k", "sent", version: 3), reminder("rem_4", key: "other", "planned", version: 1))
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let ledger = try SQLiteLedger(directory: directory, kind: .real)
        let states = try await ["rem_1", "rem_2", "rem_3", "rem_4"].asyncMap { try await ledger.reminder($0)?.state }
        #expect(states == [.superseded, .planned, .sent, .planned])
    }
}

extension Array {
    fileprivate func asyncMap<Other>(_ transform: (Element) async throws -> Other) async rethrows -> [Other] {
        var others: [Other] = []
        for element in self { others.append(try await transform(element)) }
        return others
    }
}
