import ArgumentParser
import Calendars
import Documents

struct ReportCommand: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Report on a region and a month on one page: done, late, money, people at risk.",
        discussion: """
            What was done is the month's; what is late and at risk is as it stands today.

              pksctl report --region 53
              pksctl report --region 53.71 --month 2026-10
            """)

    @Option(help: "This region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(help: ArgumentHelp("The month. (default: this one)", valueName: "month")) var month: Month?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["report"], query: [("region", region), ("month", month?.description)])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let language = output.language
        let name = answer["region_name"]?.text ?? output.word("Seluruh wilayah", "All regions")
        func percent(_ key: String) -> String {
            switch answer[key] {
            case .number(let number)?: language.decimal(number) + "%"
            case .integer(let whole)?: language.number(whole) + "%"
            default: "-"
            }
        }
        let phases = (answer["phases"]?.object ?? [:]).sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value.cell(language))" }.joined(separator: ", ")
        let head = ["\(name), \(language.month(answer.cell("month")))", ""]
        let sums = pairs([
            (output.word("Mulai berlaku", "Brought into force"), answer.count("brought_into_force", language)),
            (output.word("Perjanjian", "Agreements"), phases),
            (output.word("Anggaran", "Budget"), answer.rupiah("available", language)),
            (output.word("Kebutuhan", "Needed"), answer.rupiah("needed", language)),
            (output.word("Kekurangan", "Short"), answer.rupiah("shortfall", language)),
            (output.word("Terbayar", "Paid"), answer.rupiah("paid", language)),
            (
                output.word("Uang : waktu", "Money : time"),
                "\(percent("money_used_percent")) : \(percent("time_used_percent"))"
            ),
            (
                output.word("Tunggakan", "Arrears"),
                answer.rupiah("arrears", language) + " (\(answer.count("overdue_bills", language)))"
            ),
            (
                output.word("Kehilangan perlindungan 1 Januari", "Lose cover on 1 January"),
                answer.count("people_at_risk", language)
            ),
        ])
        return (head + sums + late(answer, output) + endings(answer, output)).joined(separator: "\n")
    }

    private func late(_ answer: JSON, _ output: Output) -> [String] {
        let rows = (answer["late"]?.list ?? []).map {
            ($0.cell("office"), $0.count("agreements", output.language))
        }
        return rows.isEmpty ? [] : ["", output.word("Lewat batas menurut kantor:", "Overdue by office:")] + pairs(rows)
    }

    private func endings(_ answer: JSON, _ output: Output) -> [String] {
        let language = output.language
        let rows = (answer["endings"]?.list ?? []).filter { ($0["papers"]?.integer ?? 0) > 0 }.map { ending in
            (
                language.month(ending.cell("month")),
                output.word(
                    "\(ending.count("papers", language)) naskah, \(ending.count("people", language)) orang",
                    "\(ending.count("papers", language)) papers, \(ending.count("people", language)) people")
            )
        }
        return rows.isEmpty ? [] : ["", output.word("Berakhir:", "Ending:")] + pairs(rows)
    }
}
