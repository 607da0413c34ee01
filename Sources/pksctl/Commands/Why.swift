import Agreements
import ArgumentParser
import Documents

struct Why: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say why agreements do not move: what they wait for, and at whom.",
        discussion: """
            One agreement with every step from where it stands, what is missing for each, and whose it is; or all of \
            them, counted by what they wait for.

              pksctl why kota-kupang-2019
              pksctl why
              pksctl why --owner finance
              pksctl why --requirement document:final_draft
            """)

    @Argument(help: "The agreement; without it, all of them.") var ref: String?
    @Option(help: ArgumentHelp("Only what waits at this role.", valueName: "role")) var owner: Role?
    @Option(help: ArgumentHelp("List the agreements that wait for this.", valueName: "id")) var requirement: String?
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if ref != nil, owner != nil || requirement != nil {
            throw ValidationError("give an agreement, or --owner, or --requirement")
        }
    }

    func run(_ session: Session) async throws {
        let output = session.output
        if let ref {
            try output.show(try await session.client.get(["agreements", ref])) { onePage($0, output) }
        } else if let requirement {
            let answer = try await session.client.get(
                ["agreements"], query: [("unmet", requirement), ("limit", "200")])
            try output.show(answer) { agreementTable($0, output) }
        } else {
            let answer = try await session.client.get(["unmet"], query: [("owner", owner?.rawValue)])
            try output.show(answer) { countsPage($0, output) }
        }
    }

    private func onePage(_ agreement: JSON, _ output: Output) -> String {
        let state = agreement.spoken("state_label", output.language) ?? agreement.cell("state")
        let head = "\(agreement.name): \(state)"
        let waiting = agreement.cell("waiting_on")
        let lines = transitionLines(agreement, output, showsIDs: true)
        if lines.isEmpty { return head + output.word(" — sudah selesai", " — it has ended") }
        return ([head + (waiting.isEmpty ? "" : output.word("; menunggu ", "; waiting on ") + waiting)] + lines)
            .joined(separator: "\n")
    }

    private func countsPage(_ answer: JSON, _ output: Output) -> String {
        var table = TextTable([
            .init(title: output.word("PERJANJIAN", "AGREEMENTS"), isNumber: true),
            .init(title: output.word("DI", "AT")), .init(title: output.word("SYARAT", "REQUIREMENT")),
            .init(title: output.word("ARTINYA", "WHICH MEANS"), widthMax: 80),
        ])
        for item in answer.items() {
            table.append([
                item.count("agreements", output.language), item.cell("owner"), item.cell("requirement"),
                item.cell("say"),
            ])
        }
        return listed(table, answer, output)
    }
}
