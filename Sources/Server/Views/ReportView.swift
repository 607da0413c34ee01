import Agreements
import Calendars
import Documents
import Engine
import Ledger

/// One page for those who answer for a region: done, late, money, people at risk.
struct ReportView: Encodable {
    struct Done: Encodable {
        var workflow: String
        var state: String
        var stateLabel: String
        var agreements: Int

        enum CodingKeys: String, CodingKey {
            case workflow, state
            case stateLabel = "state_label"
            case agreements
        }
    }

    struct Late: Encodable {
        var role: Role
        var office: String
        var agreements: Int
        var people: Int64
        var rupiah: Int64
    }

    struct Ending: Encodable {
        var month: Month
        var papers: Int
        var people: Int64
    }

    private let report: MonthReport
    private let regionName: String?
    private let done: [Done]
    private let late: [Late]

    init(_ report: MonthReport, _ rules: RuleBook, _ language: Language) {
        self.report = report
        regionName = report.region.flatMap { rules.reference.regions[$0]?.name }
        done = report.done.map {
            Done(
                workflow: $0.workflow, state: $0.state,
                stateLabel: rules.label(of: $0.state, in: $0.workflow).text(language), agreements: $0.agreements)
        }
        late = report.late.sorted { $1.value.agreements < $0.value.agreements }.map { role, totals in
            Late(
                role: role, office: role.label.text(language), agreements: totals.agreements, people: totals.people,
                rupiah: totals.rupiah)
        }
    }

    enum CodingKeys: String, CodingKey {
        case region
        case regionName = "region_name"
        case month, on, done
        case inForce = "brought_into_force"
        case phases, late, needed, available, shortfall, billed, paid
        case moneyUsed = "money_used_percent"
        case timeUsed = "time_used_percent"
        case arrears
        case overdueBills = "overdue_bills"
        case gaps
        case peopleAtRisk = "people_at_risk"
        case endings
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(report.region, forKey: .region)
        try container.encodeIfPresent(regionName, forKey: .regionName)
        try container.encode(report.month, forKey: .month)
        try container.encode(report.today, forKey: .on)
        try container.encode(done, forKey: .done)
        try container.encode(report.broughtIntoForce, forKey: .inForce)
        let phases = Dictionary(grouping: report.tallies, by: \.phase.rawValue)
            .mapValues { $0.reduce(0) { $0 + $1.agreements } }
        try container.encode(phases, forKey: .phases)
        try container.encode(late, forKey: .late)
        try container.encode(report.money.needed, forKey: .needed)
        try container.encode(report.money.available, forKey: .available)
        try container.encode(report.money.shortfall, forKey: .shortfall)
        try container.encode(report.money.billed, forKey: .billed)
        try container.encode(report.money.paid, forKey: .paid)
        try container.encode(report.moneyUsed.map { Double($0) / 100 }, forKey: .moneyUsed)
        try container.encode(Double(report.timeUsed) / 100, forKey: .timeUsed)
        try container.encode(report.arrears.owed, forKey: .arrears)
        try container.encode(report.arrears.bills, forKey: .overdueBills)
        try container.encode(report.gaps, forKey: .gaps)
        try container.encode(report.peopleAtRisk, forKey: .peopleAtRisk)
        try container.encode(
            report.endings.map { Ending(month: $0.month, papers: $0.papers, people: $0.people) }, forKey: .endings)
    }
}
