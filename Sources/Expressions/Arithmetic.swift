extension Operator {
    func apply(_ a: Value, _ b: Value, _ meter: inout Meter) throws(ExpressionError.Reason) -> Value {
        switch self {
        case .equal: return .bool(try a.isEqual(to: b, &meter))
        case .notEqual: return .bool(!(try a.isEqual(to: b, &meter)))
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard let order = try a.order(b, &meter) else { throw noOverload(a, b) }
            return .bool(holds(order))
        case .in: return .bool(try b.contains(a, &meter))
        default: break
        }
        switch (a, b) {
        case (.int(let a), .int(let b)): return .int(try whole(a, b))
        case (.uint(let a), .uint(let b)): return .uint(try whole(a, b))
        case (.double(let x), .double(let y)):
            switch self {
            case .add: return .double(x + y)
            case .subtract: return .double(x - y)
            case .multiply: return .double(x * y)
            case .divide: return .double(x / y)
            default: throw noOverload(a, b)
            }
        default:
            if self == .add, let joined = try a.appending(b, &meter) { return joined }
            guard let moved = try moved(a, b) else { throw noOverload(a, b) }
            return moved
        }
    }

    private func holds(_ order: Order) -> Bool {
        switch self {
        case .less: order == .less
        case .lessOrEqual: order == .less || order == .equal
        case .greater: order == .greater
        default: order == .greater || order == .equal
        }
    }

    private func whole<Number: FixedWidthInteger>(
        _ a: Number, _ b: Number
    ) throws(ExpressionError.Reason) -> Number {
        if b == 0, self == .divide || self == .modulo { throw .divisionByZero }
        let (result, overflow) =
            switch self {
            case .add: a.addingReportingOverflow(b)
            case .subtract: a.subtractingReportingOverflow(b)
            case .multiply: a.multipliedReportingOverflow(by: b)
            case .divide: a.dividedReportingOverflow(by: b)
            default: a.remainderReportingOverflow(dividingBy: b)
            }
        guard !overflow else { throw .overflow(rawValue) }
        return result
    }

    /// Sums and differences of moments and spans; nil for other types.
    private func moved(_ a: Value, _ b: Value) throws(ExpressionError.Reason) -> Value? {
        let result: Value?
        switch (self, a, b) {
        case (.add, .timestamp(let moment), .duration(let span)), (.add, .duration(let span), .timestamp(let moment)):
            result = moment.adding(span).map(Value.timestamp)
        case (.subtract, .timestamp(let moment), .duration(let span)):
            result = moment.subtracting(span).map(Value.timestamp)
        case (.subtract, .timestamp(let later), .timestamp(let earlier)):
            result = later.since(earlier).map(Value.duration)
        case (.add, .duration(let a), .duration(let b)), (.subtract, .duration(let a), .duration(let b)):
            result = .duration(TimeSpan(nanoseconds: try whole(a.nanoseconds, b.nanoseconds)))
        default: return nil
        }
        guard let result else { throw .overflow(rawValue) }
        return result
    }

    private func noOverload(_ a: Value, _ b: Value) -> ExpressionError.Reason {
        .noOverload(rawValue, operands: [a.kind.rawValue, b.kind.rawValue])
    }
}

extension Value {
    /// `!self`.
    func inverted() throws(ExpressionError.Reason) -> Value {
        guard case .bool(let bool) = self else { throw .noOverload("!", operands: [kind.rawValue]) }
        return .bool(!bool)
    }

    /// How much of a key is read to find it.
    var keyLength: Int { if case .string(let text) = self { text.utf8.count } else { 0 } }

    /// `-self`.
    func negated() throws(ExpressionError.Reason) -> Value {
        switch self {
        case .int(let int):
            guard int != .min else { throw .overflow("-") }
            return .int(-int)
        case .double(let double): return .double(-double)
        default: throw .noOverload("-", operands: [kind.rawValue])
        }
    }

    /// Two texts, bytes or lists in one; nil for other types.
    fileprivate func appending(_ other: Value, _ meter: inout Meter) throws(ExpressionError.Reason) -> Value? {
        switch (self, other) {
        case (.string(let a), .string(let b)):
            try meter.spend(bytes: a.utf8.count + b.utf8.count)
            return .string(a + b)
        case (.bytes(let a), .bytes(let b)):
            try meter.spend(bytes: a.count + b.count)
            return .bytes(a + b)
        case (.list(let a), .list(let b)):
            try meter.spend(a.count + b.count)
            return .list(a + b)
        default: return nil
        }
    }

    /// `in`: an element of a list or a key of a map.
    fileprivate func contains(_ value: Value, _ meter: inout Meter) throws(ExpressionError.Reason) -> Bool {
        switch self {
        case .list(let elements):
            for element in elements {
                try meter.spend(1)
                if try element.isEqual(to: value, &meter) { return true }
            }
            return false
        case .map(let map):
            try meter.spend(bytes: value.keyLength)
            return map[value] != nil
        default: throw .noOverload("in", operands: [value.kind.rawValue, kind.rawValue])
        }
    }

    /// `self[index]`.
    func element(_ index: Value, _ meter: inout Meter) throws(ExpressionError.Reason) -> Value {
        switch self {
        case .list(let elements):
            let place: Int? =
                switch index {
                case .int(let int): Int(exactly: int)
                case .uint(let uint): Int(exactly: uint)
                case .double(let double): Int(exactly: double)
                default: throw .noOverload("[]", operands: [kind.rawValue, index.kind.rawValue])
                }
            guard let place, elements.indices.contains(place) else {
                throw .outOfBounds(index.excerpt, count: elements.count)
            }
            return elements[place]
        case .map(let map):
            try meter.spend(bytes: index.keyLength)
            guard let found = map[index] else { throw .noSuchKey(index.excerpt) }
            return found
        default: throw .noOverload("[]", operands: [kind.rawValue, index.kind.rawValue])
        }
    }
}
