import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Testing

@testable import Notices

/// Whatever stands in a record, the mail about it is read by others as it was meant.
@Suite struct HostileMailTests {
    @Test(arguments: 0..<5) func `five hundred hostile mails are read as they were meant`(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let cases = try (0..<500).map { _ in try HostileMailTests.mail(&dice) }
        let problems = try MailReader.problems(of: cases)
        #expect(problems.isEmpty, "\(problems.count): \(problems.prefix(5).joined(separator: "\n"))")
    }

    @Test func `the reader sees faults`() throws {
        var dice = Dice(seed: 99)
        let good = try HostileMailTests.mail(&dice)
        func spoilt(_ change: (inout MailReader.Case) -> Void) -> MailReader.Case {
            var spoilt = good
            change(&spoilt)
            return spoilt
        }
        func replacing(_ old: String, _ new: String) -> MailReader.Case {
            spoilt { $0.message = Data(String(decoding: $0.message, as: UTF8.self).replacing(old, with: new).utf8) }
        }
        let spoiltCases = [
            spoilt { $0.subject += "x" }, spoilt { $0.text += "x" }, spoilt { $0.date += 1 },
            spoilt { $0.words = ["tidak ada di sini"] }, spoilt { $0.html += "<script>1</script>" },
            spoilt { $0.message.insert(0xC3, at: 3) }, spoilt { $0.message.append(10) },
            replacing("MIME-Version: 1.0\r\n", "MIME-Version: 1.0\r\nBcc: a@b.example\r\n"),
            replacing("MIME-Version: 1.0\r\n", "MIME-Version: 1.0\n"), replacing("=_pksd--", "=_pksd"),
        ]
        let problems = try MailReader.problems(of: spoiltCases)
        for index in spoiltCases.indices {
            #expect(problems.contains { $0.hasPrefix("\(index)\t") }, "fault \(index) was not seen")
        }
    }

    @Test func `thousands of characters in every field make a mail that can still be read`() throws {
        let flood = String(repeating: "Ĳ\u{301}<\"\r\nBcc: x@y.example\r\n", count: 400)
        var notice = Samples.notice(ref: flood, title: flood, say: Bilingual(id: flood, en: flood))
        notice.content.onBehalfOf = flood
        notice.content.region = flood
        var person = Samples.person()
        person.name = flood
        let mail = try #require(Samples.mail([notice], to: person))
        let from = try #require(Mailbox("pksd@contoh.go.id"))
        let bytes = mail.message(id: "m", from: from).bytes()
        #expect(mail.subject.unicodeScalars.count < 140)
        // A line of the body may begin with it, where quoted-printable happens to divide a line.
        let head = try #require(String(decoding: bytes, as: UTF8.self).split(separator: "\r\n\r\n").first)
        #expect(head.contains("\r\nTo:") && !head.contains("\r\nBcc:"))
        // All but the link, which holds the whole ref, is short.
        #expect(mail.text.split(separator: "\n").allSatisfy { $0.contains("/agreements/") || $0.count <= 400 })
        #expect(mail.text.split(separator: "\n").count == 11)
    }

    // MARK: Making them

    private static let pieces: [String] = [
        "PKS JKN", " ", "  ", "\r\nBcc: korban@contoh.example\r\n", "\n", "\r", "\t", "\u{0}", "\u{B}", "\u{1B}[31m",
        "\u{85}",
        "\u{2028}", "\u{2029}", "\u{202E}oga", "\u{2067}", "\u{FEFF}", "\u{200D}", "\u{A0}",
        "<script>alert(1)</script>",
        "</title>", "<!--", "-->", "<img src=x onerror=y>", "\" style=\"", "'", "&amp;", "&#x41;", "&",
        "=?utf-8?Q?=41?=", "=?",
        "?=", "=3D", "=", "=_pksd", "\r\n--=_pksd--\r\n", ".", "\r\n.\r\n", "From ", "\nFrom ", "--", "-- ", "👩‍👩‍👧‍👦", "🇮🇩",
        "مرحبا بالعالم",
        "שלום", "ꦲꦏ꧀ꦱꦫ", "日本語のタイトル", "é", "e\u{301}", "\u{301}\u{302}\u{303}", "ß", "\u{10FFFD}", "\u{E000}", "(", ")",
        ",",
        ";", ":", "<", ">", "@", "\\", "\"", "[", "]", "x@y.example", "https://jahat.example/", "javascript:1",
        "%0d%0a", "+", "/",
        "_", "A", "kota", "Kabupaten", "2027", "Rp1.000", "{{x}}", "\\r\\n",
    ]

    static func text(_ dice: inout Dice) -> String {
        if dice.happens(oneIn: 120) {
            let piece = pieces.randomElement(using: &dice) ?? "A"
            return String(repeating: piece, count: 10_000 / max(1, piece.unicodeScalars.count))
        }
        let count = Int.random(in: 0...12, using: &dice)
        return (0..<count).map { _ in pieces.randomElement(using: &dice) ?? "A" }.joined()
    }

    private static func number(_ dice: inout Dice) -> Int64 {
        [0, 1, 5_000, -1, .max, .min, 98_765].randomElement(using: &dice) ?? 0
    }

    private static func moment(_ dice: inout Dice) -> Instant {
        Instant(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &dice))
    }

    private static func notice(_ dice: inout Dice, near now: Instant) -> Notice {
        let deadline = Zone.wib.day(at: now) + Int.random(in: -40...400, using: &dice)
        let cause = Lateness.Cause.allCases.randomElement(using: &dice) ?? .outage
        let late = Lateness(cause, from: moment(&dice), to: moment(&dice))
        let roles = Role.allCases.filter { _ in dice.happens(oneIn: 4) }
        return Notice(
            id: "n\(dice.next())", person: "p",
            content: Notice.Content(
                reminder: dice.happens(oneIn: 3) ? nil : "r", agreement: .init(rawValue: text(&dice)),
                ref: dice.happens(oneIn: 3) ? nil : text(&dice), title: text(&dice), region: text(&dice),
                role: Role.allCases.randomElement(using: &dice) ?? .admin,
                say: Bilingual(id: text(&dice), en: text(&dice)), deadline: dice.happens(oneIn: 5) ? nil : deadline,
                isEstimated: dice.happens(oneIn: 3), isUrgent: dice.happens(oneIn: 3), insteadOf: roles,
                onBehalfOf: dice.happens(oneIn: 3) ? text(&dice) : nil, late: dice.happens(oneIn: 2) ? late : nil,
                collapsed: [0, 1, 2, -1, .max].randomElement(using: &dice) ?? 0,
                harm: Harm(people: number(&dice), rupiah: number(&dice)), createdAt: now), dueAt: now)
    }

    private static func mail(_ dice: inout Dice) throws -> MailReader.Case {
        let now = moment(&dice)
        let zone = Zone.allCases.randomElement(using: &dice) ?? .wib
        let isSecure = !dice.happens(oneIn: 5)
        let links = Links(
            base: (isSecure ? "https" : "http") + "://pksd.contoh.go.id" + (dice.happens(oneIn: 2) ? "/" : ""))
        let address = "pejabat.\(dice.next() % 1_000)@kota-kupang.example"
        let goodAddress = dice.happens(oneIn: 2) ? address : "\"\(address)\" <\(address)>"
        let badAddress = text(&dice) + "@" + text(&dice)
        let isGood = !dice.happens(oneIn: 6)
        let person = Person(
            id: "p", name: text(&dice), roles: [], email: isGood ? goodAddress : badAddress,
            language: Language.allCases.randomElement(using: &dice) ?? .indonesian,
            mail: Person.MailPreference.allCases.randomElement(using: &dice) ?? .each,
            digestHour: Int.random(in: -30...30, using: &dice), quietFrom: Int.random(in: 0...24, using: &dice),
            quietUntil: Int.random(in: 0...24, using: &dice), unsubscribeKey: text(&dice), createdAt: now)
        let count = dice.happens(oneIn: 60) ? 60 : Int.random(in: 1...4, using: &dice)
        let notices = (0..<count).map { _ in notice(&dice, near: now) }
        let mail = try #require(NoticeMail(to: person, about: notices, zone: zone, at: now, links: links))
        var from = try #require(Mailbox("pksd@contoh.go.id"))
        from.name = text(&dice)
        let id = dice.happens(oneIn: 3) ? text(&dice) : "mail_\(dice.next())"
        let message = mail.message(id: id, from: from)
        let written = String(decoding: message.bytes(), as: UTF8.self)
            .firstMatch(of: /Message-ID:\s+(<[A-Za-z0-9_-]+@contoh\.go\.id>)\r\n/)
        let unsubscribe = links.unsubscribe(person.unsubscribeKey)
        let offersEnd = unsubscribe.utf8.count <= 900
        return MailReader.Case(
            message: message.bytes(), subject: mail.subject.tidied, from: "pksd@contoh.go.id",
            fromName: (from.name ?? "").tidied, to: isGood ? address : nil,
            toName: person.name.tidied.clipped(to: 80), messageID: written.map { String($0.1) } ?? "none",
            date: Double(now.milliseconds / 1_000), offset: Double(zone.hoursFromUTC * 3_600),
            language: person.language.rawValue, unsubscribe: offersEnd ? unsubscribe : nil,
            oneClick: offersEnd && isSecure, text: mail.text, html: mail.html, links: links.base + "/",
            words: notices.prefix(40).flatMap { notice in
                let content = notice.content
                return [
                    content.say.text(person.language).tidied.clipped(to: 400), content.title.tidied.clipped(to: 200),
                    content.deadline.map { person.language == .indonesian ? $0.indonesian : "\($0.year)" } ?? "",
                ]
            })
    }
}
