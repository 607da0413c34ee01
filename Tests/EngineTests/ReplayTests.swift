import Agreements
import Calendars
import Courier
import Ledger
import Testing
import Webhooks

@testable import Engine

@Suite struct ReplayTests {
    /// A paper with five notes, and an endpoint that was made before them.
    private func stage(_ change: (inout EndpointWish) -> Void = { _ in }) async throws -> (Stage, WebhookEndpoint) {
        let stage = try await Stage()
        let endpoint = try await stage.endpoint { wish in
            wish.events = ["note.added"]
            change(&wish)
        }
        let agreement = try await stage.create()
        for index in 0..<5 {
            try await stage.submit(.addNote(Note(kind: .comment, text: "\(index)")), agreement, as: .coordinator)
        }
        return (stage, endpoint)
    }

    private func running(
        _ stage: Stage, _ script: Script, _ body: @escaping @Sendable (Rehearsal) async throws -> Void
    ) async throws {
        let service = DeliveryService(stage.engine, carrier: script)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            try await body(Rehearsal(stage.engine, clock: stage.clock, deliveries: service))
            group.cancelAll()
        }
    }

    private func replay(
        _ stage: Stage, _ endpoint: WebhookEndpoint, onlyMissing: Bool, seq: Int64? = nil
    ) async throws -> DeliveryReplay {
        let wish = ReplayWish(.init(onlyMissing: onlyMissing), seq: seq)
        let admin = stage.person(.admin)
        let count = try await stage.engine.replayCount(wish, to: endpoint.id, for: admin)
        let begun = try await stage.engine.beginReplay(wish, to: endpoint.id, Circumstances(principal: admin))
        while try await ReplayService(stage.engine).advanceAll() {}
        let done = try #require(
            try await stage.engine.replays(of: endpoint.id, for: admin).first { $0.id == begun.id })
        #expect(done.state == .done)
        #expect(done.sent == count, "what is counted is what is sent")
        return done
    }

    @Test func `what was delivered is sent again only where all is wanted, under the same id and bytes`() async throws {
        let (stage, endpoint) = try await stage()
        let script = Script { _, _ in .answered(.init(status: 204)) }
        try await running(stage, script) { rehearsal in
            _ = try await rehearsal.advance(to: stage.clock.now() + .seconds(60))
            #expect(script.leases.count == 5)
            #expect(try await replay(stage, endpoint, onlyMissing: true).sent == 0)
            let second = try await replay(stage, endpoint, onlyMissing: false)
            #expect(second.sent == 5)
            _ = try await rehearsal.advance(to: stage.clock.now() + .seconds(60))
            #expect(script.leases.count == 10)
            #expect(script.leases.prefix(5).map(\.body) == script.leases.suffix(5).map(\.body))
            for lease in script.leases.suffix(5) {
                #expect(lease.headers.first { $0.name == "webhook-replay" }?.value == second.id)
            }
        }
    }

    @Test func `what was given up is missing, and a new schedule begins for it`() async throws {
        let (stage, endpoint) = try await stage()
        let script = Script { _, _ in .answered(.init(status: 422)) }
        try await running(stage, script) { rehearsal in
            _ = try await rehearsal.advance(to: stage.clock.now() + .seconds(86_400))
            #expect(try await stage.ledger.deliveryCounts() == [.failed: 5])
            #expect(script.leases.count == 15)
            #expect(try await replay(stage, endpoint, onlyMissing: true).sent == 5)
            _ = try await rehearsal.advance(to: stage.clock.now() + .seconds(86_400))
            #expect(script.leases.count == 30)
        }
    }

    @Test func `what was never queued, because the filter was another, is missing as well`() async throws {
        let (stage, endpoint) = try await stage { $0.condition = "false" }
        #expect(try await stage.ledger.deliveries(DeliveryQuery()).isEmpty)
        let seq = try #require(try await stage.ledger.events(EventQuery(type: .noteAdded)).first).seq
        #expect(try await stage.ledger.notSent(seq) == [endpoint.id: "condition: false"])
        var wish = EndpointWish()
        wish.condition = ""
        _ = try await stage.engine.changeEndpoint(endpoint.id, wish, Circumstances(principal: stage.person(.admin)))
        #expect(try await replay(stage, endpoint, onlyMissing: true, seq: seq).sent == 1)
        #expect(try await replay(stage, endpoint, onlyMissing: true).sent == 4)
        #expect(try await stage.ledger.deliveryCounts() == [.pending: 1, .waiting: 4])
    }

    @Test func `an acknowledgement of whoever pulls is as good as a 2xx`() async throws {
        let (stage, endpoint) = try await stage { $0.url = nil }
        let admin = stage.person(.admin)
        let pulled = try await stage.engine.pull(endpoint.id, after: 0, since: nil, limit: 10, for: admin)
        #expect(pulled.map(\.delivery.state) == [.pending, .waiting, .waiting, .waiting, .waiting])
        #expect(pulled.allSatisfy { $0.headers["webhook-signature"]?.hasPrefix("v1,") == true })
        let ids = pulled.prefix(2).map(\.delivery.id)
        #expect(try await stage.engine.acknowledge(ids, of: endpoint.id, for: admin) == 2)
        #expect(try await stage.engine.acknowledge(ids, of: endpoint.id, for: admin) == 0)
        let rest = try await stage.engine.pull(endpoint.id, after: 0, since: nil, limit: 10, for: admin)
        #expect(rest.map(\.delivery.state) == [.delivered, .delivered, .pending, .waiting, .waiting])
    }

    @Test func `the times that are told in advance are the times at which it is tried`() async throws {
        let (stage, _) = try await stage()
        let script = Script { _, _ in .answered(.init(status: 500)) }
        let service = DeliveryService(stage.engine, carrier: script)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            let rehearsal = Rehearsal(stage.engine, clock: stage.clock, deliveries: service)
            _ = try await rehearsal.advance(to: stage.clock.now())
            let first = try #require(
                try await stage.ledger.deliveries(DeliveryQuery()).first { $0.state == .pending })
            let told = service.preview(first)
            #expect(told.count == 9)
            _ = try await rehearsal.advance(to: stage.clock.now() + .seconds(5 * 86_400))
            let log = try await stage.ledger.attempts(of: first.id)
            #expect(log.count == 10)
            #expect(log.dropFirst().map(\.startedAt) == told)
            group.cancelAll()
        }
    }

    @Test func `five days without a success switch it off, and what it would get is held`() async throws {
        let (stage, endpoint) = try await stage()
        var created: [Agreement] = []
        for _ in 0..<12 { created.append(try await stage.create()) }
        let papers = created
        let script = Script { _, _ in .answered(.init(status: 500)) }
        try await running(stage, script) { rehearsal in
            for day in 0..<7 {
                for paper in papers {
                    try await stage.submit(.addNote(Note(kind: .comment, text: "\(day)")), paper, as: .coordinator)
                }
                let isOn = try stage.engine.endpoint(endpoint.id, for: stage.person(.admin)).enabled
                #expect(isOn == (day < 6), "day \(day)")
                _ = try await rehearsal.advance(to: stage.clock.now() + .seconds(86_400))
            }
        }
        let stored = try #require(try await stage.ledger.endpoints().first)
        #expect(stored.disabledReason == "no 2xx for 5 days")
        #expect(try await stage.ledger.events(EventQuery(type: .endpointDisabled)).count == 1)
        #expect(try await stage.ledger.deliveryCounts()[.held] ?? 0 > 0)
    }

    @Test func `patience that was asked for outlives a restart`() async throws {
        let (stage, endpoint) = try await stage()
        let busy = Script { _, _ in .answered(.init(status: 503, headers: [.init("retry-after", "3600")])) }
        let start = stage.clock.now()
        try await running(stage, busy) { rehearsal in
            _ = try await rehearsal.advance(to: stage.clock.now() + .seconds(10))
        }
        #expect(busy.leases.count == 1)
        #expect(try await stage.ledger.endpointHealth()[endpoint.id]?.pausedUntil ?? start >= start + .seconds(3_600))
        let other = try await stage.create()
        try await stage.submit(.addNote(Note(kind: .comment, text: "x")), other, as: .coordinator)
        let after = Script { _, _ in .answered(.init(status: 204)) }
        try await running(stage, after) { rehearsal in
            _ = try await rehearsal.advance(to: start + .seconds(3_500))
            #expect(after.leases.isEmpty)
            _ = try await rehearsal.advance(to: start + .seconds(3_700))
        }
        #expect(after.leases.count == 6)
    }

    @Test func `an endpoint that leads somewhere else owes nobody the patience that was asked for before`() async throws
    {
        let (stage, endpoint) = try await stage()
        let script = Script { lease, _ in
            lease.url.hasSuffix("/new")
                ? .answered(.init(status: 204))
                : .answered(.init(status: 503, headers: [.init("retry-after", "3600")]))
        }
        try await running(stage, script) { rehearsal in
            _ = try await rehearsal.advance(to: stage.clock.now() + .seconds(10))
            var wish = EndpointWish()
            wish.url = "http://127.0.0.1:9/new"
            let admin = Circumstances(principal: stage.person(.admin))
            _ = try await stage.engine.changeEndpoint(endpoint.id, wish, admin)
            let other = try await stage.create()
            try await stage.submit(.addNote(Note(kind: .comment, text: "x")), other, as: .coordinator)
            _ = try await rehearsal.advance(to: stage.clock.now() + .seconds(10))
        }
        #expect(script.leases.count { $0.url.hasSuffix("/new") } == 1)
        #expect(try await stage.ledger.endpointHealth()[endpoint.id]?.pausedUntil == nil)
    }
}
