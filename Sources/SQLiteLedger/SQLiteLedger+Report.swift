public import Agreements
public import Calendars
import GRDB
public import Ledger

/// What a report adds up.
extension SQLiteLedger {
    public func memberMonth(_ month: Month, within regions: [String], limit: Int) async throws -> MemberMonthTotal {
        try await read { db in
            var total = MemberMonthTotal()
            var filter = Filter()
            filter.add("month = ?", month.description)
            filter.add(within: regions)
            for row in try Row.fetchAll(
                db, sql: "SELECT reason, total(heads) FROM member_month\(filter.clause) GROUP BY reason",
                arguments: filter.arguments)
            {
                if let reason = MemberChange.Reason(rawValue: row[0]) { total.heads[reason] = Int64(sum: row[1]) }
            }
            total.reported =
                try Int.fetchOne(
                    db, sql: "SELECT count(DISTINCT agreement) FROM member_month\(filter.clause)",
                    arguments: filter.arguments) ?? 0
            var owing = Filter()
            owing.add("runway_month.month = ?", month.description)
            owing.add("listing.phase = ?", Phase.active.rawValue)
            owing.add(within: regions, in: "listing.region")
            // The fewer come first: those of the regions, or all with members in that month.
            let tables =
                regions.isEmpty || regions.contains("00")
                ? "runway_month CROSS JOIN listing" : "listing INDEXED BY listing_region CROSS JOIN runway_month"
            let missing = """
                FROM \(tables) ON listing.agreement = runway_month.agreement\(owing.clause) \
                AND runway_month.members > 0 AND NOT EXISTS (SELECT 1 FROM member_month \
                WHERE member_month.agreement = runway_month.agreement AND member_month.month = runway_month.month)
                """
            total.missingCount =
                try Int.fetchOne(db, sql: "SELECT count(*) \(missing)", arguments: owing.arguments) ?? 0
            total.missing = try Row.fetchAll(
                db,
                sql: """
                    SELECT listing.agreement, ref, agreement.title, listing.region, members FROM (SELECT \
                    runway_month.agreement AS owing, members \(missing) ORDER BY members DESC, owing LIMIT ?) \
                    JOIN listing ON listing.agreement = owing JOIN agreement ON id = owing ORDER BY members DESC, owing
                    """, arguments: owing.arguments + [limit]
            ).map {
                MemberMonthTotal.Missing(
                    agreement: .init(rawValue: $0[0]), ref: $0[1], title: $0[2], region: $0[3], members: $0[4])
            }
            return total
        }
    }

    public func overdue(on day: Day, within regions: [String]) async throws -> [Role: WorkTotals] {
        try await read { db in
            var filter = Filter()
            filter.add("is_gravest AND due_on < ?", day.description)
            filter.add(within: regions)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT role, count(*), total(people), total(rupiah) FROM work INDEXED BY work_harm\(filter.clause) \
                    GROUP BY role
                    """, arguments: filter.arguments)
            return rows.reduce(into: [:]) { totals, row in
                guard let role = Role(rawValue: row[0]) else { return }
                totals[role] = WorkTotals(
                    agreements: row[1], overdue: row[1], people: Int64(sum: row[2]), rupiah: Int64(sum: row[3]))
            }
        }
    }

    public func arrivals(in month: Month, within regions: [String]) async throws -> [Arrival] {
        try await read { db in
            var filter = Filter()
            filter.add("left_on BETWEEN ? AND ?", month.first.description, month.last.description)
            filter.add(within: regions)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT workflow, state, entered, count(*) FROM stay INDEXED BY stay_left\(filter.clause) \
                    GROUP BY 1, 2, 3
                    """, arguments: filter.arguments
            ).map { Arrival(workflow: $0[0], from: $0[1], state: $0[2], agreements: $0[3]) }
        }
    }

    public func endings(
        from: Month, until: Month, within regions: [String]
    ) async throws -> [Month: EndingPapers] {
        try await read { db in
            var filter = Filter()
            filter.add("valid_until BETWEEN ? AND ?", from.first.description, until.last.description)
            filter.add("phase IN (?, ?)", Phase.funding.rawValue, Phase.active.rawValue)
            filter.add(within: regions)
            var months: [Month: EndingPapers] = [:]
            for row in try Row.fetchAll(
                db,
                sql: """
                    SELECT substr(valid_until, 1, 7), count(*), total(people) FROM listing INDEXED BY listing_until\
                    \(filter.clause) GROUP BY 1
                    """, arguments: filter.arguments)
            {
                guard let month = Month(row[0] as String) else { continue }
                months[month] = EndingPapers(papers: row[1], people: Int64(sum: row[2]))
            }
            var followed = Filter()
            followed.add("key = 'renewal' AND is_followed AND role = ?", Role.coordinator.rawValue)
            followed.add("due_on BETWEEN ? AND ?", from.first.description, until.last.description)
            followed.add(within: regions)
            for row in try Row.fetchAll(
                db,
                sql: """
                    SELECT substr(due_on, 1, 7), count(*), total(people) FROM work INDEXED BY work_due\
                    \(followed.clause) GROUP BY 1
                    """, arguments: followed.arguments)
            {
                guard let month = Month(row[0] as String) else { continue }
                months[month]?.followed = row[1]
                months[month]?.peopleFollowed = Int64(sum: row[2])
            }
            return months
        }
    }
}
