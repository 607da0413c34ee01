import Agreements
public import Calendars
import Documents
import Foundation
import GRDB
public import Ledger

/// Deliveries of one lane (an agreement) to one endpoint go one after the other: the first is `pending`, those behind
/// it are `waiting`, and the end of one makes the next pending.
extension SQLiteLedger {
    static func save(_ endpoint: WebhookEndpoint, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO endpoint (id, enabled, record) VALUES (?, ?, ?) \
                ON CONFLICT (id) DO UPDATE SET enabled = excluded.enabled, record = excluded.record
                """, arguments: [endpoint.id, endpoint.enabled, CanonicalJSON.text(endpoint)])
        if endpoint.enabled {
            try db.execute(
                sql: """
                    UPDATE delivery SET state = CASE WHEN EXISTS (SELECT 1 FROM delivery AS earlier \
                    WHERE earlier.endpoint = delivery.endpoint AND earlier.lane = delivery.lane \
                    AND earlier.seq < delivery.seq AND earlier.state IN ('waiting', 'pending', 'in_flight', 'held')) \
                    THEN 'waiting' ELSE 'pending' END WHERE endpoint = ? AND state = 'held'
                    """, arguments: [endpoint.id])
        } else {
            try db.execute(
                sql: "UPDATE delivery SET state = 'held' WHERE endpoint = ? AND state IN ('pending', 'waiting')",
                arguments: [endpoint.id])
        }
    }

    static func delete(endpoint id: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM endpoint WHERE id = ?", arguments: [id])
        guard db.changesCount == 1 else { throw LedgerError.notFound(id) }
        try db.execute(
            sql: """
                UPDATE delivery SET state = 'failed', last_error = 'endpoint deleted' \
                WHERE endpoint = ? AND state IN ('pending', 'waiting', 'held')
                """, arguments: [id])
    }

    /// Nothing is kept for an endpoint that is gone; what one that is switched off would get is held.
    static func insert(_ delivery: Delivery, _ db: Database) throws {
        let state = try db.cachedStatement(sql: "SELECT enabled FROM endpoint WHERE id = ?")
        guard let isEnabled = try Bool.fetchOne(state, arguments: [delivery.endpoint]) else { return }
        try db.cachedStatement(
            sql: """
                INSERT INTO delivery (id, endpoint, event_id, event_type, seq, lane, payload, state, attempts, due_at, \
                created_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, CASE WHEN ?8 <> 'pending' THEN ?8 WHEN EXISTS (SELECT 1 \
                FROM delivery WHERE endpoint = ?2 AND lane = ?6 AND state IN ('waiting', 'pending', 'in_flight', 'held')) \
                THEN 'waiting' ELSE 'pending' END, 0, ?9, ?10
                """
        ).execute(arguments: [
            delivery.id, delivery.endpoint, delivery.eventID.rawValue, delivery.eventType, delivery.seq, delivery.lane,
            delivery.payload, (isEnabled ? Delivery.State.pending : .held).rawValue, delivery.dueAt.milliseconds,
            delivery.createdAt.milliseconds,
        ])
    }

    public func endpoints() async throws -> [WebhookEndpoint] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT record FROM endpoint ORDER BY id")
                .map { try CanonicalJSON.decode(WebhookEndpoint.self, from: $0) }
        }
    }

    public func nextDeliveryDue(to endpoint: String) async throws -> Instant? {
        try await read { db in
            let next = try db.cachedStatement(
                sql: "SELECT min(due_at) FROM delivery WHERE endpoint = ? AND state = 'pending'")
            return try Int64.fetchOne(next, arguments: [endpoint]).map { Instant(milliseconds: $0) }
        }
    }

    public func claimDeliveries(to endpoint: String, at now: Instant, limit: Int) async throws -> [Delivery] {
        try await commits.write { db in
            let due = try db.cachedStatement(
                sql: """
                    SELECT * FROM delivery WHERE endpoint = ? AND state = 'pending' AND due_at <= ? ORDER BY due_at LIMIT ?
                    """)
            let mark = try db.cachedStatement(
                sql: "UPDATE delivery SET state = 'in_flight', attempts = attempts + 1 WHERE id = ?")
            let begin = try db.cachedStatement(
                sql: "INSERT INTO attempt (delivery, number, started_at) VALUES (?, ?, ?)")
            return try Delivery.fetch(due, [endpoint, now.milliseconds, limit]).map { delivery in
                var delivery = delivery
                delivery.state = .inFlight
                delivery.attempts += 1
                try mark.execute(arguments: [delivery.id])
                try begin.execute(arguments: [delivery.id, delivery.attempts, now.milliseconds])
                return delivery
            }
        }
    }

    public func settle(_ settlement: Settlement) async throws {
        try await commits.write { db in
            let attempt = settlement.attempt
            try db.cachedStatement(
                sql: """
                    UPDATE attempt SET finished_at = ?, status = ?, error = ?, excerpt = ?, address = ? \
                    WHERE delivery = ? AND number = ?
                    """
            ).execute(arguments: [
                attempt.finishedAt?.milliseconds, attempt.status, attempt.error, attempt.excerpt, attempt.address,
                attempt.delivery, attempt.number,
            ])
            let (state, dueAt): (Delivery.State, Int64?) =
                switch settlement.next {
                case .delivered: (.delivered, nil)
                case .retry(let at): (.pending, at.milliseconds)
                case .failed: (.failed, nil)
                case .held: (.held, nil)
                }
            // Only the attempt that is in flight may settle a delivery; a late answer to an older one may not.
            try db.cachedStatement(
                sql: """
                    UPDATE delivery SET state = ?, due_at = coalesce(?, due_at), last_status = ?, last_error = ? \
                    WHERE id = ? AND state = 'in_flight' AND attempts = ?
                    """
            ).execute(arguments: [
                state.rawValue, dueAt, attempt.status, attempt.error, attempt.delivery, attempt.number,
            ])
            guard db.changesCount == 1, state == .delivered || state == .failed else { return }
            try db.cachedStatement(
                sql: """
                    UPDATE delivery SET state = 'pending' WHERE id = (SELECT next.id FROM delivery AS next \
                    JOIN delivery AS done ON done.id = ? WHERE next.endpoint = done.endpoint AND next.lane = done.lane \
                    AND next.state = 'waiting' ORDER BY next.seq LIMIT 1)
                    """
            ).execute(arguments: [attempt.delivery])
        }
    }

    public func recoverDeliveries(at now: Instant) async throws -> Int {
        try await commits.write { db in
            try db.execute(
                sql: """
                    UPDATE attempt SET error = 'unknown outcome: the daemon stopped' WHERE finished_at IS NULL \
                    AND delivery IN (SELECT id FROM delivery WHERE state = 'in_flight')
                    """)
            try db.execute(
                sql: "UPDATE delivery SET state = 'pending', due_at = ? WHERE state = 'in_flight'",
                arguments: [now.milliseconds])
            return db.changesCount
        }
    }

    public func deliveries(_ query: DeliveryQuery) async throws -> [Delivery] {
        try await read { db in
            var conditions: [String] = ["true"]
            var arguments = StatementArguments()
            if let endpoint = query.endpoint {
                conditions.append("endpoint = ?")
                arguments += [endpoint]
            }
            if let subject = query.subject {
                conditions.append("lane = ?")
                arguments += [subject.name]
            }
            if let after = query.after {
                conditions.append("id > ?")
                arguments += [after]
            }
            let statement = try db.makeStatement(
                sql: "SELECT * FROM delivery WHERE \(conditions.joined(separator: " AND ")) ORDER BY id LIMIT ?")
            return try Delivery.fetch(statement, arguments + [query.limit])
        }
    }

    public func attempts(of delivery: String) async throws -> [Attempt] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM attempt WHERE delivery = ? ORDER BY number", arguments: [delivery]
            ).map { row in
                Attempt(
                    delivery: row["delivery"], number: row["number"],
                    startedAt: Instant(milliseconds: row["started_at"]),
                    finishedAt: (row["finished_at"] as Int64?).map { Instant(milliseconds: $0) }, status: row["status"],
                    error: row["error"], excerpt: row["excerpt"], address: row["address"])
            }
        }
    }

    public func deliveryCounts() async throws -> [Delivery.State: Int] {
        try await read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT state, count(*) AS count FROM delivery GROUP BY state")
            return .init(
                rows.compactMap { row in Delivery.State(rawValue: row["state"]).map { ($0, row["count"]) } }
            ) { $1 }
        }
    }
}

extension Delivery {
    static func fetch(_ statement: Statement, _ arguments: StatementArguments) throws -> [Delivery] {
        try Row.fetchAll(statement, arguments: arguments).map { row in
            Delivery(
                id: row["id"], endpoint: row["endpoint"], eventID: .init(rawValue: row["event_id"]),
                eventType: row["event_type"], seq: row["seq"], lane: row["lane"], payload: row["payload"],
                state: State(rawValue: row["state"]) ?? .failed, attempts: row["attempts"],
                dueAt: Instant(milliseconds: row["due_at"]), createdAt: Instant(milliseconds: row["created_at"]),
                lastStatus: row["last_status"], lastError: row["last_error"])
        }
    }
}
