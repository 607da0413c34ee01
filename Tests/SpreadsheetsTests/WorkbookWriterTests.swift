import Documents
import Foundation
import Spreadsheets
import Testing

@Suite("A workbook that is written") struct WorkbookWriterTests {
    static let hostile = [
        "=1+1", "<script>&\"'", "a\u{0}b\u{B}c", "baris\nkedua", "  tepi ", "\u{202E}kanan ke kiri", "😀", "007",
    ]

    @Test func `reads back as it was written`() throws {
        var writer = WorkbookWriter(sheet: "Perjanjian: 2026/2027 [semua]?", header: ["Ref", "Jumlah", "Sampai"])
        writer.append([.text("a"), .integer(8_100_000_000), .serial(46_023)])
        writer.append([.text("b"), .empty, .empty])
        let workbook = try Workbook(xlsx: writer.file(), file: "a.xlsx")
        #expect(workbook.sheetNames == ["Perjanjian 20262027 semua"])
        let sheet = try workbook.sheet(nil)
        #expect(sheet.header == ["Ref", "Jumlah", "Sampai"])
        #expect(sheet.rows.map(\.cells) == [["a", "8100000000", "2026-01-01"], ["b", "", ""]])
    }

    @Test(arguments: hostile) func `a text stays text, whatever it is`(text: String) throws {
        var writer = WorkbookWriter(sheet: "a", header: ["Judul", "Ekor"])
        writer.append([.text(text), .text("x")])
        let sheet = try Workbook(xlsx: writer.file(), file: "a.xlsx").sheet(nil)
        // XML knows no control characters, and the reader trims.
        let kept = text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" }
        let wanted = String(String.UnicodeScalarView(kept)).trimmingCharacters(in: .whitespaces)
        #expect(sheet.rows.first?.cells == [wanted, "x"])
    }
}
