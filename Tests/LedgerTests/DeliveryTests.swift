import Agreements
import Calendars
import Foundation
import Ledger
import Testing

@Suite struct DeliveryTests {
    private let now = Fixture.now

    /// A ledger with deliveries of two agreements to two endpoints, five events each.
    private func ledger() async throws -> Fixture {
        let fixture = try Fixture()
        for id in ["we_1", "we_2"] {
            _ = try await fixture.ledger.commit(Change(endpoint: .save(Fixture.endpoint(id))))
        }
        for name in ["agr_a", "agr_b"] {
            var change = Fixture.creation(name)
            change.outbox = { event in
                Outbox(
                    deliveries: (0..<5).flatMap { index in
                        ["we_1", "we_2"].map { Fixture.delivery(event.seq * 10 + index, lane: name, endpoint: $0) }
                    })
            }
            _ = try await fixture.ledger.commit(change)
        }
        return fixture
    }

    private func settle(_ delivery: Delivery, _ next: Settlement.Next, _ fixture: Fixture) async throws {
        _ = try await fixture.ledger.settle(
            [
                Settlement(
                    attempt: Attempt(delivery: delivery.id, number: delivery.attempts, startedAt: now, finishedAt: now),
                    next: next)
            ], health: [:], claiming: [], at: now)
    }

    @Test func `one of each agreement is in flight at an endpoint, in order`() async throws {
        let fixture = try await ledger()
        var arrived: [String: [Int64]] = [:]
        while true {
            let claimed = try await fixture.claim("we_1", 10)
            if claimed.isEmpty { break }
            #expect(Set(claimed.map(\.lane)).count == claimed.count)
            for delivery in claimed {
                arrived[delivery.lane, default: []].append(delivery.seq)
                try await settle(delivery, .delivered, fixture)
            }
        }
        #expect(arrived == ["agr_a": [10, 11, 12, 13, 14], "agr_b": [20, 21, 22, 23, 24]])
    }

    @Test func `a failing agreement holds up only itself`() async throws {
        let fixture = try await ledger()
        for delivery in try await fixture.claim("we_1", 10) {
            try await settle(
                delivery, delivery.lane == "agr_a" ? .retry(at: now + .seconds(60)) : .delivered, fixture)
        }
        #expect(try await fixture.claim("we_1", 10).map(\.seq) == [21])
        #expect(
            try await fixture.ledger.settle(
                [], health: [:], claiming: [DeliveryClaim(endpoint: "we_1", limit: 0)], at: now
            ).nextDue == [
                "we_1": now + .seconds(60)
            ])
        #expect(try await fixture.claim("we_2", 10).map(\.seq) == [10, 20])
    }

    @Test func `what is given up lets the next one go`() async throws {
        let fixture = try await ledger()
        let first = try #require(try await fixture.claim("we_1", 1).first)
        try await settle(first, .failed, fixture)
        let next = try await fixture.claim("we_1", 10).filter {
            $0.lane == first.lane
        }
        #expect(next.map(\.seq) == [first.seq + 1])
    }

    @Test func `what was in flight at a crash is sent again under the same name, and the attempt is listed as unknown`()
        async throws
    {
        let fixture = try await ledger()
        let claimed = try await fixture.claim("we_1", 10)
        #expect(try await fixture.claim("we_1", 10).isEmpty)
        #expect(try await fixture.ledger.recoverDeliveries(at: now) == claimed.count)
        let again = try await fixture.claim("we_1", 10)
        #expect(Set(again.map(\.eventID)) == Set(claimed.map(\.eventID)))
        let log = try await fixture.ledger.attempts(of: claimed[0].id)
        #expect(log.map(\.number) == [1, 2])
        #expect(log[0].finishedAt == nil)
        #expect(log[0].error?.hasPrefix("unknown outcome") == true)
    }

    @Test func `a late answer to an older attempt changes nothing`() async throws {
        let fixture = try await ledger()
        let first = try #require(try await fixture.claim("we_1", 1).first)
        _ = try await fixture.ledger.recoverDeliveries(at: now)
        let second = try #require(
            try await fixture.claim("we_1", 10).first { $0.id == first.id })
        try await settle(first, .delivered, fixture)
        let stored = try await fixture.ledger.deliveries(DeliveryQuery(endpoint: "we_1", limit: 100))
        #expect(stored.first { $0.id == second.id }?.state == .inFlight)
    }

    @Test func `switching an endpoint off holds its deliveries, on again releases them in order`() async throws {
        let fixture = try await ledger()
        var endpoint = Fixture.endpoint("we_1")
        endpoint.enabled = false
        _ = try await fixture.ledger.commit(Change(endpoint: .save(endpoint)))
        #expect(try await fixture.claim("we_1", 10).isEmpty)
        endpoint.enabled = true
        _ = try await fixture.ledger.commit(Change(endpoint: .save(endpoint)))
        #expect(try await fixture.claim("we_1", 10).map(\.seq) == [10, 20])
        #expect(try await fixture.ledger.endpoints().first { $0.id == "we_1" } == endpoint)
    }

    @Test func `a replay puts nothing into what is off, and nothing is owed to what is deleted`() async throws {
        let fixture = try await ledger()
        let first = try #require(try await fixture.claim("we_1", 1).first)
        try await settle(first, .failed, fixture)
        let replay = DeliveryReplay(
            id: "rpl_1", endpoint: "we_1", selection: .init(onlyMissing: true), cursor: 0, end: 100, createdAt: now,
            createdBy: "a")
        var change = Change()
        change.replay = replay
        _ = try await fixture.ledger.commit(change)
        var endpoint = Fixture.endpoint("we_1")
        endpoint.enabled = false
        let second = try #require(try await fixture.claim("we_1", 1).first)
        _ = try await fixture.ledger.commit(Change(endpoint: .save(endpoint)))
        #expect(try await fixture.ledger.advance(replay, with: [first], at: now) == 0)
        endpoint.enabled = true
        _ = try await fixture.ledger.commit(Change(endpoint: .save(endpoint)))
        #expect(try await fixture.ledger.advance(replay, with: [first], at: now) == 1)
        _ = try await fixture.ledger.commit(Change(endpoint: .delete("we_1")))
        try await settle(second, .retry(at: now), fixture)
        #expect(Set(try await fixture.ledger.deliveryCounts(of: "we_1").keys) == [.failed])
    }
}
