import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Notices

/// When a notice may go out, against a slow reader of clocks that tries every minute.
@Suite struct ScheduleTests {
    private static func calendar() throws -> WorkingCalendar {
        // Eid of 2027 with joint leave: nine closed days in a row.
        let days = ["08", "09", "10", "11", "12"].map { "2027-03-\($0),Idulfitri,libur_nasional,true" }
        return WorkingCalendar(
            holidays: try Holidays(files: [
                (
                    "h.csv",
                    "date,name,kind,estimated\n" + days.joined(separator: "\n")
                        + "\n2027-01-01,Tahun Baru,libur_nasional,false\n"
                )
            ]))
    }

    /// Walks on minute by minute and looks at the clock on the wall.
    private static func slowly(
        _ isUrgent: Bool, _ person: Person, _ zone: Zone, _ now: Instant, _ urgentToday: Int,
        _ calendar: WorkingCalendar
    ) -> Instant {
        func hour(_ minute: Int64) -> Int { Int((minute + Int64(zone.hoursFromUTC) * 60) % 1_440 / 60) }
        func isQuiet(_ minute: Int64) -> Bool {
            // Walk round the clock from the beginning of the quiet hours to their end.
            var quiet = person.quietFrom
            while quiet != person.quietUntil {
                if hour(minute) == quiet { return true }
                quiet = quiet == 23 ? 0 : quiet + 1
            }
            return false
        }
        let isAtOnce = isUrgent && person.mail == .each && urgentToday < 20
        var minute = now.milliseconds / 60_000
        if isAtOnce, !isQuiet(minute) { return now }
        while true {
            minute += 1
            if isAtOnce {
                if !isQuiet(minute) { break }
            } else if minute % 60 == 0, hour(minute) == person.digestHour {
                let day = Day(number: Int((minute + Int64(zone.hoursFromUTC) * 60) / 1_440))
                if calendar.isWorkingDay(day) { break }
            }
        }
        return Instant(milliseconds: minute * 60_000)
    }

    @Test(arguments: 0..<4) func `every moment is the one that a slow reader of clocks finds`(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let calendar = try ScheduleTests.calendar()
        let schedule = NoticeSchedule(calendar: calendar)
        let start = Samples.instant("2026-12-28T00:00:00Z").milliseconds
        var digests = 0
        for _ in 0..<400 {
            var person = Samples.person()
            person.digestHour = Int.random(in: 0...23, using: &dice)
            person.quietFrom = Int.random(in: 0...23, using: &dice)
            person.quietUntil = dice.happens(oneIn: 8) ? person.quietFrom : Int.random(in: 0...23, using: &dice)
            person.mail = dice.happens(oneIn: 4) ? .digest : .each
            // Half of them exactly on an hour.
            let hours = Int64.random(in: 0..<(90 * 24), using: &dice)
            let rest = dice.happens(oneIn: 2) ? 0 : Int64.random(in: 0..<3_600_000, using: &dice)
            let now = Instant(milliseconds: start + hours * 3_600_000 + rest)
            let zone = Zone.allCases.randomElement(using: &dice) ?? .wib
            let isUrgent = !dice.happens(oneIn: 3)
            let urgentToday = [0, 19, 20, 21].randomElement(using: &dice) ?? 0
            let due = schedule.dueAt(isUrgent: isUrgent, for: person, in: zone, at: now, urgentToday: urgentToday)
            let wanted = ScheduleTests.slowly(isUrgent, person, zone, now, urgentToday, calendar)
            #expect(due == wanted, "\(now) \(zone) \(person) urgent \(isUrgent) after \(urgentToday)")
            if due > now { digests += 1 }
        }
        #expect(digests > 100)
    }

    @Test(
        arguments: [
            // Urgent: at once by day, Sundays too; after the night otherwise.
            (true, "2027-03-05T12:34:56.789+08:00", "2027-03-05T12:34:56.789+08:00"),
            (true, "2027-03-07T12:00:00+08:00", "2027-03-07T12:00:00+08:00"),
            (true, "2027-03-05T19:59:59.999+08:00", "2027-03-05T19:59:59.999+08:00"),
            (true, "2027-03-05T20:00:00+08:00", "2027-03-06T06:00:00+08:00"),
            (true, "2027-03-06T05:59:59.999+08:00", "2027-03-06T06:00:00+08:00"),
            (true, "2027-03-06T06:00:00+08:00", "2027-03-06T06:00:00+08:00"),
            // The rest: at seven of the next working day, over the weekend and nine days of Eid.
            (false, "2027-03-04T06:59:59.999+08:00", "2027-03-04T07:00:00+08:00"),
            (false, "2027-03-04T07:00:00+08:00", "2027-03-05T07:00:00+08:00"),
            (false, "2027-03-05T08:00:00+08:00", "2027-03-15T07:00:00+08:00"),
            (false, "2026-12-31T23:00:00+08:00", "2027-01-04T07:00:00+08:00"),
        ]) func `a notice goes out at the moment that people expect`(
            _ isUrgent: Bool, _ now: String, _ due: String
        ) throws
    {
        let schedule = NoticeSchedule(calendar: try ScheduleTests.calendar())
        #expect(
            schedule.dueAt(
                isUrgent: isUrgent, for: Samples.person(), in: .wita, at: Samples.instant(now), urgentToday: 0)
                == Samples.instant(due))
    }

    @Test func `all that is urgent in one night goes out at the same moment`() throws {
        let schedule = NoticeSchedule(calendar: try ScheduleTests.calendar())
        let night = (0..<600).map { Samples.instant("2027-03-02T20:00:00+08:00") + .seconds($0 * 60) }
        let due = night.map {
            schedule.dueAt(isUrgent: true, for: Samples.person(), in: .wita, at: $0, urgentToday: 0)
        }
        #expect(Set(due) == [Samples.instant("2027-03-03T06:00:00+08:00")])
    }

    @Test(arguments: [Person.MailPreference.digest, .off]) func `who wants no single mails gets none, however urgent`(
        _ preference: Person.MailPreference
    ) throws {
        var person = Samples.person()
        person.mail = preference
        let schedule = NoticeSchedule(calendar: try ScheduleTests.calendar())
        let due = schedule.dueAt(
            isUrgent: true, for: person, in: .wita, at: Samples.instant("2027-03-02T12:00:00+08:00"), urgentToday: 0)
        #expect(due == Samples.instant("2027-03-03T07:00:00+08:00"))
    }

    @Test func `a digest at night comes at night`() throws {
        var person = Samples.person()
        person.digestHour = 22
        let due = NoticeSchedule(calendar: try ScheduleTests.calendar()).dueAt(
            isUrgent: false, for: person, in: .wit, at: Samples.instant("2027-03-02T21:59:00+09:00"), urgentToday: 0)
        #expect(due == Samples.instant("2027-03-02T22:00:00+09:00"))
    }

    @Test(arguments: [Int.min, -1, 24, 25, .max]) func `an hour that is none still gives a moment`(_ hour: Int) throws {
        var person = Samples.person()
        (person.digestHour, person.quietFrom, person.quietUntil) = (hour, hour, 3)
        let schedule = NoticeSchedule(calendar: try ScheduleTests.calendar(), urgentMax: 0)
        for isUrgent in [true, false] {
            let due = schedule.dueAt(isUrgent: isUrgent, for: person, in: .wib, at: Samples.now, urgentToday: 0)
            #expect(due > Samples.now && due < Samples.now + .seconds(86_400 * 2))
        }
    }
}
