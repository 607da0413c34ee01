public import Calendars
public import Documents

/// A cooperation agreement: the paper, its parties, its money and its members. Always the fold of its events.
public struct Agreement: Sendable, Equatable, Codable {
    public typealias ID = Identifier<Agreement>

    public var id: ID
    /// The coordinator's own unique reference; usable wherever an id is.
    public var ref: String?
    public var workflow: WorkflowPin
    public var kind: AgreementKind
    public var programme: Programme
    public var title: String
    /// Code of Kemendagri, such as `53.71`.
    public var region: String
    public var parties: [Party]
    public var witnesses: [Witness]
    public var validFrom: Day?
    /// The last day in force, included.
    public var validUntil: Day?
    public var parent: ID?
    public var renews: ID?
    /// Who said so, where the paper was entered in the middle of its life.
    public var source: String?
    public var state: String
    public var phase: Phase
    /// When the present state began and who moved it there.
    public var entered: Entry
    /// Every move so far, oldest first.
    public var moves: [Move]
    public var fields: [String: [Figure]]
    public var funding: [FundingLine]
    public var members: [MemberCount]
    /// Who joined and left, month by month.
    public var memberChanges: [MemberChange]
    public var bills: [Bill]
    public var documents: [Document]
    public var notes: [Note]
    /// What findings said when they were last told about, by their key.
    public var told: [String: [String: JSON]]
    /// Findings that somebody has settled, with the reason.
    public var resolutions: [Resolution]
    /// Requirements of the present state that somebody has waived; leaving the state ends them.
    public var waivers: [Waiver]
    /// Who has said that they are on it: the last of each stage that has not moved since.
    public var acknowledgements: [Acknowledgement]
    /// How each bill and funding line came to where it is, by the key of its ``Part``.
    public var courses: [String: Course]
    /// Counts the changes that people make; the entity tag of the API. Reminders do not count.
    public var version: Int
    public var createdAt: Instant
    public var updatedAt: Instant

    public init(
        id: ID, ref: String?, workflow: WorkflowPin, kind: AgreementKind, programme: Programme, title: String,
        region: String, parties: [Party], witnesses: [Witness], validFrom: Day?, validUntil: Day?, parent: ID?,
        renews: ID?, source: String?, state: String, phase: Phase, entered: Entry, moves: [Move],
        fields: [String:
            [Figure]], funding: [FundingLine], members: [MemberCount], memberChanges: [MemberChange] = [],
        bills: [Bill],
        documents: [Document], notes: [Note], told: [String: [String: JSON]] = [:], resolutions: [Resolution] = [],
        waivers: [Waiver] = [], acknowledgements: [Acknowledgement] = [], courses: [String: Course] = [:], version: Int,
        createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
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
        self.source = source
        self.state = state
        self.phase = phase
        self.entered = entered
        self.moves = moves
        self.fields = fields
        self.funding = funding
        self.members = members
        self.memberChanges = memberChanges
        self.bills = bills
        self.documents = documents
        self.notes = notes
        self.told = told
        self.resolutions = resolutions
        self.waivers = waivers
        self.acknowledgements = acknowledgements
        self.courses = courses
        self.version = version
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// The workflow file that holds for this agreement, by name and by the hash of its structure.
    public struct WorkflowPin: Sendable, Equatable, Codable {
        public var id: String
        public var structure: String

        public init(id: String, structure: String) {
            self.id = id
            self.structure = structure
        }
    }

    public struct Entry: Sendable, Equatable, Codable {
        public var on: Day
        public var at: Instant
        public var by: Actor

        public init(on: Day, at: Instant, by: Actor) {
            self.on = on
            self.at = at
            self.by = by
        }
    }

    public struct Move: Sendable, Equatable, Codable {
        public var transition: String
        public var from: String
        public var to: String
        public var on: Day
        public var by: Actor

        public init(transition: String, from: String, to: String, on: Day, by: Actor) {
            self.transition = transition
            self.from = from
            self.to = to
            self.on = on
            self.by = by
        }
    }

    enum CodingKeys: String, CodingKey {
        case id, ref, workflow, kind
        case programme = "program"
        case title, region, parties, witnesses
        case validFrom = "valid_from"
        case validUntil = "valid_until"
        case parent, renews, source, state, phase, entered, moves, fields, funding, members
        case memberChanges = "member_changes"
        case bills, documents, notes, told, resolutions, waivers, acknowledgements, courses, version
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }
}

extension Agreement {
    public var requiredParties: [Party] { parties.filter(\.required) }
    public var unsignedParties: [Party] { requiredParties.filter { $0.signature == nil } }
    public var isFullySigned: Bool { !requiredParties.isEmpty && unsignedParties.isEmpty }
    /// The day the last required party signed.
    public var signedOn: Day? { isFullySigned ? requiredParties.compactMap(\.signature?.signedOn).max() : nil }

    /// The newest value of a field.
    public func value(_ field: String) -> FieldValue? { fields[field]?.last?.value }

    /// The named day: a term date or a date field.
    public func day(_ name: String) -> Day? {
        switch name {
        case "valid_from": validFrom
        case "valid_until": validUntil
        default: value(name)?.date
        }
    }
}
