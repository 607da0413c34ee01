import Agreements
import Calendars
import Documents
import Testing

@testable import Workflows

/// What stands in the way of a step: what is not met and not waived, and whose eyes have seen it already.
@Suite struct `What stands in the way` {
    private static let text = """
        workflow: sample
        format: 1
        version: "1"
        title: { id: Contoh, en: Sample }
        kinds: [pks]
        programmes: [jkn]
        initial: open
        states:
          open: { phase: draft, label: { id: Buka, en: Open }, waiting_on: [legal] }
          done: { phase: closed, final: true, label: { id: Selesai, en: Done } }
        transitions:
          finish:
            label: { id: Selesaikan, en: Finish }
            from: open
            to: done
            by: [legal]
            when:
              - { document: draft, waivable_by: [secretary, legal] }
              - { document: minutes }
              - { cel: "today > valid_from", say: { id: Belum mulai, en: Not begun } }
          drop:
            label: { id: Batal, en: Drop }
            from: open
            to: done
            by: [legal]
            exceptional: true
            when:
              - { document: draft }
              - { document: letter }
          lapse:
            label: { id: Lewat, en: Lapse }
            from: open
            to: done
            by: [system]
            when:
              - { passed: valid_until }
              - { all_signed: true }
        """

    private static func workflow(_ fourEyes: String? = nil) throws -> Workflow {
        let rule = fourEyes.map { "four_eyes: \($0)\n    when:\n      - { document: draft, w" } ?? ""
        return try Workflow(
            yaml: fourEyes == nil ? text : text.replacing("when:\n      - { document: draft, w", with: rule),
            file: "sample.yaml")
    }

    private static func waived(_ requirement: String, by role: Role) -> Waiver {
        let act = WaivingAct(requirement: requirement, say: Bilingual(id: "a", en: "b"), reason: "r")
        var agreement = Papers.agreement()
        agreement.apply(
            Event(
                id: .init(rawValue: "e"), subject: .agreement(agreement.id), version: 2,
                recordedAt: agreement.createdAt, effectiveOn: Papers.day("2026-11-02"),
                actor: Actor(name: "Ani", role: role), data: .waived(act)))
        return agreement.waivers[0]
    }

    private static func facts(_ change: (inout Agreement) -> Void = { _ in }) -> Facts {
        Papers.facts(Papers.agreement(change))
    }

    // MARK: Waivers

    @Test(
        arguments: [
            ("document:draft", .secretary, true), ("document:draft", .legal, true), ("document:draft", .admin, true),
            // Nobody else may, and a record that says so does not make it so.
            ("document:draft", .coordinator, false), ("document:draft", .system, false),
            // This one nobody may waive, the admin included.
            ("document:minutes", .secretary, false), ("document:minutes", .admin, false),
            ("document:nothing", .secretary, false),
        ] as [(String, Role, Bool)])
    func `is not what somebody has waived who may`(id: String, role: Role, isWaived: Bool) throws {
        let finish = try #require(try Self.workflow().transition("finish"))
        let waiver = Self.waived(id, by: role)
        let assessments = finish.assess(Self.facts { $0.waivers = [waiver] }, actor: nil)
        #expect(assessments.map(\.id) == ["document:draft", "document:minutes", "cel:today-valid_from"])
        #expect(assessments.allSatisfy { $0.verdict != .met })
        #expect(assessments.map(\.waiver) == [isWaived ? waiver : nil, nil, nil])
        #expect(assessments.map(\.isSatisfied) == [isWaived, false, false])
    }

    @Test func `is waived for no other step that asks the same`() throws {
        let workflow = try Self.workflow()
        let facts = Self.facts {
            $0.waivers = [Self.waived("document:draft", by: .secretary)]
            $0.documents = ["minutes", "letter"].map { Document(kind: $0, title: $0) }
            $0.validFrom = Papers.day("2026-11-01")
        }
        #expect(try #require(workflow.transition("finish")).isOpen(facts))
        #expect(try !#require(workflow.transition("drop")).isOpen(facts))
    }

    @Test func `is not waived in a bill or a funding line by what was waived in the paper`() throws {
        let finish = try #require(try Self.workflow().transition("finish"))
        var facts = Self.facts { $0.waivers = [Self.waived("document:draft", by: .secretary)] }
        #expect(finish.assess(facts, actor: nil)[0].isSatisfied)
        facts.part = .bill(Month(year: 2026, month: 1))
        #expect(!finish.assess(facts, actor: nil)[0].isSatisfied)
    }

    @Test func `comes back when the paper leaves its state`() {
        var agreement = Papers.agreement { $0.waivers = [Self.waived("document:draft", by: .secretary)] }
        agreement.apply(
            Event(
                id: .init(rawValue: "e"), subject: .agreement(agreement.id), version: 3,
                recordedAt: agreement.createdAt, effectiveOn: Papers.day("2026-11-03"), actor: .system,
                data: .stateChanged(StateChange(transition: "t", from: "open", to: "open", phase: .draft))))
        #expect(agreement.waivers.isEmpty)
    }

    // MARK: Four eyes

    private static func moves(_ steps: [(String, String, Role)]) -> [Agreement.Move] {
        steps.map { transition, name, role in
            .init(
                transition: transition, from: "a", to: "b", on: Papers.day("2026-11-02"),
                by: Actor(name: name, role: role))
        }
    }

    private static let chain = moves([
        ("submit", "Ani", .unitPIC), ("return", "Budi", .tkksd), ("submit", "Ani", .unitPIC), ("check", "Cici", .legal),
        ("turn", "pksd", .system),
    ])

    @Test(
        arguments: [
            // Nobody of the whole chain, in whatever role, however long ago.
            ("true", "Ani", false), ("true", "Budi", false), ("true", "Cici", false), ("true", "Dedi", true),
            ("true", "ani", true), ("true", nil, true),
            // The daemon is nobody.
            ("true", "pksd", true),
            // Only those who took one of these.
            ("[drop]", "Ani", true), ("[finish, drop]", "Cici", true),
        ] as [(String, String?, Bool)])
    func `is whoever has moved it before`(rule: String, name: String?, isMet: Bool) throws {
        let finish = try #require(try Self.workflow(rule).transition("finish"))
        let facts = Self.facts { $0.moves = Self.chain }
        let eyes = try #require(finish.assess(facts, actor: name.map { Actor(name: $0, role: .legal) }).last)
        #expect(eyes.id == Assessment.fourEyes)
        #expect(eyes.verdict == (isMet ? .met : .notMet))
        #expect(eyes.owner == .legal)
    }

    @Test(arguments: [("Ani", true), ("Budi", false), ("Cici", true)])
    func `is whoever took the step that the file names`(name: String, isMet: Bool) throws {
        let finish = try #require(try Self.workflow("[drop]").transition("finish"))
        let facts = Self.facts {
            $0.moves = Self.moves([
                ("open", "Ani", .legal), ("drop", "Budi", .legal), ("open", "Ani", .legal), ("drop", "Budi", .legal),
            ])
        }
        let eyes = try #require(finish.assess(facts, actor: Actor(name: name, role: .admin)).last)
        #expect(eyes.isSatisfied == isMet)
        #expect(eyes.say.id.contains("Budi") && eyes.say.en.contains("Budi") && !eyes.say.en.contains("Ani"))
    }

    @Test func `is not looked for where the file does not ask`() throws {
        for rule in [nil, "false"] {
            let finish = try #require(try Self.workflow(rule).transition("finish"))
            let assessments = finish.assess(
                Self.facts { $0.moves = Self.chain }, actor: Actor(name: "Ani", role: .legal))
            #expect(!assessments.contains { $0.id == Assessment.fourEyes })
        }
    }

    @Test func `is in a bill whoever has moved that bill`() throws {
        let finish = try #require(try Self.workflow("true").transition("finish"))
        let month = Month(year: 2026, month: 1)
        var facts = Self.facts {
            $0.moves = Self.moves([("submit", "Ani", .legal)])
            $0.bills = [Bill(month: month, amount: 1, dueOn: $0.entered.on, stage: "open")]
            $0.courses["bill/2026-01"] = .init(entered: $0.entered, moves: Self.moves([("check", "Budi", .legal)]))
        }
        facts.part = .bill(month)
        let met = ["Ani", "Budi"].map { finish.assess(facts, actor: Actor(name: $0, role: .legal)).last?.verdict }
        #expect(met == [.met, .notMet])
    }

    @Test(
        arguments: [(.legal, true), (.admin, true), (.system, false), (.coordinator, false)] as [(Role, Bool)])
    func `is the role, where the file does not name it`(role: Role, isAllowed: Bool) throws {
        #expect(try #require(try Self.workflow().transition("finish")).allows(role) == isAllowed)
    }

    // MARK: Waiting

    private static func awaited(_ change: (inout Agreement) -> Void = { _ in }) throws -> [AwaitedRequirement] {
        try workflow().awaited(facts(change))
    }

    private static let draft = AwaitedRequirement(id: "document:draft", owner: .legal, dependsOnDate: false)
    private static let minutes = AwaitedRequirement(id: "document:minutes", owner: .legal, dependsOnDate: false)
    private static let date = AwaitedRequirement(id: "cel:today-valid_from", owner: .legal, dependsOnDate: true)
    private static let signing = AwaitedRequirement(id: "all_signed", owner: .system, dependsOnDate: false)

    @Test func `is waited for on the usual way, not on the others`() throws {
        #expect(try Self.awaited() == [Self.draft, Self.minutes, Self.date, Self.signing])
    }

    @Test func `is waited for no longer once it is there or waived, but a date may turn`() throws {
        let rest = try Self.awaited {
            $0.documents = [Document(kind: "minutes", title: "")]
            $0.waivers = [Self.waived("document:draft", by: .legal)]
            $0.validFrom = Papers.day("2026-11-01")
            for index in $0.parties.indices {
                $0.parties[index].signature = Signature(signedOn: $0.entered.on, method: .wet)
            }
        }
        #expect(rest == [Self.date])
        #expect(try Self.awaited { $0.state = "done" } == [])
    }

    @Test func `is unmet today where it is not satisfied on the usual way`() throws {
        let workflow = try Self.workflow()
        let before = Self.facts { $0.validFrom = Papers.day("2026-11-02") }
        var after = before
        after.today = Papers.day("2026-11-03")
        #expect(workflow.isUnmet("cel:today-valid_from", before))
        #expect(!workflow.isUnmet("cel:today-valid_from", after))
        #expect(workflow.isUnmet("document:minutes", before) && workflow.isUnmet("all_signed", before))
        // What only an exceptional step asks for, and dates that the daemon itself waits for, nobody waits for.
        #expect(!workflow.isUnmet("document:letter", before) && !workflow.isUnmet("passed:valid_until", before))
        #expect(!workflow.isUnmet("nothing", before))
    }
}
