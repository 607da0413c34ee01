import ArgumentParser
import Documents

struct QuestionsCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "questions",
        abstract: "List the questions of every week, with how many there are behind each.",
        discussion: """
              pksctl questions
              pksctl questions --region 53
            """)

    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        try output.show(try await session.client.get(["questions"], query: [("region", region)])) { answer in
            var table = TextTable([
                .init(title: output.word("BANYAKNYA", "COUNT"), isNumber: true),
                .init(title: output.word("PERTANYAAN", "QUESTION"), widthMax: 80),
                .init(title: output.word("PERINTAH", "COMMAND")),
            ])
            for item in answer.items() {
                table.append([
                    item.count("count", output.language), item.cell("ask"), command(item.cell("name")),
                ])
            }
            return listed(table, answer, output)
        }
    }

    private func command(_ name: String) -> String {
        switch name {
        case "unmet": "pksctl why"
        case "coverage": "pksctl coverage list"
        default: "pksctl \(name.replacing("_", with: "-"))"
        }
    }
}
