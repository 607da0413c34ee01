import Agreements
import Calendars
import Courier
import Foundation
import Ledger
import ServiceLifecycle
import Synchronization
import Testing
import Webhooks

@testable import Engine

/// Answers leases by a script, and keeps what it was handed. Stands for the network where a test is about what follows
/// from an answer; the real courier has tests of its own.
final class Script: Carrier {
    private let answer: @Sendable (Lease, Int) -> Outcome.Result
    private let seen = Mutex<[Lease]>([])

    init(_ answer: @escaping @Sendable (Lease, Int) -> Outcome.Result) { self.answer = answer }

    var leases: [Lease] { seen.withLock { $0 } }

    func carry(_ lease: Lease) async -> Outcome {
        let attempt = seen.withLock { seen in
            seen.append(lease)
            return seen.count { $0.id == lease.id }
        }
        return Outcome(leaseID: lease.id, result: answer(lease, attempt))
    }
}

enum Silence {
    /// Deliveries for an engine that has no endpoints.
    static func deliveries(_ engine: Engine) -> DeliveryService {
        DeliveryService(engine, carrier: Script { _, _ in .failed(.init(kind: .cancelled, detail: "")) })
    }
}

extension Lease {
    fileprivate func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

@Suite struct DeliveryServiceTests {
    /// Runs the service beside a body, and stops it in order.
    private func running(
        _ stage: Stage, _ script: Script, _ body: @escaping @Sendable (DeliveryService) async throws -> Void
    ) async throws {
        let service = DeliveryService(stage.engine, carrier: script)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            try await body(service)
            group.cancelAll()
        }
    }

    @Test func `failures are tried again under the same id until they arrive, in order`() async throws {
        let stage = try await Stage()
        let script = Script { _, attempt in
            attempt < 3 ? .failed(.init(kind: .unreachable, detail: "refused")) : .answered(.init(status: 204))
        }
        _ = try await stage.endpoint()
        try await running(stage, script) { service in
            let agreement = try await stage.create()
            for index in 0..<4 {
                try await stage.submit(.addNote(Note(kind: .comment, text: "\(index)")), agreement, as: .coordinator)
            }
            _ = try await Rehearsal(stage.engine, clock: stage.clock, deliveries: service)
                .advance(to: stage.clock.now() + .seconds(3_600))
        }
        #expect(try await stage.ledger.deliveryCounts() == [.delivered: 5])
        let ids = script.leases.compactMap { $0.header("webhook-id") }
        #expect(ids.count == 15)
        var order: [String] = []
        for id in ids where !order.contains(id) { order.append(id) }
        #expect(order == (try await stage.ledger.events(EventQuery())).map(\.id.rawValue))
        #expect(script.leases.allSatisfy { $0.addresses == .loopbackOnly })
        for (id, bodies) in Dictionary(grouping: script.leases, by: \.id).mapValues({ Set($0.map(\.body)) }) {
            #expect(bodies.count == 1, "the bytes of \(id) must never change")
        }
    }

    @Test func `410 switches the endpoint off, holds the rest, and is told as an event`() async throws {
        let stage = try await Stage()
        let script = Script { _, _ in .answered(.init(status: 410)) }
        let endpoint = try await stage.endpoint()
        try await running(stage, script) { service in
            let agreement = try await stage.create()
            try await stage.submit(.addNote(Note(kind: .comment, text: "x")), agreement, as: .coordinator)
            _ = try await Rehearsal(stage.engine, clock: stage.clock, deliveries: service)
                .advance(to: stage.clock.now() + .seconds(60))
        }
        let stored = try await stage.ledger.endpoints().first { $0.id == endpoint.id }
        #expect(stored?.enabled == false)
        #expect(try await stage.ledger.events(EventQuery(type: .endpointDisabled)).count == 1)
        let counts = try await stage.ledger.deliveryCounts()
        #expect(counts[.pending] == nil)
        #expect((counts[.held] ?? 0) >= 1)
    }

    @Test func `an endpoint that hangs takes no more than its own room`() async throws {
        let stage = try await Stage()
        _ = try await stage.endpoint()
        let gate = Gate()
        let service = DeliveryService(stage.engine, carrier: gate)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            for _ in 0..<20 { _ = try await stage.create() }
            while gate.waiting < 8 { await Task.yield() }
            #expect(try await stage.ledger.deliveryCounts()[.inFlight] == 8)
            gate.open()
            while try await stage.ledger.deliveryCounts()[.delivered] != 20 { await Task.yield() }
            group.cancelAll()
        }
        #expect(gate.most == 8)
    }
}

/// Holds every lease until it is opened.
private final class Gate: Carrier {
    private struct State {
        var isOpen = false
        var most = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    var waiting: Int { state.withLock { $0.waiters.count } }
    var most: Int { state.withLock(\.most) }

    func open() {
        let waiters = state.withLock { state in
            state.isOpen = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    func carry(_ lease: Lease) async -> Outcome {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiters.append(continuation) }
                state.most = max(state.most, state.waiters.count)
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
        return Outcome(leaseID: lease.id, result: .answered(.init(status: 200)))
    }
}
