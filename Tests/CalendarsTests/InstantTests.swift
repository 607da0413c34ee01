import Calendars
import Foundation
import Testing

@Suite struct `An instant` {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.001Z", 1), ("1969-12-31T23:59:59.999Z", -1),
        ("2021-02-25T14:52:10Z", 1_614_264_730_000), ("2026-11-01T08:00:00+08:00", 1_793_491_200_000),
        ("2026-11-01T00:00:00Z", 1_793_491_200_000), ("2026-10-31T19:30:00-04:30", 1_793_491_200_000),
        ("2026-11-01T00:00:00.5Z", 1_793_491_200_500), ("2026-11-01T00:00:00.25Z", 1_793_491_200_250),
        ("2026-11-01T00:00:00.1239Z", 1_793_491_200_123), ("2026-11-01T00:00:00.123456789+00:00", 1_793_491_200_123),
    ])
    func `is read from RFC 3339`(text: String, milliseconds: Int64) throws {
        #expect(try #require(Instant(text)).milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026-11-01", "2026-11-01T08:00:00", "2026-11-01 08:00:00Z", "2026-11-01T08:00Z", "2026-11-01T24:00:00Z",
        "2026-11-01T08:60:00Z", "2026-11-01T08:00:60Z", "2026-02-30T08:00:00Z", "2026-11-01T08:00:00.Z",
        "2026-11-01T08:00:00Zx", "2026-11-01T08:00:00+0800", "2026-11-01T08:00:00+8", "2026-11-01T08:00:00+08",
        "2026-11-01T08:00:00+24:00",
        "2026-11-01T08:00:00+08:60", "2026-11-01T08:00:00.5", "2026-11-01T08:00:00.5x", "2026-11-01T-8:00:00Z",
        "2026-11-01T08:00:00+08:000", "2026-11-01T08-00-00Z", "2026-11-01T08:00:00x",
    ])
    func `refuses what is no moment`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `is written in UTC with milliseconds and read back`() {
        var dice = Dice(seed: 3)
        for _ in 0..<2_000 {
            let instant = Instant(milliseconds: .random(in: -2_208_988_800_000...4_133_980_799_999, using: &dice))
            #expect(Instant(instant.description) == instant)
        }
        #expect(Instant(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
        #expect(Instant(milliseconds: 1_793_491_200_005).description == "2026-11-01T00:00:00.005Z")
    }

    @Test func `sorts as text as it does in time`() {
        var dice = Dice(seed: 4)
        let instants = (0..<500).map { _ in
            Instant(milliseconds: .random(in: -2_208_988_800_000...4_133_980_799_999, using: &dice))
        }
        #expect(instants.sorted().map(\.description) == instants.map(\.description).sorted())
    }

    @Test func `is moved by lengths of time`() {
        let start = Instant(milliseconds: 1_000)
        #expect(start + .seconds(2) == Instant(milliseconds: 3_000))
        #expect(start + .milliseconds(-1_500) == Instant(milliseconds: -500))
        #expect(Instant(milliseconds: 250) - start == .milliseconds(-750))
        #expect(Duration.nanoseconds(1_999_999).milliseconds == 1)
        #expect(Duration.nanoseconds(-1_999_999).milliseconds == -1)
    }

    @Test func `is written in JSON as its text`() throws {
        #expect(try encoded([Instant(milliseconds: 5)]) == #"["1970-01-01T00:00:00.005Z"]"#)
        let read = try JSONDecoder().decode([Instant].self, from: Data(#"["1970-01-01T07:00:00+07:00"]"#.utf8))
        #expect(read == [Instant(milliseconds: 0)])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data(#"["soon"]"#.utf8)) }
    }
}

@Suite struct `A zone` {
    @Test(arguments: [
        (Zone.wib, "2026-12-31T16:59:59.999Z", "2026-12-31"), (.wib, "2026-12-31T17:00:00.000Z", "2027-01-01"),
        (.wita, "2026-12-31T15:59:59.999Z", "2026-12-31"), (.wita, "2026-12-31T16:00:00.000Z", "2027-01-01"),
        (.wit, "2026-12-31T14:59:59.999Z", "2026-12-31"), (.wit, "2026-12-31T15:00:00.000Z", "2027-01-01"),
        (.wib, "1969-12-31T16:59:59.999Z", "1969-12-31"), (.wib, "1969-12-31T17:00:00.000Z", "1970-01-01"),
    ])
    func `turns the day at its own midnight`(zone: Zone, at: String, shown: String) throws {
        #expect(zone.day(at: try #require(Instant(at))) == day(shown))
    }

    @Test(arguments: [
        (Zone.wib, 0, "2026-10-31T17:00:00.000Z"), (.wita, 0, "2026-10-31T16:00:00.000Z"),
        (.wit, 0, "2026-10-31T15:00:00.000Z"), (.wib, 8, "2026-11-01T01:00:00.000Z"),
        (.wita, 8, "2026-11-01T00:00:00.000Z"), (.wit, 8, "2026-10-31T23:00:00.000Z"),
    ])
    func `has an hour of a day at a moment`(zone: Zone, hour: Int, at: String) {
        #expect(zone.instant(of: day("2026-11-01"), hour: hour).description == at)
    }

    @Test(arguments: Zone.allCases) func `gives each day exactly 24 hours`(zone: Zone) {
        var dice = Dice(seed: 5)
        for _ in 0..<500 {
            let day = Day(number: .random(in: -25_567...47_846, using: &dice))
            let midnight = zone.instant(of: day)
            #expect(zone.day(at: midnight) == day)
            #expect(zone.day(at: midnight + .milliseconds(86_399_999)) == day)
            #expect(zone.day(at: midnight + .milliseconds(86_400_000)) == day + 1)
            #expect(zone.day(at: midnight + .milliseconds(-1)) == day - 1)
        }
    }
}

@Suite struct `A period` {
    @Test(arguments: [
        ("P30D", 0, 30, 0), ("P1M", 1, 0, 0), ("P1Y2M", 14, 0, 0), ("P2W", 0, 14, 0), ("PT2H30M", 0, 0, 9_000),
        ("PT45S", 0, 0, 45), ("P1Y2M3DT4H5M6S", 14, 3, 14_706), ("P0D", 0, 0, 0),
    ])
    func `is read from ISO 8601`(text: String, months: Int, days: Int, seconds: Int) throws {
        let period = try #require(Period(text))
        #expect(period.months == months)
        #expect(period.days == days)
        #expect(period.seconds == seconds)
        #expect(Period(period.description) == period)
    }

    @Test(arguments: [
        "", "P", "PT", "P1DT", "1D", "P1", "PD", "P-1D", "P1H", "PT1D", "P1.5D", "P1DT1HT1M", "p1d", "P1D ",
        "P99999999999999999999D", "PT1H ", "P１D",
    ])
    func `refuses what is no length`(text: String) {
        #expect(Period(text) == nil)
    }

    @Test(arguments: [
        ("P100Y", "P101Y"), ("P1200M", "P1201M"), ("P36525D", "P36526D"), ("P5217W6D", "P5218W"),
        ("PT876600H", "PT876601H"), ("PT3155760000S", "PT3155760001S"), ("PT876599H60M", "PT876600H1S"),
        ("P99Y12M36525DT876600H", "P99Y13M"),
    ])
    func `is a century at most, in parts and in all, and reads back what it writes`(
        text: String, tooLong: String
    ) throws {
        let period = try #require(Period(text))
        #expect(Period(period.description) == period)
        #expect(Period(tooLong) == nil)
    }

    @Test func `reads back what it writes`() throws {
        let period = try #require(Period("PT28H"))
        #expect(period.description == "P0M0DT100800S")
        #expect(Period(period.description) == period)
    }

    @Test(arguments: [
        ("P1M", "2026-01-31T09:30:00.000Z", "2026-02-28T09:30:00.000Z"),
        ("P1M", "2026-01-30T17:00:00.000Z", "2026-02-27T17:00:00.000Z"),
        ("P1D", "2026-02-28T20:00:00.000Z", "2026-03-01T20:00:00.000Z"),
        ("PT36H", "2026-12-31T00:00:00.000Z", "2027-01-01T12:00:00.000Z"),
        ("P1MT1S", "2026-12-15T00:00:00.000Z", "2027-01-15T00:00:01.000Z"),
        ("P0D", "2026-12-15T00:00:00.007Z", "2026-12-15T00:00:00.007Z"),
    ])
    func `is counted by the calendar of a zone`(period: String, from: String, to: String) throws {
        let period = try #require(Period(period))
        // At 17:00Z it is already the next day in Jakarta, so that 31 January becomes 28 February there.
        #expect(period.after(try #require(Instant(from)), in: .wib).description == to)
    }
}
