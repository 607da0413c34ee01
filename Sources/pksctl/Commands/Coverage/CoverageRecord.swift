import Agreements
import ArgumentParser
import Documents

struct CoverageRecord: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record a region's coverage for one date.",
        discussion: """
            Give the head counts where they are known: percentages follow from them. Figures of different sources stand \
            beside each other. Region 00 is the nation.

              pksctl coverage record 53.71 --as-of 2026-10 \\
                --registered 398000 --active 371000 --residents 404120 \\
                --scheme prioritas --source "BPJS Kesehatan Cabang Kupang"
            """)

    @Argument(help: "The region's Kemendagri code, such as 53.71.") var region: String
    @Option(help: ArgumentHelp("The day, month or year it was true: 2026-10-31, 2026-10 or 2026.", valueName: "date"))
    var asOf: String
    @Option(help: "Registered per hundred residents, with a point: 98.5.") var percent: Double?
    @Option(help: "People registered.") var registered: Int64?
    @Option(help: "Of these, people whose membership is active.") var active: Int64?
    @Option(help: "People living there.") var residents: Int64?
    @Option(help: "The scheme that BPJS Kesehatan has granted.") var scheme: CoverageFact.Scheme?
    @Option(help: "Who says so.") var source: String?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if percent == nil, registered == nil, active == nil, residents == nil, scheme == nil {
            throw ValidationError("Give --percent, --registered, --active, --residents or --scheme.")
        }
    }

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "as_of": .text(asOf), "percent": percent.map { .number($0) }, "registered": registered.map { .integer($0) },
            "active": active.map { .integer($0) }, "residents": residents.map { .integer($0) },
            "scheme": scheme.map { .text($0.rawValue) }, "source": source.map { .text($0) },
        ])
        let answer = try await session.client.write("POST", ["regions", region, "coverage"], body, key: keys.key)
        try session.output.show(answer) { _ in
            session.output.word("✓ \(region): cakupan \(asOf) dicatat", "✓ \(region): coverage of \(asOf) recorded")
        }
    }
}
