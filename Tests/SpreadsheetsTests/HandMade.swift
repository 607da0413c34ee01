import Foundation

/// A workbook made by hand, part by part, so that any of them can be wrong.
struct HandMade {
    static let sheetNamespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    var parts: [(name: String, text: String)] = [
        ("_rels/.rels", relationships([("a", "officeDocument", "odd/book.xml")])),
        (
            "odd/book.xml",
            "<x:workbook xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:q=\"\(types)\">"
                + "<x:sheets><x:sheet name=\"One\" sheetId=\"1\" q:id=\"s\"/></x:sheets></x:workbook>"
        ),
        (
            "odd/_rels/book.xml.rels",
            relationships([
                ("s", "worksheet", "/deep/down.xml"), ("t", "sharedStrings", "../texts.xml"), ("f", "styles", "f.xml"),
            ])
        ),
        (
            "texts.xml",
            "<sst \(sheetNamespace)><si><r><t>Ibu</t></r><r><t xml:space=\"preserve\"> Kota</t></r>"
                + "<rPh sb=\"0\" eb=\"1\"><t>unspoken</t></rPh></si><si><t>a_x000D_b</t></si></sst>"
        ),
        (
            "odd/f.xml",
            "<styleSheet \(sheetNamespace)><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        ),
        ("deep/down.xml", ""),
    ]

    /// - Parameter data: what is inside `sheetData`.
    init(_ data: String) {
        self["deep/down.xml"] = "<worksheet \(HandMade.sheetNamespace)><sheetData>\(data)</sheetData></worksheet>"
    }

    subscript(name: String) -> String? {
        get { parts.first { $0.name == name }?.text }
        set {
            if let index = parts.firstIndex(where: { $0.name == name }) {
                if let newValue { parts[index].text = newValue } else { parts.remove(at: index) }
            } else if let newValue {
                parts.append((name, newValue))
            }
        }
    }

    static func relationships(_ targets: [(id: String, kind: String, target: String)]) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + targets.map { "<Relationship Id=\"\($0)\" Type=\"\(types)/\($1)\" Target=\"\($2)\"/>" }.joined()
            + "</Relationships>"
    }

    /// The zip file, nothing in it compressed.
    var bytes: Data {
        var file = Data()
        var directory = Data()
        for part in parts {
            let (name, content) = (Data(part.name.utf8), Data(part.text.utf8))
            let header =
                little(20, 2) + little(0, 8) + little(Int(HandMade.checksum(content)), 4) + little(content.count, 4)
                + little(content.count, 4) + little(name.count, 2) + little(0, 2)
            directory += little(0x0201_4B50, 4) + little(20, 2) + header + little(0, 10) + little(file.count, 4) + name
            file += little(0x0403_4B50, 4) + header + name + content
        }
        let end =
            little(0x0605_4B50, 4) + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
            + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
        return file + directory + end
    }

    private func little(_ number: Int, _ width: Int) -> Data {
        Data((0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> ($0 * 8)) : 0 })
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        var sum = UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        return sum
    }

    /// CRC-32 as in zip files.
    private static func checksum(_ bytes: Data) -> UInt32 {
        var sum: UInt32 = ~0
        for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
        return ~sum
    }
}
