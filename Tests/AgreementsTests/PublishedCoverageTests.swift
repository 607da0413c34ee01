import Agreements
import Calendars
import Testing

/// What was printed of a region's coverage, and what follows from it under the bar of its day.
struct PublishedCoverage: Sendable, CustomTestStringConvertible {
    var source: String
    var asOf: String
    var percent: Double?
    var registered: Int64?
    var active: Int64?
    var residents: Int64?
    var arrears: Int64 = 0
    var coverage: String
    var status: CoverageStanding.Status
    /// How many more must be registered for the bar of that day.
    var missing: Int64
    var missingActive: Int64?

    var testDescription: String { source }

    static let all = [
        PublishedCoverage(
            source: "malangtimes, Kota Malang 2018", asOf: "2018-06-30", registered: 632_343, residents: 903_000,
            coverage: "70.03", status: .none, missing: 225_507),
        PublishedCoverage(
            source: "malangtimes, Kota Malang 2018, by the bar of 2025", asOf: "2025-06-30", registered: 632_343,
            residents: 903_000, coverage: "70.03", status: .none, missing: 252_597),
        PublishedCoverage(
            source: "indobarat.com, Bengkulu 2021", asOf: "2021-11-30", percent: 80.62, residents: 2_032_767,
            coverage: "80.62", status: .none, missing: 292_312),
        PublishedCoverage(
            source: "indobarat.com, Bengkulu 2021, by the bar of 2025", asOf: "2025-11-30", percent: 80.62,
            residents: 2_032_767, coverage: "80.62", status: .none, missing: 353_295),
        PublishedCoverage(
            source: "seru.co.id, Kabupaten Malang 2025", asOf: "2025-12-31", registered: 2_678_471,
            residents: 2_759_103, coverage: "97.08", status: .none, missing: 25_450),
        PublishedCoverage(
            source: "seru.co.id, Batu 2025", asOf: "2025-12-31", registered: 223_352, residents: 226_323,
            coverage: "98.69", status: .uhc, missing: 0),
        PublishedCoverage(
            source: "klikmadura.com, Pamekasan October 2025, arrears of Rp41 billion", asOf: "2025-10-01",
            registered: 897_471, active: 710_259, residents: 910_230, arrears: 41_000_000_000, coverage: "98.6",
            status: .cutOff, missing: 0, missingActive: 7_718),
        PublishedCoverage(
            source: "jatim.antaranews.com, Pamekasan October 2025, activity of 79.14 % alone", asOf: "2025-10-01",
            registered: 897_471, active: 710_259, residents: 910_230, coverage: "98.6", status: .cutOff, missing: 0,
            missingActive: 7_718),
        PublishedCoverage(
            source: "malang-post.com, Kota Malang 2025, more members than residents", asOf: "2025-12-31",
            registered: 944_040, residents: 891_866, coverage: "105.85", status: .uhc, missing: 0),
        PublishedCoverage(
            source: "rolasnews.com, Kota Malang July 2020", asOf: "2020-07", registered: 827_885, residents: 860_408,
            coverage: "96.22", status: .uhc, missing: 0),
        PublishedCoverage(
            source: "republika.co.id, Belu 2022", asOf: "2022", percent: 98.8, residents: 1_000, coverage: "98.8",
            status: .uhc, missing: 0),
    ]
}

@Suite struct `Coverage that was printed` {
    @Test(arguments: PublishedCoverage.all)
    func `is reckoned to the person`(_ case: PublishedCoverage) throws {
        let fact = CoverageFact(
            asOf: `case`.asOf, percent: `case`.percent, registered: `case`.registered, active: `case`.active,
            residents: `case`.residents, source: `case`.source)
        let standing = CoverageStanding(
            [fact], population: nil, arrears: `case`.arrears, thresholds: try Records.thresholds(),
            on: try #require(fact.asOfDay))
        #expect(standing.coverage?.english == `case`.coverage)
        #expect(standing.status == `case`.status)
        #expect(standing.missingRegistered == `case`.missing)
        #expect(standing.missingActive == `case`.missingActive)
    }

    @Test(arguments: ["indobarat.com, Bengkulu 2021"])
    func `gives the people behind a percentage`(source: String) throws {
        let share = try #require(Percent("80.62"))
        #expect(share.of(2_032_767) == 1_638_817)
        let bar = Percent(hundredths: 98_00)
        #expect(bar.reached(in: 2_032_767) == 1_992_112)
        #expect(bar.reached(in: 2_032_767) - share.of(2_032_767) == 353_295)
        #expect(Percent(hundredths: 95_00).reached(in: 2_032_767) - share.of(2_032_767) == 292_312)
        // What it would cost to register them all for a year, from 2022.
        let cost = try Records.agreement { $0.region = "17" }.runway(
            year: 2022, rates: try Records.rates(), supposing: WhatIf(people: 353_295))
        #expect(cost.needed == 160_254_612_000)
    }

    @Test(
        arguments: [
            ("malangtimes, Kota Malang 2018", 632_343, 903_000, 70_03),
            ("Kab. Malang 2025", 2_678_471, 2_759_103, 97_08),
            ("Batu 2025", 223_352, 226_323, 98_69), ("Pamekasan 2025", 897_471, 910_230, 98_60),
            ("Pamekasan 2025, active", 710_259, 897_471, 79_14), ("Kota Malang 2025", 944_040, 891_866, 105_85),
            ("Kota Malang 2020", 827_885, 860_408, 96_22), ("Kota Kupang 2019, the claim", 98_000, 404_120, 24_25),
            ("Kabupaten Kupang 2021, the claim", 19_000, 391_539, 4_85),
        ] as [(String, Int64, Int64, Int64)])
    func `is the quotient of its two counts`(source: String, part: Int64, whole: Int64, hundredths: Int64) {
        #expect(Percent(part, of: whole) == Percent(hundredths: hundredths))
    }
}
