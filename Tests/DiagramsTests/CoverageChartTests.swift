import Agreements
import Calendars
import Documents
import Foundation
import Testing

@testable import Diagrams

@Suite struct `A chart of coverage` {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func thresholds() throws -> Thresholds {
        try Thresholds(
            csv: String(contentsOf: root.appending(path: "Config/uhc-thresholds.csv"), encoding: .utf8))
    }

    private static func report(_ day: String, _ coverage: String, _ activity: String) throws -> CoverageChart.Report {
        try .init(day: #require(Day(day)), coverage: Percent(coverage), activity: Percent(activity))
    }

    /// Pamekasan kept its coverage and lost its standing by its activity.
    @Test(arguments: Look.all) func `tells what is missing, and the threshold of each time`(_ look: Look) throws {
        let reports = try [
            Self.report("2025-10-01", "98.60", "79.14"), Self.report("2023-12-31", "95.4", "76.2"),
            Self.report("2024-12-31", "97.9", "77.3"),
        ]
        let chart = try CoverageChart(
            reports, thresholds: Self.thresholds(), title: "Kabupaten Pamekasan",
            today: #require(Day("2025-11-27")), language: look.language, breadth: look.breadth)
        let picture = try Illustrations.check(chart)
        let words = Illustrations.words(picture)
        let wanted =
            look.language == .indonesian
            ? [
                "Cakupan 98,6% (batas 98%); keaktifan 79,14%, kurang 0,86 poin dari batas 80%.",
                "Batas cakupan 95%: 1 Jan 2024 – 31 Des 2024.", "1 Okt 2025: cakupan 98,6%, keaktifan 79,14%.",
            ]
            : [
                "Coverage 98.6% (threshold 98%); activity 79.14%, 0.86 points below the threshold of 80%.",
                "Coverage threshold 95%: 1 Jan 2024 – 31 Dec 2024.", "1 Oct 2025: coverage 98.6%, activity 79.14%.",
            ]
        for phrase in wanted { #expect(words.contains(phrase)) }
        // Three reports of both, and one of each in the legend.
        #expect(picture.count("rect", withClass: "dot") == 8)
        // 95 in two rows and 98; 75 and 80; the two in the legend.
        #expect(picture.count("path", withClass: "limit") == 3 + 2 + 2)
        let latest = look.language == .indonesian ? ["98,6%", "79,14%"] : ["98.6%", "79.14%"]
        for number in latest { #expect(picture.texts.contains { $0.text == number }) }
    }

    @Test(arguments: 1...32) func `of any reports has no number on another`(_ seed: Int) throws {
        var dice = SplitMix64(state: UInt64(seed))
        let reach = [0, 40, 900, 9_000].randomElement(using: &dice) ?? 0
        let reports = (0..<Int.random(in: 0...130, using: &dice)).map { _ in
            func value() -> Percent? {
                let most: Int64 = [10_000, 12_000, 10_000_000, .max].randomElement(using: &dice) ?? 0
                return Int.random(in: 0..<6, using: &dice) == 0
                    ? nil : Percent(hundredths: Int64.random(in: 0...most, using: &dice))
            }
            return CoverageChart.Report(
                day: Day(number: 19_000 + Int.random(in: 0...reach, using: &dice)), coverage: value(),
                activity: value())
        }
        for look in [Look.all[seed % 4]] {
            let chart = try CoverageChart(
                reports, thresholds: Self.thresholds(), title: "Acak", today: Day(number: 20_000),
                language: look.language, breadth: look.breadth)
            _ = try Illustrations.check(chart, most: 60_000)
        }
    }

    @Test(arguments: Illustrations.hostile) func `survives every title`(_ title: String) throws {
        let chart = try CoverageChart(
            [Self.report("2025-10-01", "98.60", "79.14")], thresholds: Thresholds(), title: title,
            today: Day(number: 20_000), language: .indonesian, breadth: .narrow)
        _ = try Illustrations.check(chart)
    }

    @Test func `without figures says so`() throws {
        let chart = try CoverageChart(
            [], thresholds: Self.thresholds(), title: "Belu", today: Day(number: 20_000), language: .indonesian)
        #expect(Illustrations.words(try Illustrations.check(chart)).hasPrefix("Belum ada angka."))
    }

    /// Against the rule itself: what is refused would lie on another one or leave the frame.
    @Test(arguments: 1...40) func `refuses a label only where there is no room`(_ seed: Int) {
        var dice = SplitMix64(state: UInt64(seed))
        let frame = Rectangle(x: 10, y: 20, width: 300, height: 120)
        var room = LabelRoom(frame)
        var placed: [Rectangle] = []
        for _ in 0..<80 {
            let text = String(repeating: "8", count: Int.random(in: 1...9, using: &dice))
            let corner = Point(
                x: Double.random(in: 0...330, using: &dice), y: Double.random(in: 10...150, using: &dice))
            let lettering = TextBlock.Style.figure.lettering
            let width = lettering.width(text)
            let left = min(max(corner.x - width / 2, frame.x), frame.maxX - width)
            let wanted = Rectangle(x: left - 2, y: corner.y, width: width + 4, height: lettering.lineHeight)
            let isFree =
                wanted.y >= frame.y && wanted.maxY <= frame.maxY && !placed.contains { $0.overlaps(wanted) }
            #expect((room.place(text, .figure, at: corner) != nil) == isFree)
            if isFree { placed.append(wanted) }
        }
        #expect(placed.count > 5)
    }
}
