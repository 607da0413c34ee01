import Agreements
import Calendars
import Documents
import Ledger
import Testing
import Workflows

@testable import Engine

/// Bills and funding lines move by workflows of their own inside an agreement.
@Suite struct PartTests {
    private let march = Month("2027-03")!

    @discardableResult
    private func advance(
        _ stage: Stage, _ part: Agreement.Part, _ transition: String, _ letter: Agreement, as role: Role
    ) async throws -> Agreement {
        try await stage.submit(
            .advancePart(part, transition: transition, paid: nil, reference: nil), letter, as: role)
    }

    private func billed(_ stage: Stage, region: String = "53.71") async throws -> Agreement {
        let letter = try await stage.letter(region: region)
        return try await stage.submit(.issueBill(NewBill(month: march, amount: 1_000)), letter, as: .bpjsPIC)
    }

    private func funded(_ stage: Stage) async throws -> (letter: Agreement, line: Agreement.Part) {
        let line = FundingLine(source: .apbdII, fiscalYear: 2027, amount: 1_000, stage: .proposed)
        return (try await stage.submit(.fund(line), stage.letter(), as: .finance), .funding(line.key))
    }

    @Test(arguments: [("17", "+07:00"), ("53.71", "+08:00"), ("91.71", "+09:00")])
    func `a bill is overdue by itself on the day after its due date, where it is`(
        _ region: String, _ offset: String
    ) async throws {
        let stage = try await Stage(at: "2027-03-01T09:00:00+08:00", Letter.first)
        let letter = try await billed(stage, region: region)
        let due = try #require(letter.bills.first?.dueOn)
        try await stage.rehearse(until: "\(due)T23:59:59\(offset)")
        #expect(try await stage.agreement(letter).bills.map(\.stage) == ["issued"])
        try await stage.rehearse(until: "\(due + 1)T00:00:00\(offset)")
        let overdue = try await stage.agreement(letter)
        #expect(overdue.bills.map(\.stage) == ["in-arrears"])
        let course = overdue.course(of: .bill(march))
        #expect(course.moves.map(\.transition) == ["become-overdue"])
        #expect(course.entered.on == due + 1)
        #expect(course.entered.by == .system)
        #expect(try await stage.open(letter).contains { $0.key.hasPrefix("bill/2027-03/in-arrears") })
        try await stage.expectFreshPlan(letter)
        try await stage.expectSoundLedger()
    }

    @Test(arguments: [
        (["reconcile"], "in-arrears"), (["dispute"], "disputed"), (["settle"], "paid"),
        (["dispute", "resolve"], "in-arrears"),
    ])
    func `only a bill that nobody has paid or disputed becomes overdue`(
        _ steps: [String], _ state: String
    ) async throws {
        let stage = try await Stage(at: "2027-03-01T09:00:00+08:00", Letter.first)
        let letter = try await billed(stage)
        for step in steps { try await advance(stage, .bill(march), step, letter, as: .bpjsPIC) }
        try await stage.rehearse(until: "2027-03-20T09:00:00+08:00")
        #expect(try await stage.agreement(letter).bills.map(\.stage) == [state])
    }

    @Test func `reminders say which bill or line they are about, and go when it moves`() async throws {
        let stage = try await Stage(at: "2027-02-01T09:00:00+08:00", Letter.first)
        let letter = try await billed(stage)
        try await stage.submit(
            .issueBill(NewBill(month: Month("2027-04")!, amount: 1_000)), letter, as: .bpjsPIC)
        try await stage.submit(
            .fund(FundingLine(source: .apbdII, fiscalYear: 2027, amount: 1_000, stage: .dpa)), letter, as: .finance)
        func open(_ prefix: String) async throws -> [Reminder] {
            try await stage.open(letter).filter { $0.key.hasPrefix(prefix) }
        }
        let (first, second) = (try await open("bill/2027-03/issued"), try await open("bill/2027-04/issued"))
        let line = try await open("funding/apbd_ii-2027/dpa")
        for (reminders, id, en) in [
            (first, "Tagihan Maret 2027: ", "Bill of 2027-03: "), (second, "Tagihan April 2027: ", "Bill of 2027-04: "),
            (line, "Anggaran apbd_ii-2027: ", "Funding apbd_ii-2027: "),
        ] {
            #expect(!reminders.isEmpty)
            #expect(reminders.allSatisfy { $0.say.id.hasPrefix(id) && $0.say.en.hasPrefix(en) })
        }
        try await advance(stage, .bill(march), "reconcile", letter, as: .unitPIC)
        for reminder in first { #expect(try await stage.ledger.reminder(reminder.id)?.state == .superseded) }
        #expect(try await !open("bill/2027-03/reconciled").isEmpty)
        #expect(try await open("bill/2027-04/issued") == second)
        #expect(try await open("funding/apbd_ii-2027/dpa") == line)
        try await stage.expectFreshPlan(letter)
    }

    @Test func `a funding line goes its way by its own steps, and opens the way of the agreement`() async throws {
        let text = Letter.first.replacing(
            "  finish:",
            with: """
                  pay: { label: { id: B, en: P }, from: draft, to: done, by: [system], when: [{ funding: dpa }] }
                  finish:
                """)
        let stage = try await Stage(text)
        let (letter, line) = try await funded(stage)
        for (step, role, stageAfter) in [
            ("request-budget", Role.unitPIC, FundingStage.rka), ("enact", .finance, .apbd),
            ("issue-dpa", .coordinator, .dpa),
        ] {
            #expect(try await stage.agreement(letter).state == "draft")
            let moved = try await advance(stage, line, step, letter, as: role)
            #expect(moved.funding.map(\.stage) == [stageAfter])
            #expect(moved.course(of: line).moves.last?.transition == step)
            #expect(moved.course(of: line).entered.by.role == role)
        }
        let paid = try await stage.agreement(letter)
        #expect(paid.state == "done", "the money is there")
        #expect(paid.course(of: line).moves.map(\.from) == ["proposed", "rka", "apbd"])
        try await stage.expectSoundLedger()
    }

    @Test(arguments: [
        ("enact", Role.unitPIC), ("request-budget", .bpjsPIC), ("request-budget", .auditor), ("issue-dpa", .finance),
        ("enac", .finance), ("close", .finance),
    ])
    func `a step of a line that is for others, for later or for nobody is refused`(
        _ step: String, _ role: Role
    ) async throws {
        let stage = try await Stage(Letter.first)
        let (letter, line) = try await funded(stage)
        await #expect(throws: EngineError.self) { try await advance(stage, line, step, letter, as: role) }
        #expect(try await stage.agreement(letter) == letter)
    }

    @Test func `what there is none of cannot move, and what is misspelt is named`() async throws {
        let stage = try await Stage(Letter.first)
        let (letter, line) = try await funded(stage)
        for part in [Agreement.Part.funding("apbn-2027"), .bill(march)] {
            let error = await #expect(throws: EngineError.self) {
                try await advance(stage, part, "close", letter, as: .coordinator)
            }
            guard case .notFound(part.key)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        }
        let error = await #expect(throws: EngineError.self) {
            try await advance(stage, line, "request-budgte", letter, as: .finance)
        }
        guard case .invalid(let problems)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(problems.map(\.place.pointer) == ["/transition"])
        #expect(problems.first?.suggestion == "request-budget")
    }

    @Test func `four eyes look at those who moved the part, not at those who moved the agreement`() async throws {
        let bill = try #require(try Stage.rules().current["bill"]?.text)
        let text = bill.replacing("    from: reconciled\n", with: "    from: reconciled\n")
            .replacing("    to: disputed\n    by:", with: "    to: disputed\n    four_eyes: true\n    by:")
        #expect(text != bill)
        let stage = try await Stage(text, Letter.first)
        let letter = try await billed(stage)
        func act(_ name: String, _ command: Command) async throws {
            let present = try await stage.agreement(letter)
            _ = try await stage.engine.submit(
                command, to: letter.id.rawValue,
                Circumstances(principal: stage.person(.admin, name), version: present.version))
        }
        func step(_ transition: String) -> Command {
            .advancePart(.bill(march), transition: transition, paid: nil, reference: nil)
        }
        try await act("Ani", step("reconcile"))
        try await act("Budi", .advance(transition: "submit", reason: nil, effectiveOn: nil))
        let error = await #expect(throws: EngineError.self) { try await act("Ani", step("dispute")) }
        guard case .unmet(_, let open)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(open.map(\.id) == [Assessment.fourEyes])
        #expect(open.first?.say.en.contains("Ani") == true)
        try await act("Budi", step("dispute"))
        #expect(try await stage.agreement(letter).bills.map(\.stage) == ["disputed"])
    }

    @Test func `an agreement that has ended tells nobody of its parts any more, nor does the daemon move them`()
        async throws
    {
        let stage = try await Stage(at: "2027-03-01T09:00:00+08:00", Letter.first)
        let letter = try await stage.letter("review")
        try await stage.submit(.issueBill(NewBill(month: march, amount: 1_000)), letter, as: .bpjsPIC)
        try await stage.submit(.addDocument(Document(kind: "minutes", title: "Risalah")), letter, as: .legal)
        #expect(try await !stage.open(letter).isEmpty)
        try await stage.advance(letter, "finish", as: .legal)
        #expect(try await stage.ledger.liveReminders(of: letter.id).filter(\.state.isOpen) == [])
        try await stage.rehearse(until: "2027-06-01T09:00:00+08:00")
        #expect(try await stage.agreement(letter).bills.map(\.stage) == ["issued"])
        // It can still be paid.
        let paid = try await advance(stage, .bill(march), "settle", letter, as: .finance)
        #expect(paid.bills.map(\.isSettled) == [true])
        #expect(try await stage.ledger.liveReminders(of: letter.id).filter(\.state.isOpen) == [])
    }
}
