import Documents
import Expressions
import Testing

/// The checker and the evaluator have each their own list of what goes together; here every combination is tried.
@Suite("Checker and evaluator agree")
struct ConsistencyTests {
    static let samples: [(type: ValueType, value: Value)] = [
        (.null, .null), (.bool, true), (.int, 1), (.uint, .uint(1)), (.double, 1.0), (.string, "1"),
        (.bytes, .bytes([49])), (.list(.dyn), [1]), (.map(.dyn, .dyn), .map(ValueMap())),
        (.timestamp, .timestamp(Timestamp(seconds: 0)!)), (.duration, .duration(TimeSpan(nanoseconds: 1))),
        (.type, .type(.int)),
    ]

    static let functions = [
        "size", "contains", "startsWith", "endsWith", "matches", "type", "dyn", "bool", "bytes", "double", "duration",
        "int", "string", "timestamp", "uint", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getFullYear",
        "getHours", "getMilliseconds", "getMinutes", "getMonth", "getSeconds",
    ]

    @Test("on functions", arguments: functions)
    func calls(name: String) throws {
        var accepted = 0
        for source in ["\(name)()", "\(name)(a)", "a.\(name)()", "\(name)(a, b)", "a.\(name)(b)", "a.\(name)(b, b)"] {
            accepted += try compare(source)
        }
        #expect(accepted > 0)
    }

    @Test("on operators", arguments: ["+", "-", "*", "/", "%", "<", "<=", ">", ">="])
    func operators(name: String) throws {
        #expect(try compare("a \(name) b") > 0)
    }

    @Test("on negation", arguments: ["-a", "!a", "a ? 1 : 2", "a && true", "a.all(x, true)", "a.f", "a == a"])
    func prefixes(source: String) throws {
        #expect(try compare(source) > 0)
    }

    @Test("on equality: what the checker calls never equal is not", arguments: Self.samples.indices)
    func equality(index: Int) throws {
        for other in Self.samples {
            let (problems, evaluation) = try both("a == b", Self.samples[index], other)
            guard case .value(let result) = evaluation else {
                Issue.record("\(evaluation)")
                continue
            }
            if !problems.isEmpty { #expect(result == false) }
        }
    }

    @Test("on `in` and `[]`: what the evaluator refuses, the checker does", arguments: ["a in b", "b[a]"])
    func collections(source: String) throws {
        for first in Self.samples {
            for second in Self.samples {
                let (problems, evaluation) = try both(source, first, second)
                if evaluation.isOverloadError { #expect(!problems.isEmpty, "\(source) \(first) \(second)") }
            }
        }
    }

    /// - Returns: how many combinations both accept.
    private func compare(_ source: String) throws -> Int {
        var accepted = 0
        for first in Self.samples {
            for second in source.contains("b") ? Self.samples : Array(Self.samples.prefix(1)) {
                let (problems, evaluation) = try both(source, first, second)
                #expect(problems.isEmpty == !evaluation.isOverloadError, "\(source) \(first) \(second) \(evaluation)")
                if problems.isEmpty { accepted += 1 }
            }
        }
        return accepted
    }

    private func both(
        _ source: String, _ a: (type: ValueType, value: Value), _ b: (type: ValueType, value: Value)
    ) throws -> ([ExpressionError], Evaluation) {
        let expression = try Expression(parsing: source)
        let checked = expression.check(Declarations(variables: ["a": a.type, "b": b.type]))
        return (checked.problems, expression.evaluate(Environment(["a": a.value, "b": b.value])))
    }
}

extension Evaluation {
    fileprivate var isOverloadError: Bool {
        switch reason {
        case .noOverload, .noFields, .noSuchFunction: true
        default: false
        }
    }
}
