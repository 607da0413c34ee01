import Agreements
import Calendars
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Spreadsheets
import Workflows

/// A list of agreements to take along: as CSV or as a workbook.
struct AgreementExport {
    /// A list of more is one that nobody reads as a sheet.
    private static let rowsMax = 20_000

    let pages: Pages

    private enum Format { case csv, xlsx }

    func add(to router: PageGroup) {
        router.get("agreements.csv") { request, context in try await export(request, context, as: .csv) }
        router.get("agreements.xlsx") { request, context in try await export(request, context, as: .xlsx) }
    }

    private func export(_ request: Request, _ context: PageContext, as format: Format) async throws -> Response {
        var wanted = try AgreementQuery(Query(form: request))
        (wanted.limit, wanted.after) = (500, nil)
        var rows: [[WorkbookWriter.Cell]] = []
        repeat {
            let found = try await pages.engine.find(wanted, for: context.principal)
            rows += found.agreements.map { row($0, context.language) }
            wanted.after = found.next
        } while wanted.after != nil && rows.count < AgreementExport.rowsMax
        guard wanted.after == nil else {
            throw EngineError.invalid(
                "",
                Bilingual(
                    id: "lebih dari \(Int64(AgreementExport.rowsMax).indonesian) naskah; persempit saringannya",
                    en: "more than \(Int64(AgreementExport.rowsMax).english) papers; narrow the filter down"))
        }
        try await pages.engine.record(
            .export, by: context.principal, from: context.visitor,
            detail: "agreements, \(rows.count) rows, \(request.uri.query ?? "")")
        let name = "pksd-\(Zone.wib.day(at: pages.engine.clock.now()))"
        let header = AgreementExport.header.map { $0.text(context.language) }
        switch format {
        case .csv:
            let lines = ([header.map { .text($0) }] + rows).map { $0.map(AgreementExport.csv).joined(separator: ",") }
            // The mark at the beginning tells spreadsheet programs that it is UTF-8.
            return file(
                Data(("\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n").utf8), name + ".csv",
                "text/csv; charset=utf-8")
        case .xlsx:
            var workbook = WorkbookWriter(sheet: Section.agreements.label.text(context.language), header: header)
            rows.forEach { workbook.append($0) }
            return file(
                try workbook.file(), name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            )
        }
    }

    private static let header = [
        Bilingual(id: "Ref", en: "Ref"), Bilingual(id: "Judul", en: "Title"), Bilingual(id: "Jenis", en: "Kind"),
        Bilingual(id: "Program", en: "Programme"), Bilingual(id: "Kode daerah", en: "Region code"),
        Bilingual(id: "Daerah", en: "Region"), Bilingual(id: "Tahap", en: "Phase"),
        Bilingual(id: "Keadaan", en: "State"),
        Bilingual(id: "Menunggu", en: "Waiting for"), Bilingual(id: "Berlaku dari", en: "In force from"),
        Bilingual(id: "Berlaku sampai", en: "In force until"), Bilingual(id: "Peserta", en: "Members"),
        Bilingual(id: "Pihak belum tanda tangan", en: "Parties that have not signed"),
    ]

    private func row(_ agreement: Agreement, _ language: Language) -> [WorkbookWriter.Cell] {
        let rules = pages.engine.rules
        let workflow = rules.workflow(of: agreement)
        func day(_ day: Day?) -> WorkbookWriter.Cell { day.map { .serial($0.number + 25_569) } ?? .empty }
        return [
            .text(agreement.ref ?? agreement.id.rawValue), .text(agreement.title),
            .text(agreement.kind.label.text(language)), .text(agreement.programme.label.text(language)),
            .text(agreement.region), .text(rules.reference.regions[agreement.region]?.name ?? ""),
            .text(agreement.phase.label.text(language)),
            .text(workflow?.label(agreement.state).text(language) ?? agreement.state),
            .text((workflow?.waitingOn(agreement) ?? []).map { $0.label.text(language) }.joined(separator: ", ")),
            day(agreement.validFrom), day(agreement.validUntil),
            .integer(agreement.lastMembers.reduce(0) { $0 &+ $1.heads }),
            .text(agreement.unsignedParties.map(\.name).joined(separator: "; ")),
        ]
    }

    /// RFC 4180. What a spreadsheet program would take for a formula is told to be text.
    private static func csv(_ cell: WorkbookWriter.Cell) -> String {
        switch cell {
        case .integer(let integer): return String(integer)
        case .serial(let days): return Day(number: days - 25_569).description
        case .empty: return ""
        case .text(var text):
            if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
            guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
            return "\"" + text.replacing("\"", with: "\"\"") + "\""
        }
    }

    private func file(_ data: Data, _ name: String, _ type: String) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff"]
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }
}
