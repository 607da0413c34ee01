import Documents
import Expressions

/// The value of an expression that must have one; otherwise what came instead, which no test expects.
func value(
    _ source: String, _ values: [String: Value] = [:], functions: [Function] = []
) throws -> Evaluation {
    try Expression(parsing: source).evaluate(Environment(values, functions: functions))
}

/// The error of an expression that cannot be read.
func syntaxError(_ source: String, limits: SyntaxLimits = .standard) -> ExpressionError? {
    do throws(ExpressionError) {
        _ = try Expression(parsing: source, limits: limits)
        return nil
    } catch {
        return error
    }
}

/// Variables that end in `?` in a table of tests have no value; the others do not exist.
let missing = Bilingual(id: "belum diisi", en: "has no value")

/// Numbers that look random and are the same in every run (Steele and others, "SplitMix", 2014).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

extension Evaluation {
    var reason: ExpressionError.Reason? { if case .failed(let error) = self { error.reason } else { nil } }
    var unknowns: [Unknown]? { if case .unknown(let unknowns) = self { unknowns } else { nil } }
}

extension String {
    /// The part of a source that a range of UTF-8 offsets names; nil if it lies outside or cuts a character in two.
    func part(_ range: Range<Int>) -> String? {
        let bytes = Array(utf8)
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
        return String(validating: bytes[range], as: UTF8.self)
    }
}
