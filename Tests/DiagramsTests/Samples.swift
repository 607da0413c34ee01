import Agreements
import Documents
import Foundation
import Testing
import Workflows

@testable import Diagrams

/// Workflows to draw: the shipped ones, and others that a generator writes.
enum Samples {
    static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Workflows").path

    static let shipped = [
        "addendum", "bill", "funding", "jamsostek", "jkn-pd-pemda", "multi-party", "nota-kesepakatan", "rencana-kerja",
    ]

    static func workflow(_ name: String) throws -> Workflow {
        try Workflow(yaml: text(name), file: name + ".yaml")
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: directory + "/" + name + ".yaml", encoding: .utf8)
    }

    static func move(_ from: String, _ name: String, _ to: String) throws -> Agreement.Move {
        let json =
            #"{"transition":"\#(name)","from":"\#(from)","to":"\#(to)","on":"2026-01-02","#
            + #""by":{"name":"A","role":"legal"}}"#
        return try JSONDecoder().decode(Agreement.Move.self, from: Data(json.utf8))
    }

    /// Everything that a label could do to a picture.
    static let hostileLabels = [
        "<script>alert(1)</script>", "\"quoted\" & 'single'", "]]>", "<!-- -->", "bell\u{7}null\u{0}escape\u{1B}",
        "\u{202E}turned\u{202C}", "mark\u{200F}", "عربي", "a:b;c#d%e", "back\\slash\\n", "{brace} [bracket] | pipe",
        "--> x", "\u{FFFE}\u{FFFF}", String(repeating: "W", count: 3_000), "", "   ", "emoji 👩‍👩‍👧 ok",
        "line\nbreak", "é̂̃ combining", "&amp;#60;",
    ]

    static func hostile() throws -> Workflow {
        var workflow = try workflow("multi-party")
        workflow.title = Bilingual(id: hostileLabels[0], en: hostileLabels[1])
        for index in workflow.states.indices {
            let label = hostileLabels[index % hostileLabels.count]
            workflow.states[index].label = Bilingual(id: label, en: label)
        }
        for index in workflow.transitions.indices {
            let label = hostileLabels[(index + 7) % hostileLabels.count]
            workflow.transitions[index].label = Bilingual(id: label, en: label)
        }
        return workflow
    }

    /// A workflow with moves in all directions; the same seed always gives the same one.
    static func random(seed: UInt64, states: Int, transitions: Int, tails: Int = 3) throws -> Workflow {
        var generator = SplitMix64(state: seed)
        func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
        let words = ["naskah", "pihak", "tanda tangan", "persetujuan", "di", "kembali", "lunas", "pertanggungjawaban"]
        func label() -> Bilingual {
            let text = (0...number(0..<5)).map { _ in words[number(0..<words.count)] }.joined(separator: " ")
            return Bilingual(id: text, en: text)
        }
        var workflow = try workflow("bill")
        let (state, transition) = (workflow.states[0], workflow.transitions[0])
        let phases = (0..<states).map { _ in Phase.allCases[number(0..<5)] }
        workflow.initial = "s0"
        workflow.states = (0..<states).map { index in
            var state = state
            state.id = "s\(index)"
            state.phase = phases[index]
            state.label = label()
            state.isFinal = index % 9 == 8
            return state
        }
        workflow.transitions = (0..<transitions).map { index in
            var transition = transition
            transition.name = "t\(index)"
            transition.label = label()
            transition.from = Set((0..<(1 + number(0..<tails))).map { _ in "s\(number(0..<states))" }).sorted()
            transition.to = "s\(number(0..<states))"
            transition.by = [[.legal], [.system], [.finance, .legal]][number(0..<3)]
            return transition
        }
        return workflow
    }
}

/// One picture of a shipped workflow: its language and what lies on top.
struct Sample: Sendable, CustomTestStringConvertible {
    enum Top: String, CaseIterable, Sendable {
        case nothing, counts, path, comparison
    }

    var name: String
    var language: Language
    var top: Top

    static let all = Samples.shipped.flatMap { name in
        Language.allCases.flatMap { language in
            Top.allCases.map { Sample(name: name, language: language, top: $0) }
        }
    }

    var testDescription: String { "\(name) \(language.rawValue) \(top.rawValue)" }

    func workflow() throws -> Workflow { try Samples.workflow(name) }

    func overlay() throws -> Diagram.Overlay {
        let workflow = try workflow()
        switch top {
        case .nothing: return .none
        case .counts:
            return .counts(
                Dictionary(
                    uniqueKeysWithValues: workflow.states.enumerated().map { index, state in
                        (state.id, Diagram.Count(total: index * 977, overdue: index % 3 * 88))
                    }))
        case .path:
            var steps: [Agreement.Move] = []
            var state = workflow.initial
            for _ in 0..<6 {
                guard let next = workflow.transitions(from: state).first else { break }
                steps.append(try Samples.move(state, next.name, next.to))
                state = next.to
            }
            return .path(steps, current: state)
        case .comparison:
            // Against the next of the shipped files, nearly everything is different.
            let next = Samples.shipped[((Samples.shipped.firstIndex(of: name) ?? 0) + 1) % Samples.shipped.count]
            return .comparison(before: try Samples.workflow(next))
        }
    }

    func plan() throws -> Plan {
        Plan(Chart(try workflow(), language: language, overlay: try overlay()))
    }

    func svg() throws -> String { Diagram(try workflow(), language: language, overlay: try overlay()).svg }
}
