import Agreements
import Calendars
import Documents
import Ledger
import Testing
import Workflows

@testable import Engine

/// New rules are put in force while agreements run.
@Suite struct AdoptionTests {
    private func preview(_ stage: Stage, _ text: String, of id: String = Letter.id) async throws -> WorkflowPreview {
        try await stage.engine.preview(text, of: id, replays: false, for: stage.person(.coordinator))
    }

    /// What changed about the open reminders of some agreements, by looking at them before and after.
    private func compare(
        _ before: [Reminder], _ after: [Reminder], wanted: Set<String>, at now: Instant
    ) -> ReminderChanges {
        let (old, new) = (Set(before.map(\.id)), Set(after.map(\.id)))
        let keys = (
            gone: Set(before.filter { !new.contains($0.id) }.map(\.keyOfAll)),
            come: Set(after.filter { !old.contains($0.id) && $0.dueAt > now }.map(\.keyOfAll))
        )
        var changes = ReminderChanges()
        changes.moved = keys.gone.intersection(keys.come).count
        changes.added = keys.come.subtracting(keys.gone).count
        changes.late = keys.gone.subtracting(keys.come).intersection(wanted).count
        changes.dropped = keys.gone.subtracting(keys.come).count - changes.late
        return changes
    }

    @Test func `other reminders reach whatever runs, exactly as the preview said and in one commit`() async throws {
        let stage = try await Stage(Letter.first)
        let drafts = [try await stage.letter(), try await stage.letter(), try await stage.letter()]
        let (review, done) = (try await stage.letter("review"), try await stage.letter("done"))
        try await stage.rehearse(until: "2026-11-05T09:00:00+08:00")
        let all = drafts + [review, done]
        func open() async throws -> [Reminder] {
            var reminders: [Reminder] = []
            for agreement in all { reminders += try await stage.open(agreement) }
            return reminders
        }
        let before = try await open()
        let said = try await preview(stage, Letter.friendlier)
        #expect(!said.changesStructure)
        #expect(said.changesPolicy)
        #expect(try await open() == before, "looking changes nothing")
        let written = stage.interruptible.agreementsWritten.count
        let changes = try #require(try await stage.adopt(Letter.friendlier))
        #expect(stage.interruptible.agreementsWritten.dropFirst(written) == [all.count])
        #expect(changes == said.reminders)
        let rules = stage.engine.rules
        let wanted = try all.flatMap { agreement in
            rules.plan(agreement, try stage.engine.workflow(of: agreement), at: stage.clock.now()).map {
                "\(agreement.id) \($0.key)"
            }
        }
        #expect(changes == compare(before, try await open(), wanted: Set(wanted), at: stage.clock.now()))
        // In each draft: sla-5 is now sla-7, which has passed; sla is now sla-1; sla is new; the second rung is gone.
        var expected = ReminderChanges()
        (expected.moved, expected.dropped, expected.added, expected.late) = (3, 3, 3, 3)
        #expect(changes == expected)
        for agreement in all { try await stage.expectFreshPlan(agreement) }
        for agreement in all { #expect(try await stage.agreement(agreement) == agreement, "no event, no new version") }
        try await stage.expectSoundLedger()
    }

    @Test func `the same rules again do nothing at all`() async throws {
        let stage = try await Stage(Letter.first)
        let draft = try await stage.letter()
        let (before, written) = (try await stage.open(draft), stage.interruptible.agreementsWritten)
        #expect(try await stage.adopt(Letter.first) == nil)
        #expect(stage.interruptible.agreementsWritten == written)
        #expect(try await preview(stage, Letter.first).reminders == ReminderChanges())
        // Another label is another policy, but no other reminder.
        #expect(try await stage.adopt(Letter.first.replacing("en: People", with: "en: Heads")) == ReminderChanges())
        #expect(try await stage.open(draft) == before)
    }

    @Test func `a holiday that is declared moves what is planned`() async throws {
        let stage = try await Stage(Letter.first)
        let draft = try await stage.letter()
        let before = try await stage.open(draft)
        let rules = stage.engine.rules
        let known = rules.calendar.holidays.days.compactMap { rules.calendar.holidays[$0] }
        var leave = try #require(known.first)
        leave.day = Day("2026-11-12")!
        let changes = try await stage.engine.adopt(
            RuleBook(
                workflows: Array(rules.current.values),
                calendar: WorkingCalendar(holidays: Holidays(known + [leave])), reference: rules.reference))
        #expect(changes?.moved == before.count)
        let after = try await stage.open(draft)
        #expect(after.map(\.key) == before.map(\.key))
        #expect(zip(before, after).allSatisfy { $0.deadline.map { $0 + 1 } == $1.deadline && $0.dueAt <= $1.dueAt })
        try await stage.expectFreshPlan(draft)
    }

    @Test func `what was put off, sent or acknowledged stays as it is`() async throws {
        let stage = try await Stage(Letter.first)
        let (off, seen, sent) = (try await stage.letter(), try await stage.letter(), try await stage.letter())
        let until = Instant("2026-11-13T10:00:00+08:00")!
        let snoozed = try await stage.engine.snooze(
            try #require(try await stage.open(off).first).id, until: until, reason: "rapat",
            Circumstances(principal: stage.person(.unitPIC)))
        let acknowledged = try await stage.engine.acknowledge(
            try #require(try await stage.open(seen).first).id, Circumstances(principal: stage.person(.unitPIC)))
        try await stage.rehearse(until: "2026-11-09T09:00:00+08:00")
        let told = try #require(
            try await stage.ledger.reminders(ReminderQuery(agreement: sent.id, states: [.sent])).first)
        // The same three, a day earlier, for the same deadline.
        try await stage.adopt(Letter.first.replacing("sla-5 kerja, sla]", with: "sla-4 kerja, sla-1 kerja]"))
        for (before, agreement) in [(snoozed, off), (acknowledged, seen), (told, sent)] {
            #expect(try await stage.ledger.reminder(before.id) == before)
            let same = try await stage.ledger.liveReminders(of: agreement.id).filter { $0.key == before.key }
            #expect(same.map(\.id) == [before.id])
        }
        #expect(try await stage.open(off).map(\.dueAt).contains(until))
    }

    @Test func `whom and what agreements wait for follows the rules`() async throws {
        let stage = try await Stage(Letter.first)
        let review = try await stage.letter("review")
        func waiting(on role: Role) async throws -> [Agreement.ID] {
            var query = AgreementQuery()
            query.waitingOn = role
            return try await stage.ledger.agreements(query).map(\.id)
        }
        #expect(try await waiting(on: .legal) == [review.id])
        #expect(try await stage.engine.unmet(for: stage.person(.admin)).map(\.owner) == [.legal])
        try await stage.adopt(
            Letter.first.replacing("waiting_on: [legal]", with: "waiting_on: [tkksd]")
                .replacing("owner: legal", with: "owner: secretary"))
        #expect(try await waiting(on: .legal) == [])
        #expect(try await waiting(on: .tkksd) == [review.id])
        #expect(try await stage.engine.unmet(for: stage.person(.admin)).map(\.owner) == [.secretary])
        #expect(try await stage.agreement(review).workflow == review.workflow)
    }

    @Test func `a rate that rises makes agreements wait for more money`() async throws {
        let text = Letter.first.replacing(
            "      - { has: heads,",
            with: "      - { funding: apbd, covers: members, owner: finance }\n      - { has: heads,")
        let stage = try await Stage(text)
        let review = try await stage.letter("review")
        try await stage.submit(
            .countMembers(
                MemberCount(segment: .pbpuBPPemda, from: Month("2027-01")!, until: Month("2027-12")!, count: 1_000)),
            review, as: .unitPIC)
        let line = FundingLine(source: .apbdII, fiscalYear: 2027, amount: 453_600_000, stage: .apbd)
        try await stage.submit(.fund(line), review, as: .finance)
        func waits() async throws -> Bool {
            try await stage.engine.unmet(for: stage.person(.admin)).contains { $0.requirement == "funding:apbd-covers" }
        }
        #expect(try await !waits(), "the money is exactly enough")
        let rules = stage.engine.rules
        let dearer = rules.reference.rates.rows.map { row in
            var row = row
            if case .amount(let amount) = row.price { row.price = .amount(amount + 1) }
            return row
        }
        try await stage.engine.adopt(
            RuleBook(
                workflows: Array(rules.current.values), calendar: rules.calendar,
                reference: ReferenceData(regions: rules.reference.regions, rates: Rates(dearer))))
        #expect(try await waits())
    }

    @Test func `another structure leaves running agreements alone`() async throws {
        let stage = try await Stage(Letter.first)
        let (draft, parked) = (try await stage.letter(), try await stage.letter("parked"))
        let before = (try await stage.open(draft), try await stage.open(parked))
        let said = try await preview(stage, Letter.second)
        #expect(said.changesStructure)
        #expect(said.reminders == ReminderChanges())
        #expect(said.nowhere == ["parked": [parked.id.rawValue]])
        #expect(try await stage.adopt(Letter.second) == ReminderChanges())
        #expect(try await stage.open(draft) == before.0)
        #expect(try await stage.open(parked) == before.1)
        #expect(try await stage.advance(draft, "submit", as: .unitPIC).state == "review")
        let fresh = try await stage.letter()
        #expect(try await stage.advance(fresh, "submit", as: .unitPIC).state == "verification")
    }

    @Test(arguments: ["bill", "funding"])
    func `a state in which bills or funding lines may be cannot be removed`(_ id: String) async throws {
        let stage = try await Stage(Letter.first)
        let text = try #require(stage.engine.rules.current[id]?.text)
        // The last state but for the end, with whatever leads there or leaves it.
        let lost = id == "bill" ? "disputed" : "exhausted"
        let without = try Pruning.text(text, without: lost)
        let before = stage.engine.rules.current[id]
        for refused in 0..<2 {
            let error = await #expect(throws: DocumentError.self) {
                if refused == 0 {
                    try await stage.adopt(without)
                } else {
                    _ = try await preview(stage, without, of: id)
                }
            }
            #expect(error?.problems.map(\.message.en).filter { $0.contains("'\(lost)'") }.count == 1)
            #expect(error?.problems.first?.message.id.contains("'\(lost)'") == true)
        }
        #expect(stage.engine.rules.current[id] == before)
    }

    @Test func `the preview of rules for bills counts the bills of all agreements`() async throws {
        let stage = try await Stage(Letter.first)
        for _ in 0..<3 {
            let letter = try await stage.letter()
            try await stage.submit(
                .issueBill(NewBill(month: Month("2027-01")!, amount: 1_000)), letter, as: .bpjsPIC)
        }
        let bill = try #require(stage.engine.rules.current["bill"]?.text)
        let text = bill.replacing("at: [sla-1 kerja, sla]", with: "at: [sla-2 kerja, sla]")
        #expect(text != bill)
        let said = try await preview(stage, text, of: "bill")
        let changes = try await stage.adopt(text)
        #expect(changes == said.reminders)
        #expect((changes?.moved ?? 0) + (changes?.late ?? 0) >= 3)
    }

    @Test func `there and back again leaves everything as it was, even where the clock stands still`() async throws {
        let stage = try await Stage(Letter.first)
        let draft = try await stage.letter()
        let before = try await stage.open(draft).map(Telling.init)
        try await stage.adopt(Letter.friendlier)
        #expect(try await stage.open(draft).map(Telling.init) != before)
        try await stage.adopt(Letter.first)
        #expect(try await stage.open(draft).map(Telling.init) == before)
        // Under the next structure it keeps the policy that was in force last, not just any that ever was.
        try await stage.adopt(Letter.second)
        #expect(try await stage.open(draft).map(Telling.init) == before)
        try await stage.adopt(Letter.friendlier)
        try await stage.adopt(Letter.second)
        #expect(try await stage.open(draft).map(Telling.init) != before)
        try await stage.adopt(Letter.first)
        #expect(try await stage.open(draft).map(Telling.init) == before)
        #expect(try await stage.agreement(draft) == draft)
        #expect(try await stage.open(draft).count == Set(try await stage.open(draft).map(\.key)).count)
    }

    @Test func `bills go back to the rules before with their file`() async throws {
        let stage = try await Stage(Letter.first)
        let letter = try await stage.letter()
        try await stage.submit(
            .issueBill(NewBill(month: Month("2027-01")!, amount: 1_000)), letter, as: .bpjsPIC)
        let before = try await stage.open(letter).map(Telling.init)
        let bill = try #require(stage.engine.rules.current["bill"]?.text)
        // Another structure, and other reminders with it.
        try await stage.adopt(
            Pruning.text(bill, withoutTransition: "fall-into-arrears")
                .replacing("at: [sla-1 kerja, sla]", with: "at: [sla]"))
        #expect(try await stage.open(letter).map(Telling.init) != before)
        try await stage.adopt(bill)
        #expect(try await stage.open(letter).map(Telling.init) == before)
    }

    @Test func `when the ledger fails nothing has moved, and the next attempt makes up for it`() async throws {
        let stage = try await Stage(Letter.first)
        let draft = try await stage.letter()
        let before = try await stage.open(draft)
        stage.interruptible.interrupt { throw LedgerError.full }
        await #expect(throws: LedgerError.full) { try await stage.adopt(Letter.friendlier) }
        #expect(stage.interruptible.hasInterrupted)
        #expect(try await stage.open(draft) == before)
        let changes = try await stage.adopt(Letter.friendlier)
        #expect(changes?.moved == 2)
        try await stage.expectFreshPlan(draft)
    }

    @Test func `a bill that was past due already when the rules came falls into arrears by itself`() async throws {
        let today = try #require(try Stage.rules().current["bill"]?.text)
        // As bills were before: nobody called them overdue but a person.
        let before = try Pruning.text(today, withoutTransition: "become-overdue")
        let stage = try await Stage(at: "2027-03-20T09:00:00+08:00", before, Letter.first)
        let letter = try await stage.letter()
        let billed = try await stage.submit(
            .issueBill(NewBill(month: Month("2027-03")!, amount: 1_000)), letter, as: .bpjsPIC)
        #expect(billed.bills.allSatisfy { $0.dueOn < Day("2027-03-20")! })
        #expect(billed.bills.map(\.stage) == ["issued"])
        try await stage.adopt(today)
        try await stage.rehearse(until: "2027-03-20T09:01:00+08:00")
        #expect(try await stage.agreement(letter).bills.map(\.stage) == ["in-arrears"])
        try await stage.expectFreshPlan(letter)
        try await stage.expectSoundLedger()
    }
}

extension Reminder {
    /// Its key among the reminders of all agreements.
    fileprivate var keyOfAll: String { "\(agreement) \(key)" }
}
