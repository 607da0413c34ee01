/// How two values stand to each other; a number and NaN stand in no order.
enum Order {
    case less, equal, greater, none

    init<Element: Comparable>(_ a: Element, _ b: Element) {
        self = a < b ? .less : a > b ? .greater : a == b ? .equal : .none
    }
}

extension Value {
    /// - Throws: for types without an order, and for two of different types that are not both numbers.
    func order(_ other: Value, _ meter: inout Meter) throws(ExpressionError.Reason) -> Order? {
        switch (self, other) {
        case (.int(let a), .int(let b)): return Order(a, b)
        case (.bool(let a), .bool(let b)): return Order(a ? 1 : 0, b ? 1 : 0)
        case (.string(let a), .string(let b)):
            try meter.spend(bytes: min(a.utf8.count, b.utf8.count))
            // Bytes of UTF-8 stand in the order of their code points.
            return a.utf8.lexicographicallyPrecedes(b.utf8)
                ? .less : b.utf8.lexicographicallyPrecedes(a.utf8) ? .greater : .equal
        case (.bytes(let a), .bytes(let b)):
            try meter.spend(bytes: min(a.count, b.count))
            return a.lexicographicallyPrecedes(b) ? .less : b.lexicographicallyPrecedes(a) ? .greater : .equal
        case (.timestamp(let a), .timestamp(let b)): return Order(a, b)
        case (.duration(let a), .duration(let b)): return Order(a, b)
        default: return kind.isNumeric && other.kind.isNumeric ? numericOrder(other) : nil
        }
    }

    /// A whole number is compared with a `double` as a `double`, so that the largest `int` and 2^63 are equal, as the
    /// conformance suite has it.
    func numericOrder(_ other: Value) -> Order {
        switch (self, other) {
        case (.int(let a), .int(let b)): Order(a, b)
        case (.uint(let a), .uint(let b)): Order(a, b)
        case (.double(let a), .double(let b)): Order(a, b)
        case (.int(let a), .uint(let b)): a < 0 ? .less : Order(UInt64(a), b)
        case (.uint(let a), .int(let b)): b < 0 ? .greater : Order(a, UInt64(b))
        case (.int(let a), .double(let b)): Order(Double(a), b)
        case (.uint(let a), .double(let b)): Order(Double(a), b)
        case (.double(let a), .int(let b)): Order(a, Double(b))
        case (.double(let a), .uint(let b)): Order(a, Double(b))
        default: .none
        }
    }
}
