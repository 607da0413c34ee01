import Documents

extension Holidays {
    /// What one decree says, as it was read from its file.
    public struct File: Sendable, Equatable {
        /// Such as `2027.csv` or `2027-revisi.csv`; empty for days that come from no file.
        public let name: String
        public let rows: [Row]

        public struct Row: Sendable, Equatable {
            public var holiday: Holiday
            /// Counted from 1.
            public var line: Int
        }

        init(_ holidays: [Holiday]) {
            name = ""
            rows = holidays.map { Row(holiday: $0, line: 0) }
        }

        /// Reads `date,name,kind,estimated`.
        ///
        /// - Throws: `DocumentError` naming each row that cannot be read, and each that names a day a second time.
        public init(name: String, csv: String) throws {
            let problems = Problems()
            let table = try Table(csv: csv, file: name, columns: ["date", "name", "kind", "estimated"])
            var lines: [Day: Int] = [:]
            var rows: [Row] = []
            for row in table.rows {
                guard let day = row.required("date", problems, { Day($0) }),
                    let kind = row.required("kind", problems, Kind.init(rawValue:)),
                    let isEstimated = row.required("estimated", problems, Bool.init),
                    let name = row.required("name", problems, { $0.isEmpty ? nil : $0 })
                else { continue }
                let line = row.place.line ?? 0
                if let earlier = lines.updateValue(line, forKey: day) {
                    problems.report(
                        row.place,
                        Bilingual(
                            id: "\(day) sudah disebut di baris \(earlier); satu berkas menyebut satu tanggal sekali",
                            en: "\(day) stands on line \(earlier) already; a file names a day once"))
                }
                if kind == .workingDay, isEstimated {
                    problems.report(
                        row.place,
                        Bilingual(
                            id: "hari_kerja tidak dapat berupa perkiraan", en: "a hari_kerja cannot be an estimate"))
                }
                rows.append(
                    Row(holiday: Holiday(day: day, name: name, kind: kind, isEstimated: isEstimated), line: line))
            }
            try problems.check()
            self.name = name
            self.rows = rows
        }

        /// Without the extension, so that `2027-revisi.csv` comes after `2027.csv`, which it revises.
        var order: String { name.hasSuffix(".csv") ? String(name.dropLast(4)) : name }
    }

    /// The same days off with another file, which stands in the place of one of the same name.
    public func with(_ file: File) -> Holidays { Holidays(of: files.filter { $0.name != file.name } + [file]) }

    /// What the files say that come before one of this name.
    public func before(_ file: File) -> Holidays { Holidays(of: files.filter { $0.order < file.order }) }

    /// The file that has the last word on a day; nil where none names it.
    public func file(naming day: Day) -> String? {
        files.last { $0.rows.contains { $0.holiday.day == day } }.flatMap { $0.name.isEmpty ? nil : $0.name }
    }
}
