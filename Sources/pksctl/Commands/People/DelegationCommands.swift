import ArgumentParser
import Calendars
import Documents

struct PersonAway: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "away", abstract: "Say who stands in for somebody while they are away.",
        discussion: """
            The substitute is told in their place, may answer reminders for them, and both names are kept. For example:

              pksctl people away "Siti Aminah" --from 2026-12-21 --until 2027-01-02 \\
                --substitute "Yohanes Tallo" --reason "Cuti tahunan"
            """)

    @OptionGroup var who: PersonArgument
    @Option(help: ArgumentHelp("The first day.", valueName: "date")) var from: Day
    @Option(help: ArgumentHelp("The last day.", valueName: "date")) var until: Day
    @Option(help: ArgumentHelp("Who stands in, by name or id.", valueName: "person")) var substitute: String
    @Option(help: "Why; it is kept beside it.") var reason: String?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "substitute": .text(substitute), "from": .text(from.description), "until": .text(until.description),
            "reason": reason.map { .text($0) },
        ])
        let answer = try await session.client.write(
            "POST", ["people", who.person, "delegations"], body, key: keys.key)
        let output = session.output
        try output.show(answer) { delegation in
            let (person, substitute) = (
                delegation["person"]?.cell("name") ?? "", delegation["substitute"]?.cell("name") ?? ""
            )
            let (from, until) = (
                output.language.day(delegation.cell("from")), output.language.day(delegation.cell("until"))
            )
            return output.word(
                "✓ \(substitute) menggantikan \(person) \(from) sampai \(until) (\(delegation.cell("id")))",
                "✓ \(substitute) stands in for \(person) from \(from) until \(until) (\(delegation.cell("id")))")
        }
    }
}

struct PersonBack: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "back", abstract: "End a delegation: whoever was away is back.",
        discussion: """
            For example:

              pksctl people back del_…
            """)

    @Argument(help: "The delegation's id, from `people delegations`.") var id: String
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.write("DELETE", ["delegations", id], nil, key: keys.key)
        try output.show(answer) { _ in output.word("✓ \(id): diakhiri", "✓ \(id): ended") }
    }
}

struct DelegationList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "delegations", abstract: "List who stands in for whom, and when.",
        discussion: """
            For example:

              pksctl people delegations
            """)

    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        try output.show(try await session.client.get(["delegations"])) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("TIDAK DI TEMPAT", "AWAY"), widthMax: 22),
                .init(title: output.word("PENGGANTI", "STANDS IN"), widthMax: 22),
                .init(title: output.word("DARI", "FROM")), .init(title: output.word("SAMPAI", "UNTIL")),
                .init(title: output.word("ALASAN", "REASON"), widthMax: 14),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), item["person"]?.cell("name") ?? "", item["substitute"]?.cell("name") ?? "",
                    item.cell("from"), item.cell("until"), item.cell("reason"),
                ])
            }
            return listed(table, page, output)
        }
    }
}
