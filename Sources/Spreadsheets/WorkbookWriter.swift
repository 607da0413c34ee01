import CZip
public import Foundation

/// Writes a workbook of one sheet (ECMA-376, Office Open XML): texts, whole numbers and days, with a heading row.
public struct WorkbookWriter {
    public enum Cell: Sendable, Equatable {
        case text(String)
        case integer(Int64)
        /// Days since 1899-12-31 as spreadsheet programs count them (1900 date system, ECMA-376-1, 18.17.4.1).
        case serial(Int)
        case empty
    }

    private var rows: String
    private var count = 0

    /// - Parameter sheet: its name; cut to 31 characters without those that programs refuse.
    public init(sheet: String, header: [String]) {
        name = WorkbookWriter.escaped(String(sheet.filter { !"[]:*?/\\".contains($0) }.prefix(31)))
        rows = ""
        append(header.map { .text($0) }, style: 1)
    }

    private let name: String

    public mutating func append(_ cells: [Cell]) { append(cells, style: 0) }

    private mutating func append(_ cells: [Cell], style: Int) {
        count += 1
        rows += "<row r=\"\(count)\">"
        for cell in cells {
            switch cell {
            case .text(let text):
                // Numbers that Excel cannot hold exactly, and formulas, stay what they are: text.
                rows +=
                    "<c t=\"inlineStr\" s=\"\(style)\"><is><t xml:space=\"preserve\">\(WorkbookWriter.escaped(text))</t></is></c>"
            case .integer(let integer): rows += "<c s=\"2\"><v>\(integer)</v></c>"
            case .serial(let days): rows += "<c s=\"3\"><v>\(days)</v></c>"
            case .empty: rows += "<c/>"
            }
        }
        rows += "</row>"
    }

    /// The file.
    ///
    /// - Throws: ``WriteFailure``.
    public func file() throws -> Data {
        let sheet =
            "<worksheet xmlns=\"\(WorkbookWriter.main)\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>\(rows)</sheetData></worksheet>"
        let workbook =
            "<workbook xmlns=\"\(WorkbookWriter.main)\" xmlns:r=\"\(WorkbookWriter.relations)\"><sheets><sheet name=\"\(name)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        return try WorkbookWriter.zip([
            ("[Content_Types].xml", WorkbookWriter.contentTypes), ("_rels/.rels", WorkbookWriter.package),
            ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", WorkbookWriter.parts),
            ("xl/styles.xml", WorkbookWriter.styles), ("xl/worksheets/sheet1.xml", sheet),
        ])
    }

    /// The file could not be put together; libzip says why.
    public struct WriteFailure: Error, CustomStringConvertible {
        public var description: String
    }

    /// Escaped for XML; characters that XML 1.0 does not know are left out.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars.prefix(32_767) {
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            default:
                if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
                    escaped.unicodeScalars.append(scalar)
                }
            }
        }
        return escaped
    }

    // MARK: Parts

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let contentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
        </Types>
        """
    private static let package = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="\(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """
    private static let parts = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="\(relations)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Type="\(relations)/styles" Target="styles.xml"/></Relationships>
        """
    /// 0 text, 1 heading, 2 whole numbers in groups of three, 3 days.
    private static let styles = """
        <styleSheet xmlns="\(main)"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
        <fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
        <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="49" applyNumberFormat="1"/>\
        <xf fontId="1" applyFont="1"/><xf numFmtId="3" applyNumberFormat="1"/>\
        <xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>
        """

    // MARK: The zip file

    private static func zip(_ parts: [(name: String, text: String)]) throws -> Data {
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        func failure() -> WriteFailure { WriteFailure(description: unsafe String(cString: zip_error_strerror(&error))) }
        guard let file = unsafe zip_source_buffer_create(nil, 0, 0, &error) else { throw failure() }
        // Closing the archive gives its source away; what was written is read from it afterwards.
        unsafe zip_source_keep(file)
        defer { unsafe zip_source_free(file) }
        guard let archive = unsafe zip_open_from_source(file, ZIP_TRUNCATE, &error) else { throw failure() }
        // libzip reads the parts when it closes the archive, so they live until then.
        var held: [UnsafeMutableRawBufferPointer] = unsafe []
        defer { unsafe held.forEach { unsafe $0.deallocate() } }
        for part in parts {
            let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + part.text
            let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
            unsafe bytes.copyBytes(from: text.utf8)
            unsafe held.append(bytes)
            guard let source = unsafe zip_source_buffer(archive, bytes.baseAddress, UInt64(bytes.count), 0),
                unsafe zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8)) >= 0
            else {
                unsafe zip_discard(archive)
                throw WriteFailure(description: "a part could not be added: \(part.name)")
            }
        }
        guard unsafe zip_close(archive) == 0 else {
            unsafe zip_discard(archive)
            throw WriteFailure(description: "the archive could not be closed")
        }
        var stat = unsafe zip_stat_t()
        guard unsafe zip_source_stat(file, &stat) == 0, unsafe zip_source_open(file) == 0 else { throw failure() }
        defer { unsafe zip_source_close(file) }
        var data = Data(count: Int(unsafe stat.size))
        let count = unsafe data.withUnsafeMutableBytes {
            unsafe zip_source_read(file, $0.baseAddress, UInt64($0.count))
        }
        guard count == data.count else { throw WriteFailure(description: "the archive could not be read back") }
        return data
    }
}
