/// Cuts the UTF-8 of an expression into tokens.
struct Lexer {
    let bytes: [UInt8]
    var offset = 0

    init(_ source: String) throws(ExpressionError) {
        bytes = Array(source.utf8)
        try refuseBidirectionalControls(in: source)
    }

    mutating func next() throws(ExpressionError) -> Token {
        skipBlanks()
        let start = offset
        let kind: Token.Kind =
            if let character = peek() {
                if let quote = stringPrefix() {
                    try string(quote)
                } else if character.isLetter {
                    word()
                } else if character.isDigit || character == "." && peek(1)?.isDigit == true {
                    try number()
                } else if character == "`" {
                    try quotedName()
                } else {
                    try symbol()
                }
            } else { .end }
        return Token(kind: kind, range: start..<offset)
    }

    /// A byte as the character that it is in ASCII; the rest of UTF-8 is no character of the syntax.
    func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        offset + distance < bytes.count ? Unicode.Scalar(bytes[offset + distance]) : nil
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private mutating func skipBlanks() {
        while let character = peek() {
            if character == "/", peek(1) == "/" {
                while let character = peek(), character != "\n", character != "\r" { offset += 1 }
            } else if [" ", "\t", "\n", "\r", "\u{0C}"].contains(character) {
                offset += 1
            } else {
                return
            }
        }
    }

    private mutating func word() -> Token.Kind {
        let start = offset
        while let character = peek(), character.isLetter || character.isDigit { offset += 1 }
        let word = text(start..<offset)
        return Token.Symbol(rawValue: word).map(Token.Kind.symbol) ?? .identifier(word)
    }

    private mutating func quotedName() throws(ExpressionError) -> Token.Kind {
        let start = offset
        offset += 1
        while let character = peek(),
            character.isLetter || character.isDigit || "-./ ".unicodeScalars.contains(character)
        { offset += 1 }
        guard peek() == "`", offset > start + 1 else { throw ExpressionError(.unclosed("`"), at: start..<offset) }
        offset += 1
        return .quoted(text(start + 1..<offset - 1))
    }

    private mutating func symbol() throws(ExpressionError) -> Token.Kind {
        for length in [2, 1] where offset + length <= bytes.count {
            if let symbol = Token.Symbol(rawValue: text(offset..<offset + length)) {
                offset += length
                return .symbol(symbol)
            }
        }
        // The source was text, so a whole character stands here.
        let scalar = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
        throw ExpressionError(.unreadable(scalar), at: offset..<offset + UTF8.width(scalar))
    }

    private mutating func number() throws(ExpressionError) -> Token.Kind {
        let start = offset
        if peek() == "0", peek(1) == "x", peek(2)?.hexValue != nil {
            offset += 2
            return try integer(radix: 16, from: start)
        }
        skipDigits()
        var isFraction = false
        if peek() == ".", peek(1)?.isDigit == true {
            isFraction = true
            offset += 1
            skipDigits()
        }
        if peek() == "e" || peek() == "E" {
            let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
            if peek(1 + sign)?.isDigit == true {
                isFraction = true
                offset += 1 + sign
                skipDigits()
            }
        }
        guard isFraction else {
            offset = start
            return try integer(radix: 10, from: start)
        }
        let text = text(start..<offset)
        guard let double = Double(text), double.isFinite else {
            throw ExpressionError(.numberOutOfRange(text.excerpt), at: start..<offset)
        }
        return .double(double)
    }

    /// The digits at hand; what was read before them begins at `start`.
    private mutating func integer(radix: UInt64, from start: Int) throws(ExpressionError) -> Token.Kind {
        var number: UInt64 = 0
        var overflows = false
        while let digit = peek()?.hexValue.map(UInt64.init), digit < radix {
            let (product, tooLarge) = number.multipliedReportingOverflow(by: radix)
            let (sum, tooMany) = product.addingReportingOverflow(digit)
            overflows = overflows || tooLarge || tooMany
            number = sum
            offset += 1
        }
        guard !overflows else {
            throw ExpressionError(.numberOutOfRange(text(start..<offset).excerpt), at: start..<offset)
        }
        if peek() == "u" || peek() == "U" {
            offset += 1
            return .uint(number)
        }
        return .int(number)
    }

    private mutating func skipDigits() {
        while peek()?.isDigit == true { offset += 1 }
    }
}

/// Controls that turn the direction of text show a reader something else than what is evaluated, in texts as elsewhere.
private func refuseBidirectionalControls(in source: String) throws(ExpressionError) {
    var offset = 0
    for scalar in source.unicodeScalars {
        let width = UTF8.width(scalar)
        if ("\u{202A}"..."\u{202E}").contains(scalar) || ("\u{2066}"..."\u{2069}").contains(scalar) {
            throw ExpressionError(.bidirectional(scalar), at: offset..<offset + width)
        }
        offset += width
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { "0"..."9" ~= self }
    var isLetter: Bool { "A"..."Z" ~= self || "a"..."z" ~= self || self == "_" }

    /// The value of a hexadecimal digit.
    var hexValue: UInt32? {
        switch self {
        case "0"..."9": value - 0x30
        case "A"..."F": value - 0x41 + 10
        case "a"..."f": value - 0x61 + 10
        default: nil
        }
    }
}
