import Documents
import Expressions
import Testing

@Suite("Moments and spans")
struct TimeTests {
    /// A calendar that only counts: day after day, month after month.
    private struct Almanac {
        var (year, month, day, weekday, dayOfYear) = (1, 1, 1, 1, 0)

        mutating func turn() {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            (day, weekday, dayOfYear) = (day + 1, (weekday + 1) % 7, dayOfYear + 1)
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month, dayOfYear) = (year + 1, 1, 0) }
        }
    }

    /// 1 January of year 1 was a Monday in the calendar extended backwards.
    @Test("every day from year 1 to 9999 is the day after the one before")
    func days() throws {
        let parts = try Expression(
            parsing: "[t.getFullYear(), t.getMonth(), t.getDate(), t.getDayOfWeek(), t.getDayOfYear()]")
        var almanac = Almanac()
        var seconds: Int64 = -62_135_596_800
        var looked = 0
        while almanac.year < 10_000 {
            // All days of some years, and one now and then of the others.
            if [1, 4, 100, 400, 1900, 1970, 2000, 2026, 9999].contains(almanac.year) || looked % 997 == 0 {
                let moment = try #require(Timestamp(seconds: seconds + Int64(looked % 86_400)))
                let wanted = [almanac.year, almanac.month - 1, almanac.day, almanac.weekday, almanac.dayOfYear]
                let answer = parts.evaluate(Environment(["t": .timestamp(moment)]))
                #expect(answer == .value(.list(wanted.map { .int(Int64($0)) })))
                #expect(Timestamp(moment.description) == moment)
            }
            looked += 1
            seconds += 86_400
            almanac.turn()
        }
        #expect(looked == 3_652_059)
        #expect(Timestamp(seconds: seconds) == nil)
    }

    @Test("a moment is what its text says", arguments: 0..<300)
    func texts(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let moment = try #require(
            Timestamp(
                seconds: .random(in: -62_135_596_800...253_402_300_799, using: &dice),
                nanoseconds: .random(in: 0..<1_000_000_000, using: &dice)))
        #expect(Timestamp(moment.description) == moment)
        let span = TimeSpan(nanoseconds: Int64(bitPattern: dice.next()) >> Int64(dice.next() % 60))
        #expect(TimeSpan(span.description) == span)
        let later = moment.adding(span)
        if let later {
            #expect(later.since(moment) == span)
            #expect(later.subtracting(span) == moment)
            #expect((later > moment) == (span.nanoseconds > 0))
        }
        let other = try #require(Timestamp(seconds: .random(in: -62_135_596_800...253_402_300_799, using: &dice)))
        let apart = Int128(moment.seconds - other.seconds) * 1_000_000_000 + Int128(moment.nanoseconds)
        #expect(moment.since(other)?.nanoseconds == Int64(exactly: apart))
        let answer = try value("t + d", ["t": .timestamp(moment), "d": .duration(span)])
        #expect(later.map { answer == .value(.timestamp($0)) } ?? (answer.reason == .overflow("+")))
    }

    @Test(
        "texts of moments",
        arguments: [
            ("2026-11-01T08:00:00+08:00", "2026-11-01T00:00:00Z"),
            ("2026-01-01T00:00:00-23:59", "2026-01-01T23:59:00Z"),
            ("1972-01-01T10:00:20.021-05:00", "1972-01-01T15:00:20.021Z"),
            ("2000-02-29T23:59:59.120Z", "2000-02-29T23:59:59.12Z"),
            ("2026-01-01T00:00:00.1234567899Z", "2026-01-01T00:00:00.123456789Z"), ("1900-02-29T00:00:00Z", nil),
            ("2026-13-01T00:00:00Z", nil), ("2026-01-01T24:00:00Z", nil), ("2026-01-01T00:60:00Z", nil),
            ("2026-01-01T00:00:60Z", nil), ("2026-01-01 00:00:00Z", nil), ("2026-01-01T00:00:00", nil),
            ("2026-01-01T00:00:00.Z", nil), ("0000-12-31T00:00:00Z", nil), ("0001-01-01T00:00:00+01:00", nil),
            ("9999-12-31T23:59:59-00:01", nil), ("2026-01-01T00:00:00Zx", nil), ("26-01-01T00:00:00Z", nil), ("", nil),
            ("2026-01-01T00:00:00+24:00", nil), ("２０２６-01-01T00:00:00Z", nil), ("2026-01-00T00:00:00Z", nil),
        ])
    func momentTexts(text: String, wanted: String?) {
        #expect(Timestamp(text)?.description == wanted)
    }

    @Test(
        "texts of spans",
        arguments: [
            ("1.5h", "5400s"), ("-1.5s", "-1.5s"), ("1h30m", "5400s"), ("250ms", "0.25s"), ("7us", "0.000007s"),
            ("1ns", "0.000000001s"), ("0", "0s"), ("-0s", "0s"), ("+3m", "180s"), (".5s", "0.5s"), ("1.s", "1s"),
            ("9223372036.854775807s", "9223372036.854775807s"), ("-9223372036.854775808s", "-9223372036.854775808s"),
            ("9223372036.854775808s", nil), ("9223372037s", nil), ("99999999999999999999s", nil), ("3000000h", nil),
            ("", nil), ("s", nil), ("1", nil), ("1.5", nil), ("1x", nil), ("--1s", nil), ("1s-1s", nil), (" 1s", nil),
            ("1S", nil), (".s", nil), ("00", "0s"), ("1h 1m", nil), ("1u", nil), ("1n", nil),
        ])
    func spanTexts(text: String, wanted: String?) {
        #expect(TimeSpan(text)?.description == wanted)
    }

    @Test(
        "zones",
        arguments: [
            ("t.getHours('Asia/Jakarta')", 19), ("t.getHours('Asia/Makassar')", 20),
            ("t.getHours('Asia/Jayapura')", 21),
            ("t.getHours('+07:00')", 19), ("t.getHours('07:00')", 19), ("t.getHours('-12:30')", 23),
            ("t.getDate('-12:30')", 22), ("t.getMinutes('-12:30')", 30), ("t.getHours('UTC')", 12),
            ("timestamp('2026-03-29T00:59:59Z').getHours('Europe/Paris')", 1),
            ("timestamp('2026-03-29T01:00:00Z').getHours('Europe/Paris')", 3),
            ("timestamp('2026-10-25T01:00:00Z').getHours('Europe/Paris')", 2),
            ("timestamp('0001-01-01T00:00:00Z').getFullYear('-01:00')", 0),
            ("timestamp('9999-12-31T23:59:59Z').getFullYear('+01:00')", 10_000),
            ("timestamp('2009-02-13T23:31:30.999999999Z').getMilliseconds('Asia/Jakarta')", 999),
            ("duration('-3.75s').getMilliseconds()", -750), ("duration('-3.75s').getSeconds()", -3),
            ("duration('90m').getHours()", 1), ("int(timestamp('1969-12-31T23:59:59.5Z'))", -1),
        ] as [(String, Value)])
    func zones(source: String, wanted: Value) throws {
        let noon = try #require(Timestamp("2026-11-23T12:00:00Z"))
        #expect(try value(source, ["t": .timestamp(noon)]) == .value(wanted))
    }

    @Test(
        "wrong zones are refused",
        arguments: [
            "+7", "+07", "+0700", "7:00", "+24:00", "+07:60", "+07:00x", "Z", "é", "Asia/../Asia/Tokyo", "GMT+8",
            "UTC+7", "\0",
        ])
    func wrongZones(zone: String) throws {
        #expect(try value("timestamp(0).getHours(z)", ["z": .string(zone)]).reason == .unknownZone(zone))
    }
}
