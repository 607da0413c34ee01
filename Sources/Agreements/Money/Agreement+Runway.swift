public import Calendars

extension Agreement {
    /// Fiscal years with money, members or bills on record.
    public var fiscalYears: [Int] {
        Set(
            funding.map(\.fiscalYear) + bills.map(\.month.year)
                + members.flatMap { Array($0.from.year...max($0.from.year, $0.until.year)) }
        ).sorted()
    }

    /// What one head of a segment costs in a month, in rupiah; nil where no rate is known.
    ///
    /// A flat contribution or a wage of the agreement's own (`flat_contribution`, `wage_base`) goes before the tables.
    public func price(_ segment: Segment, in month: Month, rates: Rates) -> Int64? {
        if programme == .jamsostek, let flat = value("flat_contribution")?.integer { return flat }
        let wage = memberCount(segment, in: month)?.wage ?? value("wage_base")?.integer
        return rates.regionShare(programme, segment, in: month, region: region, wage: wage)
    }

    /// - Throws: ``MoneyError`` if the figures are too large to add up.
    public func runway(year: Int, rates: Rates, supposing whatIf: WhatIf = WhatIf()) throws(MoneyError) -> Runway {
        var sum = RunwaySum(year: year)
        let segments = whatIf.people == nil ? self.segments : [segments.first ?? programme.usualSegment]
        for number in 1...12 {
            let month = Month(year: year, month: number)
            sum.begin(month, bill: bill(of: month))
            guard whatIf.includes(month) else { continue }
            for segment in segments {
                let heads = whatIf.people ?? heads(segment, in: month)
                if heads > 0 { sum.add(heads, of: segment, at: whatIf.rate ?? price(segment, in: month, rates: rates)) }
            }
        }
        for line in funding where line.fiscalYear == year {
            if line.stage.isEnacted { sum.available += Int128(line.amount) }
            if line.stage < .apbd { sum.proposed += Int128(line.amount) }
        }
        if let amount = whatIf.amount { sum.available = Int128(amount) }
        for bill in bills where bill.month.year < year { sum.owedBefore += Int128(bill.owed) }
        return try sum.runway()
    }
}

extension Programme {
    /// The segment that most agreements of a programme insure.
    public var usualSegment: Segment {
        switch self {
        case .jkn: .pbpuBPPemda
        case .jamsostek: .pekerjaRentan
        }
    }
}

/// Adds up a year in 128 bits, in which no sum of what 64 bits hold can overflow.
private struct RunwaySum {
    let year: Int
    var available: Int128 = 0
    var proposed: Int128 = 0
    var owedBefore: Int128 = 0
    private var months: [MonthSum] = []
    private var unpriced: [Segment] = []

    private struct MonthSum {
        var month: Month
        var heads: Int128 = 0
        /// Heads with a price.
        var pricedHeads: Int128 = 0
        var cost: Int128 = 0
        var bill: Bill?
    }

    init(year: Int) { self.year = year }

    mutating func begin(_ month: Month, bill: Bill?) { months.append(MonthSum(month: month, bill: bill)) }

    mutating func add(_ heads: Int64, of segment: Segment, at price: Int64?) {
        months[months.count - 1].heads += Int128(heads)
        guard let price else {
            if !unpriced.contains(segment) { unpriced.append(segment) }
            return
        }
        months[months.count - 1].pricedHeads += Int128(heads)
        // A product of two 64-bit numbers fits, a year of them need not: what is beyond any sum of rupiah stays beyond it.
        months[months.count - 1].cost += min(Int128(heads) * Int128(price), 1 << 96)
    }

    func runway() throws(MoneyError) -> Runway {
        var left = available
        var runsOutIn: Month?
        var lines: [Runway.MonthLine] = []
        lines.reserveCapacity(12)
        var needed: Int128 = 0
        for month in months {
            needed += month.cost
            left -= month.cost
            if left < 0, runsOutIn == nil { runsOutIn = month.month }
            lines.append(
                Runway.MonthLine(
                    month: month.month, members: try Int64(sum: month.heads, year: year),
                    needed: try Int64(sum: month.cost, year: year), left: try Int64(sum: left, year: year),
                    billed: month.bill?.amount, paid: month.bill?.paid))
        }
        return Runway(
            year: year, needed: try Int64(sum: needed, year: year), available: try Int64(sum: available, year: year),
            proposed: try Int64(sum: proposed, year: year),
            shortfall: try Int64(sum: max(0, needed - available), year: year),
            surplus: try Int64(sum: max(0, available - needed), year: year), runsOutIn: runsOutIn,
            peopleCarried: try peopleCarried(needed), monthsCarried: try monthsCarried(), months: lines,
            unpriced: unpriced, outlook: try outlook())
    }

    /// How many heads, mixed as the members on record are, the money pays for in all the months that have members.
    private func peopleCarried(_ needed: Int128) throws(MoneyError) -> Int64? {
        guard needed > 0 else { return nil }
        let counted = months.count { $0.pricedHeads > 0 }
        let headMonths = months.reduce(0) { $0 + $1.pricedHeads }
        // available / (needed / headMonths) / counted, without a fraction before the end.
        let (product, overflow) = available.multipliedReportingOverflow(by: headMonths)
        guard !overflow else { throw .tooLarge(year: year) }
        return try Int64(sum: product / (needed * Int128(counted)), year: year)
    }

    private func monthsCarried() throws(MoneyError) -> Hundredths? {
        let costly = months.filter { $0.cost > 0 }
        guard let last = costly.last else { return nil }
        var left = available
        var paid: Int128 = 0
        for month in costly {
            guard left >= month.cost else { break }
            left -= month.cost
            paid += 1
        }
        let next = paid < costly.count ? costly[Int(paid)].cost : last.cost
        return Hundredths(try Int64(sum: paid * 100 + (left * 200 + next) / (2 * next), year: year))
    }

    private func outlook() throws(MoneyError) -> Runway.Outlook? {
        guard owedBefore > 0 || months.contains(where: { $0.bill != nil }) else { return nil }
        var (billed, paid, owed, expected): (Int128, Int128, Int128, Int128) = (0, 0, 0, owedBefore)
        var runsOutIn: Month?
        for month in months {
            if let bill = month.bill {
                billed += Int128(bill.amount)
                paid += Int128(bill.paid)
                owed += Int128(bill.owed)
            }
            expected += month.bill.map { Int128($0.amount) } ?? month.cost
            if expected > available, runsOutIn == nil { runsOutIn = month.month }
        }
        return Runway.Outlook(
            billed: try Int64(sum: billed, year: year), paid: try Int64(sum: paid, year: year),
            owed: try Int64(sum: owed, year: year), owedBefore: try Int64(sum: owedBefore, year: year),
            expected: try Int64(sum: expected, year: year),
            shortfall: try Int64(sum: max(0, expected - available), year: year),
            surplus: try Int64(sum: max(0, available - expected), year: year), runsOutIn: runsOutIn)
    }
}
