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
            try await fixture.ledger.dueReminders(at: now + .seconds(20), limit: 10).map(\.id) == ["rem_10", "rem_20"])
        #expect(try await fixture.ledger.dueReminders(at: now, limit: 10).isEmpty)
    }

    @Test func `a reminder fires once`() async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1)])
        let agreement = Fixture.agreement("agr_a")
        func fire(_ id: String) -> Change {
            Change(
                events: [Fixture.event(id, of: agreement, .noteAdded(Note(kind: .comment, text: "")))],
                reminders: [.fire(id: "rem_1", reason: nil, at: now + .seconds(1))])
        }
        _ = try await fixture.ledger.commit(fire("evt_2"))
        await #expect(throws: LedgerError.reminderEnded("rem_1")) { try await fixture.ledger.commit(fire("evt_3")) }
        #expect(try await fixture.ledger.head()?.seq == 2)
        #expect(try await fixture.ledger.reminder("rem_1")?.state == .sent)
    }

    @Test(arguments: [Reminder.State.superseded, .cancelled, .missed])
    func `an ended reminder is never due again`(_ state: Reminder.State) async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1)])
        _ = try await fixture.ledger.commit(Change(reminders: [.end(id: "rem_1", as: state, reason: "why", at: now)]))
        #expect(try await fixture.ledger.dueReminders(at: now + .seconds(99), limit: 10).isEmpty)
        #expect(try await fixture.ledger.reminder("rem_1")?.reason == "why")
        // Ending it once more changes nothing.
        _ = try await fixture.ledger.commit(Change(reminders: [.end(id: "rem_1", as: .sent, reason: nil, at: now)]))
        #expect(try await fixture.ledger.reminder("rem_1")?.state == state)
    }

    @Test func `a snoozed one comes due at its new time, even after it was sent`() async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1)])
        _ = try await fixture.ledger.commit(Change(reminders: [.fire(id: "rem_1", reason: nil, at: now + .seconds(1))]))
        _ = try await fixture.ledger.commit(
            Change(reminders: [.snooze(id: "rem_1", until: now + .seconds(500), reason: "rapat")]))
        #expect(try await fixture.ledger.nextReminderDue() == now + .seconds(500))
        #expect(try await fixture.ledger.dueReminders(at: now + .seconds(500), limit: 10).map(\.state) == [.snoozed])
    }

    @Test func `of one key only one is open`() async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1, key: "k")])
        let second = ReminderWrite.plan(Fixture.reminder("rem_2", of: "agr_a", dueIn: 2, key: "k"))
        // One that somebody put off meanwhile is not planned beside it.
        _ = try await fixture.ledger.commit(Change(reminders: [second]))
        #expect(try await fixture.ledger.reminder("rem_2") == nil)
        _ = try await fixture.ledger.commit(
            Change(reminders: [.end(id: "rem_1", as: .superseded, reason: nil, at: now), second]))
        #expect(try await fixture.ledger.reminder("rem_2")?.state == .planned)
        // Another agreement may have the same key.
        _ = try await fixture.ledger.commit(Fixture.creation("agr_b"))
        _ = try await fixture.ledger.commit(
            Change(reminders: [.plan(Fixture.reminder("rem_3", of: "agr_b", dueIn: 1, key: "k"))]))
    }

    @Test func `one that was sent cannot be put off once its like is planned anew`() async throws {
        let fixture = try await ledger([Fixture.reminder("rem_1", of: "agr_a", dueIn: 1, key: "k")])
        _ = try await fixture.ledger.commit(Change(reminders: [.fire(id: "rem_1", reason: nil, at: now + .seconds(1))]))
        _ = try await fixture.ledger.commit(
            Change(reminders: [.plan(Fixture.reminder("rem_2", of: "agr_a", dueIn: 9, key: "k"))]))
        await #expect(throws: LedgerError.reminderEnded("rem_1")) {
            try await fixture.ledger.commit(
                Change(reminders: [.snooze(id: "rem_1", until: now + .seconds(5), reason: nil)]))
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
