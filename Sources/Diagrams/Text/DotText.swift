import Agreements
public import Documents
public import Workflows

/// A workflow as a directed graph in the language of Graphviz.
public struct DotText: Sendable {
    public var text: String

    public init(_ workflow: Workflow, language: Language) {
        let chart = Chart(workflow, language: language, overlay: .none)
        var lines = [
            "digraph \(chart.id.quoted) {", "    label=\(chart.title.quoted);", "    node [shape=box, style=rounded];",
        ]
        for group in chart.lanes {
            let indent = group.phase == nil ? "    " : "        "
            if let phase = group.phase {
                lines.append("    subgraph \("cluster_\(phase.rawValue)".quoted) {")
                lines.append("        label=\(phase.label.text(language).quoted);")
            }
            for index in group.states {
                let state = chart.states[index]
                var attributes = "label=\("\(state.label)\n\(state.id)".quoted)"
                if state.isInitial { attributes += ", style=\"rounded,bold\"" }
                if state.isFinal { attributes += ", peripheries=2" }
                lines.append("\(indent)\(state.id.quoted) [\(attributes)];")
            }
            if group.phase != nil { lines.append("    }") }
        }
        for move in chart.moves {
            let (from, to) = (chart.states[move.from].id.quoted, chart.states[move.to].id.quoted)
            for line in move.lines {
                let style = line.isAutomatic ? ", style=dashed" : ""
                lines.append("    \(from) -> \(to) [label=\(line.text.quoted), id=\(line.name.quoted)\(style)];")
            }
        }
        text = (lines + ["}", ""]).joined(separator: "\n")
    }
}

extension Chart {
    /// The states by phase in their order, or all of them where there is only one phase.
    var lanes: [(phase: Phase?, states: [Int])] {
        guard hasLanes else { return [(nil, Array(states.indices))] }
        return Phase.allCases.compactMap { phase in
            let members = states.indices.filter { states[$0].phase == phase }
            return members.isEmpty ? nil : (phase, members)
        }
    }
}

extension String {
    /// A quoted ID of the DOT language; a backslash is doubled, since labels read it as an escape.
    fileprivate var quoted: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case _ where scalar.isUnsafeInMarkup: text += " "
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
