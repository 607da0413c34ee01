public import Agreements
public import Calendars
import Documents
import Foundation
import GRDB
public import Ledger

/// Deliveries of one lane (an agreement) to one endpoint go one after the other: the first is `pending`, those behind
/// it are `waiting`, and the end of one makes the next pending.
///
/// Where only one of the open states is meant, the others are named as well: SQLite finds the partial index `delivery_lane`
/// by its very words, and would else read an endpoint's whole past.
extension SQLiteLedger {
    static func insert(_ outbox: Outbox, of event: Event, _ db: Database) throws {
        for delivery in outbox.deliveries { try insert(delivery, db) }
        guard !outbox.notSent.isEmpty else { return }
        try db.cachedStatement(sql: "INSERT INTO not_sent (seq, reasons) VALUES (?, ?)")
            .execute(arguments: [event.seq, CanonicalJSON.text(outbox.notSent)])
    }

    /// Nothing is kept for an endpoint that is gone; what one that is switched off would get is held.
    static func insert(_ delivery: Delivery, _ db: Database) throws {
        let state = try db.cachedStatement(sql: "SELECT enabled FROM endpoint WHERE id = ?")
        guard let isEnabled = try Bool.fetchOne(state, arguments: [delivery.endpoint]) else { return }
        try db.cachedStatement(
            sql: """
                INSERT INTO delivery (id, endpoint, event_id, event_type, seq, lane, payload, state, attempts, due_at, \
                created_at, format, replay) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, CASE WHEN ?8 <> 'pending' THEN ?8 \
                WHEN EXISTS (SELECT 1 FROM delivery WHERE endpoint = ?2 AND lane = ?6 \
                AND state IN ('waiting', 'pending', 'in_flight', 'held')) THEN 'waiting' ELSE 'pending' END, \
                0, ?9, ?10, ?11, ?12
                """
        ).execute(arguments: [
            delivery.id, delivery.endpoint, delivery.eventID.rawValue, delivery.eventType, delivery.seq, delivery.lane,
            delivery.payload, (isEnabled ? Delivery.State.pending : .held).rawValue, delivery.dueAt.milliseconds,
            delivery.createdAt.milliseconds, delivery.format.rawValue, delivery.replay,
        ])
    }

    public func settle(
        _ settlements: [Settlement], health: [String: EndpointHealth], claiming claims: [DeliveryClaim], at now: Instant
    ) async throws -> ClaimedDeliveries {
        try await commits.write { db in
            for settlement in settlements { try SQLiteLedger.settle(settlement, db) }
            for (endpoint, health) in health {
                try db.cachedStatement(sql: "UPDATE endpoint SET health = ? WHERE id = ?")
                    .execute(arguments: [CanonicalJSON.text(health), endpoint])
            }
            return try SQLiteLedger.claim(claims, at: now, db)
        }
    }

    private static func claim(
        _ claims: [DeliveryClaim], at now: Instant, _ db: Database
    ) throws -> ClaimedDeliveries {
        let due = try db.cachedStatement(
            sql: """
                SELECT * FROM delivery WHERE endpoint = ? AND state = 'pending' AND due_at <= ? \
                ORDER BY due_at, seq LIMIT ?
                """)
        let mark = try db.cachedStatement(
            sql: "UPDATE delivery SET state = 'in_flight', attempts = attempts + 1, tries = tries + 1 WHERE id = ?")
        let begin = try db.cachedStatement(
            sql: "INSERT INTO attempt (delivery, number, started_at) VALUES (?, ?, ?)")
        let next = try db.cachedStatement(
            sql: "SELECT min(due_at) FROM delivery WHERE endpoint = ? AND state = 'pending'")
        var claimed = ClaimedDeliveries()
        for claim in claims {
            for var delivery in try Delivery.fetch(due, [claim.endpoint, now.milliseconds, claim.limit]) {
                delivery.state = .inFlight
                delivery.attempts += 1
                delivery.tries += 1
                try mark.execute(arguments: [delivery.id])
                try begin.execute(arguments: [delivery.id, delivery.attempts, now.milliseconds])
                claimed.deliveries.append(delivery)
            }
            claimed.nextDue[claim.endpoint] = try Int64.fetchOne(next, arguments: [claim.endpoint]).map {
                Instant(milliseconds: $0)
            }
        }
        return claimed
    }

    private static func settle(_ settlement: Settlement, _ db: Database) throws {
        let attempt = settlement.attempt
        try db.cachedStatement(
            sql: """
                UPDATE attempt SET finished_at = ?, status = ?, error = ?, excerpt = ?, address = ?, timings = ? \
                WHERE delivery = ? AND number = ?
                """
        ).execute(arguments: [
            attempt.finishedAt?.milliseconds, attempt.status, attempt.error, attempt.excerpt, attempt.address,
            attempt.timings.map(\.text), attempt.delivery, attempt.number,
        ])
        let (state, dueAt, uncounted): (Delivery.State, Int64?, Int) =
            switch settlement.next {
            case .delivered: (.delivered, nil, 0)
            case .retry(let at): (.pending, at.milliseconds, 0)
            case .postponed(let until): (.pending, until.milliseconds, 1)
            case .failed: (.failed, nil, 0)
            }
        // Only the attempt that is in flight may settle a delivery; a late answer to an older one may not. What has
        // been switched off meanwhile is held, and what nobody wants any more has failed.
        try db.cachedStatement(
            sql: """
                UPDATE delivery SET state = CASE WHEN ?1 <> 'pending' THEN ?1 ELSE coalesce((SELECT CASE WHEN enabled \
                THEN 'pending' ELSE 'held' END FROM endpoint WHERE endpoint.id = delivery.endpoint), 'failed') END, due_at = coalesce(?2, due_at), \
                tries = tries - ?3, last_status = ?4, last_error = ?5 \
                WHERE id = ?6 AND state = 'in_flight' AND attempts = ?7
                """
        ).execute(arguments: [
            state.rawValue, dueAt, uncounted, attempt.status, attempt.error, attempt.delivery, attempt.number,
        ])
        if db.changesCount == 1, state == .delivered || state == .failed {
            try SQLiteLedger.releaseNext(after: attempt.delivery, db)
        }
    }

    /// The end of one makes the next of its lane pending.
    private static func releaseNext(after delivery: String, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE delivery SET state = 'pending' WHERE id = (SELECT next.id FROM delivery AS next \
                JOIN delivery AS done ON done.id = ? WHERE next.endpoint = done.endpoint AND next.lane = done.lane \
                AND next.state IN ('waiting', 'pending', 'in_flight', 'held') AND next.state = 'waiting' \
                ORDER BY next.seq LIMIT 1) AND NOT EXISTS (SELECT 1 FROM delivery AS open \
                WHERE open.endpoint = delivery.endpoint AND open.lane = delivery.lane \
                AND open.state IN ('waiting', 'pending', 'in_flight', 'held') \
                AND open.state IN ('pending', 'in_flight'))
                """
        ).execute(arguments: [delivery])
    }

    public func recoverDeliveries(at now: Instant) async throws -> Int {
        try await commits.write { db in
            try db.execute(
                sql: """
                    UPDATE attempt SET error = 'unknown outcome: the daemon stopped' WHERE finished_at IS NULL \
                    AND delivery IN (SELECT id FROM delivery WHERE state = 'in_flight')
                    """)
            try db.execute(
                sql: """
                    UPDATE delivery SET due_at = ?, state = coalesce((SELECT CASE WHEN enabled THEN 'pending' \
                    ELSE 'held' END FROM endpoint WHERE endpoint.id = delivery.endpoint), 'failed') \
                    WHERE state = 'in_flight'
                    """, arguments: [now.milliseconds])
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
            if let seq = query.seq {
                conditions.append("seq = ?")
                arguments += [seq]
            }
            if !query.states.isEmpty {
                // In the text itself, and as an equation, so that an index of one state serves it.
                conditions.append("(" + query.states.map { "state = '\($0.rawValue)'" }.joined(separator: " OR ") + ")")
            }
            let (beyond, order) = query.isNewestFirst ? ("<", "id DESC") : (">", "id")
            if let after = query.after {
                conditions.append("id \(beyond) ?")
                arguments += [after]
            }
            let statement = try db.makeStatement(
                sql: "SELECT * FROM delivery WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) LIMIT ?")
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
                    error: row["error"], excerpt: row["excerpt"], address: row["address"],
                    timings: (row["timings"] as String?).flatMap {
                        try? CanonicalJSON.decode(Attempt.Timings.self, from: $0)
                    })
            }
        }
    }

    public func deliveryCounts() async throws -> [Delivery.State: Int] {
        try await counts(where: "true", [])
    }

    public func deliveryCounts(of endpoint: String) async throws -> [Delivery.State: Int] {
        try await counts(where: "endpoint = ?", [endpoint])
    }

    private func counts(
        where condition: String, _ arguments: StatementArguments
    ) async throws -> [Delivery.State: Int] {
        try await read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT state, count(*) AS count FROM delivery WHERE \(condition) GROUP BY state",
                arguments: arguments)
            return .init(
                rows.compactMap { row in Delivery.State(rawValue: row["state"]).map { ($0, row["count"]) } }
            ) { $1 }
        }
    }

    public func triedInVain(
        _ endpoint: String, since: Instant, limit: Int
    ) async throws -> (count: Int, over: Duration) {
        try await read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) AS count, max(at) - min(at) AS span FROM (SELECT max(attempt.started_at) AS at \
                    FROM delivery JOIN attempt ON attempt.delivery = delivery.id WHERE delivery.endpoint = ? \
                    AND delivery.state <> 'delivered' AND attempt.started_at >= ? GROUP BY delivery.id LIMIT ?)
                    """, arguments: [endpoint, since.milliseconds, limit])
            return (row?["count"] ?? 0, .milliseconds(row?["span"] as Int64? ?? 0))
        }
    }

    public func unknownAttempts(
        of endpoints: [String], since: Instant?, before: UnknownAttempt.Cursor?, limit: Int
    ) async throws -> [UnknownAttempt] {
        try await read { db in
            let marks = endpoints.map { _ in "?" }.joined(separator: ", ")
            let end = before ?? UnknownAttempt.Cursor(startedAt: Instant(milliseconds: .max), delivery: "")
            var arguments: StatementArguments = [
                since?.milliseconds ?? 0, end.startedAt.milliseconds, end.delivery,
            ]
            arguments += StatementArguments(endpoints)
            arguments += [limit]
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT delivery.*, attempt.number AS number, attempt.started_at AS started_at FROM attempt \
                    JOIN delivery ON delivery.id = attempt.delivery WHERE attempt.finished_at IS NULL \
                    AND attempt.error IS NOT NULL AND attempt.started_at >= ? \
                    AND (attempt.started_at, attempt.delivery) < (?, ?) AND delivery.endpoint IN (\(marks)) \
                    ORDER BY attempt.started_at DESC, attempt.delivery DESC LIMIT ?
                    """, arguments: arguments)
            return rows.map { row in
                UnknownAttempt(
                    delivery: Delivery(row), number: row["number"], startedAt: Instant(milliseconds: row["started_at"]))
            }
        }
    }

    public func undelivered(of endpoints: [String], limit: Int) async throws -> [String: UndeliveredCount] {
        try await read { db in
            let open = try db.makeStatement(
                sql: """
                    SELECT count(*) FROM (SELECT 1 FROM delivery INDEXED BY delivery_lane WHERE endpoint = ? \
                    AND state IN ('waiting', 'pending', 'in_flight', 'held') LIMIT ?)
                    """)
            let failed = try db.makeStatement(
                sql: """
                    SELECT count(*) FROM (SELECT 1 FROM delivery INDEXED BY delivery_failed WHERE endpoint = ? \
                    AND state = 'failed' LIMIT ?)
                    """)
            var counts: [String: UndeliveredCount] = [:]
            for endpoint in endpoints {
                counts[endpoint] = UndeliveredCount(
                    open: try Int.fetchOne(open, arguments: [endpoint, limit]) ?? 0,
                    failed: try Int.fetchOne(failed, arguments: [endpoint, limit]) ?? 0)
            }
            return counts
        }
    }

    public func openDeliveries(of endpoint: String, limit: Int) async throws -> Int {
        try await read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM (SELECT 1 FROM delivery INDEXED BY delivery_lane WHERE endpoint = ? \
                    AND state IN ('waiting', 'pending', 'in_flight', 'held') LIMIT ?)
                    """, arguments: [endpoint, limit]) ?? 0
        }
    }

    public func seq(of event: Event.ID) async throws -> Int64? {
        try await read { db in
            try Int64.fetchOne(
                db, sql: "SELECT seq FROM delivery WHERE event_id = ? LIMIT 1", arguments: [event.rawValue])
        }
    }

    public func notSent(_ seq: Int64) async throws -> [String: String] {
        try await read { db in
            try String.fetchOne(db, sql: "SELECT reasons FROM not_sent WHERE seq = ?", arguments: [seq])
                .map { try CanonicalJSON.decode([String: String].self, from: $0) } ?? [:]
        }
    }

    public func deliveryFeed(
        of endpoint: String, after seq: Int64, since: Instant?, limit: Int
    ) async throws -> [Delivery] {
        try await read { db in
            try Delivery.fetch(
                try db.cachedStatement(
                    sql: """
                        SELECT * FROM delivery WHERE endpoint = ? AND seq > ? AND created_at >= ? ORDER BY seq LIMIT ?
                        """), [endpoint, seq, since?.milliseconds ?? 0, limit])
        }
    }

    public func acknowledge(_ deliveries: [String], of endpoint: String, at now: Instant) async throws -> Int {
        try await commits.write { db in
            let receive = try db.cachedStatement(
                sql: """
                    UPDATE delivery SET state = 'delivered', last_status = NULL, last_error = NULL \
                    WHERE id = ? AND endpoint = ? AND state <> 'delivered'
                    """)
            return try deliveries.reduce(0) { count, id in
                try receive.execute(arguments: [id, endpoint])
                guard db.changesCount == 1 else { return count }
                try SQLiteLedger.releaseNext(after: id, db)
                return count + 1
            }
        }
    }
}

extension Attempt.Timings {
    /// What `CanonicalJSON` would write, without the cost of an encoder for each attempt.
    fileprivate var text: String {
        "{\"connected\":\(connected),\"first_byte\":\(firstByte),\"resolved\":\(resolved),\"reused\":\(reused),\"total\":\(total)}"
    }
}

extension Delivery {
    static func fetch(_ statement: Statement, _ arguments: StatementArguments) throws -> [Delivery] {
        try Row.fetchAll(statement, arguments: arguments).map(Delivery.init)
    }

    init(_ row: Row) {
        self.init(
            id: row["id"], endpoint: row["endpoint"], eventID: .init(rawValue: row["event_id"]),
            eventType: row["event_type"], seq: row["seq"], lane: row["lane"],
            format: WebhookFormat(rawValue: row["format"]) ?? .standard, payload: row["payload"],
            state: State(rawValue: row["state"]) ?? .failed, attempts: row["attempts"], tries: row["tries"],
            replay: row["replay"], dueAt: Instant(milliseconds: row["due_at"]),
            createdAt: Instant(milliseconds: row["created_at"]), lastStatus: row["last_status"],
            lastError: row["last_error"])
    }
}
