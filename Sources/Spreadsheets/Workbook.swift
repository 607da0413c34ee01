public import Documents
public import Foundation

/// An Office Open XML workbook (ECMA-376), of which cells are read as texts: numbers as plain decimals, dates as ISO
/// 8601, booleans as TRUE and FALSE, formulas as the result that was saved with them.
public struct Workbook: Sendable {
    struct Entry: Sendable {
        var name: String
        var part: String
        var isVisible: Bool
    }

    /// 200 MiB: how large a part may be when inflated.
    public static let partBytesMax = 209_715_200

    let file: String
    let partBytesMax: Int
    let epoch: SerialDate.Epoch
    let texts: [String]
    let isDate: [Bool]
    private let bytes: Data
    private let entries: [Entry]

    /// The names of all worksheets in the order of their tabs, hidden ones included.
    public var sheetNames: [String] { entries.map(\.name) }

    /// Opens a workbook from memory.
    ///
    /// - Parameter partBytesMax: how many bytes a part may inflate to; counted, whatever the file says of itself.
    /// - Throws: ``DocumentError``.
    public init(xlsx bytes: Data, file: String, partBytesMax: Int = Workbook.partBytesMax) throws {
        try Sheet.check(size: bytes.count, file: file)
        do {
            if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw PartFailure.encrypted }
            guard bytes.starts(with: [0x50, 0x4B]) else { throw PartFailure.notWorkbook }
            let archive = try ZipArchive(bytes)
            guard archive.has(Relationships.name(for: "")) else { throw PartFailure.notWorkbook }
            let package = try Relationships.read(of: "", in: archive, bytesMax: partBytesMax)
            guard let main = try package.part("officeDocument"), !main.hasSuffix(".bin") else {
                throw PartFailure.notWorkbook
            }
            let reader = WorkbookReader()
            try XMLPart.read(main, of: archive, bytesMax: partBytesMax, reader)
            guard reader.isWorkbook else { throw PartFailure.notWorkbook }
            let relationships = try Relationships.read(of: main, in: archive, bytesMax: partBytesMax)
            let (styles, strings) = (Styles(), SharedStrings())
            if let part = try relationships.part("styles") {
                try XMLPart.read(part, of: archive, bytesMax: partBytesMax, styles)
            }
            if let part = try relationships.part("sharedStrings") {
                try XMLPart.read(part, of: archive, bytesMax: partBytesMax, strings)
            }
            entries = try Workbook.worksheets(reader.entries, relationships)
            (epoch, isDate, texts) = (reader.epoch, styles.isDate, strings.texts)
        } catch let failure as PartFailure { throw failure.error(in: file) }
        (self.bytes, self.file, self.partBytesMax) = (bytes, file, partBytesMax)
    }

    /// Reads a sheet.
    ///
    /// - Parameter name: in any case; nil for the first sheet that is not hidden.
    /// - Throws: ``DocumentError`` with the place of each cell that cannot be read.
    public func sheet(_ name: String?) throws -> Sheet {
        let entry = try entry(name)
        let reader = WorksheetReader(of: self)
        do {
            try XMLPart.read(entry.part, of: ZipArchive(bytes), bytesMax: partBytesMax, reader)
            return try reader.finish(part: entry.part)
        } catch let failure as PartFailure { throw failure.error(in: file) }
    }

    private func entry(_ name: String?) throws -> Entry {
        if let name {
            if let entry = entries.first(where: { $0.name.lowercased() == name.lowercased() }) { return entry }
            throw DocumentError([
                Problem(
                    at: Place(file: file),
                    Bilingual(id: "tidak ada lembar bernama '\(name)'", en: "there is no sheet '\(name)'"),
                    suggestion: nearest(to: name, among: sheetNames))
            ])
        }
        if let entry = entries.first(where: \.isVisible) { return entry }
        throw PartFailure.other(
            Bilingual(id: "tidak ada lembar yang tampak", en: "there is no sheet that is not hidden")
        ).error(in: file)
    }

    /// Leaves out sheets that hold a chart or a dialogue only.
    private static func worksheets(_ entries: [WorkbookReader.Entry], _ relationships: Relationships) throws -> [Entry]
    {
        try entries.compactMap { entry in
            guard let target = relationships.targets[entry.relationship] else {
                throw PartFailure.missing("relationship \(entry.relationship)")
            }
            guard target.kind == "worksheet" else { return nil }
            guard let part = target.part else { throw PartFailure.missing("sheet '\(entry.name)'") }
            return Entry(name: entry.name, part: part, isVisible: entry.isVisible)
        }
    }
}
