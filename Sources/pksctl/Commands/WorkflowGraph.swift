import ArgumentParser
import Diagrams
import Documents
import Workflows

struct WorkflowGraph: Errand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case svg, mermaid, dot, matrix, markdown
    }

    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw a workflow file; needs no server.",
        discussion: """
            As an SVG picture, as Mermaid or DOT text, or as the table of who may take which step.

              pksctl workflow graph Workflows/jkn-pd-pemda.yaml > jkn.svg
              pksctl workflow graph Workflows/jkn-pd-pemda.yaml --format matrix
              pksctl workflow graph new.yaml --against old.yaml > change.svg

            With live counts or one agreement's path, from the server:

              pksctl workflow graph Workflows/jkn-pd-pemda.yaml --live > now.svg
              pksctl workflow graph Workflows/jkn-pd-pemda.yaml --agreement kota-kupang-2019 > path.svg
            """)

    @Argument(help: "The workflow file.", completion: .file(extensions: ["yaml"])) var file: String
    @Option(help: "svg, mermaid, dot, matrix or markdown.") var format = Format.svg
    @Option(
        help: ArgumentHelp("Show what is new, gone or different since this file.", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var against: String?
    @Flag(help: "Show how many agreements the server has in each state, and how many are overdue.") var live = false
    @Option(help: ArgumentHelp("Show the path of this agreement on the server.", valueName: "ref"))
    var agreement: String?
    @OptionGroup var connection: ConnectionOptions

    var speech: SpeechOptions { connection.speech }

    func validate() throws {
        let overlays = [against != nil, live, agreement != nil].count { $0 }
        if overlays > 1 { throw ValidationError("give one of --against, --live and --agreement") }
        if overlays == 1, format != .svg {
            throw ValidationError("--against, --live and --agreement need --format svg")
        }
    }

    func run(in surroundings: Surroundings) async throws {
        let output = speech.output(surroundings)
        let workflow = try read(file)
        if live || agreement != nil {
            let session = try Session(connection, surroundings)
            let query = [("live", live ? "true" : nil), ("agreement", agreement)]
            output.raw(try await session.client.picture(["workflows", workflow.id, "diagram.svg"], query: query))
            return
        }
        let language = output.language
        let text =
            switch format {
            case .svg:
                Diagram(
                    workflow, language: language,
                    overlay: try against.map { .comparison(before: try read($0)) } ?? .none
                ).svg
            case .mermaid: MermaidText(workflow, language: language).text
            case .dot: DotText(workflow, language: language).text
            case .matrix: RoleMatrix(workflow, language: language).text
            case .markdown: RoleMatrix(workflow, language: language).markdown
            }
        output.page(text)
    }

    private func read(_ path: String) throws -> Workflow {
        let input = InputFile(path)
        return try Workflow(yaml: try input.text(), file: input.name)
    }
}
