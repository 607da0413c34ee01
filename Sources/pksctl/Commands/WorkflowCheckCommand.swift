import Agreements
import ArgumentParser
import Calendars
import Courier
import Documents
import Workflows

struct WorkflowCheckCommand: Errand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Prove workflow files and play their scenarios; needs no server.",
        discussion: """
            Says of each file what would go wrong: states that cannot be reached or left, papers that could wait without \
            anybody being reminded, guards that never or always hold, steps nobody can take, scenarios that end otherwise \
            than expected. Each finding as `file:line:column: error: message [code]`, so that editors can jump to it, with \
            what mends it below. Exits with 1 if there is any error; warnings do not count.

              pksctl workflow check Workflows/*.yaml
              pksctl workflow check --holders Workflows/jkn-pd-pemda.yaml

            Holidays and rates are read from Config beside the files, or from --data.
            """)

    @Argument(help: "The workflow files.", completion: .file(extensions: ["yaml"])) var files: [String]
    @Option(help: ArgumentHelp("Directory of holidays/ and rates.csv. (default: Config)", valueName: "dir"))
    var data: String?
    @Flag(help: "Also ask the server who holds which role.") var holders = false
    @OptionGroup var connection: ConnectionOptions

    var speech: SpeechOptions { connection.speech }

    func run(in surroundings: Surroundings) async throws {
        let output = speech.output(surroundings)
        let holders = holders ? try await roleHolders(surroundings) : nil
        var findings: [WorkflowFinding] = []
        var scenarios = 0
        for name in files {
            let file = InputFile(name)
            do {
                let read = try WorkflowFile(yaml: try file.text(), file: file.name)
                let reference = try ReferenceFiles(data, beside: name)
                let known = WorkflowCheck.Surroundings(
                    today: surroundings.today, holidays: reference?.holidays, rates: reference?.rates ?? Rates(),
                    holders: holders)
                findings += WorkflowCheck(read, known).findings()
                scenarios += read.workflow.scenarios.count
            } catch let error as DocumentError {
                findings += error.problems.map { WorkflowFinding($0) }
            }
        }
        tell(findings, scenarios, output)
        if findings.contains(where: { $0.severity == .error }) { throw Failure.errorsFound }
    }

    private func tell(_ findings: [WorkflowFinding], _ scenarios: Int, _ output: Output) {
        if output.wantsJSON {
            output.json(.list(findings.map { record($0, output.language) }))
            return
        }
        for finding in findings { output.page(finding.line(output.language)) }
        let errors = findings.count { $0.severity == .error }
        output.say(
            "\(files.count) berkas, \(scenarios) skenario, \(errors) galat, \(findings.count - errors) peringatan",
            "\(counted(files.count, "file")), \(counted(scenarios, "scenario")), \(counted(errors, "error")), "
                + counted(findings.count - errors, "warning"))
    }

    private func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

    private func roleHolders(_ surroundings: Surroundings) async throws -> [Role: Int] {
        let session = try Session(connection, surroundings)
        let answer = try await session.client.get(["roles"]).json()
        return .init(
            answer.items().compactMap { item in
                item["role"]?.text.flatMap(Role.init).map { ($0, Int(item["holders"]?.integer ?? 0)) }
            }
        ) { $1 }
    }

    private func record(_ finding: WorkflowFinding, _ language: Language) -> JSON {
        let place = finding.problem.place
        let fix = finding.fix.text(language)
        return JSON.body([
            "code": .text(finding.code.rawValue), "severity": .text(finding.severity.rawValue),
            "file": place.file.map { .text($0) }, "line": place.line.map { .integer(Int64($0)) },
            "column": place.column.map { .integer(Int64($0)) }, "message": .text(finding.problem.text(language)),
            "fix": fix.isEmpty ? nil : .text(fix),
        ])
    }
}

struct WorkflowSchemaCommand: Errand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of workflow files, for editors.",
        discussion: """
            A file that begins with this line is completed and checked as it is typed:

              # yaml-language-server: $schema=workflow.schema.json

              pksctl workflow schema > Workflows/workflow.schema.json
            """)

    @OptionGroup var speech: SpeechOptions

    func run(in surroundings: Surroundings) async throws {
        speech.output(surroundings).raw(try CanonicalJSON.indented(WorkflowSchema.json))
    }
}
