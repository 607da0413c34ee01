import ArgumentParser
import Documents

struct AccessLogCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "access-log", abstract: "See who came in, who was turned away, and who took data out.",
        discussion: """
            For auditors and admins, newest first:

              pksctl access-log
              pksctl access-log --act sign_in_refused --from 2026-11-01T00:00:00+08:00
            """)

    @Option(help: ArgumentHelp("Only this act, such as sign_in or token_made.", valueName: "act")) var act: String?
    @Option(help: ArgumentHelp("Only what this person or token did, by id.", valueName: "id")) var who: String?
    @Option(help: ArgumentHelp("Only since then.", valueName: "instant")) var from: String?
    @Option(help: ArgumentHelp("How many at most, 1 to 200.", valueName: "count")) var limit: Int?
    @Option(help: ArgumentHelp("What comes after a page that was cut off.", valueName: "cursor")) var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get(
            ["access-log"],
            query: [
                ("act", act), ("who", who), ("from", from), ("limit", limit.map(String.init)), ("cursor", cursor),
            ])
        try output.show(answer) { page in
            var table = TextTable([
                .init(title: output.word("WAKTU", "TIME")), .init(title: output.word("PERBUATAN", "ACT")),
                .init(title: output.word("SIAPA", "WHO"), widthMax: 24), .init(title: output.word("DARI", "FROM")),
                .init(title: output.word("RINCIAN", "DETAIL"), widthMax: 36),
            ])
            for item in page.items() {
                table.append([
                    output.moment(item["at"]?.text), item.cell("act"), item.cell("name"), item.cell("network"),
                    item.cell("detail"),
                ])
            }
            return listed(table, page, output)
        }
    }
}
