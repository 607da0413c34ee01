public import Agreements
import Calendars
import Documents
import Foundation
import GRDB
public import Ledger

extension SQLiteLedger {
    public func agreement(_ key: String) async throws -> Agreement? {
        try await read { db in
            let byKey = try db.cachedStatement(sql: "SELECT snapshot FROM agreement WHERE id = ?1 OR ref = ?1")
            return try Data.fetchOne(byKey, arguments: [key])
                .map { try CanonicalJSON.decode(Agreement.self, from: $0) }
        }
    }

    public func records(after id: Agreement.ID?, limit: Int) async throws -> [Agreement] {
        try await read { db in
            try Data.fetchAll(
                db, sql: "SELECT snapshot FROM agreement WHERE id > ? ORDER BY id LIMIT ?",
                arguments: [id?.rawValue ?? "", limit]
            ).map { try CanonicalJSON.decode(Agreement.self, from: $0) }
        }
    }

    public func stateCounts(of workflow: String?, within regions: [String]) async throws -> [StateCount] {
        try await read { db in
            var filter = Filter()
            filter.add("workflow = ?", workflow)
            filter.add(within: regions)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT workflow, structure, state, count(*) FROM listing INDEXED BY listing_workflow\
                    \(filter.clause) GROUP BY workflow, structure, state
                    """, arguments: filter.arguments)
            return rows.map { StateCount(workflow: $0[0], structure: $0[1], state: $0[2], agreements: $0[3]) }
        }
    }

    public func size() async throws -> Int64 {
        try await read { db in
            try Int64.fetchOne(db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0
        }
    }

    public func awaitedCounts(within regions: [String]) async throws -> [AwaitedRequirement: Int] {
        try await read { db in
            var filter = Filter()
            filter.add("awaiting <> ?", "")
            filter.add(within: regions)
            let rows = try Row.fetchAll(
                db, sql: "SELECT awaiting, count(*) AS count FROM listing\(filter.clause) GROUP BY awaiting",
                arguments: filter.arguments)
            return rows.reduce(into: [:]) { counts, row in
                for requirement in AwaitedIndex.requirements(in: row["awaiting"]) {
                    counts[requirement, default: 0] += row["count"]
                }
            }
        }
    }

    public func events(_ query: EventQuery) async throws -> [Event] {
        try await read { db in
            var filter = Filter()
            filter.add("subject = ?", query.subject?.name)
            filter.add("seq > ?", query.after)
            filter.add("version <= ?", query.untilVersion)
            filter.add("type = ?", query.type?.rawValue)
            filter.add(within: query.within)
            return try Data.fetchAll(
                db, sql: "SELECT body FROM event\(filter.clause) ORDER BY seq LIMIT ?",
                arguments: filter.arguments + [query.limit]
            ).map { try CanonicalJSON.decode(Event.self, from: $0) }
        }
    }

    public func chain(after seq: Int64, limit: Int) async throws -> [ChainLink] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT seq, body, hash FROM event WHERE seq > ? ORDER BY seq LIMIT ?",
                arguments: [seq, limit]
            ).map { ChainLink(seq: $0["seq"], body: $0["body"], hash: $0["hash"]) }
        }
    }

    public func head() async throws -> ChainLink? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT seq, body, hash FROM event ORDER BY seq DESC LIMIT 1")
                .map { ChainLink(seq: $0["seq"], body: $0["body"], hash: $0["hash"]) }
        }
    }

    public func idempotent(_ key: IdempotencyKey) async throws -> IdempotentResult? {
        try await read { db in
            let stored = try db.cachedStatement(sql: "SELECT result FROM idempotency WHERE owner = ? AND key = ?")
            return try String.fetchOne(stored, arguments: [key.owner, key.key])
                .map { try CanonicalJSON.decode(IdempotentResult.self, from: $0) }
        }
    }

    // MARK: Rules

    public func storeWorkflow(_ text: WorkflowText) async throws {
        try await commits.write { db in
            try db.execute(
                sql: """
                    INSERT INTO workflow (structure, policy, id, text, loaded_at) VALUES (?, ?, ?, ?, ?) \
                    ON CONFLICT (structure, policy) DO UPDATE SET loaded_at = excluded.loaded_at
                    """,
                arguments: [text.structure, text.policy, text.id, text.text, text.loadedAt.milliseconds])
        }
    }

    public func workflowTexts() async throws -> [WorkflowText] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM workflow ORDER BY loaded_at, id, policy").map { row in
                WorkflowText(
                    id: row["id"], structure: row["structure"], policy: row["policy"], text: row["text"],
                    loadedAt: Instant(milliseconds: row["loaded_at"]))
            }
        }
    }

    public func holidayFiles() async throws -> [HolidayFile] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM holiday_file ORDER BY name").map { row in
                HolidayFile(
                    name: row["name"], csv: row["csv"], acceptedAt: Instant(milliseconds: row["accepted_at"]),
                    acceptedBy: try CanonicalJSON.decode(Actor.self, from: row["accepted_by"] as String))
            }
        }
    }

    static func save(_ file: HolidayFile, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO holiday_file (name, csv, accepted_at, accepted_by) VALUES (?, ?, ?, ?) \
                ON CONFLICT (name) DO UPDATE SET csv = excluded.csv, accepted_at = excluded.accepted_at, \
                accepted_by = excluded.accepted_by
                """,
            arguments: [file.name, file.csv, file.acceptedAt.milliseconds, CanonicalJSON.text(file.acceptedBy)])
    }

    public func note(_ name: String) async throws -> String? {
        try await read { try SQLiteLedger.note(name, $0) }
    }

    public func setNote(_ name: String, to value: String) async throws {
        try await commits.write { try SQLiteLedger.setNote(name, to: value, $0) }
    }

    public func rulesDigest() async throws -> String? { try await note(SQLiteLedger.rulesNote) }

    static let rulesNote = "rules"

    static func note(_ name: String, _ db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT value FROM note WHERE name = ?"), arguments: [name])
    }

    static func setNote(_ name: String, to value: String, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO note (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [name, value])
    }
}
