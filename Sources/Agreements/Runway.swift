public import Calendars

/// Whether the money of a fiscal year lasts: head-months times rate against the funding lines.
public struct Runway: Sendable, Equatable, Codable {
    public var year: Int
    /// What the head-months on record cost the region, in rupiah.
    public var needed: Int64
    /// Enacted funding lines of the year, in rupiah.
    public var available: Int64
    /// Lines that are only proposed or requested yet.
    public var proposed: Int64
    public var shortfall: Int64
    public var surplus: Int64
    /// The first month that the money does not pay in full; nil if it lasts.
    public var runsOutIn: Month?
    /// The head count that the available money would carry for all twelve months.
    public var peopleCarried: Int64?
    public var months: [MonthLine]
    /// Segments with members but without a rate in rupiah (shares of wages).
    public var unpriced: [Segment]

    public struct MonthLine: Sendable, Equatable, Codable {
        public var month: Month
        public var members: Int64
        public var needed: Int64
        /// Money left at the end of the month; negative from the month it runs out.
        public var left: Int64
    }

    enum CodingKeys: String, CodingKey {
        case year, needed, available, proposed, shortfall, surplus
        case runsOutIn = "runs_out_in"
        case peopleCarried = "people_carried"
        case months, unpriced
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
        try container.encode(months, forKey: .months)
        try container.encode(unpriced, forKey: .unpriced)
    }
}

extension Agreement {
    /// The heads of a segment in a month: the count recorded last holds.
    public func heads(_ segment: Segment, in month: Month) -> Int64 {
        members.last { $0.segment == segment && $0.from <= month && month <= $0.until }?.count ?? 0
    }

    /// Fiscal years with money or members on record.
    public var fiscalYears: [Int] {
        Set(funding.map(\.fiscalYear) + members.flatMap { Array($0.from.year...max($0.from.year, $0.until.year)) })
            .sorted()
    }

    public func runway(year: Int, rates: Rates) -> Runway {
        let segments = Segment.allCases.filter { segment in members.contains { $0.segment == segment } }
        let months = (1...12).map { Month(year: year, month: $0) }
        let available = funding.filter { $0.fiscalYear == year && $0.stage.isEnacted }.map(\.amount).reduce(0, +)
        let proposed = funding.filter { $0.fiscalYear == year && $0.stage < .apbd }.map(\.amount).reduce(0, +)
        var left = available
        var runsOutIn: Month?
        var unpriced: [Segment] = []
        var sums = segments.map { _ in SegmentSum() }
        let lines = months.map { month in
            var heads: Int64 = 0
            var cost: Int64 = 0
            for (index, segment) in segments.enumerated() {
                let count = self.heads(segment, in: month)
                heads += count
                sums[index].headMonths += Int128(count)
                if let rate = rates.regionShare(programme, segment, in: month) {
                    cost += count * rate
                    sums[index].rates.append(rate)
                } else if count > 0, !unpriced.contains(segment) {
                    unpriced.append(segment)
                }
            }
            left -= cost
            if left < 0, runsOutIn == nil { runsOutIn = month }
            return Runway.MonthLine(month: month, members: heads, needed: cost, left: left)
        }
        let needed = lines.map(\.needed).reduce(0, +)
        return Runway(
            year: year, needed: needed, available: available, proposed: proposed, shortfall: max(0, needed - available),
            surplus: max(0, available - needed), runsOutIn: runsOutIn,
            peopleCarried: peopleCarried(by: available, sums), months: lines, unpriced: unpriced)
    }

    /// A segment over a year.
    private struct SegmentSum {
        var headMonths: Int128 = 0
        /// Of the months that have one.
        var rates: [Int64] = []
    }

    /// How many heads, mixed as the members on record are, the money pays for all year.
    private func peopleCarried(by money: Int64, _ segments: [SegmentSum]) -> Int64? {
        var headMonths: Int128 = 0
        var yearlyCost: Int128 = 0
        for segment in segments where segment.headMonths > 0 && segment.rates.count == 12 {
            headMonths += segment.headMonths
            yearlyCost += segment.headMonths * Int128(segment.rates.reduce(0, +))
        }
        return yearlyCost > 0 ? Int64(Int128(money) * headMonths / yearlyCost) : nil
    }
}
