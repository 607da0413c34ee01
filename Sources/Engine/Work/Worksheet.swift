import Agreements
import Calendars
import Documents
import Ledger
import Workflows

/// Everything that offices must do for an agreement as its record stands today. Pure.
struct Worksheet {
    /// An enacted line is looked at again this many days before its deadline.
    private static let daysBeforeDeadline = 30

    private let rules: RuleBook
    private let workflow: Workflow
    private let facts: Facts
    private let agreement: Agreement
    private let runway: Runway?

    init(_ agreement: Agreement, _ workflow: Workflow, rules: RuleBook, facts: Facts) {
        self.rules = rules
        self.workflow = workflow
        self.facts = facts
        self.agreement = agreement
        // Figures too large to add up are a finding of their own.
        runway = agreement.yearOfWork(in: facts.today.year).flatMap {
            try? agreement.runway(year: $0, rates: rules.reference.rates)
        }
    }

    /// - Parameter findings: those of today.
    func items(_ findings: [Finding]) -> [WorkItem] {
        let isOpen = workflow.state(agreement.state)?.isFinal == false
        let open = isOpen ? steps + funding + renewals + self.findings(findings) : []
        return (open + bills).filter { $0.visibleFrom <= facts.today }
    }

    /// When the daemon looks again because a day changes what is to be done, or what does not add up, though nobody touches
    /// the record. What ages or leads up to the end of a paper has timers of its own (``ArrearsWatch``, ``GapWatch``).
    func timers(in zone: Zone) -> [PlannedReminder] {
        var days = funding.map(\.visibleFrom) + newYears
        if !agreement.isFullySigned, let first = agreement.members.map(\.from).min() { days.append(first.first) }
        if agreement.insures, let until = agreement.insuredUntil { days.append(until + Gap.lookback + 1) }
        guard let next = days.filter({ $0 > facts.today }).min() else { return [] }
        return [
            PlannedReminder(
                key: "work/\(next)", rule: "work", dueAt: zone.instant(of: next), deadline: next, recipient: .system,
                state: agreement.state,
                say: Bilingual(id: "Periksa apa yang harus dikerjakan", en: "Look what is to be done"))
        ]
    }

    /// Where another year's money comes to be looked at.
    private var newYears: [Day] {
        let present = agreement.yearOfWork(in: facts.today.year)
        return agreement.fiscalYears.filter { agreement.yearOfWork(in: $0) != present }.compactMap {
            Day(year: $0, month: 1, day: 1)
        }
    }

    // MARK: The paper

    private var steps: [WorkItem] {
        guard let state = workflow.state(agreement.state), needsSomebody else { return [] }
        let waiting = workflow.waitingOn(agreement)
        let owners = Set(workflow.awaited(facts).filter { !$0.dependsOnDate }.map(\.owner)).subtracting(waiting)
        let able = owners.filter { role in
            Desk(agreement, workflow, of: Principal(role), rules: rules, facts: facts).step.isTheirs
        }
        let isOver = agreement.phase == .closed
        let harm = Harm(people: isOver ? 0 : people, rupiah: isOver ? owed : shortfall)
        return (waiting + able).map { role in
            WorkItem(
                role: role, task: .step, harm: harm, dueOn: workflow.deadline(of: state, facts),
                visibleFrom: agreement.entered.on)
        }
    }

    /// Nobody need do anything where only a date must come.
    private var needsSomebody: Bool {
        workflow.transitions(from: agreement.state).contains { !$0.isExceptional && !$0.isAutomatic }
            || workflow.awaited(facts).contains { !$0.dependsOnDate }
    }

    private var renewals: [WorkItem] {
        guard agreement.insures, let until = agreement.insuredUntil, facts.today - until <= Gap.lookback else {
            return []
        }
        let from = until + 1 - (GapWatch.daysBefore.first ?? 0)
        return [Role.coordinator, .bpjsPIC].map { role in
            WorkItem(role: role, task: .renewal, harm: Harm(people: people), dueOn: until, visibleFrom: from)
        }
    }

    private func findings(_ findings: [Finding]) -> [WorkItem] {
        findings.filter { $0.isSerious && $0.code != "bill_overdue" && agreement.resolution(of: $0) == nil }.map {
            WorkItem(
                role: $0.owner, task: .finding($0.key), harm: harm(of: $0), dueOn: nil,
                visibleFrom: agreement.entered.on)
        }
    }

    private func harm(of finding: Finding) -> Harm {
        func number(_ name: String) -> Int64? { finding.numbers[name]?.integer }
        switch finding.code {
        case "budget_short", "outlook_short":
            return Harm(
                people: number("year") == (runway?.year).map(Int64.init) ? lacking(runway) : 0,
                rupiah: number("shortfall") ?? 0)
        case "members_without_paper": return Harm(people: people)
        case "bill_amount_mismatch":
            let difference = Int128(number("amount") ?? 0) - Int128(number("expected") ?? 0)
            return Harm(rupiah: Int64(clamping: abs(difference)))
        default: return Harm(rupiah: number("over") ?? 0)
        }
    }

    // MARK: The money

    private var bills: [WorkItem] {
        agreement.bills.flatMap { bill -> [WorkItem] in
            let part = Agreement.Part.bill(bill.month)
            guard let (machine, state, about) = stage(of: part) else { return [] }
            // From this age on regions have seen all their members deactivated.
            let isGrave = OverdueBill(bill, on: facts.today).map { $0.consequence != .prioritasAtRisk } ?? false
            let heads = isGrave ? bill.heads ?? agreement.heads(in: bill.month) : 0
            return state.waitingOn.map { role in
                WorkItem(
                    role: role, task: .bill(bill.month), harm: Harm(people: heads, rupiah: bill.owed),
                    dueOn: machine.deadline(of: state, about) ?? bill.dueOn, visibleFrom: about.course.entered.on)
            }
        }
    }

    private var funding: [WorkItem] {
        agreement.funding.flatMap { line -> [WorkItem] in
            guard let (machine, state, about) = stage(of: .funding(line.key)) else { return [] }
            let isMissing = line.stage < .apbd
            let deadline = machine.deadline(of: state, about)
            let entered = about.course.entered.on
            let harm =
                isMissing
                ? Harm(people: line.fiscalYear == runway?.year ? lacking(runway) : 0, rupiah: line.amount) : Harm()
            return state.waitingOn.map { role in
                WorkItem(
                    role: role, task: .funding(line.key), harm: harm, dueOn: deadline,
                    visibleFrom: isMissing
                        ? entered : deadline.map { max(entered, $0 - Worksheet.daysBeforeDeadline) } ?? entered)
            }
        }
    }

    private func stage(of part: Agreement.Part) -> (Workflow, Workflow.State, Facts)? {
        guard let machine = rules.machine(of: part), let stage = agreement.state(of: part),
            let state = machine.state(stage), !state.isFinal
        else { return nil }
        var about = facts
        about.part = part
        return (machine, state, about)
    }

    // MARK: Figures

    /// Who are or would be insured by the paper: as many as are on record, else as many as it aims at.
    private var people: Int64 {
        let members = agreement.lastMembers
        guard members.isEmpty else { return Int64(clamping: members.reduce(0 as Int128) { $0 + Int128($1.heads) }) }
        return max(0, agreement.value("people_target")?.integer ?? 0)
    }

    private var shortfall: Int64 { runway.map { max($0.shortfall, $0.outlook?.shortfall ?? 0) } ?? 0 }

    private var owed: Int64 { Int64(clamping: agreement.bills.reduce(0 as Int128) { $0 + Int128($1.owed) }) }

    /// How many of a year's members the enacted money does not carry.
    private func lacking(_ runway: Runway?) -> Int64 {
        guard let runway, runway.needed > 0 else { return 0 }
        let members = runway.months.map(\.members).max() ?? 0
        return max(0, members - (runway.peopleCarried ?? 0))
    }
}

extension Agreement {
    /// The year whose money is looked at: that year, or else the last that there is.
    fileprivate func yearOfWork(in year: Int) -> Int? {
        let years = fiscalYears
        return years.contains(year) ? year : years.last
    }
}

extension RuleBook {
    /// What offices must do for an agreement.
    ///
    /// - Parameter findings: those of today; nil where they are not at hand.
    func work(of agreement: Agreement, _ workflow: Workflow, findings: [Finding]? = nil, at now: Instant) -> [WorkItem]
    {
        let facts = facts(agreement, at: now)
        return Worksheet(agreement, workflow, rules: self, facts: facts).items(
            findings ?? agreement.findings(reference, today: facts.today))
    }
}

extension Principal {
    /// Whoever holds an office, as far as its role says.
    init(_ role: Role) { self.init(tokenID: "", actor: Actor(name: "", role: role), regions: []) }
}
