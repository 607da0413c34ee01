extension Lexer {
    /// How a text or bytes literal opens.
    struct Quote {
        /// `r`, `b` and their like before the quotation marks.
        let prefix: Int
        let mark: Unicode.Scalar
        let isTriple: Bool
        let isRaw: Bool
        let isBytes: Bool
    }

    /// - Returns: nil where no literal begins.
    func stringPrefix() -> Quote? {
        var prefix = 0
        var isRaw = false
        let isBytes = peek() == "b" || peek() == "B"
        if isBytes { prefix += 1 }
        if peek(prefix) == "r" || peek(prefix) == "R" {
            isRaw = true
            prefix += 1
        }
        guard let mark = peek(prefix), mark == "'" || mark == "\"" else { return nil }
        let isTriple = peek(prefix + 1) == mark && peek(prefix + 2) == mark
        return Quote(prefix: prefix, mark: mark, isTriple: isTriple, isRaw: isRaw, isBytes: isBytes)
    }

    mutating func string(_ quote: Quote) throws(ExpressionError) -> Token.Kind {
        let start = offset
        offset += quote.prefix + (quote.isTriple ? 3 : 1)
        var content: [UInt8] = []
        while let character = peek() {
            if character == quote.mark, !quote.isTriple || peek(1) == character && peek(2) == character {
                offset += quote.isTriple ? 3 : 1
                // Decoding changes nothing: the source was valid, and only whole characters were added.
                return quote.isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
            }
            if !quote.isTriple, character == "\n" || character == "\r" { break }
            if character == "\\", !quote.isRaw {
                try escape(in: quote, into: &content)
            } else {
                content.append(bytes[offset])
                offset += 1
            }
        }
        let mark = String(quote.mark)
        throw ExpressionError(.unclosed(quote.isTriple ? mark + mark + mark : mark), at: start..<offset)
    }

    /// One escape sequence (langdef, "String and Bytes Values").
    private mutating func escape(in quote: Quote, into content: inout [UInt8]) throws(ExpressionError) {
        let start = offset
        offset += 1
        guard let letter = peek() else { return }
        offset += 1
        if let plain = Lexer.plainEscapes[letter] {
            content.append(plain)
            return
        }
        let code: UInt32? =
            switch letter {
            case "x", "X": digits(2, radix: 16)
            case "u" where !quote.isBytes: basicPlane()
            case "U" where !quote.isBytes: digits(8, radix: 16)
            case "0"..."3": octal()
            default: nil
            }
        if let code, quote.isBytes {
            content.append(UInt8(truncatingIfNeeded: code))
        } else if let scalar = code.flatMap(Unicode.Scalar.init) {
            content.append(contentsOf: String(scalar).utf8)
        } else {
            while offset < bytes.count, UTF8.isContinuation(bytes[offset]) { offset += 1 }
            let shown = String(decoding: bytes[start..<offset], as: UTF8.self)
            throw ExpressionError(.badEscape(shown), at: start..<offset)
        }
    }

    private mutating func octal() -> UInt32? {
        offset -= 1
        return digits(3, radix: 8)
    }

    /// Four digits; a high surrogate must have its low one behind it.
    private mutating func basicPlane() -> UInt32? {
        guard let high = digits(4, radix: 16) else { return nil }
        guard 0xD800...0xDBFF ~= high else { return high }
        guard peek() == "\\", peek(1) == "u" else { return nil }
        offset += 2
        guard let low = digits(4, radix: 16), 0xDC00...0xDFFF ~= low else { return nil }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    private mutating func digits(_ count: Int, radix: UInt32) -> UInt32? {
        var number: UInt32 = 0
        for _ in 0..<count {
            guard let digit = peek()?.hexValue, digit < radix else { return nil }
            number = number * radix + digit
            offset += 1
        }
        return number
    }

    private static let plainEscapes: [Unicode.Scalar: UInt8] = [
        "\\": 0x5C, "?": 0x3F, "\"": 0x22, "'": 0x27, "`": 0x60, "a": 0x07, "b": 0x08, "f": 0x0C, "n": 0x0A, "r": 0x0D,
        "t": 0x09, "v": 0x0B,
    ]
}
