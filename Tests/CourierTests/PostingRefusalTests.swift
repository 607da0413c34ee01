import Courier
import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct `Postings that never leave` {
    @Test(arguments: [
        "", "example.invalid", "//127.0.0.1", "smtp:", "smtp://", "smtp:///", "http://127.0.0.1", "file:///etc/passwd",
        "imap://127.0.0.1", "smtps://127.0.0.1", "smtp://secret@127.0.0.1", "smtp://user:secret@127.0.0.1",
        "smtp://;AUTH=NTLM@127.0.0.1", "smtp://@127.0.0.1", "smtp://127.0.0.1/nama", "smtp://127.0.0.1/%0d%0aQUIT",
        "smtp://127.0.0.1/?a=b", "smtp://127.0.0.1?", "smtp://127.0.0.1#", "smtp://127.0.0.1/#part",
        "smtp://127.0.0.1:0", "smtp://127.0.0.1:99999", "smtp://127.0.0.1:port", "smtp://[::1", "smtp://exa mple",
        "smtp://127.0.0.1\r\nQUIT", "smtp://127.0.0.1\u{0}", "smtp://127.0.0.1\u{0}.contoh.invalid",
    ])
    func `have a bad server`(server: String) async {
        var posting = Posting.local(nowhere)
        posting.server = server
        let failure = await CurlCourier().post(posting).failure
        #expect(failure?.kind == .badAddress)
        #expect(failure?.detail.contains("secret") == false)
    }

    @Test func `name a scheme that is not the one of their security`() async {
        for security in Posting.Security.allCases {
            var posting = Posting.local(nowhere)
            posting.security = security
            posting.server = security == .implicit ? "smtp://127.0.0.1:1" : "smtps://127.0.0.1:1"
            #expect(await CurlCourier().post(posting).failure?.kind == .badAddress)
        }
    }

    @Test(arguments: [
        "", "@", "a", "a@", "@contoh.invalid", "a@b@c", "a b@contoh.invalid", " a@contoh.invalid", "a@contoh.invalid ",
        "<a@contoh.invalid>", "a@contoh.invalid> SIZE=1", "a>@contoh.invalid", "a@contoh.invalid\r\nDATA",
        "a\n@contoh.invalid", "a\r@contoh.invalid", "a\u{0}@contoh.invalid", "a\u{7f}@contoh.invalid",
        "a\t@contoh.invalid", "ä@contoh.invalid", "a@cöntoh.invalid",
        String(repeating: "a", count: 255 - "@contoh.invalid".utf8.count) + "@contoh.invalid",
    ])
    func `have a bad envelope`(address: String) async throws {
        let mailbox = try await MailServer.open("plain")
        let courier = CurlCourier()
        #expect(await courier.post(.local(mailbox, from: address)).failure?.kind == .badAddress)
        let recipients = ["satu@contoh.invalid", address]
        #expect(await courier.post(.local(mailbox, to: recipients)).failure?.kind == .badAddress)
        #expect(try mailbox.entries.isEmpty)
    }

    @Test func `have no recipient`() async {
        #expect(await CurlCourier().post(.local(nowhere, to: [])).failure?.kind == .badAddress)
    }

    @Test func `may have an address of 254 bytes`() async throws {
        let mailbox = try await MailServer.open("plain")
        let address = String(repeating: "a", count: 254 - "@contoh.invalid".utf8.count) + "@contoh.invalid"
        #expect(await CurlCourier().post(.local(mailbox, from: address)).accepted != nil)
    }

    @Test(arguments: [
        "", "a\n", "\n", "\r", "a\r", "a\r\r\n", "a\n.\n", "a\r\n.\n", "a\n.\r\n", "a\r.\r\n", "a\r\n\n", "\n\r",
        "a\u{0}\r\n", "ä\r\n", "\u{feff}a\r\n", String(repeating: "a", count: 999) + "\r\n",
        "a\r\n" + String(repeating: "a", count: 999),
    ])
    func `have a message that servers would read in two ways`(text: String) async throws {
        let mailbox = try await MailServer.open("plain")
        #expect(await CurlCourier().post(.local(mailbox, message: Array(text.utf8))).failure?.kind == .badHeader)
        #expect(try mailbox.entries.isEmpty)
    }

    @Test func `are told the line that is at fault`() async {
        let failure = await CurlCourier().post(.local(nowhere, message: Array("a\r\nb\nc\r\n".utf8))).failure
        #expect(failure?.detail == "line 2 of the message has a bare CR or LF")
    }

    @Test func `may have lines of 998 bytes`() async throws {
        let mailbox = try await MailServer.open("plain")
        let line = String(repeating: "a", count: 998) + "\r\n"
        #expect(await CurlCourier().post(.local(mailbox, message: Array((line + line).utf8))).accepted != nil)
    }

    @Test(arguments: [
        ("", "rahasia"), ("a\u{0}b", "rahasia"), ("a\n", "rahasia"), ("a", "rahasia\u{0}"), ("a", "rahasia\r"),
    ])
    func `have bad credentials`(user: String, password: String) async {
        var posting = Posting.local(nowhere)
        posting.credentials = Posting.Credentials(user: user, password: password)
        let failure = await CurlCourier().post(posting).failure
        #expect(failure?.kind == .badHeader)
        #expect(failure?.detail.contains("rahasia") == false)
    }

    @Test func `would go unprotected to another machine, whatever their rules permit`() async throws {
        for host in ["192.0.2.1", "[2001:db8::1]", "0.0.0.0"] {
            var posting = Posting.local(nowhere, addresses: .any)
            posting.server = "smtp://\(host):25"
            posting.credentials = Posting.Credentials(user: "pengirim", password: "kata sandi")
            let outcome = await CurlCourier().post(posting)
            #expect(outcome.failure?.kind == .forbiddenAddress, "\(outcome)")
            #expect(outcome.address == nil)
        }
    }

    @Test(arguments: ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"])
    func `would reach an address that their rules forbid`(host: String) async throws {
        let mailbox = try await MailServer.open("plain")
        var posting = Posting.local(mailbox, addresses: .publicOnly(except: []))
        for security in [Posting.Security.none, .startTLS] {
            posting.security = security
            posting.server = mailbox.plain.replacing("127.0.0.1", with: host)
            let outcome = await CurlCourier().post(posting)
            #expect(outcome.failure?.kind == .forbiddenAddress)
            #expect(outcome.address == nil)
        }
        #expect(try mailbox.entries.isEmpty)
    }

    @Test func `would use an open connection that their rules forbid`() async throws {
        let mailbox = try await MailServer.open("plain")
        let courier = CurlCourier()
        #expect(await courier.post(.local(mailbox)).accepted != nil)
        let refused = await courier.post(.local(mailbox, addresses: .publicOnly(except: [])))
        #expect(refused.failure?.kind == .forbiddenAddress)
        #expect(refused.failure?.detail.contains("127.0.0.1") == true)
        #expect(try mailbox.entries("message").count == 1)
        #expect(try mailbox.entries("connect").count == 1)
    }

    @Test func `show no password`() throws {
        var posting = Posting.local(nowhere)
        posting.credentials = Posting.Credentials(user: "pengirim", password: "rahasia")
        var dumped = ""
        dump(posting, to: &dumped)
        dump(posting.credentials, to: &dumped)
        let texts = [
            "\(posting)", String(reflecting: posting), dumped, "\(posting.credentials as Any)",
            posting.credentials.debugDescription,
        ]
        for text in texts {
            #expect(text.contains("pengirim"))
            #expect(!text.contains("rahasia"))
        }
        // To keep a posting is another matter.
        #expect(try JSONDecoder().decode(Posting.self, from: JSONEncoder().encode(posting)) == posting)
    }

    private let nowhere = Mailbox(port: 1, journal: URL(filePath: "/dev/null"))
}
