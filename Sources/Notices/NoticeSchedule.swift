public import Calendars
public import Ledger

/// When a notice may go out to a person.
public struct NoticeSchedule: Sendable {
    public var calendar: WorkingCalendar
    /// Mails of the urgent kind to one person a day; what is more goes into the digest.
    public var urgentMax: Int

    public init(calendar: WorkingCalendar, urgentMax: Int = 20) {
        self.calendar = calendar
        self.urgentMax = urgentMax
    }

    /// At once, at the end of the quiet hours (so that all of a night go into one summary), or with the next digest.
    ///
    /// Whoever wants no mail is treated as one who wants a digest: nothing is urgent to them.
    ///
    /// - Parameters:
    ///   - zone: where the person's clock hangs.
    ///   - urgentToday: mails already made for this person since their midnight.
    public func dueAt(isUrgent: Bool, for person: Person, in zone: Zone, at now: Instant, urgentToday: Int) -> Instant {
        guard isUrgent, person.mail == .each, urgentToday < urgentMax else {
            return nextDigest(for: person, in: zone, after: now)
        }
        return quietEnd(for: person, in: zone, at: now) ?? now
    }

    /// The person's digest hour on the next working day; today counts while that hour has not come. Quiet hours do not
    /// matter: whoever asks for a digest at night gets it at night.
    private func nextDigest(for person: Person, in zone: Zone, after now: Instant) -> Instant {
        let today = zone.day(at: now)
        let hour = hourOfDay(person.digestHour)
        let dueToday = zone.instant(of: today, hour: hour)
        if calendar.isWorkingDay(today), now < dueToday { return dueToday }
        return zone.instant(of: calendar.adding(workingDays: 1, to: today), hour: hour)
    }

    /// When the quiet hours end that it is now; nil outside of them.
    private func quietEnd(for person: Person, in zone: Zone, at now: Instant) -> Instant? {
        let (from, until) = (hourOfDay(person.quietFrom), hourOfDay(person.quietUntil))
        let today = zone.day(at: now)
        let hour = zone.clock(at: now).hour
        if from < until {
            return (from..<until).contains(hour) ? zone.instant(of: today, hour: until) : nil
        }
        // Over midnight; equal for none.
        if from > until, hour >= from { return zone.instant(of: today + 1, hour: until) }
        if from > until, hour < until { return zone.instant(of: today, hour: until) }
        return nil
    }
}

/// 24 is midnight, as people write it; what is no hour at all still gives one.
func hourOfDay(_ hour: Int) -> Int { (hour % 24 + 24) % 24 }

extension Zone {
    /// What a clock on the wall shows.
    func clock(at instant: Instant) -> (hour: Int, minute: Int, second: Int) {
        let seconds = Int((instant - self.instant(of: day(at: instant))).milliseconds / 1_000)
        return (seconds / 3_600, seconds / 60 % 60, seconds % 60)
    }
}
