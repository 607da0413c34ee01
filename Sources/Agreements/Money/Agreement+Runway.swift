public import Calendars

extension Agreement {
    /// Fiscal years with money, members or bills on record.
    public var fiscalYears: [Int] {
        Set(
            funding.map(\.fiscalYear) + bills.map(\.month.year)
                + members.flatMap { Array($0.from.year...max($0.from.year, $0.until.year)) }
        ).sorted()
    }

    /// - Throws: ``MoneyError`` if the figures are too large to add up.
    public func runway(year: Int, rates: Rates, supposing whatIf: WhatIf = WhatIf()) throws(MoneyError) -> Runway {
        var sum = RunwaySum(year: year)
        let terms = PriceTerms(self)
        let segments = whatIf.people == nil ? self.segments : [segments.first ?? programme.usualSegment]
        for month in Month(year: year, month: 1)...Month(year: year, month: 12) where whatIf.includes(month) {
            for segment in segments {
                let base = memberCountIndex(segment, in: month)
                let heads = whatIf.people ?? base.map { self.heads(from: members[$0], in: month) } ?? 0
                guard heads > 0 else { continue }
                let price =
                    whatIf.rate ?? terms.price(segment, in: month, wage: base.flatMap { members[$0].wage }, rates)
                sum.add(heads, of: segment, at: price, in: month)
            }
        }
        for bill in bills where bill.month.year <= year { sum.add(bill) }
        for line in funding where line.fiscalYear == year {
            if line.stage.isEnacted { sum.available += Int128(line.amount) }
            if line.stage < .apbd { sum.proposed += Int128(line.amount) }
        }
        if let amount = whatIf.amount { sum.available = Int128(amount) }
        return try sum.runway()
    }

    /// What one head of a segment costs in a month, in rupiah; nil where no rate is known.
    public func price(_ segment: Segment, in month: Month, rates: Rates) -> Int64? {
        let wage = memberCountIndex(segment, in: month).flatMap { members[$0].wage }
        return PriceTerms(self).price(segment, in: month, wage: wage, rates)
    }
}

/// What an agreement itself says about prices, which goes before the tables: a flat contribution a head-month
/// (`flat_contribution`), or the wage that shares are reckoned on (`wage_base`).
private struct PriceTerms {
    let programme: Programme
    let region: String
    let flat: Int64?
    let wage: Int64?

    init(_ agreement: Agreement) {
        programme = agreement.programme
        region = agreement.region
        let isByWage = programme == .jamsostek
        flat = isByWage ? agreement.value("flat_contribution")?.integer : nil
        wage = isByWage ? agreement.value("wage_base")?.integer : nil
    }

    func price(_ segment: Segment, in month: Month, wage: Int64?, _ rates: Rates) -> Int64? {
        flat ?? rates.regionShare(programme, segment, in: month, region: region, wage: wage ?? self.wage)
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
    private var months: [MonthSum]
    private var unpriced: [Segment] = []

    private struct MonthSum {
        var month: Month
        var heads: Int128 = 0
        /// Heads with a price.
        var pricedHeads: Int128 = 0
        var cost: Int128 = 0
        var bill: (amount: Int64, paid: Int64, owed: Int64)?
    }

    init(year: Int) {
        self.year = year
        months = (1...12).map { MonthSum(month: Month(year: year, month: $0)) }
    }

    mutating func add(_ bill: Bill) {
        if bill.month.year < year {
            owedBefore += Int128(bill.owed)
        } else {
            months[bill.month.number - 1].bill = (bill.amount, bill.paid, bill.owed)
        }
    }

    mutating func add(_ heads: Int64, of segment: Segment, at price: Int64?, in month: Month) {
        let index = month.number - 1
        months[index].heads += Int128(heads)
        guard let price else {
            if !unpriced.contains(segment) { unpriced.append(segment) }
            return
        }
        months[index].pricedHeads += Int128(heads)
        // A product of two 64-bit numbers fits, a year of them need not: what is beyond any sum of rupiah stays beyond it.
        months[index].cost += min(Int128(heads) * Int128(price), 1 << 96)
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
