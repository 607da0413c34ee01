import Agreements
import Calendars
import Documents
import Testing

@testable import Diagrams

@Suite struct `A chart in rows` {
    private static func days(_ count: Double) -> Duration { .seconds(Int64(count * 86_400)) }

    // MARK: Time in each state

    @Test(arguments: Look.all) func `tells how long papers stay, and where that is too long`(_ look: Look) throws {
        let states: [DwellChart.State] = [
            .init(
                label: "Telaah TKKSD", median: Self.days(12), ninetieth: Self.days(31), limit: Self.days(14), count: 38,
                link: "/workflows/jkn"),
            .init(label: "Penawaran", median: Self.days(0.3), ninetieth: Self.days(3.5), limit: nil, count: 1_200),
            .init(label: "Siap tanda tangan", median: nil, ninetieth: nil, limit: Self.days(5), count: 0),
        ]
        let chart = DwellChart(states, title: "Iuran JKN", language: look.language, breadth: look.breadth)
        let picture = try Illustrations.check(chart)
        let words = Illustrations.words(picture)
        let wanted =
            look.language == .indonesian
            ? [
                "1 dari 3 keadaan melewati SLA. Paling lama: Telaah TKKSD, median 12 hari.",
                "Telaah TKKSD: median 12 hari · 90% dalam 31 hari · SLA 14 hari · n 38.",
                "Penawaran: median 7 jam · 90% dalam 3,5 hari · n 1.200.", "Siap tanda tangan: SLA 5 hari · n 0.",
            ]
            : [
                "1 of 3 states exceed the SLA. Longest: Telaah TKKSD, median 12 days.",
                "Telaah TKKSD: median 12 days · 90% within 31 days · SLA 14 days · n 38.",
                "Penawaran: median 7 hours · 90% within 3.5 days · n 1,200.", "Siap tanda tangan: SLA 5 days · n 0.",
            ]
        for phrase in wanted { #expect(words.contains(phrase), "\(phrase)") }
        #expect(picture.count("rect", withClass: "track") == 3)
        #expect(picture.count("rect", withClass: "solid") == 2 + 1)
        #expect(picture.count("rect", withClass: "gap") == 1 + 1)
        #expect(picture.count("path", withClass: "mark") == 2 + 1)
        #expect(Illustrations.links(picture) == ["/workflows/jkn"])
    }

    // MARK: Money against time

    @Test(arguments: Look.all) func `sets money beside time`(_ look: Look) throws {
        let (from, until) = try (#require(Day("2026-01-01")), #require(Day("2026-12-31")))
        let shares: [MoneyAgainstTime.Share] = [
            .init(label: "Kupang", spent: 3_400_000_000, budget: 8_100_000_000, from: from, until: until, link: "/a"),
            .init(label: "Malang", spent: 54_000_000_000, budget: 43_200_000_000, from: from, until: until),
            .init(label: "Bengkulu", spent: 1, budget: 0, from: from, until: until),
            .init(label: "Sidoarjo", spent: 90, budget: 100, from: until, until: from),
        ]
        let chart = try MoneyAgainstTime(
            shares, title: "NTT", today: #require(Day("2026-11-27")), language: look.language, breadth: look.breadth)
        let picture = try Illustrations.check(chart)
        let words = Illustrations.words(picture)
        let wanted =
            look.language == .indonesian
            ? [
                "1 dari 4 tertinggal lebih dari 10 poin; 2 dari 4 mendahului waktu lebih dari 10 poin.",
                "Kupang: uang 42% · waktu 91% · tertinggal 48 poin; Rp3.400.000.000 dari Rp8.100.000.000.",
                "Malang: uang 125% · waktu 91% · mendahului 34 poin", "Bengkulu: belum ada anggaran · waktu 91%",
            ]
            : [
                "1 of 4 more than 10 points behind; 2 of 4 more than 10 points ahead of time.",
                "Kupang: money 42% · time 91% · 48 points behind; Rp3,400,000,000 of Rp8,100,000,000.",
                "Malang: money 125% · time 91% · 34 points ahead", "Bengkulu: no budget · time 91%",
            ]
        for phrase in wanted { #expect(words.contains(phrase), "\(phrase)") }
        #expect(picture.count("rect", withClass: "solid") == 3 + 1)
        #expect(picture.count("rect", withClass: "quiet") == 4 + 1)
        #expect(picture.count("rect", withClass: "unknown") == 1 + 1)
        // The longest bar has the whole width, and the line at 100% stands where it belongs.
        let bars = picture.rectangles(ofClass: "solid")
        let line = try #require(picture.corners(ofClass: "axis").first).x
        #expect(abs((line - 16) / bars[1].width - 1 / 1.25) < 0.01)
        #expect(abs(bars[0].width / (line - 16) - 0.42) < 0.01)
    }

    // MARK: Papers ending

    @Test(arguments: Look.all) func `counts what ends, and what none follows`(_ look: Look) throws {
        let first = Month(year: 2026, month: 12)
        let counts: [(Int64, Int64, Int64?)] = [(61, 14, 212_400), (0, 0, nil), (3, 0, nil), (0, 2, nil)]
        var lines = counts.enumerated().map { index, count in
            ExpiringByMonth.Line(
                month: first.adding(index), followed: count.0, open: count.1, people: count.2,
                link: "/agreements?ends=\(first.adding(index))&open=1")
        }
        lines += (4..<20).map { ExpiringByMonth.Line(month: first.adding($0), followed: 0, open: 0) }
        let chart = ExpiringByMonth(lines, title: "Indonesia", language: look.language, breadth: look.breadth)
        let picture = try Illustrations.check(chart)
        let words = Illustrations.words(picture)
        let wanted =
            look.language == .indonesian
            ? [
                "16 dari 80 naskah tanpa penerus: 212.400 orang.",
                "Desember 2026: 75 naskah, 14 tanpa penerus, 212.400 orang.", "Januari 2027: 0 naskah.",
                "Maret 2027: 2 naskah, 2 tanpa penerus.",
            ]
            : [
                "16 of 80 papers not followed: 212,400 people.",
                "December 2026: 75 papers, 14 not followed, 212,400 people.", "January 2027: 0 papers.",
                "March 2027: 2 papers, 2 not followed.",
            ]
        for phrase in wanted { #expect(words.contains(phrase), "\(phrase)") }
        #expect(!words.contains("2028"))
        #expect(picture.count("rect", withClass: "gap") == 2 + 1)
        #expect(picture.count("rect", withClass: "light") == 2 + 1)
        #expect(Illustrations.links(picture).count == 4)
        #expect(Illustrations.links(picture)[0] == "/agreements?ends=2026-12&open=1")
    }

    // MARK: Anything at all

    @Test(arguments: Illustrations.hostile) func `survives every name`(_ name: String) throws {
        let today = try #require(Day("2026-11-27"))
        let links = Illustrations.hostileLinks
        for look in Look.all {
            let states = links.map {
                DwellChart.State(
                    label: name, median: .seconds(Int64.max), ninetieth: .seconds(-5), limit: .zero, count: .max,
                    link: $0)
            }
            let shares = links.map {
                MoneyAgainstTime.Share(label: name, spent: .max, budget: 1, from: today, until: today, link: $0)
            }
            let month = links.map {
                ExpiringByMonth.Line(month: today.month, followed: .max, open: .max, people: .min, link: $0)
            }
            let charts: [any Illustration] = [
                DwellChart(states, title: name, language: look.language, breadth: look.breadth),
                MoneyAgainstTime(shares, title: name, today: today, language: look.language, breadth: look.breadth),
                ExpiringByMonth(month, title: name, language: look.language, breadth: look.breadth),
            ]
            for chart in charts { #expect(Illustrations.links(try Illustrations.check(chart, most: 40_000)).isEmpty) }
        }
    }

    @Test(arguments: 1...30) func `of any numbers has all words in their places`(_ seed: Int) throws {
        var dice = SplitMix64(state: UInt64(seed))
        func number() -> Int64 {
            let most: Int64 = [0, 9, 90_000, 8_000_000_000_000, .max].randomElement(using: &dice) ?? 0
            return Int64.random(in: (Bool.random(using: &dice) ? 0 : -most)...most, using: &dice)
        }
        func time() -> Duration? { Bool.random(using: &dice) ? .seconds(number() / 1_000) : nil }
        func day() -> Day { Day(number: Int.random(in: 18_000...21_000, using: &dice)) }
        func label() -> String { String(repeating: "Kota ", count: Int.random(in: 0...12, using: &dice)) }
        let count = Int.random(in: 0...40, using: &dice)
        let states = (0..<count).map { _ in
            DwellChart.State(label: label(), median: time(), ninetieth: time(), limit: time(), count: number())
        }
        let shares = (0..<count).map { _ in
            MoneyAgainstTime.Share(label: label(), spent: number(), budget: number(), from: day(), until: day())
        }
        let lines = (0..<count).map {
            ExpiringByMonth.Line(
                month: Month(year: 2026, month: 1).adding($0), followed: number(), open: number(), people: number())
        }
        for look in [Look.all[seed % 4]] {
            let charts: [any Illustration] = [
                DwellChart(states, title: "A", language: look.language, breadth: look.breadth),
                MoneyAgainstTime(shares, title: "B", today: day(), language: look.language, breadth: look.breadth),
                ExpiringByMonth(lines, title: "C", language: look.language, breadth: look.breadth),
            ]
            for chart in charts { _ = try Illustrations.check(chart, most: 40_000) }
        }
    }
}
