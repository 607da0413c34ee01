import Documents

extension Parser {
    mutating func primary() throws(ExpressionError) -> Term {
        let range = token.range
        switch token.kind {
        case .int(let magnitude):
            guard let int = Int64(exactly: magnitude) else { throw numberTooLarge() }
            return try literal(.int(int))
        case .uint(let uint): return try literal(.uint(uint))
        case .double(let double): return try literal(.double(double))
        case .string(let text): return try literal(.string(text))
        case .bytes(let bytes): return try literal(.bytes(bytes))
        case .symbol(.true): return try literal(.bool(true))
        case .symbol(.false): return try literal(.bool(false))
        case .symbol(.null): return try literal(.null)
        case .symbol(.leftParenthesis): return try parenthesised()
        case .symbol(.leftBracket): return try list()
        case .symbol(.leftBrace): return try map()
        case .symbol(.dot):
            try advance()
            return try identifier(from: range.lowerBound, isAbsolute: true)
        case .identifier: return try identifier(from: range.lowerBound, isAbsolute: false)
        default: throw unexpected(Bilingual(id: "sebuah nilai", en: "a value"))
        }
    }

    private mutating func literal(_ value: Value) throws(ExpressionError) -> Term {
        let range = token.range
        try advance()
        return try term(.literal(value), at: range)
    }

    private mutating func parenthesised() throws(ExpressionError) -> Term {
        let start = token.range.lowerBound
        try advance()
        let inner = try expression()
        let end = token.range.upperBound
        try expect(.rightParenthesis)
        return try term(inner.kind, at: start..<end)
    }

    private mutating func identifier(from start: Int, isAbsolute: Bool) throws(ExpressionError) -> Term {
        guard case .identifier(let name) = token.kind else {
            throw unexpected(Bilingual(id: "sebuah nama", en: "a name"))
        }
        guard !Token.reservedWords.contains(name) else { throw ExpressionError(.reserved(name), at: token.range) }
        let end = token.range.upperBound
        try advance()
        if isAt(.leftParenthesis) { return try call(name, on: nil, from: start, isAbsolute: isAbsolute) }
        if !isAbsolute, let slot = scope.lastIndex(of: name) {
            return try term(.local(name, slot: slot), at: start..<end)
        }
        return try term(.name(Term.Name(name, isAbsolute: isAbsolute)), at: start..<end)
    }

    private mutating func list() throws(ExpressionError) -> Term {
        let start = token.range.lowerBound
        try advance()
        let (elements, end) = try terms(until: .rightBracket, allowingTrailingComma: true)
        return try term(.list(elements), at: start..<end)
    }

    /// Terms with commas between them, and where the closing bracket ends.
    mutating func terms(
        until close: Token.Symbol, allowingTrailingComma: Bool
    ) throws(ExpressionError) -> (terms: [Term], end: Int) {
        var terms: [Term] = []
        while !isAt(close) {
            terms.append(try expression())
            guard try take(.comma) else { break }
            if !allowingTrailingComma, isAt(close) { throw unexpected(Bilingual(id: "sebuah nilai", en: "a value")) }
        }
        let end = token.range.upperBound
        try expect(close)
        return (terms, end)
    }

    private mutating func map() throws(ExpressionError) -> Term {
        let start = token.range.lowerBound
        try advance()
        var entries: [Term.Entry] = []
        while !isAt(.rightBrace) {
            let key = try expression()
            try expect(.colon)
            entries.append(Term.Entry(key: key, value: try expression()))
            guard try take(.comma) else { break }
        }
        let end = token.range.upperBound
        try expect(.rightBrace)
        return try term(.map(entries), at: start..<end)
    }
}
