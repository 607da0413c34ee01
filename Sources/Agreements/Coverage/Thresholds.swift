public import Calendars
import Documents

/// What a region must reach to count as UHC, by the date from which each bar holds.
public struct Thresholds: Sendable, Equatable {
    public struct Row: Sendable, Equatable, Encodable {
        public var from: Day
        public var until: Day?
        /// Registered of residents.
        public var coverage: Percent
        /// Active of registered, for immediate activation; nil where none was asked.
        public var activity: Percent?
        /// Whether arrears of what the region pays stand in the way of Prioritas.
        public var allowsNoArrears: Bool
        public var basis: String

        enum CodingKeys: String, CodingKey {
            case from, until
            case coverage = "coverage_percent"
            case activity = "active_percent"
            case allowsNoArrears = "no_arrears"
            case basis
        }
    }

    public let rows: [Row]

    public init(_ rows: [Row] = []) { self.rows = rows.sorted { $0.from < $1.from } }

    /// - Throws: `DocumentError` naming each row that cannot be read, or begins on the same day as another.
    public init(csv: String) throws {
        let problems = Problems()
        let columns = ["from", "until", "coverage_percent", "active_percent", "no_arrears", "basis"]
        var rows: [Row] = []
        for row in try Table(csv: csv, file: "uhc-thresholds.csv", columns: columns).rows {
            guard let from = row.required("from", problems, { Day($0) }),
                let coverage = row.required("coverage_percent", problems, { Percent($0) }),
                let allowsNoArrears = row.required("no_arrears", problems, { Bool($0) })
            else { continue }
            if rows.contains(where: { $0.from == from }) {
                problems.report(
                    row.place,
                    Bilingual(id: "sudah ada batas sejak \(from)", en: "there is a bar from \(from) already"))
            }
            rows.append(
                Row(
                    from: from, until: row["until"] == nil ? nil : row.required("until", problems) { Day($0) },
                    coverage: coverage,
                    activity: row["active_percent"] == nil
                        ? nil : row.required("active_percent", problems) { Percent($0) },
                    allowsNoArrears: allowsNoArrears, basis: row["basis"] ?? ""))
        }
        try problems.check()
        self.init(rows)
    }

    /// The bar in force on a day; a row that begins later ends the one before it.
    public func row(on day: Day) -> Row? { rows.last { $0.from <= day && $0.until ?? day >= day } }
}
