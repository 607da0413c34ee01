import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Testing

@Suite struct DeadlineRowTests {
    private let now = Fixture.now
    private let today = Zone.wita.day(at: Fixture.now)

    private func reminder(
        _ id: String, _ deadlineID: String?, on day: Int, to recipient: Role = .unitPIC, version: Int = 1,
        planned seconds: Int = 0
    ) -> Reminder {
        var reminder = Fixture.reminder(id, of: "agr_a", dueIn: 60)
        reminder.deadline = today + day
        reminder.deadlineID = deadlineID
        reminder.recipient = recipient
        reminder.planVersion = version
        reminder.plannedAt = now + .seconds(seconds)
        return reminder
    }

    private func ids(_ rows: [DeadlineRow]) -> [String] { rows.map { "\($0.deadlineID) \($0.state.rawValue)" } }

    @Test func `a deadline in question comes with its whole history, oldest plan first`() async throws {
        let fixture = try Fixture()
        var change = Fixture.creation("agr_a", ref: "a")
        change.reminders = [
            .plan(reminder("rem_1", "moved", on: 10)), .plan(reminder("rem_2", "past", on: -300)),
            .plan(reminder("rem_3", "told", on: 90)), .plan(reminder("rem_4", nil, on: 10)),
            .plan(reminder("rem_5", "timer", on: 10, to: .system)), .plan(reminder("rem_6", "late", on: -300)),
        ]
        _ = try await fixture.ledger.commit(change)
        _ = try await fixture.ledger.commit(
            Change(reminders: [
                .end(id: "rem_1", as: .superseded, at: now + .seconds(100)),
                .plan(reminder("rem_7", "moved", on: 20, to: .legal, version: 2, planned: 100)),
                .end(id: "rem_2", as: .superseded, at: now + .seconds(100)),
                .fire(id: "rem_3", late: nil, at: now + .seconds(100)),
                .fire(id: "rem_6", late: nil, at: now + .seconds(5_000)),
            ]))
        let later = now + .seconds(1_000)
        let rows = try await fixture.ledger.deadlines(DeadlineScope(), endedAfter: later)
        #expect(ids(rows).sorted() == ["late sent", "moved planned", "moved superseded", "told sent"])
        #expect(rows.filter { $0.deadlineID == "moved" }.map(\.deadline) == [today + 10, today + 20])
        #expect(rows.last?.recipient == .legal)
        #expect(rows.last?.stageBegan == now)
        #expect(rows.first { $0.deadlineID == "told" }?.sentAt == now + .seconds(100))
        #expect(rows.first?.paper == .init(id: .init(rawValue: "agr_a"), ref: "a", title: "PKS", region: "53.71"))
        // Only one of the rows is for the legal office, but the history is of all.
        let legal = try await fixture.ledger.deadlines(DeadlineScope(roles: [.legal]), endedAfter: later)
        #expect(ids(legal) == ["moved superseded", "moved planned"])
        for scope in [DeadlineScope(within: ["53.72"]), DeadlineScope(agreement: .init(rawValue: "agr_b"))] {
            #expect(try await fixture.ledger.deadlines(scope, endedAfter: later).isEmpty)
        }
        #expect(try await fixture.ledger.deadlines(DeadlineScope(within: ["53"]), endedAfter: later).count == 4)
    }

    @Test func `the deadline of a part moves on with that part`() async throws {
        let fixture = try Fixture()
        var agreement = Fixture.agreement("agr_a")
        agreement.courses = [
            "funding/a": .init(entered: .init(on: today, at: now + .seconds(7), by: .system)),
            "funding/a/b": .init(entered: .init(on: today, at: now + .seconds(9), by: .system)),
        ]
        let deadlines = ["sla/0", "funding/a/sla/0", "funding/a/b/sla/0", "funding/ab/sla/0"]
        let change = Change(
            agreement: AgreementWrite(agreement: agreement, replacing: 0, waitingOn: []),
            events: [Fixture.event("evt_1", of: agreement, .created(agreement))],
            reminders: deadlines.enumerated().map { .plan(reminder("rem_\($0)", $1, on: 5)) })
        _ = try await fixture.ledger.commit(change)
        let rows = try await fixture.ledger.deadlines(DeadlineScope(), endedAfter: now)
        let began = Dictionary(uniqueKeysWithValues: rows.map { ($0.deadlineID, $0.stageBegan) })
        #expect(began == Dictionary(uniqueKeysWithValues: zip(deadlines, [0, 7, 9, 0].map { now + .seconds($0) })))
    }

    @Test func `a title that was changed is counted`() async throws {
        let fixture = try Fixture()
        var change = Fixture.creation("agr_a")
        change.reminders = [.plan(reminder("rem_1", "sla/0", on: 5))]
        _ = try await fixture.ledger.commit(change)
        var (amendment, retitling) = (Amendment(), Amendment())
        amendment.validUntil = today
        retitling.title = "PKS"
        let agreement = Fixture.agreement("agr_a")
        _ = try await fixture.ledger.commit(
            Change(events: [
                Fixture.event("evt_2", of: agreement, .amended(amendment)),
                Fixture.event("evt_3", of: agreement, .amended(retitling)),
            ]))
        let paper = try await fixture.ledger.deadlines(DeadlineScope(), endedAfter: now).first?.paper
        #expect(paper?.timesRetitled == 1)
        #expect(paper?.retitledAt == now)
    }
}
