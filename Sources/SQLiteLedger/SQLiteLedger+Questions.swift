public import Agreements
public import Calendars
import Documents
import Foundation
import GRDB
public import Ledger

extension SQLiteLedger {
    public func expiring(
        from: Day, until: Day, within regions: [String], after: DayCursor?, limit: Int
    ) async throws -> [ExpiringRow] {
        try await read { db in
            var filter = Filter(renewalsFrom: from, until: until, within: regions)
            if let after {
                filter.add("(due_on, work.agreement) > (?, ?)", after.day.sortable, after.agreement.rawValue)
            }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT work.agreement, agreement.ref, agreement.title, work.region, due_on, people FROM work \
                    JOIN agreement ON agreement.id = work.agreement\(filter.clause) \
                    ORDER BY due_on, work.agreement LIMIT ?
                    """, arguments: filter.arguments + [limit]
            ).compactMap { row in
                Day(row[4] as String).map {
                    ExpiringRow(
                        agreement: .init(rawValue: row[0]), ref: row[1], title: row[2], region: row[3], endsOn: $0,
                        people: row[5])
                }
            }
        }
    }

    public func expiringCount(
        from: Day, until: Day, within regions: [String]
    ) async throws -> (papers: Int, people: Int64) {
        try await read { db in
            let filter = Filter(renewalsFrom: from, until: until, within: regions)
            let row = try Row.fetchOne(
                db, sql: "SELECT count(*), total(people) FROM work\(filter.clause)", arguments: filter.arguments)
            return row.map { ($0[0], Int64(sum: $0[1])) } ?? (0, 0)
        }
    }

    public func waiting(
        role: Role?, within regions: [String], after: DayCursor?, limit: Int
    ) async throws -> [WaitingRow] {
        try await read { db in
            var filter = Filter()
            filter.add("key = 'step'")
            filter.add("role = ?", role?.rawValue)
            filter.add(within: regions)
            if let after { filter.add("(due_on, agreement) > (?, ?)", after.day.sortable, after.agreement.rawValue) }
            // An agreement's rows stand side by side, so that of each the first is enough.
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT agreement, due_on, (SELECT snapshot FROM agreement WHERE id = work.agreement), \
                    (SELECT group_concat(role) FROM work AS step WHERE step.agreement = work.agreement \
                    AND step.key = 'step') FROM work INDEXED BY work_step\(filter.clause) \
                    GROUP BY due_on, agreement ORDER BY due_on, agreement LIMIT ?
                    """, arguments: filter.arguments + [limit])
            return try rows.map { row in
                WaitingRow(
                    agreement: try CanonicalJSON.decode(Agreement.self, from: row[2] as Data),
                    roles: (row[3] as String).split(separator: ",").compactMap { Role(rawValue: String($0)) },
                    deadline: Day(row[1] as String))
            }
        }
    }

    public func lastTold(of agreements: [Agreement.ID]) async throws -> [Agreement.ID: [Reminder]] {
        try await read { db in
            let told = try db.cachedStatement(
                sql: """
                    SELECT \(Reminder.columns) FROM reminder WHERE agreement = ? AND sent_at IS NOT NULL \
                    AND recipient <> 'system' ORDER BY due_at DESC, id DESC LIMIT 30
                    """)
            return try agreements.reduce(into: [:]) { all, id in
                var seen: Set<Role> = []
                all[id] = try Reminder.fetch(told, [id.rawValue]).filter { seen.insert($0.recipient).inserted }
            }
        }
    }

    public func findingCounts(within regions: [String]) async throws -> [String: Int] {
        try await read { db in
            var filter = Filter()
            filter.add(within: regions)
            let rows = try Row.fetchAll(
                db, sql: "SELECT code, count(*) FROM finding\(filter.clause) GROUP BY code", arguments: filter.arguments
            )
            return .init(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }
    }

    public func findings(
        code: String, within regions: [String], after: FindingRow.Cursor?, limit: Int
    ) async throws -> [FindingRow] {
        try await read { db in
            var filter = Filter()
            filter.add("code = ?", code)
            filter.add(within: regions, in: "finding.region")
            if let after {
                let parts = after.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
                filter.add("(agreement, key) > (?, ?)", String(parts[0]), String(parts.dropFirst().first ?? ""))
            }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT agreement, ref, title, finding.region, record FROM finding JOIN agreement ON id = agreement\
                    \(filter.clause) ORDER BY agreement, key LIMIT ?
                    """, arguments: filter.arguments + [limit]
            ).map { row in
                FindingRow(
                    agreement: .init(rawValue: row[0]), ref: row[1], title: row[2], region: row[3],
                    finding: try CanonicalJSON.decode(Finding.self, from: row[4] as String))
            }
        }
    }

    public func pendingSignatories(within regions: [String]) async throws -> [PendingSignatory] {
        try await read { db in
            var filter = Filter()
            filter.add(within: regions, in: "signatory.region")
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT agreement, ref, title, signatory.region, party, side, name, office FROM signatory \
                    JOIN agreement ON id = agreement\(filter.clause) ORDER BY agreement, party
                    """, arguments: filter.arguments
            ).compactMap { row in
                Party.Side(rawValue: row[5]).map {
                    PendingSignatory(
                        agreement: .init(rawValue: row[0]), ref: row[1], title: row[2], region: row[3], party: row[4],
                        side: $0, name: row[6], office: row[7])
                }
            }
        }
    }

    public func budgetRevisions(since: Instant, within regions: [String], limit: Int) async throws -> [Event] {
        try await read { db in
            var filter = Filter()
            filter.add(within: regions)
            filter.add("type = 'funding.revised'")
            let bodies = try Data.fetchCursor(
                db,
                sql: "SELECT body FROM event INDEXED BY event_revised\(filter.clause) ORDER BY seq DESC LIMIT ?",
                arguments: filter.arguments + [limit])
            var events: [Event] = []
            while let body = try bodies.next() {
                let event = try CanonicalJSON.decode(Event.self, from: body)
                if event.recordedAt < since { break }
                events.append(event)
            }
            return events
        }
    }

    public func budgetRevisionCount(since: Instant, within regions: [String]) async throws -> Int {
        try await read { db in
            var filter = Filter()
            filter.add(within: regions)
            filter.add("type = 'funding.revised'")
            return try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM (SELECT json_extract(CAST(body AS TEXT), '$.recorded_at') AS at FROM event \
                    INDEXED BY event_revised\(filter.clause) ORDER BY seq DESC LIMIT 500) WHERE at >= ?
                    """, arguments: filter.arguments + [since.description]) ?? 0
        }
    }

    public func troubledReminders(
        since: Instant, within regions: [String], limit: Int
    ) async throws -> [Reminder] {
        try await read { db in
            var filter = Filter()
            filter.add("(state = 'missed' OR instead_of <> '') AND due_at >= ?", since.milliseconds)
            filter.add(within: regions)
            return try Reminder.fetch(
                db.makeStatement(
                    sql: """
                        SELECT \(Reminder.columns) FROM reminder INDEXED BY reminder_trouble\(filter.clause) \
                        AND (state = 'missed' OR sent_at IS NOT NULL) AND recipient <> 'system' \
                        ORDER BY due_at DESC LIMIT ?
                        """), filter.arguments + [limit])
        }
    }
}

extension Filter {
    /// Papers that end and are not followed, each once though two offices must see to it.
    fileprivate init(renewalsFrom from: Day, until: Day, within regions: [String]) {
        self.init()
        add("key = 'renewal' AND NOT is_followed AND role = ?", Role.coordinator.rawValue)
        add("due_on >= ?", from.description)
        add("due_on <= ?", until.description)
        add(within: regions, in: "work.region")
    }
}
