import ArgumentParser
import Documents

/// Lists that somebody comes back to.
struct ViewCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "views",
        abstract: "Keep lists of agreements under a name.",
        discussion: """
            They belong to whoever the token is for, and stand on the page of agreements as well.

              pksctl views save "Tanda tangan NTT" "phase=signing&region=53"
              pksctl views list
              pksctl views delete "Tanda tangan NTT"
            """,
        subcommands: [ViewList.self, ViewSave.self, ViewDelete.self])
}

struct ViewList: ServerErrand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List your saved views.")

    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        try output.show(try await session.client.get(["saved-views"])) { answer in
            var table = TextTable([
                .init(title: output.word("NAMA", "NAME")), .init(title: output.word("DAFTAR", "LIST"), widthMax: 100),
            ])
            for item in answer.items() { table.append([item.cell("name"), item.cell("query")]) }
            return listed(table, answer, output)
        }
    }
}

struct ViewSave: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Keep a list under a name, in the place of what had it.")

    @Argument(help: "What you call it.") var name: String
    @Argument(help: "The query part of the list's address, such as phase=signing&region=53.") var query: String
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "PUT", ["saved-views", name], JSON.body(["query": .text(query)]), key: keys.key)
        try session.output.show(answer) { _ in session.output.word("✓ \(name): disimpan", "✓ \(name): saved") }
    }
}

struct ViewDelete: ServerErrand {
    static let configuration = CommandConfiguration(commandName: "delete", abstract: "Forget a saved view.")

    @Argument(help: "Its name.") var name: String
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write("DELETE", ["saved-views", name], nil, key: keys.key)
        try session.output.show(answer) { _ in session.output.word("✓ \(name): dihapus", "✓ \(name): deleted") }
    }
}
