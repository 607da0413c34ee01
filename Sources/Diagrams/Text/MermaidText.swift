import Agreements
public import Documents
public import Workflows

/// A workflow as a state diagram in Mermaid, which many wikis draw.
public struct MermaidText: Sendable {
    public var text: String

    public init(_ workflow: Workflow, language: Language) {
        let chart = Chart(workflow, language: language, overlay: .none)
        var lines = ["stateDiagram-v2", "    direction TB"]
        for group in chart.lanes {
            let indent = group.phase == nil ? "    " : "        "
            if let phase = group.phase {
                lines.append("    state \"\(phase.label.text(language).entities)\" as phase_\(phase.rawValue) {")
            }
            for index in group.states {
                let state = chart.states[index]
                lines.append("\(indent)state \"\(state.label.entities)\" as \(chart.mermaidName(index))")
            }
            if group.phase != nil { lines.append("    }") }
        }
        for (index, state) in chart.states.enumerated() where state.isInitial {
            lines.append("    [*] --> \(chart.mermaidName(index))")
        }
        for move in chart.moves {
            let (from, to) = (chart.mermaidName(move.from), chart.mermaidName(move.to))
            for line in move.lines { lines.append("    \(from) --> \(to) : \(line.text.entities)") }
        }
        for (index, state) in chart.states.enumerated() where state.isFinal {
            lines.append("    \(chart.mermaidName(index)) --> [*]")
        }
        text = lines.joined(separator: "\n") + "\n"
    }
}

extension Chart {
    /// The number keeps two ids apart that differ only in characters that Mermaid does not allow in names.
    fileprivate func mermaidName(_ index: Int) -> String {
        "s\(index)_" + String(states[index].id.unicodeScalars.map { $0.isPlain ? Character($0) : "_" })
    }
}

extension String {
    /// With Mermaid's own entities for all that could end a label or mean something inside it.
    fileprivate var entities: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case " ", ",", ".", "(", ")", "/", "-": text.unicodeScalars.append(scalar)
            case _ where scalar.isUnsafeInMarkup: text += " "
            case _ where scalar.isPlain || scalar.properties.isAlphabetic: text.unicodeScalars.append(scalar)
            default: text += "#\(scalar.value);"
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    fileprivate var isPlain: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}
