import Documents
import Foundation
import Testing

@Suite struct `A sheet from CSV` {
    private func sheet(_ csv: String) throws -> Sheet { try Sheet(csv: Data(csv.utf8), file: "s.csv") }

    private func problems(_ bytes: String.UTF8View) -> [String] { problems(Data(bytes)) }

    private func problems(_ bytes: Data) -> [String] {
        let error = #expect(throws: DocumentError.self) { try Sheet(csv: bytes, file: "s.csv") }
        return error?.problems.map { $0.line(.english) } ?? []
    }

    @Test(arguments: [
        "a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "\u{FEFF}a;b\r\n1;2", "\"a\";\"b\"\n\"1\";\"2\"\n",
        " a , b \n 1 ,2 \n",
        "a,b\r1,2\r", "a,b,,\n1,2,,\n", "a;b\n1\u{A0};2",
    ]) func `finds its delimiter and is trimmed`(csv: String) throws {
        let sheet = try sheet(csv)
        #expect(sheet.header == ["a", "b"])
        #expect(sheet.rows.map(\.cells) == [["1", "2"]])
    }

    @Test(arguments: [
        ("\"x, y, z\";b\n1;2", ["x, y, z", "b"]),
        ("x, percent;b\n1;2", ["x, percent", "b"]), ("only\n1", ["only"]), (";;;\n;;\na;b,c;d", ["a", "b,c", "d"]),
        ("\"two\nlines\";b", ["two\nlines", "b"]), ("a,\"b;;;;\"\n1,2", ["a", "b;;;;"]),
    ]) func `counts delimiters outside quotes only`(csv: String, header: [String]) throws {
        #expect(try sheet(csv).header == header)
    }

    @Test func `tells the line of each row after cells of several lines`() throws {
        let sheet = try sheet("\r\n;;\r\na;b\r\n\"one\r\ntwo\";\"he said \"\"no\"\"\"\r\n\r\n \n3;\n4")
        #expect(
            sheet.rows == [
                .init(line: 4, cells: ["one\r\ntwo", "he said \"no\""]), .init(line: 8, cells: ["3", ""]),
                .init(line: 9, cells: ["4", ""]),
            ])
    }

    @Test(arguments: [
        ("", ["s.csv:1:1: error: the sheet is empty: no heading row"]),
        (",,\n\n ,", ["s.csv:1:1: error: the sheet is empty: no heading row"]),
        ("a,b\n1,\"x\n2,3\n", ["s.csv:2:3: error: this quote is never closed"]),
        ("a,b\n\"two\nlines\",1\n\"x\"y,1\n", ["s.csv:4:4: error: there is text after the closing quote"]),
        (
            "a,b\n5\" pipe,1\n",
            ["s.csv:2:2: error: a quote inside a cell: put the whole cell in quotes and double those inside"]
        ),
        (
            "a,,c,A\n1\n",
            [
                "s.csv:1:2: error: column B has no heading",
                "s.csv:1:4: error: column D has the heading 'A' like column A",
            ]
        ),
        (
            "a,b\n1,2,,x\n3,4,5",
            [
                "s.csv:2:4: error: row 2, column D: has a value beyond the headings (A to B)",
                "s.csv:3:3: error: row 3, column C: has a value beyond the headings (A to B)",
            ]
        ),
        (
            "a\n\u{1}x",
            [
                "s.csv:2:1: error: A2: the character U+0001 is not allowed: it is not seen, or changes the order of reading"
            ]
        ),
    ]) func `with mistakes is refused with the place of each`(csv: String, lines: [String]) {
        #expect(problems(csv.utf8) == lines)
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], "s.csv", "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "s.csv", "UTF-16"),
            ([0x61, 0x00, 0x2C, 0x00], "s.csv:1:2", "UTF-16"), ([0x61, 0x0A, 0x62, 0xE9], "s.csv:2:2", "Windows-1252"),
            ([0x50, 0x4B, 0x03, 0x04], "s.csv", "Excel file"), ([0xD0, 0xCF, 0x11, 0xE0], "s.csv", "Excel file"),
        ] as [([UInt8], String, String)])
    func `in another encoding is refused with a way out`(bytes: [UInt8], place: String, word: String) {
        let lines = problems(Data(bytes))
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix(place + ": error: ") == true)
        #expect(lines.first?.contains(word) == true)
        #expect(lines.first?.contains(".xlsx") == true)
    }

    @Test func `has an end to its size`() {
        let letters = String(repeating: "x", count: Sheet.cellLengthMax)
        #expect(throws: Never.self) { try sheet("a\n\(letters)") }
        #expect(problems("a\n\(letters)y".utf8) == ["s.csv:2:1: error: A2: more than 32767 characters"])
        let headings = (1...Sheet.columnsMax).map { "c\($0)" }.joined(separator: ",")
        #expect(throws: Never.self) { try sheet(headings) }
        #expect(problems((headings + ",x").utf8) == ["s.csv:1:201: error: more than 200 columns"])
        #expect(problems((headings + ",,,,x").utf8) == ["s.csv:1:201: error: more than 200 columns"])
        #expect(
            problems(Data(count: Sheet.fileBytesMax + 1)) == [
                "s.csv: error: the file is larger than 32 MiB"
            ])
        let short = String(repeating: "1\n", count: Sheet.cellsMax / Sheet.columnsMax + 1)
        #expect(
            problems((headings + "\n" + short).utf8) == [
                "s.csv:80002:1: error: the sheet is too large: at most 1000000 rows and 16000000 cells"
            ])
        #expect(problems(("a,b\n" + String(repeating: "1,2,3\n", count: 500)).utf8).count == 100)
    }

    @Test func `never stops the program, whatever it holds`() {
        var dice = Dice(seed: 7)
        let pieces = ["a", "\"", ",", ";", "\t", "\r", "\n", "\r\n", " ", "\"\"", "\u{FEFF}", "é", "\u{0}"]
        var read = 0
        for _ in 0..<5_000 {
            var bytes = (0..<Int.random(in: 0...30, using: &dice)).flatMap { _ in
                Array((pieces.randomElement(using: &dice) ?? "").utf8)
            }
            if Bool.random(using: &dice), let index = bytes.indices.randomElement(using: &dice) {
                bytes[index] = UInt8.random(in: 0...255, using: &dice)
            }
            do {
                let sheet = try Sheet(csv: Data(bytes), file: "s.csv")
                read += 1
                #expect(sheet.rows.allSatisfy { $0.cells.count == sheet.header.count })
            } catch { #expect(error is DocumentError) }
        }
        #expect(read > 100)
    }

    @Test(arguments: [
        (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD"),
    ])
    func `names columns as spreadsheet programs do`(index: Int, name: String) {
        #expect(Sheet.columnName(index) == name)
    }
}
