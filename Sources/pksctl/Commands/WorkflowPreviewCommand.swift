import ArgumentParser
import Documents
import Workflows

struct WorkflowPreviewCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Say what a proposed file would do on the server, before it is put in force.",
        discussion: """
            Labels, reminders, SLA and recipients reach all running agreements as soon as the server rereads its files; \
            this says how many reminders that moves. States, steps, guards, roles and fields hold for new agreements; \
            running ones keep theirs until they are migrated.

              pksctl workflow preview Workflows/jkn-pd-pemda.yaml
              pksctl workflow preview Workflows/jkn-pd-pemda.yaml --replay
              sudo systemctl reload pksd        # puts it in force
            """)

    @Argument(help: "The proposed workflow file.", completion: .file(extensions: ["yaml"])) var file: String
    @Flag(help: "Also run every recorded history against it.") var replay = false
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws { try await preview(file, replays: replay, session) }
}

/// Asks the server what a file would do, and tells it.
func preview(_ path: String, replays: Bool, _ session: Session) async throws {
    let input = InputFile(path)
    let text = try input.text()
    let workflow = try Workflow(yaml: text, file: input.name)
    let body = JSON.body(["text": .text(text), "replay": .bool(replays)])
    let answer = try await session.client.write("POST", ["workflows", workflow.id, "preview"], body, key: "preview")
    try session.output.show(answer) { previewPage($0, session.output) }
}

private func previewPage(_ preview: JSON, _ output: Output) -> String {
    var lines = ["\(preview.cell("workflow")) \(preview.cell("version"))"]
    lines.append(
        preview["structure_changes"]?.bool == true
            ? output.word(
                "Struktur berubah: hanya naskah baru yang mengikutinya; yang berjalan perlu `workflow migrate`.",
                "The structure changes: only new papers follow it; running ones need `workflow migrate`.")
            : preview["policy_changes"]?.bool == true
                ? output.word("Hanya kebijakan yang berubah.", "Only policy changes.")
                : output.word("Tidak ada yang berubah.", "Nothing changes."))
    lines.append(reminderSentence(preview["reminders"] ?? .null, output))
    for nowhere in preview["nowhere"]?.list ?? [] {
        let refs = nowhere["agreements"]?.list ?? []
        let shown = refs.prefix(5).compactMap(\.text).joined(separator: ", ") + (refs.count > 5 ? ", …" : "")
        lines.append(
            output.word(
                "tanpa tempat bila dimigrasi, pada keadaan '\(nowhere.cell("state"))': \(refs.count) (\(shown))",
                "left nowhere if migrated, in the state '\(nowhere.cell("state"))': \(refs.count) (\(shown))"))
    }
    guard let replay = preview["replay"], replay != .null else { return lines.joined(separator: "\n") }
    let refused = replay["refused"]?.list ?? []
    lines.append("")
    lines.append(
        output.word(
            "Riwayat: \(replay.cell("steps")) langkah dari \(replay.cell("agreements")) perjanjian, \(refused.count) akan ditolak.",
            "Histories: \(replay.cell("steps")) steps of \(replay.cell("agreements")) agreements, \(refused.count) would be refused."
        ))
    for refusal in refused {
        let why = (refusal["why"]?.list ?? []).compactMap(\.text).joined(separator: "; ")
        lines.append("  \(refusal.cell("on"))  \(refusal.cell("agreement"))  \(refusal.cell("transition")): \(why)")
    }
    let sent = replay["reminders"] ?? .null
    lines.append(
        output.word(
            "Pengingat yang pernah jatuh tempo: \(sent.cell("same")) sama, \(sent.cell("moved")) bergeser, \(sent.cell("dropped")) hilang, \(sent.cell("added")) bertambah.",
            "Reminders that came due: \(sent.cell("same")) the same, \(sent.cell("moved")) would move, \(sent.cell("dropped")) drop out, \(sent.cell("added")) be added."
        ))
    return lines.joined(separator: "\n")
}

/// `182 reminders move, 3 are dropped, 12 are added, 0 become late.`
func reminderSentence(_ changes: JSON, _ output: Output) -> String {
    output.word(
        "\(changes.cell("moved")) pengingat bergeser, \(changes.cell("dropped")) hilang, \(changes.cell("added")) bertambah, \(changes.cell("late")) menjadi terlambat.",
        "\(changes.cell("moved")) reminders move, \(changes.cell("dropped")) are dropped, \(changes.cell("added")) are added, \(changes.cell("late")) become late."
    )
}
