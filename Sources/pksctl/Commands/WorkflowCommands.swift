import ArgumentParser
import Documents
import Workflows

struct WorkflowCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow",
        abstract: "Check workflow files, and see which workflows the server follows.",
        discussion: """
            For example:

              pksctl workflow check Workflows/*.yaml
              pksctl workflow list
              pksctl workflow show jkn-pd-pemda
            """,
        subcommands: [WorkflowCheck.self, WorkflowList.self, WorkflowShow.self])
}

struct WorkflowCheck: Errand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check workflow files; needs no server.",
        discussion: """
            Prints every problem as `file:line:column: error: message`, so that editors can jump to it, and a summary. \
            Exits with 1 if there is any error.

              pksctl workflow check Workflows/*.yaml
            """)

    @Argument(help: "The workflow files.", completion: .file(extensions: ["yaml"])) var files: [String]
    @OptionGroup var speech: SpeechOptions

    func run(in surroundings: Surroundings) async throws {
        let output = speech.output(surroundings)
        let problems = try files.flatMap { try check(InputFile($0)) }
        if output.wantsJSON {
            try output.json(.list(problems.map { record($0, output.language) }))
        } else {
            for problem in problems { output.page(problem.line(output.language)) }
            output.say(
                "\(files.count) berkas, \(problems.count) galat",
                "\(files.count) file\(files.count == 1 ? "" : "s"), \(problems.count) error\(problems.count == 1 ? "" : "s")"
            )
        }
        if !problems.isEmpty { throw Failure.errorsFound }
    }

    private func check(_ file: InputFile) throws -> [Problem] {
        do {
            let workflow = try Workflow(yaml: try file.text(), file: file.name)
            let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
            guard name.hasSuffix(".yaml"), name != workflow.id + ".yaml" else { return [] }
            let message = Bilingual(
                id: "workflow '\(workflow.id)' harus berada dalam berkas \(workflow.id).yaml",
                en: "workflow '\(workflow.id)' belongs in a file named \(workflow.id).yaml")
            return [Problem(at: Place(file: file.name, line: 1, column: 1), message)]
        } catch let error as DocumentError {
            return error.problems
        }
    }

    private func record(_ problem: Problem, _ language: Language) -> JSON {
        JSON.body([
            "file": problem.place.file.map { .text($0) }, "line": problem.place.line.map { .integer(Int64($0)) },
            "column": problem.place.column.map { .integer(Int64($0)) }, "message": .text(problem.text(language)),
        ])
    }
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
            let needs = (way["requirements"]?.list ?? []).map { "      · \($0.cell("say", language))" }
            return [line + " (\(way.cell("by"))\(eyes))"] + needs
        }
        let head = "\(workflow.cell("id")) \(workflow.cell("version")) · \(workflow.cell("title", language))"
        return [
            head, states.isEmpty ? "" : states.text(indent: "  "),
            ways.isEmpty ? "" : ([output.word("Langkah", "Steps")] + ways).joined(separator: "\n"),
        ].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
