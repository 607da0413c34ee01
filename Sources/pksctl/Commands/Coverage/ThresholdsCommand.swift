import ArgumentParser
import Documents

struct ThresholdsCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "thresholds",
        abstract: "List what a region must reach to count as UHC, by the date from which each bar holds.",
        discussion: """
            For example:

              pksctl thresholds
            """)

    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let language = output.language
        try output.show(try await session.client.get(["thresholds"])) { page in
            var table = TextTable([
                .init(title: output.word("SEJAK", "FROM")), .init(title: output.word("SAMPAI", "UNTIL")),
                .init(title: output.word("CAKUPAN %", "COVERAGE %"), isNumber: true),
                .init(title: output.word("KEAKTIFAN %", "ACTIVITY %"), isNumber: true),
                .init(title: output.word("TANPA TUNGGAKAN", "NO ARREARS")),
                .init(title: output.word("DASAR", "BASIS"), widthMax: 120),
            ])
            for item in page.items() {
                table.append([
                    item.cell("from"), item.cell("until"), item.cell("coverage_percent", language),
                    item.cell("active_percent", language), item.cell("no_arrears", language), item.cell("basis"),
                ])
            }
            return listed(table, page, output)
        }
    }
}
