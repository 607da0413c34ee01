public import Calendars
public import Documents
public import Ledger

/// What an examination of the daemon and its record found.
public struct Checkup: Sendable {
    public enum Outcome: String, Sendable, Codable, Comparable {
        /// All is well; somebody should know; something is wrong.
        case fine, warning, fault

        public static func < (a: Outcome, b: Outcome) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .fine: 0
            case .warning: 1
            case .fault: 2
            }
        }
    }

    /// One thing that was looked at.
    public struct Check: Sendable {
        public var id: String
        /// What holds if all is well.
        public var claim: Bilingual
        public var outcome: Outcome
        /// What was found, the first of it.
        public var findings: [Bilingual]
        /// How much was found in all.
        public var count: Int
    }

    /// How many findings a check lists.
    static let findingsMax = 20

    public var at: Instant
    public var counts: ReminderCounts
    public internal(set) var checks: [Check] = []

    public var outcome: Outcome { checks.map(\.outcome).max() ?? .fine }

    init(at: Instant, counts: ReminderCounts) {
        self.at = at
        self.counts = counts
    }

    /// - Parameters:
    ///   - others: how much was found beside what is listed.
    ///   - outcome: what it is if anything was found.
    mutating func add(
        _ id: String, _ claim: Bilingual, _ findings: [Bilingual], others: Int = 0, as outcome: Outcome = .fault
    ) {
        checks.append(
            Check(
                id: id, claim: claim, outcome: findings.isEmpty && others == 0 ? .fine : outcome,
                findings: Array(findings.prefix(Checkup.findingsMax)), count: findings.count + others))
    }
}
