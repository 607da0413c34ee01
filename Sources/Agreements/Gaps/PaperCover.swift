public import Calendars

/// What one paper says about cover: for whom, from when to when, signed or not, and with what money. The part of a record
/// that a look across all regions needs.
public struct PaperCover: Sendable, Equatable {
    public var agreement: Agreement.ID
    public var ref: String?
    public var title: String
    public var kind: AgreementKind
    public var programme: Programme
    public var region: String
    public var workflow: Agreement.WorkflowPin
    public var state: String
    public var phase: Phase
    public var waitingOn: [Role]
    public var validFrom: Day?
    public var validUntil: Day?
    public var renews: Agreement.ID?
    /// All required parties have signed, or it was entered as in force.
    public var isSigned: Bool
    /// Who is insured at the end of its term.
    public var lastMembers: [SegmentHeads]
    /// The fiscal year in question; nil where neither money nor members are on record for it.
    public var year: YearCover?

    /// Heads of a segment, and what they cost where the agreement has a price of its own.
    public struct SegmentHeads: Sendable, Equatable, Codable {
        public var segment: Segment
        public var heads: Int64
        /// Monthly wage, in rupiah.
        public var wage: Int64?
        /// Contribution a head-month, in rupiah, instead of the tables.
        public var flat: Int64?

        public init(segment: Segment, heads: Int64, wage: Int64? = nil, flat: Int64? = nil) {
            self.segment = segment
            self.heads = heads
            self.wage = wage
            self.flat = flat
        }
    }

    /// One fiscal year in figures. Whole rupiah.
    public struct YearCover: Sendable, Equatable {
        public var needed: Int64
        public var available: Int64
        public var proposed: Int64
        /// Heads in the month in question.
        public var members: Int64
        /// Heads that the available money carries.
        public var peopleCarried: Int64?

        public init(needed: Int64, available: Int64, proposed: Int64, members: Int64, peopleCarried: Int64?) {
            self.needed = needed
            self.available = available
            self.proposed = proposed
            self.members = members
            self.peopleCarried = peopleCarried
        }
    }

    public init(
        agreement: Agreement.ID, ref: String?, title: String, kind: AgreementKind, programme: Programme,
        region: String, workflow: Agreement.WorkflowPin, state: String, phase: Phase, waitingOn: [Role],
        validFrom: Day?, validUntil: Day?, renews: Agreement.ID?, isSigned: Bool, lastMembers: [SegmentHeads],
        year: YearCover?
    ) {
        self.agreement = agreement
        self.ref = ref
        self.title = title
        self.kind = kind
        self.programme = programme
        self.region = region
        self.workflow = workflow
        self.state = state
        self.phase = phase
        self.waitingOn = waitingOn
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.renews = renews
        self.isSigned = isSigned
        self.lastMembers = lastMembers
        self.year = year
    }

    public var lastHeads: Int64 {
        Int64(clamping: lastMembers.reduce(0 as Int128) { $0 + Int128($1.heads) })
    }

    func isInTerm(on day: Day) -> Bool {
        validFrom.map { $0 <= day } ?? false && validUntil.map { day <= $0 } ?? true
    }

    /// How many of its members are insured: as many as are listed and paid for. Money that is only requested yet counts
    /// where nothing has been voted.
    var peopleInsured: Int64 {
        guard let year else { return 0 }
        guard year.needed > 0 else { return year.members }
        if year.available > 0 { return min(year.members, year.peopleCarried ?? 0) }
        let share = Int128(year.members) * Int128(min(year.proposed, year.needed)) / Int128(year.needed)
        return Int64(clamping: share)
    }
}

extension Agreement {
    /// Who is insured in the last month of the term, or the last month with members before it.
    public var lastMembers: [PaperCover.SegmentHeads] {
        let end = insuredUntil?.month
        return segments.compactMap { segment in
            let counts = members.filter { $0.segment == segment && $0.from <= end ?? $0.from }
            guard let month = counts.map({ min($0.until, end ?? $0.until) }).max() else { return nil }
            let heads = heads(segment, in: month)
            guard heads > 0 else { return nil }
            return PaperCover.SegmentHeads(
                segment: segment, heads: heads,
                wage: memberCount(segment, in: month)?.wage ?? value("wage_base")?.integer,
                flat: programme == .jamsostek ? value("flat_contribution")?.integer : nil)
        }
    }

    /// Whether people are insured by it during its term: signed by all, or entered when it was in force already.
    public var insures: Bool {
        kind != .addendum
            && (isFullySigned || phase == .active || (phase == .closed && source != nil && validUntil != nil))
    }

    /// The last day of cover: the end of the term, or the day it was ended before that.
    public var insuredUntil: Day? {
        guard phase == .closed else { return validUntil }
        return validUntil.map { min($0, entered.on) } ?? entered.on
    }
}
