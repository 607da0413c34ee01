import Agreements
import Calendars
import Documents
import Engine
import Ledger
import Workflows

struct QuestionView: Encodable {
    var name: Question.Name
    var ask: String
    /// Absent where only its page can tell.
    var count: Int?

    init(_ question: Question, _ language: Language) {
        name = question.name
        ask = question.ask.text(language)
        count = question.count
    }
}

/// An agreement as answers name it.
struct PaperView: Encodable {
    var agreementID: Agreement.ID
    var ref: String?
    var title: String?
    var region: String
    var regionName: String?

    init(_ id: Agreement.ID, ref: String?, title: String?, region: String, _ regions: Regions) {
        agreementID = id
        self.ref = ref
        self.title = title
        self.region = region
        regionName = regions[region]?.name
    }

    init(_ agreement: Agreement, _ regions: Regions) {
        self.init(agreement.id, ref: agreement.ref, title: agreement.title, region: agreement.region, regions)
    }

    enum CodingKeys: String, CodingKey {
        case agreementID = "agreement_id"
        case ref, title, region
        case regionName = "region_name"
    }
}

/// A paper, and beside it what an answer says of it.
struct About<Content: Encodable>: Encodable {
    var paper: PaperView
    var content: Content

    func encode(to encoder: any Encoder) throws {
        try paper.encode(to: encoder)
        try content.encode(to: encoder)
    }
}

struct ExpiringView: Encodable {
    struct Horizon: Encodable {
        var days: Int
        var papers: Int
        var people: Int64
    }

    struct Ending: Encodable {
        var endsOn: Day
        var days: Int
        var people: Int64

        enum CodingKeys: String, CodingKey {
            case endsOn = "ends_on"
            case days, people
        }
    }

    var on: Day
    var horizons: [Horizon]
    var items: [About<Ending>]
    var nextCursor: String?

    init(_ expiring: Expiring, _ regions: Regions) {
        on = expiring.today
        horizons = expiring.horizons.map { Horizon(days: $0.days, papers: $0.papers, people: $0.people) }
        items = expiring.items.map { row in
            About(
                paper: PaperView(row.agreement, ref: row.ref, title: row.title, region: row.region, regions),
                content: Ending(endsOn: row.endsOn, days: row.endsOn - expiring.today, people: row.people))
        }
        nextCursor = expiring.next?.description
    }

    enum CodingKeys: String, CodingKey {
        case on, horizons, items
        case nextCursor = "next_cursor"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(on, forKey: .on)
        try container.encode(horizons, forKey: .horizons)
        try container.encode(items, forKey: .items)
        try container.encode(nextCursor, forKey: .nextCursor)
    }
}

struct WaitingView: Encodable {
    struct Told: Encodable {
        var role: Role
        var at: Instant?
        var say: String
        var state: Reminder.State
    }

    private let paper: PaperView
    private let state: String
    private let stateLabel: String
    private let waitsFor: [Role]
    private let since: Day
    private let deadline: Day?
    private let missing: String?
    private let lastTold: [Told]

    init(_ waiting: Waiting, _ rules: RuleBook, _ language: Language) {
        let agreement = waiting.agreement
        paper = PaperView(agreement, rules.reference.regions)
        state = agreement.state
        stateLabel = rules.label(of: agreement.state, in: agreement.workflow.id).text(language)
        waitsFor = waiting.roles
        since = waiting.since
        deadline = waiting.deadline
        missing = waiting.missing?.text(language)
        lastTold = waiting.lastTold.map {
            Told(role: $0.recipient, at: $0.sentAt, say: $0.say.text(language), state: $0.state)
        }
    }

    enum CodingKeys: String, CodingKey {
        case state
        case stateLabel = "state_label"
        case waitsFor = "waits_for"
        case since, deadline, missing
        case lastTold = "last_told"
    }

    func encode(to encoder: any Encoder) throws {
        try paper.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(state, forKey: .state)
        try container.encode(stateLabel, forKey: .stateLabel)
        try container.encode(waitsFor, forKey: .waitsFor)
        try container.encode(since, forKey: .since)
        try container.encodeIfPresent(deadline, forKey: .deadline)
        try container.encodeIfPresent(missing, forKey: .missing)
        try container.encode(lastTold, forKey: .lastTold)
    }
}

struct SignatureView: Encodable {
    struct PartyView: Encodable {
        var key: String
        var name: String
        var required: Bool
        var signatory: String?
        var office: String?
        var signedOn: Day?
        var number: String?

        enum CodingKeys: String, CodingKey {
            case key, name, required, signatory, office
            case signedOn = "signed_on"
            case number
        }
    }

    private let paper: PaperView
    private let stateLabel: String
    private let signed: Int
    private let unsigned: Int
    private let parties: [PartyView]
    private let copies: [Document]

    init(_ agreement: Agreement, _ rules: RuleBook, _ language: Language) {
        paper = PaperView(agreement, rules.reference.regions)
        stateLabel = rules.label(of: agreement.state, in: agreement.workflow.id).text(language)
        unsigned = agreement.unsignedParties.count
        signed = agreement.requiredParties.count - agreement.unsignedParties.count
        parties = agreement.parties.map {
            PartyView(
                key: $0.key, name: $0.name, required: $0.required, signatory: $0.signatory?.name,
                office: $0.signatory?.office, signedOn: $0.signature?.signedOn, number: $0.number)
        }
        copies = agreement.documents.filter { $0.kind == "signed_copy" }
    }

    enum CodingKeys: String, CodingKey {
        case stateLabel = "state_label"
        case signed, unsigned, parties, copies
    }

    func encode(to encoder: any Encoder) throws {
        try paper.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(stateLabel, forKey: .stateLabel)
        try container.encode(signed, forKey: .signed)
        try container.encode(unsigned, forKey: .unsigned)
        try container.encode(parties, forKey: .parties)
        try container.encode(copies, forKey: .copies)
    }
}
