import ArgumentParser
import Documents
import Foundation

struct WorkflowMigrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Move running agreements to the structure in force: plan, preview, apply, undo.",
        discussion: """
            Running agreements keep the states, steps and guards they began under. To bring them along:

              pksctl workflow migrate plan jkn-pd-pemda > plan.yaml     a plan; fill in what it asks
              pksctl workflow migrate preview plan.yaml                 what it would do
              pksctl workflow migrate apply plan.yaml                   do it, all at once
              pksctl workflow migrate list jkn-pd-pemda                 what has been done
              pksctl workflow migrate undo jkn-pd-pemda MIGRATION       take it back

            States with the same id, or an earlier id under `was:`, find their way by themselves. Every agreement that \
            moves gets an event `workflow.migrated`; how long it has waited stays as it was.
            """,
        subcommands: [
            MigrationPlanCommand.self, MigrationPreview.self, MigrationApply.self, MigrationList.self,
            MigrationUndo.self,
        ])
}

struct MigrationPlanCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Print a plan to be filled in.",
        discussion: """
            For example:

              pksctl workflow migrate plan jkn-pd-pemda > plan.yaml
            """)

    @Argument(help: "The workflow's id.") var workflow: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.write(
            "POST", ["workflows", workflow, "migrations"], .object([:]), key: "plan")
        try output.show(answer) { report in
            let left = (report["left_behind"]?.list ?? []).filter { $0["needs_state"]?.bool == true }
            let counts = Dictionary(grouping: left) { $0.cell("state") }.mapValues(\.count)
            var lines = ["workflow: \(workflow)"]
            for move in report["moves"]?.list ?? [] {
                lines.append(
                    "# \(move.cell("from")) → \(move.cell("to")): \(move.count("agreements", output.language))")
            }
            if counts.isEmpty { return (lines + ["states: {}"]).joined(separator: "\n") }
            lines.append(
                output.word(
                    "# Keadaan di bawah tidak ada lagi: ganti '?' dengan tujuannya.",
                    "# The states below are gone: put where they go in the place of '?'."))
            lines.append("states:")
            for (state, count) in counts.sorted(by: { $0.key < $1.key }) {
                lines.append("  \(state): \"?\"  # \(count)")
            }
            return lines.joined(separator: "\n")
        }
    }
}

/// A plan as its file says it.
private struct MigrationPlanFile {
    let workflow: String
    let body: [String: JSON]

    init(_ path: String) throws {
        let input = InputFile(path)
        let root = try Node(yaml: try input.text(), file: input.name)
        let problems = Problems()
        let map = MapReader(root, problems)
        workflow = map.text("workflow") ?? ""
        let from = map.optionalText("from")
        let states = map.optional("states").map { problems.texts($0) } ?? [:]
        map.finish()
        try problems.check()
        body =
            (JSON.body([
                "from": from.map { .text($0) }, "states": .object(states.mapValues { .text($0) }),
            ]).object ?? [:])
    }

    func run(applies: Bool, _ session: Session) async throws {
        let path = ["workflows", workflow, "migrations"]
        let body = JSON.object(body.merging(["apply": .bool(applies)]) { $1 })
        let answer = try await session.client.write("POST", path, body, key: UUID().uuidString)
        try session.output.show(answer) { migrationPage($0, session.output) }
    }
}

struct MigrationPreview: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Say what a plan would do; nothing moves.",
        discussion: """
            For example:

              pksctl workflow migrate preview plan.yaml
            """)

    @Argument(help: "The plan.") var plan: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws { try await MigrationPlanFile(plan).run(applies: false, session) }
}

struct MigrationApply: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Move the agreements of a plan, all in one transaction.",
        discussion: """
            For example:

              pksctl workflow migrate apply plan.yaml
            """)

    @Argument(help: "The plan.") var plan: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws { try await MigrationPlanFile(plan).run(applies: true, session) }
}

struct MigrationUndo: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take a migration back.",
        discussion: """
            Agreements return to the structure and state they came from; those that have gone on since keep their state if \
            the old structure has it, and are listed otherwise. With --preview nothing moves.

              pksctl workflow migrate undo jkn-pd-pemda mig_01J… --preview
            """)

    @Argument(help: "The workflow's id.") var workflow: String
    @Argument(help: "The migration's id, from `migrate list`.") var migration: String
    @Flag(help: "Only say what would happen.") var preview = false
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "POST", ["workflows", workflow, "migrations", migration, "undo"], .object(["apply": .bool(!preview)]),
            key: UUID().uuidString)
        try session.output.show(answer) { migrationPage($0, session.output) }
    }
}

struct MigrationList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the migrations that have been applied, newest first.",
        discussion: """
            For example:

              pksctl workflow migrate list jkn-pd-pemda
            """)

    @Argument(help: "The workflow's id.") var workflow: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        try output.show(try await session.client.get(["workflows", workflow, "migrations"])) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("WAKTU", "WHEN")),
                .init(title: output.word("OLEH", "BY")),
                .init(title: output.word("PERJANJIAN", "AGREEMENTS"), isNumber: true),
                .init(title: output.word("MEMBATALKAN", "UNDOES")),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), output.moment(item["at"]?.text), item["by"]?.cell("name") ?? "",
                    item.count("agreements", output.language), item.cell("undoes"),
                ])
            }
            return listed(table, page, output)
        }
    }
}

private func migrationPage(_ report: JSON, _ output: Output) -> String {
    var table = TextTable([
        .init(title: output.word("DARI", "FROM")), .init(title: output.word("KE", "TO")),
        .init(title: output.word("PERJANJIAN", "AGREEMENTS"), isNumber: true),
        .init(title: output.word("STRUKTUR", "STRUCTURE")),
    ])
    for move in report["moves"]?.list ?? [] {
        table.append([
            move.cell("from"), move.cell("to"), move.count("agreements", output.language),
            "\(move.cell("from_structure").prefix(12)) → \(move.cell("to_structure").prefix(12))",
        ])
    }
    let isApplied = report["applied"]?.bool == true
    var lines = [
        isApplied
            ? output.word(
                "Migrasi \(report.cell("id")) diterapkan.", "Migration \(report.cell("id")) has been applied.")
            : output.word("Hanya pratinjau; belum ada yang dipindahkan.", "Only a preview; nothing has moved.")
    ]
    lines.append(table.isEmpty ? output.word("Tidak ada yang berpindah.", "No agreement moves.") : table.text())
    lines.append(reminderSentence(report["reminders"] ?? .null, output))
    for left in report["left_behind"]?.list ?? [] {
        lines.append(
            output.word("tetap: ", "stays: ") + "\(left.cell("agreement")) (\(left.cell("state"))): \(left.cell("why"))"
        )
    }
    return lines.joined(separator: "\n")
}
