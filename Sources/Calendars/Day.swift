public import Documents

/// A civil date in the Gregorian calendar, without a zone: the unit in which papers, deadlines and holidays are written.
public struct Day: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// - Returns: nil for a date that does not exist, such as 30 February, or a year outside 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...Month(year: year, month: month).length) ~= day
        else { return nil }
        number = Day.number(year: year, month: month, day: day)
    }

    /// Days from the epoch, counting years from March so that the leap day comes last.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private var components: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    public var year: Int { components.year }
    public var month: Month { Month(year: components.year, month: components.month) }
    /// 1 to 31.
    public var dayOfMonth: Int { components.day }
    public var weekday: Weekday { Weekday(rawValue: ((number + 3) % 7 + 7) % 7 + 1) ?? .monday }

    var isWeekend: Bool { weekday.rawValue > Weekday.friday.rawValue }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    /// Calendar days from the second to the first.
    public static func - (a: Day, b: Day) -> Int { a.number - b.number }

    /// The same day that many months on; a day the month lacks becomes its last (31 January + 1 month = 28 February).
    public func adding(months: Int) -> Day {
        let target = month.adding(months)
        return target.first + (min(dayOfMonth, target.length) - 1)
    }
}

public enum Weekday: Int, Sendable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Day: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// What can be entered: nothing that concerns us lies outside, and arithmetic stays far from every limit.
    public static let years = 1_900...2_200

    /// ISO 8601 calendar date, `2026-12-31`, of the years 1900 to 2200, and nothing else.
    public init?(_ text: String) {
        self.init(iso: text)
        guard Day.years.contains(year) else { return nil }
    }

    /// The same for any year from 1 to 9999, as what is on record must always read back.
    init?(iso text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
            let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
            let day = Int(Substring(parts[2]))
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public var description: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no day")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws { try encoder.encodeLossless(self) }
}

extension Day: SchemaDescribed {
    public static var schema: JSON { ["type": "string", "format": "date"] }
    public static var plausible: Day { Day(number: 0) }
}
