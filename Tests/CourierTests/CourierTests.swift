import Testing

@testable import Courier

@Suite(.timeLimit(.minutes(2))) struct `The courier` {
    @Test func `answers five hundred leases at once`() async {
        let server = TinyServer(answer: okay)
        let courier = CurlCourier(inFlightMax: 64)
        let statuses = await withTaskGroup { group in
            for number in 1...500 {
                group.addTask {
                    var lease = Lease.local(server.url("/\(number)"), method: "POST", body: [1, 2, 3])
                    lease.id = "\(number)"
                    return await courier.carry(lease)
                }
            }
            return await group.reduce(into: [String: Int]()) { $0[$1.leaseID] = $1.answer?.status }
        }
        #expect(statuses.count == 500)
        #expect(statuses.values.allSatisfy { $0 == 200 })
        #expect(server.connections <= 64)
        #expect(Set(server.requests.compactMap(\.lines.first)).count == 500)
    }

    @Test func `lets further leases wait in the order they came`() async {
        let server = TinyServer(answer: okay)
        let stuck = StuckServer()
        let courier = CurlCourier(inFlightMax: 1)
        async let first = courier.carry(.local(stuck.url))
        await stuck.hasRequest()
        await withTaskGroup { group in
            for number in 1...20 {
                group.addTask { _ = await courier.carry(.local(server.url("/\(number)"))) }
                // The next one is handed over only when this one stands in line.
                while await courier.waitingCount < number { await Task.yield() }
            }
            stuck.release()
        }
        #expect(await first.answer?.status == 200)
        #expect(server.requests.compactMap(\.lines.first) == (1...20).map { "GET /\($0) HTTP/1.1" })
    }

    @Test func `ends a running lease when its task is cancelled`() async {
        let stuck = StuckServer()
        let courier = CurlCourier()
        let task = Task { await courier.carry(.local(stuck.url)) }
        await stuck.hasRequest()
        task.cancel()
        let outcome = await task.value
        #expect(outcome.failure?.kind == .cancelled)
        #expect(outcome.address == "127.0.0.1")
        await courier.drain()
    }

    @Test func `ends a waiting lease when its task is cancelled, and serves the others`() async {
        let stuck = StuckServer()
        let server = TinyServer(answer: okay)
        let courier = CurlCourier(inFlightMax: 1)
        async let first = courier.carry(.local(stuck.url))
        await stuck.hasRequest()
        let second = Task { await courier.carry(.local(server.url("/second"))) }
        while await courier.waitingCount < 1 { await Task.yield() }
        async let third = courier.carry(.local(server.url("/third")))
        while await courier.waitingCount < 2 { await Task.yield() }
        second.cancel()
        #expect(await second.value.failure?.kind == .cancelled)
        stuck.release()
        #expect(await first.answer?.status == 200)
        #expect(await third.answer?.status == 200)
        #expect(server.requests.count == 1)
    }

    @Test func `does not begin for a task that is cancelled already`() async {
        let server = TinyServer(answer: okay)
        let courier = CurlCourier()
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return await courier.carry(.local(server.url()))
        }
        #expect(await task.value.failure?.kind == .cancelled)
        #expect(server.connections == 0)
    }

    @Test func `drains: lets running and waiting leases end and refuses new ones`() async {
        let stuck = StuckServer()
        let server = TinyServer(answer: okay)
        let courier = CurlCourier(inFlightMax: 1)
        async let running = courier.carry(.local(stuck.url))
        await stuck.hasRequest()
        async let waiting = courier.carry(.local(server.url()))
        while await courier.waitingCount < 1 { await Task.yield() }
        async let drained: Void = courier.drain()
        while await !courier.isDraining { await Task.yield() }
        #expect(await courier.carry(.local(server.url())).failure?.kind == .cancelled)
        stuck.release()
        await drained
        #expect(await running.answer?.status == 200)
        #expect(await waiting.answer?.status == 200)
        await courier.drain()
    }

    @Test func `abandons what runs and what waits`() async {
        let stuck = StuckServer()
        let courier = CurlCourier(inFlightMax: 1)
        async let running = courier.carry(.local(stuck.url))
        await stuck.hasRequest()
        async let waiting = courier.carry(.local(stuck.url))
        while await courier.waitingCount < 1 { await Task.yield() }
        async let drained: Void = courier.drain()
        await courier.abandon()
        await drained
        #expect(await running.failure?.kind == .cancelled)
        #expect(await waiting.failure?.kind == .cancelled)
    }

    @Test func `goes on after abandoning`() async {
        let server = TinyServer(answer: okay)
        let courier = CurlCourier()
        await courier.abandon()
        #expect(await courier.carry(.local(server.url())).answer?.status == 200)
    }

    @Test func `keeps a status that had come before it was abandoned`() async {
        let (sent, hasSent) = AsyncStream<Void>.makeStream()
        let server = TinyServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n")
            hasSent.yield()
            connection.waitForClose()
        }
        let courier = CurlCourier()
        async let outcome = courier.carry(.local(server.url()))
        for await _ in sent { break }
        while await !courier.hasStatus { await Task.yield() }
        await courier.abandon()
        #expect(
            await outcome.answer
                == Outcome.Answer(
                    status: 201, headers: [Lease.Header("transfer-encoding", "chunked")], isTruncated: true))
    }

    @Test func `ends its thread with the last reference`() async {
        let server = TinyServer(answer: okay)
        weak var loop: CurlLoop?
        do {
            let courier = CurlCourier()
            loop = courier.loop
            #expect(await courier.carry(.local(server.url())).answer?.status == 200)
        }
        while loop != nil { await Task.yield() }
    }
}

extension CurlCourier {
    fileprivate var waitingCount: Int { waiting.count }
    fileprivate var hasStatus: Bool { running.values.contains { $0.reader.hasFinalStatus } }
}

/// A server that has a request and keeps the answer back until told.
private final class StuckServer: Sendable {
    let url: String
    private let server: TinyServer
    private let requests: AsyncStream<Void>
    private let gate = Gate()

    init() {
        let (requests, hasRequest) = AsyncStream<Void>.makeStream()
        let gate = gate
        self.requests = requests
        server = TinyServer { connection in
            while connection.readRequest() != nil {
                hasRequest.yield()
                gate.wait()
                connection.send(okay)
            }
        }
        url = server.url()
    }

    deinit { gate.open() }

    func hasRequest() async { for await _ in requests { break } }

    func release() { gate.open() }
}
