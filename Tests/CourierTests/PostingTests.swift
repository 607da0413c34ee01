import Courier
import Foundation
import Testing

@Suite(.timeLimit(.minutes(3))) struct `A posting` {
    @Test(arguments: [Posting.Security.startTLS, .implicit])
    func `arrives with its envelope over TLS and after AUTH`(security: Posting.Security) async throws {
        let mailbox = try await MailServer.open(security == .implicit ? "implicit" : "starttls")
        var posting = Posting.protected(mailbox, security, caFile: try await MailServer.caFile)
        posting.recipients = ["satu@contoh.invalid", "dua@contoh.invalid", "tiga+tag@contoh.invalid"]
        let outcome = await CurlCourier().post(posting)
        #expect(outcome.postingID == "posting")
        #expect(outcome.accepted == PostingOutcome.Reply(code: 250, text: "2.0.0 Diterima"))
        #expect(outcome.address == "127.0.0.1")
        let message = try #require(try mailbox.entries("message").first)
        #expect(message.sender == posting.sender)
        #expect(message.recipients == posting.recipients)
        #expect(message.message == Data(posting.message))
        #expect(message.user == "pengirim")
        #expect(message.tls == true)
    }

    @Test func `is made known by LOGIN where PLAIN is not offered`() async throws {
        let mailbox = try await MailServer.open("login")
        let outcome = await CurlCourier().post(.protected(mailbox, caFile: try await MailServer.caFile))
        #expect(outcome.accepted != nil)
        #expect(try mailbox.entries("auth").map(\.mechanism) == ["LOGIN"])
    }

    @Test func `needs no credentials where the server asks for none`() async throws {
        let mailbox = try await MailServer.open("open")
        let outcome = await CurlCourier().post(.protected(mailbox, password: nil, caFile: try await MailServer.caFile))
        #expect(outcome.accepted != nil)
        #expect(try mailbox.entries("message").map(\.tls) == [true])
    }

    @Test func `trusts the courier's own authorities unless it names others`() async throws {
        let mailbox = try await MailServer.open("starttls")
        let courier = CurlCourier(caFile: try await MailServer.caFile)
        #expect(await courier.post(.protected(mailbox, caFile: nil)).accepted != nil)
        let others = await courier.post(.protected(mailbox, caFile: "/etc/ssl/certs/ca-certificates.crt"))
        #expect(others.failure?.kind == .tls)
    }

    @Test(
        arguments: [
            ".\r\n", "..\r\n", ".\r\n.\r\n", "\r\n.\r\n", ".x\r\n", "a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n", "\r\n",
            "a\r\n.\r\nMAIL FROM:<lain@contoh.invalid>\r\nRCPT TO:<lain@contoh.invalid>\r\nDATA\r\nb\r\n.\r\n",
            ".\r\nMAIL FROM:<lain@contoh.invalid>\r\nRCPT TO:<lain@contoh.invalid>\r\nDATA\r\nb\r\n.\r\n",
            "a\t\u{1}\u{7f}\r\n", "a\r\n\r\n\r\n", "a\r\n.",
        ])
    func `arrives byte for byte, dots and all, and as one message`(text: String) async throws {
        let mailbox = try await MailServer.open("plain")
        let courier = CurlCourier()
        // Twice over one connection, since libcurl's search for dots must begin anew.
        for _ in 1...2 { #expect(await courier.post(.local(mailbox, message: Array(text.utf8))).accepted != nil) }
        let messages = try mailbox.entries("message")
        let whole = text.hasSuffix("\r\n") ? text : text + "\r\n"
        #expect(messages.map(\.message) == [Data(whole.utf8), Data(whole.utf8)])
        #expect(messages.map(\.sender) == ["pengirim@contoh.invalid", "pengirim@contoh.invalid"])
        #expect(messages.map(\.connection) == [1, 1])
    }

    @Test func `arrives byte for byte when dots fall on every seam of a large message`() async throws {
        let mailbox = try await MailServer.open("plain")
        // Lines of changing length, so that each part of CRLF and dot meets the ends of libcurl's buffer.
        let text = (0..<9_000).map { ".\(String(repeating: "x", count: $0 % 97))\r\n" }.joined()
        let message = Array(text.utf8)
        #expect(await CurlCourier().post(.local(mailbox, message: message)).accepted != nil)
        #expect(try mailbox.entries("message").map(\.message) == [Data(message)])
    }

    @Test func `is refused with wrong credentials, which no sentence repeats`() async throws {
        let mailbox = try await MailServer.open("starttls")
        let posting = Posting.protected(mailbox, password: "s4ndi-k3liru", caFile: try await MailServer.caFile)
        let outcome = await CurlCourier().post(posting)
        #expect(outcome.refused?.code == 535)
        #expect(outcome.refused?.isPermanent == true)
        #expect(outcome.address == "127.0.0.1")
        #expect(!"\(outcome)".contains("s4ndi"))
        #expect(try mailbox.entries("message").isEmpty)
    }

    @Test func `does not leave without credentials where the server wants some`() async throws {
        let mailbox = try await MailServer.open("starttls")
        let outcome = await CurlCourier().post(.protected(mailbox, password: nil, caFile: try await MailServer.caFile))
        #expect(outcome.refused?.code == 530)
    }

    @Test(
        arguments: [
            (["ditolak@contoh.invalid"], 550, "5.1.1 Tidak ada kotak surat itu", true),
            (["nanti@contoh.invalid"], 451, "4.7.1 Coba lagi nanti", false),
            (["satu@contoh.invalid", "ditolak@contoh.invalid"], 550, "5.1.1 Tidak ada kotak surat itu", true),
            (["nanti@contoh.invalid", "satu@contoh.invalid"], 451, "4.7.1 Coba lagi nanti", false),
        ])
    func `is refused for all when one recipient is`(
        recipients: [String], code: Int, text: String, isPermanent: Bool
    ) async throws {
        let mailbox = try await MailServer.open("plain")
        let outcome = await CurlCourier().post(.local(mailbox, to: recipients))
        #expect(outcome.refused == PostingOutcome.Reply(code: code, text: text))
        #expect(outcome.refused?.isPermanent == isPermanent)
        #expect(outcome.address == "127.0.0.1")
        #expect(try mailbox.entries("data").isEmpty)
    }

    @Test func `is refused after its message`() async throws {
        let mailbox = try await MailServer.open("plain")
        let outcome = await CurlCourier().post(.local(mailbox, from: "penuh@contoh.invalid"))
        #expect(outcome.refused == PostingOutcome.Reply(code: 552, text: "5.3.4 Terlalu besar"))
    }

    @Test(arguments: [Posting.Security.startTLS, .implicit])
    func `does not reach a server that strangers vouch for`(security: Posting.Security) async throws {
        let mailbox = try await MailServer.open(security == .implicit ? "implicit" : "starttls")
        let outcome = await CurlCourier().post(.protected(mailbox, security, caFile: nil))
        #expect(outcome.failure?.kind == .tls)
        #expect(outcome.address == "127.0.0.1")
        #expect(try mailbox.entries("auth").isEmpty)
        #expect(try mailbox.entries("message").isEmpty)
    }

    @Test(arguments: [Posting.Security.startTLS, .implicit])
    func `does not reach a server of another name`(security: Posting.Security) async throws {
        let mailbox = try await MailServer.open(security == .implicit ? "implicit" : "starttls")
        var posting = Posting.protected(mailbox, security, caFile: try await MailServer.caFile)
        posting.server = posting.server.replacing("127.0.0.1", with: "localhost")
        let failure = await CurlCourier().post(posting).failure
        #expect(failure?.kind == .tls)
        #expect(failure?.detail.contains("localhost") == false)
        #expect(try mailbox.entries("auth").isEmpty)
    }

    @Test func `times out while the server thinks`() async throws {
        let mailbox = try await MailServer.open("plain")
        // Each time the machine gets more of it to bring the message; the first is enough for most.
        for milliseconds in [300, 1_000, 5_000, 25_000] {
            let limits = Lease.Limits(connectMilliseconds: 60_000, totalMilliseconds: milliseconds)
            let outcome = await CurlCourier().post(.local(mailbox, from: "gantung@contoh.invalid", limits: limits))
            #expect(outcome.failure?.kind == .timeout)
            guard try mailbox.entries("data").isEmpty else {
                #expect(
                    outcome.failure?.detail.hasSuffix("; the whole message had left and may have been accepted") == true
                )
                return
            }
        }
        Issue.record("the message never left")
    }

    @Test func `waits for a slow server`() async throws {
        let mailbox = try await MailServer.open("plain")
        #expect(await CurlCourier().post(.local(mailbox, from: "lambat@contoh.invalid")).accepted != nil)
    }

    @Test func `finds nobody at a deaf port`() async {
        let deaf = DeafPort()
        let mailbox = Mailbox(port: deaf.port, journal: URL(filePath: "/dev/null"))
        let outcome = await CurlCourier().post(.local(mailbox))
        #expect(outcome.failure?.kind == .unreachable)
        #expect(outcome.failure?.detail.contains("127.0.0.1") == false)
        #expect(outcome.address == nil)
    }
}
