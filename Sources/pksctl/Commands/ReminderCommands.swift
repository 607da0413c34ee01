import ArgumentParser
import Calendars
import Documents

struct ReminderCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reminders",
        abstract: "See who will be reminded of what, and answer reminders.",
        discussion: """
            For example:

              pksctl reminders list --from 2026-12-01 --to 2026-12-31
              pksctl reminders acknowledge rem_…
              pksctl reminders snooze rem_… --until 2026-12-15T08:00:00+08:00 \\
                --reason "Rapat DPRD diundur"
            """,
        subcommands: [ReminderList.self, ReminderAcknowledge.self, ReminderSnooze.self])
}

struct ReminderList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List reminders: what will come, what was sent, what was answered.",
        discussion: """
            All of December, and all of one agreement:

              pksctl reminders list --from 2026-12-01 --to 2026-12-31
              pksctl reminders list --agreement kota-kupang-2019
            """)

    @Option(help: ArgumentHelp("From this day on.", valueName: "date")) var from: Day?
    @Option(help: ArgumentHelp("Up to this day.", valueName: "date")) var to: Day?
    @Option(help: ArgumentHelp("Only those of this agreement.", valueName: "ref")) var agreement: String?
    @Flag(help: "Also those that no longer hold (superseded, cancelled).") var all = false
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get(
            agreement.map { ["agreements", $0, "reminders"] } ?? ["reminders"],
            query: [
                ("from", from?.description), ("to", to?.description),
                ("state", all ? nil : "planned,snoozed,sent,acknowledged,missed"),
            ])
        try output.show(answer) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("WAKTU", "DUE")), .init(title: "REF"),
                .init(title: output.word("KEPADA", "TO")), .init(title: output.word("TENGGAT", "DEADLINE")),
                .init(title: output.word("STATUS", "STATUS")),
                .init(title: output.word("ISI", "WHAT"), widthMax: 70),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), output.moment(item["due_at"]?.text),
                    item["ref"]?.text ?? item.cell("agreement_id"),
                    item.cell("recipient"), item.cell("deadline"), item.cell("state"),
                    [
                        item.spoken("say", output.language) ?? item.cell("rule"),
                        item.spoken("reason", output.language) ?? "",
                    ]
                    .filter { !$0.isEmpty }.joined(separator: " — "),
                ])
            }
            return listed(table, page, output)
        }
    }
}

struct ReminderAcknowledge: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge",
        abstract: "Say that a reminder has been seen.",
        discussion: """
            What it reminds of is not done by that; but nobody above is told for now.

              pksctl reminders acknowledge rem_…
            """)

    @Argument(help: "The reminder's id, from `reminders list`.") var id: String
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write("POST", ["reminders", id, "acknowledge"], [:], key: keys.key)
        try session.output.show(answer) { _ in
            session.output.word("✓ \(id): ditandai sudah dilihat", "✓ \(id): acknowledged")
        }
    }
}

struct ReminderSnooze: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "snooze",
        abstract: "Put a reminder off, with a reason.",
        discussion: """
            For example:

              pksctl reminders snooze rem_… --until 2026-12-15T08:00:00+08:00 \\
                --reason "Rapat DPRD diundur"
            """)

    @Argument(help: "The reminder's id, from `reminders list`.") var id: String
    @Option(
        help: ArgumentHelp("When to remind again, with a time zone: 2026-12-15T08:00:00+08:00.", valueName: "instant"))
    var until: Instant
    @Option(help: "Why; it is kept in the record.") var reason: String
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "POST", ["reminders", id, "snooze"], ["until": .text(until.description), "reason": .text(reason)],
            key: keys.key)
        let moment = session.output.moment(until.description)
        try session.output.show(answer) { _ in
            session.output.word("✓ \(id): ditunda sampai \(moment)", "✓ \(id): put off until \(moment)")
        }
    }
}
