import Agreements
import Documents
import Foundation
import GRDB
public import Ledger

extension SQLiteLedger {
    /// What an endpoint that is switched off would get is held until it is on again.
    static func save(
        _ endpoint: WebhookEndpoint, forgetsHealth: Bool, _ vault: Vault?, _ db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO endpoint (id, enabled, record, secrets) VALUES (?, ?, ?, ?) ON CONFLICT (id) \
                DO UPDATE SET enabled = excluded.enabled, record = excluded.record, secrets = excluded.secrets
                """,
            arguments: [endpoint.id, endpoint.enabled, CanonicalJSON.text(endpoint), seal(endpoint, vault)])
        if forgetsHealth {
            try db.execute(sql: "UPDATE endpoint SET health = '{}' WHERE id = ?", arguments: [endpoint.id])
        }
        if endpoint.enabled {
            try db.execute(
                sql: """
                    UPDATE delivery SET state = CASE WHEN EXISTS (SELECT 1 FROM delivery AS earlier \
                    WHERE earlier.endpoint = delivery.endpoint AND earlier.lane = delivery.lane \
                    AND (earlier.seq < delivery.seq OR earlier.state = 'in_flight') AND earlier.state IN ('waiting', 'pending', 'in_flight', 'held')) \
                    THEN 'waiting' ELSE 'pending' END WHERE endpoint = ? AND state IN ('waiting', 'pending', 'in_flight', 'held') \
                    AND state = 'held'
                    """, arguments: [endpoint.id])
        } else {
            try db.execute(
                sql: """
                    UPDATE delivery SET state = 'held' WHERE endpoint = ? \
                    AND state IN ('waiting', 'pending', 'in_flight', 'held') AND state IN ('pending', 'waiting')
                    """,
                arguments: [endpoint.id])
        }
    }

    static func seal(_ endpoint: WebhookEndpoint, _ vault: Vault?) throws -> Data {
        guard let vault else {
            throw LedgerError.failed("no key to seal an endpoint's secrets with; start the daemon once, which has one")
        }
        return try vault.seal(CanonicalJSON.encode(endpoint.secrets), for: endpoint.id)
    }

    static func delete(endpoint id: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM endpoint WHERE id = ?", arguments: [id])
        guard db.changesCount == 1 else { throw LedgerError.notFound(id) }
        try db.execute(
            sql: """
                UPDATE delivery SET state = 'failed', last_error = 'endpoint deleted' \
                WHERE endpoint = ? AND state IN ('waiting', 'pending', 'in_flight', 'held') \
                AND state IN ('pending', 'waiting', 'held')
                """, arguments: [id])
        try db.execute(sql: "UPDATE replay SET is_running = 0 WHERE endpoint = ?", arguments: [id])
    }

    public func endpoints() async throws -> [WebhookEndpoint] {
        let vault = vault
        return try await read { db in
            try Row.fetchAll(db, sql: "SELECT id, record, secrets FROM endpoint ORDER BY id").map { row in
                var endpoint = try CanonicalJSON.decode(WebhookEndpoint.self, from: row["record"] as String)
                do {
                    guard let vault else { throw Vault.Fault.badKey }
                    endpoint.secrets = try CanonicalJSON.decode(
                        EndpointSecrets.self, from: vault.open(row["secrets"], for: endpoint.id))
                } catch is Vault.Fault {
                    endpoint.enabled = false
                    endpoint.disabledReason = "its secrets were sealed under another key: rotate its secret"
                }
                return endpoint
            }
        }
    }

    public func endpointHealth() async throws -> [String: EndpointHealth] {
        try await read { db in
            var health: [String: EndpointHealth] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT id, health FROM endpoint") {
                health[row["id"]] = try CanonicalJSON.decode(EndpointHealth.self, from: row["health"] as String)
            }
            return health
        }
    }
}
