import Documents
import Expressions
import Testing

@Suite("Checking expressions")
struct CheckerTests {
    static let declarations = Declarations(
        variables: [
            "people_target": .int, "budget": .int, "rate": .double, "documents": .list(.string), "anything": .dyn,
            "signed": .bool, "title": .string, "entered": .timestamp, "grace": .duration,
            "amounts": .map(.string, .int), "party.name": .string,
        ],
        functions: [
            Function("kerja", [.timestamp, .int], returns: .timestamp) { arguments throws(FunctionFailure) in
                arguments[0]
            }
        ])

    @Test(
        "types",
        arguments: [
            ("people_target * 37800 * 12 <= budget && size(documents) > 0", .bool), ("1 + 2", .int), ("1u", .uint),
            ("title + 'x'", .string), ("documents", .list(.string)), ("documents[0]", .string), ("[1, 2]", .list(.int)),
            ("[1, 'a']", .list(.dyn)), ("[]", .list(.dyn)), ("{'a': 1}", .map(.string, .int)), ("amounts.x", .int),
            ("amounts['x']", .int), ("documents.map(d, size(d))", .list(.int)), ("has(amounts.x)", .bool),
            ("documents.filter(d, d != '')", .list(.string)), ("amounts.all(k, k != '')", .bool), ("dyn(1)", .dyn),
            ("entered + grace", .timestamp), ("entered - entered", .duration), ("entered.getFullYear('UTC')", .int),
            ("kerja(entered, 5)", .timestamp), ("signed ? 1 : 2", .int), ("signed ? 1 : 'a'", .dyn), ("type(1)", .type),
            ("int", .type), ("anything.a.b[0] + 1", .int), ("anything + anything", .dyn), ("-rate", .double),
            ("[1] + [2]", .list(.int)), ("[1] + ['a']", .list(.dyn)), ("party.name", .string), ("1 == 1.0", .bool),
            ("people_target < rate", .bool), ("b'a' + b'b'", .bytes), ("null", .null), ("{1: 'a'}[1u]", .string),
            ("1.0 in {1: 'a'}", .bool), ("[1] == ['a']", .bool), ("string(entered)", .string),
            ("[[1].map(x, [2].map(x, x))].map(y, y)", .list(.list(.list(.int)))),
        ] as [(String, ValueType)])
    func types(source: String, wanted: ValueType) throws {
        let checked = try Expression(parsing: source).check(Self.declarations)
        #expect(checked.problems.isEmpty, "\(checked.problems)")
        #expect(checked.type == wanted)
    }

    @Test(
        "a problem is told once, with the part that is wrong",
        arguments: [
            ("peple_target > 1", "peple_target"), ("1 + peple_target > 1 && signed", "peple_target"),
            ("documents + 1 == 2", "documents + 1"), ("title > 1", "title > 1"), ("signed && title", "title"),
            ("!people_target", "people_target"), ("-title", "-title"), ("kreja(entered, 5)", "kreja(entered, 5)"),
            ("kerja(5, entered)", "kerja(5, entered)"), ("title.size() > 0 && title.len() > 0", "title.len()"),
            ("documents['a']", "'a'"), ("amounts[1]", "1"), ("budget[0]", "budget"), ("budget.x", "budget"),
            ("has(title.x)", "title"), ("title == 1", "title == 1"), ("title == null", "title == null"),
            ("documents.all(d, size(d))", "size(d)"), ("budget.all(x, true)", "budget"), ("title ? 1 : 2", "title"),
            ("1 in documents", "1 in documents"), ("1 in 2", "1 in 2"), ("{1.5: 2}", "1.5"), ("[1] < [2]", "[1] < [2]"),
            ("1 + 1u", "1 + 1u"), ("1.5 % 2.5", "1.5 % 2.5"), ("party.nmae", "party.nmae"),
            ("matches(title, 1)", "matches(title, 1)"),
            ("documents.map(d, d > 'a', d + 1)", "d + 1"), ("title.getHours()", "title.getHours()"),
            ("nothing.at.all", "nothing"), ("[nothing].all(x, x)", "nothing"),
        ])
    func problems(source: String, part: String) throws {
        let problems = try Expression(parsing: source).check(Self.declarations).problems
        #expect(problems.compactMap { source.part($0.range) } == [part], "\(problems.map(\.message.en))")
    }

    @Test("problems come in the order of the source")
    func order() throws {
        let source = "(title + 1) * size(title + nothing) > 2 && anything + nobody == 1 && 1"
        let problems = try Expression(parsing: source).check(Self.declarations).problems
        #expect(problems.map { source.part($0.range) } == ["(title + 1)", "nothing", "nobody", "1"])
    }

    @Test(
        "a name like a known one is suggested",
        arguments: [
            ("peple_target", "people_target"), ("kreja(entered, 1)", "kerja"), ("siez(title)", "size"),
            ("party.nmae", "party.name"), ("title.startWith('a')", "startsWith"), ("zzzzzz", nil),
        ])
    func suggestions(source: String, wanted: String?) throws {
        let problem = try #require(try Expression(parsing: source).check(Self.declarations).problems.first)
        #expect(problem.suggestion == wanted)
        if let wanted { #expect(problem.message.id.contains(wanted) && problem.message.en.contains(wanted)) }
    }

    @Test(
        "a term that no variable can change is a constant",
        arguments: [
            ("2 > 1", true), ("signed || true", true), ("signed && 1 > 2", false), ("type(1) == int", true),
            ("[1, 2].all(x, x > 0)", true), ("'a' + 'b'", "ab"), ("has(amounts.x)", nil), ("budget > 1", nil),
            ("budget == budget", nil), ("1 / 0", nil), ("kerja(1)", nil), ("documents.all(d, true)", nil),
        ] as [(String, Value?)])
    func constants(source: String, wanted: Value?) throws {
        #expect(try Expression(parsing: source).root.constantValue == wanted)
    }

    @Test("a constant part of an expression can be found, also within a macro")
    func constantParts() throws {
        let source = "signed && documents.all(d, size(d) > 0 && 12 * 2 > 20)"
        var constants: [String?] = []
        func visit(_ term: Term) {
            if case .binary = term.kind, term.constantValue != nil { constants.append(source.part(term.range)) }
            term.children.forEach(visit)
        }
        visit(try Expression(parsing: source).root)
        #expect(constants == ["12 * 2 > 20", "12 * 2"])
    }
}
