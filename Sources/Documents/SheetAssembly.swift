/// Puts a sheet together from rows as they come, and collects what is wrong with them.
public struct SheetAssembly {
    /// Enough for somebody to start with, and an end for a file that is wrong throughout.
    private static let problemsMax = 100

    private let file: String
    private var header: [String] = []
    private var rows: [Sheet.Row] = []
    private var problems: [Problem] = []

    public init(file: String) { self.file = file }

    /// Tells of something wrong with a cell or a row.
    ///
    /// - Throws: ``DocumentError`` once there are so many problems that reading on is of no use.
    public mutating func report(line: Int, column: Int, _ message: Bilingual) throws {
        problems.append(Problem(at: Place(file: file, line: line, column: column + 1), message))
        if problems.count >= SheetAssembly.problemsMax { throw DocumentError(problems) }
    }

    /// Takes the next row; the first that is not empty is the heading.
    ///
    /// - Throws: ``DocumentError`` where there is no use in reading on.
    public mutating func add(line: Int, cells: [String]) throws {
        var cells = cells.map(\.trimmed)
        guard let last = cells.lastIndex(where: { !$0.isEmpty }) else { return }
        cells.removeSubrange((last + 1)...)
        for (column, cell) in cells.enumerated() { try check(cell, line: line, column: column) }
        if header.isEmpty { return try setHeader(cells, line: line) }
        if cells.count > header.count {
            try report(
                line: line, column: last,
                Bilingual(
                    id: "baris \(line), kolom \(Sheet.columnName(last)): berisi, padahal di luar judul kolom "
                        + "(A sampai \(Sheet.columnName(header.count - 1)))",
                    en: "row \(line), column \(Sheet.columnName(last)): has a value beyond the headings "
                        + "(A to \(Sheet.columnName(header.count - 1)))"))
            return
        }
        guard rows.count < Sheet.rowsMax, (rows.count + 1) * header.count <= Sheet.cellsMax else {
            throw tooLarge(line: line)
        }
        cells += Array(repeating: "", count: header.count - cells.count)
        rows.append(Sheet.Row(line: line, cells: cells))
    }

    /// - Throws: ``DocumentError`` with everything that was wrong; also where there is no heading.
    public consuming func finish() throws -> Sheet {
        if problems.isEmpty, header.isEmpty {
            problems.append(
                Problem(
                    at: Place(file: file, line: 1, column: 1),
                    Bilingual(id: "tabel kosong: tidak ada baris judul", en: "the sheet is empty: no heading row")))
        }
        guard problems.isEmpty else { throw DocumentError(problems) }
        return Sheet(header: header, rows: rows)
    }

    private mutating func setHeader(_ cells: [String], line: Int) throws {
        guard cells.count <= Sheet.columnsMax else {
            throw DocumentError([
                Problem(
                    at: Place(file: file, line: line, column: Sheet.columnsMax + 1),
                    Bilingual(
                        id: "lebih dari \(Sheet.columnsMax) kolom", en: "more than \(Sheet.columnsMax) columns"))
            ])
        }
        var seen: [String: Int] = [:]
        for (column, cell) in cells.enumerated() {
            let name = Sheet.columnName(column)
            if cell.isEmpty {
                try report(
                    line: line, column: column,
                    Bilingual(id: "kolom \(name) tidak berjudul", en: "column \(name) has no heading"))
            } else if let first = seen.updateValue(column, forKey: cell.lowercased()) {
                let other = Sheet.columnName(first)
                try report(
                    line: line, column: column,
                    Bilingual(
                        id: "kolom \(name) berjudul '\(cell.clipped)' seperti kolom \(other)",
                        en: "column \(name) has the heading '\(cell.clipped)' like column \(other)"))
            }
        }
        header = cells
    }

    private mutating func check(_ cell: String, line: Int, column: Int) throws {
        // Every code unit of UTF-16 takes a byte at least.
        if cell.utf8.count > Sheet.cellLengthMax, cell.utf16.count > Sheet.cellLengthMax {
            try report(
                line: line, column: column,
                Bilingual(
                    id: "\(Sheet.columnName(column))\(line): lebih dari \(Sheet.cellLengthMax) karakter",
                    en: "\(Sheet.columnName(column))\(line): more than \(Sheet.cellLengthMax) characters"))
        }
        if let control = cell.utf8.first(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) {
            let cell = "\(Sheet.columnName(column))\(line)"
            let message = Bilingual.hidden(Unicode.Scalar(control))
            try report(
                line: line, column: column, Bilingual(id: "\(cell): \(message.id)", en: "\(cell): \(message.en)"))
        }
    }

    private func tooLarge(line: Int) -> DocumentError {
        let (rows, cells) = (Sheet.rowsMax, Sheet.cellsMax)
        return DocumentError([
            Problem(
                at: Place(file: file, line: line, column: 1),
                Bilingual(
                    id: "tabel terlalu besar: paling banyak \(rows) baris dan \(cells) sel",
                    en: "the sheet is too large: at most \(rows) rows and \(cells) cells"))
        ])
    }
}

extension String {
    /// Without the space around it, as cells are.
    public var trimmed: String {
        // Most cells have none, and are not copied.
        func isPlain(_ byte: UInt8?) -> Bool { byte.map { $0 > 0x20 && $0 < 0x7F } ?? true }
        if isPlain(utf8.first), isPlain(utf8.last) { return self }
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// The beginning of a text for a message.
    fileprivate var clipped: String { count > 40 ? prefix(40) + "…" : self }
}
