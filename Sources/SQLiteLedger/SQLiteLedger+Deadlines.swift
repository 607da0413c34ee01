import Agreements
public import Calendars
import Documents
import GRDB
public import Ledger

extension SQLiteLedger {
    public func deadlines(_ scope: DeadlineScope, endedAfter: Instant) async throws -> [DeadlineRow] {
        try await read { db in
            var filter = Filter()
            filter.add("deadline_id IS NOT NULL AND recipient <> ?", Role.system.rawValue)
            filter.add(
                "(state IN ('planned', 'snoozed') OR ended_at > \(endedAfter.milliseconds) OR deadline > ?)",
                Zone.wib.day(at: endedAfter).description)
            filter.add("agreement = ?", scope.agreement?.rawValue)
            filter.add("recipient", in: scope.roles.map(\.rawValue))
            filter.add(within: scope.within)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    WITH wanted AS (SELECT DISTINCT agreement, deadline_id FROM reminder\(filter.clause)) \
                    SELECT agreement, deadline_id, deadline, due_at, recipient, say_id, say_en, is_estimated, state, \
                    plan_version, coalesce(planned_at, 0), sent_at, ended_at, times_snoozed \
                    FROM wanted JOIN reminder USING (agreement, deadline_id) WHERE recipient <> ? \
                    ORDER BY plan_version, planned_at, due_at, id
                    """, arguments: filter.arguments + [Role.system.rawValue])
            var courses: [String: Course] = [:]
            var deadlines: [DeadlineRow] = []
            while let row = try rows.next() {
                let agreement: String = row[0]
                let known = courses[agreement]
                guard let course = try known ?? Course.of(agreement, db) else { continue }
                courses[agreement] = course
                if let deadline = DeadlineRow(row, course) { deadlines.append(deadline) }
            }
            return deadlines
        }
    }
}

extension DeadlineRow {
    /// By position, in the order that they are asked for above.
    fileprivate init?(_ row: Row, _ course: Course) {
        guard let day = (row[2] as String?).flatMap({ Day($0) }), let recipient = Role(rawValue: row[4]),
            let state = Reminder.State(rawValue: row[8])
        else { return nil }
        self.init(
            paper: course.paper, deadlineID: row[1], deadline: day, dueAt: Instant(milliseconds: row[3]),
            recipient: recipient, say: Bilingual(id: row[5], en: row[6]), isEstimated: row[7], state: state,
            planVersion: row[9], plannedAt: Instant(milliseconds: row[10]), sentAt: instant(row[11]),
            endedAt: instant(row[12]), timesSnoozed: row[13], stageBegan: course.began(row[1]))
    }
}

private func instant(_ milliseconds: Int64?) -> Instant? { milliseconds.map { Instant(milliseconds: $0) } }

/// What the calendar says of an agreement besides its deadlines, read without the rest of the record.
private struct Course {
    var paper: DeadlineRow.Paper
    var entered: Instant
    /// By the key of the part.
    var parts: [String: Agreement.Course]

    static func of(_ agreement: String, _ db: Database) throws -> Course? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT ref, title, region, json_extract(CAST(snapshot AS TEXT), '$.entered.at'), \
                    json_extract(CAST(snapshot AS TEXT), '$.courses') FROM agreement WHERE id = ?
                    """), arguments: [agreement])
        let titles = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*), max(json_extract(CAST(body AS TEXT), '$.recorded_at')) FROM event \
                    WHERE subject = ? AND type = ? AND json_extract(CAST(body AS TEXT), '$.data.title') IS NOT NULL
                    """), arguments: [agreement, EventType.agreementAmended.rawValue])
        guard let row, let entered = (row[3] as String?).flatMap({ Instant($0) }) else { return nil }
        return Course(
            paper: DeadlineRow.Paper(
                id: .init(rawValue: agreement), ref: row[0], title: row[1], region: row[2],
                timesRetitled: titles?[0] ?? 0, retitledAt: (titles?[1] as String?).flatMap { Instant($0) }),
            entered: entered,
            parts: try (row[4] as String?).map { try CanonicalJSON.decode([String: Agreement.Course].self, from: $0) }
                ?? [:])
    }

    /// A part's deadlines have its key before their own.
    func began(_ deadlineID: String) -> Instant {
        let part = parts.filter { deadlineID.hasPrefix($0.key + "/") }.max { $0.key.utf8.count < $1.key.utf8.count }
        return part?.value.entered.at ?? entered
    }
}
