public import Agreements
public import Calendars
public import Ledger
import Workflows

/// One page for the Bupati, the branch head or the DPRD: a region and a month.
public struct MonthReport: Sendable {
    /// What ends in a month.
    public struct Ending: Sendable, Equatable {
        public var month: Month
        public var papers: Int
        public var people: Int64
        /// How many of them another paper follows, and whom those insure.
        public var followed = 0
        public var peopleFollowed: Int64 = 0
    }

    public var region: String?
    public var month: Month
    public var today: Day
    /// States that were entered in the month, by workflow; those that brought papers into force first.
    public var done: [Arrival]
    /// How many papers came into force.
    public var broughtIntoForce: Int
    /// Where everything stands.
    public var tallies: [Tally]
    /// Past the deadline, by office.
    public var late: [Role: WorkTotals]
    /// The money of the month's year.
    public var money: RunwayTotal
    /// The same by what lies inside: provinces of the nation, regions of a province, agreements of a region.
    public var parts: [RunwayTotal]
    /// How much of the year's money was paid, in hundredths of a percent; nil where there is none.
    public var moneyUsed: Int64?
    /// How much of the year had passed at the end of the month, or has by today, in hundredths of a percent.
    public var timeUsed: Int64
    /// Bills past due.
    public var arrears: (bills: Int, owed: Int64)
    /// People who lose cover on the 1 January that follows.
    public var peopleAtRisk: Int64
    public var gaps: Int
    /// The next twelve months, from the month itself.
    public var endings: [Ending]
}

extension Engine {
    /// Done, late, money and people at risk, as they stand now; what was done, and what was to end, by the month.
    ///
    /// The access log says who read it.
    ///
    /// - Throws: ``EngineError``, and `MoneyError` where the figures are too large to add up.
    public func report(
        of month: Month? = nil, region: String? = nil, for principal: Principal, from visitor: Visitor = Visitor()
    ) async throws -> MonthReport {
        let regions = try principal.scope(region)
        let today = self.today(in: region)
        let month = month ?? today.month
        let scope = Scope(region: region == "00" ? nil : region)
        let rules = rules
        let arrivals = try await ledger.arrivals(in: month, within: regions)
        func isActive(_ state: String, in workflow: String) -> Bool {
            rules.current[workflow]?.state(state)?.phase == .active
        }
        let done = Dictionary(grouping: arrivals) { [$0.workflow, $0.state] }.map { key, parts in
            Arrival(workflow: key[0], state: key[1], agreements: parts.reduce(0) { $0 + $1.agreements })
        }.sorted {
            (isActive($0.state, in: $0.workflow) ? 0 : 1, $0.workflow, $0.state)
                < (isActive($1.state, in: $1.workflow) ? 0 : 1, $1.workflow, $1.state)
        }
        let money = try await runwayOverview(
            of: month.year, by: Grouping(inside: scope.region), in: scope, for: principal)
        let overdue = try await arrears(on: today, in: scope, for: principal)
        let newYear = Day(year: month.year + 1, month: 1, day: 1) ?? today
        let gaps = try await gaps(on: newYear, in: scope, for: principal)
        let endings = try await ledger.endings(from: month, until: month.adding(11), within: regions)
        let first = Month(year: month.year, month: 1).first
        let passed = min(max(today, first), month.last) - first + 1
        func sum(_ numbers: [Int64]) -> Int64 { Int64(clamping: numbers.reduce(0 as Int128) { $0 + Int128($1) }) }
        try await record(.report, by: principal, from: visitor, detail: "\(month) \(region ?? "00")")
        return MonthReport(
            region: region, month: month, today: today,
            done: done,
            broughtIntoForce: arrivals.filter { arrival in
                // Cover that was suspended and goes on was in force before.
                isActive(arrival.state, in: arrival.workflow)
                    && !(arrival.from.map { isActive($0, in: arrival.workflow) } ?? false)
            }.reduce(0) { $0 + $1.agreements },
            tallies: try await ledger.tallies(within: regions),
            late: try await ledger.overdue(on: today, within: regions), money: money.total,
            parts: money.parts,
            moneyUsed: money.total.available > 0
                ? Int64(clamping: Int128(money.total.paid) * 10_000 / Int128(money.total.available)) : nil,
            timeUsed: Int64(passed * 10_000 / (newYear - first)),
            arrears: (overdue.count, sum(overdue.map(\.bill.owed))),
            peopleAtRisk: sum(gaps.compactMap(\.people)), gaps: gaps.count,
            endings: (0..<12).map { offset in
                let month = month.adding(offset)
                let ending = endings[month]
                return .init(
                    month: month, papers: ending?.papers ?? 0, people: ending?.people ?? 0,
                    followed: ending?.followed ?? 0, peopleFollowed: ending?.peopleFollowed ?? 0)
            })
    }
}

extension Grouping {
    /// What a region consists of; the nation where none is named.
    public init(inside region: String?) {
        self = region.map { $0.contains(".") ? .agreement : .region } ?? .province
    }
}
