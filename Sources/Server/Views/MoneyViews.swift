import Agreements
import Calendars
import Documents
import Engine
import Ledger

/// Head counts of a year, month by month.
struct MembersView: Encodable {
    var year: Int
    var items: [MemberMonthView]
}

struct MemberMonthView: Encodable {
    var segment: Segment
    var month: Month
    var heads: Int64
    /// Heads by reason, such as `deaths`.
    var changes: [String: Int64]
    var source: String?
    var asOf: Day?
    /// The month whose count this one goes on from.
    var countedFrom: Month

    init(_ month: MemberMonth) {
        segment = month.segment
        self.month = month.month
        heads = month.heads
        changes = .init(uniqueKeysWithValues: month.changes.map { ($0.key.rawValue, $0.value) })
        source = month.base.source
        asOf = month.base.asOf
        countedFrom = month.base.from
    }

    enum CodingKeys: String, CodingKey {
        case segment, month, heads, changes, source
        case asOf = "as_of"
        case countedFrom = "counted_from"
    }
}

/// The money of a year for several agreements together.
struct RunwayTotalView: Encodable {
    let total: RunwayTotal
    let name: String?

    /// - Parameter name: what a region is called; an agreement has its title.
    init(_ total: RunwayTotal, name: String?) {
        self.total = total
        self.name = total.title ?? name
    }

    enum CodingKeys: String, CodingKey {
        case key, name, ref, agreements, short, needed, available, proposed, shortfall, surplus, billed, paid, people
        case peopleCarried = "people_carried"
        case runsOutIn = "runs_out_in"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(total.key, forKey: .key)
        try container.encodeIfPresent(name, forKey: .name)
        try container.encodeIfPresent(total.ref, forKey: .ref)
        try container.encode(total.agreements, forKey: .agreements)
        try container.encode(total.short, forKey: .short)
        try container.encode(total.needed, forKey: .needed)
        try container.encode(total.available, forKey: .available)
        try container.encode(total.proposed, forKey: .proposed)
        try container.encode(total.shortfall, forKey: .shortfall)
        try container.encode(total.surplus, forKey: .surplus)
        try container.encode(total.billed, forKey: .billed)
        try container.encode(total.paid, forKey: .paid)
        try container.encode(total.people, forKey: .people)
        try container.encode(total.peopleCarried, forKey: .peopleCarried)
        try container.encode(total.runsOutIn, forKey: .runsOutIn)
    }
}

struct RunwayMonthView: Encodable {
    var month: Month
    var members: Int64
    var needed: Int64
    var billed: Int64
    var paid: Int64

    init(_ month: RunwayMonth) {
        self.month = month.month
        members = month.members
        needed = month.needed
        billed = month.billed
        paid = month.paid
    }
}

struct RunwayOverviewView: Encodable {
    var year: Int
    var region: String
    var by: String
    let total: RunwayTotalView
    var months: [RunwayMonthView]
    var items: [RunwayTotalView]

    init(_ overview: RunwayOverview, of year: Int, by grouping: Grouping, _ regions: Regions) {
        self.year = year
        region = overview.total.key
        by = grouping.rawValue
        total = RunwayTotalView(overview.total, name: regions[region]?.name)
        months = overview.months.map(RunwayMonthView.init)
        items = overview.parts.map { RunwayTotalView($0, name: regions[$0.key]?.name) }
    }

    enum CodingKeys: String, CodingKey { case year, region, by, months, items }

    /// The sums stand beside the rest, not in an object of their own.
    func encode(to encoder: any Encoder) throws {
        try total.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(year, forKey: .year)
        try container.encode(region, forKey: .region)
        try container.encode(by, forKey: .by)
        try container.encode(months, forKey: .months)
        try container.encode(items, forKey: .items)
    }
}

/// Bills past their due date.
struct ArrearsView: Encodable {
    var on: Day
    var bills: Int
    /// What all of them together still lack, in rupiah.
    var owed: Int64
    var items: [Item]

    struct Item: Encodable {
        var agreementID: Agreement.ID
        var ref: String?
        var region: String
        var regionName: String?
        var program: Programme
        var month: Month
        var amount: Int64
        var paid: Int64
        var owed: Int64
        var dueOn: Day
        var stage: String
        var stageLabel: String
        var monthsLate: Int
        var consequence: OverdueBill.Consequence
        var consequenceLabel: String

        enum CodingKeys: String, CodingKey {
            case agreementID = "agreement_id"
            case ref, region
            case regionName = "region_name"
            case program, month, amount, paid, owed
            case dueOn = "due_on"
            case stage
            case stageLabel = "stage_label"
            case monthsLate = "months_late"
            case consequence
            case consequenceLabel = "consequence_label"
        }
    }

    init(_ rows: [OverdueRow], on day: Day, _ rules: RuleBook, _ language: Language) {
        on = day
        items = rows.compactMap { row in
            OverdueBill(row.bill, on: day).map { overdue in
                Item(
                    agreementID: row.agreement, ref: row.ref, region: row.region,
                    regionName: rules.reference.regions[row.region]?.name, program: row.programme,
                    month: row.bill.month,
                    amount: row.bill.amount, paid: row.bill.paid, owed: row.bill.owed, dueOn: row.bill.dueOn,
                    stage: row.bill.stage, stageLabel: rules.label(ofBillAt: row.bill.stage).text(language),
                    monthsLate: overdue.monthsLate, consequence: overdue.consequence,
                    consequenceLabel: overdue.consequence.label.text(language))
            }
        }
        bills = items.count
        owed = Int64(clamping: items.reduce(0 as Int128) { $0 + Int128($1.owed) })
    }
}
