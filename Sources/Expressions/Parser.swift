import Documents

/// Reads an expression (langdef, "Syntax"): one function a level of the grammar, binary operators by precedence.
struct Parser {
    private(set) var token: Token
    private var lexer: Lexer
    private let limits: SyntaxLimits
    let macros: Bool
    /// The variables of the macros around the present place, the innermost last.
    var scope: [String] = []
    private var nesting = 0
    private var terms = 0

    init(_ source: String, macros: Bool, limits: SyntaxLimits) throws(ExpressionError) {
        guard source.utf8.count <= limits.bytes else {
            throw ExpressionError(.tooLong(limit: limits.bytes), at: 0..<source.utf8.count)
        }
        lexer = try Lexer(source)
        self.macros = macros
        self.limits = limits
        token = try lexer.next()
    }

    mutating func wholeExpression() throws(ExpressionError) -> Term {
        let term = try expression()
        guard token.kind == .end else { throw unexpected(Bilingual(id: "akhir ungkapan", en: "the end")) }
        return term
    }

    mutating func expression() throws(ExpressionError) -> Term {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.depth else { throw ExpressionError(.tooDeep(limit: limits.depth), at: token.range) }
        let condition = try disjunction()
        guard try take(.question) else { return condition }
        let yes = try disjunction()
        try expect(.colon)
        let no = try expression()
        return try term(.conditional(condition, yes, no), from: condition, to: no)
    }

    private mutating func disjunction() throws(ExpressionError) -> Term {
        let first = try conjunction()
        guard isAt(.or) else { return first }
        var operands = [first]
        while try take(.or) { operands.append(try conjunction()) }
        return try term(.or(operands), from: first, to: operands[operands.count - 1])
    }

    private mutating func conjunction() throws(ExpressionError) -> Term {
        let first = try operation(1)
        guard isAt(.and) else { return first }
        var operands = [first]
        while try take(.and) { operands.append(try operation(1)) }
        return try term(.and(operands), from: first, to: operands[operands.count - 1])
    }

    private mutating func operation(_ precedence: Int) throws(ExpressionError) -> Term {
        var left = try unary()
        while let found = token.kind.binaryOperator, found.precedence >= precedence {
            try advance()
            let right = try operation(found.precedence + 1)
            left = try term(.binary(found, left, right), from: left, to: right)
        }
        return left
    }

    private mutating func unary() throws(ExpressionError) -> Term {
        guard isAt(.not) || isAt(.minus) else { return try member(of: try primary()) }
        let symbol: Token.Symbol = isAt(.not) ? .not : .minus
        var starts: [Int] = []
        while isAt(symbol) {
            starts.append(token.range.lowerBound)
            try advance()
            guard starts.count <= limits.depth else {
                throw ExpressionError(.tooDeep(limit: limits.depth), at: token.range)
            }
        }
        // The last sign belongs to the number behind it, so that the smallest int can be written.
        var operand: Term
        if symbol == .minus, let negative = try negativeNumber(from: starts[starts.count - 1]) {
            starts.removeLast()
            operand = try member(of: negative)
        } else {
            operand = try member(of: try primary())
        }
        for start in starts.reversed() {
            operand = try term(
                symbol == .not ? .not(operand) : .negation(operand), at: start..<operand.range.upperBound)
        }
        return operand
    }

    /// The number at hand with the minus before it.
    private mutating func negativeNumber(from start: Int) throws(ExpressionError) -> Term? {
        let value: Value
        switch token.kind {
        case .int(let magnitude):
            guard magnitude <= Int64.min.magnitude else { throw numberTooLarge() }
            value = .int(Int64(truncatingIfNeeded: 0 &- magnitude))
        case .double(let double): value = .double(-double)
        default: return nil
        }
        let range = start..<token.range.upperBound
        try advance()
        return try term(.literal(value), at: range)
    }

    private mutating func member(of primary: Term) throws(ExpressionError) -> Term {
        var operand = primary
        while true {
            let start = operand.range.lowerBound
            if try take(.leftBracket) {
                let index = try expression()
                let end = token.range.upperBound
                try expect(.rightBracket)
                operand = try term(.index(operand, index), at: start..<end)
            } else if try take(.dot) {
                operand = try selection(from: operand)
            } else {
                return operand
            }
        }
    }

    /// What stands behind a point: a field or a call.
    private mutating func selection(from operand: Term) throws(ExpressionError) -> Term {
        let end = token.range.upperBound
        let start = operand.range.lowerBound
        switch token.kind {
        case .quoted(let field):
            try advance()
            return try term(.select(operand, field: field, name: nil), at: start..<end)
        case .identifier(let field):
            try advance()
            if isAt(.leftParenthesis) { return try call(field, on: operand, from: start) }
            // Parentheses choose the field where a variable has the longer name (langdef, "Name Resolution").
            let isParenthesised = lexer.bytes[start] == UInt8(ascii: "(")
            let name =
                isParenthesised
                ? nil : operand.name.map { Term.Name($0.text + "." + field, isAbsolute: $0.isAbsolute) }
            return try term(.select(operand, field: field, name: name), at: start..<end)
        default: throw unexpected(Bilingual(id: "sebuah nama", en: "a name"))
        }
    }

    mutating func advance() throws(ExpressionError) { token = try lexer.next() }

    func isAt(_ symbol: Token.Symbol) -> Bool { token.kind == .symbol(symbol) }

    mutating func take(_ symbol: Token.Symbol) throws(ExpressionError) -> Bool {
        guard isAt(symbol) else { return false }
        try advance()
        return true
    }

    mutating func expect(_ symbol: Token.Symbol) throws(ExpressionError) {
        guard try take(symbol) else {
            throw unexpected(Bilingual(id: "'\(symbol.rawValue)'", en: "'\(symbol.rawValue)'"))
        }
    }

    func unexpected(_ wanted: Bilingual) -> ExpressionError {
        let found = token.kind == .end ? "" : lexer.text(token.range).excerpt
        return ExpressionError(.unexpected(found: found, wanted: wanted), at: token.range)
    }

    func numberTooLarge() -> ExpressionError {
        ExpressionError(.numberOutOfRange(lexer.text(token.range).excerpt), at: token.range)
    }

    /// Every term is made here, and counted.
    mutating func term(_ kind: Term.Kind, at range: Range<Int>) throws(ExpressionError) -> Term {
        let term = Term(kind, at: range)
        terms += 1
        guard terms <= limits.terms else { throw ExpressionError(.tooManyTerms(limit: limits.terms), at: range) }
        guard term.height <= limits.depth else { throw ExpressionError(.tooDeep(limit: limits.depth), at: range) }
        return term
    }

    private mutating func term(_ kind: Term.Kind, from first: Term, to last: Term) throws(ExpressionError) -> Term {
        try term(kind, at: first.range.lowerBound..<last.range.upperBound)
    }
}

extension Token.Kind {
    fileprivate var binaryOperator: Operator? {
        guard case .symbol(let symbol) = self else { return nil }
        return Operator(rawValue: symbol.rawValue)
    }
}

extension Term {
    /// The qualified name that this term may be.
    var name: Name? {
        switch kind {
        case .name(let name): name
        case .select(_, _, let name): name
        default: nil
        }
    }
}
