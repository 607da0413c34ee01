import Agreements
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A whole sheet: looked at first, with which heading stands for what and what becomes of each row, and stored when its sender
/// says so.
struct ImportPages {
    private static let rowsShown = 200

    let pages: Pages
    let desk: SheetDesk

    private struct Model {
        struct RowModel {
            var line: String
            var subject: String
            var say: String
            var isRefused: Bool
        }

        var upload: FormModel
        var templates: [ListPage.Link]
        var errors: [String]
        var summary: String?
        var isStored: Bool
        var mapping: FormModel?
        var ignored: String?
        var rows: [RowModel]
        var more: Int?
        var confirmation: FormModel?
    }

    func add(to router: PageGroup) {
        router.get("import") { _, context in try await page(context) }
        router.post("import", use: take)
        router.get("import/:kind") { _, context in try template(context) }
    }

    /// An empty sheet with the headings of a kind, to be filled in.
    private func template(_ context: PageContext) throws -> Response {
        let name = try context.parameters.require("kind")
        guard let kind = ImportKind.allCases.first(where: { $0.template == name }) else {
            throw EngineError.notFound(name)
        }
        let heading = kind.columns.map { $0.headings.first ?? $0.name }.joined(separator: ";")
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "no-store",
            ], body: .init(byteBuffer: ByteBuffer(string: heading + "\r\n")))
    }

    private func uploadForm(_ kind: ImportKind, _ context: PageContext) -> Form {
        let kinds = ImportKind.allCases.filter { context.principal.may($0.act) }
        return Form(
            id: "upload", action: "/import", title: Bilingual(id: "Impor", en: "Import"),
            button: Bilingual(id: "Periksa dulu", en: "Check first"),
            fields: [
                Form.Field(
                    "kind", Bilingual(id: "Isi lembar", en: "What the sheet holds"),
                    .choice(kinds.map { .init(value: $0.rawValue, label: $0.label) }), value: kind.rawValue),
                Form.Field(
                    name: "file", label: Bilingual(id: "Berkas CSV atau XLSX", en: "CSV or XLSX file"), content: .file,
                    hint: Bilingual(
                        id: "paling besar 8 MB; yang lebih besar lewat pksctl import",
                        en: "8 MB at most; larger ones by pksctl import")),
            ])
    }

    private func page(_ context: PageContext, errors: [String] = []) async throws -> Response {
        let kind = ImportKind(rawValue: context.input.text("kind")) ?? .agreements
        return answer(
            Model(
                upload: pages.model(uploadForm(kind, context), context), templates: templates(context), errors: errors,
                isStored: false, rows: []),
            context, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func templates(_ context: PageContext) -> [ListPage.Link] {
        ImportKind.allCases.filter { context.principal.may($0.act) }.map {
            .init(path: "/import/\($0.template)", text: $0.label.text(context.language))
        }
    }

    private func answer(_ model: Model, _ context: PageContext, status: HTTPResponse.Status) -> Response {
        let title = Bilingual(id: "Impor", en: "Import").text(context.language)
        return pages.page("import", title, in: .agreements, model, context, status: status)
    }

    /// The first sending only looks. What is confirmed is the very file that was looked at: it travels along in the page.
    @Sendable private func take(_ request: Request, _ context: PageContext) async throws -> Response {
        let (input, language) = (context.input, context.language)
        guard let kind = ImportKind(rawValue: input.text("kind")) else {
            throw EngineError.notFound(input.text("kind"))
        }
        try context.principal.require(kind.act)
        let sent = input.files.first { !$0.bytes.isEmpty }
        guard let bytes = sent?.bytes ?? Data(base64Encoded: input.text("content")), !bytes.isEmpty else {
            return try await page(
                context, errors: [Bilingual(id: "pilih berkasnya dulu", en: "choose the file first").text(language)])
        }
        let file = sent?.file ?? input.text("name")
        let isConfirmed = input.text("confirmed") == "true"
        var mapping: [String: String] = [:]
        for column in kind.columns {
            let heading = input.text("column.\(column.name)")
            if !heading.isEmpty { mapping[column.name] = heading }
        }
        let carried = [
            Form.Field.hidden("kind", kind.rawValue), .hidden("name", file),
            .hidden("content", bytes.base64EncodedString()),
        ]
        var model = Model(
            upload: pages.model(uploadForm(kind, context), context), templates: templates(context), errors: [],
            isStored: false, rows: [])
        let sheet: ImportSheet
        do {
            sheet = try await desk.read(bytes, file: file, as: kind, mapping: mapping, pages.engine.rules)
        } catch let error as DocumentError {
            // Where a heading is missing, somebody can say which one stands for it.
            model.errors = error.problems.map { $0.text(language) }
            if let header = try? await desk.header(bytes, file: file) {
                let found = ImportSheet.headings(of: kind, in: header, mapping: mapping)
                model.mapping = pages.model(mappingForm(kind, carried, header, found.merging(mapping) { $1 }), context)
            }
            return answer(model, context, status: .unprocessableContent)
        }
        var circumstances = Circumstances(principal: context.principal)
        if isConfirmed {
            circumstances.idempotency = .init(
                key: input.text(FormFields.request),
                fingerprint: Tokens.hash(kind.rawValue + input.text("content")).base64EncodedString())
        }
        var report = try await pages.engine.take(
            sheet.rows, isDryRun: !isConfirmed || !sheet.refused.isEmpty, circumstances)
        report.rows = (report.rows + sheet.refused).sorted { $0.line < $1.line }
        let done = report.rows.count - report.refusals
        model.isStored = report.isStored
        model.summary =
            (report.isStored
            ? Bilingual(id: "\(done) baris disimpan.", en: "\(done) rows are stored.")
            : Bilingual(
                id: "\(done) dari \(report.rows.count) baris bisa disimpan; belum ada yang disimpan.",
                en: "\(done) of \(report.rows.count) rows can be stored; nothing is stored yet.")).text(language)
        model.ignored = sheet.ignored.isEmpty ? nil : sheet.ignored.joined(separator: ", ")
        let refusedFirst = report.rows.filter(\.isRefused) + report.rows.filter { !$0.isRefused }
        model.rows = refusedFirst.prefix(ImportPages.rowsShown).map { row in
            .init(
                line: String(row.line), subject: row.subject, say: row.outcome.say.text(language),
                isRefused: row.isRefused)
        }
        model.more = report.rows.count > ImportPages.rowsShown ? report.rows.count - ImportPages.rowsShown : nil
        if !report.isStored {
            let header = try await desk.header(bytes, file: file)
            model.mapping = pages.model(
                mappingForm(kind, carried, header, sheet.headings.merging(mapping) { $1 }), context)
            if report.refusals == 0 {
                let form = Form(
                    id: "confirm", action: "/import", title: Bilingual(id: "Simpan", en: "Store"),
                    button: Bilingual(id: "Simpan \(done) baris", en: "Store \(done) rows"),
                    fields: carried + mapping.map { .hidden("column.\($0.key)", $0.value) } + [
                        .hidden("confirmed", "true")
                    ])
                model.confirmation = pages.model(form, context)
            }
        }
        return answer(model, context, status: report.refusals > 0 ? .unprocessableContent : .ok)
    }

    private func mappingForm(
        _ kind: ImportKind, _ carried: [Form.Field], _ header: [String], _ mapping: [String: String]
    ) -> Form {
        let headings =
            [Form.Choice(value: "", label: Bilingual(id: "–", en: "–"))]
            + header.map { Form.Choice(value: $0, label: Bilingual(id: $0, en: $0)) }
        return Form(
            id: "mapping", action: "/import", title: Bilingual(id: "Kolom mana untuk apa", en: "Which column is which"),
            button: Bilingual(id: "Periksa lagi", en: "Check again"),
            fields: carried
                + kind.columns.map { column in
                    Form.Field(
                        "column.\(column.name)",
                        Bilingual(id: column.headings.first ?? column.name, en: column.name).capitalised,
                        .choice(headings), isRequired: column.isRequired, value: mapping[column.name] ?? "")
                })
    }
}

extension ImportReport.Row {
    fileprivate var isRefused: Bool { if case .refused = outcome { true } else { false } }
}

extension ImportReport.Outcome {
    fileprivate var say: Bilingual {
        switch self {
        case .done: Bilingual(id: "bisa", en: "possible")
        case .unchanged: Bilingual(id: "sudah tercatat", en: "on record already")
        case .refused(let why): why
        }
    }
}

extension ImportKind {
    /// The file that has its headings and no rows.
    fileprivate var template: String { rawValue + ".csv" }

    var label: Bilingual {
        switch self {
        case .agreements: Bilingual(id: "perjanjian", en: "agreements")
        case .members: Bilingual(id: "jumlah peserta", en: "members")
        case .memberChanges: Bilingual(id: "mutasi peserta", en: "changes of members")
        case .funding: Bilingual(id: "anggaran", en: "budgets")
        case .bills: Bilingual(id: "tagihan", en: "bills")
        case .payments: Bilingual(id: "pembayaran", en: "payments")
        case .coverage: Bilingual(id: "cakupan", en: "coverage")
        }
    }
}
