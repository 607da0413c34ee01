import Agreements
public import Calendars
import Documents
import Foundation
import GRDB
public import Ledger

extension SQLiteLedger {
    public func work(_ query: WorkQuery) async throws -> [WorkRow] {
        try await read { db in
            var filter = Filter(query)
            if let after = query.after { filter.add(after) }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT work.agreement, (SELECT snapshot FROM agreement WHERE id = work.agreement) \
                    FROM work\(filter.clause) ORDER BY people DESC, rupiah DESC, due_on, work.agreement LIMIT ?
                    """, arguments: filter.arguments + [query.limit])
            let items = try db.cachedStatement(
                sql: "SELECT * FROM work WHERE agreement = ? AND role = ? AND NOT is_followed")
            return try rows.map { row in
                let all = try Row.fetchAll(items, arguments: [row[0] as String, query.role.rawValue])
                return WorkRow(
                    agreement: try CanonicalJSON.decode(Agreement.self, from: row[1] as Data),
                    items: all.compactMap { WorkItem($0) }.sorted { $0.isGraver(than: $1) })
            }
        }
    }

    public func workTotals(_ query: WorkQuery, on day: Day) async throws -> WorkTotals {
        try await read { db in
            let filter = Filter(query)
            // `total` adds up in floating point: exact far beyond all budgets, and it never overflows.
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*), total(due_on < ?), total(people), total(rupiah) FROM work\(filter.clause)
                    """, arguments: [day.description] + filter.arguments)
            return row.map { row in
                WorkTotals(
                    agreements: row[0], overdue: Int(row[1] as Double), people: Int64(sum: row[2]),
                    rupiah: Int64(sum: row[3]))
            } ?? WorkTotals()
        }
    }

    /// Replaces what is kept of an agreement's work; rows that are as they were are not touched.
    static func keep(_ items: [WorkItem], of agreement: Agreement, _ db: Database) throws {
        let isFollowed =
            try items.contains { $0.task == .renewal }
            && follower(of: agreement.id, in: papers(of: agreement.region, endedAfter: agreement.insuredUntil, db))
        try write(items, of: agreement.id.rawValue, region: agreement.region, isFollowed: isFollowed, db)
    }

    /// Renewals of a region stand open or are done with, according to what other papers there have become.
    static func reviewRenewals(beside agreement: Agreement, _ db: Database) throws {
        let ending = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT agreement, max(is_followed), min(due_on) FROM work INDEXED BY work_renewal \
                    WHERE key = 'renewal' AND region = ? AND agreement <> ? GROUP BY agreement
                    """), arguments: [agreement.region, agreement.id.rawValue])
        guard let first = ending.map({ $0[2] as String }).min() else { return }
        let papers = try papers(of: agreement.region, endedAfter: Day(first), db)
        for row in ending {
            let id: String = row[0]
            let wasFollowed: Bool = row[1]
            // Where nothing followed, only this paper can do so now.
            let those =
                wasFollowed ? papers : papers.filter { [id, agreement.id.rawValue].contains($0.agreement.rawValue) }
            let isFollowed = follower(of: .init(rawValue: id), in: those)
            guard isFollowed != wasFollowed else { continue }
            let items = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT * FROM work WHERE agreement = ?"), arguments: [id])
            try write(
                items.compactMap { WorkItem($0) }, of: id, region: agreement.region, isFollowed: isFollowed, db)
        }
    }

    private static func papers(of region: String, endedAfter day: Day?, _ db: Database) throws -> [PaperCover] {
        try day.map { try covers(on: $0 + 1, in: Scope(region: region), db) } ?? []
    }

    private static func follower(of agreement: Agreement.ID, in papers: [PaperCover]) -> Bool {
        PaperCover.successor(of: agreement, among: papers) != nil
    }

    private static func write(
        _ items: [WorkItem], of agreement: String, region: String, isFollowed: Bool, _ db: Database
    ) throws {
        var seen: Set<Role> = []
        let wanted = items.sorted { $0.isGraver(than: $1) }.map { item in
            let isDone = isFollowed && item.task == .renewal
            return Stored(
                item: item, region: region, isFollowed: isDone,
                isGravest: !isDone && seen.insert(item.role).inserted)
        }
        let present = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM work WHERE agreement = ?"), arguments: [agreement]
        ).compactMap { Stored($0) }
        let keep = Set(wanted.map(\.name))
        for old in present where !keep.contains(old.name) {
            try db.cachedStatement(sql: "DELETE FROM work WHERE agreement = ? AND role = ? AND key = ?").execute(
                arguments: [agreement, old.item.role.rawValue, old.item.task.key])
        }
        let unchanged = Set(present)
        let insert = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO work (agreement, role, key, region, province, people, rupiah, due_on, visible_from, \
                is_followed, is_gravest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for new in wanted where !unchanged.contains(new) {
            let item = new.item
            try insert.execute(arguments: [
                agreement, item.role.rawValue, item.task.key, region, String(region.prefix(2)), item.harm.people,
                item.harm.rupiah, item.dueOn.sortable, item.visibleFrom.description, new.isFollowed, new.isGravest,
            ])
        }
    }
}

/// A row as it is kept.
private struct Stored: Hashable {
    struct Name: Hashable {
        var role: Role
        var task: WorkItem.Task
    }

    var item: WorkItem
    var region: String
    var isFollowed: Bool
    var isGravest: Bool

    var name: Name { Name(role: item.role, task: item.task) }

    init(item: WorkItem, region: String, isFollowed: Bool, isGravest: Bool) {
        self.item = item
        self.region = region
        self.isFollowed = isFollowed
        self.isGravest = isGravest
    }

    init?(_ row: Row) {
        guard let item = WorkItem(row) else { return nil }
        self.init(
            item: item, region: row["region"], isFollowed: row["is_followed"], isGravest: row["is_gravest"])
    }
}

extension WorkItem {
    fileprivate init?(_ row: Row) {
        guard let role = Role(rawValue: row["role"]), let task = Task(key: row["key"]),
            let visibleFrom = Day(row["visible_from"] as String)
        else { return nil }
        self.init(
            role: role, task: task, harm: Harm(people: row["people"], rupiah: row["rupiah"]),
            dueOn: Day(row["due_on"] as String), visibleFrom: visibleFrom)
    }
}

extension Int64 {
    /// What `total` has added up.
    init(sum: Double) { self = sum < 0x1p62 ? Int64(sum) : 1 << 62 }
}

extension Filter {
    fileprivate init(_ query: WorkQuery) {
        self.init()
        add("role = ? AND is_gravest", query.role.rawValue)
        let areas = query.region.map { [$0] } ?? query.within
        // Within one province the list is an index from one end to the other; so many regions lie in none.
        if areas.count == 1, let area = areas.first, area != "00" { add("province = ?", String(area.prefix(2))) }
        add(within: query.region.map { [$0] } ?? [])
        add(within: query.within)
    }

    /// The first condition is what the index can jump to; the second says the rest.
    fileprivate mutating func add(_ after: WorkCursor) {
        let (people, rupiah) = (after.harm.people.databaseValue, after.harm.rupiah.databaseValue)
        add("people <= ?", people)
        add(
            "(people < ? OR rupiah < ? OR (rupiah = ? AND (due_on, work.agreement) > (?, ?)))", people, rupiah, rupiah,
            after.dueOn.sortable.databaseValue, after.agreement.rawValue.databaseValue)
    }
}
