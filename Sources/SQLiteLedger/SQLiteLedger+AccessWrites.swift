import Agreements
import Calendars
import Documents
import GRDB
public import Ledger

extension SQLiteLedger {
    public func write(_ writes: [AccessWrite]) async throws {
        try await commits.write { db in
            for write in writes { try SQLiteLedger.write(write, db) }
        }
    }

    static func write(_ write: AccessWrite, _ db: Database) throws {
        func run(_ sql: String, _ arguments: StatementArguments) throws {
            try db.cachedStatement(sql: sql).execute(arguments: arguments)
        }
        /// Writes to one row that must be as it was read.
        func change(_ sql: String, _ arguments: StatementArguments) throws {
            try run(sql, arguments)
            if db.changesCount == 0 { throw LedgerError.accessChanged }
        }
        switch write {
        case .open(let account): try open(account, db)
        case .setPassword(let person, let hash, let version):
            try change(
                """
                UPDATE account SET password_hash = ?, password_version = ? WHERE person = ? AND password_version = ? \
                AND disabled_at IS NULL
                """, [hash, version + 1, person, version])
        case .rehash(let person, let hash, let version):
            try run(
                "UPDATE account SET password_hash = ? WHERE person = ? AND password_version = ?",
                [hash, person, version])
        case .link(let person, let identity):
            try change(
                "UPDATE account SET issuer = ?, subject = ? WHERE person = ? AND issuer IS NULL",
                [identity.issuer, identity.subject, person])
        case .disable(let person, let at):
            try change("UPDATE account SET disabled_at = ? WHERE person = ?", [at?.milliseconds, person])
        case .start(let session):
            try run(
                """
                INSERT INTO session (id, hash, person, role, role_since, password_version, created_at, last_seen_at, \
                network, agent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    session.id, session.hash, session.person, session.role.rawValue, session.roleSince.milliseconds,
                    session.passwordVersion, session.createdAt.milliseconds, session.lastSeenAt.milliseconds,
                    session.network, session.agent,
                ])
        case .see(let session, let at):
            try run("UPDATE session SET last_seen_at = max(last_seen_at, ?) WHERE id = ?", [at.milliseconds, session])
        case .goOn(let session, let hash):
            try change(
                "UPDATE session SET hash = ?, role = ?, role_since = ?, password_version = ? WHERE id = ? AND hash = ?",
                [
                    session.hash, session.role.rawValue, session.roleSince.milliseconds, session.passwordVersion,
                    session.id, hash,
                ])
        case .end(let session): try run("DELETE FROM session WHERE id = ?", [session])
        case .endAll(let person, let kept):
            try run("DELETE FROM session WHERE person = ? AND id IS NOT ?", [person, kept])
        case .endIdle(let before): try run("DELETE FROM session WHERE last_seen_at < ?", [before.milliseconds])
        case .invite(let invitation):
            try run(
                """
                INSERT INTO invitation (person, hash, made_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?) \
                ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, made_by = excluded.made_by, \
                created_at = excluded.created_at, expires_at = excluded.expires_at
                """,
                [
                    invitation.person, invitation.hash, try CanonicalJSON.text(invitation.madeBy),
                    invitation.createdAt.milliseconds, invitation.expiresAt.milliseconds,
                ])
        case .use(let invitation): try change("DELETE FROM invitation WHERE hash = ?", [invitation.hash])
        case .insert(let token):
            try run(
                """
                INSERT INTO token (id, name, role, regions, hash, created_at, made_by, expires_at) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    token.id, token.name, token.role.rawValue, try CanonicalJSON.text(token.regions), token.hash,
                    token.createdAt.milliseconds, try token.madeBy.map { try CanonicalJSON.text($0) },
                    token.expiresAt?.milliseconds,
                ])
        case .revoke(let token): try change("DELETE FROM token WHERE id = ?", [token])
        case .used(let token, let day):
            try run("UPDATE token SET last_used_on = ? WHERE id = ?", [day.description, token])
        case .log(let entry):
            try run(
                "INSERT INTO access_log (at, act, who, name, network, detail) VALUES (?, ?, ?, ?, ?, ?)",
                [entry.at.milliseconds, entry.act.rawValue, entry.who, entry.name, entry.network, entry.detail])
        }
    }

    private static func open(_ account: Account, _ db: Database) throws {
        let isTaken = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE name = ? AND person <> ?)",
            arguments: [account.name, account.person])
        if isTaken == true { throw LedgerError.nameTaken(account.name) }
        try db.execute(
            sql: """
                INSERT INTO account (person, name, password_hash, password_version, issuer, subject, created_at) \
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
            arguments: [
                account.person, account.name, account.passwordHash, account.passwordVersion, account.identity?.issuer,
                account.identity?.subject, account.createdAt.milliseconds,
            ])
        if db.changesCount == 0 { throw LedgerError.accessChanged }
    }
}
