import Agreements
import ArgumentParser
import Documents

struct SignaturesCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "signatures",
        abstract: "Say who has signed each paper, who has not, and where its originals are.",
        discussion: """
            Papers that are being signed, the earliest deadline first; others with --phase.

              pksctl signatures
              pksctl signatures --phase active --region 53
            """)

    @Option(help: "Papers in this part of their life. (default: signing)") var phase: Phase?
    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: "How many at once.") var limit: Int?
    @Option(help: "Go on where the list before this one ended.") var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["signatures"],
            query: [
                ("phase", phase?.rawValue), ("region", region), ("limit", limit.map(String.init)), ("cursor", cursor),
            ])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        var table = TextTable(
            paperColumns(output) + [
                .init(title: output.word("KEADAAN", "STATE")),
                .init(title: output.word("SUDAH", "SIGNED"), isNumber: true),
                .init(title: output.word("BELUM", "NOT YET"), isNumber: true),
            ])
        let items = answer.items()
        for item in items {
            table.append(
                paperCells(item) + [
                    item.cell("state_label"), item.count("signed", output.language),
                    item.count("unsigned", output.language),
                ])
        }
        return listed(table, answer, output) { index in
            (items[index]["parties"]?.list ?? []).map { party($0, output) }
                + (items[index]["copies"]?.list ?? []).map { copy in
                    "    " + output.word("salinan: ", "copy: ")
                        + [copy.cell("title"), copy.cell("reference")].filter { !$0.isEmpty }.joined(separator: ", ")
                }
        }
    }

    private func party(_ party: JSON, _ output: Output) -> String {
        let signed = party["signed_on"]?.text
        let who = [party.cell("signatory"), party.cell("office")].filter { !$0.isEmpty }.joined(separator: ", ")
        let number = party.cell("number")
        let line = "    \(signed == nil ? "✗" : "✓") \(party.cell("name"))" + (who.isEmpty ? "" : " (\(who))")
        return line + (signed.map { ", \($0)" } ?? "")
            + (number.isEmpty ? output.word(", tanpa nomor", ", no number") : ", \(number)")
    }
}
