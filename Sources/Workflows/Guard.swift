import Agreements
import Calendars
import Documents
public import Expressions

/// An expression of the Common Expression Language that a requirement or a reminder asks of a record.
public struct Guard: Sendable, Equatable {
    /// What an expression decides; the names it may use follow from that.
    enum Purpose {
        case requirement, reminder
    }

    public let expression: Expression
    /// The fields that its workflow declares, so that each value is read as what it was declared to be.
    let kinds: [String: Workflow.Field.Kind]
    /// All names it looks at, declared fields among them.
    let names: [String]
    /// Whether it may call one of the calendar's functions, which cost more to make than most expressions to evaluate.
    private let calls: Bool

    /// - Parameters:
    ///   - fields: those that its workflow declares.
    ///   - attached: what the workflow moves, where it is not an agreement.
    /// - Throws: `ExpressionError` where it cannot be read, names what is not declared, or gives no yes or no.
    init(
        _ source: String, for purpose: Purpose = .requirement, fields: [Workflow.Field],
        attached: Workflow.Attachment?
    ) throws(ExpressionError) {
        expression = try Expression(parsing: source)
        names = expression.root.names
        calls = source.contains("(")
        kinds = .init(fields.map { ($0.name, $0.kind) }) { first, _ in first }
        let checked = expression.check(Guard.declarations(purpose, fields, attached))
        if let problem = checked.problems.first { throw problem }
        guard checked.type == .bool || checked.type == .dyn else {
            throw ExpressionError(.expected(.bool, found: checked.type), at: expression.root.range)
        }
    }

    /// What it says; where a value is missing or the expression fails, why it cannot be told.
    public func verdict(_ facts: Facts) -> Verdict {
        let environment = Environment(functions: calls ? Guard.functions(facts.calendar) : []) { name in
            kinds[name].map { facts.binding(ofField: name, $0) }
                ?? (Guard.variables[name] ?? Guard.reminderVariables[name])?.value(facts)
        }
        switch expression.evaluate(environment) {
        case .value(.bool(true)): return .met
        case .value(.bool(false)): return .notMet
        case .value: return .cannotTell(Bilingual(id: "hasilnya bukan ya atau tidak", en: "its value is no yes or no"))
        case .unknown(let unknowns):
            return .cannotTell(
                Bilingual(
                    id: unknowns.map { "'\($0.name)' \($0.reason.id)" }.joined(separator: "; "),
                    en: unknowns.map { "'\($0.name)' \($0.reason.en)" }.joined(separator: "; ")))
        case .failed(let error): return .cannotTell(error.message)
        }
    }

    /// The declared fields it looks at that have no value yet.
    public func missingFields(_ facts: Facts) -> [String] {
        names.filter { kinds[$0] != nil && facts.agreement.value($0) == nil }
    }

    /// Whether days that pass can change what it says.
    var dependsOnDate: Bool { names.contains { $0 == "today" || $0 == "arrears" } }

    /// Whether it looks at what no planning knows.
    var dependsOnSuccessor: Bool { names.contains("successor") }

    /// Whether a field name would hide a variable that every guard has.
    static func isTaken(_ name: String) -> Bool { variables[name] != nil || reminderVariables[name] != nil }

    private static func declarations(
        _ purpose: Purpose, _ fields: [Workflow.Field], _ attached: Workflow.Attachment?
    ) -> Declarations {
        let known = purpose == .reminder ? variables.merging(reminderVariables) { $1 } : variables
        var types = known.filter { $0.value.isKnown(to: attached) }.mapValues(\.type)
        for field in fields { types[field.name] = field.kind.type }
        return Declarations(variables: types, functions: functions(WorkingCalendar(holidays: Holidays())))
    }
}

extension Term {
    fileprivate var names: [String] {
        let own: [String] = if case .name(let name) = kind { [name.text] } else { [] }
        return own + children.flatMap(\.names)
    }
}

extension Workflow.Field.Kind {
    var type: ValueType {
        switch self {
        case .text: .string
        case .integer, .rupiah: .int
        case .decimal: .double
        case .boolean: .bool
        case .date: .timestamp
        }
    }
}

extension Facts {
    fileprivate func binding(ofField name: String, _ kind: Workflow.Field.Kind) -> Binding {
        let value: Value? =
            switch (kind, agreement.value(name)) {
            case (.text, .text(let text)): .string(text)
            case (.integer, .integer(let integer)), (.rupiah, .integer(let integer)): .int(integer)
            case (.decimal, let value?): value.number.map { .double($0) }
            case (.boolean, .bool(let bool)): .bool(bool)
            case (.date, let value?): value.date.map(Value.init)
            default: nil
            }
        return value.map { .value($0) } ?? .unknown(Bilingual(id: "belum diisi", en: "has no value"))
    }
}
