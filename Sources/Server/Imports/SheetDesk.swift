import Dispatch
import Documents
import Engine
import Foundation
import Spreadsheets

/// Where sheets are read: one at a time, however many are sent, and away from the threads that serve everybody else.
struct SheetDesk: Sendable {
    /// Ten years of bills of all regions are 66,240.
    private static let rowsMax = 100_000

    private let queue = DispatchQueue(label: "pksd.sheets", qos: .utility)

    /// - Parameters:
    ///   - sheet: its name in a workbook; nil for the only one.
    ///   - mapping: the heading of a column, where it is not called by its name or one of the usual ones.
    /// - Throws: `DocumentError` for what is no sheet of this kind.
    func read(
        _ bytes: Data, file: String, sheet name: String? = nil, as kind: ImportKind, mapping: [String: String],
        _ rules: RuleBook
    ) async throws -> ImportSheet {
        try await aside {
            try ImportSheet(SheetDesk.sheet(bytes, file: file, name), file: file, as: kind, mapping: mapping, rules)
        }
    }

    /// The headings of a sheet, whatever it is about.
    func header(_ bytes: Data, file: String) async throws -> [String] {
        try await aside { try SheetDesk.sheet(bytes, file: file, nil).header }
    }

    private static func sheet(_ bytes: Data, file: String, _ name: String?) throws -> Sheet {
        let isWorkbook = bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF])
        let sheet =
            isWorkbook ? try Workbook(xlsx: bytes, file: file).sheet(name) : try Sheet(csv: bytes, file: file)
        guard sheet.rows.count <= rowsMax else {
            throw DocumentError([
                Problem(
                    at: Place(file: file),
                    Bilingual(
                        id: "lebih dari \(rowsMax) baris; bagilah lembarnya",
                        en: "more than \(rowsMax) rows; split the sheet"))
            ])
        }
        return sheet
    }

    private func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
