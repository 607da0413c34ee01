import Documents
import Expressions
import Testing

@Suite("Functions of a program's own, and names in containers")
struct FunctionTests {
    static let functions = [
        Function("kerja", [.timestamp, .int], returns: .timestamp) { arguments throws(FunctionFailure) in
            guard case .timestamp(let moment) = arguments[0], case .int(let days) = arguments[1] else { return .null }
            guard days >= 0 else { throw .refused(Bilingual(id: "mundur", en: "backwards")) }
            guard days < 100 else { throw .unknown(missing) }
            guard let later = moment.adding(TimeSpan(nanoseconds: days * 86_400_000_000_000)) else { return .null }
            return .timestamp(later)
        },
        Function("shout", [.string], returns: .string, isMember: true) { arguments throws(FunctionFailure) in
            guard case .string(let text) = arguments[0] else { return .null }
            return .string(text.uppercased())
        },
        Function("size", [.bool], returns: .int) { _ throws(FunctionFailure) in 1 },
        Function("money.round", [.double], returns: .int) { _ throws(FunctionFailure) in 7 },
        Function("pick", [.int], returns: .string) { _ throws(FunctionFailure) in "int" },
        Function("pick", [.list(.int)], returns: .string) { _ throws(FunctionFailure) in "list" },
    ]

    @Test(
        "they are called like any other",
        arguments: [
            ("string(kerja(timestamp('2026-11-23T00:00:00Z'), 3))", "2026-11-26T00:00:00Z"), ("'a'.shout()", "A"),
            ("size(true)", 1), ("size('ab')", 2), ("money.round(1.5)", 7), (".money.round(1.5)", 7), ("pick(1)", "int"),
            ("pick(['a'])", "list"),
        ] as [(String, Value)])
    func calls(source: String, wanted: Value) throws {
        #expect(try value(source, functions: Self.functions) == .value(wanted))
        let checked = try Expression(parsing: source).check(Declarations(functions: Self.functions))
        #expect(checked.problems.isEmpty == !source.contains("['a']"), "\(checked.problems)")
    }

    @Test(
        "what they refuse is told with the call",
        arguments: [
            ("1 == 1 && kerja(timestamp(0), -1) == x", .refused("kerja", Bilingual(id: "mundur", en: "backwards"))),
            ("1 == 1 && kerja(1, 1) == x", .noOverload("kerja", operands: ["int", "int"])),
            ("1 == 1 && kerja(timestamp(0)) == x", .noOverload("kerja", operands: [Value.Kind.timestamp.rawValue])),
            ("1 == 1 && shout('a') == x", .noSuchFunction("shout", suggestion: nil)),
            ("1 == 1 && x.kerja(timestamp(0)) == x", .noSuchFunction("kerja", suggestion: nil)),
        ] as [(String, ExpressionError.Reason)])
    func refusals(source: String, reason: ExpressionError.Reason) throws {
        guard case .failed(let error) = try value(source, ["x": 1], functions: Self.functions) else {
            Issue.record("it has a value")
            return
        }
        #expect(error.reason == reason)
        #expect(error.range.lowerBound == 10)
    }

    @Test("what they do not know cannot be told, and can be absorbed")
    func unknowns() throws {
        let unknown = try value("kerja(timestamp(0), 500) == timestamp(0)", functions: Self.functions)
        #expect(unknown == .unknown([Unknown(name: "kerja", range: 0..<24, reason: missing)]))
        #expect(
            try value("kerja(timestamp(0), 500) == timestamp(0) || true", functions: Self.functions) == .value(true))
    }

    @Test(
        "names are looked for from the innermost container out, the longest first",
        arguments: [
            ("x", "a.b.x"), ("y", "a.y"), ("z", "z"), (".x", "x"), ("x.f", "a.b.x.f"), ("(x).f", nil), ("b.x", "a.b.x"),
            ("a.b.x", "a.b.x"), ("m.f", "m.f"), ("m.g", "field"), ("int", "int"),
            ("[1].all(x, x == 1) ? 'x' : ''", "x"),
        ])
    func containers(source: String, wanted: String?) throws {
        let names = ["a.b.x", "a.y", "z", "x", "y", "a.b.x.f", "m.f"]
        var values = Dictionary(uniqueKeysWithValues: names.map { ($0, Value.string($0)) })
        values["m"] = .record(["g": "field", "f": "not me"])
        let answer = try Expression(parsing: source).evaluate(Environment(values, container: "a.b"))
        switch answer {
        case .value(.string(let text)): #expect(text == wanted)
        case .value(.type(let kind)): #expect(kind.rawValue == wanted)
        default: #expect(wanted == nil, "\(answer)")
        }
        let types = values.mapValues { if case .map = $0 { ValueType.map(.string, .string) } else { ValueType.string } }
        let checked = try Expression(parsing: source).check(Declarations(variables: types, container: "a.b"))
        #expect(checked.problems.isEmpty == (wanted != nil))
    }
}
