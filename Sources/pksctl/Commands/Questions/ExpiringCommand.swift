import ArgumentParser
import Documents

struct ExpiringCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "expiring",
        abstract: "List the papers that end soon and that nothing follows yet.",
        discussion: """
            The earliest first, with how many end within 30, 60 and 90 days and whom they insure.

              pksctl expiring
              pksctl expiring --within 30 --region 53
            """)

    @Option(help: ArgumentHelp("Up to 180. (default: 90)", valueName: "days")) var within: Int?
    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: "How many at once.") var limit: Int?
    @Option(help: "Go on where the list before this one ended.") var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["expiring"],
            query: [
                ("within", within.map(String.init)), ("region", region), ("limit", limit.map(String.init)),
                ("cursor", cursor),
            ])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let language = output.language
        var table = TextTable(
            [
                .init(title: output.word("BERAKHIR", "ENDS")),
                .init(title: output.word("HARI", "DAYS"), isNumber: true),
                .init(title: output.word("ORANG", "PEOPLE"), isNumber: true),
            ] + paperColumns(output))
        for item in answer.items() {
            table.append(
                [item.cell("ends_on"), item.count("days", language), item.count("people", language)]
                    + paperCells(item))
        }
        let sums = (answer["horizons"]?.list ?? []).map { horizon in
            let (days, papers) = (horizon.count("days", language), horizon.count("papers", language))
            return output.word(
                "\(days) hari: \(papers) naskah, \(horizon.count("people", language)) orang",
                "\(days) days: \(papers) papers, \(horizon.count("people", language)) people")
        }
        return listed(table, answer, output) + "\n\n" + sums.joined(separator: "\n")
    }
}
