import Courier
import Testing

@Suite(.timeLimit(.minutes(3))) struct `A rude mail server` {
    @Test(arguments: ["stripped", "ehloless", "denying", "injecting", "closed"])
    func `that does not begin TLS hears nothing but its name and a goodbye`(manner: String) async throws {
        let mailbox = try await MailServer.open(manner)
        let outcome = await CurlCourier().post(.protected(mailbox, caFile: try await MailServer.caFile))
        #expect(outcome.failure?.kind == .tls, "\(outcome)")
        try await mailbox.has("closed")
        let verbs = try mailbox.entries("line").compactMap { $0.line?.split(separator: " ").first }
        #expect(Set(verbs).isSubset(of: ["EHLO", "STARTTLS", "QUIT"]), "\(verbs)")
    }

    @Test func `has its unprotected words told, but not believed`() async throws {
        let mailbox = try await MailServer.open("closed")
        let failure = await CurlCourier().post(.protected(mailbox, caFile: nil)).failure
        #expect(failure?.detail.hasSuffix("554 5.7.1 Tidak melayani") == true)
        let outcome = await CurlCourier().post(.local(mailbox))
        #expect(outcome.refused == PostingOutcome.Reply(code: 554, text: "5.7.1 Tidak melayani"))
    }

    @Test func `is quoted briefly and without control characters`() async throws {
        let refused = await CurlCourier().post(.local(try await MailServer.open("lyrical"))).refused
        #expect(refused?.code == 554)
        let text = try #require(refused?.text)
        #expect(text.hasPrefix("[2Jxxx"))
        #expect(400...512 ~= text.utf8.count)
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }

    @Test func `may greet at length`() async throws {
        let outcome = await CurlCourier().post(.local(try await MailServer.open("lengthy")))
        #expect(outcome.refused == PostingOutcome.Reply(code: 550, text: "Tidak"), "\(outcome)")
    }

    @Test func `is left when its greeting never ends`() async throws {
        let outcome = await CurlCourier().post(.local(try await MailServer.open("endless")))
        #expect(
            outcome.failure == Outcome.Failure(kind: .broken, detail: "the server's reply exceeds 65536 bytes"))
    }

    @Test func `is left when its greeting is one line without an end`() async throws {
        let limits = Lease.Limits(connectMilliseconds: 60_000, totalMilliseconds: 2_000)
        let courier = CurlCourier()
        let kind = await courier.post(.local(try await MailServer.open("flooding"), limits: limits)).failure?.kind
        // Debian's libcurl gives up at 300 KiB, others read on for as long as they may.
        #expect(kind == .broken || kind == .timeout)
        await courier.drain()
    }

    @Test func `is left when it says nothing until time is up`() async throws {
        let limits = Lease.Limits(connectMilliseconds: 60_000, totalMilliseconds: 300)
        let outcome = await CurlCourier().post(.local(try await MailServer.open("silent"), limits: limits))
        #expect(outcome.failure?.kind == .timeout)
    }

    @Test func `that ignores a goodbye does not keep its refusal from us`() async throws {
        let limits = Lease.Limits(connectMilliseconds: 60_000, totalMilliseconds: 2_000)
        let courier = CurlCourier()
        let outcome = await courier.post(.local(try await MailServer.open("stubborn"), limits: limits))
        #expect(outcome.refused == PostingOutcome.Reply(code: 550, text: "Tidak"))
        await courier.drain()
    }

    @Test func `that asks for the message too early has accepted nothing`() async throws {
        let outcome = await CurlCourier().post(.local(try await MailServer.open("hasty")))
        #expect(outcome.failure?.kind == .broken, "\(outcome)")
    }

    @Test func `that hangs up within the message has accepted nothing`() async throws {
        let message = Array(String(repeating: letter, count: 50_000).utf8)
        let outcome = await CurlCourier().post(.local(try await MailServer.open("dropping"), message: message))
        #expect(outcome.failure?.kind == .broken, "\(outcome)")
        #expect(outcome.failure?.detail.contains("may have been accepted") == false)
        #expect(outcome.address == "127.0.0.1")
    }

    @Test func `that hangs up after the message may have accepted it`() async throws {
        let outcome = await CurlCourier().post(.local(try await MailServer.open("mute")))
        #expect(outcome.failure?.kind == .broken, "\(outcome)")
        #expect(outcome.failure?.detail.hasSuffix("; the whole message had left and may have been accepted") == true)
    }
}
