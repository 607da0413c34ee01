/// An expression of the Common Expression Language (CEL), read and ready to be checked and evaluated.
///
/// ```swift
/// let rule = try Expression(parsing: "people * 37800 * 12 <= budget && size(documents) > 0")
/// let types: [String: ValueType] = ["people": .int, "budget": .int, "documents": .list(.string)]
/// for problem in rule.check(Declarations(variables: types)).problems {
///     print(problem.position(in: rule.source), problem.message.en)
/// }
/// switch rule.evaluate(Environment(["people": 41_000, "budget": 18_597_600_000, "documents": ["naskah"]])) {
/// case .value(let value): print(value == true ? "yes" : "no")
/// case .unknown(let unknowns): print("cannot tell without", unknowns.map(\.name))
/// case .failed(let error): print(error.position(in: rule.source), error.message.en)
/// }
/// ```
///
/// A name whose value is missing is declared as ``Binding/unknown(_:)``. What does not depend on it has its value all
/// the same: `budget > 0 || true` is true whatever the budget.
///
/// The language is that of the specification (github.com/google/cel-spec, `doc/langdef.md`) with its standard functions
/// and macros. Left out are protocol buffer messages and enums, the extension libraries, and in patterns the Unicode
/// scripts (`\p{Greek}`). A `duration` has at most 292 years. Characters that turn the direction of text (U+202A to
/// U+202E, U+2066 to U+2069) are refused everywhere, in text literals too.
///
/// An expression is a value without ties to anything: reading, checking and evaluating it are pure and bounded, whoever
/// wrote it. Nothing here asks for the time, waits or writes.
public struct Expression: Sendable, Equatable {
    public let source: String
    /// The syntax tree, with macros expanded.
    public let root: Term

    /// Reads an expression.
    ///
    /// - Parameter macros: whether `has`, `all`, `exists`, `exists_one`, `map` and `filter` bind names of their own;
    ///   otherwise they are functions like any other.
    public init(
        parsing source: String, macros: Bool = true, limits: SyntaxLimits = .standard
    ) throws(ExpressionError) {
        var parser = try Parser(source, macros: macros, limits: limits)
        root = try parser.wholeExpression()
        self.source = source
    }

    /// What the expression says where these names have these values.
    ///
    /// - Parameter budget: how many terms, elements and stretches of text may be gone through before it is given up.
    public func evaluate(_ environment: Environment = Environment(), budget: Int = 100_000) -> Evaluation {
        var evaluator = Evaluator(environment, budget: budget)
        return evaluator.result(of: root)
    }

    /// What can be known of the expression before it has any values.
    public func check(_ declarations: Declarations) -> CheckedExpression {
        var checker = Checker(declarations)
        let type = checker.type(of: root)
        return CheckedExpression(
            type: type, problems: checker.problems.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
}

extension Term {
    /// The value that this term has whatever its variables are; nil if it depends on one or fails.
    ///
    /// `2 > 1` is a constant, and so is `paid || true`.
    public var constantValue: Value? {
        let open = Environment { name in
            Value.Kind(rawValue: name) == nil ? .unknown(Binding.noReason) : nil
        }
        var evaluator = Evaluator(open, budget: 10_000)
        guard case .value(let value) = evaluator.result(of: self) else { return nil }
        return value
    }
}
