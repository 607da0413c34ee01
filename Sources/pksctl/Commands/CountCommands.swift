import ArgumentParser
import Documents

struct CountsCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "counts",
        abstract: "Count agreements by phase and state.",
        discussion: """
              pksctl counts
              pksctl counts --region 53
            """)

    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get(["counts"], query: [("region", region)])
        try output.show(answer) { answer in
            var table = TextTable([
                .init(title: output.word("PERJANJIAN", "AGREEMENTS"), isNumber: true),
                .init(title: output.word("FASE", "PHASE")), .init(title: "WORKFLOW"),
                .init(title: output.word("KEADAAN", "STATE")),
            ])
            for item in answer.items() {
                table.append([
                    item.count("agreements", output.language), item.cell("phase"), item.cell("workflow"),
                    item.cell("state_label"),
                ])
            }
            return listed(table, answer, output)
        }
    }
}

struct DwellCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "dwell",
        abstract: "Say how long agreements stay in each state: the median, and what nine of ten keep to.",
        discussion: """
              pksctl dwell
              pksctl dwell --region 53
            """)

    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get(["dwell-times"], query: [("region", region)])
        try output.show(answer) { answer in
            var table = TextTable([
                .init(title: "WORKFLOW"), .init(title: output.word("KEADAAN", "STATE")),
                .init(title: output.word("KALI", "TIMES"), isNumber: true),
                .init(title: output.word("MEDIAN (HARI)", "MEDIAN (DAYS)"), isNumber: true),
                .init(title: "90%", isNumber: true),
            ])
            for item in answer.items() {
                table.append([
                    item.cell("workflow"), item.cell("state_label"), item.count("stays", output.language),
                    item.count("median", output.language), item.count("ninetieth", output.language),
                ])
            }
            return listed(table, answer, output)
        }
    }
}
