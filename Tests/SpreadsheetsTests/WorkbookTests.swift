import Documents
import Foundation
import Spreadsheets
import Testing

@Suite struct `A workbook of openpyxl` {
    private func sheet(_ name: String) throws -> Sheet {
        try Workbook(xlsx: Openpyxl.bytes(name), file: "b.xlsx").sheet(nil)
    }

    private func problems(_ name: String) throws -> [String] {
        let workbook = try Workbook(xlsx: Openpyxl.bytes(name), file: "b.xlsx")
        let error = #expect(throws: DocumentError.self) { try workbook.sheet(nil) }
        return error?.problems.map { $0.line(.english) } ?? []
    }

    @Test(arguments: [("values", "2026-01-31"), ("mac", "2030-02-01"), ("iso", "2026-01-31")])
    func `is read as people see it`(name: String, serial46053: String) throws {
        let sheet = try sheet(name)
        #expect(sheet.header == ["kind", "value"])
        #expect(
            sheet.rows.map(\.cells) == [
                ["text", "Ny. Ibu \n baris dua"], ["rich", "satu dua"], ["integer", "37800"],
                ["whole float", "37800"], ["large", "8100000000"], ["noise", "0.3"], ["negative", "-1.5"],
                ["nineteen", "5371010101010001"], ["yes", "TRUE"], ["no", "FALSE"], ["date", "2026-01-31"],
                ["leap", "2024-02-29"], ["time", "2026-01-31T08:00:00"],
                ["clock", "08:30:00"], ["midnight", "2026-01-31"], ["not text", "37800"],
                ["escape", "aAb"], ["custom date", serial46053], ["custom money", "46053"], ["built-in", serial46053],
            ])
        #expect(sheet.rows.map(\.line) == Array(2...21))
    }

    @Test func `keeps the places of cells, and only the first of merged ones`() throws {
        let sheet = try sheet("places")
        #expect(sheet.header == ["a", "b", "c"])
        #expect(
            sheet.rows == [
                .init(line: 7, cells: ["", "", "x"]), .init(line: 9, cells: ["merged", "", ""]),
                .init(line: 10, cells: ["", "", "seen"]),
            ])
    }

    @Test func `gives the first sheet that is seen, or the one asked for`() throws {
        let workbook = try Workbook(xlsx: Openpyxl.bytes("sheets"), file: "b.xlsx")
        #expect(workbook.sheetNames == ["Rahasia", "Peserta & Iuran", "Ringkasan"])
        #expect(try workbook.sheet(nil).header == ["name"])
        #expect(try workbook.sheet("ringkasan").header == ["total"])
        #expect(try workbook.sheet("Rahasia").header == ["secret"])
        let error = #expect(throws: DocumentError.self) { try workbook.sheet("Ringkasn") }
        #expect(error?.description == "b.xlsx: error: there is no sheet 'Ringkasn'; did you mean 'Ringkasan'?")
    }

    @Test func `names each cell that cannot be read`() throws {
        #expect(
            try problems("mistakes") == [
                "b.xlsx:2:1: error: A2: a formula without a result: open it in Excel, recalculate (F9) and save",
                "b.xlsx:7:3: error: C7: an error: #REF!",
                "b.xlsx:8:5: error: row 8, column E: has a value beyond the headings (A to C)",
            ])
        #expect(
            try problems("leap") == [
                "b.xlsx:4:1: error: A4: no date that exists: 60", "b.xlsx:7:1: error: A7: no date that exists: 2958466",
                "b.xlsx:8:1: error: A8: no date that exists: -1",
            ])
        #expect(
            try problems("headings") == [
                "b.xlsx:1:2: error: column B has no heading",
                "b.xlsx:1:3: error: column C has the heading 'A' like column A",
            ])
        #expect(try problems("empty") == ["b.xlsx:1:1: error: the sheet is empty: no heading row"])
    }

    @Test func `that inflates beyond the limit is refused`() throws {
        let bytes = try Openpyxl.bytes("bomb")
        #expect(bytes.count < 100_000)
        let workbook = try Workbook(xlsx: bytes, file: "b.xlsx", partBytesMax: 1_000_000)
        let error = #expect(throws: DocumentError.self) { try workbook.sheet(nil) }
        #expect(
            error?.description
                == "b.xlsx: error: xl/worksheets/sheet1.xml is larger than 1000000 bytes when inflated")
        #expect(try Workbook(xlsx: bytes, file: "b.xlsx").sheet(nil).header == ["a", "b", "c"])
    }

    @Test func `that is cut off is refused`() throws {
        let bytes = try Openpyxl.bytes("values")
        for length in stride(from: 0, to: bytes.count, by: 97) {
            #expect(throws: DocumentError.self) { try Workbook(xlsx: bytes.prefix(length), file: "b.xlsx") }
        }
    }

    @Test func `with any byte changed is read or refused`() throws {
        let bytes = try Openpyxl.bytes("values")
        var dice = Dice(seed: 11)
        for _ in 0..<1_000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                damaged[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            }
            do { _ = try Workbook(xlsx: damaged, file: "b.xlsx").sheet(nil) } catch {
                #expect(error is DocumentError)
            }
        }
    }
}
