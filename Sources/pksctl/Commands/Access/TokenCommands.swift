import Agreements
import ArgumentParser
import Documents

struct TokenCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract: "Let systems in, and out again.",
        discussion: """
            People sign in themselves (`pksctl people invite`); a token is for a program. For example:

              pksctl tokens create --name SIPD --role integration --region 53.71 \\
                --expires 2027-12-31T00:00:00+08:00
              pksctl tokens list
              pksctl tokens revoke tok_…
            """,
        subcommands: [TokenList.self, TokenCreate.self, TokenRevoke.self], defaultSubcommand: TokenList.self)
}

struct TokenList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List tokens, who made them, and when they were last used.",
        discussion: """
            Those that you might have made yourself:

              pksctl tokens list
            """)

    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        try output.show(try await session.client.get(["tokens"])) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("NAMA", "NAME"), widthMax: 22),
                .init(title: output.word("PERAN", "ROLE")),
                .init(title: output.word("DAERAH", "REGIONS"), widthMax: 12),
                .init(title: output.word("TERAKHIR", "LAST USED")), .init(title: output.word("SAMPAI", "UNTIL")),
            ])
            for item in page.items() {
                let regions = item.cell("regions")
                table.append([
                    item.cell("id"), item.cell("name"), item.cell("role"),
                    regions.isEmpty ? output.word("semua", "everywhere") : regions, item.cell("last_used_on"),
                    item["expires_at"]?.text.map { output.moment($0) } ?? "",
                ])
            }
            return listed(table, page, output)
        }
    }
}

struct TokenCreate: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a token and print it once; only its hash is kept.",
        discussion: """
            The token is the last word printed. It can do no more than you. For example:

              pksctl tokens create --name SIPD --role integration --region 53.71
            """)

    @Option(help: "What it is for; stands in the record beside everything it does.") var name: String
    @Option(help: ArgumentHelp("What it may do.", valueName: "role")) var role: Role
    @Option(
        name: .customLong("region"),
        help: ArgumentHelp("A region it is limited to; may be repeated. (default: everywhere)", valueName: "code"))
    var regions: [String] = []
    @Option(
        help: ArgumentHelp("From when on it lets nobody in, such as 2027-12-31T00:00:00+08:00.", valueName: "instant"))
    var expires: String?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let body = JSON.body([
            "name": .text(name), "role": .text(role.rawValue), "regions": .list(regions.map { .text($0) }),
            "expires_at": expires.map { .text($0) },
        ])
        try output.show(try await session.client.write("POST", ["tokens"], body, key: keys.key)) { made in
            output.word(
                "✓ \(made.cell("id")); simpan baik-baik, tidak dapat ditampilkan lagi: \(made.cell("token"))",
                "✓ \(made.cell("id")); keep it well, it cannot be shown again: \(made.cell("token"))")
        }
    }
}

struct TokenRevoke: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Let a token in no more, from now on.",
        discussion: """
            For example:

              pksctl tokens revoke tok_01J…
            """)

    @Argument(help: "The token's id, from `tokens list`.") var token: String
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.write("DELETE", ["tokens", token], nil, key: keys.key)
        try output.show(answer) { _ in output.word("✓ \(token): dicabut", "✓ \(token): revoked") }
    }
}
