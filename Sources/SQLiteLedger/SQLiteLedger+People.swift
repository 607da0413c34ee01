public import Agreements
public import Calendars
import Documents
public import Foundation
import GRDB
public import Ledger

extension SQLiteLedger {
    public func people() async throws -> [Person] {
        try await read { db in
            try String.fetchAll(db.cachedStatement(sql: "SELECT record FROM person ORDER BY id"))
                .map { try CanonicalJSON.decode(Person.self, from: $0) }
        }
    }

    public func save(_ person: Person) async throws {
        try await commits.write { db in try SQLiteLedger.write(.save(person), db) }
    }

    public func deletePerson(_ id: String) async throws {
        try await commits.write { db in try SQLiteLedger.write(.delete(id), db) }
    }

    public func delegations() async throws -> [Delegation] {
        try await read { db in
            try String.fetchAll(db.cachedStatement(sql: "SELECT record FROM delegation ORDER BY id"))
                .map { try CanonicalJSON.decode(Delegation.self, from: $0) }
        }
    }

    public func save(_ delegation: Delegation) async throws {
        try await commits.write { db in try SQLiteLedger.write(.saveDelegation(delegation), db) }
    }

    public func deleteDelegation(_ id: String) async throws {
        try await commits.write { db in try SQLiteLedger.write(.deleteDelegation(id), db) }
    }

    static func write(_ write: PeopleWrite, _ db: Database) throws {
        switch write {
        case .save(let person):
            try db.execute(
                sql:
                    "INSERT INTO person (id, record) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record",
                arguments: [person.id, CanonicalJSON.text(person)])
        case .delete(let id):
            try db.execute(sql: "DELETE FROM person WHERE id = ?", arguments: [id])
            guard db.changesCount == 1 else { throw LedgerError.notFound(id) }
        case .saveDelegation(let delegation):
            for id in [delegation.person, delegation.substitute] {
                let isThere = try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE id = ?)", arguments: [id])
                guard isThere == true else { throw LedgerError.notFound(id) }
            }
            try db.execute(
                sql: """
                    INSERT INTO delegation (id, person, substitute, record) VALUES (?, ?, ?, ?) \
                    ON CONFLICT (id) DO UPDATE SET record = excluded.record
                    """,
                arguments: [
                    delegation.id, delegation.person, delegation.substitute, CanonicalJSON.text(delegation),
                ])
        case .deleteDelegation(let id):
            try db.execute(sql: "DELETE FROM delegation WHERE id = ?", arguments: [id])
            guard db.changesCount == 1 else { throw LedgerError.notFound(id) }
        }
    }

    public func vacancies() async throws -> Set<Vacancy> {
        try await read { db in
            let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT role, region FROM vacancy"))
            return Set(rows.compactMap { row in Role(rawValue: row[0]).map { Vacancy(role: $0, region: row[1]) } })
        }
    }

    static func write(_ write: VacancyWrite, _ db: Database) throws {
        switch write {
        case .open(let vacancy, let at):
            try db.cachedStatement(
                sql: "INSERT INTO vacancy (role, region, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
            ).execute(arguments: [vacancy.role.rawValue, vacancy.region, at.milliseconds])
        case .close(let vacancy):
            try db.cachedStatement(sql: "DELETE FROM vacancy WHERE role = ? AND region = ?")
                .execute(arguments: [vacancy.role.rawValue, vacancy.region])
        }
    }

    // MARK: Calendars

    public func feeds() async throws -> [CalendarFeed] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT record FROM feed ORDER BY id")
                .map { try CanonicalJSON.decode(CalendarFeed.self, from: $0) }
        }
    }

    public func feed(hash: Data) async throws -> CalendarFeed? {
        try await read { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT record FROM feed WHERE hash = ?"), arguments: [hash]
            ).map { try CanonicalJSON.decode(CalendarFeed.self, from: $0) }
        }
    }

    public func insert(_ feed: CalendarFeed, hash: Data) async throws {
        try await commits.write { db in
            try db.execute(
                sql: "INSERT INTO feed (id, hash, record) VALUES (?, ?, ?)",
                arguments: [feed.id, hash, CanonicalJSON.text(feed)])
        }
    }

    public func revokeFeed(_ id: String, at: Instant) async throws {
        try await commits.write { db in
            guard let record = try String.fetchOne(db, sql: "SELECT record FROM feed WHERE id = ?", arguments: [id])
            else { throw LedgerError.notFound(id) }
            var feed = try CanonicalJSON.decode(CalendarFeed.self, from: record)
            feed.revokedAt = feed.revokedAt ?? at
            try db.execute(
                sql: "UPDATE feed SET record = ? WHERE id = ?", arguments: [CanonicalJSON.text(feed), id])
        }
    }
}
