public import Agreements
public import Calendars

extension RunwayChart {
    /// What a chart shows: the money of a year of one agreement, or of several together. Whole rupiah.
    ///
    /// The sums are told as they are given here. Of several agreements one's surplus does not pay for another, so their
    /// shortfalls and surpluses do not follow from the months.
    public struct Year: Sendable, Equatable {
        public var year: Int
        public var needed: Int64
        /// The ceiling: enacted funding lines.
        public var available: Int64
        /// Lines that are only proposed yet; they are drawn above the ceiling.
        public var proposed: Int64
        public var shortfall: Int64
        public var surplus: Int64
        /// The first month that is not paid in full, of several agreements the first of all.
        public var runsOutIn: Month?
        /// How many of the members the money carries; nil where that is not known.
        public var peopleCarried: Int64?
        /// In their order; of more than twelve only the first twelve are drawn.
        public var months: [MonthLine]
        /// How many agreements are added up here.
        public var agreements: Int64
        /// How many of them are short.
        public var short: Int64
        /// Segments whose members are counted and whose need is not, for want of a rate.
        public var unpriced: [Segment]
        /// What was really billed, against the budget.
        public var outlook: Runway.Outlook?

        public struct MonthLine: Sendable, Equatable {
            public var month: Month
            public var members: Int64
            public var needed: Int64
            /// 0 where there is no bill.
            public var billed: Int64
            public var paid: Int64

            public init(month: Month, members: Int64, needed: Int64, billed: Int64 = 0, paid: Int64 = 0) {
                self.month = month
                self.members = members
                self.needed = needed
                self.billed = billed
                self.paid = paid
            }
        }

        /// The year of several agreements together.
        public init(
            year: Int, needed: Int64, available: Int64, proposed: Int64, shortfall: Int64, surplus: Int64,
            runsOutIn: Month?, peopleCarried: Int64?, agreements: Int64, short: Int64, months: [MonthLine]
        ) {
            self.year = year
            self.needed = needed
            self.available = available
            self.proposed = proposed
            self.shortfall = shortfall
            self.surplus = surplus
            self.runsOutIn = runsOutIn
            self.peopleCarried = peopleCarried
            self.months = months
            self.agreements = agreements
            self.short = short
            unpriced = []
        }

        /// The year of one agreement.
        public init(_ runway: Runway) {
            self.init(
                year: runway.year, needed: runway.needed, available: runway.available, proposed: runway.proposed,
                shortfall: runway.shortfall, surplus: runway.surplus, runsOutIn: runway.runsOutIn,
                peopleCarried: runway.peopleCarried, agreements: 1, short: runway.shortfall > 0 ? 1 : 0,
                months: runway.months.map {
                    MonthLine(
                        month: $0.month, members: $0.members, needed: $0.needed, billed: $0.billed ?? 0,
                        paid: $0.paid ?? 0)
                })
            unpriced = runway.unpriced
            outlook = runway.outlook
        }
    }
}

extension RunwayChart.Year {
    /// What is drawn of a month, with what is left after it.
    struct Column {
        var line: MonthLine
        /// In 128 bits, in which a year of 64-bit amounts cannot overflow.
        var left: Int128

        /// The part of the need that the money does not reach.
        var uncovered: Int64 { left < 0 ? Int64(clamping: min(-left, Int128(max(0, line.needed)))) : 0 }
    }

    var columns: [Column] {
        var left = Int128(available)
        return months.prefix(12).map { line in
            left -= Int128(line.needed)
            return Column(line: line, left: left)
        }
    }

    var isAggregate: Bool { agreements != 1 }
    var hasBills: Bool { months.contains { $0.billed != 0 || $0.paid != 0 } }
    var billed: Int128 { months.reduce(0) { $0 + Int128($1.billed) } }
    var paid: Int128 { months.reduce(0) { $0 + Int128($1.paid) } }
    /// The most heads of any month.
    var people: Int64 { months.map(\.members).max() ?? 0 }
}
