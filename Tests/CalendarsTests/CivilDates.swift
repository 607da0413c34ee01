import Foundation
import Testing

@testable import Calendars

/// Our dates against Foundation's, which are slow and sure.
@Suite struct CivilDates {
    private let reference: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    @Test func `every day from 1900 to 2100 has the right date, weekday and successor`() throws {
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
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 13, "2028-01-15"), ("2024-02-29", 12, "2025-02-28"),
    ])
    func `months clip to the end of the month`(_ day: String, _ months: Int, _ wanted: String) throws {
        #expect(try #require(Day(day)).adding(months: months).description == wanted)
    }

    @Test(arguments: [
        "2026-02-30", "2026-2-3", "2026-13-01", "20260101", "", "2026-01-01T00:00", "٢٠٢٦-٠١-٠١", "-026-01-01",
    ])
    func `what is no date is refused`(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [
        ("2026-11-01T08:00:00+08:00", "2026-11-01T00:00:00.000Z"), ("2026-11-01T00:00:00Z", "2026-11-01T00:00:00.000Z"),
        ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
        ("2026-11-01T00:00:00.1234-07:30", "2026-11-01T07:30:00.123Z"),
    ])
    func `moments are read with their zone and written in UTC`(_ text: String, _ wanted: String) throws {
        let instant = try #require(Instant(text))
        #expect(instant.description == wanted)
        #expect(Instant(instant.description) == instant)
    }

    @Test(arguments: [
        "2026-11-01T08:00:00", "2026-11-01 08:00:00Z", "2026-11-01T25:00:00Z", "2026-11-01T08:00:00+8", "x",
        "2026-11-01T08:00:00.Z",
    ])
    func `what is no moment is refused`(_ text: String) {
        #expect(Instant(text) == nil)
    }

    @Test(arguments: [(Zone.wib, 17), (.wita, 16), (.wit, 15)])
    func `a day begins when it begins in its zone`(_ zone: Zone, _ hour: Int) throws {
        let midnight = try #require(Instant("2026-11-01T\(hour):00:00Z"))
        #expect(zone.day(at: midnight).description == "2026-11-02")
        #expect(zone.day(at: midnight + .milliseconds(-1)).description == "2026-11-01")
        #expect(zone.instant(of: zone.day(at: midnight)) == midnight)
    }

    @Test(arguments: [
        ("P30D", "2026-12-31T00:00:00.000Z"), ("P1M", "2027-01-01T00:00:00.000Z"),
        ("PT2H30M", "2026-12-01T02:30:00.000Z"), ("P1W", "2026-12-08T00:00:00.000Z"),
    ])
    func `periods are calendar lengths`(_ period: String, _ wanted: String) throws {
        let start = try #require(Instant("2026-12-01T00:00:00Z"))
        #expect(try #require(Period(period)).after(start, in: .wib).description == wanted)
    }

    @Test(arguments: ["", "P", "30D", "P1H", "PT1D", "P-1D", "P1"]) func `what is no period is refused`(_ text: String)
    {
        #expect(Period(text) == nil)
    }
}
