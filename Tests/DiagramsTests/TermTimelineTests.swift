import Calendars
import Documents
import Testing

@testable import Diagrams

@Suite struct `A timeline of terms` {
    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private static func terms() throws -> [TermTimeline.Term] {
        try [
            .init(
                label: "KB 2022", kind: .umbrella, from: day("2022-03-01"), until: day("2027-02-28"), isSigned: true,
                link: "/agreements/kb"),
            .init(
                label: "PKS 12/2024", from: day("2024-01-01"), until: day("2024-12-31"), isSigned: true,
                link: "/agreements/a"),
            .init(
                label: "2.100 peserta", kind: .addendum, from: day("2024-07-01"), until: day("2024-12-31"),
                isSigned: true),
            .init(
                label: "PKS 44/2025", kind: .renewal, from: day("2025-02-15"), until: day("2025-12-31"),
                isSigned: false),
        ]
    }

    @Test(arguments: Look.all) func `shows every paper, and names the gaps`(_ look: Look) throws {
        let gap = try TermTimeline.Gap(from: Self.day("2025-01-01"), until: Self.day("2025-02-14"), people: 19_000)
        let timeline = try TermTimeline(
            Self.terms(), gaps: [gap], title: "Kabupaten Kupang", today: Self.day("2024-11-27"),
            language: look.language, breadth: look.breadth)
        let picture = try Illustrations.check(timeline)
        // Each with the sign in the legend.
        #expect(picture.count("rect", withClass: "solid") == 2 + 1)
        #expect(picture.count("rect", withClass: "light") == 1 + 1)
        #expect(picture.count("rect", withClass: "outline") == 1 + 1)
        #expect(picture.count("rect", withClass: "gap") == 1 + 1)
        #expect(picture.count("rect", withClass: "hole") == 1)
        #expect(picture.count("path", withClass: "today") == 1)
        #expect(Illustrations.links(picture) == ["/agreements/kb", "/agreements/a"])
        let words = Illustrations.words(picture)
        let wanted =
            look.language == .indonesian
            ? [
                "Celah berikutnya mulai 1 Januari 2025: 19.000 orang.", "45 hari · 19.000 orang",
                "PKS 12/2024: 1 Jan 2024 – 31 Des 2024.", "belum ditandatangani",
            ]
            : [
                "The next gap begins on 1 January 2025: 19,000 people.", "45 days · 19,000 people",
                "PKS 12/2024: 1 Jan 2024 – 31 Dec 2024.", "not signed",
            ]
        for phrase in wanted { #expect(words.contains(phrase)) }
    }

    @Test func `finds the days that no signed paper covers`() throws {
        var terms = try Self.terms()
        terms.removeFirst()
        #expect(TermTimeline.gaps(between: terms).isEmpty)
        terms[2].isSigned = true
        let (from, until) = try (Self.day("2025-01-01"), Self.day("2025-02-14"))
        #expect(TermTimeline.gaps(between: terms.reversed()) == [.init(from: from, until: until)])
        terms[0].until = nil
        #expect(TermTimeline.gaps(between: terms).isEmpty)
    }

    /// Against a look at every single day.
    @Test(arguments: 1...60) func `finds the same gaps as who asks day by day`(_ seed: Int) {
        var dice = SplitMix64(state: UInt64(seed))
        let terms = (0..<Int.random(in: 0...6, using: &dice)).map { _ in
            let from = Day(number: Int.random(in: 0...200, using: &dice))
            let until = Int.random(in: 0..<8, using: &dice) == 0 ? nil : from + Int.random(in: -3...40, using: &dice)
            return TermTimeline.Term(
                label: "", from: from, until: until, isSigned: Int.random(in: 0..<4, using: &dice) > 0)
        }
        let signed = terms.filter(\.isSigned)
        func isCovered(_ day: Day) -> Bool {
            signed.contains { term in
                term.from <= day && (term.until.map { max($0, term.from) >= day } ?? true)
            }
        }
        let gaps = TermTimeline.gaps(between: terms)
        let days =
            signed.isEmpty ? [] : Array((signed.map(\.from.number).min() ?? 0)...(signed.map(\.from.number).max() ?? 0))
        for day in days.map({ Day(number: $0) }) {
            #expect(gaps.contains { $0.contains(day) } == !isCovered(day), "\(day)")
        }
        #expect(gaps.allSatisfy { gap in gap.until.map { gap.from <= $0 } ?? false })
    }

    @Test(arguments: 1...30) func `of any papers has all words in their places`(_ seed: Int) throws {
        var dice = SplitMix64(state: UInt64(seed))
        let start = Int.random(in: -20_000...40_000, using: &dice)
        let reach = [3, 90, 900, 9_000].randomElement(using: &dice) ?? 3
        func day() -> Day { Day(number: start + Int.random(in: 0...reach, using: &dice)) }
        let terms = (0..<Int.random(in: 0...45, using: &dice)).map { index in
            TermTimeline.Term(
                label: String(repeating: "naskah ", count: Int.random(in: 0...9, using: &dice)),
                kind: TermTimeline.Term.Kind.allCases.randomElement(using: &dice) ?? .paper, from: day(),
                until: index % 5 == 0 ? nil : day(), isSigned: Bool.random(using: &dice), link: "/a/\(index)")
        }
        let gaps = (0..<Int.random(in: 0...4, using: &dice)).map { index in
            TermTimeline.Gap(
                from: day(), until: index == 3 ? nil : day(), people: Int64.random(in: 0...Int64.max, using: &dice))
        }
        for look in [Look.all[seed % 4]] {
            let timeline = TermTimeline(
                terms, gaps: gaps, title: "Acak", today: day(), language: look.language, breadth: look.breadth)
            let picture = try Illustrations.check(timeline, most: 40_000)
            let bars = ["solid", "light", "outline", "gap"].map { picture.count("rect", withClass: $0) }
            #expect(bars.reduce(0, +) >= min(30, terms.count + gaps.count))
        }
    }

    @Test(arguments: Illustrations.hostile) func `survives every name`(_ name: String) throws {
        let today = try Self.day("2026-11-27")
        let terms = Illustrations.hostileLinks.map {
            TermTimeline.Term(label: name, from: today, until: today + 90, isSigned: true, link: $0)
        }
        for look in Look.all {
            let timeline = TermTimeline(
                terms, gaps: [], title: name, today: today, language: look.language, breadth: look.breadth)
            #expect(Illustrations.links(try Illustrations.check(timeline, most: 30_000)).isEmpty)
        }
    }

    @Test func `of nothing says so`() throws {
        let timeline = try TermTimeline([], gaps: [], title: "", today: Self.day("2026-11-27"), language: .english)
        #expect(Illustrations.words(try Illustrations.check(timeline)) == "No papers yet.")
    }
}
