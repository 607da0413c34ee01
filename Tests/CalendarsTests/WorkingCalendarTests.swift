import Calendars
import Documents
import Testing

@Suite struct `The working calendar` {
    let calendar: WorkingCalendar

    init() throws { calendar = try Project.calendar() }

    @Test(arguments: [
        ("2027-03-05", true), ("2027-03-06", false), ("2027-03-07", false), ("2027-03-08", false),
        ("2027-03-09", false),
        ("2027-03-10", false), ("2027-03-12", false), ("2027-03-15", false), ("2027-03-16", true),
        ("2026-08-17", false),
        ("2026-12-24", false), ("2026-12-28", true), ("2025-08-18", false), ("2026-11-01", false), ("2026-11-02", true),
    ])
    func `knows which days offices are open`(text: String, isOpen: Bool) {
        #expect(calendar.isWorkingDay(day(text)) == isOpen)
    }

    /// Eid of 2027 stands on 10 and 11 March by an estimate, between days off that are decreed.
    @Test(arguments: [
        ("2027-03-05", 1, true), ("2027-03-05", 0, false), ("2027-03-01", 4, false), ("2027-03-01", 5, true),
        ("2027-03-16", -1, true), ("2027-03-17", -1, false), ("2027-05-13", 2, true), ("2027-05-13", 1, false),
        ("2026-11-02", 30, false),
    ])
    func `knows what rests on a day off that is only estimated`(from: String, count: Int, isEstimated: Bool) {
        let (eid, nyepi) = (day("2027-03-10"), day("2027-03-08"))
        let day = day(from)
        let end = calendar.adding(workingDays: count, to: day)
        #expect(
            calendar.restsOnEstimate(min(day, end)...max(day, end)) { $0.adding(workingDays: count, to: day) }
                == isEstimated)
        #expect(calendar.isEstimate(eid) && !calendar.isEstimate(nyepi))
        #expect(calendar.withoutEstimates.isWorkingDay(eid) && !calendar.isWorkingDay(eid))
    }

    /// The 10th is the day that contributions to JKN are due, the 15th that to Jamsostek.
    @Test(arguments: [
        ("2027-03-10", Shift.before, "2027-03-05"), ("2027-03-15", .after, "2027-03-16"),
        ("2026-08-15", .after, "2026-08-18"),
        ("2026-05-15", .after, "2026-05-18"), ("2026-05-15", .before, "2026-05-13"),
        ("2027-03-10", .none, "2027-03-10"),
        ("2026-11-10", .before, "2026-11-10"), ("2026-12-15", .after, "2026-12-15"),
        ("2026-01-01", .before, "2025-12-31"),
        ("2026-10-10", .before, "2026-10-09"), ("2026-10-10", .after, "2026-10-12"),
    ])
    func `moves a closed day to the nearest open one`(from: String, shift: Shift, to: String) {
        #expect(calendar.shift(day(from), shift) == day(to))
    }

    @Test(arguments: [
        ("2026-12-23", 1, "2026-12-28"), ("2026-12-28", -1, "2026-12-23"), ("2026-12-25", 0, "2026-12-25"),
        ("2026-12-22", 0, "2026-12-22"), ("2027-03-05", 1, "2027-03-16"), ("2027-03-10", 1, "2027-03-16"),
        ("2027-03-10", -1, "2027-03-05"), ("2026-11-02", 10, "2026-11-16"), ("2026-11-01", 1, "2026-11-02"),
    ])
    func `counts working days`(from: String, count: Int, to: String) {
        #expect(calendar.adding(workingDays: count, to: day(from)) == day(to))
    }

    @Test func `counts as somebody does who ticks off the days one by one`() {
        var dice = Dice(seed: 6)
        for _ in 0..<400 {
            let start = Day(number: .random(in: day("2024-06-01").number...day("2028-06-01").number, using: &dice))
            let count = Int.random(in: -80...80, using: &dice)
            #expect(calendar.adding(workingDays: count, to: start) == slow(start, count), "\(start) + \(count)")
        }
    }

    @Test func `measures what it has added`() {
        var dice = Dice(seed: 7)
        for _ in 0..<400 {
            let start = calendar.shift(
                Day(number: .random(in: day("2024-06-01").number...day("2028-06-01").number, using: &dice)), .before)
            let count = Int.random(in: -80...80, using: &dice)
            let end = calendar.adding(workingDays: count, to: start)
            #expect(calendar.workingDays(from: start, to: end) == count, "\(start) to \(end)")
        }
    }

    @Test(arguments: [
        ("2026-11-02", "2026-11-06", 4), ("2026-11-06", "2026-11-09", 1), ("2026-11-06", "2026-11-08", 0),
        ("2026-11-06", "2026-11-06", 0), ("2026-11-09", "2026-11-06", -1), ("2026-12-23", "2026-12-28", 1),
        ("2027-03-05", "2027-03-16", 1), ("2025-12-31", "2026-12-31", 240),
    ])
    func `measures in working days`(from: String, to: String, count: Int) {
        #expect(calendar.workingDays(from: day(from), to: day(to)) == count)
    }

    @Test(arguments: [
        ("5 kerja", "2026-12-21", "2026-12-30"), ("-2 kerja", "2026-12-28", "2026-12-22"),
        ("5 hari", "2026-12-21", "2026-12-26"),
        ("-30 hari", "2027-01-01", "2026-12-02"), ("1 bulan", "2026-01-31", "2026-02-28"),
        ("-1 bulan", "2027-01-31", "2026-12-31"),
    ])
    func `adds a span in its own unit`(span: String, from: String, to: String) throws {
        #expect(calendar.adding(try #require(Span(span)), to: day(from)) == day(to))
    }

    private func slow(_ start: Day, _ count: Int) -> Day {
        var day = start
        var counted = 0
        while counted != count {
            day = count > 0 ? day + 1 : day - 1
            let isWeekend = day.weekday == .saturday || day.weekday == .sunday
            if !isWeekend, calendar.holidays[day] == nil { counted += count.signum() }
        }
        return day
    }
}

@Suite struct `A span` {
    @Test(arguments: [
        ("15 kerja", 15, Span.Unit.kerja), ("3 hari", 3, .hari), ("1 bulan", 1, .bulan), ("-5 kerja", -5, .kerja),
    ])
    func `is read and written`(text: String, count: Int, unit: Span.Unit) throws {
        let span = try #require(Span(text))
        #expect(span == Span(count, unit))
        #expect(span.description == text)
        #expect(-span == Span(-count, unit))
    }

    @Test(arguments: [
        "", "15", "kerja", "15 minggu", "15kerja", "x kerja", "1.5 hari", "15 kerja lagi", "15 days", "kerja 15",
    ])
    func `refuses what is no length`(text: String) {
        #expect(Span(text) == nil)
    }

    @Test(arguments: [(2_610, Span.Unit.kerja), (3_660, .hari), (120, .bulan)])
    func `is ten years at most`(count: Int, unit: Span.Unit) {
        for sign in ["", "-"] {
            #expect(Span("\(sign)\(count) \(unit)") != nil)
            #expect(Span("\(sign)\(count + 1) \(unit)") == nil)
        }
    }

    @Test func `refuses the smallest of all numbers`() async {
        await #expect(processExitsWith: .success) {
            precondition(Span("-9223372036854775808 hari") == nil)
        }
    }
}

@Suite struct `The holiday files` {
    @Test(arguments: [
        ("2027-03-10", "Hari Raya Idul Fitri", Holidays.Kind.nationalHoliday, true),
        ("2027-03-09", "Cuti Bersama Hari Raya Idul Fitri", .jointLeave, false),
        ("2026-08-17", "Hari Kemerdekaan Republik Indonesia", .nationalHoliday, false),
        ("2025-08-18", "Cuti Bersama Hari Kemerdekaan Republik Indonesia", .jointLeave, false),
    ])
    func `say what each day is`(text: String, name: String, kind: Holidays.Kind, isEstimated: Bool) throws {
        let holiday = try #require(try Project.calendar().holidays[day(text)])
        #expect(holiday.day == day(text))
        #expect(holiday.name == name)
        #expect(holiday.kind == kind)
        #expect(holiday.isEstimated == isEstimated)
    }

    @Test func `cover three years`() throws {
        let holidays = try Project.calendar().holidays
        #expect(holidays.years == [2025, 2026, 2027])
        #expect(holidays[day("2026-11-10")] == nil)
        #expect(Holidays().years.isEmpty)
    }

    @Test(arguments: [
        ("2026-02-30,Tahun Baru,libur_nasional,false", "column 'date': cannot read '2026-02-30'"),
        ("2026-01-01,Tahun Baru,libur,false", "column 'kind': cannot read 'libur'"),
        ("2026-01-01,Tahun Baru,libur_nasional,yes", "column 'estimated': cannot read 'yes'"),
        ("2026-01-01,,libur_nasional,false", "column 'name': cannot read ''"),
        (",Tahun Baru,libur_nasional,false", "column 'date': cannot read ''"),
        ("2026-01-01", "column 'kind': cannot read ''"),
    ])
    func `name the row and the column of a mistake`(row: String, message: String) {
        let csv = "date,name,kind,estimated\n2026-05-01,Hari Buruh,libur_nasional,false\n\(row)\n"
        let error = #expect(throws: DocumentError.self) { try Holidays(files: [("2026.csv", csv)]) }
        #expect(error?.description == "2026.csv:3:1: error: \(message)")
    }

    @Test func `report the mistakes of all files at once`() {
        let error = #expect(throws: DocumentError.self) {
            try Holidays(files: [
                ("2026.csv", "date,name,kind,estimated\nx,A,libur_nasional,false\ny,B,libur_nasional,false\n"),
                ("2027.csv", "date,name,kind,estimated\nz,C,libur_nasional,false\n"),
            ])
        }
        #expect(error?.problems.map(\.place.description).sorted() == ["2026.csv:2:1", "2026.csv:3:1", "2027.csv:2:1"])
    }

    @Test func `must have their columns`() {
        let error = #expect(throws: DocumentError.self) {
            try Holidays(files: [("2026.csv", "date,nama,kind,estimated\n")])
        }
        #expect(
            error?.description == """
                2026.csv:1:1: error: column 'name' is missing; did you mean 'nama'?
                2026.csv:1:1: error: unknown column 'nama'; did you mean 'name'?
                """)
    }
}
