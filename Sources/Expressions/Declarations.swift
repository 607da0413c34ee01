/// The names that an expression may use, with their types.
public struct Declarations: Sendable {
    /// A dotted name is looked for whole before its parts are.
    public var variables: [String: ValueType]
    public var functions: [Function]
    /// See ``Environment/container``.
    public var container: String

    public init(variables: [String: ValueType] = [:], functions: [Function] = [], container: String = "") {
        self.variables = variables
        self.functions = functions
        self.container = container
    }

    func type(of name: Term.Name) -> ValueType? {
        for candidate in names(for: name.text, in: name.isAbsolute ? "" : container) {
            if let type = variables[candidate] { return type }
            if Value.Kind(rawValue: candidate) != nil { return .type }
        }
        return nil
    }

    /// Whether some part of a chain of selections, from its beginning, is declared.
    func knowsStart(of term: Term) -> Bool {
        if let name = term.name, type(of: name) != nil { return true }
        guard case .select(let operand, _, _) = term.kind else { return false }
        return knowsStart(of: operand)
    }
}

/// What is known of an expression before it has values.
public struct CheckedExpression: Sendable, Equatable {
    /// The type of its value; `dyn` where it cannot be known, or where there is a problem.
    public let type: ValueType
    /// In the order of the source.
    public let problems: [ExpressionError]
}
