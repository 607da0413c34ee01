import Agreements
import Calendars
import Documents
import Testing

@Suite struct `Where a region stands` {
    private func standing(
        _ facts: [CoverageFact], arrears: Int64 = 0, on day: String, population: Int64? = nil
    ) throws -> CoverageStanding {
        CoverageStanding(
            facts,
            population: Regions([Region(code: "33.24", name: "Kendal", level: "", zone: .wib, population: population)])
                .residents(of: "33.24"),
            arrears: arrears, thresholds: try Records.thresholds(), on: try #require(Day(day)))
    }

    private func fact(
        _ asOf: String, _ registered: Int64? = nil, active: Int64? = nil, of residents: Int64? = 1_000,
        percent: Double? = nil, scheme: CoverageFact.Scheme? = nil, source: String? = nil
    ) -> CoverageFact {
        CoverageFact(
            asOf: asOf, percent: percent, registered: registered, active: active, residents: residents, scheme: scheme,
            source: source)
    }

    /// To 2023 95 %; in 2024 95 % and 75 % active; from 2025 98 %, 80 % and no arrears.
    @Test(
        arguments: [
            ("2013-12-31", 1_000, 1_000, 0, nil, .unknown), ("2014-01-01", 949, 0, 0, nil, .none),
            ("2014-01-01", 950, 0, 0, nil, .uhc), ("2023-12-31", 950, 0, 5, .cutOff, .uhc),
            ("2024-01-01", 949, 949, 0, .prioritas, .none), ("2024-01-01", 950, 712, 0, .prioritas, .cutOff),
            ("2024-01-01", 950, 713, 0, .prioritas, .prioritas), ("2024-12-31", 950, 713, 9, .prioritas, .prioritas),
            ("2025-01-01", 950, 950, 0, .prioritas, .none), ("2025-01-01", 979, 979, 0, .prioritas, .none),
            ("2025-01-01", 980, 783, 0, .prioritas, .cutOff), ("2025-01-01", 980, 784, 0, .prioritas, .prioritas),
            ("2025-01-01", 980, 784, 1, .prioritas, .cutOff), ("2025-01-01", 980, 784, 0, .cutOff, .cutOff),
            ("2025-01-01", 980, 784, 0, nil, .uhc), ("2025-01-01", 980, nil, 0, .prioritas, .uhc),
            ("2025-01-01", 980, nil, 1, nil, .cutOff), ("2026-11-30", 1_059, 1_059, 0, .prioritas, .prioritas),
            ("2025-01-01", nil, 784, 0, .prioritas, .unknown),
        ] as [(String, Int64?, Int64?, Int64, CoverageFact.Scheme?, CoverageStanding.Status)])
    func `follows the bar of the day`(
        day: String, registered: Int64?, active: Int64?, arrears: Int64, scheme: CoverageFact.Scheme?,
        status: CoverageStanding.Status
    ) throws {
        let facts = [fact(day, registered, active: active, scheme: scheme)]
        #expect(try standing(facts, arrears: arrears, on: day).status == status)
    }

    @Test func `is unknown without a count, a denominator or a bar`() throws {
        #expect(try standing([], on: "2026-01-01").status == .unknown)
        #expect(try standing([], on: "2026-01-01", population: 5).status == .unknown)
        #expect(try standing([fact("2025", 5, of: nil)], on: "2026-01-01").status == .unknown)
        #expect(try standing([fact("2025", 5, of: nil)], on: "2026-01-01", population: 5).status == .uhc)
        #expect(try standing([fact("2025", percent: 99)], on: "2024-12-31").status == .unknown, "not known yet")
    }

    @Test func `rests on the newest figures, and on the smaller of two for one day`() throws {
        let facts = [
            fact("2025-06", 990, source: "A"), fact("2025-06-30", 970, source: "B"), fact("2024", 1_000, source: "C"),
            fact("2026-12", 1, source: "later"),
        ]
        let found = try standing(facts, on: "2025-12-31")
        #expect(found.registered?.value == 970 && found.registered?.source == "B")
        #expect(found.status == .none && found.missingRegistered == 10)
        // A percentage that is newer than the last count is reckoned with, and said to be.
        let printed = try standing(facts + [fact("2025-07", percent: 98.5, source: "D")], on: "2025-12-31")
        #expect(printed.registered?.value == 985 && printed.registered?.isReckoned == true)
        #expect(printed.registered?.asOf == "2025-07" && printed.registered?.source == "D")
        let older = try standing(facts + [fact("2025-05", percent: 98.5)], on: "2025-12-31")
        #expect(older.registered?.value == 970)
    }

    /// What is promised to people must hold by every source.
    @Test func `rests on the source that promises less`() throws {
        func both(_ a: CoverageFact, _ b: CoverageFact) throws -> CoverageStanding {
            let found = try standing([a, b], on: "2026-12-31")
            #expect(try standing([b, a], on: "2026-12-31") == found)
            return found
        }
        let residents = try both(fact("2026-06", 980, of: 1_000), fact("2026-06", 980, of: 1_001))
        #expect(residents.residents?.value == 1_001 && residents.status == .none)
        let apart = try both(fact("2026-06", 980, of: nil), fact("2026-05", of: 1_001))
        #expect(apart.residents?.value == 1_001)
        let alone = try both(fact("2026-05", of: 1_000), fact("2026-05", of: 1_001))
        #expect(alone.residents?.value == 1_001)
        let percent = try both(fact("2026-06", percent: 97.9), fact("2026-06", percent: 98.1))
        #expect(percent.status == .none && percent.registered?.value == 979)
        let scheme = try both(
            fact("2026-06", 990, active: 900, scheme: .prioritas), fact("2026-06", 990, active: 900, scheme: .cutOff))
        #expect(scheme.status == .cutOff)
        let newer = try both(
            fact("2026-07", 990, active: 900, scheme: .prioritas), fact("2026-06", 990, active: 900, scheme: .cutOff))
        #expect(newer.status == .prioritas)
    }

    @Test func `warns of what is about to be lost, and says how many people that is`() throws {
        func warnings(_ registered: Int64, _ active: Int64?, arrears: Int64 = 0) throws -> [CoverageStanding.Warning] {
            try standing([fact("2026", registered, active: active)], arrears: arrears, on: "2026-12-31").warnings
        }
        #expect(try warnings(984, nil) == [.coverageThin(spare: 4)])
        #expect(try warnings(985, nil) == [])
        #expect(try warnings(979, nil) == [])
        #expect(try warnings(1_000, 799) == [.activityMissing(1)])
        #expect(try warnings(1_000, 800) == [.activityThin(spare: 0)])
        #expect(try warnings(1_000, 809) == [.activityThin(spare: 9)])
        #expect(try warnings(1_000, 810, arrears: 5) == [.arrears(5)])
        #expect(try warnings(980, 700, arrears: 5) == [.coverageThin(spare: 0), .activityMissing(84), .arrears(5)])
        let before = try standing([fact("2023", 1_000, active: 1)], arrears: 5, on: "2023-12-31")
        #expect(before.warnings == [])
        #expect(Set([CoverageStanding.Warning.arrears(1_000).say.id]) == ["tunggakan Rp1.000 menghalangi Prioritas"])
    }

    @Test func `does not depend on which source was entered first`() throws {
        var dice = Dice(seed: 95)
        for round in 0..<500 {
            let facts = (0..<Int.random(in: 1...6, using: &dice)).map { number in
                func some(_ range: ClosedRange<Int64>) -> Int64? {
                    Bool.random(using: &dice) ? .random(in: range, using: &dice) : nil
                }
                return CoverageFact(
                    asOf: ["2025-06-30", "2025-06", "2025-12-31", "2025", "2026-01", "2027"].randomElement(using: &dice)
                        ?? "2025", percent: some(96...99).map { Double($0) }, registered: some(978...981),
                    active: some(783...785), residents: some(1_000...1_001),
                    scheme: [nil, .cutOff, .prioritas].randomElement(using: &dice) ?? nil, source: "source \(number)")
            }
            let first = try standing(facts, on: "2026-06-30", population: 1_002)
            for _ in 0..<3 {
                let other = try standing(facts.shuffled(using: &dice), on: "2026-06-30", population: 1_002)
                #expect(other == first, "round \(round): \(facts)")
                #expect(other.status == first.status && other.warnings == first.warnings)
            }
        }
    }

    @Test func `is never worse with more people, and never better with more arrears`() throws {
        var dice = Dice(seed: 96)
        let order: [CoverageStanding.Status] = [.none, .cutOff, .uhc, .prioritas]
        for _ in 0..<500 {
            let registered = Int64.random(in: 900...1_100, using: &dice)
            let active = Int64.random(in: 700...900, using: &dice)
            let year = Int.random(in: 2014...2026, using: &dice)
            func rank(_ registered: Int64, _ active: Int64, _ arrears: Int64) throws -> Int {
                let facts = [fact("\(year)-01-01", registered, active: active, scheme: .prioritas)]
                return order.firstIndex(of: try standing(facts, arrears: arrears, on: "\(year)-06-01").status) ?? -1
            }
            let here = try rank(registered, active, 0)
            #expect(try rank(registered, active + 1, 0) >= here)
            #expect(try rank(registered, active, 1) <= here)
        }
    }
}

@Suite struct `A percentage` {
    @Test func `is the exact fraction, rounded half up`() {
        var dice = Dice(seed: 97)
        for _ in 0..<2_000 {
            let whole = Int64.random(in: 1...(Bool.random(using: &dice) ? 1_000 : .max / 8), using: &dice)
            let part = Int64.random(in: 0...whole, using: &dice)
            guard let percent = Percent(part, of: whole) else { continue }
            // h is the nearest to 10000 part / whole: it is no more than a half away, and a half goes up.
            let distance = Int128(percent.hundredths) * Int128(whole) - 10_000 * Int128(part)
            #expect(2 * distance <= Int128(whole) && 2 * distance > -Int128(whole))
            let reached = percent.reached(in: whole)
            #expect(Int128(reached) * 10_000 >= Int128(percent.hundredths) * Int128(whole))
            #expect(Int128(reached - 1) * 10_000 < Int128(percent.hundredths) * Int128(whole))
            let share = percent.of(whole)
            let apart = Int128(share) * 10_000 - Int128(percent.hundredths) * Int128(whole)
            #expect(apart <= 5_000 && apart > -5_000)
            #expect(Percent(percent.english) == percent && Percent(Double(percent.hundredths) / 100) == percent)
        }
    }

    @Test(
        arguments: [
            ("0", 0, "0"), ("98", 98_00, "98"), ("80.62", 80_62, "80.62"), ("80.6", 80_60, "80.6"),
            ("0.05", 5, "0.05"), ("105.85", 105_85, "105.85"), ("100000", 100_000_00, "100000"), ("98.00", 98_00, "98"),
        ] as [(String, Int64, String)])
    func `reads and writes as people do`(text: String, hundredths: Int64, written: String) throws {
        let percent = try #require(Percent(text))
        #expect(percent.hundredths == hundredths && percent.english == written)
        #expect(percent.indonesian == written.replacing(".", with: ","))
        #expect(try CanonicalJSON.decode(Percent.self, from: CanonicalJSON.encode(percent)) == percent)
    }

    @Test(arguments: ["", ".", "1.", ".5", "1.234", "-1", "1,5", "1e2", "100001", "٥", "1.٥", "½", " 1", "1.2.3"])
    func `is nothing else`(text: String) { #expect(Percent(text) == nil) }

    @Test(arguments: [.nan, .infinity, -0.01, 100_000.1, 1e300] as [Double])
    func `is not made of what no one can print`(number: Double) { #expect(Percent(number) == nil) }

    @Test func `of nothing is none`() {
        #expect(Percent(1, of: 0) == nil && Percent(-1, of: 5) == nil && Percent(0, of: -5) == nil)
        #expect(Percent(.max, of: 1)?.hundredths == .max)
        #expect(Percent(hundredths: .max).reached(in: .max) == .max && Percent(hundredths: .max).of(.max) == .max)
    }
}
