import Documents

/// An axis of whole amounts, with marks in steps of 1, 2 or 5 times a power of ten.
struct Scale {
    let low: Int128
    let high: Int128
    /// Rising, all of them within the scale.
    let ticks: [Int128]

    /// - Parameters:
    ///   - amounts: what must find a place beside zero; each within what sums of a few 64-bit numbers reach.
    ///   - most: how many steps there may be.
    init(of amounts: [Int128], steps most: Int128) {
        let low = min(0, amounts.min() ?? 0)
        let high = max(amounts.max() ?? 0, low == 0 ? 1 : 0)
        var (step, power): (Int128, Int128) = (1, 1)
        var factors = [2, 5, 10]
        // Division goes towards zero, so the first and the last mark are never outside.
        while high / step - low / step > most {
            step = power * Int128(factors.removeFirst())
            if factors.isEmpty { (factors, power) = ([2, 5, 10], step) }
        }
        let isNothing = amounts.allSatisfy { $0 == 0 }
        ticks = isNothing ? [0] : (Int(low / step)...Int(high / step)).map { Int128($0) * step }
        (self.low, self.high) = (low, high)
    }

    /// Where an amount stands, from 0 at the bottom to 1 at the top.
    func share(_ amount: Int128) -> Double {
        Double(min(max(amount, low), high) - low) / Double(high - low)
    }

    /// What stands at the marks, all of them in one unit.
    func labels(_ language: Language) -> [String] {
        let largest = ticks.max { $0.magnitude < $1.magnitude } ?? 0
        return ticks.map { Amount($0).short(language, in: Amount(largest).unit) }
    }
}
