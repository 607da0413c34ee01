import Agreements
import Calendars
import Documents
import Engine
import Workflows

/// People who lose their cover on a day, and why.
struct GapsView: Encodable {
    var on: Day
    /// Papers that leave a hole.
    var papers: Int
    var people: Int64
    /// What would insure them to the end of the year, in rupiah.
    var cost: Int64
    /// Papers among them whose head count is not on record.
    var unknown: Int
    var items: [Item]

    struct Item: Encodable {
        let gap: Gap
        let regionName: String?
        let successor: Successor?
        let causeLabel: String

        enum CodingKeys: String, CodingKey {
            case agreementID = "agreement_id"
            case ref, title, region
            case regionName = "region_name"
            case program, kind
            case endedOn = "ended_on"
            case people, cost, cause
            case causeLabel = "cause_label"
            case successor
            case waitsFor = "waits_for"
        }

        /// All keys are always written; clients rely on a null rather than on an absence.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(gap.ending.agreement, forKey: .agreementID)
            try container.encode(gap.ending.ref, forKey: .ref)
            try container.encode(gap.ending.title, forKey: .title)
            try container.encode(gap.ending.region, forKey: .region)
            try container.encode(regionName, forKey: .regionName)
            try container.encode(gap.ending.programme, forKey: .program)
            try container.encode(gap.ending.kind, forKey: .kind)
            try container.encode(gap.ending.validUntil, forKey: .endedOn)
            try container.encode(gap.people, forKey: .people)
            try container.encode(gap.cost, forKey: .cost)
            try container.encode(gap.cause, forKey: .cause)
            try container.encode(causeLabel, forKey: .causeLabel)
            try container.encode(successor, forKey: .successor)
            try container.encode(gap.waitsFor, forKey: .waitsFor)
        }
    }

    /// The paper that follows, as far as it has come.
    struct Successor: Encodable {
        var agreementID: Agreement.ID
        var ref: String?
        var title: String
        var state: String
        var stateLabel: String
        var phase: Phase
        var validFrom: Day?
        var validUntil: Day?

        init(_ paper: PaperCover, _ rules: RuleBook, _ language: Language) {
            agreementID = paper.agreement
            ref = paper.ref
            title = paper.title
            state = paper.state
            stateLabel =
                rules.workflow(structure: paper.workflow.structure)?.label(paper.state).text(language) ?? paper.state
            phase = paper.phase
            validFrom = paper.validFrom
            validUntil = paper.validUntil
        }

        enum CodingKeys: String, CodingKey {
            case agreementID = "agreement_id"
            case ref, title, state
            case stateLabel = "state_label"
            case phase
            case validFrom = "valid_from"
            case validUntil = "valid_until"
        }
    }

    init(_ gaps: [Gap], on day: Day, _ rules: RuleBook, _ language: Language) {
        on = day
        papers = gaps.count
        people = Int64(clamping: gaps.reduce(0 as Int128) { $0 + Int128($1.people ?? 0) })
        cost = Int64(clamping: gaps.reduce(0 as Int128) { $0 + Int128($1.cost ?? 0) })
        unknown = gaps.count { $0.people == nil }
        items = gaps.map { gap in
            Item(
                gap: gap, regionName: rules.reference.regions[gap.ending.region]?.name,
                successor: gap.successor.map { Successor($0, rules, language) },
                causeLabel: gap.cause.label.text(language))
        }
    }
}
