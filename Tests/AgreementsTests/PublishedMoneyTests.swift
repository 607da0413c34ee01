import Agreements
import Calendars
import Testing

/// A budget that was printed, with the people and the price behind it.
struct PublishedBudget: Sendable, CustomTestStringConvertible {
    /// Who printed it, of which region and year.
    var source: String
    var region = "53.71"
    var programme = Programme.jkn
    var segment = Segment.pbpuBPPemda
    var year: Int
    var from = 1
    var until = 12
    var heads: Int64
    /// Where it is not the rate of the tables that it was reckoned with.
    var rate: Int64?
    var money: Int64
    var needed: Int64
    var carried: Int64
    var months: String

    var testDescription: String { source }

    var agreement: Agreement {
        Records.agreement(programme: programme) {
            $0.region = region
            $0.members = [
                MemberCount(
                    segment: segment, from: Month(year: year, month: from), until: Month(year: year, month: until),
                    count: heads, source: source)
            ]
            $0.funding = [Records.money(money, year)]
        }
    }

    static let all = [
        PublishedBudget(
            source: "sorotnuswantoro.com, Kendal 2026, PBPU Pemda", region: "33.24", year: 2026, heads: 77_960,
            money: 35_362_656_000, needed: 35_362_656_000, carried: 77_960, months: "12"),
        PublishedBudget(
            source: "sorotnuswantoro.com, Kendal 2026, bantuan iuran mandiri", region: "33.24", segment: .pbpuMandiri,
            year: 2026, heads: 67_737, money: 2_275_963_200, needed: 2_275_963_200, carried: 67_737, months: "12"),
        // Rp32.7 billion as printed is Rp24,000 less than 72,090 people cost.
        PublishedBudget(
            source: "indportal.com, Tanggamus 2026", region: "18.06", year: 2026, heads: 72_090,
            money: 32_700_000_000, needed: 32_700_024_000, carried: 72_089, months: "12"),
        PublishedBudget(
            source: "kabarlampung.co, Lampung Utara June to September 2025", region: "18.03", year: 2025, from: 6,
            until: 9, heads: 37_500, money: 5_700_000_000, needed: 5_670_000_000, carried: 37_698, months: "4.02"),
        PublishedBudget(
            source: "detik.com, Kabupaten Malang July 2023", region: "35.07", year: 2023, from: 7, until: 7,
            heads: 679_721, money: 25_693_453_800, needed: 25_693_453_800, carried: 679_721, months: "1"),
        PublishedBudget(
            source: "rolasnews.com, Kota Malang July 2020", region: "35.73", year: 2020, from: 7, until: 7,
            heads: 223_051, money: 9_368_142_000, needed: 9_368_142_000, carried: 223_051, months: "1"),
        PublishedBudget(
            source: "beritakaltimterkini.com, Penajam Paser Utara, 10,000 workers", region: "64.09",
            programme: .jamsostek, segment: .pekerjaRentan, year: 2025, heads: 10_000, money: 2_016_000_000,
            needed: 2_016_000_000, carried: 10_000, months: "12"),
        PublishedBudget(
            source: "pusaranmedia.com, Penajam Paser Utara, 15,000 workers", region: "64.09", programme: .jamsostek,
            segment: .pekerjaRentan, year: 2025, heads: 15_000, money: 3_024_000_000, needed: 3_024_000_000,
            carried: 15_000, months: "12"),
        PublishedBudget(
            source: "disnaker.lebakkab.go.id, Lebak 2026", region: "36.02", programme: .jamsostek,
            segment: .pekerjaRentan, year: 2026, heads: 3_450, money: 670_680_000, needed: 695_520_000, carried: 3_326,
            months: "11.57"),
        PublishedBudget(
            source: "disnaker.lebakkab.go.id, Lebak 2026, at Rp16,200 a head", region: "36.02", programme: .jamsostek,
            segment: .pekerjaRentan, year: 2026, heads: 3_450, rate: 16_200, money: 670_680_000, needed: 670_680_000,
            carried: 3_450, months: "12"),
        PublishedBudget(
            source: "delegasi.com, Kabupaten Kupang 2021, at Rp35,000", region: "53.01", year: 2021, heads: 19_000,
            rate: 35_000, money: 8_100_000_000, needed: 7_980_000_000, carried: 19_285, months: "12.18"),
        PublishedBudget(
            source: "delegasi.com, Kabupaten Kupang 2021, at Rp37,800", region: "53.01", year: 2021, heads: 19_000,
            money: 8_100_000_000, needed: 8_618_400_000, carried: 17_857, months: "11.28"),
        PublishedBudget(
            source: "delegasi.com, Kabupaten Kupang 2021, at Rp42,000", region: "53.01", year: 2021, heads: 19_000,
            rate: 42_000, money: 8_100_000_000, needed: 9_576_000_000, carried: 16_071, months: "10.15"),
        // Rp8.1 billion is Rp35,526 a head-month; a rupiah more, and one person is too many.
        PublishedBudget(
            source: "delegasi.com, Kabupaten Kupang 2021, at Rp35,526", region: "53.01", year: 2021, heads: 19_000,
            rate: 35_526, money: 8_100_000_000, needed: 8_099_928_000, carried: 19_000, months: "12"),
        PublishedBudget(
            source: "delegasi.com, Kabupaten Kupang 2021, at Rp35,527", region: "53.01", year: 2021, heads: 19_000,
            rate: 35_527, money: 8_100_000_000, needed: 8_100_156_000, carried: 18_999, months: "12"),
        PublishedBudget(
            source: "delegasi.com, Kabupaten Kupang 2021, from April", region: "53.01", year: 2021, from: 4,
            heads: 19_000, money: 8_100_000_000, needed: 6_463_800_000, carried: 23_809, months: "11.28"),
        PublishedBudget(
            source: "seputar-ntt.com, Kota Kupang 2019", year: 2019, heads: 5_000, money: 2_000_000_000,
            needed: 1_380_000_000, carried: 7_246, months: "17.39"),
        PublishedBudget(
            source: "kabarbengkulu.id, Bengkulu 2021, at Rp1,998 a PBI head (it was 1,998.8)", region: "17",
            segment: .pbiJK, year: 2021,
            heads: 733_761, rate: 1_998, money: 17_600_000_000, needed: 17_592_653_736, carried: 734_067,
            months: "12.01"
        ),
    ]
}

@Suite struct `Money that was printed` {
    @Test(arguments: PublishedBudget.all)
    func `is reckoned to the rupiah and the person`(_ budget: PublishedBudget) throws {
        let runway = try budget.agreement.runway(
            year: budget.year, rates: try Records.rates(), supposing: WhatIf(rate: budget.rate))
        #expect(runway.needed == budget.needed)
        #expect(runway.available == budget.money)
        #expect(runway.shortfall == max(0, budget.needed - budget.money))
        #expect(runway.surplus == max(0, budget.money - budget.needed))
        #expect(runway.peopleCarried == budget.carried)
        #expect(runway.monthsCarried?.english == budget.months)
        #expect((runway.runsOutIn == nil) == (budget.needed <= budget.money))
        #expect(runway.months.map(\.members).max() == budget.heads)
    }

    /// 143,925 on 1 December 2024 and 1,500 more each month: 1,844,100 head-months.
    @Test(arguments: ["mahakata.com, Kutai Kartanegara 2025"])
    func `grows with the members month by month`(source: String) throws {
        let first = Month(year: 2024, month: 12)
        let agreement = Records.agreement {
            $0.region = "64.02"
            $0.members = [
                MemberCount(
                    segment: .pbpuBPPemda, from: first, until: first.adding(12), count: 143_925, source: source,
                    asOf: first.first)
            ]
            $0.memberChanges = (1...12).map {
                MemberChange(
                    segment: .pbpuBPPemda, month: first.adding($0), heads: [.additions: 1_500], source: source)
            }
            $0.funding = [Records.money(69_706_980_000, 2025)]
        }
        let runway = try agreement.runway(year: 2025, rates: try Records.rates())
        #expect(runway.months.map(\.members) == (1...12).map { 143_925 + 1_500 * $0 })
        #expect(runway.months.reduce(0) { $0 + $1.members } == 1_844_100)
        #expect(runway.needed == 69_706_980_000)
        #expect(runway.shortfall == 0 && runway.surplus == 0 && runway.runsOutIn == nil)
        #expect(runway.months.last?.left == 0)
        #expect(runway.peopleCarried == 153_675)
        #expect(try Records.finding("months_not_whole", in: agreement) == nil)
    }

    /// 758,161 head-months at Rp35,000, of which Rp21,739,152,200 was paid; "three months" are owed.
    @Test(arguments: ["mandalika.bpkntb.id, Lombok Timur 2021"])
    func `is owed as far as it was not paid`(source: String) throws {
        let agreement = Records.agreement {
            $0.region = "52.03"
            var left: Int64 = 21_739_152_200
            for number in 1...12 {
                let month = Month(year: 2021, month: number)
                let heads: Int64 = number == 12 ? 63_181 : 63_180
                $0.members.append(
                    MemberCount(segment: .pbpuBPPemda, from: month, until: month, count: heads, source: source))
                let amount = heads * 35_000
                let paid = min(left, amount)
                left -= paid
                $0.bills.append(
                    Bill(
                        month: month, amount: amount, heads: heads, dueOn: month.first + 9, stage: "issued", paid: paid)
                )
            }
            $0.funding = [Records.money(21_739_152_200, 2021)]
        }
        let rates = try Records.rates()
        let runway = try agreement.runway(year: 2021, rates: rates, supposing: WhatIf(rate: 35_000))
        #expect(runway.months.reduce(0) { $0 + $1.members } == 758_161)
        #expect(runway.needed == 26_535_635_000)
        #expect(runway.shortfall == 4_796_482_800)
        #expect(runway.monthsCarried == Hundredths(983), "2.17 average months are missing")
        let outlook = try #require(runway.outlook)
        #expect(outlook.billed == 26_535_635_000)
        #expect(outlook.paid == 21_739_152_200)
        #expect(outlook.owed == 4_796_482_800)
        #expect(outlook.expected == outlook.billed && outlook.shortfall == outlook.owed)
        let next = try #require(try agreement.runway(year: 2022, rates: rates).outlook)
        #expect(next.owedBefore == 4_796_482_800)
        let overdue = agreement.overdueBills(on: Day(year: 2021, month: 12, day: 31) ?? Day(number: 0))
        #expect(overdue.map(\.bill.month.number) == [10, 11, 12], "the three months of the text")
        #expect(overdue.reduce(0) { $0 + $1.bill.owed } == 4_796_482_800)
    }

    /// From August 2019 the whole contribution was Rp42,000; had the centre not paid the difference.
    @Test(arguments: ["seputar-ntt.com, Kota Kupang 2019"])
    func `would have been nearly spent without the centre's help`(source: String) throws {
        let unaided = try Rates(
            csv: """
                program,segment,component,payer,region,amount,percent_of_wage,from,until,regulation,basis
                jkn,pbpu_bp_pemda,iuran,region,,23000,,2016-01-01,,Perpres 19/2016,
                jkn,pbpu_bp_pemda,iuran,region,,42000,,2019-08-01,,Perpres 75/2019,
                """)
        let agreement = Records.agreement {
            $0.members = [Records.year(.pbpuBPPemda, 5_000, 2019)]
            $0.funding = [Records.money(2_000_000_000, 2019)]
        }
        let runway = try agreement.runway(year: 2019, rates: unaided)
        #expect(runway.needed == 1_855_000_000)
        // Rp2 billion divided by Rp371,000 is 5,390.8 people; nobody is insured in part.
        #expect(runway.peopleCarried == 5_390)
        #expect(try agreement.runway(year: 2019, rates: try Records.rates()).needed == 1_380_000_000)
    }

    @Test(
        arguments: [
            ("zonasultra.com, Konawe 2018, members", 3_114, 5_346, 1_096_416_000),
            ("kolakapos, Konawe 2018, cards", 3_114, 6_886, 1_296_000_000),
        ] as [(String, Int64, Int64, Int64)])
    func `follows the wage where it is a share of wages`(
        source: String, staff: Int64, officials: Int64, year: Int64
    ) throws {
        let agreement = Records.agreement(programme: .jamsostek) {
            $0.region = "74.02"
            $0.fields["wage_base"] = [Figure(value: .integer(2_000_000), source: "kabardaring.com")]
            $0.members = [Records.year(.nonASN, staff, 2018), Records.year(.villageOfficials, officials, 2018)]
        }
        let rates = try Records.rates()
        let month = Month(year: 2018, month: 1)
        #expect(agreement.price(.nonASN, in: month, rates: rates) == 10_800)
        #expect(agreement.price(.villageOfficials, in: month, rates: rates) == 10_800)
        #expect(try agreement.runway(year: 2018, rates: rates).needed == year)
    }

    @Test(
        arguments: [
            ("sumbarkita.id, Sumatera Barat 2022", "13", "2022-01", 2_100),
            ("sumbarkita.id, Sumatera Barat 2022", "13", "2022-12", 2_100),
            ("after the decree's year", "13", "2023-01", nil), ("inside the province", "13.71", "2022-01", nil),
            ("another province", "17", "2022-01", nil),
        ] as [(String, String, String, Int64?)])
    func `of a province includes its own share`(source: String, region: String, month: String, share: Int64?) throws {
        let month = try #require(Month(month))
        #expect(try Records.rates().regionShare(.jkn, .pbiJK, in: month, region: region) == share)
    }

    @Test(
        arguments: [
            (WhatIf(people: 17_857), 8_099_935_200, true), (WhatIf(people: 17_858), 8_100_388_800, false),
            (WhatIf(rate: 35_000), 7_980_000_000, true), (WhatIf(rate: 42_000), 9_576_000_000, false),
            (WhatIf(from: Month(year: 2021, month: 4)), 6_463_800_000, true),
            (WhatIf(months: 11), 7_900_200_000, true), (WhatIf(), 8_618_400_000, false),
            (WhatIf(amount: 8_618_400_000), 8_618_400_000, true), (WhatIf(amount: 8_618_399_999), 8_618_400_000, false),
        ] as [(WhatIf, Int64, Bool)])
    func `of Kabupaten Kupang 2021 fits or not as is supposed`(_ supposed: WhatIf, needed: Int64, fits: Bool) throws {
        let runway = try Seeds.agreement("kab-kupang-2021")
            .runway(year: 2021, rates: try Records.rates(), supposing: supposed)
        #expect(runway.needed == needed)
        #expect((runway.shortfall == 0) == fits)
        #expect((runway.runsOutIn == nil) == fits)
    }
}
