import Documents
import Testing

@testable import Agreements
@testable import Calendars
@testable import Workflows

/// Who is told next, while those who were asked do not act.
@Suite struct `The ladder of a state` {
    private static let text = """
        workflow: ladder
        format: 1
        version: "1"
        title: { id: Tangga, en: Ladder }
        kinds: [pks]
        programmes: [jkn]
        initial: open
        states:
          open:
            phase: draft
            label: { id: Buka, en: Open }
            waiting_on: [unit_pic, legal]
            sla: 10 kerja
            until: valid_until
            remind:
              - { at: [sla-5 kerja, sla-1 kerja, sla], to: waiting_on }
              - { every: 2 kerja, after: sla, max: 4, to: [unit_pic] }
              - { at: [sla-3 kerja], to: [auditor] }
            escalate:
              - { after: sla+3 kerja, to: [unit_head] }
              - { unanswered: 3, to: [secretary], say: { id: Diam, en: Silent } }
              - { after: sla+9 kerja, to: [secretary, region_head] }
              - { after: H-1, to: [bpjs_head] }
          closed: { phase: closed, final: true, label: { id: Tutup, en: Closed } }
        transitions:
          close: { label: { id: Tutup, en: Close }, from: open, to: closed, by: [unit_pic] }
        """

    /// A paper that came on Monday 2 November 2026, whose SLA ends on Monday 16 November.
    private static func plan(
        _ edits: [(String, String)] = [], answered: String? = nil, change: (inout Agreement) -> Void = { _ in }
    ) throws -> [PlannedReminder] {
        let text = edits.reduce(text) { $0.replacing($1.0, with: $1.1) }
        let agreement = Papers.agreement {
            if let answered {
                $0.acknowledgements = [Acknowledgement(part: nil, moves: 0, on: Papers.day(answered), by: .system)]
            }
            change(&$0)
        }
        return try Workflow(yaml: text, file: "ladder.yaml").plan(Papers.facts(agreement), zone: .wib)
    }

    private static func steps(_ plan: [PlannedReminder]) -> [String] {
        plan.filter { $0.rule.contains("/escalate/") }.map {
            let insteadOf = $0.insteadOf.map(\.rawValue).joined(separator: "+")
            return "\($0.dueAt.description.prefix(10)) \($0.recipient.rawValue) for \(insteadOf)"
        }
    }

    @Test func `goes from the offices that are waited for to the next, each step naming those before it`() throws {
        let plan = try Self.plan()
        #expect(
            Self.steps(plan) == [
                "2026-11-17 secretary for unit_pic+legal", "2026-11-19 unit_head for unit_pic+legal",
                "2026-11-27 region_head for unit_head", "2026-11-27 secretary for unit_head",
            ])
        #expect(plan.filter(\.isEscalation).map(\.key).contains("open/escalate/0/0/-/unit_head"))
        #expect(plan.filter(\.isEscalation).allSatisfy { $0.deadlineID == "sla/0" && $0.state == "open" })
        #expect(plan.filter(\.isEscalation).allSatisfy { !$0.insteadOf.contains($0.recipient) })
    }

    @Test func `says since when it is late, or that nobody answers, and who was asked`() throws {
        let says = try Self.plan([(", say: { id: Diam, en: Silent }", "")]).filter(\.isEscalation).map(\.say)
        #expect(
            says.prefix(2) == [
                Bilingual(
                    id: "PKS: tahap Buka, 3 pengingat tidak dijawab; sudah diminta: PIC perangkat daerah, Bagian Hukum",
                    en:
                        "PKS: stage Open, reminders without an answer: 3; asked before: PIC of the regional office, legal office"
                ),
                Bilingual(
                    id:
                        "PKS: tahap Buka, lewat tenggat 16 November 2026; sudah diminta: PIC perangkat daerah, Bagian Hukum",
                    en:
                        "PKS: stage Open, overdue since 2026-11-16; asked before: PIC of the regional office, legal office"
                ),
            ])
        #expect(try Self.plan().first { $0.recipient == .secretary }?.say == Bilingual(id: "Diam", en: "Silent"))
    }

    @Test func `begins anew from the day of an acknowledgement, under new keys`() throws {
        // The day after the SLA: three working days later, and three more of the office's own reminders.
        let plan = try Self.plan(answered: "2026-11-17")
        #expect(
            Self.steps(plan) == [
                "2026-11-20 unit_head for unit_pic+legal", "2026-11-25 secretary for unit_head",
                "2026-11-30 region_head for unit_head", "2026-11-30 secretary for unit_head",
            ])
        #expect(plan.contains { $0.key == "open/escalate/0/0/2026-11-17/unit_head" })
        #expect(plan.filter { !$0.isEscalation } == (try Self.plan().filter { !$0.isEscalation }))
    }

    @Test func `counts from the deadline where the acknowledgement came before it`() throws {
        let plan = try Self.plan(answered: "2026-11-05")
        #expect(Self.steps(plan).contains("2026-11-19 unit_head for unit_pic+legal"))
        // None had come by then; the first three come after it.
        #expect(Self.steps(plan).contains("2026-11-17 secretary for unit_pic+legal"))
        // The first was answered, the next three were not.
        let later = try Self.plan(answered: "2026-11-09")
        #expect(Self.steps(later).contains("2026-11-19 secretary for unit_head"))
    }

    @Test func `stops for what would have come by the day of the acknowledgement`() throws {
        let end: (inout Agreement) -> Void = { $0.validUntil = Papers.day("2026-12-04") }
        #expect(try Self.plan(change: end).contains { $0.recipient == .bpjsHead })
        #expect(try Self.plan(answered: "2026-12-02", change: end).contains { $0.recipient == .bpjsHead })
        #expect(try !Self.plan(answered: "2026-12-03", change: end).contains { $0.recipient == .bpjsHead })
    }

    @Test func `takes no notice of what was said of an earlier stay or of a part`() throws {
        let plan = try Self.plan {
            $0.acknowledgements = [
                Acknowledgement(part: "bill/2026-11", moves: 0, on: Papers.day("2026-11-17"), by: .system),
                Acknowledgement(part: nil, moves: 3, on: Papers.day("2026-11-17"), by: .system),
            ]
        }
        #expect(Self.steps(plan) == Self.steps(try Self.plan()))
    }

    @Test func `counts what is known only later as not answered, and says so`() throws {
        let unless = ("max: 4, to: [unit_pic]", "max: 4, to: [unit_pic], unless: successor == 'signed'")
        let five = ("unanswered: 3", "unanswered: 5")
        let sure = try #require(try Self.plan([five]).first { $0.rule == "open/escalate/1" })
        let unsure = try #require(try Self.plan([five, unless]).first { $0.rule == "open/escalate/1" })
        #expect(unsure.dueAt == sure.dueAt && !sure.isConditional && unsure.isConditional)
        // The first three are certain.
        #expect(try Self.plan([unless]).first { $0.rule == "open/escalate/1" }?.isConditional == false)
    }

    @Test func `is policy, and so is what holds reminders back`() throws {
        let before = try Workflow(yaml: Self.text, file: "ladder.yaml")
        let text = Self.text.replacing("after: sla+3 kerja", with: "after: sla+4 kerja")
            .replacing("to: [auditor]", with: "to: [auditor], unless: budget_ready")
        let after = try Workflow(yaml: text, file: "ladder.yaml")
        #expect(before.structureHash == after.structureHash && before.policyHash != after.policyHash)
    }

    @Test(arguments: [
        ("after: sla+3 kerja", "aftr: sla+3 kerja", "unknown key 'aftr'", "after"),
        ("unanswered: 3", "unanswerd: 3", "unknown key 'unanswerd'", "unanswered"),
        ("max: 4, to", "unles: budget_ready, max: 4, to", "unknown key 'unles'", "unless"),
        ("max: 4, to", "unless: budget_redy, max: 4, to", "budget_redy", "budget_ready"),
        ("    escalate:", "    escalat:", "unknown key 'escalat'", "escalate"),
    ])
    func `misspelt is answered with the right word`(
        _ right: String, _ wrong: String, _ message: String, _ meant: String
    ) throws {
        let error = #expect(throws: DocumentError.self) {
            try Workflow(yaml: Self.text.replacing(right, with: wrong, maxReplacements: 1), file: "ladder.yaml")
        }
        let lines = (error?.problems ?? []).map { $0.text(.english) }
        #expect(lines.contains { $0.contains(message) && $0.contains(meant) }, "\(lines)")
    }

    @Test func `may not be waited for by a step`() throws {
        let text = Self.text.replacing(
            "to: closed, by: [unit_pic] }",
            with: "to: closed, by: [unit_pic], when: [{ cel: successor == 'signed', say: { id: A, en: B } }] }")
        #expect(throws: DocumentError.self) { try Workflow(yaml: text, file: "ladder.yaml") }
    }
}
