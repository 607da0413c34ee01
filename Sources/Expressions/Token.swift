/// A word of an expression.
struct Token {
    enum Kind: Equatable {
        case identifier(String)
        /// A name in backticks, which may hold what an identifier may not.
        case quoted(String)
        /// The digits without a sign, which is an operator.
        case int(UInt64)
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        case symbol(Symbol)
        case end
    }

    enum Symbol: String {
        case leftParenthesis = "("
        case rightParenthesis = ")"
        case leftBracket = "["
        case rightBracket = "]"
        case leftBrace = "{"
        case rightBrace = "}"
        case comma = ","
        case dot = "."
        case colon = ":"
        case question = "?"
        case not = "!"
        case and = "&&"
        case or = "||"
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divide = "/"
        case modulo = "%"
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case `in`
        case `true`
        case `false`
        case null
    }

    let kind: Kind
    let range: Range<Int>

    /// Words kept free for languages in which expressions are embedded (langdef, "Syntax").
    static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "namespace",
        "package", "return", "var", "void", "while",
    ]
}
