import Agreements
import Calendars
import Ledger
import Workflows

/// What a plan changes about the reminders that are there: what still holds stays, what no longer holds is superseded, what
/// is new and lies ahead is planned.
struct ReminderDifference {
    private let agreement: Agreement
    private let now: Instant
    /// Open reminders that no longer hold as they are.
    private(set) var superseded: [Reminder] = []
    /// Reminders that come anew, whether in the place of another or not.
    private(set) var planned: [PlannedReminder] = []
    /// Wanted at a time that has passed, and never sent.
    private(set) var late: [PlannedReminder] = []

    init(_ agreement: Agreement, wanted: [PlannedReminder], existing: [Reminder], at now: Instant) {
        self.agreement = agreement
        self.now = now
        let byKey = Dictionary(wanted.map { ($0.key, $0) }) { first, _ in first }
        var kept: Set<String> = []
        for reminder in existing {
            let planned = byKey[reminder.key]
            let isSame = planned?.deadline == reminder.deadline && planned?.recipient == reminder.recipient
            if !reminder.state.isOpen {
                if planned != nil, isSame { kept.insert(reminder.key) }
            } else if planned != nil, isSame, reminder.state == .snoozed || reminder.holds(planned) {
                kept.insert(reminder.key)
            } else {
                superseded.append(reminder)
            }
        }
        for reminder in wanted where kept.insert(reminder.key).inserted {
            // A step that the daemon should have taken already is taken now.
            if reminder.dueAt > now || reminder.recipient == .system {
                planned.append(reminder)
            } else {
                late.append(reminder)
            }
        }
    }

    func writes(_ mint: Mint) -> [ReminderWrite] {
        superseded.map { .end(id: $0.id, as: .superseded, reason: nil, at: now) }
            + planned.map { reminder in
                .plan(
                    Reminder(
                        id: mint.id("rem", at: now), agreement: agreement.id, ref: agreement.ref,
                        region: agreement.region, key: reminder.key, rule: reminder.rule, dueAt: reminder.dueAt,
                        deadline: reminder.deadline, recipient: reminder.recipient, agreementState: reminder.state,
                        say: reminder.say, planVersion: agreement.version))
            }
    }
}

extension Reminder {
    fileprivate func holds(_ planned: PlannedReminder?) -> Bool {
        planned?.dueAt == dueAt && planned?.say == say
    }
}
