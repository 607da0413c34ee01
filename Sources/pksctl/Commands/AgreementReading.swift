import Agreements
import ArgumentParser
import Calendars
import Documents

struct AgreementList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List agreements, optionally only some.",
        discussion: """
            Conditions are joined by "and". What ends before the year does, and what waits on the head of the office:

              pksctl agreements list --phase active --ends-before 2027-01-01
              pksctl agreements list --waiting-on unit_head --region 53.71
            """)

    @Option(help: "Only this part of an agreement's life.") var phase: Phase?
    @Option(help: "Only this state, such as ready-to-sign.") var state: String?
    @Option(help: "Only this kind of paper.") var kind: AgreementKind?
    @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @Option(
        name: .customLong("q"),
        help: ArgumentHelp(
            "Only with these words, or their beginnings, in title, reference, region, parties, signatories or numbers.",
            valueName: "words"))
    var words: String?
    @Option(help: ArgumentHelp("Only those that this role has to move.", valueName: "role")) var waitingOn: Role?
    @Option(help: ArgumentHelp("Only those that wait for this requirement, from `why`.", valueName: "id"))
    var unmet: String?
    @Option(help: ArgumentHelp("Only those whose last day is before this one.", valueName: "date")) var endsBefore: Day?
    @Option(help: "In this order: created, deadline, valid_until, title or people. (default: created)") var sort:
        String?
    @Option(help: "How many at once.") var limit: Int?
    @Option(help: "Go on where the list before this one ended.") var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["agreements"],
            query: [
                ("phase", phase?.rawValue), ("state", state), ("kind", kind?.rawValue), ("region", region),
                ("q", words),
                ("waiting_on", waitingOn?.rawValue), ("ends_before", endsBefore?.description), ("unmet", unmet),
                ("sort", sort), ("limit", limit.map(String.init)), ("cursor", cursor),
            ])
        try session.output.show(answer) { agreementTable($0, session.output) }
    }
}

/// Agreements as a table.
func agreementTable(_ answer: JSON, _ output: Output) -> String {
    var table = TextTable([
        .init(title: "REF"), .init(title: output.word("WILAYAH", "REGION"), widthMax: 22),
        .init(title: output.word("JUDUL", "TITLE"), widthMax: 32), .init(title: output.word("FASE", "PHASE")),
        .init(title: output.word("KEADAAN", "STATE"), widthMax: 28),
        .init(title: output.word("MENUNGGU", "WAITING ON"), widthMax: 28),
        .init(title: output.word("BERLAKU S.D.", "VALID UNTIL")),
        .init(title: output.word("TEMUAN", "FINDINGS"), isNumber: true),
    ])
    for item in answer.items() {
        table.append([
            item.name, item["region_name"]?.text ?? item.cell("region"), item.cell("title"), item.cell("phase"),
            item.spoken("state_label", output.language) ?? item.cell("state"), item.cell("waiting_on"),
            item.cell("valid_until"), item.count("findings_count", output.language),
        ])
    }
    return listed(table, answer, output)
}

/// A list's table, what to do for the rest of it, or that there is nothing.
///
/// - Parameter details: lines that stand under a row.
func listed(
    _ table: TextTable, _ answer: JSON, _ output: Output, details: (Int) -> [String] = { _ in [] }
) -> String {
    if table.isEmpty { return output.word("Tidak ada.", "None.") }
    guard let cursor = answer["next_cursor"]?.text else { return table.text(details: details) }
    return table.text(details: details) + "\n" + output.word("Selanjutnya: --cursor ", "More: --cursor ") + cursor
}

struct AgreementShow: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one agreement, whole.",
        discussion: """
            The paper, its parties and signatures, where it stands, what can be done next and what is still missing, \
            money and whether it lasts, members, bills, documents, notes, and what does not add up.

              pksctl agreements show kota-kupang-2019
              pksctl agreements show kota-kupang-2019 --json | jq .findings
            """)

    @OptionGroup var agreement: AgreementArgument
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(["agreements", agreement.ref])
        var runways: [JSON] = []
        if !session.output.wantsJSON {
            for year in try answer.json().fiscalYears {
                // A page without its runway is better than no page.
                let path = ["agreements", agreement.ref, "runway"]
                if let runway = try? await session.client.get(path, query: [("year", String(year))]).json() {
                    runways.append(runway)
                }
            }
        }
        try session.output.show(answer) { AgreementPage($0, runways: runways, output: session.output).text() }
    }
}

extension Session {
    /// The year that is meant where none is named: this one, or the last that an agreement's record knows.
    func fiscalYear(of ref: String) async throws -> Int {
        let years = try await client.get(["agreements", ref]).json().fiscalYears.map(Int.init)
        let now = surroundings.today.year
        return years.contains(now) ? now : years.last ?? now
    }
}

extension JSON {
    /// The years in which an agreement's record has money or members.
    var fiscalYears: [Int64] {
        let funded = (self["funding"]?.list ?? []).compactMap { $0["fiscal_year"]?.integer }
        let counted = (self["members"]?.list ?? []).flatMap { count -> [Int64] in
            guard let from = count["from"]?.text.flatMap({ Month($0) })?.year else { return [] }
            let until = count["until"]?.text.flatMap { Month($0) }?.year ?? from
            return (from...max(from, until)).map(Int64.init)
        }
        return Set(funded + counted).sorted()
    }
}

struct AgreementEvents: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Show an agreement's history.",
        discussion: """
            One line for each event: number, time, type, reference and what happened. With --json, one JSON document a \
            line.

              pksctl agreements events kota-kupang-2019
            """)

    @OptionGroup var agreement: AgreementArgument
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        var cursor: String?
        repeat {
            let path = ["agreements", agreement.ref, "events"]
            let page = try await session.client.get(path, query: [("cursor", cursor)]).json()
            for event in page.items() { try session.output.event(event) }
            cursor = page["next_cursor"]?.text
        } while cursor != nil
    }
}
