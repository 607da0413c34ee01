public import Agreements
public import Calendars
import GRDB
public import Ledger

/// Days are read from indexes that hold all that is asked of them; of the records behind, only those that are shown.
extension SQLiteLedger {
    public func dates(in month: Month, within regions: [String], limit: Int) async throws -> [DatedDay] {
        try await read { db in
            var days: [DatedDay] = []
            for kind in DatedRow.Kind.allCases {
                let source = DatedSource(kind, within: regions)
                var filter = source.filter
                filter.add(
                    "\(source.day) BETWEEN ? AND ?", month.first.description, month.last.description)
                let counts = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT \(source.day), \(source.count) FROM \(source.table)\(filter.clause) \
                        GROUP BY 1 ORDER BY 1
                        """, arguments: filter.arguments)
                for count in counts {
                    guard let day = Day(count[0] as String) else { continue }
                    days.append(
                        DatedDay(
                            day: day, kind: kind, count: count[1],
                            rows: try SQLiteLedger.dates(source, on: day, after: nil, limit: limit, db)))
                }
            }
            return days
        }
    }

    public func dates(
        of kind: DatedRow.Kind, on day: Day, within regions: [String], after: Agreement.ID?, limit: Int
    ) async throws -> [DatedRow] {
        try await read { db in
            try SQLiteLedger.dates(DatedSource(kind, within: regions), on: day, after: after, limit: limit, db)
        }
    }

    private static func dates(
        _ source: DatedSource, on day: Day, after: Agreement.ID?, limit: Int, _ db: Database
    ) throws -> [DatedRow] {
        var filter = source.filter
        filter.add("\(source.day) = ?", day.description)
        filter.add("\(source.agreement) > ?", after?.rawValue)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT id, ref, title, region FROM (SELECT DISTINCT \(source.agreement) AS found FROM \(source.table)\
                \(filter.clause) ORDER BY 1 LIMIT ?) JOIN agreement ON id = found ORDER BY id
                """, arguments: filter.arguments + [limit]
        ).map { DatedRow(agreement: .init(rawValue: $0[0]), ref: $0[1], title: $0[2], region: $0[3]) }
    }
}

/// Where the days of a kind stand.
private struct DatedSource {
    let table: String
    let day: String
    let agreement: String
    /// Two offices can have to take one step.
    let count: String
    /// What is asked of all of them.
    let filter: Filter

    init(_ kind: DatedRow.Kind, within regions: [String]) {
        var filter = Filter()
        switch kind {
        case .step:
            (table, day, agreement) = ("work INDEXED BY work_step", "due_on", "agreement")
            filter.add("key = 'step'")
        case .end:
            (table, day, agreement) = ("listing INDEXED BY listing_until", "valid_until", "agreement")
            filter.add("phase IN (?, ?)", Phase.funding.rawValue, Phase.active.rawValue)
        case .bill:
            (table, day, agreement) = ("open_bill INDEXED BY open_bill_due", "due_on", "agreement")
        }
        filter.add(within: regions)
        self.filter = filter
        count = kind == .step ? "count(DISTINCT agreement)" : "count(*)"
    }
}
