import Agreements
import Calendars
import Documents
import Testing

@Suite struct `The rates` {
    @Test(
        arguments: [
            ("2013-12", nil), ("2014-01", 19_225), ("2015-12", 19_225), ("2016-01", 23_000), ("2019-07", 23_000),
            ("2019-08", 23_000), ("2019-12", 23_000), ("2020-01", 42_000), ("2020-12", 42_000), ("2021-01", 37_800),
            ("2026-11", 37_800),
        ] as [(String, Int64?)])
    func `say what the region pays for a head and a month`(month: String, amount: Int64?) throws {
        #expect(
            try Records.rates().regionShare(.jkn, .pbpuBPPemda, in: try #require(Month(month)), region: "53.71")
                == amount)
    }

    @Test(
        arguments: [
            (Programme.jamsostek, Segment.pekerjaRentan, "2026-01", 16_800), (.jkn, .pbpuMandiri, "2021-01", 2_800),
            (.jkn, .pbpuMandiri, "2020-12", nil), (.jkn, .pbiJK, "2026-01", nil), (.jamsostek, .nonASN, "2026-01", nil),
            (.jamsostek, .villageOfficials, "2026-01", nil), (.jamsostek, .pbpuBPPemda, "2026-01", nil),
            (.jkn, .pekerjaRentan, "2026-01", nil),
        ] as [(Programme, Segment, String, Int64?)])
    func `count only what the region pays, and no share of wages`(
        programme: Programme, segment: Segment, month: String, amount: Int64?
    ) throws {
        #expect(
            try Records.rates().regionShare(programme, segment, in: try #require(Month(month)), region: "53.71")
                == amount)
    }

    private static let header =
        "program,segment,component,payer,region,amount,percent_of_wage,from,until,regulation,basis\n"

    @Test func `are unknown as soon as one part of them is`() throws {
        let rates = try Rates(
            csv: Self.header + "jkn,pbpu_bp_pemda,a,region,,100,,2026-01-01,2026-06-30,R,\n"
                + "jkn,pbpu_bp_pemda,b,region,,,0.3,2026-03-01,,R,\n"
                + "jkn,ppu_government,c,region,,7,,2026-01-01,,R,\n"
        )
        #expect(rates.rows.count == 2)
        let share = { (month: Int) in
            rates.regionShare(.jkn, .pbpuBPPemda, in: Month(year: 2026, month: month), region: "53.71")
        }
        #expect(share(2) == 100)
        #expect(share(3) == nil)
        #expect(share(7) == nil)
    }

    @Test(arguments: [
        ("jnk,pbpu_bp_pemda,a,region,,1,,2026-01-01,,R,", "column 'program': cannot read 'jnk'"),
        ("jkn,pbpu_bp_pemda,a,,,1,,2026-01-01,,R,", "column 'payer': cannot read ''"),
        ("jkn,pbpu_bp_pemda,a,region,,1,,2026,,R,", "column 'from': cannot read '2026'"),
        ("jkn,pbpu_bp_pemda,a,region,,1.5,,2026-01-01,,R,", "column 'amount': cannot read '1.5'"),
        ("jkn,pbpu_bp_pemda,a,region,,1,,2026-01-01,2026-02-30,R,", "column 'until': cannot read '2026-02-30'"),
    ])
    func `name the row of a mistake`(row: String, message: String) {
        let error = #expect(throws: DocumentError.self) { try Rates(csv: Self.header + row + "\n") }
        #expect(error?.description == "rates.csv:2:1: error: \(message)")
    }
}

@Suite struct `A runway` {
    @Test func `agrees with somebody who pays month by month`() throws {
        let rates = try Records.rates()
        var dice = Dice(seed: 31)
        for round in 0..<300 {
            let agreement = random(&dice)
            for year in 2019...2022 {
                let runway = try agreement.runway(year: year, rates: rates)
                let slow = Slow(agreement, year)
                #expect(runway.year == year)
                #expect(runway.months.map(\.month) == slow.months, "round \(round)")
                #expect(runway.months.map(\.members) == slow.members, "round \(round)")
                #expect(runway.months.map(\.needed) == slow.costs, "round \(round)")
                #expect(runway.months.map(\.left) == slow.left, "round \(round)")
                #expect(runway.runsOutIn == slow.runsOutIn, "round \(round)")
                #expect(runway.available == slow.money)
                #expect(runway.needed == slow.costs.reduce(0, +))
                #expect(runway.available - runway.needed == runway.surplus - runway.shortfall)
                #expect(min(runway.surplus, runway.shortfall) == 0)
                #expect(Set(runway.unpriced) == slow.unpriced, "round \(round)")
            }
        }
    }

    @Test func `carries as many heads as the money pays for, and not one more`() throws {
        let rates = try Records.rates()
        var dice = Dice(seed: 32)
        for _ in 0..<300 {
            let heads = Int64.random(in: 1...50_000, using: &dice)
            let money = Int64.random(in: 0...20_000_000_000, using: &dice)
            let year = Int.random(in: 2019...2022, using: &dice)
            let agreement = Records.agreement {
                $0.members = [Records.year(.pbpuBPPemda, heads, year)]
                $0.funding = [Records.money(money, year)]
            }
            let carried = try #require(try agreement.runway(year: year, rates: rates).peopleCarried)
            let price = Slow.price(.pbpuBPPemda, Month(year: year, month: 1)).map { $0 * 12 } ?? 0
            #expect(carried * price <= money)
            #expect((carried + 1) * price > money)
        }
    }

    @Test func `mixes the groups as they are on record`() throws {
        let agreement = Records.agreement {
            $0.members = [
                Records.year(.pbpuBPPemda, 300, 2022), Records.year(.pbpuMandiri, 100, 2022),
                Records.year(.pbiJK, 50, 2022),
            ]
            $0.funding = [Records.money(2 * 12 * (300 * 37_800 + 100 * 2_800), 2022)]
        }
        let runway = try agreement.runway(year: 2022, rates: try Records.rates())
        #expect(runway.peopleCarried == 800)
        #expect(runway.unpriced == [.pbiJK])
        #expect(runway.months[0].members == 450)
    }

    @Test func `counts what has been voted, and tells what has not`() throws {
        let stages: [(FundingStage, Int64)] = [
            (.proposed, 1), (.rka, 10), (.apbd, 100), (.dpa, 1_000), (.spd, 10_000), (.spending, 100_000),
            (.exhausted, 1_000_000),
            (.closed, 10_000_000),
        ]
        let agreement = Records.agreement {
            $0.funding = stages.map { Records.money($0.1, 2026, $0.0) } + [Records.money(7, 2025)]
        }
        let runway = try agreement.runway(year: 2026, rates: try Records.rates())
        #expect(runway.available == 1_111_100)
        #expect(runway.proposed == 11)
        #expect(runway.needed == 0)
        #expect(runway.peopleCarried == nil)
        #expect(runway.runsOutIn == nil)
        #expect(FundingStage.allCases.sorted() == FundingStage.allCases)
    }

    @Test func `runs out in the first month that is not paid in full`() throws {
        func runway(_ money: Int64) throws -> Runway {
            try Records.agreement {
                $0.members = [Records.year(.pbpuBPPemda, 1, 2021)]
                $0.funding = [Records.money(money, 2021)]
            }.runway(year: 2021, rates: try Records.rates())
        }
        #expect(try runway(0).runsOutIn == Month(year: 2021, month: 1))
        #expect(try runway(37_799).runsOutIn == Month(year: 2021, month: 1))
        #expect(try runway(37_800).runsOutIn == Month(year: 2021, month: 2))
        #expect(try runway(12 * 37_800 - 1).runsOutIn == Month(year: 2021, month: 12))
        #expect(try runway(12 * 37_800).runsOutIn == nil)
        #expect(try runway(12 * 37_800).months.last?.left == 0)
    }

    @Test func `names the years with money or members`() {
        let agreement = Records.agreement {
            $0.funding = [Records.money(1, 2030), Records.money(1, 2019)]
            $0.members = [
                MemberCount(
                    segment: .pbiJK, from: Month(year: 2021, month: 11), until: Month(year: 2023, month: 1), count: 1)
            ]
        }
        #expect(agreement.fiscalYears == [2019, 2021, 2022, 2023, 2030])
    }

    @Test func `writes every key, with null for what is not there`() throws {
        let runway = try Records.agreement().runway(year: 2026, rates: Rates())
        let json = try CanonicalJSON.decode(JSON.self, from: CanonicalJSON.encode(runway))
        #expect(
            Set(try #require(json.object).keys) == [
                "year", "needed", "available", "proposed", "shortfall", "surplus", "runs_out_in", "people_carried",
                "months_carried", "months", "unpriced", "outlook",
            ])
        #expect(json["runs_out_in"] == .null)
        #expect(json["people_carried"] == .null)
        #expect(try CanonicalJSON.decode(Runway.self, from: CanonicalJSON.encode(runway)) == runway)
    }

    private func random(_ dice: inout Dice) -> Agreement {
        Records.agreement { agreement in
            for _ in 0..<Int.random(in: 0...6, using: &dice) {
                let from = Month(year: .random(in: 2018...2022, using: &dice), month: .random(in: 1...12, using: &dice))
                agreement.members.append(
                    MemberCount(
                        segment: [.pbpuBPPemda, .pbpuMandiri, .pbiJK].randomElement(using: &dice) ?? .pbiJK, from: from,
                        until: from.adding(.random(in: 0...30, using: &dice)),
                        count: .random(in: 0...20_000, using: &dice)))
            }
            for _ in 0..<Int.random(in: 0...4, using: &dice) {
                agreement.funding.append(
                    Records.money(
                        .random(in: 0...9_000_000_000, using: &dice), .random(in: 2019...2022, using: &dice),
                        FundingStage.allCases.randomElement(using: &dice) ?? .apbd))
            }
        }
    }
}

/// The same year, paid by hand: the counts are written over one another from the vaguest to the most exact (here none says
/// a day, so the one over the most months first), then each month is taken from the purse.
private struct Slow {
    var months: [Month] = []
    var members: [Int64] = []
    var costs: [Int64] = []
    var left: [Int64] = []
    var runsOutIn: Month?
    var money: Int64 = 0
    var unpriced: Set<Segment> = []

    /// The prices of the law, written out by hand.
    static func price(_ segment: Segment, _ month: Month) -> Int64? {
        switch (segment, month.year) {
        case (.pbpuBPPemda, 2016...2019): 23_000
        case (.pbpuBPPemda, 2020): 42_000
        case (.pbpuBPPemda, 2021...): 35_000 + 2_800
        case (.pbpuMandiri, 2021...): 2_800
        default: nil
        }
    }

    init(_ agreement: Agreement, _ year: Int) {
        var heads: [Segment: [Month: Int64]] = [:]
        let counts = agreement.members.sorted {
            ($1.until - $1.from, $0.from, $0.count) < ($0.until - $0.from, $1.from, $1.count)
        }
        for count in counts {
            for month in count.from...count.until { heads[count.segment, default: [:]][month] = count.count }
        }
        for line in agreement.funding where line.fiscalYear == year {
            switch line.stage {
            case .apbd, .dpa, .spd, .spending, .exhausted: money += line.amount
            case .proposed, .rka, .closed: break
            }
        }
        var purse = money
        for number in 1...12 {
            let month = Month(year: year, month: number)
            var people: Int64 = 0
            var cost: Int64 = 0
            for (segment, byMonth) in heads {
                let count = byMonth[month] ?? 0
                people += count
                if let price = Slow.price(segment, month) {
                    cost += count * price
                } else if count > 0 {
                    unpriced.insert(segment)
                }
            }
            purse -= cost
            if purse < 0, runsOutIn == nil { runsOutIn = month }
            months.append(month)
            members.append(people)
            costs.append(cost)
            left.append(purse)
        }
    }
}

@Suite struct `Numbers for people` {
    @Test(
        arguments: [
            (0, "0", "0", "Rp0", "Rp0"), (7, "7", "7", "Rp7", "Rp7"), (999, "999", "999", "Rp999", "Rp999"),
            (1_000, "1.000", "1,000", "Rp1.000", "Rp1,000"), (-1_540, "-1.540", "-1,540", "-Rp1.540", "-Rp1,540"),
            (518_400_000, "518.400.000", "518,400,000", "Rp518.400.000", "Rp518,400,000"),
            (
                .min, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808", "-Rp9.223.372.036.854.775.808",
                "-Rp9,223,372,036,854,775,808"
            ),
        ] as [(Int64, String, String, String, String)])
    func `are grouped as each language does`(
        number: Int64, indonesian: String, english: String, rupiah: String, rupiahEnglish: String
    ) {
        #expect(number.indonesian == indonesian)
        #expect(number.english == english)
        #expect(number.rupiah == rupiah)
        #expect(number.rupiahEnglish == rupiahEnglish)
    }

    @Test(arguments: [
        ("2019-01-29", "29 Januari 2019"), ("2026-08-01", "1 Agustus 2026"), ("2026-12-31", "31 Desember 2026"),
    ])
    func `name months in Indonesian`(day: String, text: String) throws {
        #expect(try #require(Day(day)).indonesian == text)
    }
}

@Suite struct `A region` {
    @Test(arguments: [
        ("53", "53.71", true), ("53.71", "53.71", true), ("53.71", "53", false), ("5", "53", false), ("53", "53", true),
        ("00", "53.71", true), ("00", "00", true), ("53", "00", false), ("53.7", "53.71", false),
        ("17", "53.71", false),
    ])
    func `covers itself and what is inside`(scope: String, code: String, isCovered: Bool) {
        #expect(Region.covers(scope, code) == isCovered)
    }

    @Test(
        arguments: [
            ("53.71", Zone.wita, 404_120, "Kota Kupang"), ("17", .wib, 2_127_957, "Bengkulu"),
            ("00", .wib, 284_973_643, "Indonesia"),
            ("74.02", .wita, 269_128, "Kabupaten Konawe"),
        ] as [(String, Zone, Int64, String)])
    func `has a zone and residents`(code: String, zone: Zone, population: Int64, name: String) throws {
        let regions = try Records.regions()
        #expect(regions.zone(of: code) == zone)
        #expect(regions[code]?.population == population)
        #expect(regions[code]?.name == name)
    }

    @Test func `that is not listed counts as western`() throws {
        let regions = try Records.regions()
        #expect(regions["99.99"] == nil)
        #expect(regions.zone(of: "99.99") == .wib)
        #expect(Set(Zone.allCases) == Set(regions.codes.map { regions.zone(of: $0) }))
    }

    @Test(arguments: [(944_040, 891_866, 105_85), (632_343, 903_000, 70_03), (0, 10, 0)] as [(Int64, Int64, Int64)])
    func `may have more members than residents`(registered: Int64, residents: Int64, hundredths: Int64) throws {
        let fact = CoverageFact(asOf: "2026-01", registered: registered, residents: residents)
        #expect(fact.computedPercent == Percent(hundredths: hundredths))
        #expect(CoverageFact(asOf: "2026-01", registered: 1, residents: 0).computedPercent == nil)
        #expect(CoverageFact(asOf: "2026-01", percent: 81.9).computedPercent == nil)
    }
}
