import Agreements
import ArgumentParser
import Calendars
import Documents

struct ReminderCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reminders",
        abstract: "See who will be reminded of what, and answer reminders.",
        discussion: """
            Each says what will come, to whom, why, and what became of what should have come. For example:

              pksctl reminders --from 2026-12-01 --to 2026-12-31
              pksctl reminders --recipient finance --region 53
              pksctl reminders show rem_…
              pksctl reminders acknowledge rem_…
              pksctl reminders snooze rem_… --until 2026-12-15T08:00:00+08:00 \\
                --reason "Rapat DPRD diundur"
            """,
        subcommands: [ReminderList.self, ReminderShow.self, ReminderAcknowledge.self, ReminderSnooze.self],
        defaultSubcommand: ReminderList.self)
}

struct ReminderList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List reminders: what will come, what was sent, what was answered.",
        discussion: """
            All of December; all of one agreement; those to the treasury offices of a province; those that were missed:

              pksctl reminders --from 2026-12-01 --to 2026-12-31
              pksctl reminders list --agreement kota-kupang-2019
              pksctl reminders list --recipient finance --region 53
              pksctl reminders list --state missed
            """)

    @Option(help: ArgumentHelp("From this day on.", valueName: "date")) var from: Day?
    @Option(help: ArgumentHelp("Up to this day.", valueName: "date")) var to: Day?
    @Option(help: ArgumentHelp("Only those of this agreement.", valueName: "ref")) var agreement: String?
    @Option(help: ArgumentHelp("Only those to this office.", valueName: "role")) var recipient: Role?
    @Option(help: ArgumentHelp("Only of this region, or of a province and all in it.", valueName: "code"))
    var region: String?
    @Option(
        name: .customLong("state"),
        help: ArgumentHelp(
            "Only those in this state: planned, snoozed, sent, acknowledged, missed, superseded, cancelled. May be repeated.",
            valueName: "state"))
    var states: [String] = []
    @Flag(help: "Also those that no longer hold (superseded, cancelled).") var all = false
    @Option(help: ArgumentHelp("How many at most, 1 to 200.", valueName: "count")) var limit: Int?
    @Option(help: ArgumentHelp("What comes after a page that was cut off.", valueName: "cursor")) var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let ahead = ["planned", "snoozed"]
        let isAsked = from != nil || to != nil || agreement != nil
        let wanted = states.isEmpty ? ahead + (isAsked ? ["sent", "acknowledged", "missed"] : []) : states
        let answer = try await session.client.get(
            agreement.map { ["agreements", $0, "reminders"] } ?? ["reminders"],
            query: [
                ("from", from?.description), ("to", to?.description), ("recipient", recipient?.rawValue),
                ("region", region), ("state", all && states.isEmpty ? nil : wanted.joined(separator: ",")),
                ("limit", limit.map(String.init)), ("cursor", cursor),
            ])
        try session.output.show(answer) { reminderTable($0, session.output) }
    }
}

struct ReminderShow: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one reminder: why it comes, or what became of it, and who was told in which mail.",
        discussion: """
            For example:

              pksctl reminders show rem_…
            """)

    @Argument(help: "The reminder's id, from `reminders list`.") var id: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(["reminders", id])
        try session.output.show(answer) { reminderPage($0, session.output) }
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
