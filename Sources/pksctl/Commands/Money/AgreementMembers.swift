import Agreements
import ArgumentParser
import Calendars
import Documents

struct AgreementMembers: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "members",
        abstract: "Record how many people are insured, from month to month.",
        discussion: """
            Of two counts for a month the one that was true later (`--as-of`) holds. `--until` is the last month, included. \
            What joins and leaves in the months after the first is `member-change`.

              pksctl agreements members kota-kupang-2019 --segment pbpu_bp_pemda \\
                --from 2019-01 --until 2019-12 --count 5000
              pksctl agreements members kab-konawe-2027 --segment non_asn --from 2027-01 \\
                --until 2027-12 --count 5346 --wage 2.000.000 --as-of 2026-11-20
            """)

    @OptionGroup var agreement: AgreementArgument
    @Option(help: "The group of people.") var segment: Segment
    @Option(help: ArgumentHelp("The first month, such as 2026-01.", valueName: "month")) var from: Month
    @Option(help: ArgumentHelp("The last month, included.", valueName: "month")) var until: Month
    @Option(help: "How many people.") var count: Int64
    @Option(help: "Who says so, such as a member decree.") var source: String?
    @Option(help: ArgumentHelp("The day it was true.", valueName: "date")) var asOf: Day?
    @Option(help: "The monthly wage that contributions are reckoned on, whole rupiah.") var wage: Rupiah?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "segment": .text(segment.rawValue), "from": .text(from.description), "until": .text(until.description),
            "count": .integer(count), "source": source.map { .text($0) },
            "as_of": asOf.map { .text($0.description) }, "wage": wage.map { .integer($0.value) },
        ])
        let done = Bilingual(
            id: "\(count.indonesian) peserta dicatat", en: "\(count.english) members recorded")
        try await session.change(agreement.ref, "POST", ["members"], body, change, done: done)
    }
}

struct AgreementMemberChange: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "member-change",
        abstract: "Record who joined and left in one month (mutasi peserta).",
        discussion: """
            Numbers only, by the reason; a reason that is left out is not spoken of. They count from that month on.

              pksctl agreements member-change kupang-2027 --segment pbpu_bp_pemda --month 2027-03 \\
                --additions 120 --deaths 14 --moves 6 --doubles 3 --source "Cabang Kupang"
            """)

    @OptionGroup var agreement: AgreementArgument
    @Option(help: "The group of people.") var segment: Segment
    @Option(help: ArgumentHelp("The first month in which it counts, such as 2027-03.", valueName: "month"))
    var month: Month
    @Option(help: "People who joined.") var additions: Int64?
    @Option(help: "People who died.") var deaths: Int64?
    @Option(help: "People who moved to another region or segment.") var moves: Int64?
    @Option(help: "People who were registered twice.") var doubles: Int64?
    @Option(name: .customLong("invalid-nik"), help: "People whose NIK does not match the civil registry.")
    var invalidNIK: Int64?
    @Option(help: "People who left for other reasons.") var otherRemovals: Int64?
    @Option(help: "Who says so.") var source: String?
    @Option(help: ArgumentHelp("The day it was true.", valueName: "date")) var asOf: Day?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    private var heads: [MemberChange.Reason: Int64?] {
        [
            .additions: additions, .deaths: deaths, .moves: moves, .doubles: doubles, .invalidNIK: invalidNIK,
            .otherRemovals: otherRemovals,
        ]
    }

    func validate() throws {
        if heads.values.allSatisfy({ $0 == nil }) {
            throw ValidationError("Give at least one number, such as --additions or --deaths.")
        }
    }

    func run(_ session: Session) async throws {
        var body: [String: JSON?] = [
            "segment": .text(segment.rawValue), "month": .text(month.description), "source": source.map { .text($0) },
            "as_of": asOf.map { .text($0.description) },
        ]
        for (reason, count) in heads { body[reason.rawValue] = count.map { .integer($0) } }
        let done = Bilingual(id: "mutasi peserta \(month) dicatat", en: "member changes of \(month) recorded")
        try await session.change(agreement.ref, "POST", ["member-changes"], .body(body), change, done: done)
    }
}

struct AgreementMembersByMonth: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "members-by-month",
        abstract: "Show how many people are insured in each month of a year, and what changed.",
        discussion: """
            With the count that each month rests on, and what joined and left since.

              pksctl agreements members-by-month kupang-2027 --year 2027
            """)

    @OptionGroup var agreement: AgreementArgument
    @Option(help: "The year. (default: this year, or the last on record)") var year: Int?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let year = if let year { year } else { try await session.fiscalYear(of: agreement.ref) }
        let output = session.output
        let answer = try await session.client.get(
            ["agreements", agreement.ref, "members"], query: [("year", String(year))])
        try output.show(answer) { page in
            var table = TextTable(
                [
                    .init(title: output.word("BULAN", "MONTH")), .init(title: output.word("SEGMEN", "SEGMENT")),
                    .init(title: output.word("ORANG", "PEOPLE"), isNumber: true),
                ] + changeColumns(output) + [
                    .init(title: output.word("DIHITUNG DARI", "COUNTED FROM")),
                    .init(title: output.word("PER", "AS OF")),
                    .init(title: output.word("SUMBER", "SOURCE"), widthMax: 60),
                ])
            for item in page.items() {
                table.append(
                    [item.cell("month"), item.cell("segment"), item.count("heads", output.language)]
                        + changeCells(item["changes"] ?? .null, output.language)
                        + [item.cell("counted_from"), item.cell("as_of"), item.cell("source")])
            }
            return listed(table, page, output)
        }
    }
}
