import ArgumentParser
import Calendars
import Documents

struct MemberChangesCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "member-changes",
        abstract: "Say what was handed in about a month's members, and who still has to by the 20th.",
        discussion: """
            Those with most members first; the month before stands beside it.

              pksctl member-changes
              pksctl member-changes --month 2026-11 --region 53
            """)

    @Option(help: ArgumentHelp("The month. (default: this one)", valueName: "month")) var month: Month?
    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: "How many at once.") var limit: Int?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["member-changes"],
            query: [("month", month?.description), ("region", region), ("limit", limit.map(String.init))])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let language = output.language
        var table = TextTable([.init(title: output.word("PESERTA", "MEMBERS"), isNumber: true)] + paperColumns(output))
        for item in answer.items() { table.append([item.count("members", language)] + paperCells(item)) }
        let month = language.month(answer.cell("month"))
        let due = language.day(answer.cell("due_on"))
        func line(_ name: String, _ total: JSON) -> String {
            let changes = (total["changes"]?.object ?? [:]).sorted { $0.key < $1.key }
                .map { "\($0.key) \($0.value.integer.map { language.number($0) } ?? "")" }
            let (handed, missing) = (total.count("agreements", language), total.count("missing", language))
            return output.word(
                "\(name): \(handed) sudah menyerahkan, \(missing) belum",
                "\(name): \(handed) have handed in, \(missing) have not")
                + (changes.isEmpty ? "" : "; " + changes.joined(separator: ", "))
        }
        let head = [
            line(month, answer["total"] ?? .null),
            line(output.word("Bulan sebelumnya", "The month before"), answer["before"] ?? .null),
            output.word("Batas penyerahan \(due).", "Due by \(due)."),
        ]
        return head.joined(separator: "\n") + (table.isEmpty ? "" : "\n\n" + table.text())
    }
}
