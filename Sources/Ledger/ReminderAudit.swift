public import Agreements
public import Calendars

/// Proves that no reminder is silent: each one that was ever planned is still to come, was told as often as its row says,
/// or has a reason why not.
public struct ReminderAudit: Sendable, Equatable {
    public private(set) var counts = ReminderCounts()
    /// All rows, the daemon's own timers included.
    public private(set) var rows = 0
    /// Events that told somebody.
    public private(set) var tellings = 0
    /// Whom the open ones are for: the regions of each role.
    public private(set) var addressed: [Role: Set<String>] = [:]
    public private(set) var faults: [Fault] = []
    /// Rows that looked wrong beside those that are listed, where they are too many.
    public private(set) var others = 0

    /// How long after its time an open reminder counts as forgotten.
    public static let grace = Duration.seconds(60)
    /// How often a row that somebody is changing is looked at again.
    private static let looksMax = 5
    private static let faultsMax = 1_000
    private static let page = 1_000

    private let now: Instant?
    private var seq: Int64 = 0
    private var told: [UInt64: Told] = [:]
    private var times: Set<UInt64> = []
    private var open: Set<UInt64> = []
    private var suspects: Set<String> = []
    private var doubles: [String: Fault] = [:]
    private var contested: [Agreement.ID: Set<String>] = [:]

    /// What the events say of one reminder. Kept by hashes, so that a million of them take little room; whatever looks
    /// wrong is looked up by its name before it counts.
    private struct Told: Equatable {
        var times: UInt32 = 0
        var hasRow = false
    }

    /// Reads all rows and all events that tell of reminders. The daemon may be writing meanwhile.
    ///
    /// - Parameter now: nil for a ledger at rest, in which what is due waits for the daemon.
    /// - Throws: ``LedgerError``.
    public init(of ledger: some Ledger, at now: Instant?) async throws {
        self.now = now
        try await readEvents(ledger)
        var last: String?
        while true {
            let page = try await ledger.reminderRows(after: last, limit: Self.page)
            guard let end = page.last else { break }
            last = end.id
            for row in page { examine(row) }
        }
        try await lookAgain(ledger)
        try await findRowless(ledger)
        counts = try await ledger.reminderCounts()
        if counts.unaccounted != 0 { faults.append(.unaccounted(counts.unaccounted)) }
        (told, times, open) = ([:], [], [])
    }

    private mutating func readEvents(_ ledger: some Ledger) async throws {
        // An event of the other kind may have come between the two; the later look then counts it.
        let head = try await ledger.head()?.seq ?? 0
        for type in [EventType.reminderDue, .reminderEscalated] {
            var after = seq
            reading: while true {
                let page = try await ledger.events(EventQuery(after: after, type: type, limit: Self.page))
                for event in page {
                    guard event.seq <= head else { break reading }
                    after = event.seq
                    count(event)
                }
                if page.count < Self.page { break }
            }
        }
        seq = head
    }

    private mutating func count(_ event: Event) {
        guard let notice = event.data.reminderNotice else { return }
        tellings += 1
        told[Self.hash(notice.reminderID), default: Told()].times += 1
        if !times.insert(Self.hash("\(notice.reminderID) \(notice.dueAt.milliseconds)")).inserted,
            doubles.count < Self.faultsMax
        {
            doubles["\(notice.reminderID) \(notice.dueAt)"] = .toldTwice(notice.reminderID, at: notice.dueAt)
        }
    }

    private mutating func examine(_ row: Reminder) {
        rows += 1
        told[Self.hash(row.id)]?.hasRow = true
        if row.state.isOpen {
            if !row.isTimer { addressed[row.recipient, default: []].insert(row.region) }
            if !open.insert(Self.hash("\(row.agreement.rawValue) \(row.key)")).inserted {
                contested[row.agreement, default: []].insert(row.key)
            }
        }
        if !wrong(with: row).isEmpty {
            if suspects.count < Self.faultsMax { suspects.insert(row.id) } else { others += 1 }
        }
    }

    /// What is wrong with a row as it stands.
    private func wrong(with row: Reminder) -> [Fault] {
        var faults: [Fault] = []
        if row.state.isOpen {
            if let now, row.dueAt + Self.grace < now { faults.append(.overdue(row.id, since: row.dueAt)) }
        } else if row.plannedAt != nil, row.endedAt == nil {
            faults.append(.endedWithoutTime(row.id))
        }
        if !row.isTimer {
            let events = Int(told[Self.hash(row.id)]?.times ?? 0)
            if events != row.timesSent || row.state == .sent && events == 0 {
                faults.append(.tellingsDiffer(row.id, row: row.timesSent, events: events))
            }
        }
        if row.state == .missed, row.plannedAt != nil {
            if row.late == nil { faults.append(.missedWithoutCause(row.id)) }
            if let newer = row.collapsedInto, told[Self.hash(newer)]?.times ?? 0 == 0 {
                faults.append(.collapsedIntoSilence(row.id, into: newer))
            }
        }
        return faults
    }

    /// What looked wrong counts only if it still does: a row and its event may have changed between two pages.
    private mutating func lookAgain(_ ledger: some Ledger) async throws {
        for look in 1...Self.looksMax where !suspects.isEmpty {
            try await readEvents(ledger)
            for id in suspects.sorted() {
                let wrong = try await ledger.reminder(id).map { self.wrong(with: $0) } ?? []
                if wrong.isEmpty { suspects.remove(id) } else if look == Self.looksMax { faults += wrong }
            }
        }
        for (agreement, keys) in contested.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let open = try await ledger.liveReminders(of: agreement).filter(\.state.isOpen).map(\.key)
            for key in keys.sorted() where open.count(where: { $0 == key }) > 1 {
                faults.append(.openTwice(agreement, key: key))
            }
        }
        faults += doubles.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Events that tell of a reminder of which there is no row.
    private mutating func findRowless(_ ledger: some Ledger) async throws {
        guard told.contains(where: { !$0.value.hasRow }) else { return }
        var named: Set<String> = []
        for type in [EventType.reminderDue, .reminderEscalated] {
            var after: Int64 = 0
            while named.count < Self.faultsMax {
                let page = try await ledger.events(EventQuery(after: after, type: type, limit: Self.page))
                guard let last = page.last else { break }
                after = last.seq
                for id in page.compactMap({ $0.data.reminderNotice?.reminderID })
                where told[Self.hash(id)]?.hasRow == false && !named.contains(id) {
                    // A row that was planned behind the page that would have shown it is there all the same.
                    if try await ledger.reminder(id) == nil { named.insert(id) }
                }
            }
        }
        faults += named.sorted().map { .withoutRow($0) }
    }

    /// FNV-1a.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}

extension EventData {
    /// What was told, and to whom; nil for events that tell of no reminder.
    public var reminderNotice: ReminderNotice? {
        switch self {
        case .reminderDue(let notice), .reminderEscalated(let notice): notice
        default: nil
        }
    }
}
