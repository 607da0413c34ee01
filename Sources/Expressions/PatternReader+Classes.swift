extension PatternReader {
    /// What stands between square brackets, at its first character.
    mutating func characterClass() throws(PatternProblem) -> ScalarSet {
        var set = ScalarSet(parts: [], isNegated: take("^"))
        var isFirst = true
        while let scalar = rest.popFirst() {
            if scalar == "]", !isFirst { return set }
            isFirst = false
            if scalar == "[", take(":") {
                set.parts += try posixClass()
                continue
            }
            let parts = scalar == "\\" ? try escapedParts() : [.range(scalar...scalar)]
            set.parts += try range(from: parts) ?? parts
        }
        throw problem(id: "'[' tanpa ']'", en: "'[' without ']'")
    }

    /// `a-z`, at its hyphen; nil where the hyphen stands for itself or there is none.
    private mutating func range(from parts: [ScalarSet.Part]) throws(PatternProblem) -> [ScalarSet.Part]? {
        var beyond = rest
        guard beyond.popFirst() == "-", let last = beyond.popFirst(), last != "]" else { return nil }
        rest = beyond
        let lastParts = last == "\\" ? try escapedParts() : [.range(last...last)]
        guard let low = parts.scalar, let high = lastParts.scalar, low <= high else {
            throw problem(id: "rentang huruf salah", en: "a wrong range of characters")
        }
        return [.range(low...high)]
    }

    private mutating func posixClass() throws(PatternProblem) -> [ScalarSet.Part] {
        let isNegated = take("^")
        var name = ""
        while let letter = rest.first, letter.isLetter {
            name.unicodeScalars.append(letter)
            rest.removeFirst()
        }
        guard takeAll(":]"), let ranges = ScalarSet.posix(name) else {
            throw problem(id: "kelas huruf tidak dikenal", en: "an unknown class of characters")
        }
        return isNegated ? [.not(ranges)] : ranges.map(ScalarSet.Part.range)
    }

    /// What stands behind a backslash and is one character, within a class or not.
    mutating func escapedParts() throws(PatternProblem) -> [ScalarSet.Part] {
        guard let letter = rest.popFirst() else {
            throw problem(id: "'\\' di akhir", en: "a backslash at the end")
        }
        if let parts = ScalarSet.perl(letter) { return parts }
        if letter == "p" || letter == "P" { return [try category(isNegated: letter == "P")] }
        guard let scalar = escapedScalar(letter) else {
            throw problem(id: "'\\\(letter)' tidak dikenal", en: "unknown escape '\\\(letter)'")
        }
        return [.range(scalar...scalar)]
    }

    private mutating func escapedScalar(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
        switch letter {
        case "a": return "\u{07}"
        case "f": return "\u{0C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{0B}"
        case "x": return hexadecimal()
        case "0": return octal(first: letter)
        // One digit alone would be a back reference.
        case "1"..."7": return rest.first.map { "0"..."7" ~= $0 } == true ? octal(first: letter) : nil
        default:
            let isPunctuation = letter.isASCII && !letter.isDigit && (!letter.isLetter || letter == "_")
            return isPunctuation ? letter : nil
        }
    }

    private mutating func octal(first: Unicode.Scalar) -> Unicode.Scalar? {
        var number = first.value - 0x30
        for _ in 0..<2 {
            guard let digit = rest.first, "0"..."7" ~= digit else { break }
            number = number * 8 + digit.value - 0x30
            rest.removeFirst()
        }
        return Unicode.Scalar(number)
    }

    /// `\x7F` or `\x{10FFFF}`.
    private mutating func hexadecimal() -> Unicode.Scalar? {
        let isBraced = take("{")
        var number: UInt32 = 0
        var length = 0
        while length < (isBraced ? 6 : 2), let digit = rest.first?.hexValue {
            number = number * 16 + digit
            length += 1
            rest.removeFirst()
        }
        guard isBraced ? take("}") && length > 0 : length == 2 else { return nil }
        return Unicode.Scalar(number)
    }

    private mutating func category(isNegated: Bool) throws(PatternProblem) -> ScalarSet.Part {
        var name = ""
        var isNegated = isNegated
        if take("{") {
            if take("^") { isNegated.toggle() }
            while let letter = rest.popFirst(), letter != "}" { name.unicodeScalars.append(letter) }
        } else if let letter = rest.popFirst() {
            name.unicodeScalars.append(letter)
        }
        guard let categories = ScalarSet.categories(name) else {
            throw problem(
                id: "golongan Unicode '\(name.excerpt)' tidak dikenal", en: "unknown Unicode category '\(name.excerpt)'"
            )
        }
        return .category(categories, isNegated: isNegated)
    }
}

extension [ScalarSet.Part] {
    /// The one character that this is, if it is no more.
    fileprivate var scalar: Unicode.Scalar? {
        guard count == 1, case .range(let range) = self[0], range.lowerBound == range.upperBound else { return nil }
        return range.lowerBound
    }
}
