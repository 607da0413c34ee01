import Agreements
import Calendars
import Documents
import Foundation
import Testing

@testable import Diagrams

@Suite struct `A chart of a year's money` {
    /// Everything that holds of every chart, whatever the year.
    private static func check(_ svg: String) throws -> Picture {
        let picture = try Picture(svg)
        #expect(picture.view.width <= 1_200)
        #expect(picture.places.allSatisfy { picture.view.contains($0) })
        #expect(picture.places.allSatisfy { $0.width >= 0 && $0.height >= 0 })
        #expect(
            picture.corners().allSatisfy {
                picture.view.contains(Rectangle(x: $0.x, y: $0.y, width: 0, height: 0))
            })
        #expect(!svg.contains(/"[^"]*\b(nan|inf|infinity)\b[^"]*"/))
        #expect(!svg.contains(" id="))
        #expect(!svg.contains(/font-size:(\d|10)px/))
        #expect(!svg.unicodeScalars.contains { $0.isUnsafeInMarkup && $0 != "\n" })
        #expect(picture.elements.first?.attributes["role"] == "img")
        #expect(picture.elements.count { $0.name == "title" && $0.path == ["svg"] } == 1)
        #expect(picture.elements.count { $0.name == "desc" && $0.path == ["svg"] && !$0.text.isEmpty } == 1)
        `A diagram`.checkTexts(of: picture)
        let mark = picture.corners(ofClass: "mark")
        for (top, bottom) in stride(from: 0, to: mark.count, by: 2).map({ (mark[$0], mark[$0 + 1]) }) {
            let line = Rectangle(x: top.x, y: top.y, width: 0, height: bottom.y - top.y)
            #expect(!picture.texts.contains { $0.place.overlaps(line) })
        }
        `A diagram`.checkIndependence(of: svg)
        return picture
    }

    private static func description(_ picture: Picture) -> String {
        picture.elements.first { $0.name == "desc" }?.text ?? ""
    }

    // MARK: Years as they were

    @Test(arguments: [
        (
            Language.indonesian, "Habis Desember 2021: kurang Rp518.400.000; cukup untuk 17.857 orang",
            "Habis Desember 2021", "Desember 2021: 19.000 peserta, perlu Rp718.200.000, sisa -Rp518.400.000", "Des"
        ),
        (
            .english, "Runs out in December 2021: Rp518,400,000 short; enough for 17,857 people",
            "Runs out in December 2021", "December 2021: 19,000 members, Rp718,200,000 needed, -Rp518,400,000 left",
            "Dec"
        ),
    ])
    func `says in both languages when it runs out and what is missing`(
        _ language: Language, _ verdict: String, _ mark: String, _ month: String, _ short: String
    ) throws {
        let runway = try Years.kupang.runway(year: 2021, rates: Years.rates())
        let picture = try Self.check(RunwayChart(runway, title: "Kabupaten Kupang", language: language).svg)
        let texts = picture.texts.map(\.text)
        #expect([verdict, mark, short, "Kabupaten Kupang"].allSatisfy(texts.contains))
        #expect(Self.description(picture).hasPrefix(verdict + "."))
        #expect(Self.description(picture).contains(month))
        #expect(texts.count { $0 == (language == .indonesian ? "19.000" : "19,000") } == 12)
        // December in both panels, and the legend.
        #expect(picture.count("path", withClass: "hatch") == 3)
        #expect(picture.count("rect", withClass: "gap") == 2)
        // Eleven months and the rest of December, and the legend.
        #expect(picture.count("rect", withClass: "need") == 13)
        #expect(picture.count("rect", withClass: "billed") == 0)
        #expect(picture.count("path", withClass: "mark") == 2)
    }

    @Test func `marks the month at its beginning`() throws {
        let runway = try Years.kupang.runway(year: 2021, rates: Years.rates())
        let picture = try Picture(RunwayChart(runway, title: "", language: .indonesian).svg)
        let x = try #require(picture.corners(ofClass: "mark").first).x
        let december = try #require(picture.texts.first { $0.text == "Des" }).place
        let november = try #require(picture.texts.first { $0.text == "Nov" }).place
        #expect(november.maxX < x && x < december.x)
    }

    @Test func `of a budget that lasts has nothing hatched`() throws {
        var agreement = Years.kupang
        agreement.funding[0].amount = 9_000_000_000
        let runway = try agreement.runway(year: 2021, rates: Years.rates())
        let picture = try Self.check(RunwayChart(runway, title: "Kupang", language: .indonesian).svg)
        let texts = picture.texts.map(\.text)
        #expect(texts.contains("Cukup sampai akhir 2021: sisa Rp381.600.000; cukup untuk 19.841 orang"))
        #expect(picture.count("path", withClass: "hatch") == 0)
        #expect(picture.count("path", withClass: "mark") == 0)
        agreement.funding[0].amount = 8_618_400_000
        let exact = try agreement.runway(year: 2021, rates: Years.rates())
        #expect(RunwayChart(exact, title: "", language: .english).svg.contains("with nothing left"))
    }

    @Test func `shows bills, what was paid of them, and what they come to`() throws {
        var agreement = Years.kupang
        let due = try #require(Day("2021-02-10"))
        agreement.bills = [
            Bill(
                month: Month(year: 2020, month: 12), amount: 5_000_000, dueOn: due, stage: "issued", paid: 1_000_000),
            Bill(
                month: Month(year: 2021, month: 1), amount: 700_000_000, dueOn: due, stage: "paid", paid: 700_000_000),
            Bill(month: Month(year: 2021, month: 2), amount: 718_200_000, dueOn: due, stage: "issued", paid: 0),
        ]
        agreement.funding.append(FundingLine(source: .apbdI, fiscalYear: 2021, amount: 300_000_000, stage: .proposed))
        let runway = try agreement.runway(year: 2021, rates: Years.rates())
        let picture = try Self.check(RunwayChart(runway, title: "Kupang", language: .english).svg)
        let texts = picture.texts.map(\.text)
        #expect(texts.contains("m = million, bn = billion"))
        // Two bills of the year and the sign in the legend; one was paid.
        #expect(picture.count("rect", withClass: "billed") == 3)
        #expect(picture.count("rect", withClass: "paid") == 2)
        #expect(picture.count("path", withClass: "proposed") == 2)
        #expect(
            ["Billed", "Paid", "700 m", "Rp8.4 bn with proposals", "Rp8.1 bn available"].allSatisfy(texts.contains))
        let words = Self.description(picture)
        #expect(words.contains("Rp1,418,200,000 billed, Rp700,000,000 paid."))
        #expect(words.contains("Only proposed, not enacted: Rp300,000,000."))
        #expect(
            words.contains(
                "of which Rp4,000,000 are debts of earlier years; Rp504,200,000 short, out in December 2021."))
    }

    @Test func `does not call a budget enough that the bills exceed`() throws {
        var agreement = Years.kupang
        agreement.funding[0].amount = 9_000_000_000
        let due = try #require(Day("2021-02-10"))
        agreement.bills = [
            Bill(month: Month(year: 2021, month: 1), amount: 2_000_000_000, dueOn: due, stage: "issued")
        ]
        let runway = try agreement.runway(year: 2021, rates: Years.rates())
        let picture = try Self.check(RunwayChart(runway, title: "Kupang", language: .english).svg)
        #expect(picture.count("text", withClass: "added") == 0)
        let warnings = picture.elements.filter { $0.attributes["class"] == "row removed" }.map(\.text)
        #expect(
            warnings.count == 1 && warnings[0].hasPrefix("By what was billed: Rp9,900,200,000 needed; Rp900,200,000"))
    }

    @Test func `tells that a rate is missing`() throws {
        var agreement = Years.kupang
        agreement.members = [Years.members(.pbiJK, 100)]
        let runway = try agreement.runway(year: 2021, rates: Rates())
        let words = Self.description(try Self.check(RunwayChart(runway, title: "Kupang", language: .indonesian).svg))
        #expect(words.hasPrefix("Kebutuhan belum dapat dihitung: tarif peserta belum diketahui."))
        #expect(words.contains("Tarif belum diketahui, belum dihitung: pbi jk."))
    }

    @Test func `of several agreements does not let one pay for another`() throws {
        let months = (1...12).map {
            RunwayChart.Year.MonthLine(
                month: Month(year: 2026, month: $0), members: 1_000, needed: 40_000_000, billed: 0, paid: 0)
        }
        let year = RunwayChart.Year(
            year: 2026, needed: 480_000_000, available: 500_000_000, proposed: 0, shortfall: 30_000_000,
            surplus: 50_000_000, runsOutIn: Month(year: 2026, month: 3), peopleCarried: 950, agreements: 12, short: 2,
            months: months)
        let picture = try Self.check(RunwayChart(year, title: "Nasional", language: .indonesian).svg)
        let verdict =
            "2 dari 12 perjanjian kurang Rp30.000.000; yang pertama habis Maret 2026; cukup untuk 950 orang"
        #expect(Self.description(picture).hasPrefix(verdict + "."))
        #expect(picture.texts.contains { $0.text == "Yang pertama habis Maret 2026" })
        #expect(picture.texts.contains { $0.text.hasPrefix("Gambar menjumlahkan semua perjanjian") })
    }

    @Test func `without a budget, without members or without months says so`() throws {
        var year = try RunwayChart.Year(Years.kupang.runway(year: 2021, rates: Years.rates()))
        (year.available, year.shortfall, year.runsOutIn) = (0, year.needed, year.months.first?.month)
        var picture = try Self.check(RunwayChart(year, title: "Kupang", language: .indonesian).svg)
        #expect(picture.texts.contains { $0.text == "Belum ada anggaran: kurang Rp8.618.400.000 sejak Januari 2021" })
        // Every month in both panels, and the legend; the only sign for what is paid for is in the legend.
        #expect(picture.count("path", withClass: "hatch") == 25)
        #expect(picture.count("rect", withClass: "need") == 1)
        let nothing = try Years.kupang.runway(year: 2030, rates: Years.rates())
        year = RunwayChart.Year(nothing)
        for index in year.months.indices { (year.months[index].members, year.months[index].needed) = (0, 0) }
        (year.needed, year.shortfall, year.runsOutIn) = (0, 0, nil)
        picture = try Self.check(RunwayChart(year, title: "Kupang", language: .english).svg)
        #expect(picture.texts.contains { $0.text == "No members in 2030" })
        year.months = []
        _ = try Self.check(RunwayChart(year, title: "Kupang", language: .english).svg)
    }

    // MARK: Anything at all

    @Test(arguments: Samples.hostileLabels + [String(repeating: "عربي ", count: 2_000)], Language.allCases)
    func `survives every title`(_ title: String, _ language: Language) throws {
        let runway = try Years.kupang.runway(year: 2021, rates: Years.rates())
        let svg = RunwayChart(runway, title: title, language: language).svg
        let picture = try Self.check(svg)
        #expect(!picture.elements.contains { $0.name == "script" })
        #expect(svg.utf8.count < 40_000)
    }

    @Test(arguments: 1...60) func `of any year has all its marks and words in their places`(_ seed: Int) throws {
        let year = Years.random(seed: UInt64(seed))
        for language in Language.allCases {
            let chart = RunwayChart(year, title: "Tahun \(seed)", language: language)
            let picture = try Self.check(chart.svg)
            #expect(chart.svg == RunwayChart(year, title: "Tahun \(seed)", language: language).svg)
            let columns = min(12, year.months.count)
            #expect(picture.count("rect", withClass: "hint") == columns)
            #expect(picture.texts.count >= 8 + columns * 4)
        }
    }

    @Test(arguments: 1...12) func `has a column for each of so many months`(_ count: Int) throws {
        var year = try RunwayChart.Year(Years.kupang.runway(year: 2021, rates: Years.rates()))
        year.months.removeLast(12 - count)
        let picture = try Self.check(RunwayChart(year, title: "Kupang", language: .english).svg)
        #expect(picture.count("rect", withClass: "hint") == count)
        year.months += year.months + year.months + Array(repeating: year.months[0], count: 12)
        let crowded = try Self.check(RunwayChart(year, title: "Kupang", language: .english).svg)
        #expect(crowded.count("rect", withClass: "hint") == 12)
    }

    // MARK: Amounts and axes

    private static let amounts: [(Int128, String, String)] = [
        (0, "0", "0"), (37_800, "37.800", "37,800"), (999_999, "999.999", "999,999"), (1_000_000, "1 jt", "1 m"),
        (518_400_000, "518,4 jt", "518.4 m"), (-518_400_000, "−518,4 jt", "−518.4 m"),
        (999_949_999, "999,9 jt", "999.9 m"), (999_950_000, "1 M", "1 bn"), (8_100_000_000, "8,1 M", "8.1 bn"),
        (8_618_400_000, "8,62 M", "8.62 bn"), (9_996_000_000, "10 M", "10 bn"), (1_005_000_000, "1,01 M", "1.01 bn"),
        (21_300_000_000_000, "21,3 T", "21.3 tn"), (4_500_000_000_000_000, "4,5 rb T", "4.5 k tn"),
        (Int128(Int64.max), "9,22 jt T", "9.22 m tn"), (Int128(Int64.min) * 12, "−110,7 jt T", "−110.7 m tn"),
    ]

    @Test(arguments: amounts)
    func `writes amounts short`(_ amount: Int128, _ indonesian: String, _ english: String) {
        #expect(Amount(amount).short(.indonesian) == indonesian)
        #expect(Amount(amount).short(.english) == english)
    }

    private static let axes: [(amounts: [Int128], most: Int128, ticks: [Int128])] = [
        ([8_100_000_000, -518_400_000], 5, [0, 2_000_000_000, 4_000_000_000, 6_000_000_000, 8_000_000_000]),
        ([718_200_000], 3, [0, 200_000_000, 400_000_000, 600_000_000]), ([0, 0], 5, [0]), ([], 3, [0]),
        ([1], 5, [0, 1]), ([-3], 5, [-3, -2, -1, 0]), ([7], 5, [0, 2, 4, 6]), ([100], 5, [0, 20, 40, 60, 80, 100]),
        ([Int128(Int64.max) * 12], 3, [0, 50_000_000_000_000_000_000, 100_000_000_000_000_000_000]),
    ]

    @Test(arguments: axes)
    func `has whole marks in steps of one, two or five`(_ amounts: [Int128], _ most: Int128, _ ticks: [Int128]) {
        #expect(Scale(of: amounts, steps: most).ticks == ticks)
    }

    @Test(arguments: 1...40) func `keeps every amount on its axis`(_ seed: Int) {
        var dice = SplitMix64(state: UInt64(seed))
        let amounts = (0..<6).map { _ in Years.amount(&dice) * 12 }
        let scale = Scale(of: amounts, steps: 5)
        #expect((1...6).contains(scale.ticks.count))
        for amount in amounts + scale.ticks { #expect((0...1).contains(scale.share(amount))) }
        for tick in scale.ticks { #expect(scale.low <= tick && tick <= scale.high) }
    }
}

/// Years to draw: one as it was, and others that a generator writes.
private enum Years {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func rates() throws -> Rates {
        try Rates(csv: String(contentsOf: root.appending(path: "Config/rates.csv"), encoding: .utf8))
    }

    static func members(_ segment: Segment, _ count: Int64) -> MemberCount {
        MemberCount(
            segment: segment, from: Month(year: 2021, month: 1), until: Month(year: 2021, month: 12), count: count)
    }

    /// Kabupaten Kupang 2021 as the press reported it.
    static let kupang = Agreement(
        id: .init(rawValue: "agr_1"), ref: "kab-kupang-2021",
        workflow: .init(id: "jkn-pd-pemda", structure: "abc"), kind: .pks, programme: .jkn, title: "Iuran JKN",
        region: "53.01", parties: [], witnesses: [], validFrom: nil, validUntil: nil, parent: nil, renews: nil,
        source: nil, state: "initiated", phase: .draft,
        entered: .init(on: Day(number: 18_000), at: Instant(milliseconds: 0), by: .system), moves: [], fields: [:],
        funding: [FundingLine(source: .apbdII, fiscalYear: 2021, amount: 8_100_000_000, stage: .apbd)],
        members: [members(.pbpuBPPemda, 19_000)], bills: [], documents: [], notes: [], version: 1,
        createdAt: Instant(milliseconds: 0), updatedAt: Instant(milliseconds: 0))

    /// Of any size, sometimes negative, sometimes nothing.
    static func amount(_ dice: inout SplitMix64) -> Int128 {
        let largest: [Int64] = [0, 10, 999_999, 900_000_000, 8_000_000_000_000, 9_000_000_000_000_000_000]
        let most = largest.randomElement(using: &dice) ?? 0
        return Int128(
            Int64.random(in: Int.random(in: 0..<8, using: &dice) == 0 ? -most...most : 0...most, using: &dice))
    }

    static func random(seed: UInt64) -> RunwayChart.Year {
        var dice = SplitMix64(state: seed)
        func amount() -> Int64 { Int64(clamping: Years.amount(&dice)) }
        let first = Month(year: Int.random(in: 1_900...2_100, using: &dice), month: 1)
        let hasBills = Bool.random(using: &dice)
        let months = (0..<Int.random(in: 0...14, using: &dice)).map { index in
            RunwayChart.Year.MonthLine(
                month: first.adding(index), members: amount(), needed: amount(), billed: hasBills ? amount() : 0,
                paid: hasBills ? amount() : 0)
        }
        let agreements: Int64 = [0, 1, 1, 1, Int64.max].randomElement(using: &dice) ?? 1
        return RunwayChart.Year(
            year: first.year, needed: amount(), available: amount(), proposed: amount(), shortfall: amount(),
            surplus: amount(), runsOutIn: months.randomElement(using: &dice)?.month,
            peopleCarried: Bool.random(using: &dice) ? amount() : nil, agreements: agreements,
            short: agreements > 0 ? Int64.random(in: 0...agreements, using: &dice) : 0, months: months)
    }
}
