import ArgumentParser
import Documents

struct CoverageShow: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show where a region stands, how far it is from the bar, and what each source says.",
        discussion: """
            The distance in people and in rupiah, the bar in force and what it rests on, what is about to be lost; then \
            every figure on record, beside each other where they disagree.

              pksctl coverage show 53.71
            """)

    @Argument(help: "The region's Kemendagri code, such as 53.71.") var region: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        try output.show(try await session.client.get(["regions", region, "coverage"])) { page in
            let standing = page["standing"].map { StandingPage($0, name: page.cell("name"), output: output).text() }
            return [standing, facts(page, output)].compactMap { $0 }.joined(separator: "\n\n")
        }
    }

    private func facts(_ page: JSON, _ output: Output) -> String {
        let language = output.language
        var table = TextTable([
            .init(title: output.word("TANGGAL", "AS OF")), .init(title: "%", isNumber: true),
            .init(title: output.word("TERDAFTAR", "REGISTERED"), isNumber: true),
            .init(title: output.word("AKTIF", "ACTIVE"), isNumber: true),
            .init(title: output.word("PENDUDUK", "RESIDENTS"), isNumber: true),
            .init(title: output.word("SKEMA", "SCHEME")),
            .init(title: output.word("SUMBER", "SOURCE"), widthMax: 60),
        ])
        for item in page.items() {
            table.append([
                item.cell("as_of"), item.cell("percent", language), item.count("registered", language),
                item.count("active", language), item.count("residents", language),
                statusName(item.cell("scheme"), output),
                item.cell("source"),
            ])
        }
        if table.isEmpty { return output.word("Belum ada angka tercatat.", "No figure is on record yet.") }
        return output.word("Angka tercatat", "Figures on record") + "\n" + listed(table, page, output).indented
    }
}

extension String {
    fileprivate var indented: String { split(separator: "\n").map { "  " + $0 }.joined(separator: "\n") }
}

/// Where one region stands, as a page.
private struct StandingPage {
    let standing: JSON
    let name: String
    let output: Output

    init(_ standing: JSON, name: String, output: Output) {
        self.standing = standing
        self.name = name
        self.output = output
    }

    private var language: Language { output.language }

    func text() -> String {
        let head = "\(name) (\(standing.cell("region"))): \(statusName(standing.cell("status"), output))"
        let warnings = (standing["warnings"]?.list ?? []).map { "  ! " + $0.cell(language) }
        return [
            [head] + pairs(figures + distance), section(output.word("Batas yang berlaku", "The bar in force"), bar),
            section(output.word("Peringatan", "Warnings"), warnings),
        ].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func section(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : [title] + lines }

    private var figures: [(String, String)] {
        let coverage = standing.cell("coverage_percent", language)
        let activity = standing.cell("active_percent", language)
        return [
            (output.word("Penduduk", "Residents"), count("residents")),
            (
                output.word("Terdaftar", "Registered"),
                share(coverage, output.word("dari penduduk", "of residents")) + count("registered")
            ),
            (
                output.word("Aktif", "Active"),
                share(activity, output.word("dari yang terdaftar", "of the registered")) + count("active")
            ),
            (output.word("Skema", "Scheme"), statusName(standing.cell("scheme"), output)),
        ]
    }

    private func share(_ percent: String, _ of: String) -> String { percent.isEmpty ? "" : "\(percent)% \(of): " }

    /// `398.000 (2026-10, BPJS Kesehatan Cabang Kupang)`.
    private func count(_ key: String) -> String {
        guard let count = standing[key], count != .null else { return "" }
        let isReckoned = count["reckoned"]?.bool == true
        let reckoned = isReckoned ? output.word("dihitung dari persentase", "reckoned from a percentage") : ""
        let rest = [count.cell("as_of"), count.cell("source"), reckoned].filter { !$0.isEmpty }.joined(separator: ", ")
        return count.count("value", language) + (rest.isEmpty ? "" : " (\(rest))")
    }

    private var distance: [(String, String)] {
        let cost = standing["cost_to_reach"]?.integer.flatMap { $0 > 0 ? $0 : nil }
        let arrears = standing["arrears"]?.integer ?? 0
        return [
            (
                output.word("Belum terdaftar", "Not registered yet"),
                missing("missing_registered")
                    + (cost.map { "; \(language.rupiah($0)) " + output.word("setahun", "a year") } ?? "")
            ),
            (output.word("Belum aktif", "Not active yet"), missing("missing_active")),
            (
                output.word("Tunggakan", "Arrears"),
                arrears > 0 ? language.rupiah(arrears) : output.word("tidak ada", "none")
            ),
        ]
    }

    private func missing(_ key: String) -> String {
        guard let people = standing[key]?.integer else { return "" }
        if people == 0 { return output.word("batas tercapai", "the bar is reached") }
        return output.word(
            "\(language.number(people)) orang lagi sampai batas", "\(language.number(people)) more people to the bar")
    }

    private var bar: [String] {
        guard let bar = standing["bar"], bar != .null else { return [] }
        let coverage = bar.cell("coverage_percent", language) + "%"
        let activity = bar.cell("active_percent", language)
        let asked = [
            output.word("cakupan ", "coverage ") + coverage,
            activity.isEmpty ? "" : output.word("keaktifan ", "activity ") + activity + "%",
            bar["no_arrears"]?.bool == true ? output.word("tanpa tunggakan", "no arrears") : "",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        return pairs([
            (output.word("Diminta", "Asked"), asked), (output.word("Sejak", "From"), bar.cell("from")),
            (output.word("Dasar", "Basis"), bar.cell("basis")),
        ])
    }
}
