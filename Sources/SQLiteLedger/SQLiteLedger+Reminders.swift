public import Agreements
public import Calendars
import Documents
import GRDB
public import Ledger

extension SQLiteLedger {
    public func reminders(_ query: ReminderQuery) async throws -> [Reminder] {
        try await read { db in
            var filter = Filter()
            filter.add("recipient <> ?", Role.system.rawValue)
            filter.add("agreement = ?", query.agreement?.rawValue)
            filter.add("state", in: query.states.map(\.rawValue))
            filter.add("due_at >= ?", query.from?.milliseconds)
            filter.add("due_at <= ?", query.to?.milliseconds)
            filter.add(within: query.within)
            filter.add("recipient = ?", query.recipient?.rawValue)
            filter.add(within: query.region.map { [$0] } ?? [])
            if let after = query.after {
                filter.add("(due_at, id) > ((SELECT due_at FROM reminder WHERE id = ?), ?)", after, after)
            }
            return try Reminder.fetch(
                db.makeStatement(
                    sql: "SELECT \(Reminder.columns) FROM reminder\(filter.clause) ORDER BY due_at, id LIMIT ?"),
                filter.arguments + [query.limit])
        }
    }

    public func liveReminders(of agreement: Agreement.ID) async throws -> [Reminder] {
        try await read { db in
            try Reminder.fetch(
                db.cachedStatement(
                    sql: "SELECT \(Reminder.columns) FROM reminder WHERE agreement = ? AND state <> 'superseded'"),
                [agreement.rawValue])
        }
    }

    public func reminder(_ id: String) async throws -> Reminder? {
        try await read { db in
            try Reminder.fetch(db.cachedStatement(sql: "SELECT \(Reminder.columns) FROM reminder WHERE id = ?"), [id])
                .first
        }
    }

    public func dueReminders(at now: Instant, limit: Int) async throws -> [DueReminders] {
        try await read { db in
            let waiting = try SQLiteLedger.agreementsWaiting(since: now, limit: limit, db)
            if waiting.isEmpty { return [] }
            // All of an agreement that is due, since the older of a deadline give way to its newest. Only index entries of
            // others are looked at, never their rows.
            let due = try Reminder.fetch(
                db.cachedStatement(
                    sql: """
                        SELECT \(Reminder.columns) FROM reminder INDEXED BY reminder_due \
                        WHERE state IN ('planned', 'snoozed') AND due_at <= ? \
                        AND agreement IN (SELECT value FROM json_each(?)) ORDER BY due_at, key
                        """), [now.milliseconds, CanonicalJSON.text(waiting)])
            let groups = Dictionary(grouping: due, by: \.agreement.rawValue)
            let about = try db.cachedStatement(
                sql: """
                    SELECT title, version, structure, \
                    (SELECT people FROM runway WHERE agreement = id ORDER BY year DESC LIMIT 1), \
                    (SELECT shortfall FROM runway WHERE agreement = id ORDER BY year DESC LIMIT 1) \
                    FROM agreement WHERE id = ?
                    """)
            return try waiting.compactMap { id in
                guard let row = try Row.fetchOne(about, arguments: [id]) else { return nil }
                return DueReminders(
                    agreement: .init(rawValue: id), title: row[0], version: row[1], structure: row[2],
                    harm: Harm(people: row[3] ?? 0, rupiah: row[4] ?? 0), reminders: groups[id] ?? [])
            }
        }
    }

    /// The agreements that have something due, those that have waited longest first.
    private static func agreementsWaiting(since now: Instant, limit: Int, _ db: Database) throws -> [String] {
        let waiting = try String.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT agreement FROM reminder INDEXED BY reminder_due \
                    WHERE state IN ('planned', 'snoozed') AND due_at <= ? ORDER BY due_at, agreement
                    """), arguments: [now.milliseconds])
        var agreements: [String] = []
        var seen: Set<String> = []
        while agreements.count < limit, let agreement = try waiting.next() {
            if seen.insert(agreement).inserted { agreements.append(agreement) }
        }
        return agreements
    }

    public func nextReminderDue() async throws -> Instant? {
        try await read { db in
            try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT min(due_at) FROM reminder WHERE state IN ('planned', 'snoozed')")
            ).map { Instant(milliseconds: $0) }
        }
    }

    public func reminderRows(after id: String?, limit: Int) async throws -> [Reminder] {
        try await read { db in
            try Reminder.fetch(
                db.cachedStatement(sql: "SELECT \(Reminder.columns) FROM reminder WHERE id > ? ORDER BY id LIMIT ?"),
                [id ?? "", limit])
        }
    }

    public func reminderCounts() async throws -> ReminderCounts {
        try await read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT state, count(*) FROM reminder WHERE recipient <> ? GROUP BY state",
                arguments: [Role.system.rawValue])
            var counts = ReminderCounts()
            while let row = try rows.next() {
                let count: Int = row[1]
                counts.planned += count
                // A state that nobody knows accounts for nothing.
                if let state = Reminder.State(rawValue: row[0]) { counts.byState[state] = count }
            }
            return counts
        }
    }
}
