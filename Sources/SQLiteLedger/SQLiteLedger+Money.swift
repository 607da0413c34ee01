public import Agreements
public import Calendars
import Documents
import Foundation
import GRDB
public import Ledger

extension SQLiteLedger {
    /// Keeps what a look at cover across all agreements needs. Most commits leave it as it is, and touch no page here.
    static func keepCover(of agreement: Agreement, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO cover (agreement, region, programme, kind, workflow, structure, valid_from, renews, insures, \
                insured_until, last_members) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) \
                ON CONFLICT (agreement) DO UPDATE SET region = excluded.region, programme = excluded.programme, \
                kind = excluded.kind, workflow = excluded.workflow, structure = excluded.structure, \
                valid_from = excluded.valid_from, renews = excluded.renews, insures = excluded.insures, \
                insured_until = excluded.insured_until, last_members = excluded.last_members \
                WHERE (cover.region, cover.programme, cover.kind, cover.workflow, cover.structure, cover.valid_from, \
                cover.renews, cover.insures, cover.insured_until, cover.last_members) IS NOT (excluded.region, \
                excluded.programme, excluded.kind, excluded.workflow, excluded.structure, excluded.valid_from, \
                excluded.renews, excluded.insures, excluded.insured_until, excluded.last_members)
                """
        ).execute(arguments: [
            agreement.id.rawValue, agreement.region, agreement.programme.rawValue, agreement.kind.rawValue,
            agreement.workflow.id, agreement.workflow.structure, agreement.validFrom?.description,
            agreement.renews?.rawValue, agreement.insures, agreement.insuredUntil?.description,
            agreement.lastMembers.map(\.entry).joined(separator: ","),
        ])
    }

    /// Replaces what is kept of an agreement's money.
    static func keep(_ runways: [Runway], of agreement: Agreement, _ db: Database) throws {
        let id = agreement.id.rawValue
        for table in ["runway", "runway_month", "open_bill"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE agreement = ?").execute(arguments: [id])
        }
        let year = try db.cachedStatement(
            sql: """
                INSERT INTO runway (agreement, year, needed, available, proposed, shortfall, surplus, billed, paid, people, \
                people_carried, runs_out_in) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let month = try db.cachedStatement(
            sql: "INSERT INTO runway_month (agreement, month, members, needed, billed, paid) VALUES (?, ?, ?, ?, ?, ?)")
        for runway in runways {
            try year.execute(arguments: [
                id, runway.year, runway.needed, runway.available, runway.proposed, runway.shortfall, runway.surplus,
                runway.outlook?.billed ?? 0, runway.outlook?.paid ?? 0, runway.months.map(\.members).max() ?? 0,
                runway.peopleCarried, runway.runsOutIn?.description,
            ])
            for line in runway.months where line.members > 0 || line.billed != nil {
                try month.execute(arguments: [
                    id, line.month.description, line.members, line.needed, line.billed ?? 0, line.paid ?? 0,
                ])
            }
        }
        let bill = try db.cachedStatement(
            sql: "INSERT INTO open_bill (agreement, month, due_on, record, region) VALUES (?, ?, ?, ?, ?)")
        for open in agreement.bills where !open.isSettled {
            try bill.execute(arguments: [
                id, open.month.description, open.dueOn.description, CanonicalJSON.text(open), agreement.region,
            ])
        }
    }

    static func keepCoverage(_ event: Event, _ db: Database) throws {
        guard case .coverageRecorded(let fact) = event.data, let region = event.region, let day = fact.asOfDay else {
            return
        }
        try db.cachedStatement(sql: "INSERT INTO coverage (region, as_of, seq, fact) VALUES (?, ?, ?, ?)")
            .execute(arguments: [region, day.description, event.seq, CanonicalJSON.text(fact)])
    }

    public func covers(on day: Day, in scope: Scope) async throws -> [PaperCover] {
        try await read { try SQLiteLedger.covers(on: day, in: scope, $0) }
    }

    static func covers(on day: Day, in scope: Scope, _ db: Database) throws -> [PaperCover] {
        var filter = Filter()
        filter.add("cover.kind <> ?", AgreementKind.addendum.rawValue)
        filter.add("(insured_until IS NULL OR insured_until >= ?)", (day - Gap.lookback).description)
        filter.add(scope)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, ref, title, cover.kind, programme, cover.region, cover.workflow, cover.structure, state, \
                phase, waiting_on, valid_from, insured_until, renews, insures, last_members, runway.needed, available, \
                proposed, coalesce(runway_month.members, 0), people_carried FROM cover \
                JOIN agreement ON id = cover.agreement \
                LEFT JOIN runway ON runway.agreement = id AND year = ? \
                LEFT JOIN runway_month ON runway_month.agreement = id AND month = ?\(filter.clause) \
                ORDER BY cover.agreement
                """,
            arguments: [day.year, day.month.description] + filter.arguments)
        return try Array(rows.map(PaperCover.init))
    }

    /// A table of money beside the papers. Those of a region are the fewer, and find their rows by key.
    private static func money(_ table: String, in scope: Scope) -> String {
        let isNation = (scope.region ?? "00") == "00" && (scope.within.isEmpty || scope.within.contains("00"))
        return (isNation ? "\(table) JOIN cover" : "cover CROSS JOIN \(table)")
            + " ON cover.agreement = \(table).agreement"
    }

    public func runwayTotals(of year: Int, by grouping: Grouping, in scope: Scope) async throws -> [RunwayTotal] {
        try await read { db in
            var filter = Filter()
            filter.add("year = ?", year)
            filter.add(scope)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, ref, title, cover.region, needed, available, proposed, shortfall, surplus, billed, paid, \
                    people, people_carried, runs_out_in FROM \(SQLiteLedger.money("runway", in: scope)) \
                    JOIN agreement ON id = runway.agreement\(filter.clause) ORDER BY cover.region, id
                    """, arguments: filter.arguments)
            // Added up here and not by SQLite, which ends a statement whose sum overflows with an error of its own.
            var totals: [RunwayTotal] = []
            while let row = try rows.next() {
                let total = RunwayTotal(row, grouping)
                if totals.last?.key == total.key {
                    try totals[totals.count - 1].add(total, year: year)
                } else {
                    totals.append(total)
                }
            }
            return totals
        }
    }

    public func runwayMonths(of year: Int, in scope: Scope) async throws -> [RunwayMonth] {
        try await read { db in
            var filter = Filter()
            filter.add(
                "month BETWEEN ? AND ?", Month(year: year, month: 1).description,
                Month(year: year, month: 12).description)
            filter.add(scope)
            do {
                return try Row.fetchAll(
                    db,
                    sql: """
                        SELECT month, sum(members), sum(needed), sum(billed), sum(paid) FROM \
                        \(SQLiteLedger.money("runway_month", in: scope))\(filter.clause) GROUP BY month ORDER BY month
                        """, arguments: filter.arguments
                ).compactMap { row in
                    Month(row[0] as String).map {
                        RunwayMonth(month: $0, members: row[1], needed: row[2], billed: row[3], paid: row[4])
                    }
                }
            } catch let error as DatabaseError where error.message == "integer overflow" {
                throw MoneyError.tooLarge(year: year)
            }
        }
    }

    public func overdueBills(before day: Day, in scope: Scope) async throws -> [OverdueRow] {
        try await read { db in
            var filter = Filter()
            filter.add("due_on < ?", day.description)
            filter.add(scope)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT id, ref, open_bill.region, programme, record FROM open_bill \
                    JOIN cover ON cover.agreement = open_bill.agreement \
                    JOIN agreement ON id = open_bill.agreement\(filter.clause) ORDER BY due_on, open_bill.region, id
                    """, arguments: filter.arguments
            ).map { row in
                OverdueRow(
                    agreement: .init(rawValue: row[0]), ref: row[1], region: row[2],
                    programme: Programme(rawValue: row[3]) ?? .jkn,
                    bill: try CanonicalJSON.decode(Bill.self, from: row[4] as String))
            }
        }
    }

    public func overdueBillCount(before day: Day, in scope: Scope) async throws -> Int {
        try await read { db in
            var filter = Filter()
            filter.add("due_on < ?", day.description)
            filter.add(scope, in: "open_bill.region")
            let cover = scope.programme == nil ? "" : " JOIN cover ON cover.agreement = open_bill.agreement"
            return try Int.fetchOne(
                db, sql: "SELECT count(*) FROM open_bill\(cover)\(filter.clause)", arguments: filter.arguments) ?? 0
        }
    }

    public func coverageFacts(within regions: [String]) async throws -> [String: [CoverageFact]] {
        try await read { db in
            var filter = Filter()
            filter.add(within: regions)
            let rows = try Row.fetchAll(
                db, sql: "SELECT region, fact FROM coverage\(filter.clause) ORDER BY region, as_of, seq",
                arguments: filter.arguments)
            return try rows.reduce(into: [:]) { facts, row in
                facts[row[0], default: []].append(try CanonicalJSON.decode(CoverageFact.self, from: row[1] as String))
            }
        }
    }
}

extension Filter {
    fileprivate mutating func add(_ scope: Scope, in column: String = "cover.region") {
        add("programme = ?", scope.programme?.rawValue)
        if let region = scope.region { add(within: [region], in: column) }
        add(within: scope.within, in: column)
    }
}

extension PaperCover {
    /// In the order of the columns that `covers` asks for.
    fileprivate init(_ row: Row) {
        let waitingOn = (row[10] as String).split(separator: ",").compactMap { Role(rawValue: String($0)) }
        let year = (row[16] as Int64?).map { needed in
            YearCover(
                needed: needed, available: row[17], proposed: row[18], members: row[19], peopleCarried: row[20])
        }
        self.init(
            agreement: .init(rawValue: row[0]), ref: row[1], title: row[2],
            kind: AgreementKind(rawValue: row[3]) ?? .pks, programme: Programme(rawValue: row[4]) ?? .jkn,
            region: row[5], workflow: .init(id: row[6], structure: row[7]), state: row[8],
            phase: Phase(rawValue: row[9]) ?? .draft, waitingOn: waitingOn,
            validFrom: (row[11] as String?).flatMap { Day($0) }, validUntil: (row[12] as String?).flatMap { Day($0) },
            renews: (row[13] as String?).map { .init(rawValue: $0) }, isSigned: row[14],
            lastMembers: (row[15] as String).split(separator: ",").compactMap { SegmentHeads(entry: $0) }, year: year)
    }
}

/// Written as `pbpu_bp_pemda:19000::`, which is read much faster than JSON.
extension PaperCover.SegmentHeads {
    fileprivate var entry: String {
        "\(segment.rawValue):\(heads):\(wage.map(String.init) ?? ""):\(flat.map(String.init) ?? "")"
    }

    fileprivate init?(entry: Substring) {
        let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 4, let segment = Segment(rawValue: String(parts[0])), let heads = Int64(parts[1]) else {
            return nil
        }
        self.init(segment: segment, heads: heads, wage: Int64(parts[2]), flat: Int64(parts[3]))
    }
}

extension RunwayTotal {
    fileprivate init(_ row: Row, _ grouping: Grouping) {
        let region: String = row["region"]
        switch grouping {
        case .agreement:
            self.init(key: row["id"])
            ref = row["ref"]
            title = row["title"]
        case .region: self.init(key: region)
        case .province: self.init(key: String(region.prefix(2)))
        }
        agreements = 1
        shortfall = row["shortfall"]
        short = shortfall > 0 ? 1 : 0
        needed = row["needed"]
        available = row["available"]
        proposed = row["proposed"]
        surplus = row["surplus"]
        billed = row["billed"]
        paid = row["paid"]
        people = row["people"]
        // No more than there are: what is left over here carries nobody elsewhere.
        peopleCarried = min(people, row["people_carried"] ?? 0)
        runsOutIn = (row["runs_out_in"] as String?).flatMap { Month($0) }
    }
}
