import Calendars
import Foundation
import Testing

@Suite struct `A day` {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2000-02-29", 11_016), ("2019-01-29", 17_925),
        ("1900-01-01", -25_567), ("2200-12-31", 84_370),
    ])
    func `has the number of days since 1970`(text: String, number: Int) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test func `of two centuries has the date and the weekday that Foundation gives it`() throws {
        var reference = Foundation.Calendar(identifier: .gregorian)
        reference.timeZone = .gmt
        let start = try #require(Day(year: 1900, month: 1, day: 1))
        let end = try #require(Day(year: 2100, month: 12, day: 31))
        for number in stride(from: start.number, through: end.number, by: 1) {
            let day = Day(number: number)
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = reference.dateComponents([.year, .month, .day, .weekday], from: date)
            guard parts.year == day.year, parts.month == day.month.number, parts.day == day.dayOfMonth,
                (parts.weekday.map { ($0 + 5) % 7 + 1 }) == day.weekday.rawValue
            else {
                Issue.record("\(day) is not \(parts)")
                return
            }
            #expect(Day(day.description) == day)
        }
    }

    @Test(arguments: [
        "", "2026", "2026-12", "2026-12-31T00:00:00Z", "2026-1-01", "2026-01-1", "26-01-01", "02026-01-01",
        "2026/01/01",
        "2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31", "2026-02-29", "1900-02-29", "2100-02-29",
        "0000-01-01", "1899-12-31", "2201-01-01", "-001-01-01", "+026-01-01", "2026-+1-01", " 2026-01-01",
        "2026-01-01 ", "２０２６-01-01", "٢٠٢٦-٠١-٠١", "2026--01",
    ])
    func `refuses what is no date`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [
        (0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 2, 29), (2026, 1, 0), (2024, 2, 30),
    ])
    func `refuses numbers that make no date`(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        ("2018-09-04", Weekday.tuesday), ("2026-11-01", .sunday), ("1970-01-01", .thursday), ("1969-12-28", .sunday),
        ("2000-02-29", .tuesday), ("2027-03-05", .friday), ("1900-01-01", .monday),
    ])
    func `knows its weekday`(text: String, weekday: Weekday) {
        #expect(day(text).weekday == weekday)
    }

    @Test func `adds months as the calendar of Foundation does`() throws {
        let reference = Reference()
        var dice = Dice(seed: 2)
        for _ in 0..<3_000 {
            let day = Day(number: Int.random(in: -25_567...47_846, using: &dice))
            let months = Int.random(in: -120...120, using: &dice)
            #expect(day.adding(months: months) == reference.adding(months, to: day), "\(day) + \(months) months")
        }
    }

    @Test(arguments: [
        ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 48, "2028-02-29"),
        ("2026-08-31", 0, "2026-08-31"), ("2026-05-31", 13, "2027-06-30"),
    ])
    func `clips to the last day of a shorter month`(from: String, months: Int, to: String) {
        #expect(day(from).adding(months: months).description == to)
    }

    @Test func `has many more years than can be written`() throws {
        #expect(try #require(Day(year: 1, month: 1, day: 1)).number == -719_162)
        #expect(try #require(Day(year: 9_999, month: 12, day: 31)).number == 2_932_896)
        #expect(Day(number: -719_162).description == "0001-01-01")
    }

    @Test func `counts and compares in calendar days`() {
        #expect(day("2019-01-29") - day("2019-01-01") == 28)
        #expect(day("2019-01-01") - day("2019-01-29") == -28)
        #expect(day("2024-02-28") + 2 == day("2024-03-01"))
        #expect(day("2026-01-01") - 1 == day("2025-12-31"))
        #expect(day("2025-12-31") < day("2026-01-01"))
        #expect(!(day("2026-01-01") < day("2026-01-01")))
    }

    @Test func `is written in JSON as its text`() throws {
        #expect(try encoded([day("2026-12-31")]) == #"["2026-12-31"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: Data(#"["2026-12-31"]"#.utf8)) == [day("2026-12-31")])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data("[20454]".utf8)) }
        // What has come to be on record reads back, though nobody could have entered it.
        let late = day("2200-12-31") + 1
        #expect(try JSONDecoder().decode([Day].self, from: JSONEncoder().encode([late])) == [late])
    }
}

@Suite struct `A month` {
    @Test(arguments: [
        ("2026-01", 31), ("2026-02", 28), ("2024-02", 29), ("1900-02", 28), ("2000-02", 29), ("2100-02", 28),
        ("2026-04", 30), ("2026-06", 30), ("2026-09", 30), ("2026-11", 30), ("2026-12", 31), ("2026-07", 31),
    ])
    func `has its length, first and last day`(text: String, length: Int) throws {
        let month = try #require(Month(text))
        #expect(month.description == text)
        #expect(month.length == length)
        #expect(month.first.description == "\(text)-01")
        #expect(month.last.description == "\(text)-\(length)")
        #expect(month.last.month == month)
        #expect((month.last + 1).month == month.adding(1))
    }

    @Test(arguments: [
        "", "2026", "2026-00", "2026-13", "2026-1", "2026-011", "26-0001", "2026-12-31", "1899-12", "2201-01",
        " 2026-1",
    ])
    func `refuses what is no month`(text: String) {
        #expect(Month(text) == nil)
    }

    @Test func `counts over the ends of years`() throws {
        let december = Month(year: 2026, month: 12)
        #expect(december.adding(1) == Month(year: 2027, month: 1))
        #expect(december.adding(-12) == Month(year: 2025, month: 12))
        #expect(Month(year: 2027, month: 3) - december == 3)
        #expect(december - Month(year: 2027, month: 3) == -3)
        #expect((december...Month(year: 2027, month: 2)).map(\.description) == ["2026-12", "2027-01", "2027-02"])
        #expect(december.year == 2026)
        #expect(december.number == 12)
    }

    @Test func `is written in JSON as its text`() throws {
        #expect(try encoded([Month(year: 2026, month: 3)]) == #"["2026-03"]"#)
        #expect(
            try JSONDecoder().decode([Month].self, from: Data(#"["2026-03"]"#.utf8)) == [Month(year: 2026, month: 3)])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Month].self, from: Data(#"["2026-3"]"#.utf8)) }
    }
}

func encoded(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
}

/// The slow way to the same answers.
private struct Reference {
    private let calendar: Foundation.Calendar

    init() {
        var calendar = Foundation.Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        self.calendar = calendar
    }

    private func date(_ day: Day) -> Date { Date(timeIntervalSince1970: Double(day.number) * 86_400) }

    /// From the first of the month, since Foundation takes 29 February less a year for 1 March.
    func adding(_ months: Int, to day: Day) -> Day? {
        let dayOfMonth = calendar.component(.day, from: date(day))
        guard let first = calendar.date(byAdding: .day, value: 1 - dayOfMonth, to: date(day)),
            let target = calendar.date(byAdding: .month, value: months, to: first),
            let length = calendar.range(of: .day, in: .month, for: target)?.count
        else { return nil }
        return Day(number: Int((target.timeIntervalSince1970 / 86_400).rounded(.down)) + min(dayOfMonth, length) - 1)
    }
}
