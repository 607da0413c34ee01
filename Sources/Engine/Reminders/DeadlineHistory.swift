import Agreements
import Calendars
import Crypto
import Foundation
import Ledger

/// What became of one deadline, worked out anew each time from all the reminders that were ever planned for it. Pure.
///
/// Calendar programs believe a later version of an entry only if its sequence has grown. Here nobody has to remember what
/// was shown before: reminders are only ever added, and one that was withdrawn or acknowledged stays so, so that whatever is
/// counted in a history can only grow.
struct DeadlineHistory {
    enum Standing: Equatable {
        /// Still to be met, or passed not long ago.
        case open
        /// No longer to be met: it was withdrawn, or the paper has moved on.
        case cancelled(at: Instant)
    }

    /// What has been cancelled or has passed is shown for so many days.
    static let daysKept = 30

    /// Oldest plan first; never empty.
    private let rows: [DeadlineRow]
    private let newest: DeadlineRow

    /// The histories of all deadlines among some rows, which stand in the order that they were planned in.
    static func all(in rows: [DeadlineRow]) -> [DeadlineHistory] {
        Dictionary(grouping: rows) { [$0.paper.id.rawValue, $0.deadlineID] }.values.compactMap(DeadlineHistory.init)
    }

    private init?(_ rows: [DeadlineRow]) {
        guard let newest = rows.last else { return nil }
        self.rows = rows
        self.newest = newest
    }

    var paper: DeadlineRow.Paper { newest.paper }

    /// The day by the newest plan.
    var day: Day { newest.deadline }

    /// The same for ever: ids never change, and the digest keeps it short whatever a funding line is called.
    var uid: String {
        let digest = SHA256.hash(data: Data(newest.deadlineID.utf8)).prefix(16)
        return "\(paper.id)-" + digest.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined() + "@pksd"
    }

    // MARK: Versions

    /// How often it was planned anew, and how often reminders of it ended otherwise than by being told; with what else changes
    /// the entry: a reminder put off may open the deadline again, another title is in its summary, and a paper that has
    /// moved on ends it.
    var sequence: Int {
        struct Moment: Hashable {
            var version: Int
            var at: Instant
        }
        let plans = Set(rows.map { Moment(version: $0.planVersion, at: $0.plannedAt) })
        let endings = Set(
            rows.compactMap { row in row.settledAt.map { Moment(version: row.planVersion, at: $0) } })
        return plans.count - 1 + endings.count + rows.reduce(0) { $0 + $1.timesSnoozed } + paper.timesRetitled
            + (hasMovedOn ? 1 : 0)
    }

    var modifiedAt: Instant {
        let moments = rows.flatMap { [$0.plannedAt, $0.stageBegan, $0.settledAt].compactMap { $0 } }
        return (moments + [paper.retitledAt].compactMap { $0 }).max() ?? newest.plannedAt
    }

    // MARK: Standing

    /// - Parameter zone: the region's.
    /// - Returns: nil for what is shown no longer.
    func standing(at now: Instant, in zone: Zone) -> Standing? {
        if rows.contains(where: \.state.isOpen) { return .open }
        let lastShown = day + DeadlineHistory.daysKept
        guard let end = withdrawnAt ?? movedOnAt else { return zone.day(at: now) <= lastShown ? .open : nil }
        // What was gone already when the paper moved on does not come back.
        if withdrawnAt == nil, zone.day(at: end) > lastShown { return nil }
        return now <= end + .seconds(DeadlineHistory.daysKept * 86_400) ? .cancelled(at: end) : nil
    }

    /// When the last of its reminders were withdrawn, if they were, and nothing was told of it since.
    private var withdrawnAt: Instant? {
        let withdrawn = rows.filter { $0.isWithdrawn && !isReplaced($0) }
        guard let last = withdrawn.compactMap(\.settledAt).max() else { return nil }
        guard let told = toldAt else { return last }
        // Where some offices are told and the rule says of another, at the same moment, that it need not be, it goes on.
        let isSuperseded = withdrawn.contains { $0.settledAt == last && $0.state == .superseded }
        return last > told || (last == told && isSuperseded) ? last : nil
    }

    private var movedOnAt: Instant? {
        guard hasMovedOn else { return nil }
        return toldAt.map { newest.stageBegan > $0 } ?? true ? newest.stageBegan : nil
    }

    /// The paper, or its part, has come to where it is since the deadline was planned last.
    private var hasMovedOn: Bool { newest.stageBegan > newest.plannedAt }

    private var toldAt: Instant? {
        rows.filter { !$0.isWithdrawn }.compactMap { row in
            // One that was put off and then acknowledged was not told again.
            row.timesSnoozed == 0 ? row.sentAt ?? row.endedAt : row.endedAt ?? row.sentAt
        }.max()
    }

    /// Whether a newer plan has taken the place of a reminder.
    private func isReplaced(_ row: DeadlineRow) -> Bool {
        guard (row.planVersion, row.plannedAt) != (newest.planVersion, newest.plannedAt) else { return false }
        return row.settledAt.map { $0 <= newest.plannedAt } ?? false
    }

    // MARK: What it says

    /// The reminders that hold by now, or held last: those of its day.
    private var held: [DeadlineRow] {
        let current = rows.filter { $0.deadline == day }
        let live = current.filter { !$0.isWithdrawn }
        return live.isEmpty ? current.filter { !isReplaced($0) } : live
    }

    /// What to do, as the first of its reminders says it: later ones press, or ask another office.
    var say: DeadlineRow { held.min { $0.dueAt < $1.dueAt } ?? newest }

    /// Who are asked, first those who are asked first.
    var offices: [Role] {
        var seen: Set<Role> = []
        return held.sorted { $0.dueAt < $1.dueAt }.map(\.recipient).filter { seen.insert($0).inserted }
    }

    /// The days on which they are.
    func reminderDays(in zone: Zone) -> [Day] { Set(held.map { zone.day(at: $0.dueAt) }).sorted() }

    /// The day rests on a holiday whose date is not decreed yet. If only the days of some reminders do, it does not.
    var isEstimated: Bool { held.allSatisfy(\.isEstimated) }

    /// - Parameter roles: empty for everybody.
    func concerns(_ roles: [Role]) -> Bool { roles.isEmpty || offices.contains(where: roles.contains) }
}

extension DeadlineRow {
    fileprivate var isWithdrawn: Bool { state == .superseded || state == .cancelled }

    /// When it ended for good: one that was told can be put off, and is told again.
    fileprivate var settledAt: Instant? {
        isWithdrawn || state == .acknowledged ? endedAt ?? plannedAt : nil
    }
}
