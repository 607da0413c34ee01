import Calendars
import Documents
import Testing

/// Several decrees on one calendar.
@Suite struct HolidayFileTests {
    typealias File = (name: String, csv: String)

    private func file(_ name: String, _ rows: String...) -> File {
        (name, (["date,name,kind,estimated"] + rows).joined(separator: "\n") + "\n")
    }

    private var decree: File {
        file(
            "2027.csv", "2027-03-09,Cuti Bersama Idul Fitri,cuti_bersama,false",
            "2027-03-10,Idul Fitri,libur_nasional,true", "2027-03-11,Hari kedua Idul Fitri,libur_nasional,true")
    }

    private var revision: File {
        file(
            "2027-revisi.csv", "2027-03-09,Cuti dicabut,hari_kerja,false",
            "2027-03-10,Hari Raya Idul Fitri,libur_nasional,false", "2027-03-12,Cuti Bersama,cuti_bersama,false")
    }

    @Test(arguments: [false, true])
    func `a later file has the last word, in whatever order they are handed over`(isReversed: Bool) throws {
        let files = [decree, revision]
        let holidays = try Holidays(files: isReversed ? files.reversed() : files)
        #expect(holidays.files.map(\.name) == ["2027.csv", "2027-revisi.csv"])
        #expect(holidays.days == ["2027-03-10", "2027-03-11", "2027-03-12"].map(day))
        #expect(holidays.all.map(\.day) == holidays.days)
        #expect(holidays[day("2027-03-10")]?.name == "Hari Raya Idul Fitri")
        #expect(holidays[day("2027-03-10")]?.isEstimated == false)
        #expect(holidays[day("2027-03-11")]?.isEstimated == true)
        #expect(holidays.takenBack.map(\.day) == [day("2027-03-09")])
        #expect(holidays.file(naming: day("2027-03-09")) == "2027-revisi.csv")
        #expect(holidays.file(naming: day("2027-03-11")) == "2027.csv")
        #expect(holidays.file(naming: day("2027-03-08")) == nil)
    }

    @Test func `a day that is taken back is a working day, and can be given again`() throws {
        let given = file("2027-revisi-2.csv", "2027-03-09,Cuti Bersama,cuti_bersama,false")
        for (files, isOpen) in [([decree], false), ([decree, revision], true), ([decree, revision, given], false)] {
            let calendar = WorkingCalendar(holidays: try Holidays(files: files))
            #expect(calendar.isWorkingDay(day("2027-03-09")) == isOpen)
        }
    }

    @Test(arguments: [
        (["2027-b.csv", "2027.csv", "2026.csv"], ["2026.csv", "2027.csv", "2027-b.csv"]),
        (["2027.csv", "2027.1.csv"], ["2027.csv", "2027.1.csv"]),
        (["b", "a.csv"], ["a.csv", "b"]),
    ])
    func `names order files without their extension`(names: [String], order: [String]) throws {
        let files = names.enumerated().map { file($1, "2027-01-0\($0 + 1),A,libur_nasional,false") }
        #expect(try Holidays(files: files).files.map(\.name) == order)
    }

    @Test func `days that are taken back make no year known`() throws {
        let holidays = try Holidays(files: [file("2028.csv", "2028-01-03,Kerja,hari_kerja,false")])
        #expect(holidays.years.isEmpty)
        #expect(holidays.days.isEmpty)
        #expect(holidays[day("2028-01-03")] == nil)
    }

    @Test func `a file that names a day twice is refused with both lines`() throws {
        let twice = file(
            "2027.csv", "2027-03-10,A,libur_nasional,true", "2027-03-11,B,libur_nasional,true",
            "2027-03-10,A,hari_kerja,false")
        let error = #expect(throws: DocumentError.self) { try Holidays(files: [twice]) }
        #expect(
            error?.description == "2027.csv:4:1: error: 2027-03-10 stands on line 2 already; a file names a day once")
        #expect(error?.problems.first?.message.id.contains("baris 2") == true)
    }

    @Test func `a working day is never an estimate`() throws {
        let error = #expect(throws: DocumentError.self) {
            try Holidays(files: [file("a.csv", "2027-03-10,A,hari_kerja,true")])
        }
        #expect(error?.problems.map(\.place.line) == [2])
    }

    @Test func `a file takes the place of one of the same name`() throws {
        let holidays = try Holidays(files: [decree, revision])
        let empty = file("2027-revisi.csv", "2027-12-24,Cuti Bersama Natal,cuti_bersama,false")
        let other = holidays.with(try Holidays.File(name: empty.name, csv: empty.csv))
        #expect(other == (try Holidays(files: [decree, empty])))
        #expect(other[day("2027-03-09")]?.kind == .jointLeave)
        let before = other.before(try #require(other.files.last))
        #expect(before == (try Holidays(files: [decree])))
    }

    @Test func `days that come from no file stay when a file joins them`() throws {
        let list = Holidays(try Holidays(files: [decree]).all)
        #expect(list.days.count == 3)
        #expect(list.file(naming: day("2027-03-10")) == nil)
        let joined = list.with(try Holidays.File(name: revision.name, csv: revision.csv))
        #expect(joined.days == (try Holidays(files: [decree, revision])).days)
    }

    @Test func `the difference tells what is new, what is gone, and what is otherwise`() throws {
        let (old, new) = (try Holidays(files: [decree]), try Holidays(files: [decree, revision]))
        let difference = new.difference(from: old)
        #expect(difference.added.map { "\($0.day) \($0.isEstimated)" } == ["2027-03-10 false", "2027-03-12 false"])
        #expect(difference.removed.map { "\($0.day) \($0.isEstimated)" } == ["2027-03-09 false", "2027-03-10 true"])
        #expect(new.difference(from: new).isEmpty)
        #expect(!difference.isEmpty)
    }

    @Test(arguments: 0..<200)
    func `a difference leads from the one to the other, and its reverse back`(seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        func holidays() -> Holidays {
            Holidays(
                (0..<Int.random(in: 0...20, using: &dice)).map { _ in
                    Holidays.Holiday(
                        day: day("2027-03-01") + Int.random(in: 0..<25, using: &dice),
                        name: Bool.random(using: &dice) ? "A" : "B",
                        kind: Bool.random(using: &dice) ? .jointLeave : .nationalHoliday,
                        isEstimated: Bool.random(using: &dice))
                })
        }
        let (a, b) = (holidays(), holidays())
        #expect(a.applying(b.difference(from: a)).all == b.all)
        #expect(b.applying(a.difference(from: b)).all == a.all)
        #expect(b.difference(from: a).isEmpty == (a.all == b.all))
    }
}
