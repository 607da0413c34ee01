import Documents
import Foundation
import Spreadsheets
import Testing

@Suite struct `A workbook made by hand` {
    private func sheet(_ book: HandMade) throws -> Sheet { try Workbook(xlsx: book.bytes, file: "h.xlsx").sheet(nil) }

    private func refusal(_ book: HandMade) -> String {
        let error = #expect(throws: DocumentError.self) { try sheet(book) }
        return error?.description ?? "read"
    }

    private func cell(_ xml: String) -> HandMade { HandMade("<row><c t=\"str\"><v>h</v></c></row><row>\(xml)</row>") }

    @Test(arguments: [
        ("<c t=\"s\"><v>0</v></c>", "Ibu Kota"), ("<c t=\"s\"><v>1</v></c>", "a\rb"),
        ("<c t=\"inlineStr\"><is><t> in </t><phoneticPr fontId=\"1\"/></is></c>", "in"),
        ("<c t=\"str\"><f>A1</f><v>made</v></c>", "made"), ("<c><f>1+1</f><v>2</v></c>", "2"),
        ("<c t=\"b\"><f>TRUE()</f><v>1</v></c>", "TRUE"), ("<c s=\"1\"><v>59</v></c>", "1900-02-28"),
        ("<c s=\"1\"><v>61</v></c>", "1900-03-01"), ("<c s=\"1\"><v>1</v></c>", "1900-01-01"),
        ("<c s=\"1\"><v>2958465</v></c>", "9999-12-31"),
        ("<c s=\"1\"><v>46053.333333333336</v></c>", "2026-01-31T08:00:00"),
        ("<c s=\"1\"><v>46052.9999999999</v></c>", "2026-01-31"), ("<c s=\"0\"><v>46053</v></c>", "46053"),
        ("<c><v>8.1E9</v></c>", "8100000000"), ("<c><v>37800.0</v></c>", "37800"),
        ("<c><v>0.30000000000000004</v></c>", "0.3"), ("<c><v>1.1000000000000001</v></c>", "1.1"),
        ("<c><v>-1E-3</v></c>", "-0.0010"), ("<c><v>37.125</v></c>", "37.1250"), ("<c><v>37.25</v></c>", "37.25"),
        ("<c><v>-0</v></c>", "0"), ("<c><v>007</v></c>", "7"),
        ("<c><v>9.9999999999999995E-2</v></c>", "0.1"), ("<c><v>1.2345678901234568E+17</v></c>", "123456789012345680"),
        ("<c><v>9007199254740993</v></c>", "9007199254740993"),
        ("<c t=\"d\"><v>2026-01-31T00:00:00Z</v></c>", "2026-01-31"),
        ("<c t=\"d\"><v>2026-01-31T08:00:00.000</v></c>", "2026-01-31T08:00:00"),
    ]) func `has cells of every kind`(xml: String, text: String) throws {
        #expect(try sheet(cell(xml)) == Sheet(header: ["h"], rows: [.init(line: 2, cells: [text])]))
    }

    @Test(arguments: [
        ("<c t=\"s\"><v>2</v></c>", "h.xlsx:2:1: error: A2: points to a text that is not there: 2"),
        ("<c t=\"s\"><v>-1</v></c>", "h.xlsx:2:1: error: A2: points to a text that is not there: -1"),
        ("<c s=\"9\"><v>1</v></c>", "h.xlsx:2:1: error: A2: points to a style that is not there: 9"),
        ("<c><v>NaN</v></c>", "h.xlsx:2:1: error: A2: not a number: NaN"),
        ("<c><v>1E999999999999999999999</v></c>", "h.xlsx:2:1: error: A2: not a number: 1E999999999999999999999"),
        ("<c><v>1E400</v></c>", "h.xlsx:2:1: error: A2: not a number: 1E400"),
        ("<c><v>0x10</v></c>", "h.xlsx:2:1: error: A2: not a number: 0x10"),
        ("<c t=\"e\"><v>#DIV/0!</v></c>", "h.xlsx:2:1: error: A2: an error: #DIV/0!"),
        ("<c t=\"b\"><v>maybe</v></c>", "h.xlsx:2:1: error: A2: not a boolean: maybe"),
        ("<c t=\"d\"><v>2026-02-29</v></c>", "h.xlsx:2:1: error: A2: not a date: 2026-02-29"),
        ("<c t=\"zz\"><v>1</v></c>", "h.xlsx:2:1: error: A2: unknown type of cell: zz"),
        ("<c s=\"1\"><v>60</v></c>", "h.xlsx:2:1: error: A2: no date that exists: 60"),
        (
            "<c t=\"str\"><f>A1</f></c>",
            "h.xlsx:2:1: error: A2: a formula without a result: open it in Excel, recalculate (F9) and save"
        ),
    ]) func `with a cell that means nothing is refused by its name`(xml: String, line: String) {
        #expect(refusal(cell(xml)) == line)
    }

    @Test(arguments: [
        ("<row r=\"2\"/><row r=\"2\"/>", "a row '2' after row 2"),
        ("<row r=\"1048577\"/>", "a row '1048577' after row 0"),
        ("<row r=\"x\"/>", "a row 'x' after row 0"), ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", "a cell 'A1' in row 1"),
        ("<row><c r=\"A2\"/></row>", "a cell 'A2' in row 1"),
        ("<row><c r=\"ZZZZZ1\"/></row>", "a cell 'ZZZZZ1' in row 1"),
        ("<row><c r=\"A99999999999999999999\"/></row>", "a cell 'A99999999999999999999' in row 1"),
    ]) func `whose cells are not in order is refused`(data: String, detail: String) {
        #expect(refusal(HandMade(data)).contains("the file is damaged (sheetData: \(detail))"))
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY x \"y\">]>", "<!DOCTYPE a SYSTEM \"file:///etc/hostname\">", "<!DOCTYPE a>",
    ]) func `that declares entities is refused, in whatever part`(declaration: String) {
        for index in HandMade("").parts.indices {
            var book = cell("<c><v>1</v></c>")
            book.parts[index].text = declaration + book.parts[index].text
            #expect(
                refusal(book)
                    == "h.xlsx: error: \(book.parts[index].name) has a DOCTYPE declaration, which is not allowed")
        }
    }

    @Test(
        arguments: [
            ("_rels/.rels", nil, "no .xlsx workbook"), ("odd/book.xml", nil, "odd/book.xml is missing"),
            ("odd/_rels/book.xml.rels", nil, "odd/_rels/book.xml.rels is missing"),
            ("deep/down.xml", nil, "deep/down.xml is missing"), ("texts.xml", nil, "texts.xml is missing"),
            ("odd/book.xml", "<html/>", "no .xlsx workbook"), ("deep/down.xml", "<html/>", "not a worksheet"),
            ("deep/down.xml", "", "no element found"), ("deep/down.xml", "<a><b></a>", "mismatched tag"),
            ("_rels/.rels", HandMade.relationships([("a", "officeDocument", "../../up.xml")]), "outside the file"),
            ("_rels/.rels", HandMade.relationships([("a", "other", "odd/book.xml")]), "no .xlsx workbook"),
            ("odd/_rels/book.xml.rels", HandMade.relationships([]), "relationship s is missing"),
            (
                "odd/_rels/book.xml.rels", HandMade.relationships([("s", "chartsheet", "x")]),
                "no sheet that is not hidden"
            ),
            ("deep/down.xml", String(repeating: "<a>", count: 100_000), "nested too deeply"),
            ("deep/down.xml", "<a b=\"" + String(repeating: "x", count: 3_000_000), "a tag without end"),
            ("ODD/BOOK.xml", "<a/>", "an entry without a name or with that of another"),
        ] as [(String, String?, String)])
    func `with a wrong or missing part is refused`(part: String, text: String?, words: String) {
        var book = cell("<c><v>1</v></c>")
        book[part] = text
        #expect(refusal(book).contains(words))
    }

    @Test(
        arguments: [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "save it as .xlsx without a password"),
            ([0x61, 0x2C], "no .xlsx workbook"),
            ([0x50, 0x4B, 0x03, 0x04], "no complete zip file"), ([], "no .xlsx workbook"),
        ] as [([UInt8], String)]) func `that is something else is refused`(bytes: [UInt8], words: String)
    {
        let error = #expect(throws: DocumentError.self) { try Workbook(xlsx: Data(bytes), file: "h.xlsx") }
        #expect(error?.description.contains(words) == true)
    }

    @Test func `has an end to its columns, texts and merged cells`() {
        #expect(
            refusal(HandMade("<row><c r=\"GS1\"><v>1</v></c></row>")) == "h.xlsx: error: GS1: more than 200 columns")
        let long = String(repeating: "x", count: 32_768)
        #expect(refusal(cell("<c t=\"str\"><v>\(long)</v></c>")) == "h.xlsx:2:1: error: A2: more than 32767 characters")
        var book = HandMade("")
        let rows = (1...2_000).map { "<row><c><v>\($0)</v></c></row>" }.joined()
        book["deep/down.xml"] =
            "<worksheet \(HandMade.sheetNamespace)><sheetData>\(rows)</sheetData><mergeCells>"
            + String(repeating: "<mergeCell ref=\"A1:B1048576\"/>", count: 10_000) + "</mergeCells></worksheet>"
        #expect(refusal(book).contains("merged cells that overlap"))
    }

    /// Under the zip's checksum, so that every change reaches the readers.
    @Test func `with any part changed is read or refused`() {
        let cells =
            "<c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>46053.5</v></c><c r=\"C2\"><f>A1</f><v>1E3</v></c>"
        let book = HandMade(
            "<row r=\"1\"><c t=\"str\"><v>a</v></c><c t=\"b\"><v>1</v></c><c><v>3</v></c></row><row r=\"2\">\(cells)</row>"
        )
        var dice = Dice(seed: 3)
        var read = 0
        for _ in 0..<4_000 {
            var damaged = book
            let index = Int.random(in: 0..<book.parts.count, using: &dice)
            var scalars = Array(book.parts[index].text.unicodeScalars)
            for _ in 0..<Int.random(in: 1...2, using: &dice) {
                let place = Int.random(in: 0..<scalars.count, using: &dice)
                switch Int.random(in: 0...2, using: &dice) {
                case 0:
                    scalars[place] = "0123456789.:-<>&;\"/=ZAEr\u{0}é".unicodeScalars.randomElement(using: &dice) ?? "x"
                case 1: scalars.remove(at: place)
                default: scalars.insert(scalars[place], at: place)
                }
            }
            damaged.parts[index].text = String(String.UnicodeScalarView(scalars))
            do {
                let sheet = try sheet(damaged)
                read += 1
                #expect(sheet.rows.allSatisfy { $0.cells.count == sheet.header.count })
            } catch { #expect(error is DocumentError) }
        }
        #expect(read > 400 && read < 3_600)
    }
}
