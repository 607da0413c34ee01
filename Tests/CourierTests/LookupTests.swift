import Synchronization
import Testing

@testable import Courier

@Suite(.timeLimit(.minutes(2))) struct `The names in leases` {
    @Test func `are asked for outside, dialled where the answer says, and asked for once`() async {
        let server = TinyServer(answer: okay)
        let resolver = ScriptedResolver(always: "127.0.0.1")
        let courier = CurlCourier(resolver: resolver)
        for _ in 1...3 {
            // Only by the injected answer can such a name have an address.
            let outcome = await courier.carry(.local(server.url(host: "Nowhere.Invalid")))
            #expect(outcome.answer?.status == 200)
            #expect(outcome.address == "127.0.0.1")
        }
        #expect(resolver.questions == ["nowhere.invalid"])
        #expect(server.connections == 1)
        #expect(server.requests.first?.lines.contains("Host: Nowhere.Invalid:\(server.port)") == true)
    }

    @Test func `are asked for once by any number of leases at a time`() async {
        let server = TinyServer(answer: okay)
        let gate = AsyncGate()
        let resolver = ScriptedResolver { _, _ in
            await gate.wait()
            return parsed(["127.0.0.1"])
        }
        let courier = CurlCourier(resolver: resolver)
        await withTaskGroup { group in
            for _ in 1...20 {
                group.addTask { #expect(await courier.carry(.local(server.url(host: "a.test"))).answer?.status == 200) }
            }
            while await courier.lookupCount < 20 { await Task.yield() }
            gate.open()
        }
        #expect(resolver.questions == ["a.test"])
    }

    @Test func `hold up nobody else while their answer hangs`() async {
        let server = TinyServer(answer: okay)
        let gate = AsyncGate()
        let resolver = ScriptedResolver { host, _ in
            if host.hasPrefix("hangs") { await gate.wait() }
            return parsed(["127.0.0.1"])
        }
        let courier = CurlCourier(inFlightMax: 2, resolver: resolver)
        await withTaskGroup { group in
            for number in 1...100 {
                group.addTask { _ = await courier.carry(.local(server.url("/late", host: "hangs\(number).test"))) }
            }
            while gate.waitingCount < 100 { await Task.yield() }
            // All of them hang now, more than may be in flight; the others still go on, one after the other.
            for number in 1...20 {
                let outcome = await courier.carry(.local(server.url("/good", host: "good\(number).test")))
                #expect(outcome.answer?.status == 200)
            }
            #expect(gate.waitingCount == 100)
            #expect(server.requests.count == 20)
            await courier.abandon()
        }
        #expect(server.requests.count == 20)
        gate.open()
    }

    @Test func `end the lease when its time for a connection is up, and serve the next one late`() async {
        let server = TinyServer(answer: okay)
        let gate = AsyncGate()
        let resolver = ScriptedResolver { _, _ in
            await gate.wait()
            return parsed(["127.0.0.1"])
        }
        let courier = CurlCourier(resolver: resolver)
        let limits = Lease.Limits(connectMilliseconds: 50, totalMilliseconds: 60_000)
        let outcome = await courier.carry(.local(server.url(host: "slow.test"), limits: limits))
        #expect(outcome.failure?.kind == .unresolved)
        #expect(outcome.timings.totalMilliseconds >= 49)
        async let second = courier.carry(.local(server.url(host: "slow.test")))
        while await courier.lookupCount == 0 { await Task.yield() }
        gate.open()
        #expect(await second.answer?.status == 200)
        #expect(await second.timings.resolvedMilliseconds > 0)
        #expect(resolver.questions.count == 1)
    }

    @Test func `can be given up`() async {
        let gate = AsyncGate()
        let resolver = ScriptedResolver { _, _ in
            await gate.wait()
            return []
        }
        let courier = CurlCourier(resolver: resolver)
        let task = Task { await courier.carry(.local("http://a.test/")) }
        while gate.waitingCount == 0 { await Task.yield() }
        task.cancel()
        #expect(await task.value.failure?.kind == .cancelled)
        await courier.drain()
        gate.open()
    }

    @Test func `fail by the resolver's own words, and are not asked for again at once`() async {
        let resolver = ScriptedResolver { _, _ throws(Outcome.Failure) in
            throw Outcome.Failure(kind: .unresolved, detail: "no such name")
        }
        let courier = CurlCourier(resolver: resolver)
        for _ in 1...3 {
            #expect(
                await courier.carry(.local("http://a.test/")).failure
                    == Outcome.Failure(kind: .unresolved, detail: "no such name"))
        }
        #expect(resolver.questions.count == 1)
        let nowhere = CurlCourier(resolver: ScriptedResolver { _, _ in [] })
        #expect(await nowhere.carry(.local("http://a.test/")).failure?.kind == .unresolved)
    }

    @Test(arguments: [["127.0.0.1", "10.0.0.1"], ["10.0.0.1", "127.0.0.1"], ["127.0.0.1", "fd00::1"]])
    func `are refused for one forbidden address among good ones`(answer: [String]) async {
        let server = TinyServer(answer: okay)
        let courier = CurlCourier(resolver: ScriptedResolver { _, _ in parsed(answer) })
        let failure = await courier.carry(.local(server.url(host: "a.test"))).failure
        #expect(failure?.kind == .forbiddenAddress)
        #expect(server.connections == 0)
    }

    @Test func `are refused when a second answer leads inside, whatever connection is open`() async throws {
        let server = TinyServer(answer: okay)
        let outside = try #require(CIDR("127.0.0.1"))
        let resolver = ScriptedResolver { _, before in parsed([before == 0 ? "127.0.0.1" : "127.0.0.2"]) }
        let courier = CurlCourier(resolver: resolver, names: NameBook(foundLasts: .zero))
        let lease = Lease.local(server.url(host: "rebinds.test"), addresses: .publicOnly(except: [outside]))
        #expect(await courier.carry(lease).answer?.status == 200)
        let failure = await courier.carry(lease).failure
        #expect(failure == .forbidden("127.0.0.2"))
        #expect(resolver.questions.count == 2)
        #expect(server.requests.count == 1)
    }

    @Test func `are tried at one address after the other`() async {
        let server = TinyServer(answer: okay)
        let courier = CurlCourier(resolver: ScriptedResolver(always: "::1", "127.0.0.9", "127.0.0.1"))
        let outcome = await courier.carry(.local(server.url(host: "a.test")))
        #expect(outcome.answer?.status == 200)
        #expect(outcome.address == "127.0.0.1")
    }

    @Test(arguments: ["localhost", "LocalHost", "localhost.", "a.localhost", "a.b.localhost."])
    func `that mean this machine are asked of nobody`(host: String) async throws {
        let server = TinyServer(answer: okay)
        let resolver = ScriptedResolver(always: "8.8.8.8")
        let courier = CurlCourier(resolver: resolver)
        #expect(await courier.carry(.local(server.url(host: host))).answer?.status == 200)
        let exception = try #require(CIDR("127.0.0.0/8"))
        let excepted = Lease.local(server.url(host: host), addresses: .publicOnly(except: [exception]))
        #expect(await courier.carry(excepted).answer?.status == 200)
        let refused = await courier.carry(.local(server.url(host: host), addresses: .publicOnly(except: [])))
        #expect(refused.failure?.kind == .forbiddenAddress)
        #expect(resolver.questions.isEmpty)
        #expect(server.requests.count == 2)
    }

    @Test func `that are addresses are asked of nobody`() async {
        let server = TinyServer(answer: okay)
        let resolver = ScriptedResolver(always: "127.0.0.1")
        let courier = CurlCourier(resolver: resolver)
        for host in ["127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"] {
            #expect(await courier.carry(.local(server.url(host: host))).address == "127.0.0.1")
        }
        #expect(resolver.questions.isEmpty)
    }
}

@Suite struct `A name book` {
    private let start = ContinuousClock.now

    @Test func `believes a good answer for a minute and a bad one for half of that`() throws {
        var book = NameBook()
        _ = book.learn("good", .success(parsed(["8.8.8.8"])), at: start)
        _ = book.learn("bad", .failure(.silentNameServers), at: start)
        #expect(try book.answer(for: "good", at: start + .milliseconds(59_999))?.get() == parsed(["8.8.8.8"]))
        #expect(book.answer(for: "good", at: start + .seconds(60)) == nil)
        #expect(book.answer(for: "bad", at: start + .milliseconds(29_999)) != nil)
        #expect(book.answer(for: "bad", at: start + .seconds(30)) == nil)
    }

    @Test func `takes a late answer in place of the silence before it`() throws {
        var book = NameBook()
        #expect(book.wait(for: "late", 1) == .first)
        book.giveUp("late", at: start)
        book.leave("late", 1)
        #expect(book.answer(for: "late", at: start) == .failure(.silentNameServers))
        // The question is still out.
        #expect(book.wait(for: "late", 2) == .joined)
        #expect(book.learn("late", .success([]), at: start) == [2])
        #expect(book.answer(for: "late", at: start) == .success([]))
    }

    @Test func `grows no further than its bounds`() {
        var book = NameBook()
        for number in 0..<(NameBook.namesMax + 500) {
            _ = book.learn("\(number)", .success([]), at: start)
        }
        let known = (0..<(NameBook.namesMax + 500)).count { book.answer(for: "\($0)", at: start) != nil }
        #expect(known == NameBook.namesMax)
        for number in 0..<NameBook.namesMax { #expect(book.wait(for: "\(number)", 1) == .first) }
        #expect(book.wait(for: "one more", 1) == .full)
        #expect(book.wait(for: "1", 2) == .joined)
    }
}

@Suite(.timeLimit(.minutes(2))) struct `The system's resolver` {
    @Test func `knows this machine's own name`() async throws {
        #expect(try await SystemResolver().addresses(of: "localhost").contains { $0.isLoopback })
    }

    @Test func `says why there is no address`() async {
        let label = String(repeating: "a", count: 64)
        await #expect(throws: Outcome.Failure.self) { try await SystemResolver().addresses(of: label) }
    }

    @Test func `answers known names while more names hang than it has threads`() async throws {
        let gate = Gate()
        let hanging = Mutex(0)
        let resolver = SystemResolver(threadsMax: 8) { host in
            if host.hasPrefix("hangs") {
                hanging.withLock { $0 += 1 }
                gate.wait()
            }
            return .success([])
        }
        // Answered once, so its name is good.
        _ = try await resolver.addresses(of: "good")
        await withTaskGroup { group in
            for number in 1...50 {
                group.addTask { _ = try? await resolver.addresses(of: "hangs\(number)") }
            }
            // The share of names nobody knows: six threads of eight.
            while hanging.withLock({ $0 }) < 6 { await Task.yield() }
            for _ in 1...100 { #expect((try? await resolver.addresses(of: "good")) == []) }
            #expect(hanging.withLock { $0 } == 6)
            gate.open()
        }
    }
}

extension CurlCourier {
    fileprivate var lookupCount: Int { lookups.count }
}
