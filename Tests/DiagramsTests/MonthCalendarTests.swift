import Calendars
import Documents
import Foundation
import Testing

@testable import Diagrams

@Suite struct `A month` {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let holidays = Holidays([
        .init(day: Day(number: 20_530), name: "Cuti Bersama Hari Suci Nyepi", kind: .jointLeave, isEstimated: false),
        .init(day: Day(number: 20_531), name: "Hari Suci Nyepi", kind: .nationalHoliday, isEstimated: true),
    ])

    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private static func march() throws -> MonthCalendar {
        let entries: [MonthCalendar.Entry] = try [
            .init(day: day("2026-03-10"), kind: .bill, text: "Tagihan Kupang", link: "/agreements/a"),
            .init(day: day("2026-03-10"), kind: .deadline, text: "Paraf Sekda"),
            .init(day: day("2026-03-31"), kind: .termEnd, text: "PKS 12/2024"),
            .init(day: day("2026-04-01"), kind: .termEnd, text: "April"),
        ]
        return try MonthCalendar(
            Month(year: 2026, month: 3), entries: entries, holidays: holidays, today: day("2026-03-17"))
    }

    @Test(
        arguments: ["2026-02", "2026-03", "2024-02", "2027-02", "1900-01", "2200-12", "0001-01"].compactMap(Month.init))
    func `is whole weeks from Monday to Sunday`(_ month: Month) {
        let calendar = MonthCalendar(month, entries: [], holidays: Holidays(), today: month.first)
        #expect((4...6).contains(calendar.weeks.count))
        for week in calendar.weeks { #expect(week.map(\.day.weekday) == Weekday.allCases) }
        let days = calendar.weeks.joined().map(\.day)
        #expect(zip(days, days.dropFirst()).allSatisfy { $1 - $0 == 1 })
        #expect(calendar.days.map(\.day.dayOfMonth) == Array(1...month.length))
        #expect(calendar.days.count(where: \.isToday) == 1)
        #expect(calendar.weeks.allSatisfy { $0.contains(where: \.isInMonth) })
    }

    @Test func `has deadlines first, and nothing of other months`() throws {
        let calendar = try Self.march()
        let tenth = try #require(calendar.days.first { $0.day.dayOfMonth == 10 })
        #expect(tenth.entries.map(\.text) == ["Paraf Sekda", "Tagihan Kupang"])
        #expect(calendar.weeks.joined().flatMap(\.entries).count == 3)
        #expect(calendar.days.filter(\.isOff).map(\.day.dayOfMonth) == [1, 7, 8, 14, 15, 18, 19, 21, 22, 28, 29])
    }

    @Test(arguments: Look.all) func `as a picture names everything`(_ look: Look) throws {
        let sheet = try MonthSheet(
            Self.march(), title: "Kabupaten Kupang", language: look.language, breadth: look.breadth)
        let picture = try Illustrations.check(sheet)
        let words = Illustrations.words(picture)
        let wanted =
            look.language == .indonesian
            ? [
                "1 tenggat, 1 masa berlaku berakhir, 1 tagihan jatuh tempo.", "10 Mar 2026, tenggat: Paraf Sekda.",
                "18 Mar 2026: Cuti bersama: Hari Suci Nyepi.", "19 Mar 2026: Hari Suci Nyepi (perkiraan).",
            ]
            : [
                "1 deadline, 1 end of term, 1 bill due.", "10 Mar 2026, deadline: Paraf Sekda.",
                "18 Mar 2026: Joint leave: Hari Suci Nyepi.", "19 Mar 2026: Hari Suci Nyepi (estimate).",
            ]
        for phrase in wanted { #expect(words.contains(phrase), "\(phrase)") }
        // Six weeks, today's frame, and the two in the legend.
        #expect(picture.count("rect", withClass: "cell") == 42 + 1 + 2)
        #expect(picture.count("rect", withClass: "now") == 1 + 1)
        #expect(Illustrations.links(picture) == ["/agreements/a"])
        let signs = picture.count("path", withClass: "sign")
        #expect(signs == (look.breadth == .wide ? 3 + 3 : 3 + 3 + 3))
    }

    @Test(arguments: Illustrations.hostile) func `survives every entry`(_ text: String) throws {
        let day = try Self.day("2026-03-10")
        let entries = Illustrations.hostileLinks.enumerated().map { index, link in
            MonthCalendar.Entry(
                day: day + index / 2, kind: MonthCalendar.Entry.Kind.allCases[index % 4], text: text, link: link)
        }
        let holidays = Holidays([
            .init(day: day, name: text, kind: .nationalHoliday, isEstimated: true)
        ])
        let calendar = MonthCalendar(day.month, entries: entries, holidays: holidays, today: day)
        for look in Look.all {
            let sheet = MonthSheet(calendar, title: text, language: look.language, breadth: look.breadth)
            #expect(Illustrations.links(try Illustrations.check(sheet, most: 40_000)).isEmpty)
        }
    }

    @Test(arguments: 1...20) func `however full has all words in their places`(_ seed: Int) throws {
        var dice = SplitMix64(state: UInt64(seed))
        let month = Month(year: Int.random(in: 2020...2030, using: &dice), month: Int.random(in: 1...12, using: &dice))
        let entries = (0..<Int.random(in: 0...400, using: &dice)).map { index in
            MonthCalendar.Entry(
                day: month.first + Int.random(in: -3...33, using: &dice),
                kind: MonthCalendar.Entry.Kind.allCases.randomElement(using: &dice) ?? .other,
                text: String(repeating: "naskah ", count: Int.random(in: 0...9, using: &dice)), link: "/a/\(index)")
        }
        let calendar = MonthCalendar(month, entries: entries, holidays: Holidays(), today: month.first)
        for look in [Look.all[seed % 4]] {
            let sheet = MonthSheet(calendar, title: "Penuh", language: look.language, breadth: look.breadth)
            _ = try Illustrations.check(sheet, most: 80_000)
        }
    }
}
