public import Documents

/// What came of evaluating an expression.
public enum Evaluation: Sendable, Equatable {
    case value(Value)
    /// It cannot be told, because these names have no value.
    case unknown([Unknown])
    indirect case failed(ExpressionError)
}

/// A name in an expression whose value is missing.
public struct Unknown: Sendable, Hashable {
    public let name: String
    /// Where the expression asks for it: offsets in the UTF-8 of the source.
    public let range: Range<Int>
    public let reason: Bilingual

    public init(name: String, range: Range<Int>, reason: Bilingual) {
        self.name = name
        self.range = range
        self.reason = reason
    }
}
