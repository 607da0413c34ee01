import Agreements
import ArgumentParser
import Calendars
import Documents
import Foundation

struct RunwayCommand: ServerErrand {
    /// By what the money of several agreements is added up.
    enum Grouping: String, CaseIterable, ExpressibleByArgument {
        case agreement, region, province
    }

    static let configuration = CommandConfiguration(
        commandName: "runway",
        abstract: "Show whether a year's money lasts for the people it insures, and until when.",
        discussion: """
            Of one agreement, month by month; or added up for a region, a province or the nation:

              pksctl runway kab-kupang-2021 --year 2021
              pksctl runway --region 53 --year 2027
              pksctl runway --region 53 --by agreement --program jkn

            What if? Other people, another rate, other months or other money; nothing of it is stored:

              pksctl runway kab-kupang-2021 --year 2021 --people 17000
              pksctl runway kab-kupang-2021 --from 2021-04 --months 9
              pksctl runway kab-kupang-2021 --year 2021 --rate 35000 --amount 8.500.000.000

            As a picture:

              pksctl runway kab-kupang-2021 --year 2021 --svg runway.svg
            """)

    @Argument(help: "The agreement; without it, all of a region.") var ref: String?
    @Option(help: "The fiscal year. (default: this year, or the last on record of the agreement)") var year: Int?
    @OptionGroup(title: "Several agreements") var scope: Scope
    @OptionGroup(title: "What if (one agreement)") var whatIf: WhatIfOptions
    @Option(
        help: ArgumentHelp("Write it as a picture into this file; - for the screen.", valueName: "file"),
        completion: .file(extensions: ["svg"]))
    var svg: String?
    @OptionGroup var connection: ConnectionOptions

    struct Scope: ParsableArguments {
        @Option(help: "Only this region and those in it: its Kemendagri code, such as 53 or 53.71.") var region: String?
        @Option(help: "Only this programme.") var program: Programme?
        @Option(help: "Add up by agreement, region or province. (default: by what is next below)") var by: Grouping?
    }

    struct WhatIfOptions: ParsableArguments {
        @Option(help: "So many people in every month.") var people: Int64?
        @Option(help: "Whole rupiah for each of them in a month.") var rate: Rupiah?
        @Option(help: ArgumentHelp("The first month with people, such as 2027-04.", valueName: "month")) var from:
            Month?
        @Option(help: "For how many months.") var months: Int?
        @Option(help: ArgumentHelp("The money that is there, whole rupiah.", valueName: "rp")) var amount: Rupiah?

        var query: [(String, String?)] {
            [
                ("people", people.map(String.init)), ("rate", rate.map { String($0.value) }),
                ("from", from?.description), ("months", months.map(String.init)),
                ("amount", amount.map { String($0.value) }),
            ]
        }

        var isNothing: Bool { query.allSatisfy { $0.1 == nil } }

        /// What is supposed, in words.
        func text(_ output: Output) -> String {
            let language = output.language
            return [
                people.map { language.number($0) + output.word(" orang", " people") },
                rate.map { language.rupiah($0.value) + output.word(" per orang sebulan", " a head-month") },
                from.map { output.word("mulai ", "from ") + language.month($0.description) },
                months.map { "\($0) " + output.word("bulan", $0 == 1 ? "month" : "months") },
                amount.map { output.word("dana ", "money ") + language.rupiah($0.value) },
            ].compactMap { $0 }.joined(separator: "; ")
        }
    }

    func validate() throws {
        if ref == nil, !whatIf.isNothing {
            throw ValidationError("--people, --rate, --from, --months and --amount need an agreement")
        }
        if ref != nil, scope.region != nil || scope.program != nil || scope.by != nil {
            throw ValidationError("give an agreement, or --region, --program and --by")
        }
        if svg != nil, scope.by != nil { throw ValidationError("a picture is not drawn --by anything") }
    }

    func run(_ session: Session) async throws {
        let output = session.output
        if let ref {
            let year = if let known = year ?? whatIf.from?.year { known } else { try await session.fiscalYear(of: ref) }
            let query = [("year", String(year))] + whatIf.query
            if let svg { return try await draw(["agreements", ref, "runway.svg"], query, into: svg, session) }
            let answer = try await session.client.get(["agreements", ref, "runway"], query: query)
            try output.show(answer) { RunwayPage($0, of: ref, supposing: whatIf.text(output), output: output).text() }
        } else {
            let year = year ?? session.surroundings.today.year
            let query = [
                ("year", String(year)), ("region", scope.region), ("program", scope.program?.rawValue),
                ("by", scope.by?.rawValue),
            ]
            if let svg { return try await draw(["runway.svg"], query, into: svg, session) }
            let answer = try await session.client.get(["runway"], query: query)
            try output.show(answer) { RunwayTotalsPage($0, output: output).text() }
        }
    }

    private func draw(
        _ path: [String], _ query: [(String, String?)], into file: String, _ session: Session
    ) async throws {
        let picture = try await session.client.picture(path, query: query)
        if file == "-" { return session.output.raw(picture) }
        do {
            try picture.write(to: URL(filePath: file))
        } catch {
            throw Failure.usage(
                Bilingual(id: "\(file): berkas tidak dapat ditulis", en: "\(file): the file cannot be written"))
        }
        session.output.say("✓ \(file) ditulis", "✓ \(file) written")
    }
}
