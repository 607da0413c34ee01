import Agreements
import Calendars
import Documents
import Expressions

/// Records that differ in just what some checks look at: each part of a record that one of them reads takes every value
/// that could change an answer, and all combinations are made.
struct RecordSpace {
    struct Context {
        var calendar: WorkingCalendar
        var rates: Rates
        /// How many terms may be looked at.
        var work: Int
    }

    private typealias Change = (inout Facts) -> Void

    private let workflow: Workflow
    private let state: String?
    private var axes: [String: [Change]] = [:]
    private var limits: [String: Set<Double>] = [:]
    private var words: [String: Set<String>] = [:]
    /// A check looks at something that is not varied here, so that nothing can be proved by trying.
    private var isPartial = false
    /// How many terms one combination takes.
    private let weight: Int

    init(_ checks: [Requirement.Check], of workflow: Workflow, from state: String?) {
        self.workflow = workflow
        self.state = state
        weight = checks.reduce(1) { $0 + $1.weight }
        checks.forEach { gather($0) }
        checks.forEach { vary($0) }
    }

    /// Every combination; nil if there are too many, or if they do not cover what the checks look at.
    func all(_ context: Context) -> [Facts]? {
        let count = axes.values.reduce(1) {
            $0.multipliedReportingOverflow(by: $1.count).overflow ? .max : $0 * $1.count
        }
        return isPartial || count > most(context) ? nil : some(context)
    }

    /// As many combinations as may be gone through, spread over all of them.
    func some(_ context: Context) -> [Facts] {
        let changes = axes.sorted { $0.key < $1.key }.map(\.value)
        let most = most(context)
        var count = 1
        for axis in changes where count <= most { count *= axis.count }
        let base = workflow.sampleFacts(
            Scenario.Given(
                state: state, on: Scenario.usualDay, fields: [:], documents: [], signed: [], isNumbered: false,
                funding: []), calendar: context.calendar, rates: context.rates)
        // A step that shares no factor with the usual sizes visits the combinations evenly.
        let step = count > most ? 7_919 : 1
        return (0..<min(count, most)).map { index in
            var facts = base
            var rest = index &* step
            for axis in changes {
                axis[rest % axis.count](&facts)
                rest /= axis.count
            }
            return facts
        }
    }

    private func most(_ context: Context) -> Int { max(1, min(20_000, context.work / weight)) }

    /// The limits with which fields are compared, so that values on both sides of each are tried.
    private mutating func gather(_ check: Requirement.Check) {
        switch check {
        case .field(let name, .atLeast(let limit)), .field(let name, .atMost(let limit)):
            limits[name, default: []].insert(limit)
        case .field(let name, .equals(let value)):
            if let number = value.number { limits[name, default: []].insert(number) }
            if let text = value.text { words[name, default: []].insert(text) }
        case .expression(let expression):
            let numbers = expression.expression.root.numbers
            for name in expression.names {
                limits[name, default: []].formUnion(numbers)
                words[name, default: []].formUnion(expression.expression.root.texts)
            }
        case .any(let requirements): requirements.forEach { gather($0.check) }
        default: break
        }
    }

    private mutating func vary(_ check: Requirement.Check) {
        switch check {
        case .field(let name, .equals) where workflow.field(name)?.kind == .date:
            // Of a certain day and of today, trying on one day shows nothing.
            isPartial = true
            varyNamed(name)
        case .has(let name), .field(let name, _), .reached(let name), .passed(let name): varyNamed(name)
        case .document(let kind):
            axes["document:" + kind] = [
                { _ in }, { $0.agreement.documents.append(Document(kind: kind, title: kind)) },
            ]
        case .anySigned, .allSigned: varySignatures()
        case .numbered:
            axes["numbered"] = [
                { _ in },
                { facts in facts.agreement.parties.indices.forEach { facts.agreement.parties[$0].number = "1" } },
            ]
        case .signatoriesNamed:
            axes["signatory"] = [{ _ in }, { $0.agreement.parties[0].signatory?.name = nil }]
        case .authority:
            axes["authority"] = [
                { _ in }, { $0.agreement.parties[0].signatory?.office = "Kepala Dinas" },
                { $0.agreement.parties[0].signatory = nil },
            ]
        case .funding(let stage, let coversMembers):
            // With money enough it can always be met; whether it is depends on rates that are not varied.
            isPartial = isPartial || coversMembers
            let line = { (amount: Int64, stage: FundingStage) in
                FundingLine(source: .apbdII, fiscalYear: Scenario.usualDay.year, amount: amount, stage: stage)
            }
            axes["funding:" + stage.rawValue] = [
                { _ in }, { $0.agreement.funding.append(line(1, stage)) },
                { $0.agreement.funding.append(line(1_000_000_000_000, stage)) },
            ]
            varyMembers()
        case .membersRecorded: varyMembers()
        case .olderThan:
            axes["entered"] = [
                { _ in }, { $0.agreement.entered.on = $0.today.adding(months: -600) },
            ]
        case .billsSettled:
            let bill = Bill(month: Scenario.usualDay.month, amount: 1, dueOn: Scenario.usualDay, stage: "issued")
            axes["bills"] = [
                { facts in facts.agreement.bills.indices.forEach { facts.agreement.bills[$0].paid = 1 } },
                { $0.agreement.bills.append(bill) },
            ]
        case .expression(let expression) where expression.isConstant: break
        case .expression(let expression):
            isPartial = isPartial || !expression.isProvable
            expression.names.forEach { varyNamed($0) }
        case .any(let requirements): requirements.forEach { vary($0.check) }
        }
    }

    private mutating func varySignatures() {
        let sign = { (facts: inout Facts, count: Int) in
            for index in 0..<count {
                facts.agreement.parties[index].signature = Signature(signedOn: facts.today, method: .wet)
            }
        }
        axes["signed"] = [{ _ in }, { sign(&$0, 1) }, { sign(&$0, 2) }]
    }

    private mutating func varyMembers() {
        let day = Scenario.usualDay
        axes["members"] = [
            { _ in },
            {
                $0.agreement.members = [
                    MemberCount(segment: .pbpuBPPemda, from: day.month, until: day.month, count: 1_000)
                ]
            },
        ]
    }

    private mutating func varyNamed(_ name: String) {
        let day = Scenario.usualDay
        let days = [day.adding(months: -600), day + -1, day, day + 1, day.adding(months: 600)]
        switch name {
        case "valid_from": axes[name] = [{ _ in }] + days.map { day in { $0.agreement.validFrom = day } }
        case "valid_until": axes[name] = [{ _ in }] + days.map { day in { $0.agreement.validUntil = day } }
        case "due_on":
            axes[name] = days.map { day in
                { facts in facts.agreement.bills.indices.forEach { facts.agreement.bills[$0].dueOn = day } }
            }
        case "paid":
            axes[name] = [0, 1].map { paid in
                { facts in facts.agreement.bills.indices.forEach { facts.agreement.bills[$0].paid = paid } }
            }
        case "amount": break
        case "successor":
            axes[name] = [{ _ in }] + Facts.Succession.allCases.map { stage in { $0.successor = stage } }
        case "budget_ready": varyBudget(days)
        case "parent": axes[name] = [{ _ in }, { $0.agreement.parent = .init(rawValue: "induk") }]
        // Today is the day from which all the others are counted.
        case "today": break
        default:
            guard let field = workflow.field(name) else {
                isPartial = true
                return
            }
            axes[name] =
                [{ _ in }]
                + values(of: field, days).map { value in { $0.agreement.fields[name] = [Figure(value: value)] } }
        }
    }

    /// Without a first day, without money for its year, and with money in whatever year that is.
    private mutating func varyBudget(_ days: [Day]) {
        let begin: Change = { $0.agreement.validFrom = $0.agreement.validFrom ?? Scenario.usualDay }
        let lines = Set(days.map(\.year)).map {
            FundingLine(source: .apbdII, fiscalYear: $0, amount: 1, stage: .dpa)
        }
        axes["budget_ready"] = [
            { _ in }, begin,
            {
                begin(&$0)
                $0.agreement.funding += lines
            },
        ]
    }

    private func values(of field: Workflow.Field, _ days: [Day]) -> [FieldValue] {
        switch field.kind {
        case .boolean: return [.bool(true), .bool(false)]
        case .text: return (words[field.name] ?? []).sorted().map { .text($0) } + [.text("\u{1}")]
        case .date: return days.map { .text($0.description) }
        case .integer, .rupiah:
            return Set(limits(of: field).flatMap { [$0 - 1, $0, $0 + 1] }).sorted().map { .integer(Int64($0)) }
        case .decimal:
            let limits = limits(of: field)
            let between = zip(limits, limits.dropFirst()).map { ($0 + $1) / 2 }
            return ([(limits.first ?? 0) - 1] + limits + between + [(limits.last ?? 0) + 1]).map { FieldValue($0) }
        }
    }

    /// What a field is compared with, in order; no field holds more than this many.
    private func limits(of field: Workflow.Field) -> [Double] {
        (limits[field.name] ?? []).union([0]).map { min(max($0, -1e15), 1e15) }.sorted()
    }
}

extension Requirement.Check {
    fileprivate var weight: Int {
        switch self {
        case .expression(let expression): expression.expression.root.count
        case .any(let requirements): requirements.reduce(1) { $0 + $1.check.weight }
        default: 1
        }
    }
}

extension Term {
    fileprivate var count: Int { children.reduce(1) { $0 + $1.count } }

    /// The numbers written in it.
    fileprivate var numbers: [Double] {
        let own: [Double] =
            switch kind {
            case .literal(.int(let integer)): [Double(integer)]
            case .literal(.uint(let integer)): [Double(integer)]
            case .literal(.double(let number)): [number]
            default: []
            }
        return own + children.flatMap(\.numbers)
    }

    fileprivate var texts: [String] {
        let own: [String] = if case .literal(.string(let text)) = kind { [text] } else { [] }
        return own + children.flatMap(\.texts)
    }
}
