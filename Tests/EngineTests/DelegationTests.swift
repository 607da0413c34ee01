import Agreements
import Calendars
import Documents
import Ledger
import Logging
import Metrics
import Testing

@testable import Engine

/// People who are away, people who answer, and offices that nobody holds.
@Suite struct DelegationTests {
    private func told(_ stage: Stage, _ type: EventType = .reminderDue) async throws -> [ReminderNotice] {
        try await stage.ledger.events(EventQuery(type: type, limit: 1_000)).compactMap { event in
            switch event.data {
            case .reminderDue(let notice), .reminderEscalated(let notice): notice
            default: nil
            }
        }
    }

    /// A letter whose reminder of 9 November has been sent to Budi, for whom Siti stands in until the 13th.
    private func reminded() async throws -> (stage: Stage, reminder: Reminder) {
        let stage = try await Stage(Letter.first)
        let budi = try await stage.enter(named: "Budi", [.unitPIC])
        try await stage.enter(named: "Siti", [.finance])
        _ = try await stage.away(budi, "Siti", "2026-11-05", "2026-11-13")
        let letter = try await stage.letter()
        try await stage.rehearse(until: "2026-11-10T09:00:00+08:00")
        let sent = try await stage.ledger.reminders(ReminderQuery(agreement: letter.id, states: [.sent]))
        return (stage, try #require(sent.first))
    }

    @Test func `the substitute is told and may answer, and both names stay on record`() async throws {
        let (stage, reminder) = try await reminded()
        #expect(try await told(stage).first?.told == [.init(name: "Siti", onBehalfOf: "Budi")])
        let siti = stage.person(.finance, "Siti", regions: ["53.71"])
        let colleague = stage.person(.finance, "Rina", regions: ["53.71"])
        await #expect(throws: EngineError.self) {
            try await stage.engine.acknowledge(reminder.id, Circumstances(principal: colleague))
        }
        _ = try await stage.engine.snooze(
            reminder.id, until: Instant("2026-11-11T08:00:00+08:00")!, reason: "rapat",
            Circumstances(principal: siti))
        _ = try await stage.engine.acknowledge(reminder.id, Circumstances(principal: siti))
        let acts = try await stage.ledger.events(EventQuery(limit: 1_000)).compactMap { event -> String? in
            switch event.data {
            case .reminderSnoozed(let act): "\(event.actor.name) for \(act.onBehalfOf ?? "-")"
            case .reminderAcknowledged(let act): "\(event.actor.name) for \(act.onBehalfOf ?? "-")"
            default: nil
            }
        }
        #expect(acts == ["Siti for Budi", "Siti for Budi"])
    }

    @Test func `after the last day the substitute answers no more, and the holder does`() async throws {
        let (stage, reminder) = try await reminded()
        try await stage.rehearse(until: "2026-11-14T00:00:00+08:00")
        let siti = Circumstances(principal: stage.person(.finance, "Siti"))
        await #expect(throws: EngineError.self) { try await stage.engine.acknowledge(reminder.id, siti) }
        let budi = Circumstances(principal: stage.person(.unitPIC, "Budi"))
        #expect(try await stage.engine.acknowledge(reminder.id, budi).state == .acknowledged)
        let acknowledged = try #require(
            try await stage.ledger.events(EventQuery(type: .reminderAcknowledged)).first)
        guard case .reminderAcknowledged(let act) = acknowledged.data else { return }
        #expect(act.onBehalfOf == nil)
    }

    @Test func `to acknowledge twice is to acknowledge once`() async throws {
        let (stage, reminder) = try await reminded()
        let budi = Circumstances(principal: stage.person(.unitPIC, "Budi"))
        let first = try await stage.engine.acknowledge(reminder.id, budi)
        stage.clock.advance(to: Instant("2026-11-10T10:00:00+08:00")!)
        #expect(try await stage.engine.acknowledge(reminder.id, budi) == first)
        #expect(try await stage.ledger.events(EventQuery(type: .reminderAcknowledged)).count == 1)
    }

    @Test func `a reminder is put off with a reason, twice, and not past the working day before its deadline`()
        async throws
    {
        let (stage, reminder) = try await reminded()
        let budi = Circumstances(principal: stage.person(.unitPIC, "Budi"))
        #expect(reminder.deadline == Day("2026-11-16"))
        func snooze(_ until: String, _ reason: String = "rapat") async throws -> Reminder {
            try await stage.engine.snooze(reminder.id, until: Instant(until)!, reason: reason, budi)
        }
        for (until, reason, pointer, says) in [
            ("2026-11-11T08:00:00+08:00", "  ", "/reason", "tidak boleh kosong"),
            ("2026-11-11T08:00:00+08:00", String(repeating: "a", count: 501), "/reason", "paling panjang 500 huruf"),
            ("2026-11-10T08:59:00+08:00", "rapat", "/until", "harus di depan"),
            (
                // The 14th and 15th are a weekend.
                "2026-11-14T00:00:00+08:00", "rapat", "/until",
                "paling lambat 13 November 2026, satu hari kerja sebelum tenggat 16 November 2026"
            ),
        ] {
            let problems = await stage.problems { try await snooze(until, reason) }
            #expect(problems.map(\.place.pointer) == [pointer])
            #expect(problems.first?.message.id == says)
        }
        #expect(try await stage.ledger.reminder(reminder.id) == reminder)
        #expect(try await snooze("2026-11-11T08:00:00+08:00").timesSnoozed == 1)
        #expect(try await snooze("2026-11-13T23:59:59+08:00", "masih rapat").timesSnoozed == 2)
        let error = await #expect(throws: EngineError.self) { try await snooze("2026-11-13T09:00:00+08:00") }
        #expect(error?.message.id == "sudah ditunda 2 kali; akui atau selesaikan")
        let acts = try await stage.ledger.events(EventQuery(type: .reminderSnoozed)).compactMap { event -> String? in
            guard case .reminderSnoozed(let act) = event.data else { return nil }
            return "\(act.times) \(act.reason)"
        }
        #expect(acts == ["1 rapat", "2 masih rapat"])
    }

    @Test func `what ended is put off by nobody`() async throws {
        let (stage, reminder) = try await reminded()
        let budi = Circumstances(principal: stage.person(.unitPIC, "Budi"))
        _ = try await stage.engine.acknowledge(reminder.id, budi)
        let error = await #expect(throws: EngineError.self) {
            try await stage.engine.snooze(
                reminder.id, until: Instant("2026-11-11T08:00:00+08:00")!, reason: "rapat", budi)
        }
        #expect(error?.message.id == "pengingat ini sudah selesai")
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var substitute: String
        var from: String
        var until: String
        var pointer: String
        var says: String
        var testDescription: String { says }
    }

    @Test(arguments: [
        Mistake(
            substitute: "Budi", from: "2026-11-05", until: "2026-11-05", pointer: "/substitute",
            says: "harus orang lain"),
        Mistake(
            substitute: "Nobody", from: "2026-11-05", until: "2026-11-05", pointer: "/substitute",
            says: "'Nobody' tidak ada"),
        Mistake(
            substitute: "Siti", from: "2026-11-05", until: "2026-11-04", pointer: "/until",
            says: "berakhir sebelum mulai"),
        Mistake(
            substitute: "Siti", from: "2026-11-05", until: "2027-11-06", pointer: "/until",
            says: "paling lama 366 hari"),
        Mistake(substitute: "Siti", from: "2026-10-05", until: "2026-11-01", pointer: "/until", says: "sudah lewat"),
        Mistake(
            substitute: "Rina", from: "2026-11-20", until: "2026-11-30", pointer: "/substitute",
            says: "Rina sendiri digantikan Budi pada hari-hari itu, langsung atau lewat orang lain"),
    ])
    func `a delegation that cannot be`(mistake: Mistake) async throws {
        let stage = try await Stage()
        let budi = try await stage.enter(named: "Budi")
        let siti = try await stage.enter(named: "Siti")
        let rina = try await stage.enter(named: "Rina")
        _ = try await stage.away(rina, "Siti", "2026-11-10", "2026-11-20")
        _ = try await stage.away(siti, "Budi", "2026-11-20", "2026-11-25")
        let before = try await stage.ledger.delegations()
        let problems = await stage.problems {
            try await stage.away(budi, mistake.substitute, mistake.from, mistake.until)
        }
        #expect(problems.map(\.place.pointer) == [mistake.pointer])
        #expect(problems.first?.message.id == mistake.says)
        #expect(try await stage.ledger.delegations() == before)
        // The day after the chain has ended there is none.
        _ = try await stage.away(budi, "Rina", "2026-11-21", "2027-11-21")
    }

    @Test func `everybody may say who stands in for them, and nobody for others`() async throws {
        let stage = try await Stage()
        let budi = try await stage.enter(named: "Budi")
        let siti = try await stage.enter(named: "Siti", in: ["17"])
        let himself = stage.person(.legal, "Budi", regions: ["53.71"])
        let delegation = try await stage.away(budi, siti.id, "2026-11-05", "2026-11-06", as: himself)
        #expect(delegation.createdBy == himself.actor)
        let herself = stage.person(.legal, "Siti")
        await #expect(throws: EngineError.self) {
            try await stage.away(budi, "Siti", "2026-11-08", "2026-11-09", as: herself)
        }
        // She sees that she stands in, and cannot end it.
        #expect(try await stage.engine.delegations(for: herself) == [delegation])
        await #expect(throws: EngineError.self) {
            try await stage.engine.endDelegation(delegation.id, for: herself)
        }
        try await stage.engine.endDelegation(delegation.id, for: himself)
        #expect(try await stage.ledger.delegations().isEmpty)
    }

    @Test func `delegations go with either of the two people`() async throws {
        let stage = try await Stage()
        let (budi, siti) = (try await stage.enter(named: "Budi"), try await stage.enter(named: "Siti"))
        for gone in [siti, budi] {
            _ = try await stage.away(budi, "Siti", "2026-11-05", "2026-11-06")
            try await stage.engine.deletePerson(gone.id, for: stage.person(.admin))
            #expect(try await stage.ledger.delegations().isEmpty)
            if gone == siti { try await stage.enter(named: "Siti") }
        }
    }

    // MARK: Vacant offices

    private func vacant(_ stage: Stage) async throws -> Int {
        try await stage.ledger.events(EventQuery(type: .roleVacant)).count { event in
            event.data == .roleVacant(Vacancy(role: .unitPIC, region: "53.71"))
        }
    }

    @Test func `an office is called vacant once, and again only after somebody has held it`() async throws {
        let stage = try await Stage(Letter.first)
        try await stage.enter(named: "Rina", [.finance])
        _ = try await stage.letter()
        // Reminders of the 9th and the 16th.
        try await stage.rehearse(until: "2026-11-17T09:00:00+08:00")
        #expect(try await told(stage).count { $0.recipient == .unitPIC && $0.told == nil } == 2)
        #expect(try await vacant(stage) == 1)
        let vacancy = Vacancy(role: .unitPIC, region: "53.71")
        #expect(try await stage.ledger.vacancies().contains(vacancy))
        // Whoever is entered for another region changes nothing.
        try await stage.enter(named: "Jauh", [.unitPIC], in: ["17"])
        #expect(try await stage.ledger.vacancies().contains(vacancy))
        let budi = try await stage.enter(named: "Budi", [.unitPIC], in: ["53"])
        #expect(try await !stage.ledger.vacancies().contains(vacancy))
        try await stage.engine.deletePerson(budi.id, for: stage.person(.admin))
        _ = try await stage.letter()
        try await stage.rehearse(until: "2026-12-31T09:00:00+08:00")
        #expect(try await vacant(stage) == 2)
    }

    @Test(arguments: [
        (Person.MailPreference.each, "budi@a.id" as String?, Notice.State.waiting), (.each, nil, .dropped),
        (.off, "budi@a.id", .dropped),
    ])
    func `somebody whom no mail reaches holds their office all the same`(
        mail: Person.MailPreference, email: String?, state: Notice.State
    ) async throws {
        let stage = try await Stage(Letter.first)
        try await stage.enter(named: "Budi", [.unitPIC], mail: mail, email: email)
        _ = try await stage.letter()
        let mailing = Engine(
            ledger: stage.ledger, rules: stage.engine.rules, clock: stage.clock, random: SeededRandom(seed: 8),
            isRehearsal: true, sendsMail: true, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            metrics: NOOPMetricsHandler.instance)
        try await mailing.start()
        stage.clock.advance(to: Instant("2026-11-09T08:00:00+08:00")!)
        #expect(try await ReminderService(mailing).fireDue().fired == 1)
        #expect(try await told(stage).map(\.told) == [[.init(name: "Budi")]])
        #expect(try await vacant(stage) == 0)
        #expect(try await stage.ledger.notices(NoticeQuery()).map(\.state) == [state])
    }

    @Test func `before anybody has been entered no office is called vacant`() async throws {
        let stage = try await Stage(Letter.first)
        _ = try await stage.letter()
        try await stage.rehearse(until: "2026-11-17T09:00:00+08:00")
        #expect(try await !told(stage).isEmpty)
        #expect(try await vacant(stage) == 0)
    }
}

extension Stage {
    func away(
        _ person: Person, _ substitute: String, _ from: String, _ until: String, as principal: Principal? = nil
    ) async throws -> Delegation {
        try await engine.delegate(
            person.id, DelegationWish(substitute: substitute, from: Day(from)!, until: Day(until)!),
            Circumstances(principal: principal ?? self.person(.admin)))
    }
}
