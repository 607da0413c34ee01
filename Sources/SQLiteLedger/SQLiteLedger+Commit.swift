public import Agreements
import Calendars
import Documents
import Foundation
import GRDB
public import Ledger

extension SQLiteLedger {
    public func commit(_ change: Change) async throws -> [Event] {
        let vault = vault
        return try await commits.write { db in try SQLiteLedger.apply(change, vault, db) }
    }

    public func commit(_ changes: [Change], skippingStale: Bool, rules: String?) async throws -> [[Event]?] {
        let vault = vault
        return try await commits.write(isLarge: changes.count > SQLiteLedger.changesInCompanyMax) { db in
            if let rules { try SQLiteLedger.setNote(SQLiteLedger.rulesNote, to: rules, db) }
            return try changes.map { change in
                guard skippingStale else { return try SQLiteLedger.apply(change, vault, db) }
                return try SQLiteLedger.applyFitting(change, vault, db)
            }
        }
    }

    /// More of them at once, as an import brings, get a transaction to themselves.
    private static let changesInCompanyMax = 64

    /// - Returns: nil where what the change was made from has moved on; nothing of it is written then.
    private static func applyFitting(_ change: Change, _ vault: Vault?, _ db: Database) throws -> [Event]? {
        var events: [Event]?
        try db.inSavepoint {
            do {
                events = try apply(change, vault, db)
                return .commit
            } catch LedgerError.stale, LedgerError.reminderEnded {
                return .rollback
            }
        }
        return events
    }

    private static func apply(_ change: Change, _ vault: Vault?, _ db: Database) throws -> [Event] {
        if let rules = change.rules, let inForce = try note(rulesNote, db), inForce != rules {
            throw LedgerError.rulesChanged
        }
        if let idempotency = change.idempotency {
            try insert(idempotency.key, idempotency.result, db)
        }
        if let write = change.agreement {
            try save(write, db)
            try keepListing(write, db)
            if let words = write.words { try keepWords(words, of: write.agreement, db) }
            if let findings = write.findings { try keep(findings, of: write.agreement, db) }
            try keepCover(of: write.agreement, db)
            if let runways = write.runways { try keep(runways, of: write.agreement, db) }
            if let work = write.work { try keep(work, of: write.agreement, db) }
            if write.isWhole || change.events.contains(where: { $0.type == .membersChanged }) {
                try keepMemberMonths(of: write.agreement, db)
            }
            let concernsSuccession = change.events.contains { $0.data.concernsSuccession }
            if write.isWhole || concernsSuccession {
                try keepStays(of: write.agreement, db)
                try keepSignatories(of: write.agreement, db)
            }
            if concernsSuccession { try reviewRenewals(beside: write.agreement, db) }
        }
        switch change.endpoint {
        case nil: break
        case .save(let endpoint, let forgetsHealth):
            try save(endpoint, forgetsHealth: forgetsHealth, vault, db)
        case .delete(let id): try delete(endpoint: id, db)
        }
        if let replay = change.replay { try insert(replay, db) }
        for write in change.people { try SQLiteLedger.write(write, db) }
        for write in change.access { try SQLiteLedger.write(write, db) }
        let events = try append(change.events, db)
        for event in events {
            try keepCoverage(event, db)
            try insert(change.outbox(event), of: event, db)
        }
        for reminder in change.reminders { try reminder.write(db) }
        for notice in change.notices { try insert(notice, db) }
        for vacancy in change.vacancies { try write(vacancy, db) }
        if let file = change.holidays { try save(file, db) }
        return events
    }

    private static func insert(_ key: IdempotencyKey, _ result: IdempotentResult, _ db: Database) throws {
        do {
            try db.cachedStatement(sql: "INSERT INTO idempotency (owner, key, result) VALUES (?, ?, ?)")
                .execute(arguments: [key.owner, key.key, CanonicalJSON.text(result)])
        } catch DatabaseError.SQLITE_CONSTRAINT_PRIMARYKEY {
            throw LedgerError.duplicateKey
        }
    }

    /// Compare and set: the row changes only if it still is the version that the change was made from.
    private static func save(_ write: AgreementWrite, _ db: Database) throws {
        let agreement = write.agreement
        let arguments: StatementArguments =
            [
                agreement.ref, agreement.title, agreement.kind.rawValue, agreement.region, agreement.phase.rawValue,
                agreement.state, write.waitingOnText, write.awaitingText, agreement.workflow.id,
                agreement.workflow.structure,
                agreement.validUntil?.description, agreement.version, try CanonicalJSON.encode(agreement),
                agreement.id.rawValue,
            ]
        if write.replacing == 0 {
            do {
                try db.cachedStatement(
                    sql: """
                        INSERT INTO agreement (ref, title, kind, region, phase, state, waiting_on, awaiting, workflow, \
                        structure, valid_until, version, snapshot, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """
                ).execute(arguments: arguments)
            } catch DatabaseError.SQLITE_CONSTRAINT_UNIQUE {
                throw LedgerError.duplicateRef(agreement.ref ?? agreement.id.rawValue)
            }
            return
        }
        try db.cachedStatement(
            sql: """
                UPDATE agreement SET ref = ?, title = ?, kind = ?, region = ?, phase = ?, state = ?, waiting_on = ?, \
                awaiting = ?, workflow = ?, structure = ?, valid_until = ?, version = ?, snapshot = ? WHERE id = ? AND version = ?
                """
        ).execute(arguments: arguments + [write.replacing])
        guard db.changesCount == 1 else {
            let version = try Int.fetchOne(
                db, sql: "SELECT version FROM agreement WHERE id = ?", arguments: [agreement.id.rawValue])
            guard let version else { throw LedgerError.notFound(agreement.id.rawValue) }
            throw LedgerError.stale(version: version)
        }
    }

    /// Numbers the events, writes their canonical bytes and ties them into the chain.
    private static func append(_ events: [Event], _ db: Database) throws -> [Event] {
        guard !events.isEmpty else { return [] }
        let last = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"))
        var seq: Int64 = last?["seq"] ?? 0
        var hash: Data = last?["hash"] ?? EventChain.genesis
        let latest = try db.cachedStatement(sql: "SELECT max(subject_seq) FROM event WHERE subject = ?")
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO event (seq, subject, subject_seq, type, region, version, body, hash) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        return try events.map { event in
            var event = event
            seq += 1
            event.seq = seq
            event.subjectSeq = (try Int64.fetchOne(latest, arguments: [event.subject.name]) ?? 0) + 1
            let body = try CanonicalJSON.encode(event)
            hash = EventChain.hash(body, after: hash)
            try insert.execute(arguments: [
                seq, event.subject.name, event.subjectSeq, event.type.rawValue, event.region, event.version, body, hash,
            ])
            return event
        }
    }
}
