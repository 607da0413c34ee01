/// A class of characters in a pattern.
struct ScalarSet: Sendable, Equatable {
    var parts: [Part]
    var isNegated = false
    var ignoresCase = false

    enum Part: Sendable, Equatable {
        case range(ClosedRange<Unicode.Scalar>)
        case not([ClosedRange<Unicode.Scalar>])
        case category(Set<Unicode.GeneralCategory>, isNegated: Bool)
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var isIn = parts.contains { $0.contains(scalar) }
        if !isIn, ignoresCase {
            isIn = scalar.otherCases.contains { other in parts.contains { $0.contains(other) } }
        }
        return isIn != isNegated
    }

    /// How long it takes to look for a character, in comparisons; the cases of a letter are found in tables.
    var cost: Int { ignoresCase ? 3 * parts.count + 8 : parts.count }

    static func one(_ scalar: Unicode.Scalar) -> ScalarSet { ScalarSet(parts: [.range(scalar...scalar)]) }

    static let any = ScalarSet(parts: [], isNegated: true)
    static let anyButNewline = ScalarSet(parts: [.range("\n"..."\n")], isNegated: true)
    static let word = ScalarSet(parts: wordRanges.map(Part.range))
    private static let wordRanges: [ClosedRange<Unicode.Scalar>] = ["a"..."z", "A"..."Z", "0"..."9", "_"..."_"]

    /// `\d`, `\S` and their like, which are ASCII.
    static func perl(_ letter: Unicode.Scalar) -> [Part]? {
        switch letter {
        case "d": [.range("0"..."9")]
        case "D": [.not(["0"..."9"])]
        case "s": spaces.map(Part.range)
        case "S": [.not(spaces)]
        case "w": wordRanges.map(Part.range)
        case "W": [.not(wordRanges)]
        default: nil
        }
    }

    private static let spaces: [ClosedRange<Unicode.Scalar>] = ["\t"..."\n", "\u{0C}"..."\r", " "..." "]

    /// `[:alpha:]` and its like within a class.
    static func posix(_ name: String) -> [ClosedRange<Unicode.Scalar>]? {
        switch name {
        case "alnum": ["0"..."9", "A"..."Z", "a"..."z"]
        case "alpha": ["A"..."Z", "a"..."z"]
        case "ascii": ["\0"..."\u{7F}"]
        case "blank": ["\t"..."\t", " "..." "]
        case "cntrl": ["\0"..."\u{1F}", "\u{7F}"..."\u{7F}"]
        case "digit": ["0"..."9"]
        case "graph": ["!"..."~"]
        case "lower": ["a"..."z"]
        case "print": [" "..."~"]
        case "punct": ["!"..."/", ":"..."@", "["..."`", "{"..."~"]
        case "space": ["\t"..."\r", " "..." "]
        case "upper": ["A"..."Z"]
        case "word": wordRanges
        case "xdigit": ["0"..."9", "A"..."F", "a"..."f"]
        default: nil
        }
    }

    /// `\pL` and `\p{Lu}`: general categories of Unicode.
    static func categories(_ name: String) -> Set<Unicode.GeneralCategory>? {
        let found = allCategories.filter { $0.key.hasPrefix(name) }.values
        return (1...2).contains(name.utf8.count) && !found.isEmpty ? Set(found) : nil
    }

    private static let allCategories: [String: Unicode.GeneralCategory] = [
        "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter, "Lm": .modifierLetter,
        "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark, "Nd": .decimalNumber,
        "Nl": .letterNumber, "No": .otherNumber, "Pc": .connectorPunctuation, "Pd": .dashPunctuation,
        "Ps": .openPunctuation, "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation,
        "Po": .otherPunctuation, "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol, "So": .otherSymbol,
        "Zs": .spaceSeparator, "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Cc": .control, "Cf": .format,
        "Co": .privateUse, "Cs": .surrogate,
    ]
}

extension ScalarSet.Part {
    fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .range(let range): range.contains(scalar)
        case .not(let ranges): !ranges.contains { $0.contains(scalar) }
        case .category(let categories, let isNegated):
            categories.contains(scalar.properties.generalCategory) != isNegated
        }
    }
}

extension Unicode.Scalar {
    /// The same letter in upper and lower case, where that is one character.
    fileprivate var otherCases: [Unicode.Scalar] {
        [properties.lowercaseMapping, properties.uppercaseMapping].compactMap {
            $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil
        }
    }
}
