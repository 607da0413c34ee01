public import Agreements
public import Calendars
import Documents
import Ledger

/// Where one region stands, and what it would take to stand better.
public struct RegionStanding: Sendable {
    public var region: Region
    public var standing: CoverageStanding
    /// What it costs the region in a year to register those that are missing from the bar, in rupiah.
    public var costToReach: Int64?
}

/// What is on record of a region's coverage before another fact.
struct CoverageHistory {
    var facts: [CoverageFact]
    /// What the region owes past due, in rupiah.
    var arrears: Int64
    /// The status that was told last.
    var told: CoverageStanding.Status
}

extension Engine {
    /// Records how many of a region's residents are covered, as one source says; tells if the region's status is another
    /// thereby, and if sources disagree.
    public func record(_ fact: CoverageFact, in region: String, _ circumstances: Circumstances) async throws {
        let principal = circumstances.principal
        if try await earlierResult(circumstances) != nil { return }
        var history = try await coverageHistory(of: region, for: principal)
        try refuseFuture(fact, in: region)
        var change = Change(events: events(of: fact, in: region, by: principal, &history))
        change.idempotency = circumstances.remembering(region)
        do {
            try await commit(change)
        } catch LedgerError.duplicateKey {
            _ = try await earlierResult(circumstances)
        }
    }

    /// - Throws: ``EngineError`` if somebody may not record what is covered there.
    func coverageHistory(of region: String, for principal: Principal) async throws -> CoverageHistory {
        try principal.require(.recordCoverage)
        guard rules.reference.regions[region] != nil else { throw EngineError.notFound(region) }
        try principal.require(region: region)
        let today = self.today(in: region)
        let crossings = try await ledger.events(
            EventQuery(subject: .region(region), type: .thresholdCrossed, limit: .max))
        var told: CoverageStanding.Status?
        if case .thresholdCrossed(let change)? = crossings.last?.data { told = change.to }
        return CoverageHistory(
            facts: try await ledger.coverageFacts(within: [region])[region] ?? [],
            arrears: try await self.arrears(within: [region], on: today)[region] ?? 0, told: told ?? .unknown)
    }

    /// - Throws: ``EngineError`` if the day, month or year that it speaks of has not begun.
    func refuseFuture(_ fact: CoverageFact, in region: String) throws {
        let today = self.today(in: region)
        let begins = Day(fact.asOf) ?? Month(fact.asOf)?.first ?? Month(fact.asOf + "-01")?.first
        guard let begins, begins > today else { return }
        throw EngineError.invalid(
            "/as_of",
            Bilingual(
                id: "\(fact.asOf) belum tiba (hari ini \(today))",
                en: "\(fact.asOf) has not come yet (today is \(today))"))
    }

    /// What a fact that is recorded says, and what it brings; the history goes on with it.
    func events(
        of fact: CoverageFact, in region: String, by principal: Principal, _ history: inout CoverageHistory
    ) -> [Event] {
        let now = clock.now()
        let today = rules.reference.regions.zone(of: region).day(at: now)
        func event(_ data: EventData, by actor: Actor) -> Event {
            Event(
                id: .init(rawValue: mint.id("evt", at: now)), subject: .region(region), region: region, recordedAt: now,
                effectiveOn: fact.asOfDay ?? today, actor: actor, data: data)
        }
        let disagreements = history.facts.flatMap { fact.disagreements(with: $0) }
        history.facts.append(fact)
        let standing = standing(of: region, history.facts, arrears: history.arrears, on: today)
        var events = [event(.coverageRecorded(fact), by: principal.actor)]
        events += disagreements.map { event(.inconsistent($0), by: .system) }
        // Compared with what was told last: arrears and bars change a status without any fact.
        if history.told != standing.status {
            let change = StatusChange(from: history.told, to: standing, asOf: fact.asOf)
            events.append(event(.thresholdCrossed(change), by: .system))
            history.told = standing.status
        }
        return events
    }

    /// All coverage facts of a region, the oldest first. Sources that disagree stand side by side.
    public func coverage(of region: String, for principal: Principal) async throws -> [CoverageFact] {
        try principal.require(region: region)
        return try await ledger.coverageFacts(within: [region])[region] ?? []
    }

    /// Where regions stand on a day, by their codes: those with a figure on record.
    ///
    /// - Parameter region: only this one, whether it has figures or not; nil for all.
    public func standings(on day: Day, region: String? = nil, for principal: Principal) async throws -> [RegionStanding]
    {
        let regions = rules.reference.regions
        if let region {
            guard regions[region] != nil else { throw EngineError.notFound(region) }
            try principal.require(region: region)
        }
        let within = region.map { [$0] } ?? principal.regions
        let facts = try await ledger.coverageFacts(within: within)
        let arrears = try await arrears(within: within, on: day)
        let next = Day(year: day.year + 1, month: 1, day: 1) ?? day
        let gaps = try await gaps(on: next, in: Scope(region: region, programme: .jkn), for: principal)
        let falling = gaps.reduce(into: [String: Int64]()) { falling, gap in
            let people = Int128(falling[gap.ending.region] ?? 0) + Int128(gap.people ?? 0)
            falling[gap.ending.region] = Int64(clamping: people)
        }
        return (region.map { [$0] } ?? facts.keys.sorted()).compactMap { code in
            regions[code].map { known in
                var standing = standing(of: code, facts[code] ?? [], arrears: arrears[code] ?? 0, on: day)
                if let people = falling[code], people > 0 { standing.falling = .init(people: people, on: next) }
                return RegionStanding(
                    region: known, standing: standing, costToReach: costToReach(standing, in: code, on: day))
            }
        }
    }

    private func standing(
        of region: String, _ facts: [CoverageFact], arrears: Int64, on day: Day
    ) -> CoverageStanding {
        CoverageStanding(
            facts, population: rules.reference.regions.residents(of: region), arrears: arrears,
            thresholds: rules.reference.thresholds, on: day)
    }

    /// What regions owe past due for JKN, in rupiah.
    private func arrears(within: [String], on day: Day) async throws -> [String: Int64] {
        try await ledger.overdueBills(before: day, in: Scope(programme: .jkn, within: within))
            .reduce(into: [:]) { $0[$1.region] = Int64(clamping: Int128($0[$1.region] ?? 0) + Int128($1.bill.owed)) }
    }

    private func costToReach(_ standing: CoverageStanding, in region: String, on day: Day) -> Int64? {
        guard let missing = standing.missingRegistered,
            let price = rules.reference.rates.regionShare(.jkn, .pbpuBPPemda, in: day.month, region: region)
        else { return nil }
        return Int64(exactly: Int128(missing) * Int128(price) * 12)
    }
}
