import Agreements
import Calendars
import Documents
import Expressions

/// What an expression of the Common Expression Language asks of an event.
struct EventCondition: Sendable {
    /// Small, because it is asked while an event is committed.
    private static let budget = 10_000

    private let expression: Expression
    /// Turning the data of an event into a value costs far more than most expressions.
    private let readsData: Bool

    /// - Throws: where it cannot be read, names what no event has, or gives no yes or no.
    init(_ source: String) throws(ExpressionError) {
        expression = try Expression(parsing: source, limits: SyntaxLimits(bytes: 4_096))
        let variables = EventCondition.variables.mapValues(\.type).merging(["data": .map(.string, .dyn)]) { $1 }
        let checked = expression.check(Declarations(variables: variables, functions: EventCondition.functions))
        if let problem = checked.problems.first { throw problem }
        guard checked.type == .bool || checked.type == .dyn else {
            throw ExpressionError(.expected(.bool, found: checked.type), at: expression.root.range)
        }
        readsData = expression.root.mentions("data")
    }

    /// Why an event does not meet it: `false`, or what kept it from being told; nil if it does.
    func objection(to event: Event, kind: AgreementKind?) -> String? {
        let data = readsData ? Value(contentOf: event) : nil
        let environment = Environment(functions: EventCondition.functions) { name in
            if name == "data" { return data.map { .value($0) } ?? .unknown(EventCondition.unreadable) }
            return EventCondition.variables[name].map { .value($0.read(event, kind)) }
        }
        switch expression.evaluate(environment, budget: EventCondition.budget) {
        case .value(.bool(true)): return nil
        case .value(.bool(false)): return "false"
        case .value(let value): return "\(value.kind.rawValue) is no bool"
        case .unknown(let unknowns): return "not known: \(unknowns.map(\.name).joined(separator: ", "))"
        case .failed(let error):
            if case .noSuchKey(let key) = error.reason { return "no such field \(key)" }
            return error.message.en
        }
    }
}

extension EventCondition {
    private static let unreadable = Bilingual(id: "tidak dapat ditulis", en: "cannot be written")

    /// A name that a condition may use besides `data`, the data of the standard format.
    private struct Variable: Sendable {
        let type: ValueType
        let read: @Sendable (Event, AgreementKind?) -> Value

        init(_ type: ValueType, _ read: @escaping @Sendable (Event, AgreementKind?) -> Value) {
            self.type = type
            self.read = read
        }
    }

    /// Texts are empty where an event has none. Dates are moments at midnight UTC, as in workflows.
    private static let variables: [String: Variable] = [
        "type": Variable(.string) { event, _ in .string(event.type.rawValue) },
        "region": Variable(.string) { event, _ in .string(event.region ?? "") },
        "ref": Variable(.string) { event, _ in .string(event.ref ?? "") },
        "kind": Variable(.string) { _, kind in .string(kind?.rawValue ?? "") },
        "actor": Variable(.map(.string, .string)) { event, _ in
            .record(["name": .string(event.actor.name), "role": .string(event.actor.role.rawValue)])
        },
        "seq": Variable(.int) { event, _ in .int(event.seq) },
        "effective_on": Variable(.timestamp) { event, _ in Value(event.effectiveOn) },
        "timestamp": Variable(.timestamp) { event, _ in Value(event.recordedAt) },
    ]

    /// `date('2026-12-31')`, as in workflows; for the dates in `data`, which are texts.
    private static let functions = [
        Function("date", [.string], returns: .timestamp) { arguments throws(FunctionFailure) in
            guard case .string(let text) = arguments[0], let day = Day(text) else {
                throw .refused(
                    Bilingual(id: "bukan tanggal seperti '2026-12-31'", en: "is no date such as '2026-12-31'"))
            }
            return Value(day)
        }
    ]
}

extension Term {
    fileprivate func mentions(_ name: String) -> Bool {
        if case .name(let own) = kind, own.text == name { return true }
        return children.contains { $0.mentions(name) }
    }
}

extension Value {
    /// nil if the event cannot be encoded.
    fileprivate init?(contentOf event: Event) {
        guard let bytes = try? CanonicalJSON.encode(EventContent(event: event, isThin: false)),
            let json = try? CanonicalJSON.decode(JSON.self, from: bytes)
        else { return nil }
        self.init(json)
    }

    private init(_ json: JSON) {
        self =
            switch json {
            case .null: .null
            case .bool(let bool): .bool(bool)
            case .integer(let integer): .int(integer)
            case .number(let number): .double(number)
            case .text(let text): .string(text)
            case .list(let list): .list(list.map { Value($0) })
            case .object(let members): .record(members.mapValues { Value($0) })
            }
    }

    fileprivate init(_ day: Day) {
        self = Timestamp(seconds: Int64(day.number) * 86_400).map { .timestamp($0) } ?? .null
    }

    fileprivate init(_ instant: Instant) {
        self = Timestamp(instant.description).map { .timestamp($0) } ?? .null
    }
}
