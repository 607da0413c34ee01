public import Documents

/// A month of a year: the unit in which members are counted, rates hold and bills are issued.
public struct Month: Sendable, Hashable, Comparable {
    /// Months since January of year 0.
    private let index: Int

    /// - Precondition: `month` is 1 to 12.
    public init(year: Int, month: Int) {
        precondition((1...12).contains(month), "a month is 1 to 12")
        index = year * 12 + month - 1
    }

    private init(index: Int) { self.index = index }

    public var year: Int { index / 12 }
    /// 1 to 12.
    public var number: Int { index % 12 + 1 }

    public var length: Int {
        switch number {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public var first: Day { Day(year: year, month: number, day: 1) ?? Day(number: 0) }
    public var last: Day { first + (length - 1) }

    public func adding(_ months: Int) -> Month { Month(index: index + months) }
    public static func < (a: Month, b: Month) -> Bool { a.index < b.index }
    /// Months from the second to the first.
    public static func - (a: Month, b: Month) -> Int { a.index - b.index }
}

extension Month: Strideable {
    public func distance(to other: Month) -> Int { other.index - index }
    public func advanced(by months: Int) -> Month { adding(months) }
}

extension Month: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// `2026-12`.
    public init?(_ text: String) {
        guard text.utf8.count == 7, let day = Day(text + "-01") else { return nil }
        self = day.month
    }

    public var description: String { "\(padded(year, 4))-\(padded(number, 2))" }

    public init(from decoder: any Decoder) throws { self = try decoder.lossless() }
    public func encode(to encoder: any Encoder) throws { try encoder.encodeLossless(self) }
}

extension Month: SchemaDescribed {
    public static var schema: JSON { ["type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"] }
    public static var plausible: Month { Month(year: 1970, month: 1) }
}
