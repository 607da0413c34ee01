import Agreements
public import Calendars
import Documents
public import Ledger

/// The answers to reminders.
extension Engine {
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
