import ArgumentParser
import Documents
import Foundation

struct ImportCommand: ServerErrand {
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case agreements, members
        case memberChanges = "member-changes"
        case funding, bills, payments, coverage
    }

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a whole sheet (.csv or .xlsx) of agreements, members, money, bills or coverage.",
        discussion: """
            All rows are taken, or none: if one is refused, nothing is stored, every refused row is listed with its line \
            and the reason, and the exit code is 1. A row that says what is on record already is left; a sheet may be \
            imported again.

              pksctl import bills tagihan.xlsx --dry-run
              pksctl import bills tagihan.xlsx

            Columns are found by their headings; which heading was read as what is printed. Name those that are not found:

              pksctl import bills tagihan.xlsx --sheet 2027 \\
                --column month=Bulan --column amount="Jumlah tagihan"
            """)

    @Argument(help: "What the rows are.") var kind: Kind
    @Argument(
        help: "The file; - reads CSV from standard input.", completion: .file(extensions: ["csv", "xlsx"]))
    var file: String
    @Flag(help: "Only say what would become of each row; store nothing.") var dryRun = false
    @Option(help: ArgumentHelp("The sheet of a workbook. (default: its first)", valueName: "name")) var sheet: String?
    @Option(
        name: .customLong("column"),
        help: ArgumentHelp("The heading of a column, such as month=Bulan; repeatable.", valueName: "name=heading"))
    var columns: [ColumnName] = []
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    /// A column under the name that the sheet gives it.
    struct ColumnName: ExpressibleByArgument {
        let name: String
        let heading: String

        init?(argument: String) {
            guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
            name = String(argument[..<sign])
            heading = String(argument[argument.index(after: sign)...])
            if heading.isEmpty { return nil }
        }
    }

    func run(_ session: Session) async throws {
        let content = try Client.Content(type: mediaType(), bytes: Array(InputFile(file).data()))
        let name = file == "-" ? "stdin.csv" : URL(filePath: file).lastPathComponent
        let query: [(String, String?)] =
            [("dry_run", dryRun ? "true" : nil), ("file", name), ("sheet", sheet)]
            + columns.map { ("column.\($0.name)", $0.heading) }
        let report: Data
        do {
            report = try await session.client.upload(["imports", kind.rawValue], query: query, content, key: keys.key)
                .body
        } catch Failure.refused(let refusal) where refusal.problem["items"] != nil {
            // Refused rows are told like the others: the report is what was asked for.
            report = refusal.body
        }
        let answer = try CanonicalJSON.decode(JSON.self, from: report)
        if session.output.wantsJSON {
            session.output.raw(report)
        } else {
            session.output.page(ImportPage(answer, file: name, output: session.output).text())
        }
        if answer["refused"]?.integer != 0 { throw Failure.errorsFound }
    }

    private func mediaType() throws -> String {
        let name = file.lowercased()
        if name == "-" || name.hasSuffix(".csv") { return "text/csv" }
        if name.hasSuffix(".xlsx") { return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }
        throw Failure.usage(
            Bilingual(
                id: "\(file): hanya .csv dan .xlsx yang dapat dibaca; simpan ulang sebagai salah satunya",
                en: "\(file): only .csv and .xlsx can be read; save it as one of them"))
    }
}

/// What became of a sheet's rows.
private struct ImportPage {
    let report: JSON
    let file: String
    let output: Output

    init(_ report: JSON, file: String, output: Output) {
        self.report = report
        self.file = file
        self.output = output
    }

    private var language: Language { output.language }

    func text() -> String {
        let refused = report["refused"]?.integer ?? 0
        return ([head(refused)] + refusals + pairs(readings) + [closing(refused)])
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func head(_ refused: Int64) -> String {
        let isStored = report["stored"]?.bool == true
        let done = report.count("done", language)
        let counts = [
            refused > 0
                ? output.word("\(language.number(refused)) ditolak", "\(language.number(refused)) refused") : "",
            isStored
                ? output.word("\(done) dicatat", "\(done) recorded")
                : output.word("\(done) dapat dicatat", "\(done) can be recorded"),
            output.word(
                "\(report.count("unchanged", language)) sudah tercatat",
                "\(report.count("unchanged", language)) on record already"),
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        let rows =
            report.count("rows", language) + output.word(" baris", report["rows"]?.integer == 1 ? " row" : " rows")
        return "\(refused > 0 ? "✗" : "✓") \(report.cell("kind")), \(file): \(rows): \(counts)"
    }

    private var refusals: [String] {
        let refused = report.items().filter { $0["outcome"]?.text == "refused" }
        let lines = refused.map { output.word("baris ", "line ") + $0.cell("line") }
        let width = lines.map(\.count).max() ?? 0
        return zip(refused, lines).map { item, line in
            let space = String(repeating: " ", count: width - line.count)
            return
                "  ✗ \(line)\(space)  \([item.cell("subject"), item.cell("say", language)].filter { !$0.isEmpty }.joined(separator: ": "))"
        }
    }

    /// Which heading was read as what, so that a wrong guess is seen.
    private var readings: [(String, String)] {
        let columns = (report["columns"]?.object ?? [:]).sorted { $0.key < $1.key }
            .map { "\($0.key) = \($0.value.cell(language))" }.joined(separator: ", ")
        return [
            (output.word("Kolom dibaca", "Columns read"), columns),
            (output.word("Kolom diabaikan", "Columns ignored"), report.cell("ignored_columns")),
        ]
    }

    private func closing(_ refused: Int64) -> String {
        if report["stored"]?.bool == true { return "" }
        if report["dry_run"]?.bool == true {
            return output.word("Uji coba: tidak ada yang disimpan.", "A dry run: nothing was stored.")
        }
        return output.word(
            "Tidak ada yang disimpan, termasuk baris yang benar.",
            "Nothing was stored, not even the rows that are right.")
    }
}
