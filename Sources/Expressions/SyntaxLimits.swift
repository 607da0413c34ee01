/// How large an expression may be. The language asks for 32 of everything (langdef, "Syntax").
public struct SyntaxLimits: Sendable, Equatable {
    /// Of the source, in UTF-8.
    public var bytes: Int
    /// Of terms within terms, and of parentheses within parentheses.
    public var depth: Int
    public var terms: Int

    public init(bytes: Int = 65_536, depth: Int = 100, terms: Int = 4_096) {
        self.bytes = bytes
        self.depth = depth
        self.terms = terms
    }

    /// 64 KiB, 100 levels, 4,096 terms.
    public static let standard = SyntaxLimits()
}
