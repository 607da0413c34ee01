import Agreements
public import Calendars
import Documents
public import Ledger
import Workflows

/// The answers to reminders.
extension Engine {
    /// A reminder can be put off this often.
    public static let snoozesMax = 2

    /// Says that a reminder has been seen and somebody is on it; the ladder of its stage begins anew from today.
    public func acknowledge(_ id: String, _ circumstances: Circumstances) async throws -> Reminder {
        if let earlier = try await answered(circumstances) { return earlier }
        let (reminder, onBehalfOf) = try await answerable(id, by: circumstances.principal)
        guard reminder.state != .acknowledged else { return reminder }
        guard reminder.state.isOpen || reminder.state == .sent else { throw Engine.ended }
        let principal = circumstances.principal
        try await underRulesInForce { [self] in
            guard let agreement = try await ledger.agreement(reminder.agreement.rawValue) else {
                throw EngineError.notFound(id)
            }
            let answer = ReminderWrite.acknowledge(id: id, by: principal.actor.name, at: clock.now())
            guard try isCalledFor(reminder, agreement) else {
                // Of a stage that the paper has left: nothing begins anew by it.
                var change = Change(reminders: [answer])
                change.idempotency = circumstances.remembering(id)
                return try await commitAnswer(change)
            }
            var decision = Decision(
                agreement, try workflow(of: agreement), rules: rules, actor: principal.actor, now: clock.now(),
                mint: mint)
            try decision.decide(
                .acknowledge(
                    AcknowledgingAct(
                        reminderID: id, rule: reminder.rule, recipient: reminder.recipient,
                        part: agreement.parts.first { reminder.rule.hasPrefix($0.key + "/") }?.key,
                        onBehalfOf: onBehalfOf?.name)))
            var change = try decision.change(superseding: try await ledger.liveReminders(of: agreement.id))
            change.reminders.removeAll { $0.id == id }
            change.reminders.append(answer)
            change.idempotency = circumstances.remembering(id)
            try await commitAnswer(change)
        }
        return try await kept(id)
    }

    /// Puts a reminder off, at most twice, and never past the working day before its deadline.
    public func snooze(
        _ id: String, until: Instant, reason: String, _ circumstances: Circumstances
    ) async throws -> Reminder {
        if let earlier = try await answered(circumstances) { return earlier }
        let (reminder, onBehalfOf) = try await answerable(id, by: circumstances.principal)
        guard reminder.state.isOpen || reminder.state == .sent else { throw Engine.ended }
        try check(snoozing: reminder, until: until, because: reason)
        let now = clock.now()
        let agreement = try await ledger.agreement(reminder.agreement.rawValue)
        guard let agreement, try isCalledFor(reminder, agreement) else { throw Engine.ended }
        let event = Event(
            id: .init(rawValue: mint.id("evt", at: now)), subject: .agreement(reminder.agreement), ref: reminder.ref,
            region: reminder.region, version: agreement.version, recordedAt: now,
            effectiveOn: rules.reference.regions.zone(of: reminder.region).day(at: now),
            actor: circumstances.principal.actor,
            data: .reminderSnoozed(
                SnoozingAct(
                    reminderID: id, rule: reminder.rule, recipient: reminder.recipient, until: until, reason: reason,
                    times: reminder.timesSnoozed + 1, onBehalfOf: onBehalfOf?.name)))
        var change = Change(events: [event], reminders: [.snooze(id: id, until: until, reason: reason)])
        change.idempotency = circumstances.remembering(id)
        try await commitAnswer(change)
        return try await kept(id)
    }

    private func commitAnswer(_ change: Change) async throws {
        do { try await commit(change) } catch LedgerError.stale {
            // Whatever else happened to the agreement, the answer is the same.
            throw LedgerError.rulesChanged
        } catch LedgerError.reminderEnded {
            throw Engine.ended
        }
    }

    /// Whether the paper still stands where a reminder was planned.
    private func isCalledFor(_ reminder: Reminder, _ agreement: Agreement) throws -> Bool {
        rules.plan(agreement, try workflow(of: agreement), at: clock.now()).contains { $0.key == reminder.key }
    }

    private func check(snoozing reminder: Reminder, until: Instant, because reason: String) throws {
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw EngineError.invalid("/reason", Bilingual(id: "tidak boleh kosong", en: "must not be empty"))
        }
        guard reason.count <= 500 else {
            throw EngineError.invalid(
                "/reason", Bilingual(id: "paling panjang 500 huruf", en: "at most 500 characters"))
        }
        guard until > clock.now() else {
            throw EngineError.invalid("/until", Bilingual(id: "harus di depan", en: "must lie ahead"))
        }
        guard reminder.timesSnoozed < Engine.snoozesMax else {
            throw EngineError.impossible(
                Bilingual(
                    id: "sudah ditunda \(reminder.timesSnoozed) kali; akui atau selesaikan",
                    en: "put off \(reminder.timesSnoozed) times already; acknowledge it, or get it done"))
        }
        // Where the clock has been set back, what lies ahead may be its own time once more.
        guard until > reminder.dueAt else {
            throw EngineError.invalid(
                "/until",
                Bilingual(
                    id: "harus setelah waktu pengingat ini", en: "must be after the time of this reminder"))
        }
        guard let deadline = reminder.deadline else { return }
        let last = rules.calendar.adding(workingDays: -1, to: deadline)
        guard rules.reference.regions.zone(of: reminder.region).day(at: until) <= last else {
            throw EngineError.invalid(
                "/until",
                Bilingual(
                    id: "paling lambat \(last.indonesian), satu hari kerja sebelum tenggat \(deadline.indonesian)",
                    en: "\(last) at the latest, the working day before the deadline \(deadline)"))
        }
    }

    private static var ended: EngineError {
        .impossible(Bilingual(id: "pengingat ini sudah selesai", en: "this reminder has ended"))
    }

    private func answered(_ circumstances: Circumstances) async throws -> Reminder? {
        guard let earlier = try await earlierResult(circumstances) else { return nil }
        return try await kept(earlier.subject)
    }

    private func kept(_ id: String) async throws -> Reminder {
        guard let reminder = try await ledger.reminder(id), !reminder.isTimer else { throw EngineError.notFound(id) }
        return reminder
    }

    /// A reminder that somebody may answer: of their own office, or of one in which they stand in for somebody.
    private func answerable(
        _ id: String, by principal: Principal
    ) async throws -> (reminder: Reminder, onBehalfOf: Person?) {
        try principal.require(.answerReminder)
        let reminder = try await kept(id)
        try principal.require(region: reminder.region)
        if principal.role == reminder.recipient || principal.role == .admin { return (reminder, nil) }
        let today = self.today(in: reminder.region)
        let holder = try await directory().holder(
            named: principal.actor.name, of: reminder.recipient, in: reminder.region, on: today)
        guard let holder else {
            throw EngineError.forbidden(
                Bilingual(
                    id: "pengingat ini untuk \(reminder.recipient.rawValue), bukan \(principal.role.rawValue)",
                    en: "this reminder is for \(reminder.recipient.rawValue), not for \(principal.role.rawValue)"))
        }
        return (reminder, holder.onBehalfOf)
    }
}
