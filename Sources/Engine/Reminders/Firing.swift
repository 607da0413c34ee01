import Agreements
import Calendars
import Ledger

/// What becomes of the reminders of one agreement whose time has come: which are told, and for which of them a newer one
/// stands. Pure.
struct Firing {
    struct Told {
        var reminder: Reminder
        var late: Lateness?
        /// How many that were missed it stands for.
        var collapsed = 0
    }

    struct Collapsed {
        var reminder: Reminder
        var into: String
        var late: Lateness
    }

    /// Oldest first.
    private(set) var told: [Told] = []
    private(set) var collapsed: [Collapsed] = []

    /// - Parameter due: oldest first, without timers.
    init(_ due: [Reminder], _ life: SignsOfLife, at now: Instant) {
        var newest = Newest()
        for reminder in due.reversed() {
            let late = life.lateness(of: reminder.dueAt, plannedAt: reminder.plannedAt, at: now)
            // What is on time is told in any case.
            if let late, let newer = newest.newer(than: reminder.series, at: reminder.dueAt) {
                collapsed.append(Collapsed(reminder: reminder, into: newer, late: late))
            } else {
                newest.insert(reminder.series, at: reminder.dueAt, id: reminder.id)
                told.append(Told(reminder: reminder, late: late))
            }
        }
        told.reverse()
        let counts = Dictionary(grouping: collapsed, by: \.into).mapValues(\.count)
        for index in told.indices { told[index].collapsed = counts[told[index].reminder.id] ?? 0 }
    }
}
