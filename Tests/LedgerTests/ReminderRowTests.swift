import Agreements
import Calendars
import Foundation
import Ledger
import Testing

@Suite struct ReminderRowTests {
    private let now = Fixture.now

    private func ledger(_ reminders: [Reminder]) async throws -> Fixture {
        let fixture = try Fixture()
        var change = Fixture.creation("agr_a")
        change.reminders = reminders.map { .plan($0) }
        _ = try await fixture.ledger.commit(change)
        return fixture
    }

    @Test func `due ones come oldest first, and the next due time is told`() async throws {
        let fixture = try await ledger([30, 10, 20].map { Fixture.reminder("rem_\($0)", of: "agr_a", dueIn: $0) })
        #expect(try await fixture.ledger.nextReminderDue() == now + .seconds(10))
        #expect(
            try await fixture.ledger.dueReminders(at: now + .seconds(20), limit: 10).flatMap(\.reminders).map(\.id)
                == ["rem_10", "rem_20"])
        #expect(try await fixture.ledger.dueReminders(at: now, limit: 10).isEmpty)
    }

    @Test func `a reminder fires once`() async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1)])
        let agreement = Fixture.agreement("agr_a")
        func fire(_ id: String) -> Change {
            Change(
                events: [Fixture.event(id, of: agreement, .noteAdded(Note(kind: .comment, text: "")))],
                reminders: [.fire(id: "rem_1", late: nil, at: now + .seconds(1))])
        }
        _ = try await fixture.ledger.commit(fire("evt_2"))
        await #expect(throws: LedgerError.reminderEnded("rem_1")) { try await fixture.ledger.commit(fire("evt_3")) }
        #expect(try await fixture.ledger.head()?.seq == 2)
        #expect(try await fixture.ledger.reminder("rem_1")?.state == .sent)
    }

    @Test(arguments: [Reminder.State.superseded, .cancelled])
    func `an ended reminder is never due again`(_ state: Reminder.State) async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1)])
        _ = try await fixture.ledger.commit(Change(reminders: [.end(id: "rem_1", as: state, at: now)]))
        #expect(try await fixture.ledger.dueReminders(at: now + .seconds(99), limit: 10).isEmpty)
        #expect(try await fixture.ledger.reminder("rem_1")?.endedAt == now)
        // Ending it once more changes nothing.
        _ = try await fixture.ledger.commit(Change(reminders: [.end(id: "rem_1", as: .sent, at: now)]))
        #expect(try await fixture.ledger.reminder("rem_1")?.state == state)
    }

    @Test func `one that a newer one stands for is missed, with the time between which nobody was told`() async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1)])
        let late = Lateness(.outage, from: now, to: now + .seconds(90))
        let collapse = Change(reminders: [.collapse(id: "rem_1", into: "rem_2", late: late, at: now + .seconds(99))])
        _ = try await fixture.ledger.commit(collapse)
        let missed = try #require(try await fixture.ledger.reminder("rem_1"))
        #expect(missed.state == .missed)
        #expect(missed.late == late)
        #expect(missed.collapsedInto == "rem_2")
        await #expect(throws: LedgerError.reminderEnded("rem_1")) { try await fixture.ledger.commit(collapse) }
    }

    @Test func `what is due comes by agreement, the longest waiting first, and whole`() async throws {
        let fixture = try await ledger([3, 8, 40].map { Fixture.reminder("rem_a\($0)", of: "agr_a", dueIn: $0) })
        var second = Fixture.creation("agr_b")
        second.reminders = [2, 9].map { .plan(Fixture.reminder("rem_b\($0)", of: "agr_b", dueIn: $0)) }
        _ = try await fixture.ledger.commit(second)
        let all = try await fixture.ledger.dueReminders(at: now + .seconds(10), limit: 10)
        #expect(all.map(\.agreement.rawValue) == ["agr_b", "agr_a"])
        #expect(all.map { $0.reminders.map(\.id) } == [["rem_b2", "rem_b9"], ["rem_a3", "rem_a8"]])
        #expect(try await fixture.ledger.dueReminders(at: now + .seconds(10), limit: 1) == [all[0]])
    }

    @Test func `a snoozed one comes due at its new time, even after it was sent`() async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1)])
        _ = try await fixture.ledger.commit(Change(reminders: [.fire(id: "rem_1", late: nil, at: now + .seconds(1))]))
        _ = try await fixture.ledger.commit(
            Change(reminders: [.snooze(id: "rem_1", until: now + .seconds(500), reason: "rapat")]))
        #expect(try await fixture.ledger.nextReminderDue() == now + .seconds(500))
        #expect(
            try await fixture.ledger.dueReminders(at: now + .seconds(500), limit: 10).first?.reminders.map(\.state) == [
                .snoozed
            ])
    }

    @Test func `of one key only one is open`() async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1, key: "k")])
        let second = ReminderWrite.plan(Fixture.reminder("rem_2", of: "agr_a", dueIn: 2, key: "k"))
        // One that somebody put off meanwhile is not planned beside it.
        _ = try await fixture.ledger.commit(Change(reminders: [second]))
        #expect(try await fixture.ledger.reminder("rem_2") == nil)
        _ = try await fixture.ledger.commit(
            Change(reminders: [.end(id: "rem_1", as: .superseded, at: now), second]))
        #expect(try await fixture.ledger.reminder("rem_2")?.state == .planned)
        // Another agreement may have the same key.
        _ = try await fixture.ledger.commit(Fixture.creation("agr_b"))
        _ = try await fixture.ledger.commit(
            Change(reminders: [.plan(Fixture.reminder("rem_3", of: "agr_b", dueIn: 1, key: "k"))]))
    }

    @Test func `one that was sent cannot be put off once its like is planned anew`() async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1, key: "k")])
        _ = try await fixture.ledger.commit(Change(reminders: [.fire(id: "rem_1", late: nil, at: now + .seconds(1))]))
        _ = try await fixture.ledger.commit(
            Change(reminders: [.plan(Fixture.reminder("rem_2", of: "agr_a", dueIn: 9, key: "k"))]))
        await #expect(throws: LedgerError.reminderEnded("rem_1")) {
            try await fixture.ledger.commit(
                Change(reminders: [.snooze(id: "rem_1", until: now + .seconds(5), reason: "rapat")]))
        }
        #expect(try await fixture.ledger.reminder("rem_1")?.state == .sent)
    }

    @Test func `lists page without gaps or repeats where many share a moment`() async throws {
        let fixture = try await ledger(
            (0..<25).map { Fixture.reminder("rem_\($0 + 100)", of: "agr_a", dueIn: $0 / 10) })
        var seen: [String] = []
        var query = ReminderQuery(limit: 7)
        while true {
            let page = try await fixture.ledger.reminders(query)
            if page.isEmpty { break }
            seen += page.map(\.id)
            query.after = page.last?.id
        }
        #expect(seen.count == 25)
        #expect(Set(seen).count == 25)
        #expect(try await fixture.ledger.reminders(ReminderQuery(states: [.sent])).isEmpty)
    }
}
