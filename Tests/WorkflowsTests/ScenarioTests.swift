import Agreements
import Calendars
import Documents
import Foundation
import Testing

@testable import Workflows

/// A story is played as it is told, and whatever ends otherwise is said.
@Suite struct `A scenario` {
    private static let ready =
        "fields: { people: 20, agreed: true, target_date: \"2026-03-01\" }, documents: final_draft"

    /// What a story of the sound file ends in otherwise than expected.
    private static func failures(_ story: String) throws -> [String] {
        let text = try SoundFile.text([
            (
                """
                  - name: terlambat
                    given: { state: drafted }
                    pass: 12 kerja
                    expect: { state: drafted, reminded: [unit_pic] }
                """, "  - { name: a, \(story) }"
            )
        ])
        let workflow = try WorkflowFile(yaml: text, file: "sample.yaml").workflow
        let scenario = try #require(workflow.scenarios.first)
        var run = ScenarioRun(
            scenario, of: workflow, calendar: WorkingCalendar(holidays: Holidays()), rates: try Papers.rates())
        return run.failures().map(\.en)
    }

    @Test(arguments: [
        "given: { \(ready), signed: all }, do: finish by legal, expect: { state: running, waiting_on: coordinator }",
        "given: { \(ready) }, do: [finish by legal], expect: { state: signing, waiting_on: [bpjs_head, unit_head] }",
        // Who has signed is no longer waited for.
        "given: { \(ready), signed: region }, do: [finish by legal], expect: { waiting_on: [bpjs_head] }",
        "given: { \(ready), signed: bpjs }, do: [finish by legal], expect: { waiting_on: [unit_head] }",
        "given: { fields: { people: 20 } }, do: finish by legal, expect: { state: drafted, blocked: [document:final_draft, cel:people-agreed] }",
        "given: { \(ready) }, do: finish by finance, expect: { state: drafted, blocked: by }",
        "given: { \(ready) }, do: finish by admin, expect: { state: signing }",
        // Whoever was in the way the first time is in the way of their own next step.
        "given: { state: running }, do: [suspend by bpjs_pic, resume by coordinator], expect: { state: running }",
        "given: { state: drafted }, pass: 5 kerja, expect: { reminded: unit_pic, not_reminded: [unit_head] }",
        "given: { state: drafted }, pass: 4 kerja, expect: { not_reminded: [unit_pic] }",
        "given: { state: drafted }, pass: 13 kerja, expect: { reminded: [unit_pic, unit_head] }",
        "given: { state: drafted }, pass: 14 kerja, expect: { escalated_to: [region_head, secretary] }",
        // An answer stops the ladder, which begins anew from its day.
        "given: { state: drafted }, do: [pass 6 kerja, acknowledge by unit_pic], pass: 7 kerja, expect: { reminded: [unit_pic], not_reminded: [region_head] }",
        "given: { state: drafted }, do: [pass 12 kerja, acknowledge by unit_pic, pass 3 kerja], expect: { escalated_to: region_head, not_reminded: [secretary] }",
        "given: { state: drafted }, do: [pass 12 kerja, acknowledge by unit_pic, pass 4 kerja], expect: { escalated_to: [secretary] }",
        // What is automatic is settled before the first step, and on its day.
        "given: { state: signing, signed: all, fields: { people: 50 } }, expect: { state: drafted }",
        "given: { state: sorting, fields: { people: 1, target_date: \"2026-03-04\" } }, pass: 1 hari, expect: { state: sorting }",
        "given: { state: sorting, fields: { people: 1, target_date: \"2026-03-04\" } }, pass: 2 hari, expect: { state: running }",
        "given: { state: running, valid_until: \"2026-03-31\" }, pass: 29 hari, expect: { state: running, reminded: coordinator }",
        "given: { state: running, valid_until: \"2026-03-31\" }, pass: 30 hari, expect: { state: expired }",
        "given: { state: running, on: \"2026-03-30\", valid_until: \"2026-03-31\" }, pass: 2 hari, expect: { state: expired, not_reminded: coordinator }",
    ])
    func `that is true passes`(story: String) throws {
        #expect(try Self.failures(story) == [])
    }

    @Test(arguments: [
        (
            "given: { \(ready), signed: all }, do: finish by legal, expect: { state: signing }",
            ["state: expected signing, found running"]
        ),
        (
            "given: { \(ready) }, do: finish by legal, expect: { waiting_on: [unit_head] }",
            ["waiting on: expected unit_head, found unit_head, bpjs_head"]
        ),
        ("given: { state: closed }, expect: { waiting_on: [legal] }", ["waiting on: expected legal, found none"]),
        (
            "do: finish by legal, expect: { state: drafted }",
            ["the last step was refused by field:people, document:final_draft, cel:people-agreed"]
        ),
        (
            "given: { \(ready) }, do: finish by legal, expect: { state: signing, blocked: by }",
            ["refused by: expected by, found none"]
        ),
        (
            "given: { \(ready) }, do: finish by finance, expect: { blocked: [document:final_draft] }",
            ["refused by: expected document:final_draft, found by"]
        ),
        ("do: resume by coordinator, expect: { state: drafted }", ["'resume' is not possible from 'drafted'"]),
        (
            "given: { \(ready) }, do: [finish by legal, finish by legal], expect: { state: signing }",
            ["'finish' is not possible from 'signing'"]
        ),
        (
            "given: { state: drafted }, pass: 4 kerja, expect: { reminded: [unit_pic] }",
            ["reminded: expected unit_pic, found none"]
        ),
        (
            "given: { state: drafted }, pass: 13 kerja, expect: { reminded: [tkksd] }",
            ["reminded: expected tkksd, found unit_pic, region_head, unit_head"]
        ),
        (
            "given: { state: drafted }, pass: 13 kerja, expect: { escalated_to: [secretary] }",
            ["escalated to: expected secretary, found region_head"]
        ),
        (
            "given: { state: drafted }, pass: 13 kerja, expect: { not_reminded: [tkksd, unit_head] }",
            ["unit_head was reminded, but must not be"]
        ),
        (
            "given: { state: drafted }, do: finish by legal, pass: 5 kerja, "
                + "expect: { state: closed, waiting_on: legal, reminded: legal, not_reminded: unit_pic }",
            [
                "state: expected closed, found drafted",
                "the last step was refused by field:people, document:final_draft, cel:people-agreed",
                "waiting on: expected legal, found unit_pic", "reminded: expected legal, found unit_pic",
                "unit_pic was reminded, but must not be",
            ]
        ),
    ])
    func `that is not true says in what`(story: String, failures: [String]) throws {
        #expect(try Self.failures(story) == failures)
    }

    /// Each story of the shipped files, as it is told and with one thing of it untrue.
    @Test(arguments: Shipped.names) func `of a shipped file passes, and fails once it is spoilt`(name: String) throws {
        let workflow = try Shipped.workflow(name)
        let (calendar, rates) = (try Shipped.calendar(), try Papers.rates())
        func failures(_ scenario: Scenario) -> Int {
            var run = ScenarioRun(scenario, of: workflow, calendar: calendar, rates: rates)
            return run.failures().count
        }
        #expect(!workflow.scenarios.isEmpty)
        for scenario in workflow.scenarios {
            #expect(failures(scenario) == 0, "\(scenario.name)")
            func spoilt(_ what: String, _ change: (inout Scenario.Expectation) -> Void) {
                var other = scenario
                change(&other.expect)
                #expect(failures(other) > 0, "\(scenario.name), \(what)")
            }
            if let state = scenario.expect.state {
                for other in workflow.states.map(\.id) where other != state { spoilt(other) { $0.state = other } }
            }
            spoilt("waiting on") { $0.waitingOn = [.integration] }
            spoilt("refused") { $0.blocked = (scenario.expect.blocked ?? []) + ["nothing"] }
            if scenario.expect.blocked != nil { spoilt("not refused") { $0.blocked = nil } }
            spoilt("reminded") { $0.reminded = [.integration] }
            spoilt("escalated") { $0.escalatedTo = [.integration] }
            if let reminded = scenario.expect.reminded { spoilt("not reminded") { $0.notReminded = reminded } }
        }
    }
}
