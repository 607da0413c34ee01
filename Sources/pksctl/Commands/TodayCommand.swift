import Agreements
import ArgumentParser
import Calendars
import Documents

struct TodayCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: "Say what you must do today, in order of harm.",
        discussion: """
            What your office must do, by your token: first what costs most people their cover if it is left, then what \
            costs most rupiah, then what is due first. Each agreement once, with its gravest item and the next step.

              pksctl today
              pksctl today --role finance --region 53
            """)

    @Option(help: "Another office than your own.") var role: Role?
    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: "How many at once.") var limit: Int?
    @Option(help: "Go on where the list before this one ended.") var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["worklist"],
            query: [
                ("role", role?.rawValue), ("region", region), ("limit", limit.map(String.init)), ("cursor", cursor),
            ])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let language = output.language
        var table = TextTable([
            .init(title: output.word("ORANG", "PEOPLE"), isNumber: true),
            .init(title: "RUPIAH", isNumber: true), .init(title: output.word("BATAS", "DUE")),
            .init(title: output.word("WILAYAH", "REGION"), widthMax: 28), .init(title: "REF", widthMax: 32),
            .init(title: output.word("PEKERJAAN", "WORK")),
            .init(title: output.word("LANGKAH", "NEXT STEP"), widthMax: 80),
        ])
        for item in answer.items() {
            let works = item["work"]?["items"]?.list ?? []
            let gravest = works.first ?? .null
            let more = works.count > 1 ? " +\(works.count - 1)" : ""
            table.append([
                gravest.count("people", language), gravest.rupiah("rupiah", language), gravest.cell("due_on"),
                item["region_name"]?.text ?? item.cell("region"), item.name, task(gravest, output) + more,
                step(item["work"]?["next"] ?? .null, output),
            ])
        }
        if table.isEmpty { return output.word("Tidak ada pekerjaan yang menunggu.", "Nothing waits for you.") }
        return listed(table, answer, output) + "\n\n" + closing(answer, output)
    }

    private func task(_ item: JSON, _ output: Output) -> String {
        let name = item.cell("name")
        switch item.cell("kind") {
        case "step": return output.word("langkah", "step")
        case "bill": return output.word("tagihan ", "bill ") + name
        case "funding": return output.word("anggaran ", "funding ") + name
        case "renewal": return output.word("perpanjangan", "renewal")
        case "finding": return output.word("temuan ", "finding ") + name
        default: return item.cell("kind")
        }
    }

    private func step(_ next: JSON, _ output: Output) -> String {
        let waits = next["waits_for"]?.list.map { $0.map { $0.cell(output.language) }.joined(separator: ", ") } ?? ""
        return next.cell("say") + (waits.isEmpty ? "" : " (\(waits))")
    }

    private func closing(_ answer: JSON, _ output: Output) -> String {
        let language = output.language
        let agreements = answer.count("agreements", language)
        let overdue = answer.count("overdue", language)
        let (people, rupiah) = (answer.count("people", language), answer.rupiah("rupiah", language))
        return output.word(
            "\(agreements) perjanjian, \(overdue) lewat batas; dipertaruhkan \(people) orang dan \(rupiah).",
            "\(agreements) agreements, \(overdue) overdue; \(people) people and \(rupiah) are at stake.")
    }
}
