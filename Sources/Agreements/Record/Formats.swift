public import Calendars

extension Int64 {
    /// `1.540`, as Indonesian writes it.
    public var indonesian: String { grouped(by: ".") }
    /// `1,540`.
    public var english: String { grouped(by: ",") }
    /// `Rp518.400.000`.
    public var rupiah: String { (self < 0 ? "-Rp" : "Rp") + magnitudeGrouped(by: ".") }
    /// `Rp518,400,000`.
    public var rupiahEnglish: String { (self < 0 ? "-Rp" : "Rp") + magnitudeGrouped(by: ",") }

    private func grouped(by separator: Character) -> String {
        (self < 0 ? "-" : "") + magnitudeGrouped(by: separator)
    }

    private func magnitudeGrouped(by separator: Character) -> String {
        var text = ""
        for (index, digit) in String(magnitude).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(separator) }
            text.append(digit)
        }
        return String(text.reversed())
    }
}

extension Month {
    private static let names = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
        "Desember",
    ]

    /// 1 to 12 for `Januari` to `Desember`, however it is capitalised.
    public static func number(named name: String) -> Int? {
        names.firstIndex { $0.lowercased() == name.lowercased() }.map { $0 + 1 }
    }

    /// `Januari 2019`.
    public var indonesian: String { "\(Month.names[number - 1]) \(year)" }

    /// `March`.
    public var englishName: String {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ][number - 1]
    }

    /// `March 2019`.
    public var english: String { "\(englishName) \(year)" }
}

extension Day {
    /// `29 Januari 2019`.
    public var indonesian: String { "\(dayOfMonth) \(month.indonesian)" }
    /// `29 January 2019`.
    public var english: String { "\(dayOfMonth) \(month.english)" }
}
