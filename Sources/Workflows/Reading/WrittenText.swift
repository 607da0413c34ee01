import Documents

/// A text as YAML wraps it in a file, to say where in the file one of its characters stands.
///
/// Folding, indentation and line ends only change blanks. So the character that follows so many others which are no
/// blanks is the same in the text and in the file, whatever the style (YAML 1.2.2, chapters 7 and 8).
struct WrittenText {
    private enum Style {
        case plain, single, double, block
    }

    private var rest: Substring.UnicodeScalarView
    private var line = 1
    private var column = 1
    private var style = Style.plain

    /// - Parameter start: where the text begins, with its quote or its sign.
    init(from start: Place, in file: String) {
        rest = file.unicodeScalars[...]
        while !rest.isEmpty, (line, column) < (start.line ?? 1, start.column ?? 1) { advance() }
        switch rest.first {
        case "'": style = .single
        case "\"": style = .double
        case "|", ">": style = .block
        default: return
        }
        // The quote, or the sign with all that stands beside it.
        advance()
        while style == .block, let scalar = rest.first, !scalar.isLineEnd { advance() }
    }

    /// The line and column of the character at an offset in the text's UTF-8; behind the last one, if none follows.
    func position(ofByte offset: Int, in text: String) -> (line: Int, column: Int) {
        var cursor = self
        let index = text.utf8.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.endIndex
        for scalar in text.unicodeScalars[..<index] where !scalar.isBlank {
            cursor.skipBlanks()
            cursor.skipCharacter()
        }
        if text.unicodeScalars[index...].contains(where: { !$0.isBlank }) { cursor.skipBlanks() }
        return (cursor.line, cursor.column)
    }

    private mutating func advance() {
        let scalar = rest.removeFirst()
        if scalar == "\n" || (scalar == "\r" && rest.first != "\n") {
            (line, column) = (line + 1, 1)
        } else if scalar != "\r" {
            column += 1
        }
    }

    private mutating func skipBlanks() {
        while let scalar = rest.first {
            if style == .double, scalar == "\\", rest.dropFirst().first.map(Self.blankEscapes.contains) == true {
                advance()
            } else if !scalar.isBlank {
                return
            }
            advance()
        }
    }

    /// Goes over all that stands for one character.
    private mutating func skipCharacter() {
        var length = 1
        if style == .single, rest.starts(with: "''".unicodeScalars) { length = 2 }
        if style == .double, rest.first == "\\" {
            switch rest.dropFirst().first {
            case "x": length = 4
            case "u": length = 6
            case "U": length = 10
            default: length = 2
            }
        }
        for _ in 0..<length where !rest.isEmpty { advance() }
    }

    /// What stands behind a backslash for a blank, or for nothing at the end of a line.
    private static let blankEscapes: [Unicode.Scalar] = ["n", "r", "t", "f", "\t", " ", "\n", "\r"]
}

extension Unicode.Scalar {
    fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" }
    fileprivate var isBlank: Bool { isLineEnd || self == " " || self == "\t" || self == "\u{C}" }
}
