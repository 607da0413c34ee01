/// Columns of text for a terminal.
struct TextTable {
    struct Column {
        var title: String
        var isNumber = false
        /// Longer cells are cut with an ellipsis.
        var widthMax = 48
    }

    let columns: [Column]
    private(set) var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    mutating func append(_ cells: [String]) {
        precondition(cells.count == columns.count, "a row has a cell for each column")
        rows.append(zip(cells, columns).map { shortened($0, to: $1.widthMax) })
    }

    var isEmpty: Bool { rows.isEmpty }

    /// The header and the rows. A column in which nobody has anything is left out.
    ///
    /// - Parameter details: lines that stand under a row.
    func text(indent: String = "", details: (Int) -> [String] = { _ in [] }) -> String {
        let shown = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        let widths = columns.indices.map { column in
            max(columns[column].title.count, rows.map { $0[column].count }.max() ?? 0)
        }
        let header = columns.map(\.title)
        return ([header] + rows).enumerated().map { index, row in
            let line = shown.map { padded(row[$0], to: widths[$0], right: columns[$0].isNumber) }.joined(
                separator: "  ")
            let printed = indent + String(line.reversed().drop { $0 == " " }.reversed())
            return ([printed] + (index == 0 ? [] : details(index - 1))).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func padded(_ text: String, to width: Int, right: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return right ? space + text : text + space
    }

    private func shortened(_ text: String, to width: Int) -> String {
        let line = text.replacing("\n", with: " ")
        return line.count > width ? line.prefix(width - 1) + "…" : line
    }
}

/// A text in lines of so many characters at most, broken between words; a longer word has a line of its own.
func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
        if let last = lines.last, last.count + 1 + word.count <= width {
            lines[lines.count - 1] = last + " " + word
        } else {
            lines.append(String(word))
        }
    }
    return lines
}

/// Names and values under each other, values in one column.
func pairs(_ pairs: [(String, String)], indent: String = "  ") -> [String] {
    let shown = pairs.filter { !$0.1.isEmpty }
    let width = shown.map(\.0.count).max() ?? 0
    return shown.map { name, value in
        let space = String(repeating: " ", count: width - name.count)
        return "\(indent)\(name)\(space)  \(value)"
    }
}
