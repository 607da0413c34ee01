import Agreements
public import Calendars
import Documents
import Ledger
import Logging

/// Sees to it that nobody counts working days in a year whose days off are not known.
enum CalendarWatch {
    /// The decree for a year comes in September or so of the year before; from October on it is missed.
    static let month = 10

    /// From when on the days off of a year must be known: 1 October of the year before, 08:00 WIB.
    static func alarm(for year: Int) -> Instant {
        Zone.wib.instant(of: Month(year: year - 1, month: month).first, hour: 8)
    }

    /// The years that must be known at a moment: the present one, and the next from October on.
    static func years(at now: Instant) -> [Int] {
        let year = Zone.wib.day(at: now).year
        return [year, year + 1].filter { alarm(for: $0) <= now }
    }

    /// The next moment at which another year must be known that is not.
    static func next(after now: Instant, knowing years: Set<Int>) -> Instant {
        var year = Zone.wib.day(at: now).year + 1
        while alarm(for: year) <= now || years.contains(year) { year += 1 }
        return alarm(for: year)
    }
}

extension Engine {
    /// Years that must be known by now and are not.
    public var missingYears: [Int] {
        let known = rules.calendar.holidays.years
        return CalendarWatch.years(at: clock.now()).filter { !known.contains($0) }
    }

    /// Tells, once for each year, that its days off are missing.
    ///
    /// - Returns: when to ask again at the latest; other days off ring the reminders' alarm.
    public func watchCalendar() async throws -> Instant? {
        for year in missingYears { try await tellOfMissing(year) }
        return CalendarWatch.next(after: clock.now(), knowing: rules.calendar.holidays.years)
    }

    private func tellOfMissing(_ year: Int) async throws {
        let key = IdempotencyKey(owner: Actor.system.name, key: "holidays.missing \(year)")
        guard try await ledger.idempotent(key) == nil else { return }
        let now = clock.now()
        let event = Event(
            id: .init(rawValue: mint.id("evt", at: now)), subject: .calendar, recordedAt: now,
            effectiveOn: Zone.wib.day(at: now), actor: .system, data: .holidaysMissing(MissingHolidays(year: year)))
        var change = Change(events: [event])
        change.idempotency = (key, IdempotentResult(fingerprint: "", subject: event.id.rawValue, version: 0))
        do {
            try await commit(change)
        } catch LedgerError.duplicateKey {
            // Somebody else has just told.
            return
        }
        logger.warning(
            "the holidays of a year are missing; its working days are counted without any",
            metadata: ["year": "\(year)"])
    }
}
