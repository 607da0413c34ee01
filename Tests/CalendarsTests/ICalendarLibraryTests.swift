import Calendars
import Foundation
import Testing

/// Feeds whose every field is somebody's attempt to break them.
private func hostileFeeds(_ count: Int, entries: Int, seed: UInt64) -> [String: ICalendar] {
    var dice = Dice(seed: seed)
    var feeds: [String: ICalendar] = [:]
    for feed in 0..<count {
        feeds["\(feed)"] = ICalendar(
            name: HostileText.text(upTo: 20, &dice),
            description: Bool.random(using: &dice) ? nil : HostileText.text(upTo: 20, &dice),
            language: Bool.random(using: &dice) ? "id" : "en",
            entries: (0..<entries).map { number in
                ICalendar.Entry(
                    uid: "\(number)-" + HostileText.text(upTo: 6, &dice),
                    sequence: .random(in: 0...3_000, using: &dice),
                    day: Day(number: .random(in: -25_567...84_370, using: &dice)),
                    summary: HostileText.text(upTo: number == 0 ? 2_000 : 30, &dice),
                    description: Bool.random(using: &dice) ? nil : HostileText.text(upTo: 60, &dice),
                    url: Bool.random(using: &dice) ? nil : "https://example.org/" + HostileText.text(upTo: 15, &dice),
                    categories: (0..<Int.random(in: 0...4, using: &dice)).map { _ in HostileText.text(upTo: 5, &dice) },
                    isCancelled: Int.random(in: 0..<5, using: &dice) == 0,
                    isTentative: Bool.random(using: &dice),
                    modifiedAt: Instant(milliseconds: .random(in: 0...4_000_000_000_000, using: &dice)),
                    alarmDaysBefore: (0..<Int.random(in: 0...3, using: &dice)).map { _ in
                        .random(in: 0...400, using: &dice)
                    })
            })
    }
    return feeds
}

/// What a percent-encoded text stands for; a percent sign that begins no escape stands for itself.
private func percentDecoded(_ text: String) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let octet = rest.popFirst() {
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        if octet == UInt8(ascii: "%"), digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
            let value = UInt8(digits, radix: 16)
        {
            decoded.append(value)
            rest = rest.dropFirst(2)
        } else {
            decoded.append(octet)
        }
    }
    return decoded
}

/// Strings by their octets, since `==` also holds for other ways to write the same characters.
private func expectSame(_ a: String?, _ b: String?, _ what: String, at location: SourceLocation = #_sourceLocation) {
    #expect(
        a.map { Array($0.utf8) } == b.map { Array($0.utf8) },
        "\(what): \(a.debugDescription) is not \(b.debugDescription)", sourceLocation: location)
}

@Suite struct `A public library` {
    @Test func `reads thousands of hostile entries without a fault, each value as it was meant`() throws {
        let feeds = hostileFeeds(100, entries: 40, seed: 42)
        let read = try PythonICalendar.read(feeds.mapValues { $0.text() }, in: "Asia/Jakarta")
        #expect(read.count == feeds.count)
        var compared = 0
        for (name, feed) in feeds {
            let found = try #require(read[name])
            #expect(found.faults == [])
            expectSame(found.name, HostileText.carried(feed.name), "name")
            expectSame(found.oldName, HostileText.carried(feed.name), "X-WR-CALNAME")
            expectSame(found.description, carriedOrNil(feed.description), "description")
            #expect(found.refreshHours == 6)
            #expect(found.components == feed.entries.count)
            let days = found.entries.map(\.start)
            #expect(days == days.sorted())
            let byNumber = Dictionary(grouping: found.entries) { String($0.uid.unicodeScalars.prefix { $0 != "-" }) }
            for (number, entry) in feed.entries.enumerated() {
                let same = try #require(byNumber["\(number)"])
                #expect(same.count == 1)
                try compare(#require(same.first), to: entry)
                compared += 1
            }
        }
        #expect(compared == 4_000)
    }

    private func carriedOrNil(_ text: String?) -> String? {
        text.map(HostileText.carried).flatMap { $0.isEmpty ? nil : $0 }
    }

    private func compare(_ found: PythonICalendar.Entry, to entry: ICalendar.Entry) throws {
        expectSame(found.uid, HostileText.carried(entry.uid), "uid")
        #expect(found.sequence == entry.sequence)
        #expect(found.start == entry.day.description)
        #expect(found.end == (entry.day + 1).description)
        #expect(found.decoded == [found.start, found.end])
        expectSame(found.summary, HostileText.carried(entry.summary), "summary")
        expectSame(found.description, carriedOrNil(entry.description), "description")
        #expect(found.status == (entry.isCancelled ? "CANCELLED" : entry.isTentative ? "TENTATIVE" : "CONFIRMED"))
        #expect(
            found.categories.map { Array($0.utf8) } == entry.categories.compactMap(carriedOrNil).map { Array($0.utf8) })
        let second = entry.modifiedAt.description.prefix(19) + "+0000"
        #expect(found.stamp == second)
        #expect(found.modified == second)
        #expect((found.url == nil) == (entry.url == nil))
        if let url = found.url, let written = entry.url {
            // Line separators are no control characters, and stand encoded in an address.
            let kept = String(
                String.UnicodeScalarView(written.unicodeScalars.filter { $0.properties.generalCategory != .control }))
            #expect(percentDecoded(url) == percentDecoded(kept), "\(written.debugDescription)")
            #expect(
                url.wholeMatch(of: /https:\/\/example\.org\/([A-Za-z0-9\-._~!$&'()*+,;=:@\/?#]|%[0-9A-Fa-f]{2})*/)
                    != nil, "\(url)")
            #expect(url.filter { $0 == "#" }.count <= 1)
        }
        let alarms = entry.isCancelled ? [] : Set(entry.alarmDaysBefore).sorted(by: >)
        #expect(found.alarms == alarms.map { "\(entry.day - $0)T08:00:00" })
        for text in found.alarmTexts { expectSame(text, found.summary, "alarm") }
        #expect(found.alarmTexts.count == alarms.count)
    }

    /// From UTC-11 to UTC+14, where at no moment the date is the same, and where clocks are moved.
    @Test func `shows each deadline on its day in every zone, and reminds at eight there`() throws {
        var dice = Dice(seed: 43)
        let days = ["2024-02-29", "2026-12-31", "2027-01-01", "2027-03-28", "2027-10-31"].map(day)
        let entries = (days + (0..<300).map { _ in Day(number: .random(in: 19_000...25_000, using: &dice)) })
            .enumerated().map { number, day in
                ICalendar.Entry(
                    uid: "\(number)", day: day, summary: "\(day)", modifiedAt: Instant(milliseconds: 0),
                    alarmDaysBefore: [0, 1, 90])
            }
        let text = ICalendar(name: "Tenggat", language: "id", entries: entries).text()
        let zones = [
            "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "Asia/Jakarta", "Asia/Jayapura", "America/New_York",
            "Europe/Paris",
        ]
        for zone in zones {
            let found = try #require(PythonICalendar.read(["all": text], in: zone)["all"])
            #expect(found.faults == [])
            #expect(found.entries.count == entries.count)
            for entry in found.entries {
                // The summary says the day.
                #expect(entry.start == entry.summary, "\(zone)")
                let day = day(entry.summary)
                #expect(entry.end == (day + 1).description, "\(zone)")
                #expect(entry.alarms == [90, 1, 0].map { "\(day - $0)T08:00:00" }, "\(zone)")
            }
        }
    }

    @Test func `reads a feed without entries`() throws {
        let empty = ICalendar(name: "", language: "id", entries: [])
        let found = try #require(PythonICalendar.read(["empty": empty.text()], in: "UTC")["empty"])
        #expect(found.faults == [])
        #expect(found.entries.isEmpty && found.components == 1)
    }

    /// Otherwise the tests above would prove nothing.
    @Test func `finds fault with what a careless writer makes`() throws {
        let text = ICalendar(
            name: "", language: "id",
            entries: [
                ICalendar.Entry(uid: "1", day: day("2027-12-31"), summary: "s", modifiedAt: Instant(milliseconds: 0))
            ]
        ).text()
        let line = try PythonICalendar.read(["line": text.replacing("SUMMARY", with: "evil\r\nSUMMARY")], in: "UTC")
        #expect(line["line"]?.faults.isEmpty == false)
        #expect(throws: PythonICalendar.Failure.self) {
            try PythonICalendar.read(["month": text.replacing("20271231", with: "20271331")], in: "UTC")
        }
        let timed = text.replacing(/VALUE=DATE:(\d+)/) { "VALUE=DATE-TIME:\($0.output.1)T000000Z" }
        let times = try PythonICalendar.read(["timed": timed], in: "UTC")
        #expect(times["timed"]?.entries.first?.start.hasPrefix("no date") == true)
    }
}
