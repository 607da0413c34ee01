public import Agreements
public import Calendars
import Ledger
import Workflows

/// What becomes of one reminder when other rules come into force.
public struct ReminderMove: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Comes at another time or says something else.
        case moved
        /// Comes no longer.
        case dropped
        /// Comes in addition.
        case added
        /// Should have come already.
        case late
    }

    public var agreement: Agreement.ID
    public var ref: String?
    public var title: String
    public var region: String
    public var kind: Kind
    public var rule: String
    public var recipient: Role
    /// nil where there was or is no deadline, or no reminder.
    public var deadlineBefore: Day?
    public var deadlineAfter: Day?
    public var dueBefore: Instant?
    public var dueAfter: Instant?
    /// Rests, by the new rules, on a holiday whose date is not decreed yet.
    public var isEstimated: Bool
    private var key: String

    init(_ agreement: Agreement, _ kind: Kind, from before: Reminder?, to after: PlannedReminder?) {
        self.agreement = agreement.id
        ref = agreement.ref
        title = agreement.title
        region = agreement.region
        self.kind = kind
        rule = after?.rule ?? before?.rule ?? ""
        recipient = after?.recipient ?? before?.recipient ?? .system
        deadlineBefore = before?.deadline
        deadlineAfter = after?.deadline
        dueBefore = before?.dueAt
        dueAfter = after?.dueAt
        isEstimated = after?.isEstimated ?? false
        key = after?.key ?? before?.key ?? ""
    }
}

extension ReminderMove: Comparable {
    private var order: (Instant, String, String) {
        (dueAfter ?? dueBefore ?? Instant(milliseconds: 0), agreement.rawValue, key)
    }

    public static func < (a: ReminderMove, b: ReminderMove) -> Bool { a.order < b.order }
}

extension ReminderDifference {
    /// One by one what ``ReminderChanges`` counts. The daemon's own timers tell nobody anything.
    func moves(of agreement: Agreement) -> [ReminderMove] {
        let before = Dictionary(superseded.filter { !$0.isTimer }.map { ($0.key, $0) }) { first, _ in first }
        let late = (overdue + missed).filter { before[$0.key] != nil }
        let planned = planned.filter { $0.recipient != .system }
        let again = Set((planned + late).map(\.key))
        return planned.map {
            ReminderMove(agreement, before[$0.key] == nil ? .added : .moved, from: before[$0.key], to: $0)
        } + late.map { ReminderMove(agreement, .late, from: before[$0.key], to: $0) }
            + before.values.filter { !again.contains($0.key) }.map {
                ReminderMove(agreement, .dropped, from: $0, to: nil)
            }
    }
}
