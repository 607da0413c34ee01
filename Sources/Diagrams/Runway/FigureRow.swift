import Documents

/// A row of figures below the columns of a year's chart.
struct FigureRow {
    var name: String
    /// What is written below each column.
    var cells: [String]
    /// Which of them are below zero.
    var isNegative: [Bool]

    private init(_ name: Bilingual, _ amounts: [Int128], _ language: Language, cell: (Int128) -> String) {
        self.name = name.text(language)
        cells = amounts.map(cell)
        isNegative = amounts.map { $0 < 0 }
    }

    /// - Parameter width: of a column; heads are told to the last one where they all fit into it.
    static func rows(of year: RunwayChart.Year, _ language: Language, width: Double) -> [FigureRow] {
        let columns = year.columns
        func row(_ name: Bilingual, _ amounts: [Int128]) -> FigureRow {
            FigureRow(name, amounts, language) { Amount($0).short(language) }
        }
        func bills(_ name: Bilingual, _ amounts: [Int64]) -> FigureRow {
            FigureRow(name, amounts.map { Int128($0) }, language) { $0 == 0 ? "–" : Amount($0).short(language) }
        }
        var members = row(RunwayWording.members, columns.map { Int128($0.line.members) })
        let whole = columns.map { Amount($0.line.members).whole(language) }
        if whole.allSatisfy({ TextBlock.Style.figure.lettering.width($0) <= width - 6 }) { members.cells = whole }
        var rows = [members, row(RunwayWording.needed, columns.map { Int128($0.line.needed) })]
        if year.hasBills {
            rows.append(bills(RunwayWording.billed, columns.map(\.line.billed)))
            rows.append(bills(RunwayWording.paid, columns.map(\.line.paid)))
        }
        rows.append(row(RunwayWording.left, columns.map(\.left)))
        return rows
    }
}
