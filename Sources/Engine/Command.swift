public import Agreements
public import Calendars
import Ledger

/// What can be done to an agreement.
public enum Command: Sendable {
    case create(NewAgreement)
    case amend(Amendment)
    case advance(transition: String, reason: String?, effectiveOn: Day?)
    case sign(SigningAct)
    case fund(FundingLine)
    /// A new ceiling for a funding line, by its key.
    case reviseFunding(String, BudgetRevision)
    case countMembers(MemberCount)
    case changeMembers(MemberChange)
    case issueBill(NewBill)
    case pay(Month, Payment)
    /// Takes a transition of a bill or a funding line; what was paid so far is a bill's.
    case advancePart(Agreement.Part, transition: String, paid: Int64?, reference: String?)
    case waive(requirement: String, reason: String)
    /// Says why a finding may stand, by its key.
    case resolve(finding: String, reason: String)
    /// Answers a reminder of it.
    case acknowledge(AcknowledgingAct)
    case addDocument(Document)
    case addNote(Note)

    var act: Principal.Act? {
        switch self {
        case .create: .create
        case .amend(let amendment): amendment.concernsPaper ? .amendPaper : .amend
        // Who may do these is said in the workflow.
        case .advance, .waive: nil
        case .sign: .sign
        case .fund, .reviseFunding: .fund
        case .countMembers, .changeMembers: .countMembers
        case .issueBill, .pay, .advancePart(.bill, _, _, _): .bill
        case .resolve: .resolve
        case .acknowledge: .answerReminder
        case .advancePart(.funding, _, _, _): .fund
        case .addDocument: .addDocument
        case .addNote: .addNote
        }
    }
}

/// An agreement to be entered, new or in the middle of its life.
public struct NewAgreement: Sendable {
    public var ref: String?
    public var workflow: String
    public var kind: AgreementKind
    public var programme: Programme
    public var title: String
    public var region: String
    public var parties: [Party]
    public var witnesses: [Witness]
    public var validFrom: Day?
    public var validUntil: Day?
    /// Ids or refs.
    public var parent: String?
    public var renews: String?
    public var fields: [String: Figure]
    /// Where it stands already, and who says so; both or neither.
    public var state: String?
    public var source: String?

    public init(
        ref: String?, workflow: String, kind: AgreementKind, programme: Programme, title: String, region: String,
        parties: [Party], witnesses: [Witness] = [], validFrom: Day? = nil, validUntil: Day? = nil,
        parent: String? = nil, renews: String? = nil, fields: [String: Figure] = [:], state: String? = nil,
        source: String? = nil
    ) {
        self.ref = ref
        self.workflow = workflow
        self.kind = kind
        self.programme = programme
        self.title = title
        self.region = region
        self.parties = parties
        self.witnesses = witnesses
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.parent = parent
        self.renews = renews
        self.fields = fields
        self.state = state
        self.source = source
    }
}

public struct NewBill: Sendable {
    public var month: Month
    public var amount: Int64
    public var heads: Int64?
    public var reference: String?
    /// Where it stands already, and what has been paid of it, for bills that are entered afterwards.
    public var stage: String?
    public var paid: Int64

    public init(
        month: Month, amount: Int64, heads: Int64? = nil, reference: String? = nil, stage: String? = nil,
        paid: Int64 = 0
    ) {
        self.month = month
        self.amount = amount
        self.heads = heads
        self.reference = reference
        self.stage = stage
        self.paid = paid
    }
}

/// Around a command: who asks, which version they mean, and how they name the request.
public struct Circumstances: Sendable {
    public var principal: Principal
    public var visitor: Visitor
    /// The version of `If-Match`.
    public var version: Int?
    public var idempotency: Idempotency?

    public struct Idempotency: Sendable {
        public var key: String
        /// SHA-256 of the request.
        public var fingerprint: String

        public init(key: String, fingerprint: String) {
            self.key = key
            self.fingerprint = fingerprint
        }
    }

    public init(
        principal: Principal, visitor: Visitor = Visitor(), version: Int? = nil, idempotency: Idempotency? = nil
    ) {
        self.principal = principal
        self.visitor = visitor
        self.version = version
        self.idempotency = idempotency
    }
}

extension Circumstances {
    /// What the ledger keeps beside the request's key, if it has one.
    ///
    /// - Parameter subject: the agreement, endpoint or region that the request changes.
    func remembering(_ subject: String, version: Int = 0) -> (key: IdempotencyKey, result: IdempotentResult)? {
        idempotency.map {
            (
                IdempotencyKey(owner: principal.tokenID, key: $0.key),
                IdempotentResult(fingerprint: $0.fingerprint, subject: subject, version: version)
            )
        }
    }
}
