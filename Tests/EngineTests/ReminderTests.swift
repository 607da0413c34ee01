import Agreements
import Calendars
import Foundation
import Ledger
import Testing

@testable import Engine

@Suite struct ReminderTests {
    private func due(_ stage: Stage) async throws -> [Event] {
        try await stage.ledger.events(EventQuery(limit: 1_000))
            .filter { [.reminderDue, .reminderEscalated].contains($0.type) }
    }

    @Test func `a rehearsed month fires each reminder once, at its time, in order`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        let planned = try await stage.ledger.reminders(ReminderQuery(agreement: agreement.id, limit: 1_000))
        let end = Instant("2026-12-02T09:00:00+08:00")!
        _ = try await Rehearsal(stage.engine, clock: stage.clock, deliveries: Silence.deliveries(stage.engine)).advance(
            to: end)
        let fired = try await due(stage)
        #expect(!fired.isEmpty)
        #expect(fired.count == planned.count { $0.dueAt <= end })
        #expect(fired.map(\.recordedAt) == fired.map(\.recordedAt).sorted())
        for event in fired {
            let notice: ReminderNotice
            switch event.data {
            case .reminderDue(let due), .reminderEscalated(let due): notice = due
            default: continue
            }
            #expect(event.recordedAt == notice.dueAt)
            // Eight in the morning where the region is.
            #expect(Zone.wita.instant(of: event.effectiveOn, hour: 8) == notice.dueAt)
        }
        let left = try await stage.ledger.dueReminders(at: end, limit: 10)
        #expect(left.isEmpty)
    }

    @Test func `a move supersedes what was planned for the state before`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        let before = try await stage.ledger.liveReminders(of: agreement.id).filter {
            $0.agreementState == "initiated" && $0.rule.hasPrefix("initiated")
        }
        #expect(!before.isEmpty)
        try await stage.advance(agreement, "submit", as: .unitPIC)
        for reminder in before { #expect(try await stage.ledger.reminder(reminder.id)?.state == .superseded) }
        let open = try await stage.ledger.liveReminders(of: agreement.id).filter { $0.state == .planned }
        #expect(open.contains { $0.rule.hasPrefix("review") })
        #expect(!open.contains { $0.rule.hasPrefix("initiated") })
    }

    @Test func `a change that moves no deadline leaves the plan as it is`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        let before = try await stage.ledger.liveReminders(of: agreement.id)
        try await stage.submit(.addNote(Note(kind: .comment, text: "halo")), agreement, as: .coordinator)
        #expect(try await stage.ledger.liveReminders(of: agreement.id) == before)
    }

    @Test func `a reminder does not make anybody's version stale`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        _ = try await Rehearsal(stage.engine, clock: stage.clock, deliveries: Silence.deliveries(stage.engine))
            .advance(to: Instant("2026-11-20T09:00:00+08:00")!)
        #expect(!(try await due(stage)).isEmpty)
        _ = try await stage.engine.submit(
            .addNote(Note(kind: .comment, text: "still mine")), to: agreement.id.rawValue,
            Circumstances(principal: stage.person(.coordinator), version: agreement.version))
        #expect(try await LedgerAudit(of: stage.ledger).faults == [])
    }

    @Test func `what came due while the daemon was down is sent once and says how late`() async throws {
        let stage = try await Stage()
        _ = try await stage.create()
        let first = try #require(try await stage.ledger.nextReminderDue())
        stage.clock.advance(to: first + .seconds(3_600))
        let service = ReminderService(stage.engine)
        #expect(try await service.fireDue().fired > 0)
        #expect(try await service.fireDue().fired == 0)
        let sent = try await stage.ledger.reminders(ReminderQuery(states: [.sent]))
        #expect(!sent.isEmpty)
        #expect(sent.allSatisfy { $0.late == Lateness(.delayed, from: first, to: first + .seconds(3_600)) })
    }

    @Test func `two who fire the same reminder send it once`() async throws {
        let stage = try await Stage()
        _ = try await stage.create()
        stage.clock.advance(to: try #require(try await stage.ledger.nextReminderDue()))
        let due = try await stage.ledger.dueReminders(at: stage.clock.now(), limit: 100).flatMap(\.reminders)
        #expect(!due.isEmpty)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...3 { group.addTask { _ = try await ReminderService(stage.engine).fireDue() } }
            try await group.waitForAll()
        }
        #expect(try await self.due(stage).count == due.count)
    }

    @Test func `a rehearsal in which a reminder fails says so, and goes on once it no longer does`() async throws {
        let stage = try await Stage(Letter.first)
        let letter = try await stage.letter()
        // The whole batch fails, and then each of it alone.
        stage.interruptible.interrupt {
            stage.interruptible.interrupt { throw LedgerError.full }
            throw LedgerError.full
        }
        await #expect(throws: EngineError.self) { try await stage.rehearse(until: "2026-11-10T09:00:00+08:00") }
        #expect(stage.interruptible.hasInterrupted)
        try await stage.rehearse(until: "2026-11-10T09:00:00+08:00")
        let sent = try await stage.ledger.reminders(ReminderQuery(agreement: letter.id, states: [.sent]))
        #expect(sent.map(\.key) == ["draft/0/0/0/unit_pic"])
    }
}

/// An answer holds for the stage that it was given in.
@Suite struct AnswerStageTests {
    @Test
    func `an answer to a reminder of a stage that the paper has left begins no ladder anew, and puts nothing off`()
        async throws
    {
        let stage = try await Stage(Letter.first)
        let letter = try await stage.letter()
        try await stage.rehearse(until: "2026-11-10T09:00:00+08:00")
        let sent = try #require(
            try await stage.ledger.reminders(ReminderQuery(agreement: letter.id, states: [.sent])).first)
        try await stage.advance(letter, "submit", as: .unitPIC)
        let asked = Circumstances(principal: stage.person(.unitPIC))
        await #expect(throws: EngineError.self) {
            try await stage.engine.snooze(
                sent.id, until: stage.clock.now() + .seconds(3_600), reason: "rapat", asked)
        }
        let before = try await stage.agreement(letter)
        #expect(try await stage.engine.acknowledge(sent.id, asked).state == .acknowledged)
        #expect(try await stage.agreement(letter) == before)
        try await stage.expectSoundLedger()
    }
}
