import Agreements
import Calendars
import Documents
import GRDB
import Ledger
import Testing

@testable import SQLiteLedger

/// Whatever makes a reminder silent is found.
@Suite struct ReminderAuditTests {
    private func reminder(_ id: String, dueIn seconds: Int) -> Reminder {
        var reminder = Fixture.reminder(id, of: "agr_a", dueIn: seconds)
        reminder.plannedAt = Fixture.now + .seconds(-10_000)
        return reminder
    }

    private func telling(_ reminder: Reminder, _ escalates: Bool = false) -> Event {
        let notice = ReminderNotice(
            reminderID: reminder.id, rule: reminder.rule, recipient: reminder.recipient, dueAt: reminder.dueAt,
            deadline: nil, state: "initiated", say: reminder.say)
        return Fixture.event(
            "evt_\(reminder.id)", of: Fixture.agreement("agr_a"),
            escalates ? .reminderEscalated(notice) : .reminderDue(notice))
    }

    /// One reminder in each state, timers too.
    private func ledger() async throws -> Fixture {
        let fixture = try Fixture()
        _ = try await fixture.ledger.commit(Fixture.creation("agr_a"))
        let (sent, escalated) = (reminder("rem_sent", dueIn: -500), reminder("rem_escalated", dueIn: -400))
        let missed = reminder("rem_missed", dueIn: -600)
        var timer = reminder("rem_timer", dueIn: -300)
        timer.recipient = .system
        let others = ["rem_open", "rem_superseded", "rem_cancelled", "rem_acknowledged"]
        var change = Change()
        change.reminders =
            ([sent, escalated, missed, timer] + others.map { reminder($0, dueIn: 1_000) }).map { .plan($0) }
        _ = try await fixture.ledger.commit(change)
        let late = Lateness(.outage, from: missed.dueAt, to: Fixture.now)
        change = Change(events: [telling(sent), telling(escalated, true)])
        change.reminders = [
            .fire(id: sent.id, late: late, at: Fixture.now), .fire(id: escalated.id, late: nil, at: Fixture.now),
            .collapse(id: missed.id, into: sent.id, late: late, at: Fixture.now),
            .end(id: timer.id, as: .sent, at: Fixture.now),
            .end(id: "rem_superseded", as: .superseded, at: Fixture.now),
            .end(id: "rem_cancelled", as: .cancelled, at: Fixture.now),
            .acknowledge(id: "rem_acknowledged", by: "Sekda", at: Fixture.now),
        ]
        _ = try await fixture.ledger.commit(change)
        return fixture
    }

    @Test func `a ledger in which every reminder accounts for itself has no faults`() async throws {
        let fixture = try await ledger()
        let audit = try await ReminderAudit(of: fixture.ledger, at: Fixture.now)
        #expect(audit.faults == [])
        #expect(audit.rows == 8 && audit.tellings == 2)
        #expect(audit.counts.planned == 7 && audit.counts.unaccounted == 0 && audit.counts.open == 1)
        #expect(audit.addressed == [.unitPIC: ["53.71"]])
        #expect(
            audit.counts.sentence
                == Bilingual(
                    id: "7 pengingat direncanakan: 2 terkirim, 1 diakui, 1 diganti, 1 dibatalkan, "
                        + "1 terlewat dengan sebab, 1 akan datang, 0 tidak terhitung",
                    en: "7 reminders planned: 2 sent, 1 acknowledged, 1 superseded, 1 cancelled, "
                        + "1 missed with a reason, 1 to come, 0 unaccounted for"))
    }

    private static let breaks: [(sql: String, fault: ReminderAudit.Fault)] = [
        (
            "UPDATE reminder SET due_at = due_at - 1061000 WHERE id = 'rem_open'",
            .overdue("rem_open", since: Fixture.now + .seconds(-61))
        ),
        ("UPDATE reminder SET ended_at = NULL WHERE id = 'rem_superseded'", .endedWithoutTime("rem_superseded")),
        ("UPDATE reminder SET times_sent = 2 WHERE id = 'rem_sent'", .tellingsDiffer("rem_sent", row: 2, events: 1)),
        (
            "UPDATE reminder SET state = 'sent' WHERE id = 'rem_cancelled'",
            .tellingsDiffer("rem_cancelled", row: 0, events: 0)
        ),
        (
            "UPDATE reminder SET times_sent = 2 WHERE id = 'rem_escalated'; \(again("rem_escalated"))",
            .toldTwice("rem_escalated", at: Fixture.now + .seconds(-400))
        ),
        ("DELETE FROM reminder WHERE id = 'rem_escalated'", .withoutRow("rem_escalated")),
        ("UPDATE reminder SET late_cause = NULL WHERE id = 'rem_missed'", .missedWithoutCause("rem_missed")),
        (
            "UPDATE reminder SET collapsed_into = 'rem_open' WHERE id = 'rem_missed'",
            .collapsedIntoSilence("rem_missed", into: "rem_open")
        ),
        (
            """
            DROP INDEX reminder_open; UPDATE reminder SET key = 'rem_open', state = 'planned', ended_at = NULL \
            WHERE id = 'rem_cancelled'
            """, .openTwice(.init(rawValue: "agr_a"), key: "rem_open")
        ),
        ("UPDATE reminder SET state = 'forgotten' WHERE id = 'rem_cancelled'", .unaccounted(1)),
    ]

    /// The same event once more.
    private static func again(_ id: String) -> String {
        """
        INSERT INTO event SELECT (SELECT max(seq) FROM event) + 1, subject, 100, type, region, version, \
        CAST(json_set(CAST(body AS TEXT), '$.seq', (SELECT max(seq) FROM event) + 1) AS BLOB), hash \
        FROM event WHERE json_extract(CAST(body AS TEXT), '$.data.reminder_id') = '\(id)'
        """
    }

    @Test(arguments: breaks.indices)
    func `each fault is found, and nothing else with it`(index: Int) async throws {
        let (sql, fault) = Self.breaks[index]
        let fixture = try await ledger()
        try await fixture.sqlite.pool.write { try $0.execute(sql: sql) }
        let audit = try await ReminderAudit(of: fixture.ledger, at: Fixture.now)
        #expect(audit.faults == [fault])
        #expect(fault.message.id != fault.message.en)
    }

    @Test func `each kind of fault has been planted`() {
        #expect(Set(Self.breaks.map(\.fault.kind)) == Set(ReminderAudit.Fault.Kind.allCases))
    }

    @Test func `a ledger at rest waits for the daemon without fault`() async throws {
        let fixture = try await ledger()
        let later = Fixture.now + .seconds(90_000)
        #expect(
            try await ReminderAudit(of: fixture.ledger, at: later).faults
                == [.overdue("rem_open", since: Fixture.now + .seconds(1_000))])
        #expect(try await ReminderAudit(of: fixture.ledger, at: nil).faults == [])
    }

    @Test func `rows that earlier versions wrote need say neither when nor why`() async throws {
        let fixture = try await ledger()
        try await fixture.sqlite.pool.write {
            try $0.execute(
                sql: """
                    UPDATE reminder SET planned_at = NULL, ended_at = NULL, late_cause = NULL, collapsed_into = NULL \
                    WHERE state <> 'planned'
                    """)
        }
        #expect(try await ReminderAudit(of: fixture.ledger, at: Fixture.now).faults == [])
    }

    @Test func `a daemon that goes on telling disturbs no audit`() async throws {
        let fixture = try await ledger()
        let rows = (0..<300).map { reminder("rem_9\($0)", dueIn: -30) }
        var change = Change()
        change.reminders = rows.map { .plan($0) }
        _ = try await fixture.ledger.commit(change)
        async let telling: Void = {
            for row in rows {
                _ = try await fixture.ledger.commit(
                    Change(events: [self.telling(row)], reminders: [.fire(id: row.id, late: nil, at: Fixture.now)]))
            }
        }()
        for _ in 0..<20 { #expect(try await ReminderAudit(of: fixture.ledger, at: Fixture.now).faults == []) }
        try await telling
        #expect(try await ReminderAudit(of: fixture.ledger, at: Fixture.now).tellings == 302)
    }
}
