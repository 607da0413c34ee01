import ArgumentParser
import Documents

struct CoverageCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Record and see how many of a region's residents are insured.",
        discussion: """
            For example:

              pksctl coverage record 53.71 --as-of 2026-10 --percent 98.5
              pksctl coverage show 53.71
            """,
        subcommands: [CoverageRecord.self, CoverageShow.self])
}

struct CoverageRecord: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record a region's coverage for one date.",
        discussion: """
            Give the head counts where they are known: percentages follow from them. Figures of different sources stand \
            beside each other. Region 00 is the nation.

              pksctl coverage record 53.71 --as-of 2026-10 \\
                --registered 398000 --active 371000 --residents 404120 \\
                --source "BPJS Kesehatan Cabang Kupang"
            """)

    @Argument(help: "The region's Kemendagri code, such as 53.71.") var region: String
    @Option(help: ArgumentHelp("The day, month or year it was true: 2026-10-31, 2026-10 or 2026.", valueName: "date"))
    var asOf: String
    @Option(help: "Registered per hundred residents, with a point: 98.5.") var percent: Double?
    @Option(help: "People registered.") var registered: Int64?
    @Option(help: "Of these, people whose membership is active.") var active: Int64?
    @Option(help: "People living there.") var residents: Int64?
    @Option(help: "Who says so.") var source: String?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if percent == nil, registered == nil {
            throw ValidationError("Give --percent, or --registered (with --residents), or both.")
        }
    }

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "as_of": .text(asOf), "percent": percent.map { .number($0) }, "registered": registered.map { .integer($0) },
            "active": active.map { .integer($0) }, "residents": residents.map { .integer($0) },
            "source": source.map { .text($0) },
        ])
        let answer = try await session.client.write("POST", ["regions", region, "coverage"], body, key: keys.key)
        try session.output.show(answer) { _ in
            session.output.word("✓ \(region): cakupan \(asOf) dicatat", "✓ \(region): coverage of \(asOf) recorded")
        }
    }
}

struct CoverageShow: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a region's coverage over time.",
        discussion: """
            For example:

              pksctl coverage show 53.71
            """)

    @Argument(help: "The region's Kemendagri code, such as 53.71.") var region: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let language = output.language
        try output.show(try await session.client.get(["regions", region, "coverage"])) { page in
            var table = TextTable([
                .init(title: output.word("TANGGAL", "AS OF")), .init(title: "%", isNumber: true),
                .init(title: output.word("TERDAFTAR", "REGISTERED"), isNumber: true),
                .init(title: output.word("AKTIF", "ACTIVE"), isNumber: true),
                .init(title: output.word("PENDUDUK", "RESIDENTS"), isNumber: true),
                .init(title: output.word("SUMBER", "SOURCE"), widthMax: 60),
            ])
            for item in page.items() {
                table.append([
                    item.cell("as_of"), item.cell("percent", language), item.count("registered", language),
                    item.count("active", language), item.count("residents", language), item.cell("source"),
                ])
            }
            return listed(table, page, output)
        }
    }
}
