public import Calendars
import Documents
import Foundation
import GRDB
public import Ledger

extension SQLiteLedger {
    static func insert(_ replay: DeliveryReplay, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO replay (id, endpoint, is_running, record) VALUES (?, ?, ?, ?) \
                ON CONFLICT (id) DO UPDATE SET is_running = excluded.is_running, record = excluded.record
                """,
            arguments: [replay.id, replay.endpoint, replay.state == .running, CanonicalJSON.text(replay)])
    }

    public func replays(of endpoint: String) async throws -> [DeliveryReplay] {
        try await replays(where: "endpoint = ?", [endpoint])
    }

    public func runningReplays() async throws -> [DeliveryReplay] {
        try await replays(where: "is_running", [])
    }

    private func replays(where condition: String, _ arguments: StatementArguments) async throws -> [DeliveryReplay] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT record FROM replay WHERE \(condition) ORDER BY id", arguments: arguments
            ).map { try CanonicalJSON.decode(DeliveryReplay.self, from: $0) }
        }
    }

    public func advance(_ replay: DeliveryReplay, with deliveries: [Delivery], at now: Instant) async throws -> Int {
        try await commits.write { db in
            // Cancelled meanwhile, or its endpoint is gone or off, where what is revived would wait for ever.
            let isRunning = try Bool.fetchOne(
                db,
                sql: """
                    SELECT is_running AND endpoint IN (SELECT id FROM endpoint WHERE enabled) FROM replay WHERE id = ?
                    """, arguments: [replay.id])
            guard isRunning == true else { return 0 }
            let revive = try db.cachedStatement(
                sql: """
                    UPDATE delivery SET state = CASE WHEN EXISTS (SELECT 1 FROM delivery AS other WHERE \
                    other.endpoint = delivery.endpoint AND other.lane = delivery.lane AND other.id <> delivery.id \
                    AND other.state IN ('waiting', 'pending', 'in_flight', 'held') \
                    AND other.state IN ('pending', 'in_flight')) THEN 'waiting' ELSE 'pending' END, \
                    due_at = ?, tries = 0, replay = ? WHERE id = ? AND state IN ('held', 'failed', 'delivered') \
                    AND (state <> 'delivered' OR ?)
                    """)
            var sent = 0
            for var delivery in deliveries {
                delivery.replay = replay.id
                delivery.dueAt = now
                if try !SQLiteLedger.insertIfNew(delivery, db) {
                    try revive.execute(arguments: [
                        now.milliseconds, replay.id, delivery.id, !replay.selection.onlyMissing,
                    ])
                    guard db.changesCount == 1 else { continue }
                }
                sent += 1
            }
            var replay = replay
            replay.sent += sent
            try SQLiteLedger.insert(replay, db)
            return sent
        }
    }

    private static func insertIfNew(_ delivery: Delivery, _ db: Database) throws -> Bool {
        let known = try db.cachedStatement(sql: "SELECT 1 FROM delivery WHERE id = ?")
        guard try Int.fetchOne(known, arguments: [delivery.id]) == nil else { return false }
        try insert(delivery, db)
        return true
    }
}
