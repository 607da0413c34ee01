import ArgumentParser
import Documents
import Workflows

struct WorkflowCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow",
        abstract: "Write, prove, compare and change the rules of papers.",
        discussion: """
            On files, without a server:

              pksctl workflow check Workflows/*.yaml
              pksctl workflow simulate Workflows/jkn-pd-pemda.yaml --from 2026-09-01 --days 400
              pksctl workflow graph Workflows/jkn-pd-pemda.yaml > jkn.svg

            On the server, before and after a change:

              pksctl workflow preview Workflows/jkn-pd-pemda.yaml --replay
              pksctl workflow migrate preview plan.yaml
            """,
        subcommands: [
            WorkflowCheckCommand.self, WorkflowSimulate.self, WorkflowGraph.self, WorkflowSchemaCommand.self,
            WorkflowPreviewCommand.self, WorkflowMigrate.self, WorkflowList.self, WorkflowShow.self,
        ])
}

struct WorkflowList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the workflows that the server follows.",
        discussion: """
            For example:

              pksctl workflow list
            """)

    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        try output.show(try await session.client.get(["workflows"])) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("VERSI", "VERSION")),
                .init(title: output.word("JUDUL", "TITLE"), widthMax: 64), .init(title: output.word("JENIS", "KINDS")),
                .init(title: "PROGRAM"),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), item.cell("version"), item.cell("title", output.language),
                    item["attached"]?.text ?? item.cell("kinds"), item.cell("programmes"),
                ])
            }
            return listed(table, page, output)
        }
    }
}

struct WorkflowShow: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a workflow's states and the ways between them.",
        discussion: """
            For example:

              pksctl workflow show jkn-pd-pemda
            """)

    @Argument(help: "The workflow's id, from `workflow list`.") var id: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(["workflows", id])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ workflow: JSON, _ output: Output) -> String {
        let language = output.language
        var states = TextTable([
            .init(title: output.word("KEADAAN", "STATE")), .init(title: output.word("NAMA", "NAME")),
            .init(title: output.word("FASE", "PHASE")), .init(title: output.word("MENUNGGU", "WAITING ON")),
            .init(title: output.word("BATAS", "WITHIN")),
        ])
        for state in workflow["states"]?.list ?? [] {
            let ends = state["until"]?.text.map { output.word("sampai ", "until ") + $0 }
            states.append([
                state.cell("id"), state.cell("label", language), state.cell("phase"), state.cell("waiting_on"),
                state["sla"]?.text ?? ends ?? (state["final"]?.bool == true ? output.word("akhir", "final") : ""),
            ])
        }
        let ways = (workflow["transitions"]?.list ?? []).flatMap { way -> [String] in
            let eyes = way["four_eyes"]?.bool == true ? output.word(", empat mata", ", four eyes") : ""
            let line = "  \(way.cell("name")): \(way.cell("from")) → \(way.cell("to")) — \(way.cell("label", language))"
            let needs = (way["requirements"]?.list ?? []).map { "      · \($0.cell(language))" }
            return [line + " (\(way.cell("by"))\(eyes))"] + needs
        }
        let head = "\(workflow.cell("id")) \(workflow.cell("version")) · \(workflow.cell("title", language))"
        return [
            head, states.isEmpty ? "" : states.text(indent: "  "),
            ways.isEmpty ? "" : ([output.word("Langkah", "Steps")] + ways).joined(separator: "\n"),
        ].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
