public import Calendars
public import Documents

/// The names under which events are kept and told.
public enum EventType: String, Sendable, Codable, CaseIterable {
    case agreementCreated = "agreement.created"
    case agreementStateChanged = "agreement.state_changed"
    case agreementAmended = "agreement.amended"
    case signatureRecorded = "signature.recorded"
    case fundingRecorded = "funding.recorded"
    case fundingRevised = "funding.revised"
    case fundingStageChanged = "funding.stage_changed"
    case fundingRunwayShort = "funding.runway_short"
    case membersRecorded = "members.recorded"
    case membersChanged = "members.changed"
    case billIssued = "bill.issued"
    case billStageChanged = "bill.stage_changed"
    case billPaid = "bill.paid"
    case billOverdue = "bill.overdue"
    case documentAdded = "document.added"
    case noteAdded = "note.added"
    case requirementWaived = "requirement.waived"
    case workflowMigrated = "workflow.migrated"
    case gapPredicted = "agreement.gap_predicted"
    case dataInconsistent = "data.inconsistent"
    case findingResolved = "finding.resolved"
    case coverageRecorded = "coverage.recorded"
    case thresholdCrossed = "uhc.threshold_crossed"
    case reminderDue = "reminder.due"
    case endpointDisabled = "endpoint.disabled"
}

/// What happened, with everything that is needed to fold it into the record.
public enum EventData: Sendable, Equatable {
    /// The agreement as it was first entered.
    case created(Agreement)
    case stateChanged(StateChange)
    case amended(Amendment)
    case signed(SigningAct)
    case fundingRecorded(FundingLine)
    case fundingRevised(RevisedBudget)
    case fundingStageChanged(FundingMove)
    case runwayShort(Finding)
    case membersRecorded(MemberCount)
    case membersChanged(MemberChange)
    case billIssued(Bill)
    case billStageChanged(BillMove)
    case billPaid(PayingAct)
    case billOverdue(Finding)
    case documentAdded(Document)
    case noteAdded(Note)
    case waived(WaivingAct)
    case migrated(WorkflowMove)
    case gapPredicted(Finding)
    case inconsistent(Finding)
    case resolved(ResolvingAct)
    case coverageRecorded(CoverageFact)
    case thresholdCrossed(StatusChange)
    case reminderDue(ReminderNotice)
    case endpointDisabled(EndpointStop)

    /// The event that tells of a finding.
    public init(telling finding: Finding) {
        self =
            switch finding.code {
            case "budget_short", "outlook_short": .runwayShort(finding)
            case "bill_overdue": .billOverdue(finding)
            case "gap_predicted": .gapPredicted(finding)
            default: .inconsistent(finding)
            }
    }

    /// Whether the money or the members of an agreement may be others afterwards.
    public var concernsMoney: Bool {
        switch self {
        case .created, .amended, .fundingRecorded, .fundingRevised, .fundingStageChanged, .membersRecorded,
            .membersChanged, .billIssued, .billStageChanged, .billPaid:
            true
        default: false
        }
    }

    public var type: EventType {
        switch self {
        case .created: .agreementCreated
        case .stateChanged: .agreementStateChanged
        case .amended: .agreementAmended
        case .signed: .signatureRecorded
        case .fundingRecorded: .fundingRecorded
        case .fundingRevised: .fundingRevised
        case .fundingStageChanged: .fundingStageChanged
        case .runwayShort: .fundingRunwayShort
        case .membersRecorded: .membersRecorded
        case .membersChanged: .membersChanged
        case .billIssued: .billIssued
        case .billStageChanged: .billStageChanged
        case .billPaid: .billPaid
        case .billOverdue: .billOverdue
        case .documentAdded: .documentAdded
        case .noteAdded: .noteAdded
        case .waived: .requirementWaived
        case .migrated: .workflowMigrated
        case .gapPredicted: .gapPredicted
        case .inconsistent: .dataInconsistent
        case .resolved: .findingResolved
        case .coverageRecorded: .coverageRecorded
        case .thresholdCrossed: .thresholdCrossed
        case .reminderDue: .reminderDue
        case .endpointDisabled: .endpointDisabled
        }
    }

    init(_ type: EventType, from decoder: any Decoder) throws {
        self =
            switch type {
            case .agreementCreated: .created(try Agreement(from: decoder))
            case .agreementStateChanged: .stateChanged(try StateChange(from: decoder))
            case .agreementAmended: .amended(try Amendment(from: decoder))
            case .signatureRecorded: .signed(try SigningAct(from: decoder))
            case .fundingRecorded: .fundingRecorded(try FundingLine(from: decoder))
            case .fundingRevised: .fundingRevised(try RevisedBudget(from: decoder))
            case .fundingStageChanged: .fundingStageChanged(try FundingMove(from: decoder))
            case .fundingRunwayShort: .runwayShort(try Finding(from: decoder))
            case .membersRecorded: .membersRecorded(try MemberCount(from: decoder))
            case .membersChanged: .membersChanged(try MemberChange(from: decoder))
            case .billIssued: .billIssued(try Bill(from: decoder))
            case .billStageChanged: .billStageChanged(try BillMove(from: decoder))
            case .billPaid: .billPaid(try PayingAct(from: decoder))
            case .billOverdue: .billOverdue(try Finding(from: decoder))
            case .documentAdded: .documentAdded(try Document(from: decoder))
            case .noteAdded: .noteAdded(try Note(from: decoder))
            case .requirementWaived: .waived(try WaivingAct(from: decoder))
            case .workflowMigrated: .migrated(try WorkflowMove(from: decoder))
            case .gapPredicted: .gapPredicted(try Finding(from: decoder))
            case .dataInconsistent: .inconsistent(try Finding(from: decoder))
            case .findingResolved: .resolved(try ResolvingAct(from: decoder))
            case .coverageRecorded: .coverageRecorded(try CoverageFact(from: decoder))
            case .thresholdCrossed: .thresholdCrossed(try StatusChange(from: decoder))
            case .reminderDue: .reminderDue(try ReminderNotice(from: decoder))
            case .endpointDisabled: .endpointDisabled(try EndpointStop(from: decoder))
            }
    }

    /// Writes the content alone, without its type.
    public func encode(to encoder: any Encoder) throws {
        let content: any Encodable =
            switch self {
            case .created(let content): content
            case .stateChanged(let content): content
            case .amended(let content): content
            case .signed(let content): content
            case .fundingRecorded(let content): content
            case .fundingRevised(let content): content
            case .fundingStageChanged(let content): content
            case .runwayShort(let content), .billOverdue(let content), .gapPredicted(let content): content
            case .inconsistent(let content): content
            case .resolved(let content): content
            case .membersRecorded(let content): content
            case .membersChanged(let content): content
            case .billIssued(let content): content
            case .billStageChanged(let content): content
            case .billPaid(let content): content
            case .thresholdCrossed(let content): content
            case .documentAdded(let content): content
            case .noteAdded(let content): content
            case .waived(let content): content
            case .migrated(let content): content
            case .coverageRecorded(let content): content
            case .reminderDue(let content): content
            case .endpointDisabled(let content): content
            }
        try content.encode(to: encoder)
    }
}

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

/// A reminder has come due.
public struct ReminderNotice: Sendable, Equatable, Codable {
    public var reminderID: String
    public var rule: String
    public var recipient: Role
    /// When it should have been sent; later than that means the daemon was down.
    public var dueAt: Instant
    public var deadline: Day?
    public var state: String
    public var say: Bilingual

    public init(
        reminderID: String, rule: String, recipient: Role, dueAt: Instant, deadline: Day?, state: String, say: Bilingual
    ) {
        self.reminderID = reminderID
        self.rule = rule
        self.recipient = recipient
        self.dueAt = dueAt
        self.deadline = deadline
        self.state = state
        self.say = say
    }

    enum CodingKeys: String, CodingKey {
        case reminderID = "reminder_id"
        case rule, recipient
        case dueAt = "due_at"
        case deadline, state, say
    }
}

/// A webhook endpoint has been switched off.
public struct EndpointStop: Sendable, Equatable, Codable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
}
