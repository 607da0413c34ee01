public import Agreements
public import Documents
public import Workflows

/// Who may make which move: a row for each transition, since their labels are long, and a column for each role.
public struct RoleMatrix: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public var transition: String
        public var label: String
        /// In the order of ``RoleMatrix/roles``.
        public var isAllowed: [Bool]
    }

    /// Only those who may do anything at all, in the order of their offices.
    public var roles: [Role]
    public var rows: [Row]

    public init(_ workflow: Workflow, language: Language) {
        let roles = Role.allCases.filter { role in workflow.transitions.contains { $0.by.contains(role) } }
        self.roles = roles
        rows = workflow.transitions.map { transition in
            Row(
                transition: transition.name, label: transition.label.text(language),
                isAllowed: roles.map { transition.by.contains($0) })
        }
    }

    public func isAllowed(_ role: Role, _ transition: String) -> Bool {
        guard let column = roles.firstIndex(of: role) else { return false }
        return rows.first { $0.transition == transition }?.isAllowed[column] ?? false
    }

    /// In aligned columns, for a terminal.
    public var text: String {
        let cells = table.map { $0.map(\.onOneLine) }
        let widths = (cells.first ?? []).indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            var line = zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
                .joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// As a Markdown table (GitHub Flavored Markdown, 4.10).
    public var markdown: String {
        var lines = table.map { row in "| " + row.map(\.inMarkdownCell).joined(separator: " | ") + " |\n" }
        lines.insert("|---|" + roles.map { _ in ":-:|" }.joined() + "\n", at: 1)
        return lines.joined()
    }

    private var table: [[String]] {
        [[""] + roles.map(\.rawValue)]
            + rows.map { row in ["\(row.label) (\(row.transition))"] + row.isAllowed.map { $0 ? "x" : "" } }
    }
}

extension String {
    fileprivate var onOneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.isUnsafeInMarkup ? " " : $0 }))
    }

    /// Escaped wherever Markdown or the HTML inside it would see more than a letter.
    fileprivate var inMarkdownCell: String {
        var text = ""
        for character in onOneLine {
            switch character {
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "&": text += "&amp;"
            case "|", "\\", "`", "*", "_", "[", "]", "~": text += "\\\(character)"
            default: text.append(character)
            }
        }
        return text
    }
}
