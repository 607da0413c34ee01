public import Agreements
public import Calendars
import Documents
import Ledger
import Logging

/// A holiday file that was accepted, and what that has changed.
public struct AcceptedHolidays: Sendable {
    public var name: String
    public var at: Instant
    public var by: Actor
    public var change: HolidayChange
    /// The same request had been made before; nothing was done now.
    public var isReplayed: Bool
}

extension Engine {
    /// Accepts a holiday file: it is kept, its days are off from now on, and all reminders are planned anew, in one
    /// transaction.
    ///
    /// - Throws: ``EngineError``, and `LedgerError` if the ledger cannot write; the days off are then what they were.
    public func accept(
        holidays csv: String, named name: String, _ circumstances: Circumstances
    ) async throws -> AcceptedHolidays {
        let principal = circumstances.principal
        try principal.require(.acceptHolidays)
        try principal.requireEverywhere()
        return try await adoption.pass {
            if let earlier = try await earlierResult(circumstances) {
                return try await acceptance(recordedAs: earlier.subject)
            }
            return try await acceptInTurn(csv, name, circumstances)
        }
    }

    private func acceptInTurn(
        _ csv: String, _ name: String, _ circumstances: Circumstances
    ) async throws -> AcceptedHolidays {
        let (present, actor, now) = (rules, circumstances.principal.actor, clock.now())
        let proposal = try proposal(csv, name)
        let proposed = present.on(proposal.holidays)
        let news = HolidayNews(
            proposal.holidays.difference(from: present.calendar.holidays), file: name, actor: actor)
        func change(_ event: Event) -> Change {
            var change = Change(events: [event])
            change.holidays = HolidayFile(name: name, csv: csv, acceptedAt: now, acceptedBy: actor)
            change.idempotency = circumstances.remembering(event.id.rawValue)
            return change
        }
        do {
            if proposed.digest == present.digest {
                try await commit(change(event(news, moved: 0)))
                replaceRules(proposed)
                return AcceptedHolidays(
                    name: name, at: now, by: actor, change: news.change(moved: 0), isReplayed: false)
            }
            var moved = 0
            let changes = try await replanAll(proposed) { changes in
                moved = changes.moved
                return change(event(news, moved: moved))
            }
            announce(news, changes)
            return AcceptedHolidays(
                name: name, at: now, by: actor, change: news.change(moved: moved), isReplayed: false)
        } catch LedgerError.duplicateKey {
            // The key came twice at once, and the other request was not for this.
            throw EngineError.keyReused
        }
    }

    /// What is on record of a request that was made before.
    private func acceptance(recordedAs id: String) async throws -> AcceptedHolidays {
        let events = try await holidayEvents()
        guard let (event, change) = events.first(where: { $0.event.id.rawValue == id }) else {
            throw EngineError.keyReused
        }
        return AcceptedHolidays(
            name: change.file ?? "", at: event.recordedAt, by: event.actor, change: change, isReplayed: true)
    }

    func proposal(_ csv: String, _ name: String) throws -> HolidayProposal {
        try HolidayProposal(
            name: name, csv: csv, joining: rules.calendar.holidays, in: Zone.wib.day(at: clock.now()).year)
    }

    // MARK: What is in force

    /// The days off that were in force when the ledger began; what has come since is in its events.
    private static let holidaysNote = "holidays"

    private func holidayEvents() async throws -> [(event: Event, change: HolidayChange)] {
        try await ledger.events(EventQuery(subject: .calendar, type: .holidaysAccepted, limit: .max)).compactMap {
            event in
            if case .holidaysAccepted(let change) = event.data { (event, change) } else { nil }
        }
    }

    /// What is otherwise on a calendar that is about to come into force, than on the one that was in force last.
    ///
    /// - Returns: nil where nothing is, and at the very first start of a ledger, which has nothing to compare with.
    func holidayNews(_ holidays: Holidays) async throws -> HolidayNews? {
        guard let beginning = try await ledger.note(Engine.holidaysNote) else {
            try await ledger.setNote(Engine.holidaysNote, to: CanonicalJSON.text(holidays.all))
            return nil
        }
        let first = Holidays(try CanonicalJSON.decode([Holidays.Holiday].self, from: beginning))
        let last = try await holidayEvents().reduce(first) {
            $0.applying(.init(added: $1.change.added, removed: $1.change.removed))
        }
        let difference = holidays.difference(from: last)
        guard !difference.isEmpty else { return nil }
        let files = Set((difference.added + difference.removed).compactMap { holidays.file(naming: $0.day) })
        return HolidayNews(difference, file: files.count == 1 ? files.first : nil, actor: .system)
    }

    func event(_ news: HolidayNews, moved: Int) -> Event {
        let now = clock.now()
        return Event(
            id: .init(rawValue: mint.id("evt", at: now)), subject: .calendar, recordedAt: now,
            effectiveOn: Zone.wib.day(at: now), actor: news.actor, data: .holidaysAccepted(news.change(moved: moved)))
    }

    /// Says in the log that other days are off, and wakes who watches the calendar.
    func announce(_ news: HolidayNews, _ changes: ReminderChanges) {
        logger.notice(
            "other holidays are in force",
            metadata: [
                "file": "\(news.file ?? "-")", "added": "\(news.difference.added.count)",
                "removed": "\(news.difference.removed.count)", "reminders_moved": "\(changes.moved)",
                "by": "\(news.actor.name)",
            ])
        reminderAlarm.ring()
    }
}

/// Other days off, which file brought them, and by whose hand.
struct HolidayNews {
    var difference: Holidays.Difference
    var file: String?
    var actor: Actor

    init(_ difference: Holidays.Difference, file: String?, actor: Actor) {
        self.difference = difference
        self.file = file
        self.actor = actor
    }

    func change(moved: Int) -> HolidayChange {
        HolidayChange(file: file, added: difference.added, removed: difference.removed, remindersMoved: moved)
    }
}
