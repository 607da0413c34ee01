public import Agreements
public import Calendars
import Documents
public import Ledger

/// Facts that belong to a region, and the answers to reminders.
extension Engine {
    /// Records how many of a region's residents are covered, as one source says.
    public func record(_ fact: CoverageFact, in region: String, _ circumstances: Circumstances) async throws {
        let principal = circumstances.principal
        try principal.require(.recordCoverage)
        guard rules.reference.regions[region] != nil else { throw EngineError.notFound(region) }
        try principal.require(region: region)
        if try await earlierResult(circumstances) != nil { return }
        let now = clock.now()
        var change = Change(events: [
            Event(
                id: .init(rawValue: mint.id("evt", at: now)), subject: .region(region), region: region, recordedAt: now,
                effectiveOn: Day(fact.asOf) ?? Month(fact.asOf)?.last
                    ?? rules.reference.regions.zone(of: region).day(at: now),
                actor: principal.actor, data: .coverageRecorded(fact))
        ])
        change.idempotency = circumstances.remembering(region)
        do {
            try await commit(change)
        } catch LedgerError.duplicateKey {
            _ = try await earlierResult(circumstances)
        }
    }

    /// All coverage facts of a region, oldest first. Sources that disagree stand side by side.
    public func coverage(of region: String, for principal: Principal) async throws -> [CoverageFact] {
        try principal.require(region: region)
        return try await ledger.events(EventQuery(subject: .region(region), type: .coverageRecorded, limit: .max))
            .compactMap {
                if case .coverageRecorded(let fact) = $0.data { fact } else { nil }
            }
    }

    /// Says that a reminder has been seen; it needs no further telling.
    public func acknowledge(_ id: String, by principal: Principal) async throws -> Reminder {
        var reminder = try await answerable(id, by: principal)
        guard reminder.state != .superseded, reminder.state != .cancelled else {
            throw EngineError.impossible(
                Bilingual(id: "pengingat ini sudah tidak berlaku", en: "this reminder no longer holds"))
        }
        try await commitAnswer(
            Change(reminders: [.acknowledge(id: id, reason: principal.actor.name, at: clock.now())]))
        reminder.state = .acknowledged
        reminder.reason = principal.actor.name
        return reminder
    }

    /// Puts a reminder off.
    public func snooze(_ id: String, until: Instant, reason: String?, by principal: Principal) async throws -> Reminder
    {
        var reminder = try await answerable(id, by: principal)
        guard until > clock.now() else {
            throw EngineError.invalid("/until", Bilingual(id: "harus di depan", en: "must lie ahead"))
        }
        guard reminder.state.isOpen || reminder.state == .sent else {
            throw EngineError.impossible(
                Bilingual(id: "pengingat ini sudah selesai", en: "this reminder has ended"))
        }
        try await commitAnswer(Change(reminders: [.snooze(id: id, until: until, reason: reason)]))
        reminder.state = .snoozed
        reminder.dueAt = until
        reminder.reason = reason
        return reminder
    }

    private func commitAnswer(_ change: Change) async throws {
        do {
            try await commit(change)
        } catch LedgerError.reminderEnded {
            throw EngineError.impossible(
                Bilingual(id: "pengingat ini sudah selesai", en: "this reminder has ended"))
        }
    }

    private func answerable(_ id: String, by principal: Principal) async throws -> Reminder {
        try principal.require(.answerReminder)
        guard let reminder = try await ledger.reminder(id), reminder.recipient != .system else {
            throw EngineError.notFound(id)
        }
        try principal.require(region: reminder.region)
        return reminder
    }
}
