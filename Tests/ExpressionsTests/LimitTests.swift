import Documents
import Expressions
import Foundation
import Testing

@Suite("Limits")
struct LimitTests {
    static let nestings: [(open: String, close: String)] = [
        ("(", ")"), ("[", "]"), ("!", ""), ("-", ""), ("{1:", "}"), ("a[", "]"), ("f(", ")"), ("true ? 1 : ", ""),
        ("x.f(", ")"), ("[0].map(x, ", ")"), ("1 + (", ")"), ("(true || ", ")"), ("has(a.b) && (", ")"), ("!(", ")"),
        ("-(", ")"),
    ]

    @Test("ten thousand levels are refused, whatever they are made of", arguments: nestings)
    func tooDeep(open: String, close: String) throws {
        for core in ["1", ""] {
            let source =
                String(repeating: open, count: 10_000) + core + String(repeating: close, count: 10_000)
            let limits = SyntaxLimits(bytes: 1_000_000)
            let error = try #require(syntaxError(source, limits: limits))
            #expect(error.reason == .tooDeep(limit: 100))
            #expect(source.part(error.range) != nil)
        }
    }

    @Test("so are chains that make deep trees", arguments: [" + 1", ".a", "[0]", " - 1 * 2", ".f()", ".map(x, x)"])
    func tooLongChain(link: String) throws {
        let source = "x" + String(repeating: link, count: 4_000)
        #expect(try #require(syntaxError(source)).reason == .tooDeep(limit: 100))
        #expect(syntaxError("x" + String(repeating: link, count: 40)) == nil)
    }

    @Test("the limit of levels is exact")
    func exactDepth() {
        #expect(syntaxError("x" + String(repeating: " + 1", count: 99)) == nil)
        #expect(syntaxError("x" + String(repeating: " + 1", count: 100))?.reason == .tooDeep(limit: 100))
        #expect(syntaxError(String(repeating: "(", count: 99) + "1" + String(repeating: ")", count: 99)) == nil)
    }

    @Test("what the language asks for is allowed: 32 of everything", arguments: nestings)
    func deepEnough(open: String, close: String) throws {
        let source = String(repeating: open, count: 32) + "1" + String(repeating: close, count: 32)
        let expression = try Expression(parsing: source)
        _ = expression.evaluate()
        _ = expression.check(Declarations())
    }

    @Test("long chains of && and ||, lists, maps and arguments are flat", arguments: [" && ", " || "])
    func flat(link: String) throws {
        let chain = Array(repeating: "true", count: 4_000).joined(separator: link)
        #expect(try value(chain) == .value(true))
        let list = "[" + (0..<4_000).map(String.init).joined(separator: ", ") + "]"
        #expect(try value(list + "[3999]") == .value(3_999))
        #expect(syntaxError("f(" + list.dropFirst().dropLast() + ")") == nil)
    }

    @Test("too many terms and too many bytes are refused")
    func tooLarge() {
        let list = "[" + Array(repeating: "1", count: 4_096).joined(separator: ", ") + "]"
        #expect(syntaxError(list)?.reason == .tooManyTerms(limit: 4_096))
        #expect(syntaxError(String(repeating: " ", count: 1_000_000) + "1")?.reason == .tooLong(limit: 65_536))
        #expect(syntaxError("'" + String(repeating: "é", count: 500_000) + "'")?.reason == .tooLong(limit: 65_536))
    }

    static let expensive = [
        "l.all(a, l.all(b, l.all(c, l.all(d, a + b + c + d >= 0))))",
        "l.map(a, l.map(b, l.map(c, l.map(d, [a, b, c, d]))))",
        "l.exists_one(a, l.exists(b, l.filter(c, l.all(d, false) || true) == [])) || true",
        "l.map(a, text + text + text + text).map(t, t + t + t + t).map(t, t + t).map(t, t + t + t)",
        "l.all(a, text.contains(text) && text.matches('(x*)*y') || true)",
        "l.all(a, l.all(b, text.matches('(a?){50}a{50}') || true))",
        "l.map(a, l + l + l).map(b, b + b + b + b).map(c, c + c + c + c).map(d, d + d + d + d + d)",
        "l.all(a, l.all(b, big == bigger) || true)", "l.all(a, l.all(b, a in big || true))",
        "l.map(a, l.all(b, m.exists(k, true)))", "l.all(a, l.all(b, text in m || true))",
        "l.all(a, l.all(b, size(text) > 0))", "l.all(a, l.all(b, bytes(text) == bytes(text)))",
        "text.matches('(?i)[' + text + text + 'bcdefghijklmnopqrstuvwyz]{10}y')",
        "l.all(a, l.all(b, ''.matches('(a{99}){99}' + string(a) + string(b)) || true))",
        "l.all(a, l.all(b, timestamp(a).getHours('Asia/Jakarta') >= 0))",
    ]

    @Test("what would take for ever ends, with its place", arguments: expensive)
    func overBudget(source: String) throws {
        let numbers = (0..<100).map { Value.int($0) }
        let big = (0..<1_000).map { Value.int($0) }
        let record = Dictionary(uniqueKeysWithValues: (0..<1_000).map { ("key\($0)", Value.null) })
        let environment = Environment([
            "l": .list(numbers), "text": .string(String(repeating: "x", count: 10_000)), "big": .list(big),
            "bigger": .list(big), "m": .record(record),
        ])
        guard case .failed(let error) = try Expression(parsing: source).evaluate(environment) else {
            Issue.record("\(source) ended")
            return
        }
        #expect(error.reason == .overBudget)
        #expect(source.part(error.range)?.isEmpty == false)
    }

    @Test("the budget is exact: one term costs one")
    func budget() throws {
        let expression = try Expression(parsing: "1 + 2")
        #expect(expression.evaluate(budget: 3) == .value(3))
        #expect(expression.evaluate(budget: 2) == .failed(ExpressionError(.overBudget, at: 4..<5)))
        #expect(try Expression(parsing: "true || true").evaluate(budget: 0).reason == .overBudget)
        #expect(expression.evaluate(budget: -1).reason == .overBudget)
    }

    @Test("going over the budget is final, beside what cannot be told too")
    func finality() throws {
        let environment = Environment { $0 == "u" ? .unknown(missing) : .value([1, 2, 3]) }
        let expression = try Expression(parsing: "u && l.all(x, x > 0)")
        #expect(expression.evaluate(environment).unknowns?.count == 1)
        #expect(expression.evaluate(environment, budget: 5).reason == .overBudget)
    }

    @Test("the deepest expression fits in the stack of a small thread")
    func smallStack() throws {
        // What is deepest differs with the number of terms a level has.
        let sources = LimitTests.nestings.flatMap { open, close in
            [31, 49, 98].map { count in
                String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
            }
        }
        let thread = Thread {
            for source in sources {
                guard let expression = try? Expressions.Expression(parsing: source) else { continue }
                _ = expression.evaluate()
                _ = expression.check(Declarations())
            }
        }
        // Secondary threads have no less than 512 KiB anywhere; what is not optimised needs more.
        #if DEBUG
            thread.stackSize = 2 << 20
        #else
            thread.stackSize = 512 << 10
        #endif
        thread.start()
        while !thread.isFinished { usleep(1_000) }
    }
}
