import Agreements
public import Documents

/// How many reminders for people were ever planned, and what became of them.
public struct ReminderCounts: Sendable, Equatable {
    public var planned: Int
    public var byState: [Reminder.State: Int]

    public init(planned: Int = 0, byState: [Reminder.State: Int] = [:]) {
        self.planned = planned
        self.byState = byState
    }

    public subscript(state: Reminder.State) -> Int { byState[state] ?? 0 }

    /// Still to come.
    public var open: Int { self[.planned] + self[.snoozed] }

    /// Those of which nobody can say what became of them; none, in a ledger that is whole.
    public var unaccounted: Int { planned - Reminder.State.allCases.reduce(0) { $0 + self[$1] } }

    /// `12.345 pengingat direncanakan: 10.001 terkirim, …, 0 tidak terhitung`.
    public var sentence: Bilingual {
        let parts: [(count: Int, id: String, en: String)] = [
            (self[.sent], "terkirim", "sent"), (self[.acknowledged], "diakui", "acknowledged"),
            (self[.superseded], "diganti", "superseded"), (self[.cancelled], "dibatalkan", "cancelled"),
            (self[.missed], "terlewat dengan sebab", "missed with a reason"), (open, "akan datang", "to come"),
            (unaccounted, "tidak terhitung", "unaccounted for"),
        ]
        return Bilingual(
            id: "\(Int64(planned).indonesian) pengingat direncanakan: "
                + parts.map { "\(Int64($0.count).indonesian) \($0.id)" }.joined(separator: ", "),
            en: "\(Int64(planned).english) reminders planned: "
                + parts.map { "\(Int64($0.count).english) \($0.en)" }.joined(separator: ", "))
    }
}
