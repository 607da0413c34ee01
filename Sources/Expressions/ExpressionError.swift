public import Documents

/// What is wrong with an expression, and where: found while reading, checking or evaluating it.
public struct ExpressionError: ExplainedError, Sendable, Equatable {
    public let reason: Reason
    /// Offsets in the UTF-8 of the source.
    public let range: Range<Int>

    public init(_ reason: Reason, at range: Range<Int>) {
        self.reason = reason
        self.range = range
    }

    /// Where it begins, for people.
    public func position(in source: String) -> Position { Position(offset: range.lowerBound, in: source) }

    /// The name that was perhaps meant.
    public var suggestion: String? {
        switch reason {
        case .undeclared(_, let suggestion), .noSuchFunction(_, let suggestion): suggestion
        default: nil
        }
    }

    /// The kinds of mistakes, with what a message says about each.
    public enum Reason: Error, Sendable, Equatable {
        // Found while reading.
        /// `found` is empty at the end of the source.
        case unexpected(found: String, wanted: Bilingual)
        case unreadable(Unicode.Scalar)
        case bidirectional(Unicode.Scalar)
        case unclosed(String)
        case badEscape(String)
        case reserved(String)
        case numberOutOfRange(String)
        case macroVariable(Macro)
        case macroField
        case macroArguments(Macro)
        case tooLong(limit: Int)
        case tooDeep(limit: Int)
        case tooManyTerms(limit: Int)
        // Found while checking or evaluating.
        case undeclared(String, suggestion: String?)
        case noSuchFunction(String, suggestion: String?)
        case noOverload(String, operands: [String])
        case expected(ValueType, found: ValueType)
        case neverEqual(ValueType, ValueType)
        case noFields(String)
        // Found while evaluating.
        case noSuchKey(String)
        case outOfBounds(String, count: Int)
        case unsupportedKey(ValueType)
        case duplicateKey(String)
        case overflow(String)
        case divisionByZero
        case notConvertible(String, to: Value.Kind)
        case unknownZone(String)
        case pattern(String, Bilingual)
        case refused(String, Bilingual)
        case overBudget
    }
}

/// A place in a text as an editor shows it.
public struct Position: Sendable, Hashable, CustomStringConvertible {
    /// From 1.
    public let line: Int
    /// From 1, in Unicode scalars.
    public let column: Int

    /// - Parameter offset: in UTF-8; one that lies within a character stands for that character.
    public init(offset: Int, in source: String) {
        var (line, column, bytes) = (1, 1, 0)
        var previous: Unicode.Scalar?
        for scalar in source.unicodeScalars {
            bytes += UTF8.width(scalar)
            guard bytes <= offset else { break }
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r": (line, column) = (line + 1, 1)
            default: column += 1
            }
            previous = scalar
        }
        self.line = line
        self.column = column
    }

    public var description: String { "\(line):\(column)" }
}

extension Value {
    /// The value in an error message: short, whatever it is.
    var excerpt: String {
        switch self {
        case .null: "null"
        case .bool(let bool): String(bool)
        case .int(let int): String(int)
        case .uint(let uint): "\(uint)u"
        case .double(let double): double.celText
        case .string(let text): "'\(text.excerpt)'"
        case .timestamp(let timestamp): timestamp.description
        case .duration(let span): span.description
        case .type(let kind): kind.rawValue
        case .bytes, .list, .map: kind.rawValue
        }
    }
}

extension String {
    /// The first 40 characters, without anything that would break a line of output.
    var excerpt: String {
        let start = unicodeScalars.prefix(40)
        let shown = String(String.UnicodeScalarView(start.map { $0.properties.isPrintable ? $0 : "\u{FFFD}" }))
        return start.endIndex == unicodeScalars.endIndex ? shown : shown + "…"
    }
}

extension Unicode.Scalar.Properties {
    private var unprintable: [Unicode.GeneralCategory] {
        [.control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator]
    }
    fileprivate var isPrintable: Bool { !unprintable.contains(generalCategory) }
}
