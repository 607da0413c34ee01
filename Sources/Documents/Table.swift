import SwiftCSV

/// A CSV table (RFC 4180) with a header line, read strictly: the columns must be the expected ones.
public struct Table {
    public struct Row {
        public let place: Place
        private let cells: [String: String]

        init(place: Place, cells: [String: String]) {
            self.place = place
            self.cells = cells
        }

        /// The cell of a column; empty cells are nil.
        public subscript(column: String) -> String? {
            cells[column].flatMap { $0.isEmpty ? nil : $0 }
        }

        /// Parses a cell that must not be empty, or reports it.
        public func required<Value>(_ column: String, _ problems: Problems, _ parse: (String) -> Value?) -> Value? {
            let text = self[column] ?? ""
            if let value = parse(text) { return value }
            problems.report(
                place,
                Bilingual(
                    id: "kolom '\(column)': '\(text)' tidak dapat dibaca",
                    en: "column '\(column)': cannot read '\(text)'"))
            return nil
        }
    }

    public let rows: [Row]

    /// - Throws: ``DocumentError`` if the text is no CSV or a column is missing or unknown.
    public init(csv text: String, file: String, columns: [String]) throws {
        let problems = Problems()
        let header = Place(file: file, line: 1, column: 1)
        let csv: CSV<Enumerated>
        do {
            csv = try CSV<Enumerated>(string: text, delimiter: .comma, loadColumns: false)
        } catch {
            throw DocumentError([
                Problem(at: header, Bilingual(id: "bukan CSV yang sah: \(error)", en: "not valid CSV: \(error)"))
            ])
        }
        for column in columns where !csv.header.contains(column) {
            problems.report(
                header, Bilingual(id: "kolom '\(column)' tidak ada", en: "column '\(column)' is missing"),
                suggestion: nearest(to: column, among: csv.header))
        }
        for column in csv.header where !columns.contains(column) {
            problems.report(
                header, Bilingual(id: "kolom '\(column)' tidak dikenal", en: "unknown column '\(column)'"),
                suggestion: nearest(to: column, among: columns))
        }
        try problems.check()
        var line = 1 + Table.lines(of: csv.header)
        rows = csv.rows.map { cells in
            defer { line += Table.lines(of: cells) }
            let cells = Dictionary(zip(csv.header, cells)) { $1 }
            return Row(place: Place(file: file, line: line, column: 1), cells: cells)
        }
    }

    /// How many lines of the file a row takes: quoted cells may hold line ends.
    private static func lines(of cells: [String]) -> Int {
        cells.reduce(1) { $0 + $1.count(where: \.isNewline) }
    }
}
