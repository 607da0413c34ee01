import Documents

/// The cells of one sheet (ECMA-376-1, 18.3). Rows and cells may be left out, and must stand in order.
final class WorksheetReader: PartReader {
    private let workbook: Workbook
    private var assembly: SheetAssembly
    private var isWorksheet = false
    private var isInData = false
    private var row = 0
    /// The column of the last cell in this row.
    private var column = -1
    private var cells: [String] = []
    private var rows: [Sheet.Row] = []
    private var cellCount = 0
    private var cell: RawCell?
    private var merged: [CellRange] = []

    init(of workbook: Workbook) {
        self.workbook = workbook
        assembly = SheetAssembly(file: workbook.file)
    }

    func finish(part: String) throws -> Sheet {
        guard isWorksheet else { throw PartFailure.malformed(part: part, detail: "not a worksheet") }
        try clearMerged()
        for row in rows { try assembly.add(line: row.line, cells: row.cells) }
        return try assembly.finish()
    }

    func begin(_ element: XMLElement) throws {
        switch element.name {
        case "worksheet": isWorksheet = true
        case "sheetData": isInData = true
        case "row" where isInData: try beginRow(element["r"])
        case "c" where isInData: try beginCell(element)
        case "f": cell?.hasFormula = true
        case "mergeCell":
            guard let range = element["ref"].flatMap(CellRange.init) else {
                throw damaged("a merged cell without a range")
            }
            guard merged.count < Sheet.rowsMax else { throw damaged("too many merged cells") }
            merged.append(range)
        default: cell?.runs.begin(element.name)
        }
    }

    func end(_ name: String, text: String) throws {
        switch name {
        case "sheetData": isInData = false
        case "row" where isInData: endRow()
        case "c" where isInData: try endCell()
        case "v": cell?.value = text
        default: cell?.runs.end(name, text: text)
        }
    }

    private func beginRow(_ number: String?) throws {
        let next = number.map { Int($0) } ?? row + 1
        guard let next, next > row, next <= CellReference.rowsMax else {
            throw damaged("a row '\(number ?? "")' after row \(row)")
        }
        (row, column) = (next, -1)
        cells.removeAll(keepingCapacity: true)
    }

    private func endRow() {
        if cells.contains(where: { !$0.isEmpty }) { rows.append(Sheet.Row(line: row, cells: cells)) }
        cells.removeAll(keepingCapacity: true)
    }

    private func beginCell(_ element: XMLElement) throws {
        let name = element["r"]
        let place = name.map { CellReference($0) } ?? CellReference(row: row, column: column + 1)
        guard let place, place.row == row, place.column > column, place.column < CellReference.columnsMax else {
            throw damaged("a cell '\(name ?? "")' in row \(row)")
        }
        column = place.column
        cell = RawCell(type: element["t"], style: element["s"])
    }

    private func endCell() throws {
        guard let cell else { return }
        self.cell = nil
        let text: String
        do { text = try cell.text(in: workbook) } catch let mistake as RawCell.Mistake {
            let name = Sheet.columnName(column) + String(row)
            return try assembly.report(
                line: row, column: column,
                Bilingual(id: "\(name): \(mistake.message.id)", en: "\(name): \(mistake.message.en)"))
        }
        guard !text.isEmpty else { return }
        guard column < Sheet.columnsMax else {
            throw PartFailure.other(
                Bilingual(
                    id: "\(Sheet.columnName(column))\(row): lebih dari \(Sheet.columnsMax) kolom",
                    en: "\(Sheet.columnName(column))\(row): more than \(Sheet.columnsMax) columns"))
        }
        cellCount += column + 1 - cells.count
        guard cellCount <= Sheet.cellsMax else {
            throw PartFailure.other(
                Bilingual(
                    id: "tabel terlalu besar: lebih dari \(Sheet.cellsMax) sel",
                    en: "the sheet is too large: more than \(Sheet.cellsMax) cells"))
        }
        while cells.count < column { cells.append("") }
        cells.append(text)
    }

    /// Of merged cells only the first is seen; what the others still hold is no part of the sheet.
    private func clearMerged() throws {
        // Ranges must not overlap, so that all of them together have no more rows than the sheet has cells.
        var visits = 0
        for range in merged {
            var index = firstRow(from: range.first.row)
            while index < rows.count, rows[index].line <= range.last.row {
                visits += 1 + max(0, min(range.last.column + 1, rows[index].cells.count) - range.first.column)
                guard visits <= 2 * Sheet.cellsMax else { throw damaged("merged cells that overlap") }
                let isFirst = rows[index].line == range.first.row
                let first = range.first.column + (isFirst ? 1 : 0)
                for column in stride(from: first, to: min(range.last.column + 1, rows[index].cells.count), by: 1) {
                    rows[index].cells[column] = ""
                }
                index += 1
            }
        }
    }

    /// The index of the first row that has a number or a higher one.
    private func firstRow(from line: Int) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func damaged(_ detail: String) -> PartFailure { .malformed(part: "sheetData", detail: detail) }
}
