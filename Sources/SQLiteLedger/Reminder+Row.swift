import Agreements
import Calendars
import Documents
import GRDB
import Ledger

extension Reminder {
    /// In the order that `init(row:)` reads them: by position, since looking names up costs more than reading the values.
    static let columns = """
        id, agreement, ref, region, key, rule, due_at, deadline, deadline_id, recipient, instead_of, agreement_state, \
        say_id, say_en, is_estimated, is_conditional, state, plan_version, planned_at, sent_at, times_sent, \
        times_snoozed, ended_at, reason, late_cause, late_from, late_to, collapsed_into
        """

    init(row: Row) {
        self.init(
            id: row[0], agreement: .init(rawValue: row[1]), ref: row[2], region: row[3], key: row[4], rule: row[5],
            dueAt: Instant(milliseconds: row[6]), deadline: (row[7] as String?).flatMap { Day($0) },
            deadlineID: row[8], recipient: Role(rawValue: row[9]) ?? .coordinator,
            insteadOf: (row[10] as String).split(separator: ",").compactMap { Role(rawValue: String($0)) },
            agreementState: row[11], say: Bilingual(id: row[12], en: row[13]), isEstimated: row[14],
            isConditional: row[15], state: State(rawValue: row[16]) ?? .cancelled, planVersion: row[17],
            plannedAt: (row[18] as Int64?).map { Instant(milliseconds: $0) },
            sentAt: (row[19] as Int64?).map { Instant(milliseconds: $0) }, timesSent: row[20], timesSnoozed: row[21],
            endedAt: (row[22] as Int64?).map { Instant(milliseconds: $0) }, reason: row[23],
            late: Lateness(cause: row[24], from: row[25], to: row[26]), collapsedInto: row[27])
    }

    static func fetch(_ statement: Statement, _ arguments: StatementArguments) throws -> [Reminder] {
        try Array(Row.fetchCursor(statement, arguments: arguments).map { Reminder(row: $0) })
    }
}

extension Lateness {
    fileprivate init?(cause: String?, from: Int64?, to: Int64?) {
        guard let cause = cause.flatMap(Cause.init), let from, let to else { return nil }
        self.init(cause, from: Instant(milliseconds: from), to: Instant(milliseconds: to))
    }
}

extension ReminderWrite {
    func write(_ db: Database) throws {
        switch self {
        case .plan(let reminder): try ReminderWrite.plan(reminder, db)
        case .end(let id, let state, let at):
            try db.cachedStatement(
                sql: "UPDATE reminder SET state = ?, ended_at = ? WHERE id = ? AND state IN ('planned', 'snoozed')"
            ).execute(arguments: [state.rawValue, at.milliseconds, id])
        case .fire(let id, let late, let at):
            try db.cachedStatement(
                sql: """
                    UPDATE reminder SET state = 'sent', sent_at = ?1, ended_at = ?1, times_sent = times_sent + 1, \
                    late_cause = ?2, late_from = ?3, late_to = ?4 \
                    WHERE id = ?5 AND state IN ('planned', 'snoozed') AND due_at <= ?1
                    """
            ).execute(arguments: [
                at.milliseconds, late?.cause.rawValue, late?.from.milliseconds, late?.to.milliseconds, id,
            ])
            if db.changesCount == 0 { throw LedgerError.reminderEnded(id) }
        case .collapse(let id, let newer, let late, let at):
            try db.cachedStatement(
                sql: """
                    UPDATE reminder SET state = 'missed', ended_at = ?, collapsed_into = ?, late_cause = ?, \
                    late_from = ?, late_to = ? WHERE id = ? AND state IN ('planned', 'snoozed')
                    """
            ).execute(arguments: [
                at.milliseconds, newer, late.cause.rawValue, late.from.milliseconds, late.to.milliseconds, id,
            ])
            if db.changesCount == 0 { throw LedgerError.reminderEnded(id) }
        case .acknowledge(let id, let name, let at):
            try db.cachedStatement(
                sql: """
                    UPDATE reminder SET state = 'acknowledged', reason = ?, ended_at = ? \
                    WHERE id = ? AND state IN ('planned', 'snoozed', 'sent')
                    """
            ).execute(arguments: [name, at.milliseconds, id])
            if db.changesCount == 0 { throw LedgerError.reminderEnded(id) }
        case .snooze(let id, let until, let reason):
            do {
                try db.cachedStatement(
                    sql: """
                        UPDATE reminder SET state = 'snoozed', due_at = ?, reason = ?, ended_at = NULL, \
                        times_snoozed = times_snoozed + 1, late_cause = NULL, late_from = NULL, late_to = NULL \
                        WHERE id = ? AND state IN ('planned', 'snoozed', 'sent')
                        """
                ).execute(arguments: [until.milliseconds, reason, id])
            } catch DatabaseError.SQLITE_CONSTRAINT_UNIQUE {
                // The same reminder has been planned anew; this one is history.
                throw LedgerError.reminderEnded(id)
            }
            if db.changesCount == 0 { throw LedgerError.reminderEnded(id) }
        }
    }

    private static func plan(_ reminder: Reminder, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO reminder (id, agreement, ref, region, key, rule, due_at, deadline, deadline_id, recipient, \
                instead_of, agreement_state, say_id, say_en, is_estimated, is_conditional, state, plan_version, \
                planned_at, ended_at, late_cause, late_from, late_to) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) \
                ON CONFLICT (agreement, key) WHERE state IN ('planned', 'snoozed') DO NOTHING
                """
        ).execute(arguments: [
            reminder.id, reminder.agreement.rawValue, reminder.ref, reminder.region, reminder.key, reminder.rule,
            reminder.dueAt.milliseconds, reminder.deadline?.description, reminder.deadlineID,
            reminder.recipient.rawValue, reminder.insteadOf.map(\.rawValue).joined(separator: ","),
            reminder.agreementState, reminder.say.id, reminder.say.en, reminder.isEstimated, reminder.isConditional,
            reminder.state.rawValue, reminder.planVersion, reminder.plannedAt?.milliseconds,
            reminder.endedAt?.milliseconds, reminder.late?.cause.rawValue, reminder.late?.from.milliseconds,
            reminder.late?.to.milliseconds,
        ])
    }
}
