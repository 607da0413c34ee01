/// What an evaluation may still cost. One term, one element and a short stretch of text cost one each.
struct Meter {
    private(set) var remaining: Int

    init(_ budget: Int) { remaining = budget }

    var isSpent: Bool { remaining < 0 }

    mutating func spend(_ cost: Int) throws(ExpressionError.Reason) {
        guard cost <= remaining else {
            remaining = -1
            throw .overBudget
        }
        remaining -= cost
    }

    /// Text is moved and compared many bytes at a time.
    mutating func spend(bytes: Int) throws(ExpressionError.Reason) {
        try spend(bytes / 16)
    }
}
