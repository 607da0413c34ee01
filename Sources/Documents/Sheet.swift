/// A sheet that somebody made in a spreadsheet program: a heading row and rows of text, each with its line.
///
/// The heading is the first row that is not empty. Places in problems are the line (or row) and the number of the
/// column, both counted from 1; messages name columns as spreadsheet programs do.
public struct Sheet: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        /// The line of the file where the row begins, or the row's number in the workbook.
        public var line: Int
        /// Trimmed, and as many as the header has; empty where nothing was entered.
        public var cells: [String]

        public init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    /// The headings as they were written, trimmed: none is empty and no two are equal, whatever their case.
    public var header: [String]
    /// The rows below the heading; those that are wholly empty are left out.
    public var rows: [Row]

    public init(header: [String], rows: [Row]) {
        self.header = header
        self.rows = rows
    }

    /// 32 MiB.
    public static let fileBytesMax = 33_554_432
    public static let rowsMax = 1_000_000
    public static let columnsMax = 200
    /// UTF-16 code units in a cell, as many as Excel takes.
    public static let cellLengthMax = 32_767
    /// Rows times columns: short rows are filled up, so that a small file could stand for gigabytes.
    public static let cellsMax = 16_000_000

    /// The letters of a column: 0 is `A`, 26 is `AA`.
    public static func columnName(_ index: Int) -> String {
        var letters = ""
        var rest = index
        while rest >= 0 {
            letters.insert(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))), at: letters.startIndex)
            rest = rest / 26 - 1
        }
        return letters
    }

    /// - Throws: ``DocumentError`` for a file that is larger than ``fileBytesMax``.
    public static func check(size: Int, file: String) throws {
        guard size > fileBytesMax else { return }
        throw DocumentError([
            Problem(
                at: Place(file: file),
                Bilingual(
                    id: "berkas lebih besar dari \(fileBytesMax / 1_048_576) MiB",
                    en: "the file is larger than \(fileBytesMax / 1_048_576) MiB"))
        ])
    }
}
