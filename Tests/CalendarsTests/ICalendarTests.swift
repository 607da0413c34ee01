import Calendars
import Foundation
import Testing

private let moment = Instant(milliseconds: 1_793_491_200_999)

private func entry(_ change: (inout ICalendar.Entry) -> Void = { _ in }) -> ICalendar.Entry {
    var entry = ICalendar.Entry(
        uid: "kupang-2027/valid-until@pksd", day: day("2027-12-31"), summary: "PKS berakhir", modifiedAt: moment)
    change(&entry)
    return entry
}

private func feed(_ entries: ICalendar.Entry...) -> ICalendar {
    ICalendar(name: "Tenggat", language: "id", entries: entries)
}

@Suite struct `A feed of deadlines` {
    @Test func `is written line for line`() {
        let feed = ICalendar(
            name: "Tenggat, Kota Kupang", description: "Semua PKS; 2027", language: "id",
            entries: [
                entry {
                    $0.sequence = 3
                    $0.description = "Baris satu\nBaris dua"
                    $0.url = "https://pks.example.go.id/agreements/kupang-2027?lang=id"
                    $0.categories = ["JKN", "Kupang, Kota"]
                    $0.alarmDaysBefore = [0, 30, 1]
                }
            ])
        let expected = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//pksd//Deadlines//ID
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            NAME;LANGUAGE=id:Tenggat\\, Kota Kupang
            X-WR-CALNAME:Tenggat\\, Kota Kupang
            DESCRIPTION;LANGUAGE=id:Semua PKS\\; 2027
            X-WR-CALDESC:Semua PKS\\; 2027
            REFRESH-INTERVAL;VALUE=DURATION:PT6H
            X-PUBLISHED-TTL:PT6H
            BEGIN:VEVENT
            UID:kupang-2027/valid-until@pksd
            DTSTAMP:20261101T000000Z
            LAST-MODIFIED:20261101T000000Z
            SEQUENCE:3
            DTSTART;VALUE=DATE:20271231
            DTEND;VALUE=DATE:20280101
            SUMMARY;LANGUAGE=id:PKS berakhir
            DESCRIPTION;LANGUAGE=id:Baris satu\\nBaris dua
            URL:https://pks.example.go.id/agreements/kupang-2027?lang=id
            CATEGORIES;LANGUAGE=id:JKN,Kupang\\, Kota
            STATUS:CONFIRMED
            TRANSP:TRANSPARENT
            CLASS:PRIVATE
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-P29DT16H
            DESCRIPTION;LANGUAGE=id:PKS berakhir
            END:VALARM
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT16H
            DESCRIPTION;LANGUAGE=id:PKS berakhir
            END:VALARM
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:PT8H
            DESCRIPTION;LANGUAGE=id:PKS berakhir
            END:VALARM
            END:VEVENT
            END:VCALENDAR

            """
        #expect(feed.text() == expected.replacing("\n", with: "\r\n"))
    }

    @Test func `without entries still has the component that a calendar needs`() throws {
        let lines = try ReadFeed(feed().text()).lines
        #expect(!lines.contains("BEGIN:VEVENT"))
        #expect(lines.suffix(9).first == "BEGIN:VTIMEZONE")
        #expect(lines.last == "END:VCALENDAR")
        #expect(try !ReadFeed(feed(entry()).text()).lines.contains("BEGIN:VTIMEZONE"))
    }

    @Test(arguments: [
        ("2026-01-31", "20260131", "20260201"), ("2026-12-31", "20261231", "20270101"),
        ("2024-02-28", "20240228", "20240229"),
        ("2024-02-29", "20240229", "20240301"), ("2026-02-28", "20260228", "20260301"),
        ("2100-02-28", "21000228", "21000301"),
        ("2000-02-29", "20000229", "20000301"), ("2026-04-30", "20260430", "20260501"),
        ("1999-12-31", "19991231", "20000101"),
    ])
    func `ends each deadline on the day after, exclusively`(on: String, start: String, end: String) throws {
        let read = try ReadFeed(feed(entry { $0.day = day(on) }).text())
        #expect(read.values("DTSTART") == [start])
        #expect(read.values("DTEND") == [end])
        #expect(read.lines.filter { $0.hasPrefix("DT") && $0.contains("VALUE=DATE:") }.count == 2)
    }

    @Test func `leaves out what no date can say, and ends at the last day of all`() throws {
        let numbers = [Int.min, -719_163, -719_162, 2_932_896, 2_932_897, Int.max]
        let feed = ICalendar(
            name: "", language: "en",
            entries: numbers.map { number in entry { ($0.uid, $0.day) = ("\(number)", Day(number: number)) } })
        let read = try ReadFeed(feed.text())
        #expect(read.values("DTSTART") == ["00010101", "99991231"])
        #expect(read.values("DTEND") == ["00010102"])
    }

    @Test(arguments: [
        (Int64.min, "00010101T000000Z"), (-1, "19691231T235959Z"), (0, "19700101T000000Z"), (.max, "99991231T235959Z"),
    ])
    func `is dated by its entries, not by a clock`(milliseconds: Int64, shown: String) throws {
        let read = try ReadFeed(feed(entry { $0.modifiedAt = Instant(milliseconds: milliseconds) }).text())
        #expect(read.values("DTSTAMP") == [shown])
        #expect(read.values("LAST-MODIFIED") == [shown])
    }

    @Test(arguments: [
        (Int.min, "0"), (-1, "0"), (0, "0"), (7, "7"), (2_147_483_648, "2147483647"), (.max, "2147483647"),
    ])
    func `counts revisions within an iCalendar integer`(sequence: Int, shown: String) throws {
        #expect(try ReadFeed(feed(entry { $0.sequence = sequence }).text()).values("SEQUENCE") == [shown])
    }

    @Test(arguments: [
        (false, false, "CONFIRMED"), (false, true, "TENTATIVE"), (true, false, "CANCELLED"), (true, true, "CANCELLED"),
    ])
    func `says what holds`(isCancelled: Bool, isTentative: Bool, status: String) throws {
        let read = try ReadFeed(
            feed(
                entry {
                    ($0.isCancelled, $0.isTentative) = (isCancelled, isTentative)
                    $0.alarmDaysBefore = [7]
                }
            ).text())
        #expect(read.values("STATUS") == [status])
        #expect(read.values("TRIGGER") == (isCancelled ? [] : ["-P6DT16H"]), "a cancelled deadline reminds nobody")
    }

    @Test func `reminds once for each day that can be reckoned`() throws {
        let read = try ReadFeed(
            feed(entry { $0.alarmDaysBefore = [2, 2, -1, .min, .max, 36_526, 36_525, 0, 2] }).text())
        #expect(read.values("TRIGGER") == ["-P36524DT16H", "-P1DT16H", "PT8H"])
    }

    @Test(arguments: [
        ("id", ";LANGUAGE=id", "ID"), ("en", ";LANGUAGE=en", "EN"),
        ("zh-Hant-TW", ";LANGUAGE=zh-Hant-TW", "ZH-HANT-TW"),
        ("", "", "EN"), ("id:x", "", "EN"), ("id;X=1", "", "EN"), ("id\r\nX-EVIL:1", "", "EN"), ("é", "", "EN"),
        ("id-", "", "EN"),
        ("abcdefghi", "", "EN"), (String(repeating: "abcdefg-", count: 5) + "a", "", "EN"),
    ])
    func `names its language, if it is one`(language: String, parameter: String, product: String) throws {
        let entries = [entry { ($0.description, $0.categories, $0.alarmDaysBefore) = ("x", ["y"], [1]) }]
        let read = try ReadFeed(ICalendar(name: "n", description: "d", language: language, entries: entries).text())
        #expect(read.values("PRODID") == ["-//pksd//Deadlines//\(product)"])
        #expect(read.lines.filter { $0.hasPrefix("DESCRIPTION\(parameter):") }.count == 3)
        for line in ["NAME\(parameter):n", "SUMMARY\(parameter):PKS berakhir", "CATEGORIES\(parameter):y"] {
            #expect(read.lines.contains(line))
        }
    }

    @Test func `has the same bytes for the same entries in any order`() {
        var dice = Dice(seed: 40)
        // Equal to Swift, different in octets: an order by `<` would leave them as they came.
        var entries = [entry { $0.uid = "é" }, entry { $0.uid = "e\u{301}" }, entry(), entry()]
        for number in 0..<200 {
            entries.append(
                entry {
                    ($0.uid, $0.day) = ("\(number)", Day(number: .random(in: 20_000...20_010, using: &dice)))
                    $0.summary = HostileText.text(upTo: 3, &dice)
                })
        }
        let text = ICalendar(name: "", language: "id", entries: entries).text()
        for _ in 0..<20 {
            entries.shuffle(using: &dice)
            #expect(identical(ICalendar(name: "", language: "id", entries: entries).text(), text))
        }
    }
}
