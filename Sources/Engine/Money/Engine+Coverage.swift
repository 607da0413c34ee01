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

extension Engine {
    /// Records how many of a region's residents are covered, as one source says; tells if the region's status is another
    /// thereby, and if sources disagree.
    public func record(_ fact: CoverageFact, in region: String, _ circumstances: Circumstances) async throws {
        let principal = circumstances.principal
        if try await earlierResult(circumstances) != nil { return }
        var change = Change(events: try await events(of: fact, in: region, by: principal))
        change.idempotency = circumstances.remembering(region)
        do {
            try await commit(change)
        } catch LedgerError.duplicateKey {
            _ = try await earlierResult(circumstances)
        }
    }

    /// - Parameter known: facts of the region that are about to be recorded too.
    func events(
        of fact: CoverageFact, in region: String, by principal: Principal, after known: [CoverageFact] = []
    ) async throws -> [Event] {
        try principal.require(.recordCoverage)
        guard rules.reference.regions[region] != nil else { throw EngineError.notFound(region) }
        try principal.require(region: region)
        let now = clock.now()
        let today = rules.reference.regions.zone(of: region).day(at: now)
        func event(_ data: EventData, by actor: Actor) -> Event {
            Event(
                id: .init(rawValue: mint.id("evt", at: now)), subject: .region(region), region: region, recordedAt: now,
                effectiveOn: fact.asOfDay ?? today, actor: actor, data: data)
        }
        let facts = try await ledger.coverageFacts(within: [region])[region, default: []] + known
        let arrears = try await arrears(within: [region], on: today)[region] ?? 0
        let before = standing(of: region, facts, arrears: arrears, on: today)
        let after = standing(of: region, facts + [fact], arrears: arrears, on: today)
        var events = [event(.coverageRecorded(fact), by: principal.actor)]
        events += facts.compactMap { fact.disagreement(with: $0) }.prefix(1).map {
            event(.inconsistent($0), by: .system)
        }
        if before.status != after.status {
            let change = StatusChange(from: before.status, to: after, asOf: fact.asOf)
            events.append(event(.thresholdCrossed(change), by: .system))
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
        let falling = gaps.reduce(into: [String: Int64]()) { $0[$1.ending.region, default: 0] += $1.people ?? 0 }
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
