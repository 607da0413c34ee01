import Documents

/// The days off that are not weekends: *libur nasional* and *cuti bersama* (joint leave, set yearly by three ministers'
/// decree, and off for civil servants, so nothing is signed or paid on it).
public struct Holidays: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case nationalHoliday = "libur_nasional"
        case jointLeave = "cuti_bersama"
        /// A later decree takes the day back: it is no day off.
        case workingDay = "hari_kerja"
    }

    public struct Holiday: Sendable, Hashable, Codable {
        public var day: Day
        public var name: String
        public var kind: Kind
        /// The date waits for a sighting or a decree and may still move.
        public var isEstimated: Bool

        public init(day: Day, name: String, kind: Kind, isEstimated: Bool) {
            self.day = day
            self.name = name
            self.kind = kind
            self.isEstimated = isEstimated
        }

        enum CodingKeys: String, CodingKey {
            case day, name, kind
            case isEstimated = "estimated"
        }
    }

    private let byDay: [Day: Holiday]
    /// The working days of the week that are off by an estimate, in order.
    private let estimates: [Day]
    /// The years whose decree has been read.
    public let years: Set<Int>
    /// Days that a file names as working days after all, in order.
    public let takenBack: [Holiday]
    /// What was read, in the order in which it counts.
    public let files: [File]

    /// - Parameter holidays: where one of them names a day again, the first holds.
    public init(_ holidays: [Holiday] = []) {
        let days = Dictionary(holidays.map { ($0.day, $0) }) { first, _ in first }.values.sorted { $0.day < $1.day }
        self.init(of: days.isEmpty ? [] : [File(days)])
    }

    /// Puts files together: they are read in the order of their names, and a later one has the last word on a day it names.
    public init(of files: [File]) {
        self.files = files.sorted { $0.order < $1.order }
        let last = Dictionary(self.files.flatMap(\.rows).map { ($0.holiday.day, $0.holiday) }) { $1 }
        byDay = last.filter { $0.value.kind != .workingDay }
        takenBack = last.values.filter { $0.kind == .workingDay }.sorted { $0.day < $1.day }
        estimates = byDay.values.filter { $0.isEstimated && !$0.day.isWeekend }.map(\.day).sorted()
        years = Set(byDay.keys.map(\.year))
    }

    /// Reads holiday files, one per decree: `date,name,kind,estimated`.
    ///
    /// - Throws: `DocumentError` naming each row that cannot be read.
    public init(files: [(name: String, csv: String)]) throws {
        let problems = Problems()
        let read = try files.compactMap { file in
            try problems.collect { try File(name: file.name, csv: file.csv) }
        }
        try problems.check()
        self.init(of: read)
    }

    /// All days off, in order.
    public var days: [Day] { byDay.keys.sorted() }

    /// Whether some day from Monday to Friday among these is off by an estimate only.
    func hasEstimate(in days: ClosedRange<Day>) -> Bool { estimates.contains(where: days.contains) }

    /// All days off with what they are, in order.
    public var all: [Holiday] { byDay.values.sorted { $0.day < $1.day } }

    public subscript(day: Day) -> Holiday? { byDay[day] }
}
