import ArgumentParser
import Documents

struct MailCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mails", abstract: "See which mail went out, and what the mail server said.",
        discussion: """
            For example:

              pksctl mails list
              pksctl mails list --state failed
            """,
        subcommands: [MailList.self], defaultSubcommand: MailList.self)
}

struct MailList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List mails, newest first.",
        discussion: """
            Those to one person; those that were given up:

              pksctl mails list --person "Siti Aminah"
              pksctl mails list --state failed
            """)

    @Option(help: ArgumentHelp("Only those to this person, by name or id.", valueName: "person")) var person: String?
    @Option(
        help: ArgumentHelp("Only those in this state.", valueName: "pending|in_flight|sent|failed")) var state: String?
    @Option(help: ArgumentHelp("How many at most, 1 to 200.", valueName: "count")) var limit: Int?
    @Option(help: ArgumentHelp("What comes after a page that was cut off.", valueName: "cursor")) var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get(
            ["mails"],
            query: [("person", person), ("state", state), ("limit", limit.map(String.init)), ("cursor", cursor)])
        try output.show(answer) { page in
            var table = TextTable([
                .init(title: output.word("WAKTU", "DUE")), .init(title: output.word("KEPADA", "TO"), widthMax: 24),
                .init(title: output.word("PERIHAL", "SUBJECT"), widthMax: 42), .init(title: "STATUS"),
                .init(title: output.word("KE-", "TRY"), isNumber: true),
            ])
            let mails = page.items()
            for item in mails {
                table.append([
                    output.moment(item["due_at"]?.text), item["to"]?.cell("name") ?? "", item.cell("subject"),
                    mailState(item.cell("state"), output), item.cell("attempts"),
                ])
            }
            return listed(table, page, output) { row in
                let reply = mails[row].cell("last_reply")
                return reply.isEmpty ? [] : wrapped(reply, to: 114).map { "      \($0)" }
            }
        }
    }
}

private func mailState(_ state: String, _ output: Output) -> String {
    switch state {
    case "pending": output.word("menunggu", "pending")
    case "in_flight": output.word("sedang dikirim", "in flight")
    case "sent": output.word("terkirim", "sent")
    case "failed": output.word("gagal", "failed")
    default: state
    }
}
