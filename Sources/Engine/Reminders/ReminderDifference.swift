import Agreements
import Calendars
import Ledger
import Workflows

/// What a plan changes about the reminders that are there: what still holds stays, what no longer holds is superseded, what
/// is new is planned. Of what is called for at a time that has passed, the newest of a deadline is told at once, if it still
/// matters and no other comes; the rest is missed, and stays on record as that.
struct ReminderDifference {
    private let agreement: Agreement
    private let now: Instant
    /// Open reminders that no longer hold as they are.
    private(set) var superseded: [Reminder] = []
    /// Reminders that come anew, whether in the place of another or not.
    private(set) var planned: [PlannedReminder] = []
    /// Wanted at a time that has passed, and told at once.
    private(set) var overdue: [PlannedReminder] = []
    /// Wanted at a time that has passed, and told no more.
    private(set) var missed: [PlannedReminder] = []

    /// A deadline that passed longer ago than this, in days, when it was entered, is history.
    static let historyAfter = 31

    /// - Parameter today: the date in the agreement's region.
    init(_ agreement: Agreement, wanted: [PlannedReminder], existing: [Reminder], at now: Instant, today: Day) {
        self.agreement = agreement
        self.now = now
        let byKey = Dictionary(wanted.map { ($0.key, $0) }) { first, _ in first }
        var kept: Set<String> = []
        for reminder in existing {
            let planned = byKey[reminder.key]
            let isSame = planned?.deadline == reminder.deadline && planned?.recipient == reminder.recipient
            if !reminder.state.isOpen {
                // A clock that was set back comes to the same step once more.
                let isAhead = reminder.isTimer && reminder.dueAt > now
                if planned != nil, isSame, !isAhead { kept.insert(reminder.key) }
            } else if planned != nil, isSame, reminder.state == .snoozed || reminder.holds(planned) {
                kept.insert(reminder.key)
            } else {
                superseded.append(reminder)
            }
        }
        let others = existing.filter { $0.state.isOpen && kept.contains($0.key) }.map { ($0.series, $0.dueAt) }
        var late: [PlannedReminder] = []
        for reminder in wanted where kept.insert(reminder.key).inserted {
            // A step that the daemon should have taken already is taken now.
            if reminder.dueAt > now || reminder.recipient == .system {
                planned.append(reminder)
            } else {
                late.append(reminder)
            }
        }
        var told = Newest(
            existing.filter { $0.timesSent > 0 }.map { ($0.series, $0.dueAt) },
            coming: others + planned.map { ($0.series, $0.dueAt) })
        for reminder in late.reversed() {
            let isHistory = (reminder.deadline.map { $0 < today - Self.historyAfter }) ?? false
            if isHistory || !told.insert(reminder.series, at: reminder.dueAt) {
                missed.append(reminder)
            } else {
                overdue.append(reminder)
            }
        }
        overdue.reverse()
        missed.reverse()
    }

    func writes(_ mint: Mint) -> [ReminderWrite] {
        superseded.map { .end(id: $0.id, as: .superseded, at: now) }
            + (planned + overdue).map { .plan(row($0, mint)) }
            + missed.map { reminder in
                var row = row(reminder, mint)
                row.state = .missed
                row.endedAt = now
                row.late = Lateness(.enteredLate, from: reminder.dueAt, to: now)
                return .plan(row)
            }
    }

    private func row(_ reminder: PlannedReminder, _ mint: Mint) -> Reminder {
        Reminder(
            id: mint.id("rem", at: now), agreement: agreement.id, ref: agreement.ref, region: agreement.region,
            key: reminder.key, rule: reminder.rule, dueAt: reminder.dueAt, deadline: reminder.deadline,
            deadlineID: reminder.deadlineID, recipient: reminder.recipient, insteadOf: reminder.insteadOf,
            agreementState: reminder.state, say: reminder.say, isEstimated: reminder.isEstimated,
            isConditional: reminder.isConditional, planVersion: agreement.version, plannedAt: now)
    }
}

extension Reminder {
    fileprivate func holds(_ planned: PlannedReminder?) -> Bool {
        planned?.dueAt == dueAt && planned?.say == say && planned?.deadlineID == deadlineID
            && planned?.insteadOf == insteadOf && planned?.isEstimated == isEstimated
            && planned?.isConditional == isConditional
    }
}
