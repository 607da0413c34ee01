import Testing

@testable import Courier

@Suite(.timeLimit(.minutes(3))) struct `The postman` {
    @Test func `posts two hundred messages at once over few connections`() async throws {
        let mailbox = try await MailServer.open("starttls")
        let courier = CurlCourier(caFile: try await MailServer.caFile)
        let outcomes = await withTaskGroup { group in
            for number in 1...200 {
                var posting = Posting.protected(mailbox, caFile: nil)
                posting.id = "\(number)"
                posting.message = Array("\(number)\r\n".utf8)
                group.addTask { [posting] in await courier.post(posting) }
            }
            return await group.reduce(into: [String: PostingOutcome]()) { $0[$1.postingID] = $1 }
        }
        #expect(outcomes.count == 200)
        #expect(outcomes.values.allSatisfy { $0.accepted?.code == 250 })
        let messages = try mailbox.entries("message")
        #expect(Set(messages.compactMap { $0.message.map { String(decoding: $0, as: UTF8.self) } }).count == 200)
        #expect(messages.count == 200)
        #expect(try mailbox.entries("connect").count <= 8)
        #expect(await courier.mail.errands.isEmpty)
    }

    @Test func `uses an open connection again for the same server, user and authorities only`() async throws {
        let mailbox = try await MailServer.open("starttls")
        let courier = CurlCourier()
        let posting = Posting.protected(mailbox, caFile: try await MailServer.caFile)
        for _ in 1...3 { #expect(await courier.post(posting).accepted != nil) }
        #expect(try mailbox.entries("connect").count == 1)
        #expect(try mailbox.entries("auth").count == 1)
        var stranger = posting
        stranger.credentials?.password = "lain"
        #expect(await courier.post(stranger).refused?.code == 535)
        var doubter = posting
        doubter.caFile = nil
        #expect(await courier.post(doubter).failure?.kind == .tls)
        #expect(try mailbox.entries("message").count == 3)
        #expect(try mailbox.entries("connect").count == 3)
    }

    @Test func `never takes an unprotected connection for a posting that wants TLS`() async throws {
        let mailbox = try await MailServer.open("plain")
        let courier = CurlCourier()
        var posting = Posting.local(mailbox)
        #expect(await courier.post(posting).accepted != nil)
        posting.security = .startTLS
        #expect(await courier.post(posting).failure?.kind == .tls)
        #expect(try mailbox.entries("message").count == 1)
    }

    @Test func `begins again when a kept connection turns out dead`() async throws {
        let mailbox = try await MailServer.open("idle")
        let courier = CurlCourier()
        for _ in 1...3 {
            #expect(await courier.post(.local(mailbox)).accepted != nil)
            try await Task.sleep(for: .milliseconds(400))
        }
        #expect(try mailbox.entries("message").count == 3)
    }

    @Test func `begins again when a kept connection has brought enough`() async throws {
        let mailbox = try await MailServer.open("brief")
        let courier = CurlCourier()
        for _ in 1...3 { #expect(await courier.post(.local(mailbox)).accepted != nil) }
        #expect(try mailbox.entries("message").map(\.connection) == [1, 2, 3])
    }

    @Test func `does not begin again when a fresh connection is closed`() async throws {
        let mailbox = try await MailServer.open("plain")
        let outcome = await CurlCourier().post(.local(mailbox, to: ["tutup@contoh.invalid"]))
        #expect(outcome.accepted == nil)
        #expect(try mailbox.entries("connect").count == 1)
    }

    @Test func `ends a running posting when its task is cancelled`() async throws {
        let mailbox = try await MailServer.open("plain")
        let courier = CurlCourier()
        let task = Task { await courier.post(.local(mailbox, from: "gantung@contoh.invalid")) }
        try await mailbox.has("data")
        task.cancel()
        let outcome = await task.value
        #expect(outcome.failure?.kind == .cancelled)
        #expect(outcome.failure?.detail.hasSuffix("may have been accepted") == true)
        #expect(outcome.address == "127.0.0.1")
        await courier.drain()
        #expect(await courier.mail.errands.isEmpty)
    }

    @Test func `ends a posting before the greeting when its task is cancelled`() async throws {
        let mailbox = try await MailServer.open("silent")
        let courier = CurlCourier()
        let task = Task { await courier.post(.local(mailbox)) }
        try await mailbox.has("connect")
        task.cancel()
        #expect(await task.value.failure?.kind == .cancelled)
        await courier.drain()
    }

    @Test func `lets further postings wait, lets them go, and serves leases meanwhile`() async throws {
        let mailbox = try await MailServer.open("plain")
        let server = TinyServer(answer: okay)
        let courier = CurlCourier(postingsMax: 1)
        let first = Task { await courier.post(.local(mailbox, from: "gantung@contoh.invalid")) }
        try await mailbox.has("data")
        let second = Task { await courier.post(.local(mailbox)) }
        while await courier.mail.waiting.count < 1 { await Task.yield() }
        async let third = courier.post(.local(mailbox))
        while await courier.mail.waiting.count < 2 { await Task.yield() }
        // libcurl blocks for the reply to the message; nobody else may notice.
        #expect(await courier.carry(.local(server.url())).answer?.status == 200)
        second.cancel()
        #expect(await second.value.failure?.kind == .cancelled)
        first.cancel()
        #expect(await first.value.failure?.kind == .cancelled)
        #expect(await third.accepted != nil)
        #expect(try mailbox.entries("message").count == 1)
    }

    @Test func `does not begin for a task that is cancelled already`() async throws {
        let mailbox = try await MailServer.open("plain")
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return await CurlCourier().post(.local(mailbox))
        }
        #expect(await task.value.failure?.kind == .cancelled)
        #expect(try mailbox.entries.isEmpty)
    }

    @Test func `abandons what runs and what waits, drains and takes nothing more`() async throws {
        let mailbox = try await MailServer.open("plain")
        let courier = CurlCourier(postingsMax: 1)
        async let running = courier.post(.local(mailbox, from: "gantung@contoh.invalid"))
        try await mailbox.has("data")
        async let waiting = courier.post(.local(mailbox))
        while await courier.mail.waiting.count < 1 { await Task.yield() }
        async let drained: Void = courier.drain()
        while await !courier.isDraining { await Task.yield() }
        #expect(await courier.post(.local(mailbox)).failure?.kind == .cancelled)
        await courier.abandon()
        await drained
        #expect(await running.failure?.kind == .cancelled)
        #expect(await waiting.failure?.kind == .cancelled)
        #expect(try mailbox.entries("message").isEmpty)
    }

    @Test func `drains: lets running postings end`() async throws {
        let mailbox = try await MailServer.open("plain")
        let courier = CurlCourier()
        async let running = courier.post(.local(mailbox, from: "lambat@contoh.invalid"))
        try await mailbox.has("data")
        await courier.drain()
        #expect(await running.accepted != nil)
    }

    @Test func `leaves no thread waiting for a goodbye when the courier goes`() async throws {
        let mailbox = try await MailServer.open("unparting")
        var courier: CurlCourier? = CurlCourier()
        weak let gone = courier
        #expect(await courier?.post(.local(mailbox)).accepted != nil)
        courier = nil
        while gone != nil { await Task.yield() }
        try await mailbox.has("closed")
    }
}
