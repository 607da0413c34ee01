import Calendars
import Foundation
import Testing

private func entry(_ summary: String) -> ICalendar.Entry {
    ICalendar.Entry(uid: "1", day: day("2027-12-31"), summary: summary, modifiedAt: Instant(milliseconds: 0))
}

private func feed(_ entry: ICalendar.Entry) -> ICalendar {
    ICalendar(name: "Tenggat", language: "id", entries: [entry])
}

@Suite struct `Texts in a feed` {
    @Test(arguments: [
        (#"a\b"#, #"a\\b"#), ("a;b", #"a\;b"#), ("a,b", #"a\,b"#), ("a\nb", #"a\nb"#), ("a\r\nb", #"a\nb"#),
        ("a\rb", "ab"),
        (#"a\nb"#, #"a\\nb"#), ("a\u{85}b", #"a\nb"#), ("a\u{2028}b", #"a\nb"#), ("a\u{2029}b", #"a\nb"#),
        ("a\tb", "a\tb"),
        ("a\u{0}\u{7}\u{B}\u{C}\u{1B}\u{1C}\u{7F}\u{80}\u{9F}b", "ab"), (#"a:"b""#, #"a:"b""#), ("", ""), ("  ", "  "),
        ("\u{A0}é👩🏽‍🚒\u{202E}", "\u{A0}é👩🏽‍🚒\u{202E}"),
    ])
    func `are escaped`(text: String, written: String) throws {
        let read = try ReadFeed(feed(entry(text)).text())
        #expect(try identical(#require(read.values("SUMMARY").first), written))
    }

    @Test func `come back whole from lines of 75 octets at most`() throws {
        var dice = Dice(seed: 41)
        var folded = 0
        for round in 0..<6_000 {
            let text = HostileText.text(upTo: round < 5_000 ? 60 : 400, &dice)
            let read = try ReadFeed(feed(entry(text)).text())
            let summary = try #require(read.texts("SUMMARY").first)
            // No line begins inside a character: each is text of its own. The first mistake is enough to hear of.
            guard read.physicalLines.allSatisfy({ $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil }),
                identical(summary, HostileText.carried(text))
            else {
                Issue.record("\(text.debugDescription) is not carried")
                return
            }
            folded += read.physicalLines.count - read.lines.count
        }
        #expect(folded > 10_000)
    }

    /// Of each width in octets and each place that it can have at the end of a line.
    @Test(arguments: ["a", "é", "協", "👍", "\u{301}", "\\", ";", "\n", "👩🏽‍🚒", "ש", "\u{202E}"])
    func `fold at every place`(character: String) throws {
        for before in 0..<160 {
            let text = String(repeating: "x", count: before) + String(repeating: character, count: 80)
            let read = try ReadFeed(feed(entry(text)).text())
            #expect(read.physicalLines.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
            #expect(try identical(#require(read.texts("SUMMARY").first), text))
            // A line that could hold more was not cut for nothing.
            let continued = zip(read.physicalLines, read.physicalLines.dropFirst()).filter { $1.first == 0x20 }
            #expect(continued.allSatisfy { $0.0.count >= 72 })
        }
    }

    @Test func `of 75 octets stay on one line, of 76 do not`() throws {
        let room = 75 - "SUMMARY;LANGUAGE=id:".utf8.count
        let whole = try ReadFeed(feed(entry(String(repeating: "x", count: room))).text())
        #expect(whole.physicalLines.count == whole.lines.count)
        let longer = try ReadFeed(feed(entry(String(repeating: "x", count: room + 1))).text())
        #expect(longer.physicalLines.filter { $0.first == 0x20 } == [Array(" x".utf8)])
        let twice = try ReadFeed(feed(entry(String(repeating: "x", count: room + 75))).text())
        #expect(twice.physicalLines.filter { $0.first == 0x20 }.map(\.count) == [75, 2])
    }

    @Test func `are not cut between a backslash and what it escapes`() throws {
        for before in 0..<80 {
            let text = String(repeating: "x", count: before) + String(repeating: #"\,"#, count: 80) + "\n"
            let read = try ReadFeed(feed(entry(text)).text())
            for line in read.physicalLines {
                let backslashes = line.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
                #expect(backslashes.isMultiple(of: 2))
            }
        }
    }

    @Test(arguments: ["ي", "👩🏽‍🚒", "a", "\u{301}"]) func `may have ten thousand characters`(character: String) throws {
        let text = String(repeating: character, count: 10_000)
        let read = try ReadFeed(feed(entry(text)).text())
        #expect(read.physicalLines.allSatisfy { $0.count <= 75 })
        #expect(try identical(#require(read.texts("SUMMARY").first), text))
    }

    @Test(arguments: [
        "\r\nATTENDEE:mailto:evil@example.org", "\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil", "\r\n\r\nX-EVIL:1",
        "\rX-EVIL:1",
        "\u{2028}X-EVIL:1", "\u{85}X-EVIL:1", "\u{B}X-EVIL:1", "\u{C}X-EVIL:1", "\\\r\nX-EVIL:1", "\r\n X-EVIL:1",
        ":X-EVIL:1",
        ";X-EVIL=1:2", "\",X-EVIL:1", ",X-EVIL", "\u{1E}X-EVIL:1",
    ])
    func `add no property through any field`(attack: String) throws {
        let plain = ICalendar(
            name: "n", description: "d", language: "id",
            entries: [
                ICalendar.Entry(
                    uid: "u", day: day("2027-12-31"), summary: "s", description: "d", url: "https://example.org/u",
                    categories: ["c", "c"], modifiedAt: Instant(milliseconds: 0), alarmDaysBefore: [1])
            ])
        var attacked = plain
        attacked.name += attack
        attacked.description? += attack
        for index in attacked.entries.indices {
            attacked.entries[index].uid += attack
            attacked.entries[index].summary += attack
            attacked.entries[index].description? += attack
            attacked.entries[index].url? += attack
            attacked.entries[index].categories = ["c" + attack, "c"]
        }
        func names(_ feed: ICalendar) throws -> [String] {
            // A program that takes more for a line break than the standard does sees no other lines either.
            let text = feed.text().replacing("\r\n ", with: "")
            return text.split(whereSeparator: \.isNewline).map { String($0.prefix { $0 != ":" }) }
        }
        #expect(try names(attacked) == names(plain))
        let categories = try #require(ReadFeed(attacked.text()).values("CATEGORIES").first)
        #expect(categories.replacing(#"\\"#, with: "").replacing(#"\,"#, with: "").filter { $0 == "," }.count == 1)
    }

    @Test func `that are empty say nothing`() throws {
        var empty = entry("")
        (empty.description, empty.url, empty.categories) = ("\u{0}", "", ["", "\r", "a"])
        let read = try ReadFeed(ICalendar(name: "", description: "", language: "id", entries: [empty]).text())
        #expect(read.values("DESCRIPTION").isEmpty && read.values("X-WR-CALDESC").isEmpty && read.values("URL").isEmpty)
        #expect(read.values("CATEGORIES") == ["a"])
        #expect(read.values("SUMMARY") == [""])
        empty.uid = "\r"
        #expect(try ReadFeed(feed(empty).text()).values("UID").isEmpty)
    }
}

@Suite struct `An address in a feed` {
    @Test(arguments: [
        ("https://pks.example.go.id", "https://pks.example.go.id"),
        ("HTTP://EXAMPLE.org:8080/a", "http://EXAMPLE.org:8080/a"),
        ("https://example.org/a b?c=d e#f g", "https://example.org/a%20b?c=d%20e#f%20g"),
        ("https://example.org/%2C%zz%", "https://example.org/%2C%25zz%25"),
        ("https://example.org/%4", "https://example.org/%254"),
        ("https://example.org/é👍", "https://example.org/%C3%A9%F0%9F%91%8D"),
        ("https://exämple.org/", "https://ex%C3%A4mple.org/"),
        ("https://example.org/a\r\nX-EVIL:1", "https://example.org/aX-EVIL:1"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        (#"https://example.org/\"<>^`{|}[]"#, "https://example.org/%5C%22%3C%3E%5E%60%7B%7C%7D%5B%5D"),
        ("https://example.org?x=1", "https://example.org?x=1"),
        ("https://example.org/a;b,c", "https://example.org/a;b,c"),
        ("https://example.org/\u{2028}", "https://example.org/%E2%80%A8"),
        ("http://[::1]:7480/a", "http://[::1]:7480/a"),
        ("http://[2001:db8:0:0:0:0:0:1]", "http://[2001:db8:0:0:0:0:0:1]"),
        ("https://example.org:/", "https://example.org:/"),
        ("https://a\\b/", "https://a%5Cb/"), ("https://example.org/@a:b", "https://example.org/@a:b"),
    ])
    func `is a URI`(written: String, shown: String) throws {
        var one = entry("s")
        one.url = written
        #expect(try ReadFeed(feed(one).text()).values("URL") == [shown])
    }

    @Test(arguments: [
        "", "example.org", "/agreements/1", "//example.org", "javascript:alert(1)", "data:text/html,x",
        "file:///etc/passwd", "ftp://a/",
        "http:", "http://", "https:///path", "https://?q", "https://:80/", "https://example.org:80a/",
        "https://example.org:８０/",
        "https://user@example.org/", "https://user:secret@example.org/", "https://example.org\\@evil.example/",
        "http://[::1",
        "http://[::1]x/", "http://[1:2]/", "http://[:::]/", "http://[1::2::3]/", "http://[g::]/", "http://[12345::]/",
        " http://a/",
    ])
    func `is left out if it is none of the web's`(written: String) throws {
        var one = entry("s")
        one.url = written
        #expect(try ReadFeed(feed(one).text()).values("URL").isEmpty)
    }
}
