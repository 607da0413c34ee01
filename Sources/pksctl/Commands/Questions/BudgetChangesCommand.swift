import ArgumentParser
import Calendars
import Documents

struct BudgetChangesCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "budget-changes",
        abstract: "Say which budgets were revised, and which papers need an addendum for that.",
        discussion: """
            Refocusing, shifts and revised budgets that were entered in the last 30 days, newest first.

              pksctl budget-changes
              pksctl budget-changes --since 2026-07-01 --region 53
            """)

    @Option(help: ArgumentHelp("Entered since this day. (default: 30 days ago)", valueName: "date")) var since: Day?
    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["budget-changes"], query: [("since", since?.description), ("region", region)])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let language = output.language
        var table = TextTable([
            .init(title: "REF", widthMax: 32), .init(title: output.word("BARIS", "LINE")),
            .init(title: output.word("JENIS", "KIND")), .init(title: output.word("BERLAKU", "FROM")),
            .init(title: output.word("SEBELUM", "BEFORE"), isNumber: true),
            .init(title: output.word("MENJADI", "AFTER"), isNumber: true),
            .init(title: output.word("KURANG", "SHORT"), isNumber: true),
            .init(title: "ADENDUM", widthMax: 32),
        ])
        for item in answer.items() {
            let needed = item["needs_addendum"] == .bool(true) ? output.word("perlu", "needed") : ""
            table.append([
                item.name, item.cell("line"), item.cell("kind"), item.cell("effective_on"),
                item.rupiah("before", language), item.rupiah("amount", language),
                item.rupiah("shortfall", language), item["addendum"]?.text ?? needed,
            ])
        }
        return listed(table, answer, output)
    }
}
