import Documents
import Foundation
import Testing

@testable import Workflows

@Suite struct WorkflowFileMistakes {
    static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Workflows").path

    @Test func `every shipped file is sound and named after its id`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: WorkflowFileMistakes.directory)
            .filter { $0.hasSuffix(".yaml") }
        #expect(names.count >= 7)
        for name in names {
            let text = try String(contentsOfFile: WorkflowFileMistakes.directory + "/" + name, encoding: .utf8)
            #expect(try Workflow(yaml: text, file: name).id + ".yaml" == name)
        }
    }

    static let good = """
        workflow: small
        format: 1
        version: "1"
        title: { id: Kecil, en: Small }
        kinds: [pks]
        programmes: [jkn]
        initial: open
        fields:
          people: { type: integer, fills: unit_pic, label: { id: Orang, en: People } }
        states:
          open:
            phase: draft
            label: { id: Buka, en: Open }
            waiting_on: [unit_pic]
            sla: 10 kerja
            remind:
              - { at: [sla-5 kerja], to: waiting_on }
          done: { phase: closed, final: true, label: { id: Selesai, en: Done } }
        transitions:
          finish:
            label: { id: Selesaikan, en: Finish }
            from: open
            to: done
            by: [coordinator]
            when:
              - { field: people, at_least: 1 }
        """

    @Test(arguments: [
        ("to: done", "to: doen", "small.yaml:23:9: error: 'doen' is unknown; did you mean 'done'?"),
        (
            "waiting_on: [unit_pic]", "waiting_on: [unit_pic, unit_pic]",
            "small.yaml:14:28: error: 'unit_pic' is written twice"
        ),
        ("by: [coordinator]", "by: []", "small.yaml:24:9: error: nobody may take it: name at least one role"),
        (
            "at_least: 1 }", "at_least: 1, at_most: 5 }",
            "small.yaml:26:9: error: at_least and at_most in one requirement: write one requirement for each"
        ),
        ("by: [coordinator]", "by: [cordinator]", "did you mean 'coordinator'?"),
        ("sla: 10 kerja", "slaa: 10 kerja", "small.yaml:15:5: error: unknown key 'slaa'; did you mean 'sla'?"),
        ("sla: 10 kerja", "sla: 10", "small.yaml:15:10: error: must be text, not a whole number"),
        (
            "sla: 10 kerja", "sla: 10 days",
            "small.yaml:15:10: error: '10 days' is not a length such as '15 kerja' (working days), '3 hari' (days) or '1 bulan' (months)"
        ),
        ("at: [sla-5 kerja]", "at: [H-30]", "small.yaml:17:16: error: this state has no until"),
        ("at: [sla-5 kerja]", "at: [sla-5]", "'sla-5' is not a time such as"),
        ("field: people", "field: peopel", "small.yaml:26:18: error: 'peopel' is unknown; did you mean 'people'?"),
        ("{ field: people, at_least: 1 }", "{ fild: people }", "did you mean 'field'?"),
        (
            "at_least: 1 }", "at_least: 1, all_signed: true }",
            "error: a requirement holds exactly one of"
        ),
        ("at_least: 1 }", "at_lest: 1 }", "small.yaml:26:9: error: field needs at_least, at_most or equals"),
        (
            "by: [coordinator]", "by: [system, coordinator]",
            "small.yaml:24:9: error: system cannot be joined with other roles"
        ),
        ("format: 1", "format: 2", "small.yaml:2:9: error: format 2 is unknown; this program reads 1"),
        ("{ id: Buka, en: Open }", "{ id: Buka }", "small.yaml:13:12: error: 'en' is required"),
        (
            "final: true", "final: yes",
            "small.yaml:18:33: error: 'yes' may be text or a boolean: write true, false or \"yes\""
        ),
        (
            "final: true, ", "waiting_on: [legal], ",
            "small.yaml:18:3: error: 'done' has no way out and is not marked final"
        ),
        ("waiting_on: [unit_pic]", "label2: x", "waits on nobody"),
        ("initial: open", "initial: done", "'open' cannot be reached from 'done'"),
        ("version: \"1\"", "version: \"1\"\nversion: \"2\"", "key written twice"),
        ("version: \"1\"", "version: [", "not valid YAML"),
        ("kinds: [pks]", "kinds: &a [pks]", "small.yaml:5:8: error: anchors and aliases are not used"),
    ])
    func `a mistake is named where it stands`(_ right: String, _ wrong: String, _ line: String) throws {
        #expect(throws: Never.self) { try Workflow(yaml: WorkflowFileMistakes.good, file: "small.yaml") }
        let text = WorkflowFileMistakes.good.replacing(right, with: wrong)
        #expect(text != WorkflowFileMistakes.good)
        let error = #expect(throws: DocumentError.self) { try Workflow(yaml: text, file: "small.yaml") }
        let lines = error?.problems.map { $0.line(.english) } ?? []
        #expect(lines.contains { $0.contains(line) }, "\(lines)")
        #expect(
            error?.problems.allSatisfy { $0.place.line != nil && $0.text(.indonesian) != $0.text(.english) } == true)
    }

    @Test func `all mistakes come at once`() throws {
        let text = WorkflowFileMistakes.good.replacing("to: done", with: "to: doen").replacing(
            "sla: 10 kerja", with: "sla: 10"
        )
        .replacing("people, at", with: "peopel, at")
        let error = #expect(throws: DocumentError.self) { try Workflow(yaml: text, file: "small.yaml") }
        #expect(error?.problems.count == 3)
    }

    @Test(arguments: [
        ("{ id: Buka, en: Open }", "{ id: Mula, en: Begun }", true), ("sla: 10 kerja", "sla: 12 kerja", true),
        ("at: [sla-5 kerja]", "at: [sla-4 kerja]", true), ("waiting_on: [unit_pic]", "waiting_on: [legal]", true),
        ("by: [coordinator]", "by: [coordinator, legal]", false), ("at_least: 1", "at_least: 2", false),
        ("phase: draft", "phase: signing", false), ("type: integer", "type: rupiah", false),
    ])
    func `labels, times and recipients are policy; states, guards, roles and fields are structure`(
        _ before: String, _ after: String, _ isPolicy: Bool
    ) throws {
        let first = try Workflow(yaml: WorkflowFileMistakes.good, file: "small.yaml")
        let text = WorkflowFileMistakes.good.replacing(before, with: after)
        let second = try Workflow(yaml: text, file: "small.yaml")
        #expect((first.structureHash == second.structureHash) == isPolicy)
        #expect(first.policyHash != second.policyHash)
    }
}
