import Agreements
import ArgumentParser
import Documents

struct FindingsCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Say what does not add up across all agreements, and whose it is to put right.",
        discussion: """
            Counted by code; with a code, each of them.

              pksctl findings
              pksctl findings --owner finance
              pksctl findings budget_short --region 53
            """)

    @Argument(help: "The code, such as budget_short; without it, the counts.") var code: String?
    @Option(help: "Only what this office has to put right.") var owner: Role?
    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: "How many at once.") var limit: Int?
    @Option(help: "Go on where the list before this one ended.") var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["findings"],
            query: [
                ("code", code), ("owner", owner?.rawValue), ("region", region), ("limit", limit.map(String.init)),
                ("cursor", cursor),
            ])
        try session.output.show(answer) { code == nil ? counts($0, session.output) : page($0, session.output) }
    }

    private func counts(_ answer: JSON, _ output: Output) -> String {
        var table = TextTable([
            .init(title: output.word("TEMUAN", "FINDINGS"), isNumber: true), .init(title: output.word("KODE", "CODE")),
            .init(title: output.word("PEMILIK", "OWNER")), .init(title: output.word("BERAT", "SERIOUS")),
        ])
        for item in answer.items() {
            table.append([
                item.count("findings", output.language), item.cell("code"), item.cell("owner"),
                item.cell("serious", output.language),
            ])
        }
        return listed(table, answer, output)
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        var table = TextTable(paperColumns(output) + [.init(title: output.word("TEMUAN", "FINDING"), widthMax: 160)])
        for item in answer.items() { table.append(paperCells(item) + [item.cell("say")]) }
        return listed(table, answer, output)
    }
}
