import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

@Suite struct `Coverage of a region` {
    private func record(_ stage: Stage, _ fact: CoverageFact, in region: String = "35.28") async throws {
        try await stage.engine.record(fact, in: region, Circumstances(principal: stage.person(.bpjsPIC)))
    }

    private func events(_ stage: Stage, _ type: EventType) async throws -> [Event] {
        try await stage.ledger.events(EventQuery(type: type, limit: 100))
    }

    /// Pamekasan 2025: 98.60 % registered, 79.14 % active.
    private func pamekasan(
        active: Int64, scheme: CoverageFact.Scheme? = nil, asOf: String = "2026-10-31"
    ) -> CoverageFact {
        CoverageFact(
            asOf: asOf, registered: 897_471, active: active, residents: 910_230, scheme: scheme,
            source: "BPJS Kesehatan")
    }

    @Test func `a status that is gained or lost is told with what is missing`() async throws {
        let stage = try await Stage()
        try await record(stage, pamekasan(active: 730_000, scheme: .prioritas, asOf: "2026-08-31"))
        try await record(stage, pamekasan(active: 729_000, asOf: "2026-09-30"))
        try await record(stage, pamekasan(active: 710_258))
        let told = try await events(stage, .thresholdCrossed).compactMap { event -> StatusChange? in
            if case .thresholdCrossed(let change) = event.data { change } else { nil }
        }
        #expect(told.map(\.from) == [.unknown, .prioritas])
        #expect(told.map(\.to) == [.prioritas, .cutOff])
        #expect(told.last?.activity?.english == "79.14")
        #expect(told.last?.missingActive == 7_719, "80 % of 897,471 are 717,977")
        let standing = try #require(
            try await stage.engine.standings(on: Day("2026-11-02")!, region: "35.28", for: stage.person(.auditor)).first
        )
        #expect(standing.standing.status == .cutOff)
        #expect(standing.costToReach == 0)
    }

    @Test func `a status that arrears have changed is told with the next figure`() async throws {
        let stage = try await Stage(at: "2026-11-20T09:00:00+07:00")
        try await record(stage, pamekasan(active: 800_000, scheme: .prioritas))
        let agreement = try await stage.create(stage.new(region: "35.28"))
        try await stage.submit(.issueBill(NewBill(month: Month("2026-10")!, amount: 1)), agreement, as: .bpjsPIC)
        try await record(stage, pamekasan(active: 800_000, asOf: "2026-11-19"))
        let told = try await events(stage, .thresholdCrossed).compactMap { event -> [CoverageStanding.Status]? in
            if case .thresholdCrossed(let change) = event.data { [change.from, change.to] } else { nil }
        }
        #expect(told == [[.unknown, .prioritas], [.prioritas, .cutOff]])
    }

    @Test func `what a region owes stands in the way of Prioritas`() async throws {
        let stage = try await Stage(at: "2026-11-20T09:00:00+07:00")
        try await record(stage, pamekasan(active: 800_000, scheme: .prioritas))
        let agreement = try await stage.create(stage.new(region: "35.28"))
        try await stage.submit(
            .issueBill(NewBill(month: Month("2026-10")!, amount: 34_300_000_000)), agreement, as: .bpjsPIC)
        let standing = try #require(
            try await stage.engine.standings(on: Day("2026-11-20")!, region: "35.28", for: stage.person(.auditor)).first
        )
        #expect(standing.standing.arrears == 34_300_000_000)
        #expect(standing.standing.status == .cutOff)
        #expect(standing.standing.warnings.contains(.arrears(34_300_000_000)))
    }

    @Test func `two sources of one day that disagree are both kept, and told`() async throws {
        let stage = try await Stage()
        try await record(stage, pamekasan(active: 1))
        var other = pamekasan(active: 2)
        other.source = "Dinas Kesehatan"
        try await record(stage, other)
        #expect(try await stage.engine.coverage(of: "35.28", for: stage.person(.auditor)).count == 2)
        let told = try await events(stage, .dataInconsistent)
        #expect(told.map(\.subject) == [.region("35.28")])
    }

    @Test func `it is for those who may, of regions that there are`() async throws {
        let stage = try await Stage()
        for (region, principal) in [("99.99", stage.person(.bpjsPIC)), ("35.28", stage.person(.auditor))] {
            await #expect(throws: EngineError.self) {
                try await stage.engine.record(pamekasan(active: 1), in: region, Circumstances(principal: principal))
            }
        }
        #expect(try await events(stage, .coverageRecorded).isEmpty)
    }
}
