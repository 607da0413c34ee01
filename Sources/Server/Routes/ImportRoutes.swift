import Agreements
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird

/// Whole sheets at once: all rows or none.
struct ImportRoutes {
    let engine: Engine
    let desk: SheetDesk

    func add(to api: API) {
        api.post("imports/:kind", use: take)
    }

    @Sendable func take(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let name = try context.parameters.require("kind")
        guard let kind = ImportKind(rawValue: name) else { throw EngineError.notFound(name) }
        // Nobody's sheet is read for nothing.
        try context.principal.require(kind.act)
        let query = Query(request)
        let isDryRun = query.flag("dry_run")
        let asked = query.text("sheet")
        let file = query.text("file") ?? kind.rawValue
        var mapping: [String: String] = [:]
        for column in kind.columns { mapping[column.name] = query.text("column.\(column.name)") }
        try query.finish()
        let bytes = try await request.bytes(upTo: Sheet.fileBytesMax)
        let circumstances = try Circumstances(request, context, body: bytes)
        let sheet = try await desk.read(bytes, file: file, sheet: asked, as: kind, mapping: mapping, engine.rules)
        var report = try await engine.take(
            sheet.rows, isDryRun: isDryRun || !sheet.refused.isEmpty, circumstances)
        report.rows = (report.rows + sheet.refused).sorted { $0.line < $1.line }
        let view = ImportView(report, of: sheet, isDryRun: isDryRun, context.language)
        return view.isRefused
            ? .json(view, status: .unprocessableContent, headers: [:]) : .json(view)
    }
}

/// What became of a sheet, row by row; a problem (RFC 9457) where rows were refused and nothing was stored.
private struct ImportView: Encodable {
    struct Item: Encodable {
        var line: Int
        var subject: String
        var outcome: String
        var say: String?

        init(_ row: ImportReport.Row, _ language: Language) {
            line = row.line
            subject = row.subject
            switch row.outcome {
            case .done: outcome = "done"
            case .unchanged: outcome = "unchanged"
            case .refused(let why):
                outcome = "refused"
                say = why.text(language)
            }
        }
    }

    var type: String?
    var title: String?
    var status: Int?
    var detail: String?
    var kind: String
    var stored: Bool
    var dryRun: Bool
    var rows: Int
    var done: Int
    var unchanged: Int
    var refused: Int
    var columns: [String: String]
    var ignoredColumns: [String]
    var items: [Item]

    var isRefused: Bool { refused > 0 && !dryRun }

    init(_ report: ImportReport, of sheet: ImportSheet, isDryRun: Bool, _ language: Language) {
        kind = sheet.kind.rawValue
        stored = report.isStored
        dryRun = isDryRun
        items = report.rows.map { Item($0, language) }
        rows = items.count
        done = items.count { $0.outcome == "done" }
        unchanged = items.count { $0.outcome == "unchanged" }
        refused = items.count { $0.outcome == "refused" }
        columns = sheet.headings
        ignoredColumns = sheet.ignored
        guard isRefused else { return }
        type = "https://pksd.invalid/problems/import-refused"
        title = Bilingual(id: "Lembar tidak dapat dimuat", en: "The sheet cannot be imported").text(language)
        status = HTTPResponse.Status.unprocessableContent.code
        detail = Bilingual(
            id: "\(refused) dari \(rows) baris ditolak; tidak ada yang disimpan",
            en: "\(refused) of \(rows) rows are refused; nothing was stored"
        ).text(language)
    }

    enum CodingKeys: String, CodingKey {
        case type, title, status, detail, kind, stored
        case dryRun = "dry_run"
        case rows, done, unchanged, refused, columns
        case ignoredColumns = "ignored_columns"
        case items
    }
}
