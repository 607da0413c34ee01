import Agreements
import ArgumentParser
import Documents

struct WaitingCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "waiting",
        abstract: "Say whom each paper waits for, since when, and what they were last told.",
        discussion: """
            The earliest deadline first.

              pksctl waiting
              pksctl waiting --role legal --region 53
            """)

    @Option(help: "Only what waits for this office.") var role: Role?
    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: "How many at once.") var limit: Int?
    @Option(help: "Go on where the list before this one ended.") var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["waiting"],
            query: [
                ("role", role?.rawValue), ("region", region), ("limit", limit.map(String.init)), ("cursor", cursor),
            ])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        var table = TextTable([
            .init(title: "REF", widthMax: 32), .init(title: output.word("KEADAAN", "STATE")),
            .init(title: output.word("MENUNGGU", "WAITS FOR"), widthMax: 40),
            .init(title: output.word("SEJAK", "SINCE")), .init(title: output.word("BATAS", "DUE")),
            .init(title: output.word("YANG KURANG", "MISSING"), widthMax: 60),
        ])
        let items = answer.items()
        for item in items {
            table.append([
                item.name, item.cell("state_label"), item.cell("waits_for"), item.cell("since"),
                item.cell("deadline"), item.cell("missing"),
            ])
        }
        return listed(table, answer, output) { index in
            (items[index]["last_told"]?.list ?? []).map { told in
                "    \(told.cell("role")), \(output.moment(told["at"]?.text)): \(told.cell("say"))"
            }
        }
    }
}
