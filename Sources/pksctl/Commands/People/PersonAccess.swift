import ArgumentParser
import Documents

struct PersonInvite: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make a link at which somebody sets their password, and print it once.",
        discussion: """
            The link is the last word printed; it works once, for seven days, and ends an earlier one. Also for whoever has \
            forgotten their password. For example:

              pksctl people invite "Siti Aminah"
            """)

    @OptionGroup var who: PersonArgument
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.write(
            "POST", ["people", who.person, "invitation"], JSON.body([:]), key: keys.key)
        try output.show(answer) { made in
            let link = made["url"]?.text ?? session.client.server + made.cell("path")
            let name = made["person"]?.cell("name") ?? ""
            return output.word(
                "✓ \(name): tautan sampai \(output.moment(made["expires_at"]?.text)): \(link)",
                "✓ \(name): link until \(output.moment(made["expires_at"]?.text)): \(link)")
        }
    }
}

struct PersonSessions: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "See where somebody is signed in, or sign them out there.",
        discussion: """
            For example:

              pksctl people sessions "Siti Aminah"
              pksctl people sessions "Siti Aminah" --end ses_…
            """)

    @OptionGroup var who: PersonArgument
    @Option(help: ArgumentHelp("End this session.", valueName: "id")) var end: String?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let path = ["people", who.person, "sessions"]
        if let end {
            let answer = try await session.client.write("DELETE", path + [end], nil, key: keys.key)
            return try output.show(answer) { _ in output.word("✓ \(end): diakhiri", "✓ \(end): ended") }
        }
        try output.show(try await session.client.get(path)) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("PERAN", "ROLE")),
                .init(title: output.word("SEJAK", "SINCE")), .init(title: output.word("TERAKHIR", "LAST SEEN")),
                .init(title: output.word("DARI", "FROM")),
                .init(title: output.word("PERAMBAN", "BROWSER"), widthMax: 30),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), item.cell("role"), output.moment(item["created_at"]?.text),
                    output.moment(item["last_seen_at"]?.text), item.cell("network"), item.cell("agent"),
                ])
            }
            return listed(table, page, output)
        }
    }
}
