import Documents
import Foundation
import Testing

@testable import Calendars

@Suite struct WorkingDays {
    private static let config = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Config/holidays").path

    private static func calendar() throws -> WorkingCalendar {
        let names = try FileManager.default.contentsOfDirectory(atPath: config).sorted()
        return WorkingCalendar(
            holidays: try Holidays(
                files: names.map { ($0, try String(contentsOfFile: config + "/" + $0, encoding: .utf8)) }))
    }

    @Test func `three years of decrees are shipped, estimates marked`() throws {
        let holidays = try WorkingDays.calendar().holidays
        #expect(holidays.years == [2025, 2026, 2027])
        #expect(holidays[try #require(Day("2027-03-10"))]?.isEstimated == true)
        #expect(holidays[try #require(Day("2026-03-20"))]?.kind == .jointLeave)
    }

    @Test(arguments: [
        ("2027-03-10", Shift.before, "2027-03-05"), ("2027-03-10", .after, "2027-03-16"),
        ("2027-03-10", .none, "2027-03-10"),
        ("2026-11-15", .after, "2026-11-16"), ("2026-11-10", .before, "2026-11-10"),
    ])
    func `closed days move as the rule says`(_ day: String, _ shift: Shift, _ wanted: String) throws {
        #expect(try WorkingDays.calendar().shift(try #require(Day(day)), shift).description == wanted)
    }

    @Test func `adding agrees with counting day by day, in both directions`() throws {
        let calendar = try WorkingDays.calendar()
        let start = try #require(Day("2025-12-20"))
        for offset in 0..<400 {
            let day = start + offset
            for count in [-23, -5, -1, 1, 2, 7, 31] {
                let result = calendar.adding(workingDays: count, to: day)
                #expect(calendar.isWorkingDay(result))
                let between = count > 0 ? (day.number + 1)...result.number : result.number...(day.number - 1)
                #expect(between.count { calendar.isWorkingDay(Day(number: $0)) } == abs(count))
            }
            #expect(calendar.adding(workingDays: 0, to: day) == day)
            #expect(calendar.workingDays(from: day, to: calendar.adding(workingDays: 9, to: day)) == 9)
        }
    }

    @Test func `a mistake in a decree is named with its row and column`() throws {
        let error = #expect(throws: DocumentError.self) {
            try Holidays(files: [
                ("2028.csv", "date,name,kind,estimated\n2028-02-30,X,libur_nasional,false\n2028-01-01,Y,cuti,false\n")
            ])
        }
        #expect(error?.problems.map(\.place.line) == [2, 3])
        #expect(error?.message.en.contains("'date': cannot read '2028-02-30'") == true)
    }

    @Test(arguments: ["15", "15 days", "kerja 15", "99999 hari", "1.5 hari", ""]) func `a length needs a unit`(
        _ text: String
    ) {
        #expect(Span(text) == nil)
    }
}
