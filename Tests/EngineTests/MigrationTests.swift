import Agreements
import Calendars
import Documents
import Ledger
import Testing
import Workflows

@testable import Engine

/// Running agreements go to another structure of their workflow, and back.
@Suite struct MigrationTests {
    private func moves(_ report: MigrationReport) -> [String] {
        report.moves.map { "\($0.fromState) > \($0.toState): \($0.agreements)" }
    }

    @discardableResult
    private func migrate(
        _ stage: Stage, from: String? = nil, _ states: [String: String] = [:], applies: Bool = true
    ) async throws -> MigrationReport {
        try await stage.engine.migrate(
            MigrationPlan(workflow: Letter.id, from: from, states: states), applies: applies, by: stage.person(.admin))
    }

    @discardableResult
    private func undo(_ stage: Stage, _ report: MigrationReport, applies: Bool = true) async throws -> MigrationReport {
        try await stage.engine.undo(try #require(report.id), of: Letter.id, applies: applies, by: stage.person(.admin))
    }

    @Test func `a renamed state is found by its former id; one that is gone is listed, and its agreements live on`()
        async throws
    {
        let stage = try await Stage(Letter.first)
        let (draft, review) = (try await stage.letter(), try await stage.letter("review"))
        let parked = try await stage.letter("parked", ref: "surat-1")
        try await stage.adopt(Letter.second)
        let before = try await stage.ledger.head()?.seq
        let preview = try await migrate(stage, applies: false)
        #expect(preview.id == nil)
        #expect(try await stage.ledger.head()?.seq == before, "looking changes nothing")
        let report = try await migrate(stage)
        #expect(moves(report) == ["draft > draft: 1", "review > verification: 1"])
        #expect(report.leftBehind.map(\.agreement) == ["surat-1"])
        #expect(report.leftBehind.map(\.state) == ["parked"])
        #expect(report.leftBehind.allSatisfy { $0.why.id.contains("parked") && $0.why.en.contains("parked") })
        #expect((preview.moves, preview.reminders) == (report.moves, report.reminders))
        #expect(preview.leftBehind == report.leftBehind)
        let structure = try #require(stage.engine.rules.current[Letter.id]?.structureHash)
        for agreement in [draft, review] {
            #expect(try await stage.agreement(agreement).workflow.structure == structure)
        }
        let moved = try await stage.agreement(review)
        #expect(moved.state == "verification")
        #expect(moved.entered == review.entered, "a change of rules buys nobody time")
        #expect(try await stage.agreement(parked) == parked)
        try await stage.expectFreshPlan(draft, review, parked)
        #expect(try await stage.advance(parked, "take-up", as: .coordinator).state == "draft")
        #expect(try await stage.advance(review, "send-back", as: .legal).state == "draft")
        try await stage.expectSoundLedger()
    }

    @Test func `the plan sends those whose state is gone`() async throws {
        let stage = try await Stage(Letter.first)
        let parked = try await stage.letter("parked")
        try await stage.adopt(Letter.second)
        #expect(moves(try await migrate(stage)) == [])
        let report = try await migrate(stage, ["parked": "verification"])
        #expect(moves(report) == ["parked > verification: 1"])
        #expect(report.leftBehind == [])
        #expect(try await stage.agreement(parked).state == "verification")
        try await stage.expectFreshPlan(parked)
    }

    @Test func `a plan may name a former id as well as the present one`() async throws {
        let stage = try await Stage(Letter.first)
        let draft = try await stage.letter()
        try await stage.adopt(Letter.second)
        try await migrate(stage, ["draft": "verification"])
        #expect(try await stage.agreement(draft).state == "verification")
    }

    @Test func `a plan that leads nowhere is refused at the place where it says so`() async throws {
        let stage = try await Stage(Letter.first)
        let parked = try await stage.letter("parked")
        try await stage.adopt(Letter.second)
        let before = try await stage.ledger.head()?.seq
        for applies in [false, true] {
            let error = await #expect(throws: EngineError.self) {
                try await migrate(stage, ["parked": "verificatoin", "review": "limbo"], applies: applies)
            }
            guard case .invalid(let problems)? = error else {
                return #expect(Bool(false), "\(String(describing: error))")
            }
            #expect(problems.map(\.place.pointer) == ["/states/parked", "/states/review"])
            #expect(problems.first?.suggestion == "verification")
        }
        await #expect(throws: EngineError.self) {
            try await stage.engine.migrate(
                MigrationPlan(workflow: "leter"), applies: true, by: stage.person(.admin))
        }
        // Bills and funding lines follow the rules of today; there is nothing to migrate.
        await #expect(throws: EngineError.self) {
            try await stage.engine.migrate(MigrationPlan(workflow: "bill"), applies: true, by: stage.person(.admin))
        }
        #expect(try await stage.ledger.head()?.seq == before)
        #expect(try await stage.agreement(parked) == parked)
    }

    @Test(arguments: [
        ("text", FieldValue.integer(5), false), ("rupiah", .integer(5), true), ("decimal", .integer(5), true),
        ("boolean", .integer(1), false), ("date", .text("2027-01-01"), true), ("date", .text("besok"), false),
        ("integer", .decimal(0.5), false), ("integer", .text("5"), false), ("boolean", .bool(true), true),
    ])
    func `a field of another type keeps those behind whose value no longer fits`(
        _ type: String, _ value: FieldValue, _ fits: Bool
    ) async throws {
        let stage = try await Stage(Letter.first)
        var new = stage.new(ref: "filled")
        new.workflow = Letter.id
        new.fields = ["heads": Figure(value: value)]
        let filled = try await stage.create(new)
        new.ref = "empty"
        new.fields = [:]
        let empty = try await stage.create(new)
        try await stage.adopt(
            Letter.second.replacing("heads: { type: integer", with: "heads: { type: \(type)"))
        let report = try await migrate(stage)
        #expect(report.leftBehind.map(\.agreement) == (fits ? [] : ["filled"]))
        #expect(report.leftBehind.allSatisfy { $0.why.en.contains("'heads'") && $0.why.en.contains(type) })
        #expect((try await stage.agreement(filled) == filled) == !fits)
        #expect(try await stage.agreement(empty).version == 2)
    }

    @Test func `each move is an event that says from where to where, by whom, and in which migration`() async throws {
        let stage = try await Stage(Letter.first)
        let review = try await stage.letter("review")
        try await stage.submit(.waive(requirement: "document:minutes", reason: "hilang"), review, as: .secretary)
        try await stage.adopt(Letter.second)
        let report = try await migrate(stage)
        let events = try await stage.ledger.events(EventQuery(type: .workflowMigrated))
        #expect(events.map(\.subject) == [.agreement(review.id)])
        guard case .migrated(let move)? = events.first?.data else { return #expect(Bool(false), "no such event") }
        #expect(move.migration == report.id)
        #expect((move.fromState, move.toState, move.phase) == ("review", "verification", .draft))
        #expect(move.fromStructure == review.workflow.structure)
        #expect(move.toStructure == events.first?.workflow)
        #expect(events.first?.actor == stage.person(.admin).actor)
        #expect(try await stage.agreement(review).waivers.map(\.reason) == ["hilang"], "the paper has not moved on")
        try await undo(stage, report)
        try await stage.expectSoundLedger()
    }

    @Test func `reminders follow: none doubled, none lost, none that was sent comes again`() async throws {
        let stage = try await Stage(Letter.first)
        let (draft, review) = (try await stage.letter(), try await stage.letter("review"))
        try await stage.rehearse(until: "2026-11-10T09:00:00+08:00")
        let sent = try await stage.ledger.reminders(ReminderQuery(states: [.sent]))
        #expect(sent.count >= 2)
        try await stage.adopt(Letter.second.replacing("sla: 10 kerja", with: "sla: 15 kerja"))
        let report = try await migrate(stage)
        try await stage.expectFreshPlan(draft, review)
        #expect(report.reminders.moved > 0)
        #expect(try await stage.ledger.reminders(ReminderQuery(states: [.sent])) == sent)
        try await undo(stage, report)
        let back = try await stage.ledger.liveReminders(of: draft.id)
        #expect(Set(back.filter(\.state.isOpen).map(\.key)).count == back.filter(\.state.isOpen).count)
        #expect(Set(back.filter(\.state.isOpen).map(\.key)).isDisjoint(with: Set(sent.map(\.key))))
        try await stage.rehearse(until: "2026-12-31T09:00:00+08:00")
        let told = try await stage.ledger.reminders(ReminderQuery(agreement: draft.id, states: [.sent], limit: 1_000))
        #expect(Set(told.map { "\($0.key) \($0.deadline?.description ?? "")" }).count == told.count)
    }

    @Test func `undoing brings each back to where it came from, or leaves it where it went on to`() async throws {
        let stage = try await Stage(Letter.first)
        let (still, onward) = (try await stage.letter("review"), try await stage.letter("review"))
        let (gone, finished) = (try await stage.letter(ref: "gone"), try await stage.letter("review"))
        try await stage.adopt(Letter.second)
        let report = try await migrate(stage)
        #expect(try await stage.advance(onward, "send-back", as: .legal).state == "draft")
        try await stage.advance(gone, "submit", as: .unitPIC)
        try await stage.submit(.addDocument(Document(kind: "minutes", title: "Risalah")), finished, as: .legal)
        try await stage.advance(finished, "finish", as: .legal)
        let look = try await undo(stage, report, applies: false)
        let undone = try await undo(stage, report)
        #expect((look.moves, look.leftBehind, look.reminders) == (undone.moves, undone.leftBehind, undone.reminders))
        #expect(undone.undoes == report.id)
        #expect(moves(undone) == ["done > done: 1", "draft > draft: 1", "verification > review: 1"])
        // Its state is one that the old structure never had; it is said, and it can go on under the new one.
        #expect(undone.leftBehind.map(\.agreement) == ["gone"])
        #expect(try await stage.agreement(still).state == "review")
        #expect(try await stage.agreement(still).workflow == still.workflow)
        #expect(try await stage.agreement(onward).state == "draft")
        #expect(try await stage.advance(gone, "send-back", as: .legal).state == "draft")
        try await stage.expectFreshPlan(still, onward, gone, finished)
        try await stage.expectSoundLedger()
    }

    @Test func `an undoing can be undone, and the list of migrations tells of all three`() async throws {
        let stage = try await Stage(Letter.first)
        let review = try await stage.letter("review")
        try await stage.adopt(Letter.second)
        let forth = try await migrate(stage)
        let back = try await undo(stage, forth)
        #expect(try await stage.agreement(review).state == "review")
        let again = try await undo(stage, back)
        #expect(try await stage.agreement(review).state == "verification")
        let records = try await stage.engine.migrations(of: Letter.id, for: stage.person(.admin))
        #expect(records.map(\.id) == [again.id, back.id, forth.id])
        #expect(records.map(\.undoes) == [back.id, forth.id, nil])
        #expect(records.allSatisfy { $0.agreements == 1 && $0.by == stage.person(.admin).actor })
        #expect(try await stage.engine.migrations(of: "addendum", for: stage.person(.admin)) == [])
        await #expect(throws: EngineError.self) {
            try await stage.engine.undo("mig_none", of: Letter.id, applies: true, by: stage.person(.admin))
        }
        try await stage.expectFreshPlan(review)
        try await stage.expectSoundLedger()
    }

    @Test func `an undoing leaves alone what has been migrated on since, and says so`() async throws {
        let stage = try await Stage(Letter.first)
        let draft = try await stage.letter(ref: "surat-1")
        try await stage.adopt(Letter.renamed)
        let one = try await migrate(stage)
        try await stage.adopt(Letter.second)
        try await migrate(stage)
        let present = try await stage.agreement(draft)
        let report = try await undo(stage, one)
        #expect(moves(report) == [])
        #expect(report.leftBehind.map(\.agreement) == ["surat-1"])
        #expect(try await stage.agreement(draft) == present)
    }

    @Test(arguments: Role.allCases.filter { $0 != .admin && $0 != .system })
    func `only an admin migrates, or looks at what it would do`(_ role: Role) async throws {
        let stage = try await Stage(Letter.first)
        _ = try await stage.letter()
        try await stage.adopt(Letter.second)
        let report = try await migrate(stage)
        for applies in [false, true] {
            await #expect(throws: EngineError.self) {
                try await stage.engine.migrate(
                    MigrationPlan(workflow: Letter.id), applies: applies, by: stage.person(role))
            }
            await #expect(throws: EngineError.self) {
                try await stage.engine.undo(
                    try #require(report.id), of: Letter.id, applies: applies, by: stage.person(role))
            }
        }
    }

    @Test func `an agreement that somebody changes at the same moment is moved nonetheless, with the change`()
        async throws
    {
        let stage = try await Stage(Letter.first)
        let (draft, other) = (try await stage.letter(), try await stage.letter())
        try await stage.adopt(Letter.second)
        stage.interruptible.interrupt {
            try await stage.advance(draft, "submit", as: .unitPIC)
            try await stage.submit(.addNote(Note(kind: .comment, text: "halo")), draft, as: .coordinator)
        }
        let report = try await migrate(stage)
        #expect(stage.interruptible.hasInterrupted)
        #expect(moves(report) == ["draft > draft: 1", "review > verification: 1"])
        let moved = try await stage.agreement(draft)
        #expect(moved.state == "verification")
        #expect(moved.notes.map(\.text) == ["halo"])
        #expect(moved.version == draft.version + 3)
        try await stage.expectFreshPlan(draft, other)
        try await stage.expectSoundLedger()
    }

    @Test func `two migrations at once move each agreement once`() async throws {
        let stage = try await Stage(Letter.first)
        let draft = try await stage.letter()
        try await stage.adopt(Letter.second)
        stage.interruptible.interrupt { try await migrate(stage) }
        let late = try await migrate(stage)
        #expect(stage.interruptible.hasInterrupted)
        #expect(moves(late) == [])
        #expect(late.leftBehind == [])
        #expect(try await stage.ledger.events(EventQuery(type: .workflowMigrated)).count == 1)
        #expect(try await stage.agreement(draft).version == 2)
    }

    @Test func `while many write, everybody is moved and every note is kept`() async throws {
        let stage = try await Stage(Letter.first)
        var letters: [Agreement] = []
        for _ in 0..<20 { letters.append(try await stage.letter()) }
        try await stage.adopt(Letter.second)
        let written = try await withThrowingTaskGroup(of: Int.self) { group in
            for letter in letters {
                group.addTask {
                    for index in 0..<10 {
                        while true {
                            do {
                                try await stage.submit(
                                    .addNote(Note(kind: .comment, text: "\(index)")), letter, as: .coordinator)
                                break
                            } catch EngineError.stale { continue }
                        }
                    }
                    return 10
                }
            }
            group.addTask {
                let report = try await migrate(stage)
                #expect(moves(report) == ["draft > draft: 20"])
                return 0
            }
            return try await group.reduce(0, +)
        }
        #expect(written == 200)
        for letter in letters {
            let moved = try await stage.agreement(letter)
            #expect(moved.workflow.structure != letter.workflow.structure)
            #expect(moved.notes.map(\.text) == (0..<10).map(String.init))
            #expect(moved.version == letter.version + 11)
            try await stage.expectFreshPlan(letter)
        }
        try await stage.expectSoundLedger()
    }

    @Test func `what has ended goes along and stays silent`() async throws {
        let stage = try await Stage(Letter.first)
        let done = try await stage.letter("done")
        try await stage.adopt(Letter.second)
        #expect(moves(try await migrate(stage)) == ["done > done: 1"])
        #expect(try await stage.agreement(done).phase == .closed)
        #expect(try await stage.open(done) == [])
    }

    @Test func `where there is nothing to move nothing happens`() async throws {
        let stage = try await Stage(Letter.first)
        let draft = try await stage.letter()
        #expect(moves(try await migrate(stage)) == [], "it follows the structure in force")
        try await stage.adopt(Letter.second)
        #expect(moves(try await migrate(stage, from: "0000")) == [], "nobody follows that structure")
        #expect(try await stage.agreement(draft) == draft)
        #expect(try await stage.ledger.events(EventQuery(type: .workflowMigrated)) == [])
        #expect(try await stage.engine.migrations(of: Letter.id, for: stage.person(.admin)) == [])
        let prefix = String(draft.workflow.structure.prefix(8))
        #expect(moves(try await migrate(stage, from: prefix)) == ["draft > draft: 1"])
    }

    @Test func `an automatic step that the new structure opens is taken at once`() async throws {
        let stage = try await Stage(Letter.first)
        let review = try await stage.letter("review")
        try await stage.adopt(
            Letter.second.replacing(
                "  finish:",
                with: """
                      drop: { label: { id: Hapus, en: Drop }, from: verification, to: done, by: [system], when: [{ has: heads }] }
                      finish:
                    """))
        let report = try await migrate(stage)
        #expect(try await ReminderService(stage.engine).fireDue().fired > 0)
        #expect(try await stage.agreement(review).state == "done")
        try await undo(stage, report)
        // Nobody has moved it since but the daemon, by the rules that are taken back.
        #expect(try await stage.agreement(review).state == "review")
        #expect(try await stage.agreement(review).workflow == review.workflow)
        try await stage.expectSoundLedger()
    }
}
