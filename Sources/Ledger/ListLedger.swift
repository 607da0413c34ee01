public import Agreements
public import Calendars

/// The part of the ledger that finds agreements, counts them, and keeps how people look at them.
public protocol ListLedger: Sendable {
    /// A page of agreements in the order that is asked for.
    func find(_ query: AgreementQuery) async throws -> FoundAgreements
    /// How many agreements stand in each state of each workflow.
    ///
    /// - Parameter within: only these regions and what is inside them; empty for all.
    func tallies(within: [String]) async throws -> [Tally]
    /// How many agreements of a workflow's structure stand in each state, and how many of them are past its deadline.
    func occupancy(
        of workflow: String, structure: String, within: [String], on day: Day
    ) async throws -> [String: (agreements: Int, overdue: Int)]
    /// How long agreements have stayed in each state that they left, by workflow and state.
    func dwellTimes(within: [String]) async throws -> [DwellTime]

    /// What somebody looks for again and again, by name.
    func savedViews(of owner: String) async throws -> [SavedView]
    /// Takes the place of the one of that name.
    func save(_ view: SavedView, of owner: String) async throws
    /// - Throws: ``LedgerError/notFound(_:)``.
    func deleteView(_ name: String, of owner: String) async throws
}

public struct FoundAgreements: Sendable, Equatable {
    public var agreements: [Agreement]
    /// Ask with this as `after` for what comes next; nil at the end.
    public var next: String?

    public init(agreements: [Agreement], next: String?) {
        self.agreements = agreements
        self.next = next
    }
}

/// In which order a list comes; of equals the older first.
public enum AgreementOrder: String, Sendable, Codable, CaseIterable {
    /// As they were entered.
    case created
    /// The state's deadline, the earliest first; none last.
    case deadline
    /// The last day of the term, the earliest first; none last.
    case validUntil = "valid_until"
    /// By words, whatever their case and accents.
    case title
    /// Who is insured, most first.
    case people
}

public struct Tally: Sendable, Equatable {
    public var phase: Phase
    public var workflow: String
    public var state: String
    public var agreements: Int

    public init(phase: Phase, workflow: String, state: String, agreements: Int) {
        self.phase = phase
        self.workflow = workflow
        self.state = state
        self.agreements = agreements
    }
}

/// How long agreements stayed in a state, in days.
public struct DwellTime: Sendable, Equatable {
    public var workflow: String
    public var state: String
    /// How often one has left it.
    public var stays: Int
    public var median: Int
    /// Nine of ten stayed no longer.
    public var ninetieth: Int

    /// - Parameter histogram: how often for each number of days, by days; not empty.
    public init(workflow: String, state: String, histogram: [(days: Int, count: Int)]) {
        self.workflow = workflow
        self.state = state
        let stays = histogram.reduce(0) { $0 + $1.count }
        self.stays = stays
        func rank(_ tenths: Int) -> Int {
            var left = (stays * tenths + 9) / 10
            for (days, count) in histogram {
                left -= count
                if left <= 0 { return days }
            }
            return histogram.last?.days ?? 0
        }
        median = rank(5)
        ninetieth = rank(9)
    }
}

/// A list that somebody comes back to.
public struct SavedView: Sendable, Equatable, Codable {
    public var name: String
    /// The query part of the list's address, such as `phase=signing&region=53`.
    public var query: String

    public init(name: String, query: String) {
        self.name = name
        self.query = query
    }
}
