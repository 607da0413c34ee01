import Documents

/// The days off that are not weekends: *libur nasional* and *cuti bersama* (joint leave, set yearly by three ministers'
/// decree, and off for civil servants, so nothing is signed or paid on it).
public struct Holidays: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case nationalHoliday = "libur_nasional"
        case jointLeave = "cuti_bersama"
    }

    public struct Holiday: Sendable, Hashable, Codable {
        public var day: Day
        public var name: String
        public var kind: Kind
        /// The date waits for a sighting or a decree and may still move.
        public var isEstimated: Bool

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

    public init(_ holidays: [Holiday] = []) {
        byDay = .init(holidays.map { ($0.day, $0) }) { first, _ in first }
        estimates = byDay.values.filter { $0.isEstimated && !$0.day.isWeekend }.map(\.day).sorted()
        years = Set(holidays.map(\.day.year))
    }

    /// Reads holiday files, one per decree: `date,name,kind,estimated`.
    ///
    /// - Throws: `DocumentError` naming each row that cannot be read.
    public init(files: [(name: String, csv: String)]) throws {
        let problems = Problems()
        var all: [Holiday] = []
        for file in files {
            let table = try Table(csv: file.csv, file: file.name, columns: ["date", "name", "kind", "estimated"])
            for row in table.rows {
                guard let day = row.required("date", problems, { Day($0) }),
                    let kind = row.required("kind", problems, Kind.init(rawValue:)),
                    let isEstimated = row.required("estimated", problems, Bool.init),
                    let name = row.required("name", problems, { $0.isEmpty ? nil : $0 })
                else { continue }
                all.append(Holiday(day: day, name: name, kind: kind, isEstimated: isEstimated))
            }
        }
        try problems.check()
        self.init(all)
    }

    /// All days off, in order.
    public var days: [Day] { byDay.keys.sorted() }

    /// Whether some day from Monday to Friday among these is off by an estimate only.
    func hasEstimate(in days: ClosedRange<Day>) -> Bool { estimates.contains(where: days.contains) }

    public subscript(day: Day) -> Holiday? { byDay[day] }
}
