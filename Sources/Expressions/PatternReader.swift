import Documents

/// What a pattern says.
indirect enum Pattern {
    case one(ScalarSet)
    case assertion(RegularExpression.Assertion)
    case sequence([Pattern])
    case choice([Pattern])
    case repeated(Pattern, least: Int, most: Int?)
}

/// Why a pattern cannot be read.
struct PatternProblem: Error {
    let message: Bilingual

    init(_ message: Bilingual) { self.message = message }

    static let tooLarge = PatternProblem(Bilingual(id: "terlalu besar", en: "it is too large"))
}

/// Reads the syntax of RE2 (github.com/google/re2/wiki/Syntax) but for scripts such as `\p{Greek}`.
struct PatternReader {
    var rest: Substring.UnicodeScalarView
    private var flags = Flags()
    private var depth = 0

    private struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotMatchesNewline = false
    }

    init(_ pattern: String) { rest = Substring(pattern).unicodeScalars }

    mutating func wholePattern() throws(PatternProblem) -> Pattern {
        let pattern = try choice()
        guard rest.isEmpty else { throw problem(id: "')' tanpa '('", en: "')' without '('") }
        return pattern
    }

    private mutating func choice() throws(PatternProblem) -> Pattern {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 100 else { throw .tooLarge }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternProblem) -> Pattern {
        var parts: [Pattern] = []
        while let next = rest.first, next != "|", next != ")" {
            if takeAll("\\Q") {
                while let scalar = rest.first, !takeAll("\\E") {
                    rest.removeFirst()
                    parts.append(one(.one(scalar)))
                }
            } else if let atom = try atom() {
                parts.append(try repetition(of: atom))
            }
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func repetition(of atom: Pattern) throws(PatternProblem) -> Pattern {
        guard let (least, most) = try quantifier() else { return atom }
        // Whether a repetition is lazy makes no difference to whether there is a match.
        _ = take("?")
        guard try quantifier() == nil else {
            throw problem(id: "pengulangan berganda", en: "a repetition of a repetition")
        }
        return .repeated(atom, least: least, most: most)
    }

    private mutating func quantifier() throws(PatternProblem) -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        // Braces that hold no numbers stand for themselves.
        let start = rest
        guard take("{"), let least = number() else {
            rest = start
            return nil
        }
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else {
            rest = start
            return nil
        }
        guard least <= 1_000, (most ?? least) <= 1_000, least <= most ?? least else {
            throw problem(id: "banyaknya ulangan salah", en: "a wrong number of repetitions")
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var number: Int?
        while let digit = rest.first, digit.isDigit {
            rest.removeFirst()
            number = min((number ?? 0) * 10 + Int(digit.value - 0x30), 1_000_000)
        }
        return number
    }

    private mutating func atom() throws(PatternProblem) -> Pattern? {
        guard let scalar = rest.popFirst() else { return nil }
        switch scalar {
        case "(": return try group()
        case "[": return one(try characterClass())
        case ".": return .one(flags.dotMatchesNewline ? .any : .anyButNewline)
        case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
        case "*", "+", "?":
            throw problem(id: "'\(scalar)' tanpa yang diulang", en: "nothing to repeat before '\(scalar)'")
        case "\\": return try escape()
        default: return one(.one(scalar))
        }
    }

    private func one(_ set: ScalarSet) -> Pattern {
        var set = set
        set.ignoresCase = flags.ignoresCase
        return .one(set)
    }

    private mutating func escape() throws(PatternProblem) -> Pattern {
        switch rest.first {
        case "A": return assertion(.textStart)
        case "z": return assertion(.textEnd)
        case "b": return assertion(.wordBoundary)
        case "B": return assertion(.noWordBoundary)
        default: return one(ScalarSet(parts: try escapedParts()))
        }
    }

    private mutating func assertion(_ assertion: RegularExpression.Assertion) -> Pattern {
        rest.removeFirst()
        return .assertion(assertion)
    }

    /// - Returns: nil for what only sets flags, such as `(?i)`.
    private mutating func group() throws(PatternProblem) -> Pattern? {
        let outer = flags
        if take("?") {
            if takeAll("P<") || take("<") {
                guard groupName() else { throw problem(id: "nama kelompok salah", en: "a wrong group name") }
            } else if try setFlags() {
                return nil
            }
        }
        let inner = try choice()
        guard take(")") else { throw problem(id: "'(' tanpa ')'", en: "'(' without ')'") }
        flags = outer
        return inner
    }

    private mutating func groupName() -> Bool {
        var length = 0
        while let scalar = rest.popFirst(), scalar != ">" {
            guard scalar.isLetter || scalar.isDigit else { return false }
            length += 1
        }
        return length > 0
    }

    /// - Returns: whether the group ends with its flags.
    private mutating func setFlags() throws(PatternProblem) -> Bool {
        var isOn = true
        while let scalar = rest.popFirst() {
            switch scalar {
            case "i": flags.ignoresCase = isOn
            case "m": flags.isMultiline = isOn
            case "s": flags.dotMatchesNewline = isOn
            // Which of several matches is found does not matter here.
            case "U": break
            case "-" where isOn: isOn = false
            case ":": return false
            case ")": return true
            default: throw problem(id: "'(?\(scalar)' tidak dikenal", en: "unknown group '(?\(scalar)'")
            }
        }
        throw problem(id: "'(' tanpa ')'", en: "'(' without ')'")
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    mutating func takeAll(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest.removeFirst(text.unicodeScalars.count)
        return true
    }

    func problem(id: String, en: String) -> PatternProblem { PatternProblem(Bilingual(id: id, en: en)) }
}
