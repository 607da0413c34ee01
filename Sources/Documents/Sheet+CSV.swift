public import Foundation

extension Sheet {
    /// Reads CSV (RFC 4180) in UTF-8 with or without a byte order mark. The heading line tells whether commas,
    /// semicolons or tabs stand between cells.
    ///
    /// - Throws: ``DocumentError`` with the place of what is wrong.
    public init(csv bytes: Data, file: String) throws {
        try Sheet.check(size: bytes.count, file: file)
        var bytes = Array(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if let refusal = Sheet.notText(bytes) {
            throw DocumentError([Problem(at: refusal.place(in: file), refusal.message)])
        }
        var assembly = SheetAssembly(file: file)
        var reader = CSVReader(bytes)
        do {
            while let row = try reader.next() { try assembly.add(line: row.line, cells: row.cells) }
        } catch let error as CSVReader.Failure {
            let position = TextPosition(after: bytes[..<error.offset])
            throw DocumentError([
                Problem(at: Place(file: file, line: position.line, column: position.column), error.message)
            ])
        }
        self = try assembly.finish()
    }

    private struct Refusal {
        var position: TextPosition?
        var message: Bilingual

        func place(in file: String) -> Place { Place(file: file, line: position?.line, column: position?.column) }
    }

    /// Why bytes are no text in UTF-8, and what to do about it.
    private static func notText(_ bytes: [UInt8]) -> Refusal? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return Refusal(
                message: Bilingual(
                    id: "ini berkas Excel, bukan CSV: unggah sebagai .xlsx",
                    en: "this is an Excel file, not CSV: upload it as .xlsx"))
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return Refusal(
                message: saveAsUTF8(id: "berkas ini UTF-16, bukan UTF-8", en: "the file is UTF-16, not UTF-8"))
        }
        if let offset = bytes.firstIndex(of: 0) {
            return Refusal(
                position: TextPosition(after: bytes[..<offset]),
                message: saveAsUTF8(
                    id: "ada byte nol: berkas ini mungkin UTF-16, bukan UTF-8",
                    en: "there is a zero byte: the file may be UTF-16, not UTF-8"))
        }
        guard String(validating: bytes, as: UTF8.self) == nil, let offset = String.firstOffsetNotUTF8(in: bytes) else {
            return nil
        }
        return Refusal(
            position: TextPosition(after: bytes[..<offset]),
            message: saveAsUTF8(
                id: "berkas ini bukan UTF-8, mungkin Windows-1252", en: "the file is not UTF-8, perhaps Windows-1252"))
    }

    private static func saveAsUTF8(id: String, en: String) -> Bilingual {
        Bilingual(
            id: id + "; di Excel pilih Simpan Sebagai, 'CSV UTF-8 (Comma delimited)', atau unggah .xlsx",
            en: en + "; in Excel choose Save As, 'CSV UTF-8 (Comma delimited)', or upload the .xlsx")
    }
}
