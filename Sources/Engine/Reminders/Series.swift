import Agreements
import Calendars
import Ledger
import Workflows

/// Reminders of which one is enough: those of one deadline, or of one rule, to one office.
struct Series: Hashable {
    let recipient: Role
    let rule: String
    /// With the bill or funding line that it is of; nil where a reminder serves none.
    let deadlineID: String?

    /// What two reminders must share to be of one series: one of these.
    fileprivate var names: [String] {
        ["\(recipient.rawValue) rule \(rule)"] + (deadlineName.map { [$0] } ?? [])
    }

    fileprivate var deadlineName: String? { deadlineID.map { "\(recipient.rawValue) deadline \($0)" } }
}

/// The newest that was told of each series.
struct Newest {
    private var times: [String: (at: Instant, id: String)] = [:]

    /// - Parameters:
    ///   - told: in any order.
    ///   - coming: stand only for those of their deadline; the same date of next year is another matter.
    init(_ told: [(series: Series, at: Instant)] = [], coming: [(series: Series, at: Instant)] = []) {
        // Each name by itself: what is older than another of its rule may still be the newest of its deadline.
        for (series, at) in told { for name in series.names { note(name, at) } }
        for (series, at) in coming { series.deadlineName.map { note($0, at) } }
    }

    private mutating func note(_ name: String, _ at: Instant) {
        if (times[name]?.at ?? at) <= at { times[name] = (at, "") }
    }

    /// - Returns: the one of the same series that is as new or newer; nil if there is none.
    func newer(than series: Series, at time: Instant) -> String? {
        series.names.compactMap { times[$0] }.first { $0.at >= time }?.id
    }

    /// - Returns: whether it is the newest of its series so far.
    @discardableResult
    mutating func insert(_ series: Series, at time: Instant, id: String = "") -> Bool {
        guard newer(than: series, at: time) == nil else { return false }
        for name in series.names { times[name] = (time, id) }
        return true
    }
}

extension Reminder {
    var series: Series { Series(recipient: recipient, rule: rule, deadlineID: deadlineID) }
}

extension PlannedReminder {
    var series: Series { Series(recipient: recipient, rule: rule, deadlineID: deadlineID) }
}
