import Agreements
public import Calendars
import Documents
public import Foundation
import GRDB
public import Ledger

extension SQLiteLedger {
    // MARK: Accounts

    public func account(of person: String) async throws -> Account? {
        try await account("person = ?", [person])
    }

    public func account(named name: String) async throws -> Account? {
        try await account("name = ?", [name])
    }

    public func account(of identity: Account.Identity) async throws -> Account? {
        try await account("issuer = ? AND subject = ?", [identity.issuer, identity.subject])
    }

    private func account(_ condition: String, _ arguments: StatementArguments) async throws -> Account? {
        try await read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM account WHERE \(condition)"), arguments: arguments
            ).map(Account.init(row:))
        }
    }

    public func accounts() async throws -> [Account] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM account ORDER BY person").map(Account.init(row:))
        }
    }

    // MARK: Sessions and invitations

    public func session(hash: Data) async throws -> OpenSession? {
        try await read { db in
            guard
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT * FROM session WHERE hash = ?"), arguments: [hash]),
                let session = Session(row: row),
                let account = try Row.fetchOne(
                    db.cachedStatement(
                        sql: """
                            SELECT * FROM account WHERE person = ? AND password_version = ? AND disabled_at IS NULL
                            """), arguments: [session.person, session.passwordVersion]
                ).map(Account.init(row:)),
                let record = try String.fetchOne(
                    db.cachedStatement(sql: "SELECT record FROM person WHERE id = ?"), arguments: [session.person])
            else { return nil }
            return OpenSession(
                session: session, account: account, person: try CanonicalJSON.decode(Person.self, from: record))
        }
    }

    public func sessions(of person: String) async throws -> [Session] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(sql: "SELECT * FROM session WHERE person = ? ORDER BY last_seen_at DESC"),
                arguments: [person]
            ).compactMap(Session.init(row:))
        }
    }

    public func invitation(hash: Data) async throws -> Invitation? {
        try await read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM invitation WHERE hash = ?"), arguments: [hash]
            ).map { row in
                Invitation(
                    hash: row["hash"], person: row["person"],
                    madeBy: try CanonicalJSON.decode(Actor.self, from: row["made_by"] as String),
                    createdAt: Instant(milliseconds: row["created_at"]),
                    expiresAt: Instant(milliseconds: row["expires_at"]))
            }
        }
    }

    // MARK: Tokens

    public func token(hash: Data) async throws -> Token? {
        try await read { db in
            try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM token WHERE hash = ?"), arguments: [hash])
                .flatMap { try Token(row: $0) }
        }
    }

    public func tokens() async throws -> [Token] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM token ORDER BY created_at, id").compactMap { try Token(row: $0) }
        }
    }

    // MARK: The access log

    public func accessLog(_ query: AccessQuery) async throws -> [AccessEntry] {
        try await read { db in
            var filter = Filter()
            filter.add("act", in: query.acts.map(\.rawValue))
            filter.add("who = ?", query.who)
            filter.add("at >= ?", query.from?.milliseconds)
            filter.add("seq < ?", query.before)
            return try Row.fetchAll(
                db, sql: "SELECT * FROM access_log\(filter.clause) ORDER BY seq DESC LIMIT ?",
                arguments: filter.arguments + [query.limit]
            ).compactMap(AccessEntry.init(row:))
        }
    }

    public func signInHistory(
        name: String, person: String?, network: String, failuresSince: Instant, successSince: Instant
    ) async throws -> SignInHistory {
        try await read { db in
            func failures(_ condition: String, _ arguments: StatementArguments) throws -> SignInHistory.Failures {
                let row = try Row.fetchOne(
                    db.cachedStatement(
                        sql: """
                            SELECT count(*), max(at) FROM access_log \
                            WHERE act = 'sign_in_refused' AND at > ? AND \(condition)
                            """), arguments: [failuresSince.milliseconds] + arguments)
                return .init(count: row?[0] ?? 0, latest: (row?[1] as Int64?).map { Instant(milliseconds: $0) })
            }
            let isKnown = try Bool.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM access_log \
                        WHERE act = 'sign_in' AND who = ? AND network = ? AND at > ?)
                        """), arguments: [person, network, successSince.milliseconds])
            return SignInHistory(
                ofName: try failures("name = ?", [name]),
                ofNameHere: try failures("name = ? AND network = ?", [name, network]),
                ofNetwork: try failures("network = ?", [network]), isKnownHere: isKnown ?? false)
        }
    }
}

extension Account {
    fileprivate init(row: Row) {
        let issuer: String? = row["issuer"]
        let subject: String? = row["subject"]
        self.init(
            person: row["person"], name: row["name"], passwordHash: row["password_hash"],
            passwordVersion: row["password_version"],
            identity: issuer.flatMap { issuer in subject.map { Identity(issuer: issuer, subject: $0) } },
            createdAt: Instant(milliseconds: row["created_at"]),
            disabledAt: (row["disabled_at"] as Int64?).map { Instant(milliseconds: $0) })
    }
}

extension Session {
    /// Nil for a role that this program does not know.
    fileprivate init?(row: Row) {
        guard let role = Role(rawValue: row["role"]) else { return nil }
        self.init(
            id: row["id"], hash: row["hash"], person: row["person"], role: role,
            roleSince: Instant(milliseconds: row["role_since"]), passwordVersion: row["password_version"],
            createdAt: Instant(milliseconds: row["created_at"]),
            lastSeenAt: Instant(milliseconds: row["last_seen_at"]), network: row["network"], agent: row["agent"])
    }
}

extension Token {
    /// Nil for a role that this program does not know.
    fileprivate init?(row: Row) throws {
        guard let role = Role(rawValue: row["role"]) else { return nil }
        self.init(
            id: row["id"], name: row["name"], role: role,
            regions: try CanonicalJSON.decode([String].self, from: row["regions"] as String), hash: row["hash"],
            createdAt: Instant(milliseconds: row["created_at"]),
            madeBy: try (row["made_by"] as String?).map { try CanonicalJSON.decode(Actor.self, from: $0) },
            expiresAt: (row["expires_at"] as Int64?).map { Instant(milliseconds: $0) },
            lastUsedOn: (row["last_used_on"] as String?).flatMap { Day($0) })
    }
}

extension AccessEntry {
    /// Nil for an act that this program does not know.
    fileprivate init?(row: Row) {
        guard let act = Act(rawValue: row["act"]) else { return nil }
        self.init(
            at: Instant(milliseconds: row["at"]), act: act, who: row["who"], name: row["name"],
            network: row["network"], detail: row["detail"])
        seq = row["seq"]
    }
}
