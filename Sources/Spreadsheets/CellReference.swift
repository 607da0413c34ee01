/// A cell's name, such as `C7`; both numbers are counted from 1 there, and the column from 0 here.
struct CellReference: Equatable {
    /// As many as Excel has (ECMA-376-1, 18.3.1.73 and 18.3.1.4).
    static let rowsMax = 1_048_576
    static let columnsMax = 16_384

    var row: Int
    var column: Int

    init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

    /// Nil for what is no name of a cell.
    init?(_ text: String) {
        var (row, column) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
                if row == 0 { return nil }
            default: return nil
            }
            guard column <= CellReference.columnsMax, row <= CellReference.rowsMax else { return nil }
        }
        guard row > 0 else { return nil }
        (self.row, self.column) = (row, column - 1)
    }
}

/// The cells between two corners, such as those merged into one.
struct CellRange {
    var first: CellReference
    var last: CellReference

    /// Reads `A1:C7` or `A1`; nil where that is no range.
    init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false).map { CellReference(String($0)) }
        guard corners.count <= 2, let first = corners[0], let last = corners[corners.count - 1], first.row <= last.row,
            first.column <= last.column
        else { return nil }
        (self.first, self.last) = (first, last)
    }
}
