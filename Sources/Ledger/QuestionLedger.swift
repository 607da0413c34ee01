public import Agreements
public import Calendars

/// The part of the ledger that answers what coordinators ask every week across all agreements. `within` names regions with
/// whatever is inside them; empty for all.
public protocol QuestionLedger: Sendable {
    /// Papers whose last day lies between two, both included, and which nothing follows; the earliest first.
    func expiring(from: Day, until: Day, within: [String], after: DayCursor?, limit: Int) async throws -> [ExpiringRow]
    /// How many those are and whom they insure, without reading them.
    func expiringCount(from: Day, until: Day, within: [String]) async throws -> (papers: Int, people: Int64)
    /// Papers that wait for an office, the earliest deadline first.
    ///
    /// - Parameter role: only for this one; nil for any.
    func waiting(role: Role?, within: [String], after: DayCursor?, limit: Int) async throws -> [WaitingRow]
    /// What each office was told last about each of these agreements.
    func lastTold(of agreements: [Agreement.ID]) async throws -> [Agreement.ID: [Reminder]]
    /// What does not add up and nobody has settled, by code.
    func findingCounts(within: [String]) async throws -> [String: Int]
    /// Findings of one code, in the order of their agreements.
    func findings(code: String, within: [String], after: FindingRow.Cursor?, limit: Int) async throws -> [FindingRow]
    /// How many bills were due before a day and are not paid in full.
    func overdueBillCount(before day: Day, in scope: Scope) async throws -> Int
    /// What was handed in about a month's members, with those who have handed in nothing, most people first.
    func memberMonth(_ month: Month, within: [String], limit: Int) async throws -> MemberMonthTotal
    /// Who is to sign papers that are on their way.
    func pendingSignatories(within: [String]) async throws -> [PendingSignatory]
    /// New ceilings of budgets that were entered since a moment, newest first.
    func budgetRevisions(since: Instant, within: [String], limit: Int) async throws -> [Event]
    /// How many those are, as far as the last 500.
    func budgetRevisionCount(since: Instant, within: [String]) async throws -> Int
    /// Reminders since a moment that were missed, or that went on to the next office since nobody answered; newest first.
    func troubledReminders(since: Instant, within: [String], limit: Int) async throws -> [Reminder]
    /// The work of each office that is past its deadline on a day.
    func overdue(on day: Day, within: [String]) async throws -> [Role: WorkTotals]
    /// How often a state was entered in a month, by workflow, state and the state before.
    func arrivals(in month: Month, within: [String]) async throws -> [Arrival]
    /// Papers in force by the month in which they end.
    func endings(from: Month, until: Month, within: [String]) async throws -> [Month: EndingPapers]
}

/// A place in a list that is ordered by days.
public struct DayCursor: Sendable, Hashable, CustomStringConvertible, LosslessStringConvertible {
    /// nil after all days.
    public var day: Day?
    public var agreement: Agreement.ID

    public init(day: Day?, agreement: Agreement.ID) {
        self.day = day
        self.agreement = agreement
    }

    /// `2026-12-31~agr_…`.
    public var description: String { "\(day?.description ?? "")~\(agreement)" }

    public init?(_ text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty, parts[0].isEmpty || Day(parts[0]) != nil else { return nil }
        self.init(day: Day(parts[0]), agreement: .init(rawValue: parts[1]))
    }
}

/// A paper that ends, and nothing follows it.
public struct ExpiringRow: Sendable, Equatable {
    public var agreement: Agreement.ID
    public var ref: String?
    public var title: String
    public var region: String
    public var endsOn: Day
    public var people: Int64

    public init(agreement: Agreement.ID, ref: String?, title: String, region: String, endsOn: Day, people: Int64) {
        self.agreement = agreement
        self.ref = ref
        self.title = title
        self.region = region
        self.endsOn = endsOn
        self.people = people
    }
}

/// A paper that waits for offices.
public struct WaitingRow: Sendable, Equatable {
    public var agreement: Agreement
    public var roles: [Role]
    public var deadline: Day?

    public init(agreement: Agreement, roles: [Role], deadline: Day?) {
        self.agreement = agreement
        self.roles = roles
        self.deadline = deadline
    }
}

/// Something that does not add up in an agreement.
public struct FindingRow: Sendable, Equatable {
    public typealias Cursor = String

    public var agreement: Agreement.ID
    public var ref: String?
    public var title: String
    public var region: String
    public var finding: Finding

    public init(agreement: Agreement.ID, ref: String?, title: String, region: String, finding: Finding) {
        self.agreement = agreement
        self.ref = ref
        self.title = title
        self.region = region
        self.finding = finding
    }

    /// Its agreement and its key.
    public var cursor: Cursor { "\(agreement)~\(finding.key)" }
}

/// Papers in force that end in a month.
public struct EndingPapers: Sendable, Equatable {
    public var papers: Int
    public var people: Int64
    /// How many of them another paper follows, and whom those insure. What follows is looked for from half a year before.
    public var followed: Int
    public var peopleFollowed: Int64

    public init(papers: Int, people: Int64, followed: Int = 0, peopleFollowed: Int64 = 0) {
        self.papers = papers
        self.people = people
        self.followed = followed
        self.peopleFollowed = peopleFollowed
    }
}

/// A month's member changes in heads.
public struct MemberMonthTotal: Sendable, Equatable {
    public struct Missing: Sendable, Equatable {
        public var agreement: Agreement.ID
        public var ref: String?
        public var title: String
        public var region: String
        public var members: Int64

        public init(agreement: Agreement.ID, ref: String?, title: String, region: String, members: Int64) {
            self.agreement = agreement
            self.ref = ref
            self.title = title
            self.region = region
            self.members = members
        }
    }

    public var heads: [MemberChange.Reason: Int64] = [:]
    /// Agreements that have handed something in.
    public var reported = 0
    /// Agreements in force with members in that month that have handed nothing in.
    public var missingCount = 0
    public var missing: [Missing] = []

    public init() {}
}

/// How often a state was entered.
public struct Arrival: Sendable, Equatable {
    public var workflow: String
    /// The state before; nil for whichever.
    public var from: String?
    public var state: String
    public var agreements: Int

    public init(workflow: String, from: String? = nil, state: String, agreements: Int) {
        self.workflow = workflow
        self.from = from
        self.state = state
        self.agreements = agreements
    }
}

/// Somebody who is to sign and has not yet.
public struct PendingSignatory: Sendable, Equatable {
    public var agreement: Agreement.ID
    public var ref: String?
    public var title: String
    public var region: String
    public var party: String
    public var side: Party.Side
    public var name: String
    public var office: String

    public init(
        agreement: Agreement.ID, ref: String?, title: String, region: String, party: String, side: Party.Side,
        name: String,
        office: String
    ) {
        self.agreement = agreement
        self.ref = ref
        self.title = title
        self.region = region
        self.party = party
        self.side = side
        self.name = name
        self.office = office
    }
}
