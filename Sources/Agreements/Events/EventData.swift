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
    case expiring = "agreement.expiring"
    case dataInconsistent = "data.inconsistent"
    case findingResolved = "finding.resolved"
    case coverageRecorded = "coverage.recorded"
    case thresholdCrossed = "uhc.threshold_crossed"
    case reminderDue = "reminder.due"
    case reminderEscalated = "reminder.escalated"
    case reminderAcknowledged = "reminder.acknowledged"
    case reminderSnoozed = "reminder.snoozed"
    case roleVacant = "role.vacant"
    case holidaysAccepted = "holidays.accepted"
    case holidaysMissing = "holidays.missing"
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
    case expiring(Expiry)
    case inconsistent(Finding)
    case resolved(ResolvingAct)
    case coverageRecorded(CoverageFact)
    case thresholdCrossed(StatusChange)
    case reminderDue(ReminderNotice)
    case reminderEscalated(ReminderNotice)
    case reminderAcknowledged(AcknowledgingAct)
    case reminderSnoozed(SnoozingAct)
    case roleVacant(Vacancy)
    case holidaysAccepted(HolidayChange)
    case holidaysMissing(MissingHolidays)
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

    /// Whether the paper may follow another afterwards, or no longer.
    public var concernsSuccession: Bool {
        switch self {
        case .created, .amended, .stateChanged, .signed, .membersRecorded, .migrated: true
        default: false
        }
    }

    /// Whether the paper may be found by other words afterwards.
    public var concernsWords: Bool {
        switch self {
        case .created, .amended, .signed, .documentAdded: true
        default: false
        }
    }

    /// Whether it makes a new version of its agreement: somebody changed something, or what is wrong with it did.
    public var makesVersion: Bool {
        switch self {
        case .expiring, .reminderDue, .reminderEscalated, .reminderSnoozed, .roleVacant, .holidaysAccepted,
            .holidaysMissing, .coverageRecorded, .thresholdCrossed, .endpointDisabled:
            false
        default: true
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
        case .expiring: .expiring
        case .inconsistent: .dataInconsistent
        case .resolved: .findingResolved
        case .coverageRecorded: .coverageRecorded
        case .thresholdCrossed: .thresholdCrossed
        case .reminderDue: .reminderDue
        case .reminderEscalated: .reminderEscalated
        case .reminderAcknowledged: .reminderAcknowledged
        case .reminderSnoozed: .reminderSnoozed
        case .roleVacant: .roleVacant
        case .holidaysAccepted: .holidaysAccepted
        case .holidaysMissing: .holidaysMissing
        case .endpointDisabled: .endpointDisabled
        }
    }

    /// Reads the content of an event of a type.
    public init(_ type: EventType, from decoder: any Decoder) throws {
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
            case .expiring: .expiring(try Expiry(from: decoder))
            case .dataInconsistent: .inconsistent(try Finding(from: decoder))
            case .findingResolved: .resolved(try ResolvingAct(from: decoder))
            case .coverageRecorded: .coverageRecorded(try CoverageFact(from: decoder))
            case .thresholdCrossed: .thresholdCrossed(try StatusChange(from: decoder))
            case .reminderDue: .reminderDue(try ReminderNotice(from: decoder))
            case .reminderEscalated: .reminderEscalated(try ReminderNotice(from: decoder))
            case .reminderAcknowledged: .reminderAcknowledged(try AcknowledgingAct(from: decoder))
            case .reminderSnoozed: .reminderSnoozed(try SnoozingAct(from: decoder))
            case .roleVacant: .roleVacant(try Vacancy(from: decoder))
            case .holidaysAccepted: .holidaysAccepted(try HolidayChange(from: decoder))
            case .holidaysMissing: .holidaysMissing(try MissingHolidays(from: decoder))
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
            case .expiring(let content): content
            case .reminderDue(let content), .reminderEscalated(let content): content
            case .reminderAcknowledged(let content): content
            case .reminderSnoozed(let content): content
            case .roleVacant(let content): content
            case .holidaysAccepted(let content): content
            case .holidaysMissing(let content): content
            case .endpointDisabled(let content): content
            }
        try content.encode(to: encoder)
    }
}
