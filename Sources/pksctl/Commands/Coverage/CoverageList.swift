import Agreements
import ArgumentParser
import Calendars
import Documents

struct CoverageList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List where regions stand, what is missing, and what is about to be lost.",
        discussion: """
            Statuses: unknown, none (below the bar), uhc, cut_off (new members wait about a month), prioritas (covered the \
            same day). The cost is a year of cover for those who are not registered yet.

              pksctl coverage --region 53
              pksctl coverage --status prioritas
              pksctl coverage --on 2026-12-31
            """)

    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: "Only those with this status.") var status: CoverageStanding.Status?
    @Option(help: ArgumentHelp("As of this day. (default: today)", valueName: "date")) var on: Day?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["coverage"],
            query: [("on", on?.description), ("region", region), ("status", status?.rawValue)])
        try session.output.show(answer) { page($0, session.output) }
    }

    /// More of them than this say nothing at a glance.
    private static let warningsMax = 20

    private func page(_ answer: JSON, _ output: Output) -> String {
        let language = output.language
        var table = TextTable([
            .init(title: output.word("KODE", "CODE")), .init(title: output.word("WILAYAH", "REGION"), widthMax: 28),
            .init(title: "STATUS"), .init(title: output.word("PER", "AS OF")),
            .init(title: output.word("CAKUPAN %", "COVERAGE %"), isNumber: true),
            .init(title: output.word("KEAKTIFAN %", "ACTIVITY %"), isNumber: true),
            .init(title: output.word("BELUM TERDAFTAR", "NOT REGISTERED"), isNumber: true),
            .init(title: output.word("BELUM AKTIF", "NOT ACTIVE"), isNumber: true),
            .init(title: output.word("BIAYA SETAHUN", "COST A YEAR"), isNumber: true),
            .init(title: output.word("TUNGGAKAN", "ARREARS"), isNumber: true),
        ])
        var warnings: [String] = []
        for item in answer.items() {
            table.append([
                item.cell("region"), item.cell("name"), statusName(item.cell("status"), output),
                item["registered"]?.cell("as_of") ?? "", item.cell("coverage_percent", language),
                item.cell("active_percent", language),
                item.count("missing_registered", language), item.count("missing_active", language),
                item.rupiah("cost_to_reach", language), item.rupiah("arrears", language),
            ])
            warnings += (item["warnings"]?.list ?? []).map { "  ! \(item.cell("name")): \($0.cell(language))" }
        }
        guard !warnings.isEmpty else { return listed(table, answer, output) }
        if warnings.count > CoverageList.warningsMax {
            let more = warnings.count - CoverageList.warningsMax
            warnings =
                warnings.prefix(CoverageList.warningsMax) + [
                    output.word(
                        "  … dan \(more) lagi; persempit dengan --region",
                        "  … and \(more) more; narrow it with --region")
                ]
        }
        return listed(table, answer, output) + "\n\n"
            + ([output.word("Peringatan", "Warnings")] + warnings).joined(separator: "\n")
    }
}

/// A status as people call it.
func statusName(_ status: String, _ output: Output) -> String {
    switch CoverageStanding.Status(rawValue: status) {
    case .unknown: output.word("tidak diketahui", "unknown")
    case .some(.none): output.word("belum UHC", "below the bar")
    case .uhc: "UHC"
    case .cutOff: "UHC Cut Off"
    case .prioritas: "UHC Prioritas"
    case nil: status
    }
}
