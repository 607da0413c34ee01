import Agreements
import Calendars
import Foundation
import Ledger
import Testing

@testable import Webhooks

/// A ledger and receivers of a few lines: which events each endpoint has, and how long it takes for one.
private struct World {
    struct Flight {
        var endpoint: String
        var endsAt: Instant
        var deliveries: Int
        var fails: Bool
    }

    var now = Instant("2027-01-04T08:00:00+07:00")!
    var schedule: DeliverySchedule
    /// By endpoint: when each of its events is due.
    var queues: [String: [Instant]]
    var flights: [Flight] = []
    var sent: [String: Int] = [:]
    var sentAt: [String: [Instant]] = [:]
    var mostInFlight: [String: Int] = [:]
    var mostTogether = 0

    init(_ endpoints: [WebhookEndpoint], inFlightMax: Int) {
        schedule = DeliverySchedule(inFlightMax: inFlightMax)
        queues = .init(uniqueKeysWithValues: endpoints.map { ($0.id, []) })
        schedule.update(endpoints, [:], at: now)
    }

    /// Sends until nothing more happens, and returns when that was.
    mutating func run(until end: Instant, takes: (String) -> Duration, fails: (String, Instant) -> Bool) {
        while now < end {
            while true {
                let claims = schedule.claims(at: now)
                if claims.isEmpty { break }
                begin(claims, takes, fails)
            }
            let wake = [schedule.nextWake(after: now), flights.map(\.endsAt).min()].compactMap { $0 }.min()
            guard let wake else { return }
            #expect(wake > now, "a schedule that wakes at once and does nothing would spin")
            now = max(wake, now)
            for flight in flights where flight.endsAt <= now { finish(flight) }
            flights.removeAll { $0.endsAt <= now }
        }
    }

    private mutating func begin(
        _ claims: [DeliveryClaim], _ takes: (String) -> Duration, _ fails: (String, Instant) -> Bool
    ) {
        var claimed = ClaimedDeliveries()
        for claim in claims {
            let queue = (queues[claim.endpoint] ?? []).sorted()
            let due = queue.prefix { $0 <= now }.prefix(claim.limit)
            queues[claim.endpoint] = Array(queue.dropFirst(due.count))
            claimed.deliveries += due.map { at in
                Delivery(
                    id: "dlv", endpoint: claim.endpoint, eventID: .init(rawValue: "evt"), eventType: "t", seq: 1,
                    lane: "l", payload: Data(), dueAt: at, createdAt: at)
            }
            claimed.nextDue[claim.endpoint] = queues[claim.endpoint]?.min()
        }
        for request in schedule.claimed(claims, claimed) {
            let id = request.endpoint.id
            flights.append(
                Flight(
                    endpoint: id, endsAt: now + takes(id), deliveries: request.deliveries.count, fails: fails(id, now)))
            sentAt[id, default: []].append(now)
        }
        for (id, own) in Dictionary(grouping: flights, by: \.endpoint) {
            mostInFlight[id] = max(mostInFlight[id] ?? 0, own.count)
        }
        mostTogether = max(mostTogether, flights.count)
    }

    private mutating func finish(_ flight: Flight) {
        if flight.fails {
            let retry = now + .seconds(10)
            queues[flight.endpoint, default: []] += Array(repeating: retry, count: flight.deliveries)
            schedule.finished(
                flight.endpoint, .failed(connected: true, isOverloaded: false), next: retry, at: now)
        } else {
            sent[flight.endpoint, default: 0] += flight.deliveries
            schedule.finished(flight.endpoint, .succeeded, next: nil, at: now)
        }
    }
}

@Suite struct DeliveryScheduleTests {
    private func endpoint(_ id: String, _ limits: EndpointLimits = EndpointLimits()) -> WebhookEndpoint {
        WebhookEndpoint(
            id: id, url: "https://\(id).test", limits: limits, createdAt: Instant("2027-01-04T08:00:00+07:00")!,
            secrets: EndpointSecrets(signing: []))
    }

    @Test func `one that hangs with ten thousand waiting takes its own room and no time of the others`() {
        let names = (0..<20).map { "e\($0)" }
        func others(with tarpit: Bool) -> (Duration, Int) {
            var world = World(names.map { endpoint($0) } + (tarpit ? [endpoint("tarpit")] : []), inFlightMax: 512)
            for name in names { world.queues[name] = Array(repeating: world.now, count: 400) }
            if tarpit { world.queues["tarpit"] = Array(repeating: world.now, count: 10_000) }
            let start = world.now
            world.run(
                until: start + .seconds(14), takes: { $0 == "tarpit" ? .seconds(15) : .milliseconds(5) },
                fails: { id, _ in id == "tarpit" })
            #expect(names.allSatisfy { world.sent[$0] == 400 })
            #expect((world.mostInFlight["tarpit"] ?? 0) <= 8)
            let last = names.compactMap { world.sentAt[$0]?.last }.max()!
            return (last - start, world.mostTogether)
        }
        let (alone, _) = others(with: false)
        let (beside, _) = others(with: true)
        #expect(alone == beside)
    }

    @Test func `more endpoints than there is room share it, and each gets its turn`() {
        let names = (0..<100).map { "e\($0)" }
        var world = World(names.map { endpoint($0) }, inFlightMax: 50)
        for name in names { world.queues[name] = Array(repeating: world.now, count: 10) }
        let end = world.now + .seconds(60)
        world.run(until: end, takes: { _ in .milliseconds(100) }, fails: { _, _ in false })
        #expect(names.allSatisfy { world.sent[$0] == 10 })
        #expect(world.mostTogether <= 100)
    }

    @Test func `a breaker that is open lets nothing go, then one probe, and forgets nothing`() {
        var world = World([endpoint("e")], inFlightMax: 512)
        world.queues["e"] = Array(repeating: world.now, count: 100)
        let start = world.now
        let mended = start + .seconds(100)
        world.run(
            until: start + .seconds(1_000), takes: { _ in .milliseconds(10) }, fails: { _, now in now < mended })
        #expect(world.sent["e"] == 100)
        // At most what was in flight when it opened, and a probe each time.
        #expect(world.sentAt["e"]!.count(where: { $0 < mended }) <= 20)
    }

    @Test func `patience that was asked for holds for the whole endpoint`() {
        var world = World([endpoint("e")], inFlightMax: 512)
        world.queues["e"] = Array(repeating: world.now, count: 20)
        let until = world.now + .seconds(3_600)
        let claims = world.schedule.claims(at: world.now)
        #expect(claims == [DeliveryClaim(endpoint: "e", limit: 8)])
        _ = world.schedule.claimed(claims, ClaimedDeliveries(deliveries: [], nextDue: ["e": world.now]))
        world.schedule.finished(
            "e", .failed(connected: true, isOverloaded: true, patience: until), next: nil, at: world.now)
        #expect(world.schedule.claims(at: until + .milliseconds(-1)).isEmpty)
        #expect(world.schedule.nextWake(after: world.now) == until)
        #expect(!world.schedule.claims(at: until).isEmpty)
    }

    @Test func `what may not travel together goes in requests of its own`() {
        var batch = endpoint("e")
        batch.format = .batch
        var world = World([batch], inFlightMax: 512)
        let claims = world.schedule.claims(at: world.now)
        let deliveries: [Delivery] = [("a", nil), ("b", nil), ("c", "rpl_1"), ("d", nil)].map { id, replay in
            Delivery(
                id: id, endpoint: "e", eventID: .init(rawValue: "evt_" + id), eventType: "t", seq: 1, lane: id,
                format: .batch, payload: Data(), replay: replay, dueAt: world.now, createdAt: world.now)
        }
        let requests = world.schedule.claimed(claims, ClaimedDeliveries(deliveries: deliveries))
        #expect(requests.map { $0.deliveries.map(\.id) } == [["a", "b"], ["c"], ["d"]])
    }

    @Test func `to a receiver that is gone nothing more goes out`() {
        var world = World([endpoint("e")], inFlightMax: 512)
        world.schedule.stop("e")
        #expect(world.schedule.claims(at: world.now).isEmpty)
        #expect(world.schedule.isIdle(at: world.now))
    }

    @Test func `what comes while the ledger is asked is not overlooked`() {
        var world = World([endpoint("e")], inFlightMax: 512)
        let claims = world.schedule.claims(at: world.now)
        world.schedule.mayHaveWork(["e"])
        _ = world.schedule.claimed(claims, ClaimedDeliveries())
        #expect(world.schedule.claims(at: world.now) == [DeliveryClaim(endpoint: "e", limit: 8)])
    }

    @Test(arguments: 0..<200)
    func `whatever happens, everything is sent once and every limit is kept`(seed: UInt64) {
        var dice = SeededRandom(seed)
        let endpoints = (0..<Int.random(in: 1...12, using: &dice)).map { index in
            endpoint(
                "e\(index)",
                EndpointLimits(
                    inFlight: Int.random(in: 1...8, using: &dice),
                    perMinute: Bool.random(using: &dice) ? Int.random(in: 60...6_000, using: &dice) : nil))
        }
        var world = World(endpoints, inFlightMax: Int.random(in: 1...40, using: &dice))
        var wanted: [String: Int] = [:]
        for endpoint in endpoints {
            let count = Int.random(in: 0...60, using: &dice)
            world.queues[endpoint.id] = (0..<count).map { _ in
                world.now + .milliseconds(Int64.random(in: 0...30_000, using: &dice))
            }
            wanted[endpoint.id] = count
        }
        let start = world.now
        var failing = dice
        let mended = start + .seconds(60)
        world.run(
            until: start + .seconds(7_200),
            takes: { _ in
                let taken = Int64.random(in: 1...2_000, using: &dice)
                return Duration.milliseconds(taken)
            }, fails: { _, now in now < mended && Int.random(in: 0..<5, using: &failing) == 0 })
        for endpoint in endpoints {
            #expect(world.sent[endpoint.id] ?? 0 == wanted[endpoint.id])
            #expect(world.mostInFlight[endpoint.id] ?? 0 <= endpoint.limits.inFlight)
            if let perMinute = endpoint.limits.perMinute {
                for at in world.sentAt[endpoint.id] ?? [] {
                    let within = world.sentAt[endpoint.id]!.count { $0 >= at && $0 < at + .seconds(10) }
                    #expect(within <= perMinute / 6 + max(1, perMinute / 60) + 1)
                }
            }
        }
        #expect(world.schedule.isIdle(at: world.now))
    }
}
