import Agreements
public import Calendars
import Documents
import GRDB
public import Ledger

extension SQLiteLedger {
    static func insert(_ notice: Notice, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO notice (id, person, on_behalf_of, reminder, agreement, state, due_at, content) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            notice.id, notice.person, notice.onBehalfOf, notice.content.reminder, notice.content.agreement.rawValue,
            notice.state.rawValue, notice.dueAt.milliseconds, CanonicalJSON.text(notice.content),
        ])
    }

    public func notices(_ query: NoticeQuery) async throws -> [Notice] {
        try await read { db in
            var filter = Filter()
            filter.add("person = ?", query.person)
            filter.add("reminder = ?", query.reminder)
            filter.add("agreement = ?", query.agreement?.rawValue)
            filter.add("mail = ?", query.mail)
            filter.add("state", in: query.states.map(\.rawValue))
            filter.add("id > ?", query.after)
            return try Notice.fetch(
                db.makeStatement(sql: "SELECT \(Notice.columns) FROM notice\(filter.clause) ORDER BY id LIMIT ?"),
                filter.arguments + [query.limit])
        }
    }

    public func dueNotices(at now: Instant, limit: Int) async throws -> [Notice] {
        try await read { db in
            try Notice.fetch(
                db.cachedStatement(
                    sql: """
                        WITH longest AS (SELECT person FROM notice INDEXED BY notice_due \
                        WHERE state = 'waiting' AND due_at <= ?1 GROUP BY person ORDER BY min(due_at), person LIMIT ?2) \
                        SELECT \(Notice.columns) FROM notice INDEXED BY notice_due \
                        WHERE state = 'waiting' AND due_at <= ?1 AND person IN (SELECT person FROM longest) \
                        ORDER BY person, due_at, id
                        """), [now.milliseconds, limit])
        }
    }

    public func nextNoticeDue() async throws -> Instant? {
        try await read { db in
            try Int64.fetchOne(db.cachedStatement(sql: "SELECT min(due_at) FROM notice WHERE state = 'waiting'"))
                .map { Instant(milliseconds: $0) }
        }
    }

    public func deferNotices(_ ids: [String], to due: Instant) async throws {
        try await commits.write { db in
            let update = try db.cachedStatement(
                sql: "UPDATE notice SET due_at = ? WHERE id = ? AND state = 'waiting'")
            for id in ids { try update.execute(arguments: [due.milliseconds, id]) }
        }
    }

    public func dropNotices(_ ids: [String]) async throws {
        try await commits.write { db in
            let update = try db.cachedStatement(
                sql: "UPDATE notice SET state = 'dropped' WHERE id = ? AND state = 'waiting'")
            for id in ids { try update.execute(arguments: [id]) }
        }
    }

    public func compose(_ mail: Mail, of notices: [String]) async throws {
        try await commits.write { db in
            try db.cachedStatement(
                sql: """
                    INSERT INTO mail (id, person, address, subject, message, state, attempts, due_at, created_at) \
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                mail.id, mail.person, mail.address, mail.subject, mail.message, mail.state.rawValue, mail.attempts,
                mail.dueAt.milliseconds, mail.createdAt.milliseconds,
            ])
            let take = try db.cachedStatement(
                sql: "UPDATE notice SET state = 'mailed', mail = ? WHERE id = ? AND state = 'waiting'")
            for id in notices {
                try take.execute(arguments: [mail.id, id])
                if db.changesCount == 0 { throw LedgerError.noticeTaken }
            }
        }
    }

    public func claimMails(at now: Instant, limit: Int) async throws -> [Mail] {
        try await commits.write { db in
            let due = try db.cachedStatement(
                sql: """
                    SELECT * FROM mail INDEXED BY mail_due WHERE state = 'pending' AND due_at <= ? \
                    ORDER BY due_at LIMIT ?
                    """)
            let mark = try db.cachedStatement(
                sql: "UPDATE mail SET state = 'in_flight', attempts = attempts + 1 WHERE id = ?")
            return try Mail.fetch(due, [now.milliseconds, limit]).map { mail in
                var mail = mail
                mail.state = .inFlight
                mail.attempts += 1
                try mark.execute(arguments: [mail.id])
                return mail
            }
        }
    }

    public func settle(_ settlement: MailSettlement) async throws {
        let (state, due): (Mail.State, Int64?) =
            switch settlement.next {
            case .sent: (.sent, nil)
            case .retry(let at): (.pending, at.milliseconds)
            case .failed: (.failed, nil)
            }
        try await commits.write { db in
            try db.cachedStatement(
                sql: """
                    UPDATE mail SET state = ?, due_at = coalesce(?, due_at), last_reply = ? \
                    WHERE id = ? AND state = 'in_flight' AND attempts = ?
                    """
            ).execute(arguments: [state.rawValue, due, settlement.reply, settlement.mail, settlement.attempt])
        }
    }

    public func recoverMails(at now: Instant) async throws -> Int {
        try await commits.write { db in
            try db.execute(
                sql: """
                    UPDATE mail SET state = 'pending', due_at = ?, \
                    last_reply = 'unknown outcome: the daemon stopped' WHERE state = 'in_flight'
                    """, arguments: [now.milliseconds])
            return db.changesCount
        }
    }

    public func nextMailDue() async throws -> Instant? {
        try await read { db in
            try Int64.fetchOne(db.cachedStatement(sql: "SELECT min(due_at) FROM mail WHERE state = 'pending'"))
                .map { Instant(milliseconds: $0) }
        }
    }

    public func mails(_ query: MailQuery) async throws -> [Mail] {
        try await read { db in
            var filter = Filter()
            filter.add("person = ?", query.person)
            // Nobody is nobody, not everybody.
            if let people = query.people { filter.add("person", in: people.isEmpty ? [""] : people) }
            if let ids = query.ids { filter.add("id", in: ids.isEmpty ? [""] : ids) }
            filter.add("state", in: query.states.map(\.rawValue))
            filter.add("id < ?", query.before)
            return try Mail.fetch(
                db.makeStatement(sql: "SELECT * FROM mail\(filter.clause) ORDER BY id DESC LIMIT ?"),
                filter.arguments + [query.limit])
        }
    }

    public func mailCount(since: Instant, until: Instant, to person: String?) async throws -> Int {
        try await read { db in
            var filter = Filter()
            filter.add("created_at > ? AND created_at <= ?", since.milliseconds, until.milliseconds)
            filter.add("person = ?", person)
            return try Int.fetchOne(
                db, sql: "SELECT count(*) FROM mail\(filter.clause)", arguments: filter.arguments) ?? 0
        }
    }

    public func mailCounts() async throws -> [Mail.State: Int] {
        try await read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT state, count(*) AS count FROM mail GROUP BY state")
            return .init(rows.compactMap { row in Mail.State(rawValue: row[0]).map { ($0, row[1]) } }) { $1 }
        }
    }
}

extension Notice {
    fileprivate static let columns = "id, person, on_behalf_of, content, state, due_at, mail"

    fileprivate static func fetch(_ statement: Statement, _ arguments: StatementArguments) throws -> [Notice] {
        try Row.fetchAll(statement, arguments: arguments).map { row in
            Notice(
                id: row[0], person: row[1], onBehalfOf: row[2],
                content: try CanonicalJSON.decode(Content.self, from: row[3] as String),
                state: State(rawValue: row[4]) ?? .dropped, dueAt: Instant(milliseconds: row[5]), mail: row[6])
        }
    }
}

extension Mail {
    fileprivate static func fetch(_ statement: Statement, _ arguments: StatementArguments) throws -> [Mail] {
        try Row.fetchAll(statement, arguments: arguments).map { row in
            Mail(
                id: row["id"], person: row["person"], address: row["address"], subject: row["subject"],
                message: row["message"], state: State(rawValue: row["state"]) ?? .failed, attempts: row["attempts"],
                dueAt: Instant(milliseconds: row["due_at"]), createdAt: Instant(milliseconds: row["created_at"]),
                lastReply: row["last_reply"])
        }
    }
}
