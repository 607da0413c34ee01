public import Calendars

/// A move of the paper.
public struct StateChange: Sendable, Equatable, Codable {
    public var transition: String
    public var from: String
    public var to: String
    public var phase: Phase
    public var reason: String?

    public init(transition: String, from: String, to: String, phase: Phase, reason: String? = nil) {
        self.transition = transition
        self.from = from
        self.to = to
        self.phase = phase
        self.reason = reason
    }
}

/// New values for what a record says; whatever is nil stays as it is.
public struct Amendment: Sendable, Equatable, Codable {
    public var title: String?
    public var validFrom: Day?
    public var validUntil: Day?
    public var parties: [Party]?
    public var witnesses: [Witness]?
    public var fields: [String: Figure]?

    public init() {}

    public var isEmpty: Bool { self == Amendment() }

    /// Whether it changes what the paper itself says, and not only what is known beside it.
    public var concernsPaper: Bool {
        title != nil || validFrom != nil || validUntil != nil || parties != nil || witnesses != nil
    }

    enum CodingKeys: String, CodingKey {
        case title
        case validFrom = "valid_from"
        case validUntil = "valid_until"
        case parties, witnesses, fields
    }
}

/// One party has signed.
public struct SigningAct: Sendable, Equatable, Codable {
    public var party: String
    public var signedOn: Day
    public var number: String?
    public var method: Signature.Method

    public init(party: String, signedOn: Day, number: String? = nil, method: Signature.Method) {
        self.party = party
        self.signedOn = signedOn
        self.number = number
        self.method = method
    }

    enum CodingKeys: String, CodingKey {
        case party
        case signedOn = "signed_on"
        case number, method
    }
}

/// A funding line has come further.
public struct FundingMove: Sendable, Equatable, Codable {
    public var line: FundingLine
    public var from: FundingStage
    /// The transition that was taken; nil where a later stage was only recorded.
    public var transition: String?

    public init(line: FundingLine, from: FundingStage, transition: String? = nil) {
        self.line = line
        self.from = from
        self.transition = transition
    }
}

/// The ceiling of a funding line is another from a day on.
public struct RevisedBudget: Sendable, Equatable, Codable {
    /// The line's key, such as `apbd_ii-2026`.
    public var line: String
    /// The ceiling before, in rupiah.
    public var from: Int64
    public var revision: BudgetRevision

    public init(line: String, from: Int64, revision: BudgetRevision) {
        self.line = line
        self.from = from
        self.revision = revision
    }
}

/// Money has reached BPJS for one month's bill.
public struct PayingAct: Sendable, Equatable, Codable {
    public var month: Month
    public var payment: Payment
    /// What is still to be paid afterwards, in rupiah.
    public var owed: Int64

    public init(month: Month, payment: Payment, owed: Int64) {
        self.month = month
        self.payment = payment
        self.owed = owed
    }
}

/// A region has gained or lost a status of universal health coverage.
public struct StatusChange: Sendable, Equatable, Codable {
    public var from: CoverageStanding.Status
    public var to: CoverageStanding.Status
    public var coverage: Percent?
    public var activity: Percent?
    /// How many more must be registered, and be active, for the bar in force.
    public var missingRegistered: Int64?
    public var missingActive: Int64?
    public var asOf: String

    public init(from: CoverageStanding.Status, to: CoverageStanding, asOf: String) {
        self.from = from
        self.to = to.status
        coverage = to.coverage
        activity = to.activity
        missingRegistered = to.missingRegistered
        missingActive = to.missingActive
        self.asOf = asOf
    }

    enum CodingKeys: String, CodingKey {
        case from, to
        case coverage = "coverage_percent"
        case activity = "active_percent"
        case missingRegistered = "missing_registered"
        case missingActive = "missing_active"
        case asOf = "as_of"
    }
}

public struct BillMove: Sendable, Equatable, Codable {
    public var month: Month
    public var transition: String
    public var from: String
    public var to: String
    public var paid: Int64
    public var reference: String?

    public init(month: Month, transition: String, from: String, to: String, paid: Int64, reference: String? = nil) {
        self.month = month
        self.transition = transition
        self.from = from
        self.to = to
        self.paid = paid
        self.reference = reference
    }
}

/// A webhook endpoint has been switched off.
public struct EndpointStop: Sendable, Equatable, Codable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
}
