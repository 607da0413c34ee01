import Agreements
import ArgumentParser
import Calendars
import Documents

struct GapsCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "Say who loses cover on a day because a paper ends, why, and who must act.",
        discussion: """
            On 1 January of the coming year unless told otherwise, the most people first. The money is what it costs to \
            insure them from that day to the end of its year.

              pksctl gaps
              pksctl gaps --region 53 --program jkn
              pksctl gaps --on 2027-07-01
            """)

    @Option(help: ArgumentHelp("The day. (default: 1 January of next year)", valueName: "date")) var on: Day?
    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: "Only this programme.") var program: Programme?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["gaps"],
            query: [("on", on?.description), ("region", region), ("program", program?.rawValue)])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let language = output.language
        let day = language.day(answer.cell("on"))
        var table = TextTable([
            .init(title: output.word("ORANG", "PEOPLE"), isNumber: true),
            .init(title: output.word("WILAYAH", "REGION"), widthMax: 28), .init(title: "REF", widthMax: 32),
            .init(title: output.word("BERAKHIR", "ENDED")), .init(title: output.word("SEBAB", "CAUSE")),
            .init(title: output.word("PENGGANTI", "WHAT FOLLOWS"), widthMax: 60),
            .init(title: output.word("BIAYA", "COST"), isNumber: true),
            .init(title: output.word("HARUS BERTINDAK", "MUST ACT"), widthMax: 60),
        ])
        for item in answer.items() {
            table.append([
                item["people"]?.integer.map { language.number($0) } ?? "?",
                item["region_name"]?.text ?? item.cell("region"), item.name, item.cell("ended_on"),
                item.spoken("cause_label", language) ?? item.cell("cause"),
                successor(item["successor"] ?? .null, output),
                item["cost"]?.integer.map { language.rupiah($0) } ?? "?", item.cell("waits_for"),
            ])
        }
        if table.isEmpty {
            return output.word("Pada \(day) tidak ada perlindungan yang putus.", "On \(day) nobody loses cover.")
        }
        return table.text() + "\n\n" + closing(answer, day, output)
    }

    private func successor(_ paper: JSON, _ output: Output) -> String {
        guard paper != .null else { return "" }
        let state = paper.spoken("state_label", output.language) ?? paper.cell("state")
        let from = paper["valid_from"]?.text.map { output.word(", mulai ", ", from ") + $0 } ?? ""
        return "\(paper.name): \(state)\(from)"
    }

    private func closing(_ answer: JSON, _ day: String, _ output: Output) -> String {
        let language = output.language
        let papers = answer["papers"]?.integer ?? Int64(answer.items().count)
        let people = answer.count("people", language)
        let unknown = answer["unknown"]?.integer ?? 0
        if unknown == papers {
            return output.word(
                "Pada \(day) berakhir \(language.number(papers)) naskah tanpa penerus; jumlah pesertanya tidak tercatat.",
                "On \(day) \(language.number(papers)) \(papers == 1 ? "paper" : "papers") without a follower \(papers == 1 ? "has" : "have") ended; no head count is on record."
            )
        }
        var text = output.word(
            "Pada \(day), \(people) orang kehilangan perlindungan, dari \(language.number(papers)) naskah yang berakhir; menutupnya perlu \(answer.rupiah("cost", language)).",
            "On \(day), \(people) people lose their cover, under \(language.number(papers)) \(papers == 1 ? "paper that ends" : "papers that end"); closing it takes \(answer.rupiah("cost", language))."
        )
        if unknown > 0 {
            text += output.word(
                " \(language.number(unknown)) naskah tanpa jumlah peserta tidak terhitung.",
                " \(language.number(unknown)) \(unknown == 1 ? "paper has" : "papers have") no head count and \(unknown == 1 ? "is" : "are") not in these sums."
            )
        }
        return text
    }
}
