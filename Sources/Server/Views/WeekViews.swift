import Agreements
import Calendars
import Documents
import Engine
import Ledger

struct BudgetChangeView: Encodable {
    private let paper: PaperView
    private let change: BudgetChange

    init(_ change: BudgetChange, _ regions: Regions) {
        paper = PaperView(change.agreement, regions)
        self.change = change
    }

    enum CodingKeys: String, CodingKey {
        case line, before, amount, kind
        case effectiveOn = "effective_on"
        case enteredAt = "entered_at"
        case reference, shortfall
        case needsAddendum = "needs_addendum"
        case addendum
    }

    func encode(to encoder: any Encoder) throws {
        try paper.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(change.line, forKey: .line)
        try container.encode(change.before, forKey: .before)
        try container.encode(change.revision.amount, forKey: .amount)
        try container.encode(change.revision.kind, forKey: .kind)
        try container.encode(change.revision.effectiveOn, forKey: .effectiveOn)
        try container.encode(change.enteredAt, forKey: .enteredAt)
        try container.encodeIfPresent(change.revision.reference, forKey: .reference)
        try container.encode(change.shortfall, forKey: .shortfall)
        try container.encode(change.needsAddendum, forKey: .needsAddendum)
        try container.encodeIfPresent(change.addendum.map { $0.ref ?? $0.id.rawValue }, forKey: .addendum)
    }
}

struct MemberChangesView: Encodable {
    struct Total: Encodable {
        var agreements: Int
        var missing: Int
        /// Heads by reason, such as `deaths`.
        var changes: [String: Int64]

        init(_ total: MemberMonthTotal) {
            agreements = total.reported
            missing = total.missingCount
            changes = .init(uniqueKeysWithValues: total.heads.map { ($0.key.rawValue, $0.value) })
        }
    }

    struct Missing: Encodable { var members: Int64 }

    var month: Month
    var dueOn: Day
    var total: Total
    var before: Total
    /// Those that have handed nothing in.
    var items: [About<Missing>]

    init(_ changes: MemberChangeMonth, _ regions: Regions) {
        month = changes.month
        dueOn = changes.dueOn
        total = Total(changes.total)
        before = Total(changes.before)
        items = changes.total.missing.map { row in
            About(
                paper: PaperView(row.agreement, ref: row.ref, title: row.title, region: row.region, regions),
                content: Missing(members: row.members))
        }
    }

    enum CodingKeys: String, CodingKey {
        case month
        case dueOn = "due_on"
        case total, before, items
    }
}

struct FindingCountView: Encodable {
    var code: String
    var owner: Role
    var serious: Bool
    var findings: Int

    init(_ count: FindingCount) {
        code = count.code
        owner = count.owner
        serious = count.isSerious
        findings = count.findings
    }
}

struct FindingRowView: Encodable {
    private let paper: PaperView
    private let finding: Finding
    private let language: Language

    init(_ row: FindingRow, _ regions: Regions, _ language: Language) {
        paper = PaperView(row.agreement, ref: row.ref, title: row.title, region: row.region, regions)
        finding = row.finding
        self.language = language
    }

    enum CodingKeys: CodingKey { case code, key, owner, say, numbers }

    func encode(to encoder: any Encoder) throws {
        try paper.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(finding.code, forKey: .code)
        try container.encode(finding.key, forKey: .key)
        try container.encode(finding.owner, forKey: .owner)
        try container.encode(finding.say.text(language), forKey: .say)
        try container.encode(finding.numbers, forKey: .numbers)
    }
}

/// Who is named to sign against who holds the office.
struct OfficersView: Encodable {
    struct Signatory: Encodable {
        var party: String
        var name: String
        var office: String
        /// Who holds it now; empty where nobody has been entered, so that it cannot be told.
        var holders: [String]
    }

    var changed: [About<Signatory>]
    var unknown: [About<Signatory>]
    var confirmed: Int

    init(_ officers: Officers, _ regions: Regions) {
        func view(_ pending: PendingSignatory, _ holders: [Person]) -> About<Signatory> {
            About(
                paper: PaperView(
                    pending.agreement, ref: pending.ref, title: pending.title, region: pending.region, regions),
                content: Signatory(
                    party: pending.party, name: pending.name, office: pending.office, holders: holders.map(\.name)))
        }
        changed = officers.changed.map { view($0.signatory, $0.holders) }
        unknown = officers.unknown.map { view($0, []) }
        confirmed = officers.confirmed
    }
}

struct TroubleView: Encodable {
    struct ReminderTrouble: Encodable {
        var id: String
        var agreementID: Agreement.ID
        var ref: String?
        var region: String
        var dueAt: Instant
        var say: String
        /// Who was told next, or was to be told.
        var recipient: Role
        /// Who did not answer before.
        var insteadOf: [Role]
        var state: Reminder.State
        var reason: String?

        enum CodingKeys: String, CodingKey {
            case id
            case agreementID = "agreement_id"
            case ref, region
            case dueAt = "due_at"
            case say, recipient
            case insteadOf = "instead_of"
            case state, reason
        }
    }

    struct MailTrouble: Encodable {
        var id: String
        var person: String
        var subject: String
        var attempts: Int
        var lastReply: String?

        enum CodingKeys: String, CodingKey {
            case id, person, subject, attempts
            case lastReply = "last_reply"
        }
    }

    struct DeliveryTrouble: Encodable {
        var id: String
        var endpoint: String
        var type: String
        var seq: Int64
        var state: Delivery.State
        var attempts: Int
        var lastStatus: Int?
        var lastError: String?

        enum CodingKeys: String, CodingKey {
            case id, endpoint, type, seq, state, attempts
            case lastStatus = "last_status"
            case lastError = "last_error"
        }
    }

    var reminders: [ReminderTrouble]
    var mails: [MailTrouble]
    var deliveries: [DeliveryTrouble]

    init(_ trouble: Trouble, _ language: Language) {
        reminders = trouble.reminders.map {
            ReminderTrouble(
                id: $0.id, agreementID: $0.agreement, ref: $0.ref, region: $0.region, dueAt: $0.dueAt,
                say: $0.say.text(language), recipient: $0.recipient, insteadOf: $0.insteadOf, state: $0.state,
                reason: $0.reason)
        }
        mails = trouble.mails.map {
            MailTrouble(
                id: $0.id, person: $0.person, subject: $0.subject, attempts: $0.attempts, lastReply: $0.lastReply)
        }
        deliveries = trouble.deliveries.map {
            DeliveryTrouble(
                id: $0.id, endpoint: $0.endpoint, type: $0.eventType, seq: $0.seq, state: $0.state,
                attempts: $0.attempts, lastStatus: $0.lastStatus, lastError: $0.lastError)
        }
    }
}
