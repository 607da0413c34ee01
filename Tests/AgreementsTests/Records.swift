import Agreements
import Calendars
import Documents
import Foundation

/// Records as the tests need them, and the files that the project ships.
enum Records {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func file(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: "Config/\(name)"), encoding: .utf8)
    }

    /// Read once for all tests.
    private static let shipped = Result {
        ReferenceData(
            regions: try Regions(regions: file("regions.csv"), population: file("population.csv")),
            rates: try Rates(csv: file("rates.csv")), thresholds: try Thresholds(csv: file("uhc-thresholds.csv")))
    }

    static func rates() throws -> Rates { try shipped.get().rates }

    static func thresholds() throws -> Thresholds { try shipped.get().thresholds }

    static func regions() throws -> Regions { try shipped.get().regions }

    static let recordedAt = Instant(milliseconds: 1_800_000_000_000)

    static func agreement(
        programme: Programme = .jkn, bodies: [String] = ["BPJS Kesehatan Cabang Kupang"],
        _ change: (inout Agreement) -> Void = { _ in }
    ) -> Agreement {
        var agreement = Agreement(
            id: .init(rawValue: "agr_1"), ref: "kota-kupang-2019",
            workflow: .init(id: "jkn-pd-pemda", structure: "abc"),
            kind: .pks, programme: programme, title: "PKS", region: "53.71",
            parties: [
                Party(
                    key: "pemkot", name: "Pemerintah Kota Kupang", side: .localGovernment, required: true,
                    signatory: Signatory(office: "Wali Kota Kupang"))
            ]
                + bodies.enumerated().map {
                    Party(key: "bpjs\($0.offset)", name: $0.element, side: .bpjs, required: true)
                }, witnesses: [], validFrom: nil, validUntil: nil, parent: nil, renews: nil, source: nil,
            state: "initiated", phase: .draft,
            entered: .init(on: Day(number: 20_000), at: recordedAt, by: .system), moves: [], fields: [:], funding: [],
            members: [], bills: [], documents: [], notes: [], version: 1, createdAt: recordedAt,
            updatedAt: recordedAt)
        change(&agreement)
        return agreement
    }

    static func sign(_ agreement: inout Agreement, on day: String) {
        guard let day = Day(day) else { return }
        for index in agreement.parties.indices {
            agreement.parties[index].signature = Signature(signedOn: day, method: .wet)
        }
    }

    static func year(_ segment: Segment, _ count: Int64, _ year: Int) -> MemberCount {
        MemberCount(
            segment: segment, from: Month(year: year, month: 1), until: Month(year: year, month: 12), count: count)
    }

    static func money(
        _ amount: Int64, _ year: Int, _ stage: FundingStage = .apbd, _ source: FundingSource = .apbdII
    )
        -> FundingLine
    {
        FundingLine(source: source, fiscalYear: year, amount: amount, stage: stage)
    }

    static func findings(_ agreement: Agreement, today: String = "2026-11-23") throws -> [Finding] {
        let reference = try shipped.get()
        return agreement.findings(reference, today: Day(today) ?? Day(number: 0))
    }

    static func finding(_ code: String, in agreement: Agreement, today: String = "2026-11-23") throws -> Finding? {
        try findings(agreement, today: today).first { $0.code == code }
    }
}

/// A generator that gives the same numbers in each run (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
