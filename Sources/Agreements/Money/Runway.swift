public import Calendars

/// Whether the money of a fiscal year lasts: head-months times rate against the funding lines. Whole rupiah.
public struct Runway: Sendable, Equatable, Codable {
    public var year: Int
    /// What the head-months on record cost the region.
    public var needed: Int64
    /// Enacted funding lines of the year.
    public var available: Int64
    /// Lines that are only proposed or requested yet.
    public var proposed: Int64
    public var shortfall: Int64
    public var surplus: Int64
    /// The first month that the money does not pay in full; nil if it lasts.
    public var runsOutIn: Month?
    /// The head count that the available money would carry for all the months that have members.
    public var peopleCarried: Int64?
    /// How many months the money pays for, in hundredths; beyond the year it goes on at the last month's cost.
    public var monthsCarried: Hundredths?
    public var months: [MonthLine]
    /// Segments with members but without a rate that is known.
    public var unpriced: [Segment]
    /// The same sum forward from what was really billed; nil while there is no bill.
    public var outlook: Outlook?

    public struct MonthLine: Sendable, Equatable, Codable {
        public var month: Month
        public var members: Int64
        public var needed: Int64
        /// Money left at the end of the month; negative from the month it runs out.
        public var left: Int64
        /// nil where there is no bill.
        public var billed: Int64?
        public var paid: Int64?
    }

    /// A year in which bills have come: they count instead of what was reckoned, and debts of earlier years come first.
    public struct Outlook: Sendable, Equatable, Codable {
        public var billed: Int64
        public var paid: Int64
        /// Billed in this year and not paid.
        public var owed: Int64
        /// Unpaid bills of earlier years, which this year's money pays.
        public var owedBefore: Int64
        /// Bills, and for the months without one what their head-months cost, with the debts of earlier years.
        public var expected: Int64
        public var shortfall: Int64
        public var surplus: Int64
        public var runsOutIn: Month?

        enum CodingKeys: String, CodingKey {
            case billed, paid, owed
            case owedBefore = "owed_before"
            case expected, shortfall, surplus
            case runsOutIn = "runs_out_in"
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(billed, forKey: .billed)
            try container.encode(paid, forKey: .paid)
            try container.encode(owed, forKey: .owed)
            try container.encode(owedBefore, forKey: .owedBefore)
            try container.encode(expected, forKey: .expected)
            try container.encode(shortfall, forKey: .shortfall)
            try container.encode(surplus, forKey: .surplus)
            try container.encode(runsOutIn, forKey: .runsOutIn)
        }
    }

    enum CodingKeys: String, CodingKey {
        case year, needed, available, proposed, shortfall, surplus
        case runsOutIn = "runs_out_in"
        case peopleCarried = "people_carried"
        case monthsCarried = "months_carried"
        case months, unpriced, outlook
    }

    /// All keys are always written; clients rely on a null rather than on an absence.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(year, forKey: .year)
        try container.encode(needed, forKey: .needed)
        try container.encode(available, forKey: .available)
        try container.encode(proposed, forKey: .proposed)
        try container.encode(shortfall, forKey: .shortfall)
        try container.encode(surplus, forKey: .surplus)
        try container.encode(runsOutIn, forKey: .runsOutIn)
        try container.encode(peopleCarried, forKey: .peopleCarried)
        try container.encode(monthsCarried, forKey: .monthsCarried)
        try container.encode(months, forKey: .months)
        try container.encode(unpriced, forKey: .unpriced)
        try container.encode(outlook, forKey: .outlook)
    }
}

/// A number with two digits behind the point, such as 11.28 months.
public struct Hundredths: Sendable, Hashable, Comparable, Codable {
    public var value: Int64

    public init(_ value: Int64) { self.value = value }

    public static func < (a: Self, b: Self) -> Bool { a.value < b.value }

    /// `11.28`.
    public var english: String { Percent(hundredths: value).english }
    /// `11,28`.
    public var indonesian: String { Percent(hundredths: value).indonesian }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Int64(exactly: (try container.decode(Double.self) * 100).rounded()) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no number of months")
        }
        self.value = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Double(value) / 100)
    }
}
