import ArgumentParser
import Documents

struct OfficersCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "officers",
        abstract: "Say which papers are to be signed by somebody who no longer holds the office.",
        discussion: """
            Who is named to sign is compared with who holds the office now (`pksctl people list`). Where nobody has been \
            entered, it cannot be told; nor can on which day an officer changed.

              pksctl officers
              pksctl officers --region 53
            """)

    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(["officers"], query: [("region", region)])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        var table = TextTable([
            .init(title: output.word("WILAYAH", "REGION"), widthMax: 28), .init(title: "REF", widthMax: 32),
            .init(title: output.word("PENANDA TANGAN", "SIGNATORY")), .init(title: output.word("JABATAN", "OFFICE")),
            .init(title: output.word("KINI DIJABAT", "HELD NOW BY")),
        ])
        for item in answer["changed"]?.list ?? [] {
            table.append([
                item["region_name"]?.text ?? item.cell("region"), item.name, item.cell("name"), item.cell("office"),
                item.cell("holders"),
            ])
        }
        let (unknown, confirmed) = (answer["unknown"]?.list?.count ?? 0, answer.count("confirmed", output.language))
        let closing = output.word(
            "\(confirmed) penanda tangan masih menjabat; \(unknown) tidak dapat diperiksa karena pejabatnya belum dicatat.",
            "\(confirmed) signatories are in office; \(unknown) cannot be told, since nobody has been entered.")
        return (table.isEmpty ? output.word("Tidak ada yang berganti.", "Nobody has changed.") : table.text())
            + "\n\n" + closing
    }
}
