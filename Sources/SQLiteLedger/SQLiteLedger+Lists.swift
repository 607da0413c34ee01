public import Agreements
public import Calendars
import Documents
import Foundation
import GRDB
public import Ledger

extension SQLiteLedger {
    public func find(_ query: AgreementQuery) async throws -> FoundAgreements {
        try await read { db in
            guard var filter = try Filter(query, db) else { return FoundAgreements(agreements: [], next: nil) }
            let column = query.order.column
            if let after = query.after { filter.add(after: after, in: query.order) }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT agreement, \(column), (SELECT snapshot FROM agreement WHERE id = listing.agreement) \
                    FROM listing\(filter.clause) ORDER BY \(query.order.clause) LIMIT ?
                    """, arguments: filter.arguments + [query.limit < .max ? query.limit + 1 : .max])
            let page = rows.prefix(query.limit)
            let last = rows.count > page.count ? page.last : nil
            return FoundAgreements(
                agreements: try page.map { try CanonicalJSON.decode(Agreement.self, from: $0[2] as Data) },
                next: last.map {
                    query.order.cursor(value: String.fromDatabaseValue($0[1]) ?? "\($0[1] as Int64)", id: $0[0])
                })
        }
    }

    public func agreements(_ query: AgreementQuery) async throws -> [Agreement] {
        try await find(query).agreements
    }

    public func tallies(within regions: [String]) async throws -> [Tally] {
        try await read { db in
            var filter = Filter()
            filter.add("agreements > ?", 0)
            filter.add(within: regions)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT phase, workflow, state, sum(agreements) FROM tally\(filter.clause) GROUP BY 1, 2, 3
                    """, arguments: filter.arguments
            ).compactMap { row in
                Phase(rawValue: row[0]).map { Tally(phase: $0, workflow: row[1], state: row[2], agreements: row[3]) }
            }
        }
    }

    public func occupancy(
        of workflow: String, structure: String, within regions: [String], on day: Day
    ) async throws -> [String: (agreements: Int, overdue: Int)] {
        try await read { db in
            var filter = Filter()
            filter.add("workflow = ?", workflow)
            filter.add("structure = ?", structure)
            filter.add(within: regions)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT state, count(*), sum(deadline < ?) FROM listing INDEXED BY listing_workflow\(filter.clause) \
                    GROUP BY state
                    """, arguments: [day.description] + filter.arguments)
            return .init(uniqueKeysWithValues: rows.map { ($0[0], (agreements: $0[1], overdue: $0[2])) })
        }
    }

    public func dwellTimes(within regions: [String]) async throws -> [DwellTime] {
        try await read { db in
            var filter = Filter()
            // Whole provinces have been added up already.
            let areKept = regions.allSatisfy { !$0.contains(".") }
            filter.add(areKept ? "province" : "", in: areKept && !regions.contains("00") ? regions : [])
            if !areKept { filter.add(within: regions) }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT workflow, state, days, \(areKept ? "sum(stays) FROM dwell" : "count(*) FROM stay")\(filter.clause) \
                    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                    """, arguments: filter.arguments)
            return Dictionary(grouping: rows) { [$0[0] as String, $0[1] as String] }
                .sorted { $0.key.lexicographicallyPrecedes($1.key) }
                .map { key, rows in
                    DwellTime(
                        workflow: key[0], state: key[1],
                        histogram: rows.map { (days: $0[2] as Int, count: $0[3] as Int) })
                }
        }
    }

    public func savedViews(of owner: String) async throws -> [SavedView] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT name, query FROM saved_view WHERE owner = ? ORDER BY name", arguments: [owner]
            ).map { SavedView(name: $0[0], query: $0[1]) }
        }
    }

    public func save(_ view: SavedView, of owner: String) async throws {
        try await commits.write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO saved_view (owner, name, query) VALUES (?, ?, ?)",
                arguments: [owner, view.name, view.query])
        }
    }

    public func deleteView(_ name: String, of owner: String) async throws {
        try await commits.write { db in
            try db.execute(sql: "DELETE FROM saved_view WHERE owner = ? AND name = ?", arguments: [owner, name])
            guard db.changesCount == 1 else { throw LedgerError.notFound(name) }
        }
    }
}

extension AgreementOrder {
    fileprivate var column: String {
        switch self {
        case .created: "agreement"
        case .deadline: "deadline"
        case .validUntil: "valid_until"
        case .title: "title"
        case .people: "people"
        }
    }

    fileprivate var clause: String {
        switch self {
        case .created: "agreement"
        case .people: "people DESC, agreement"
        default: "\(column), agreement"
        }
    }

    /// An id alone, or what the list is ordered by, and then the id.
    fileprivate func cursor(value: String, id: String) -> String { self == .created ? id : "\(value)~\(id)" }
}

extension Filter {
    /// - Returns: nil where nothing can be found.
    fileprivate init?(_ query: AgreementQuery, _ db: Database) throws {
        self.init()
        add("phase = ?", query.phase?.rawValue)
        add("state = ?", query.state)
        add("kind = ?", query.kind?.rawValue)
        add("instr(waiting_on, ?) > 0", query.waitingOn.map { ",\($0.rawValue)," })
        add(
            "(instr(awaiting, ',' || ? || '@') + instr(awaiting, ',~' || ? || '@')) > 0", query.awaiting,
            query.awaiting)
        add("workflow = ?", query.workflow)
        add("structure = ?", query.structure)
        add("valid_until < ?", query.endsBefore?.description)
        add("parent = ?", query.parent?.rawValue)
        if let region = query.region { add(within: [region]) }
        add(within: query.within)
        if let text = query.text {
            guard let search = SearchExpression(text) else { return nil }
            try search.add(to: &self, db)
        }
    }

    fileprivate mutating func add(after cursor: String, in order: AgreementOrder) {
        guard order != .created else { return add("agreement > ?", cursor) }
        let parts = cursor.split(separator: "~", omittingEmptySubsequences: false)
        let (value, id) = (parts.dropLast().joined(separator: "~"), String(parts.last ?? ""))
        if order == .people {
            let people = (Int64(value) ?? 0).databaseValue
            add("people <= ?", people)
            add("(people < ? OR agreement > ?)", people, id.databaseValue)
        } else {
            add("(\(order.column), agreement) > (?, ?)", value, id)
        }
    }
}
