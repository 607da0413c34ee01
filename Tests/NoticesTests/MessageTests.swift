import Calendars
import Documents
import Foundation
import Ledger
import Testing

@testable import Notices

/// Addresses, headers, encodings and links.
@Suite struct MessageTests {
    @Test(
        arguments: [
            ("pksd@contoh.go.id", "pksd@contoh.go.id", nil), (" pksd@contoh.go.id ", "pksd@contoh.go.id", nil),
            ("<pksd@contoh.go.id>", "pksd@contoh.go.id", nil),
            ("pksd <pksd@contoh.go.id>", "pksd@contoh.go.id", "pksd"),
            ("\"pksd, \\\"Kupang\\\"\" <a+b@x.example>", "a+b@x.example", "pksd, \"Kupang\""),
            ("Kota Kupang · pksd<root@localhost>", "root@localhost", "Kota Kupang · pksd"),
            ("a@b <pksd@contoh.go.id>", "pksd@contoh.go.id", "a@b"),
        ] as [(String, String, String?)])
    func `an address is read with and without a name`(_ text: String, _ address: String, _ name: String?) throws {
        let mailbox = try #require(Mailbox(text))
        #expect(mailbox.address == address && mailbox.name == name)
        #expect("\(mailbox.address.split(separator: "@")[1])" == mailbox.domain)
    }

    @Test(
        arguments: [
            "", "pksd", "@", "a@", "@b", "a@b@c", "a b@c", "a@b c", "a..b@c", ".a@c", "a@c.", "a@b..c", "é@c",
            "a@ç.example",
            "a@b\r\nBcc: x@y", "pk\nsd <a@b>", "pksd <a@b", "<a@b> x", "\u{0}a@b", "a@b\u{2028}", "\"a b\"@c",
            "a@[127.0.0.1]",
            "a@b,c@d", "a@b>", "<<a@b>", "a(b)@c", "a@b_c", "x <a@b> <c@d@e>",
        ]) func `what is no address is refused`(_ text: String)
    {
        #expect(Mailbox(text) == nil)
    }

    @Test func `addresses that are too long are refused`() {
        let label = String(repeating: "a", count: 60)
        #expect(Mailbox(String(repeating: "a", count: 64) + "@b") != nil)
        #expect(Mailbox(String(repeating: "a", count: 65) + "@b") == nil)
        #expect(Mailbox("a@" + [label, label, label, label].joined(separator: ".")) != nil)
        #expect(Mailbox("a@" + [label, label, label, label, label].joined(separator: ".")) == nil)
    }

    @Test(
        arguments: [
            ("a b", "a b"), ("a = b", "a =3D b"), ("a \n b\t\n", "a=20\r\n b=09\r\n"), ("é\r\nx", "=C3=A9\r\nx"),
            ("a\rb", "a=0Db"),
            (".\n.x", "=2E\r\n=2Ex"), ("From a\nFrom\nxFrom a", "=46rom a\r\nFrom\r\nxFrom a"), ("a ", "a=20"),
            ("\u{0}", "=00"),
            (String(repeating: "x", count: 76), String(repeating: "x", count: 75) + "=\r\nx"),
            (String(repeating: "x", count: 74) + "é", String(repeating: "x", count: 74) + "=\r\n=C3=A9"),
            (String(repeating: "x", count: 75) + ".", String(repeating: "x", count: 75) + "=\r\n=2E"),
        ]) func `quoted-printable is as RFC 2045 has it`(_ text: String, _ wanted: String)
    {
        #expect(String(decoding: text.quotedPrintable, as: UTF8.self) == wanted)
    }

    @Test(
        arguments: [
            ("Tenggat 5 Maret", "Subject: Tenggat 5 Maret\r\n"), ("", "Subject:\r\n"),
            ("a\r\nb: c", "Subject: a b: c\r\n"),
            ("=?x?=", "Subject: =?utf-8?B?PT94Pz0=?=\r\n"), ("a – b", "Subject: =?utf-8?Q?a_=E2=80=93_b?=\r\n"),
            ("日本", "Subject: =?utf-8?B?5pel5pys?=\r\n"),
            (
                Array(repeating: "kata", count: 16).joined(separator: " "),
                "Subject: " + Array(repeating: "kata", count: 13).joined(separator: " ") + "\r\n kata kata kata\r\n"
            ),
        ]) func `a header is folded and encoded`(_ text: String, _ wanted: String)
    {
        #expect(String(decoding: HeaderField("Subject", text: text).bytes, as: UTF8.self) == wanted)
    }

    @Test func `without an address that can be written nobody is named`() throws {
        let from = try #require(Mailbox("pksd@contoh.go.id"))
        for email in [nil, "", "bukan alamat", "a@b\r\nBcc: c@d"] {
            var person = Samples.person()
            person.email = email
            let message = try #require(Samples.mail([Samples.notice()], to: person)).message(id: "m", from: from)
            #expect(message.to == nil)
            #expect(String(decoding: message.bytes(), as: UTF8.self).contains("\r\nTo: undisclosed-recipients:;\r\n"))
        }
    }

    @Test func `the same mail always has the same bytes, and its id is its own`() throws {
        let from = try #require(Mailbox("pksd <pksd@contoh.go.id>"))
        let mail = try #require(Samples.mail([Samples.notice()]))
        let bytes = mail.message(id: "mail_7", from: from).bytes()
        #expect(bytes == (try #require(Samples.mail([Samples.notice()]))).message(id: "mail_7", from: from).bytes())
        #expect(bytes != mail.message(id: "mail_8", from: from).bytes())
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("\r\nMessage-ID: <mail_7@contoh.go.id>\r\n"))
        #expect(text.contains("Date: Tue, 02 Mar 2027 08:00:00 +0800\r\n"))
        #expect(text.contains("\r\nList-Unsubscribe: <https://pksd.contoh.go.id/unsubscribe/k3y>\r\n"))
        #expect(text.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
        #expect(text.contains("\r\nTo: Ani Lestari <ani@kupang.example>\r\n"))
    }

    @Test(
        arguments: [
            ("https://a.example", "https://a.example"), ("https://a.example//", "https://a.example"),
            ("https://a.example/pksd/", "https://a.example/pksd"),
            ("https://a.example/\"\r\n>ü", "https://a.example/%22%0D%0A%3E%C3%BC"),
            ("", ""), ("///", ""),
        ]) func `links begin with the base`(_ base: String, _ wanted: String)
    {
        #expect(Links(base: base).agreement("kupang-2027") == wanted + "/agreements/kupang-2027")
        #expect(Links(base: base).unsubscribe("a.b~c_d") == wanted + "/unsubscribe/a.b~c_d")
    }

    @Test(
        arguments: [
            ("a/../b", "a%2F..%2Fb"), ("..", "%2E%2E"), (".", "%2E"), ("a b?c#d", "a%20b%3Fc%23d"), ("\r\n", "%0D%0A"),
            ("%", "%25"), ("é", "%C3%A9"),
        ]) func `a key stays within its segment of the path`(_ key: String, _ wanted: String)
    {
        #expect(Samples.links.agreement(key) == "https://pksd.contoh.go.id/agreements/" + wanted)
    }

    @Test(
        arguments: [
            ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("abcd efg", 6, "abcd…"), ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 8, "👩‍👩‍👧‍👦…"),
            ("a" + String(repeating: "\u{301}", count: 20), 6, "…"), ("", 1, ""),
        ]) func `what is clipped stays whole in its characters`(_ text: String, _ length: Int, _ wanted: String)
    {
        #expect(text.clipped(to: length) == wanted)
    }
}
