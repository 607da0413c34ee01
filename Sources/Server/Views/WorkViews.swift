import Agreements
import Calendars
import Documents
import Engine
import Ledger

/// What an office must do, the gravest first, and all of it in sum.
struct WorkPageView: Encodable {
    let items: [WorkEntryView]
    let nextCursor: String?
    let agreements: Int
    let overdue: Int
    let people: Int64
    let rupiah: Int64

    init(_ page: WorkPage, _ engine: Engine, _ context: AuthenticatedContext) {
        items = page.entries.map { WorkEntryView($0, engine, context) }
        nextCursor = page.next?.description
        agreements = page.totals.agreements
        overdue = page.totals.overdue
        people = page.totals.people
        rupiah = page.totals.rupiah
    }

    enum CodingKeys: String, CodingKey {
        case items
        case nextCursor = "next_cursor"
        case agreements, overdue, people, rupiah
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(nextCursor, forKey: .nextCursor)
        try container.encode(agreements, forKey: .agreements)
        try container.encode(overdue, forKey: .overdue)
        try container.encode(people, forKey: .people)
        try container.encode(rupiah, forKey: .rupiah)
    }
}

/// An agreement with what is to be done about it.
struct WorkEntryView: Encodable {
    let agreement: AgreementView
    let work: WorkView

    struct WorkView: Encodable {
        var items: [WorkItemView]
        var next: NextStepView
    }

    init(_ entry: WorkPage.Entry, _ engine: Engine, _ context: AuthenticatedContext) {
        agreement = AgreementView(entry.agreement, engine, context, isWhole: false)
        work = WorkView(
            items: entry.items.map(WorkItemView.init), next: NextStepView(entry.next, context.language))
    }

    enum CodingKeys: CodingKey { case work }

    func encode(to encoder: any Encoder) throws {
        try agreement.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(work, forKey: .work)
    }
}

struct WorkItemView: Encodable {
    var kind: WorkItem.Kind
    /// The bill's month, the funding line's or the finding's key.
    var name: String?
    var role: Role
    var people: Int64
    var rupiah: Int64
    var dueOn: Day?
    var visibleFrom: Day

    init(_ item: WorkItem) {
        kind = item.task.kind
        name = item.task.name
        role = item.role
        people = item.harm.people
        rupiah = item.harm.rupiah
        dueOn = item.dueOn
        visibleFrom = item.visibleFrom
    }

    enum CodingKeys: String, CodingKey {
        case kind, name, role, people, rupiah
        case dueOn = "due_on"
        case visibleFrom = "visible_from"
    }
}

/// What to do next: the act, what it is about, and what a button says.
struct NextStepView: Encodable {
    var act: String
    var say: String
    var transition: String?
    var party: String?
    var document: String?
    var field: String?
    var month: Month?
    var line: String?
    var requirement: String?
    var finding: String?
    var waitsFor: [Role]?

    init(_ step: NextStep, _ language: Language) {
        say = step.say.text(language)
        switch step.act {
        case .transition(let name): (act, transition) = ("transition", name)
        case .sign(let party): (act, self.party) = ("sign", party)
        case .nameSignatory(let party): (act, self.party) = ("name_signatory", party)
        case .document(let kind): (act, document) = ("document", kind)
        case .fund: act = "fund"
        case .countMembers: act = "count_members"
        case .field(let name): (act, field) = ("field", name)
        case .bill(let month, let transition): (act, self.month, self.transition) = ("bill", month, transition)
        case .fundingStep(let line, let transition): (act, self.line, self.transition) = ("funding", line, transition)
        case .waive(let requirement): (act, self.requirement) = ("waive", requirement)
        case .renew: act = "renew"
        case .resolve(let finding): (act, self.finding) = ("resolve", finding)
        case .waits(let roles, let requirement): (act, waitsFor, self.requirement) = ("wait", roles, requirement)
        case .nothing: act = "nothing"
        }
    }

    enum CodingKeys: String, CodingKey {
        case act, say, transition, party, document, field, month, line, requirement, finding
        case waitsFor = "waits_for"
    }
}
