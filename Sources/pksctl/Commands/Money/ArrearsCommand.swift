import Agreements
import ArgumentParser
import Calendars
import Documents

struct ArrearsCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "arrears",
        abstract: "List the bills that are past due, how old they are, and what that brings.",
        discussion: """
            The oldest first, each with the step at which it is stuck (reconciliation, SPP, SPM, SP2D).

              pksctl arrears --region 53
              pksctl arrears --program jkn --on 2026-12-31
            """)

    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: "Only this programme.") var program: Programme?
    @Option(help: ArgumentHelp("As of this day, today or later. (default: today)", valueName: "date")) var on: Day?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["arrears"],
            query: [("on", on?.description), ("region", region), ("program", program?.rawValue)])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let language = output.language
        let day = language.day(answer.cell("on"))
        var table = TextTable([
            .init(title: output.word("WILAYAH", "REGION"), widthMax: 28), .init(title: "REF", widthMax: 32),
            .init(title: "PROGRAM"), .init(title: output.word("BULAN", "MONTH")),
            .init(title: output.word("TAGIHAN", "AMOUNT"), isNumber: true),
            .init(title: output.word("DIBAYAR", "PAID"), isNumber: true),
            .init(title: output.word("SISA", "OWED"), isNumber: true),
            .init(title: output.word("JATUH TEMPO", "DUE")), .init(title: output.word("TAHAP", "STAGE")),
            .init(title: output.word("TERLAMBAT", "LATE")), .init(title: output.word("AKIBAT", "CONSEQUENCE")),
        ])
        for item in answer.items() {
            table.append([
                item["region_name"]?.text ?? item.cell("region"), item.name, item.cell("program"), item.cell("month"),
                item.rupiah("amount", language), item.rupiah("paid", language), item.rupiah("owed", language),
                item.cell("due_on"), item.spoken("stage_label", language) ?? item.cell("stage"),
                age(item["months_late"]?.integer ?? 0, output),
                item.spoken("consequence_label", language) ?? item.cell("consequence"),
            ])
        }
        if table.isEmpty { return output.word("Pada \(day) tidak ada tunggakan.", "On \(day) nothing is past due.") }
        let bills = answer["bills"]?.integer ?? Int64(answer.items().count)
        return table.text() + "\n\n"
            + output.word(
                "Pada \(day), \(language.number(bills)) tagihan lewat jatuh tempo; sisanya \(answer.rupiah("owed", language)).",
                "On \(day), \(language.number(bills)) \(bills == 1 ? "bill is" : "bills are") past due; \(answer.rupiah("owed", language)) is owed."
            )
    }

    private func age(_ months: Int64, _ output: Output) -> String {
        if months == 0 { return output.word("< 1 bulan", "< 1 month") }
        return "\(months) " + output.word("bulan", months == 1 ? "month" : "months")
    }
}
