/// The running state of one evaluation.
struct Run {
    var meter: Meter
    /// Where the budget was spent.
    var stoppedAt: Range<Int>?
    /// The patterns read so far: a macro asks for the same one again and again.
    private var patterns: [String: RegularExpression] = [:]

    init(budget: Int) { meter = Meter(budget) }

    mutating func pattern(_ text: String) throws(ExpressionError.Reason) -> RegularExpression {
        if let known = patterns[text] { return known }
        let pattern = try RegularExpression(text, &meter)
        patterns[text] = pattern
        return pattern
    }
}

/// What keeps a term that needs all its operands from having a value.
struct Doubts {
    private var unknowns: [Unknown] = []
    private var places: Set<Range<Int>> = []
    private var error: ExpressionError?

    init(_ evaluations: Evaluation...) {
        for evaluation in evaluations { add(evaluation) }
    }

    mutating func add(_ evaluation: Evaluation) {
        switch evaluation {
        case .value: break
        // Each place is told once, however often a macro comes by.
        case .unknown(let more):
            for unknown in more where places.insert(unknown.range).inserted { unknowns.append(unknown) }
        case .failed(let error): if self.error == nil { self.error = error }
        }
    }

    /// nil if all operands have values.
    var evaluation: Evaluation? {
        unknowns.isEmpty ? error.map(Evaluation.failed) : .unknown(unknowns)
    }
}
