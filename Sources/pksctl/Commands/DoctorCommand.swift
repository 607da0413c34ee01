import ArgumentParser
import Documents

struct DoctorCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Examine the daemon: whether any reminder could be silent, and why.",
        discussion: """
            One line for each thing that was looked at: ✓ all is well, ! somebody should know, ✗ something is wrong. \
            Then what became of all reminders that were ever planned. Exits 1 if something is wrong; warnings are no \
            reason. For admins and auditors.

              pksctl doctor
              pksctl doctor --json
            """)

    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(["doctor"])
        try session.output.show(answer) { page($0, session.output) }
        if try answer.json()["outcome"]?.text == "fault" { throw Failure.errorsFound }
    }

    private func page(_ checkup: JSON, _ output: Output) -> String {
        var lines: [String] = []
        for check in checkup["checks"]?.list ?? [] {
            lines.append("\(mark(check)) \(check.cell("claim"))")
            let findings = (check["findings"]?.list ?? []).compactMap(\.text)
            lines += findings.map { "    \($0)" }
            if let count = check["count"]?.integer, count > Int64(findings.count) {
                let more = output.language.number(count - Int64(findings.count))
                lines.append(output.word("    … dan \(more) lagi", "    … and \(more) more"))
            }
        }
        return (lines + ["", checkup.cell("summary")]).joined(separator: "\n")
    }

    private func mark(_ check: JSON) -> String {
        switch check["outcome"]?.text {
        case "fine": "✓"
        case "warning": "!"
        default: "✗"
        }
    }
}
