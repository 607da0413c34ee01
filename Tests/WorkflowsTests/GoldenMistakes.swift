import Agreements
import Documents
import Foundation
import Testing
import Workflows

/// One mistake at a time, and all that is said of it: nothing is missed and nothing is made up.
@Suite struct `A mistake in a workflow file` {
    static let sound = """
        workflow: sample
        format: 1
        version: "2026.1"
        title: { id: Contoh, en: Sample }
        kinds: [pks, rencana_kerja]
        programmes: [jkn]
        initial: initiated
        fields:
          people_target: { type: integer, unit: orang, fills: unit_pic, label: { id: Sasaran, en: Target } }
          target_date: { type: date, label: { id: Tanggal, en: Date } }
          agreed: { type: boolean, label: { id: Setuju, en: Agreed } }
        states:
          initiated:
            phase: draft
            label: { id: Prakarsa, en: Initiated }
            waiting_on: [unit_pic]
            sla: 10 kerja
            remind:
              - { at: [sla-5 kerja, sla], to: waiting_on, say: { id: Ayo, en: Go } }
              - { every: 3 kerja, after: sla, max: 5, to: [unit_head] }
          in-force:
            phase: active
            label: { id: Berlaku, en: In force }
            waiting_on: [coordinator]
            until: valid_until
            remind:
              - { at: [H-30, H+1], to: [coordinator], shift: after }
              - { on: ["08-01"], to: [finance] }
          closed: { phase: closed, final: true, label: { id: Tutup, en: Closed } }
        transitions:
          start:
            label: { id: Mulai, en: Start }
            from: [initiated]
            to: in-force
            by: [unit_pic, coordinator]
            four_eyes: true
            when:
              - { has: people_target, owner: unit_pic }
              - { any: [ { document: final_draft, say: { id: D, en: D } }, { all_signed: true } ] }
              - { field: agreed, equals: true }
              - { funding: apbd, covers: members }
              - { members: recorded }
              - { older_than: 1 hari }
          close:
            label: { id: Tutup, en: Close }
            from: in-force
            to: closed
            by: [system]
            when:
              - { passed: valid_until }
              - { bills: settled }
        remind:
          - { on: ["12-10"], in: [draft, active], to: [unit_head] }
        """

    private static let checks =
        "a requirement holds exactly one of: has, document, any_signed, all_signed, numbered, signatories_named, "
        + "authority, field, funding, members, older_than, reached, passed, bills, cel, any"
    private static let length =
        "is not a length such as '15 kerja' (working days), '3 hari' (days) or '1 bulan' (months)"
    private static let moment = "is not a time such as 'sla-5 kerja', 'H-30' or 'H-7 kerja'"
    private static let roles =
        "coordinator, unit_pic, unit_head, legal, tkksd, secretary, region_head, finance, bpjs_pic, bpjs_head, "
        + "auditor, integration, admin, system"

    private func mistakes(_ right: String, _ wrong: String) throws -> [String] {
        let text = Self.sound.replacing(right, with: wrong, maxReplacements: 1)
        try #require(text != Self.sound)
        do {
            _ = try Workflow(yaml: text, file: "w.yaml")
            return []
        } catch let error as DocumentError {
            return error.problems.map { $0.line(.english) }
        }
    }

    @Test func `is not in the sample itself`() throws {
        let workflow = try Workflow(yaml: Self.sound, file: "w.yaml")
        #expect(workflow.id == "sample")
        #expect(workflow.states.map(\.id) == ["initiated", "in-force", "closed"])
        #expect(workflow.transition("close")?.isAutomatic == true)
        #expect(workflow.transition("start")?.requirements.map(\.owner) == Array(repeating: .unitPIC, count: 6))
        #expect(workflow.field("people_target")?.fills == .unitPIC)
        #expect(workflow.text == Self.sound)
    }

    @Test(arguments: [
        // Names
        ("from: [initiated]", "from: [initiated, review]", ["w.yaml:33:23: error: 'review' is unknown"]),
        ("from: in-force", "from: in_force", ["w.yaml:46:11: error: 'in_force' is unknown; did you mean 'in-force'?"]),
        ("to: in-force", "to: inforce", ["w.yaml:34:9: error: 'inforce' is unknown; did you mean 'in-force'?"]),
        (
            "initial: initiated", "initial: initated",
            ["w.yaml:7:10: error: 'initated' is unknown; did you mean 'initiated'?"]
        ),
        (
            "has: people_target", "has: people_targt",
            ["w.yaml:38:16: error: 'people_targt' is unknown; did you mean 'people_target'?"]
        ),
        (
            "passed: valid_until", "passed: valid_untl",
            ["w.yaml:50:19: error: 'valid_untl' is unknown; did you mean 'valid_until'?"]
        ),
        (
            "waiting_on: [unit_pic]", "waiting_on: [unit_pci]",
            [
                "w.yaml:16:18: error: 'unit_pci' is not one of \(roles); did you mean 'unit_pic'?"
            ]
        ),
        ("to: [finance]", "to: [cashier]", ["w.yaml:28:31: error: 'cashier' is not one of \(roles)"]),
        (
            "phase: draft", "phase: drafts",
            [
                "w.yaml:14:12: error: 'drafts' is not one of draft, signing, funding, active, closed; did you mean 'draft'?"
            ]
        ),
        (
            "type: date", "type: day",
            ["w.yaml:10:24: error: 'day' is not one of text, integer, decimal, boolean, date, rupiah"]
        ),
        (
            "kinds: [pks, rencana_kerja]", "kinds: [pksx]",
            [
                "w.yaml:5:9: error: 'pksx' is not one of pks, nota_kesepakatan, rencana_kerja, addendum; did you mean 'pks'?"
            ]
        ),
        ("shift: after", "shift: later", ["w.yaml:27:54: error: 'later' is not one of before, after, none"]),
        // Keys
        (
            "four_eyes: true", "four_eye: true",
            ["w.yaml:36:5: error: unknown key 'four_eye'; did you mean 'four_eyes'?"]
        ),
        (
            "until: valid_until", "untill: valid_until",
            [
                "w.yaml:25:5: error: unknown key 'untill'; did you mean 'until'?",
                "w.yaml:27:16: error: this state has no until",
                "w.yaml:27:22: error: this state has no until",
            ]
        ),
        (
            "title: {", "tilte: {",
            ["w.yaml:1:1: error: 'title' is required", "w.yaml:4:1: error: unknown key 'tilte'; did you mean 'title'?"]
        ),
        ("label: { id: Mulai, en: Start }", "label: { id: Mulai }", ["w.yaml:32:12: error: 'en' is required"]),
        ("label: { id: Mulai, en: Start }", "label: { en: Start }", ["w.yaml:32:12: error: 'id' is required"]),
        (
            "label: { id: Mulai, en: Start }", "label: Mulai",
            ["w.yaml:32:12: error: must be an object with keys, not text"]
        ),
        ("in: [draft, active], ", "", ["w.yaml:53:5: error: 'in' is required"]),
        ("to: waiting_on, ", "", ["w.yaml:19:9: error: 'to' is required"]),
        ("max: 5, ", "", ["w.yaml:20:9: error: 'max' is required"]),
        // Types
        ("format: 1", "format: \"1\"", ["w.yaml:2:9: error: must be a whole number, not text"]),
        ("format: 1", "format: 2", ["w.yaml:2:9: error: format 2 is unknown; this program reads 1"]),
        ("version: \"2026.1\"", "version: 2026.1", ["w.yaml:3:10: error: must be text, not a fraction"]),
        ("four_eyes: true", "four_eyes: 1", ["w.yaml:36:16: error: must be true or false, not a whole number"]),
        (
            "four_eyes: true", "four_eyes: yes",
            ["w.yaml:36:16: error: 'yes' may be text or a boolean: write true, false or \"yes\""]
        ),
        ("equals: true", "equals: 1", ["w.yaml:40:34: error: must be true or false, not a whole number"]),
        (
            "remind:\n      - { at", "remind: soon\n    x:\n      - { at",
            ["w.yaml:18:13: error: must be a list, not text", "w.yaml:19:5: error: unknown key 'x'"]
        ),
        // Lengths and moments
        ("older_than: 1 hari", "older_than: 1 day", ["w.yaml:43:23: error: '1 day' \(length)"]),
        ("every: 3 kerja", "every: kerja", ["w.yaml:20:18: error: 'kerja' \(length)"]),
        (
            "    sla: 10 kerja\n", "",
            [
                "w.yaml:18:16: error: this state has no sla", "w.yaml:18:29: error: this state has no sla",
                "w.yaml:19:34: error: this state has no sla",
            ]
        ),
        ("at: [sla-5 kerja, sla]", "at: [sla-5 kerja, H-3]", ["w.yaml:19:29: error: this state has no until"]),
        ("at: [H-30, H+1]", "at: [h-30]", ["w.yaml:27:16: error: 'h-30' \(moment)"]),
        ("at: [H-30, H+1]", "at: [sla]", ["w.yaml:27:16: error: this state has no sla"]),
        ("on: [\"12-10\"]", "at: [H-30]", ["w.yaml:53:12: error: this state has no until"]),
        ("on: [\"08-01\"]", "on: [\"02-30\"]", ["w.yaml:28:16: error: '02-30' is not a date such as \"12-31\""]),
        ("max: 5", "max: 51", ["w.yaml:20:44: error: max must be 1 to 50"]),
        ("max: 5", "max: 0", ["w.yaml:20:44: error: max must be 1 to 50"]),
        // Requirements
        (
            "has: people_target, owner", "hsa: people_target, owner",
            ["w.yaml:38:11: error: \(checks); did you mean 'has'?"]
        ),
        ("{ members: recorded }", "{ members: recorded, bills: settled }", ["w.yaml:42:9: error: \(checks)"]),
        ("{ members: recorded }", "{ owner: legal }", ["w.yaml:42:9: error: \(checks)"]),
        ("{ members: recorded }", "recorded", ["w.yaml:42:9: error: must be an object with keys, not text"]),
        ("members: recorded", "members: counted", ["w.yaml:42:20: error: must be 'recorded'"]),
        ("bills: settled", "bills: paid", ["w.yaml:51:18: error: must be 'settled'"]),
        ("all_signed: true", "all_signed: false", ["w.yaml:39:82: error: only true has a meaning here"]),
        ("all_signed: true", "all_sigend: true", ["w.yaml:39:70: error: \(checks); did you mean 'all_signed'?"]),
        (
            "funding: apbd", "funding: abpd",
            [
                "w.yaml:41:20: error: 'abpd' is not one of proposed, rka, apbd, dpa, spd, spending, exhausted, closed; did you mean 'apbd'?"
            ]
        ),
        ("covers: members", "covers: people", ["w.yaml:41:34: error: 'people' is unknown"]),
        (
            "field: agreed, equals: true", "field: agred, equals: true",
            ["w.yaml:40:18: error: 'agred' is unknown; did you mean 'agreed'?"]
        ),
        (
            "field: agreed, equals: true", "field: agreed",
            ["w.yaml:40:9: error: field needs at_least, at_most or equals"]
        ),
        ("bills: settled", "bills: settled, sya: x", ["w.yaml:51:27: error: unknown key 'sya'; did you mean 'say'?"]),
        // Shape
        ("by: [system]", "by: [system, legal]", ["w.yaml:48:9: error: system cannot be joined with other roles"]),
        (
            "final: true, ", "waiting_on: [legal], ",
            ["w.yaml:29:3: error: 'closed' has no way out and is not marked final"]
        ),
        (
            "from: in-force", "from: initiated",
            ["w.yaml:21:3: error: 'in-force' has no way out and is not marked final"]
        ),
        ("to: closed", "to: initiated", ["w.yaml:29:3: error: 'closed' cannot be reached from 'initiated'"]),
    ])
    func `is told where it stands, with what was probably meant`(right: String, wrong: String, lines: [String]) throws {
        let told = try mistakes(right, wrong)
        #expect(told == lines)
    }

    @Test(arguments: [
        ("sla: 10 kerja", "sla: 10", "w.yaml:17:10: error: must be text, not a whole number"),
        ("sla: 10 kerja", "sla: 0 kerja", "w.yaml:17:10: error: '0 kerja' \(length)"),
        ("sla: 10 kerja", "sla: -5 kerja", "w.yaml:17:10: error: '-5 kerja' \(length)"),
        ("until: valid_until", "until: agreed", "w.yaml:25:12: error: 'agreed' is unknown"),
    ])
    func `does not make its reminders wrong`(right: String, wrong: String, line: String) throws {
        let told = try mistakes(right, wrong)
        #expect(told == [line])
    }

    @Test(arguments: ["at_least: 1, at_most: 5", "at_least: 1, equals: 5"]) func `is a field compared twice`(
        comparison: String
    ) throws {
        let lines = try mistakes("has: people_target", "field: people_target, \(comparison)")
        #expect(lines.count == 1)
    }

    @Test func `is a transition that nobody may make`() throws {
        let lines = try mistakes("by: [system]", "by: []")
        #expect(lines == ["w.yaml:48:9: error: nobody may take it: name at least one role"])
    }
}

@Suite struct `The hashes of a workflow` {
    private static let sound = `A mistake in a workflow file`.sound

    @Test(arguments: [
        ("say: { id: Ayo, en: Go }", "say: { id: Mari, en: Come }"), ("say: { id: D, en: D }", "say: { id: E, en: E }"),
        ("owner: unit_pic", "owner: legal"), ("version: \"2026.1\"", "version: \"2026.2\""), ("max: 5", "max: 6"),
        ("until: valid_until", "until: target_date"), ("unit: orang", "unit: jiwa"),
        ("fills: unit_pic", "fills: finance"),
        ("\"12-10\"", "\"12-11\""), ("title: { id: Contoh,", "title: { id: Lain,"), ("shift: after", "shift: none"),
    ])
    func `keep the structure when words, times and recipients change`(before: String, after: String) throws {
        let (first, second) = try both(before, after)
        #expect(first.structureHash == second.structureHash)
        #expect(first.policyHash != second.policyHash)
    }

    @Test(arguments: [
        ("four_eyes: true", "four_eyes: false"), ("{ all_signed: true }", "{ any_signed: true }"),
        ("final_draft", "signed_copy"),
        ("by: [unit_pic, coordinator]", "by: [unit_pic]"), ("from: [initiated]", "from: [initiated, in-force]"),
        ("older_than: 1 hari", "older_than: 2 hari"), ("phase: draft", "phase: signing"),
        ("type: integer", "type: rupiah"),
        ("kinds: [pks, rencana_kerja]", "kinds: [pks]"), ("      - { bills: settled }\n", ""),
        ("workflow: sample", "workflow: other"),
    ])
    func `change with what pins an agreement`(before: String, after: String) throws {
        let (first, second) = try both(before, after)
        #expect(first.structureHash != second.structureHash)
        #expect(first.policyHash != second.policyHash)
    }

    @Test func `do not hear of comments, order and quotes`() throws {
        let (first, second) = try both("kinds: [pks, rencana_kerja]", "# a remark\nkinds: [\"pks\", 'rencana_kerja']")
        #expect(first.structureHash == second.structureHash)
        #expect(first.policyHash == second.policyHash)
        #expect(first.text != second.text)
        #expect(first.structureHash.utf8.count == 64)
        #expect(first.structureHash != first.policyHash)
    }

    private func both(_ before: String, _ after: String) throws -> (Workflow, Workflow) {
        let text = Self.sound.replacing(before, with: after, maxReplacements: 1)
        try #require(text != Self.sound)
        return (try Workflow(yaml: Self.sound, file: "w.yaml"), try Workflow(yaml: text, file: "w.yaml"))
    }
}
