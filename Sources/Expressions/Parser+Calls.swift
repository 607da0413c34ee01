extension Parser {
    /// A call, at its opening parenthesis; macros are expanded on the spot.
    mutating func call(
        _ function: String, on target: Term?, from start: Int, isAbsolute: Bool = false
    ) throws(ExpressionError) -> Term {
        try advance()
        if macros, !isAbsolute {
            if let target, let macro = Macro(rawValue: function) {
                return try comprehension(macro, over: target)
            }
            if target == nil, function == "has" { return try has(from: start) }
        }
        let (arguments, end) = try terms(until: .rightParenthesis, allowingTrailingComma: false)
        let call = Term.Call(
            function: function, isAbsolute: isAbsolute, target: target, arguments: arguments,
            standard: StandardFunction(rawValue: function))
        return try term(.call(call), at: start..<end)
    }

    private mutating func has(from start: Int) throws(ExpressionError) -> Term {
        let (arguments, end) = try terms(until: .rightParenthesis, allowingTrailingComma: false)
        guard arguments.count == 1, case .select(let operand, let field, let name) = arguments[0].kind else {
            throw ExpressionError(.macroField, at: arguments.first?.range ?? start..<end)
        }
        return try term(.has(operand, field: field, name: name), at: start..<end)
    }

    /// `elements.macro(variable, …)`; the variable is known in everything behind it.
    private mutating func comprehension(_ macro: Macro, over elements: Term) throws(ExpressionError) -> Term {
        let first = token.range
        let variable: String
        switch token.kind {
        case .identifier(let name) where !Token.reservedWords.contains(name): variable = name
        default: throw ExpressionError(.macroVariable(macro), at: first)
        }
        try advance()
        guard try take(.comma) else {
            let isAlone = isAt(.rightParenthesis)
            throw ExpressionError(isAlone ? .macroArguments(macro) : .macroVariable(macro), at: first)
        }
        let slot = scope.count
        scope.append(variable)
        defer { scope.removeLast() }
        let (arguments, end) = try terms(until: .rightParenthesis, allowingTrailingComma: false)
        let range = elements.range.lowerBound..<end
        guard let body = arguments.last, arguments.count <= macro.mostTerms else {
            throw ExpressionError(.macroArguments(macro), at: range)
        }
        let comprehension = Term.Comprehension(
            macro: macro, elements: elements, variable: variable, slot: slot,
            filter: arguments.count == 2 ? arguments[0] : nil, body: body)
        return try term(.comprehension(comprehension), at: range)
    }
}
