import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

/// October has come, and nobody knows the days off of the next year.
@Suite struct CalendarWatchTests {
    private static let next = "date,name,kind,estimated\n2028-01-01,Tahun Baru Masehi,libur_nasional,false\n"

    private func missing(_ stage: Stage) async throws -> [Event] {
        try await stage.ledger.events(EventQuery(subject: .calendar, type: .holidaysMissing, limit: .max))
    }

    private func accept(_ stage: Stage, _ csv: String = next, named name: String = "2028.csv") async throws {
        _ = try await stage.engine.accept(
            holidays: csv, named: name, Circumstances(principal: stage.person(.admin)))
    }

    @Test func `a rehearsal over 1 October tells of it once, at 08:00 WIB`() async throws {
        let stage = try await Stage(at: "2027-08-01T09:00:00+08:00")
        try await stage.rehearse(until: "2027-10-01T07:59:59+07:00")
        #expect(try await missing(stage).isEmpty)
        #expect(stage.engine.missingYears.isEmpty)
        try await stage.rehearse(until: "2028-06-01T08:00:00+07:00")
        let event = try #require(try await missing(stage).first)
        #expect(event.data == .holidaysMissing(MissingHolidays(year: 2028)))
        #expect(event.recordedAt == Instant("2027-10-01T08:00:00+07:00"))
        #expect(event.effectiveOn == Day("2027-10-01"))
        #expect(event.actor == .system)
        #expect(event.region == nil)
        #expect(try await missing(stage).count == 1, "and not again when the year has begun")
        try await stage.rehearse(until: "2028-10-02T08:00:00+07:00")
        #expect(stage.engine.missingYears == [2028, 2029])
        #expect(try await missing(stage).map(\.data) == [2028, 2029].map { .holidaysMissing(.init(year: $0)) })
        try await stage.expectSoundLedger()
    }

    @Test func `a year that comes in time is not missed, and one that comes late ends the alarm`() async throws {
        let stage = try await Stage(at: "2027-09-30T09:00:00+08:00")
        try await accept(stage)
        try await stage.rehearse(until: "2027-12-01T08:00:00+07:00")
        #expect(try await missing(stage).isEmpty)
        let other = try await Stage(at: "2027-10-05T09:00:00+08:00")
        _ = try await other.engine.watchCalendar()
        #expect(other.engine.missingYears == [2028])
        try await accept(other)
        #expect(other.engine.missingYears.isEmpty)
        #expect(try await other.engine.watchCalendar() == Instant("2028-10-01T08:00:00+07:00"))
        #expect(try await missing(other).count == 1)
    }

    @Test(arguments: [
        // A year that is known needs no look; the next one that is not, does.
        ("2026-03-01T09:00:00+08:00", "2027-10-01T08:00:00+07:00"),
        ("2027-10-01T07:59:59.999+07:00", "2027-10-01T08:00:00+07:00"),
        ("2027-10-01T08:00:00+07:00", "2028-10-01T08:00:00+07:00"),
        ("2027-12-31T23:59:59+07:00", "2028-10-01T08:00:00+07:00"),
        ("2028-01-01T00:00:00+07:00", "2028-10-01T08:00:00+07:00"),
    ])
    func `it asks to be asked when the next year must be known`(_ now: String, _ next: String) async throws {
        let stage = try await Stage(at: now)
        #expect(try await stage.engine.watchCalendar() == Instant(next))
    }

    @Test func `a daemon that was down in October tells when it starts`() async throws {
        let stage = try await Stage(at: "2028-02-10T09:00:00+08:00")
        _ = try await stage.engine.watchCalendar()
        #expect(try await missing(stage).map(\.data) == [.holidaysMissing(.init(year: 2028))])
    }

    @Test func `two who look at once tell once`() async throws {
        let stage = try await Stage(at: "2027-10-05T09:00:00+08:00")
        stage.interruptible.interrupt { _ = try await stage.engine.watchCalendar() }
        _ = try await stage.engine.watchCalendar()
        #expect(stage.interruptible.hasInterrupted)
        #expect(try await missing(stage).count == 1)
    }

    @Test func `what could not be written is told at the next look`() async throws {
        let stage = try await Stage(at: "2027-10-05T09:00:00+08:00")
        stage.interruptible.interrupt { throw LedgerError.full }
        await #expect(throws: LedgerError.full) { try await stage.engine.watchCalendar() }
        #expect(try await missing(stage).isEmpty)
        _ = try await stage.engine.watchCalendar()
        #expect(try await missing(stage).count == 1)
    }
}
