import Calendars
import Documents

/// A holiday file that somebody proposes, read strictly.
struct HolidayProposal {
    /// A decree names some thirty days.
    static let bytesMax = 65_536
    static let linesMax = 500
    static let nameMax = 200
    /// How many mistakes are told at once.
    static let problemsMax = 50

    let file: Holidays.File
    /// The calendar as it would be.
    let holidays: Holidays

    /// - Parameters:
    ///   - present: the calendar that it would join.
    ///   - year: today's; a decree is for a year near it.
    /// - Throws: ``EngineError/invalid(_:)`` with everything that is wrong, and on which line of the file.
    init(name: String, csv: String, joining present: Holidays, in year: Int) throws {
        try HolidayProposal.check(name: name)
        guard csv.utf8.count <= Self.bytesMax, csv.utf8.count(where: { $0 == UInt8(ascii: "\n") }) <= Self.linesMax
        else {
            throw EngineError.invalid(
                "/csv",
                Bilingual(
                    id: "paling besar \(Self.bytesMax) byte dan \(Self.linesMax) baris",
                    en: "at most \(Self.bytesMax) bytes and \(Self.linesMax) lines"))
        }
        do {
            file = try Holidays.File(name: name, csv: csv)
            try HolidayProposal.check(file, joining: present, in: year)
        } catch let error as DocumentError {
            throw EngineError.invalid(error.problems.prefix(Self.problemsMax).map(HolidayProposal.inBody))
        }
        holidays = present.with(file)
    }

    /// Files are named as in `Config/holidays`, and no name may lead anywhere else.
    private static func check(name: String) throws {
        let isPlain = name.utf8.allSatisfy { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.properties.isAlphabetic && scalar.isASCII || (0x30...0x39).contains(byte)
                || "-._".unicodeScalars.contains(scalar)
        }
        guard isPlain, name.hasSuffix(".csv"), (5...80).contains(name.utf8.count), !name.hasPrefix(".") else {
            throw EngineError.invalid(
                "/name",
                Bilingual(
                    id: "nama berkas seperti 2027-revisi.csv: huruf, angka, titik, garis, paling panjang 80",
                    en: "a file name such as 2027-revisi.csv: letters, digits, dots, dashes, at most 80"))
        }
    }

    /// - Throws: `DocumentError`.
    private static func check(_ file: Holidays.File, joining present: Holidays, in year: Int) throws {
        let problems = Problems()
        if file.rows.isEmpty {
            problems.report(
                Place(file: file.name, line: 1, column: 1),
                Bilingual(id: "tidak ada satu tanggal pun", en: "there is not a single day"))
        }
        let years = (year - 1)...(year + 5)
        let earlier = present.before(file)
        for row in file.rows {
            let (day, name) = (row.holiday.day, row.holiday.name)
            func report(_ id: String, _ en: String) {
                problems.report(Place(file: file.name, line: row.line, column: 1), Bilingual(id: id, en: en))
            }
            if !years.contains(day.year) {
                report(
                    "\(day) di luar tahun \(years.lowerBound) sampai \(years.upperBound)",
                    "\(day) is outside the years \(years.lowerBound) to \(years.upperBound)")
            }
            if row.holiday.kind == .workingDay, earlier[day] == nil {
                report(
                    "\(day) tidak libur menurut berkas sebelumnya, sehingga tidak ada yang dicabut",
                    "\(day) is no day off by the files before, so there is nothing to take back")
            }
            if name.count > nameMax
                || name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            {
                report(
                    "nama hari: paling panjang \(nameMax) huruf, tanpa karakter kendali",
                    "a day's name: at most \(nameMax) characters, no control characters")
            }
        }
        try problems.check()
    }

    /// A mistake in the file as one of the body that brought it, with its line in the sentence.
    private static func inBody(_ problem: Problem) -> Problem {
        let line = problem.place.line ?? 1
        return Problem(
            at: Place(pointer: "/csv"),
            Bilingual(id: "baris \(line): \(problem.message.id)", en: "line \(line): \(problem.message.en)"),
            suggestion: problem.suggestion)
    }
}
