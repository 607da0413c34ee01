import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Testing
import Workflows

@testable import Engine

/// Each of these was wrong once.
@Suite struct RegressionTests {
    @Test(arguments: [Int64.max, Int64.min, 1_000_000_000_000_001])
    func `a number that would overflow what is computed from it is refused where it is read`(_ number: Int64) {
        let problems = Problems()
        #expect(FieldValue(Node(Node.Value.integer(number), at: Place()), as: .integer, problems) == nil)
        #expect(FieldValue(Node(Node.Value.number(1e300), at: Place()), as: .decimal, problems) == nil)
        #expect(problems.all.count == 2)
    }

    @Test func `a longer term plans the reminders before its new end again`() async throws {
        let stage = try await Stage()
        var new = stage.new()
        new.state = "in-force"
        new.source = "register"
        new.validFrom = Day("2026-01-01")
        new.validUntil = Day("2026-11-20")
        let agreement = try await stage.create(new)
        let rehearsal = Rehearsal(stage.engine, clock: stage.clock, deliveries: Silence.deliveries(stage.engine))
        _ = try await rehearsal.advance(to: Instant("2026-11-19T09:00:00+08:00")!)
        let sent = try await stage.ledger.reminders(
            ReminderQuery(agreement: agreement.id, states: [.sent], limit: 1_000))
        let served = Set(sent.filter { $0.deadline == Day("2026-11-20") }.map(\.key))
        #expect(!served.isEmpty)
        var amendment = Amendment()
        amendment.validUntil = Day("2027-12-31")
        try await stage.submit(.amend(amendment), agreement, as: .coordinator)
        let planned = try await stage.ledger.reminders(
            ReminderQuery(agreement: agreement.id, states: [.planned], limit: 1_000))
        let again = Set(planned.filter { $0.deadline == Day("2027-12-31") }.map(\.key))
        #expect(again.isSuperset(of: served))
    }

    @Test func `correcting a party keeps its signature, and a party that has signed cannot be dropped`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.readyToSign()
        let signed = try await stage.submit(
            .sign(SigningAct(party: "pemkot", signedOn: Day("2026-11-01")!, method: .wet)), agreement, as: .coordinator)
        var amendment = Amendment()
        amendment.parties = signed.parties.map {
            Party(key: $0.key, name: $0.name + " baru", side: $0.side, required: true)
        }
        // Who signed is who signed; only an admin mends what was entered wrongly.
        await #expect(throws: EngineError.self) {
            try await stage.submit(.amend(amendment), agreement, as: .coordinator)
        }
        let amended = try await stage.submit(.amend(amendment), agreement, as: .admin)
        #expect(amended.parties[0].signature == signed.parties[0].signature)
        #expect(amended.parties[0].name.hasSuffix("baru"))
        amendment.parties = [amended.parties[1]]
        await #expect(throws: EngineError.self) {
            try await stage.submit(.amend(amendment), agreement, as: .coordinator)
        }
        amendment.parties = []
        await #expect(throws: EngineError.self) {
            try await stage.submit(.amend(amendment), agreement, as: .coordinator)
        }
    }

    private func wish(_ url: String, allow: [String]? = nil) -> EndpointWish {
        var wish = EndpointWish()
        wish.url = url
        wish.allow = allow
        return wish
    }

    @Test func `only an admin points an endpoint that may reach inner addresses somewhere else`() async throws {
        let stage = try await Stage()
        let endpoint = try await stage.engine.createEndpoint(
            wish("http://10.0.0.5/", allow: ["10.0.0.0/8"]), Circumstances(principal: stage.person(.admin))
        )
        await #expect(throws: EngineError.self) {
            try await stage.engine.changeEndpoint(
                endpoint.id, wish("http://10.0.0.6/"), Circumstances(principal: stage.person(.integration))
            )
        }
    }

    @Test func `an endpoint that is gone is not brought back by its own 410, and one that stops is told once`()
        async throws
    {
        let stage = try await Stage()
        let admin = Circumstances(principal: stage.person(.admin))
        let wish = wish("http://127.0.0.1/", allow: ["127.0.0.0/8"])
        let gone = try await stage.engine.createEndpoint(wish, admin)
        try await stage.engine.deleteEndpoint(gone.id, for: admin.principal)
        try await stage.engine.disable(gone.id, because: "410 Gone")
        #expect(try await stage.ledger.endpoints().isEmpty)
        let stopping = try await stage.engine.createEndpoint(wish, admin)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { try await stage.engine.disable(stopping.id, because: "410 Gone") } }
            try await group.waitForAll()
        }
        #expect(try await stage.ledger.events(EventQuery(type: .endpointDisabled)).count == 1)
    }

    @Test func `facts and papers of another region stay unseen`() async throws {
        let stage = try await Stage()
        let other = try await stage.create(stage.new(ref: "elsewhere", region: "17"))
        let local = stage.person(.coordinator, "local", regions: ["53.71"])
        await #expect(throws: EngineError.self) { try await stage.engine.coverage(of: "17", for: local) }
        for parent in [other.id.rawValue, "elsewhere", "no-such-paper"] {
            var new = stage.new()
            new.parent = parent
            let error = await #expect(throws: EngineError.self) {
                try await stage.engine.create(new, Circumstances(principal: local))
            }
            #expect(error?.message.en == "there is no agreement '\(parent)'")
        }
    }

    @Test func `a snoozed reminder does not fire before its new time`() async throws {
        let stage = try await Stage()
        _ = try await stage.create()
        stage.clock.advance(to: try #require(try await stage.ledger.nextReminderDue()))
        let due = try #require(
            try await stage.ledger.dueReminders(at: stage.clock.now(), limit: 1).first?.reminders.first)
        let asked = Circumstances(principal: stage.person(.unitPIC))
        _ = try await stage.engine.snooze(
            due.id, until: stage.clock.now() + .seconds(3_600), reason: "rapat", asked)
        _ = try await ReminderService(stage.engine).fireDue()
        #expect(try await stage.ledger.reminder(due.id)?.state == .snoozed)
        await #expect(throws: EngineError.self) {
            try await stage.engine.snooze(
                "rem_none", until: stage.clock.now() + .seconds(9), reason: "rapat", asked)
        }
    }

    @Test func `the farthest bill reads back, and absurd percentages are computed with`() async throws {
        let stage = try await Stage(at: "2027-04-01T09:00:00+08:00")
        var new = stage.new()
        new.workflow = "jamsostek"
        new.programme = .jamsostek
        new.fields = [
            "target_coverage_percent": Figure(value: .integer(1_000_000_000)),
            "population": Figure(value: .integer(1_000_000_000_000_000)),
            "coverage_percent": Figure(value: .integer(-1_000_000_000)),
        ]
        let agreement = try await stage.create(new)
        try await stage.submit(
            .issueBill(NewBill(month: Month("2200-12")!, amount: 1)), agreement, as: .bpjsPIC)
        #expect(try await LedgerAudit(of: stage.ledger).faults == [])
    }
}
