import ArgumentParser
import Documents

struct TroubleCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "trouble",
        abstract: "List reminders that were missed or ignored, and mails and webhooks that failed.",
        discussion: """
            Reminders of the last 14 days, newest first, with who was told next.

              pksctl trouble
              pksctl trouble --days 60 --region 53
            """)

    @Option(help: "How many days back; mails and deliveries only without a region. (default: 14)") var days: Int?
    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: "How many of each kind.") var limit: Int?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["trouble"],
            query: [("days", days.map(String.init)), ("region", region), ("limit", limit.map(String.init))])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let parts = [reminders(answer, output), mails(answer, output), deliveries(answer, output)].compactMap { $0 }
        return parts.isEmpty ? output.word("Tidak ada.", "None.") : parts.joined(separator: "\n\n")
    }

    private func reminders(_ answer: JSON, _ output: Output) -> String? {
        var table = TextTable([
            .init(title: output.word("PENGINGAT", "REMINDER")), .init(title: "REF", widthMax: 32),
            .init(title: output.word("KEADAAN", "STATE")),
            .init(title: output.word("TIDAK MENJAWAB", "DID NOT ANSWER")),
            .init(title: output.word("KEMUDIAN KEPADA", "TOLD NEXT")),
            .init(title: output.word("ISI", "WHAT"), widthMax: 80),
        ])
        for item in answer["reminders"]?.list ?? [] {
            table.append([
                output.moment(item["due_at"]?.text), item.name, item.cell("state"), item.cell("instead_of"),
                item.cell("recipient"), item.cell("say"),
            ])
        }
        return table.isEmpty ? nil : table.text()
    }

    private func mails(_ answer: JSON, _ output: Output) -> String? {
        var table = TextTable([
            .init(title: output.word("SUREL", "MAIL")), .init(title: output.word("KEPADA", "TO")),
            .init(title: output.word("KALI", "TIMES"), isNumber: true),
            .init(title: output.word("JAWABAN", "REPLY"), widthMax: 80),
        ])
        for item in answer["mails"]?.list ?? [] {
            table.append([item.cell("subject"), item.cell("person"), item.cell("attempts"), item.cell("last_reply")])
        }
        return table.isEmpty ? nil : table.text()
    }

    private func deliveries(_ answer: JSON, _ output: Output) -> String? {
        var table = TextTable([
            .init(title: "WEBHOOK"), .init(title: output.word("PERISTIWA", "EVENT")),
            .init(title: output.word("KEADAAN", "STATE")), .init(title: output.word("KALI", "TIMES"), isNumber: true),
            .init(title: output.word("SEBAB", "WHY"), widthMax: 80),
        ])
        for item in answer["deliveries"]?.list ?? [] {
            table.append([
                item.cell("endpoint"), item.cell("type"), item.cell("state"), item.cell("attempts"),
                item["last_error"]?.text ?? item.cell("last_status"),
            ])
        }
        return table.isEmpty ? nil : table.text()
    }
}
