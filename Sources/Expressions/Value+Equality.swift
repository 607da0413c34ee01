extension Value: Equatable {
    public static func == (a: Value, b: Value) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.double(let a), .double(let b)): a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.bytes(let a), .bytes(let b)): a == b
        case (.list(let a), .list(let b)): a == b
        case (.map(let a), .map(let b)): a == b
        case (.timestamp(let a), .timestamp(let b)): a == b
        case (.duration(let a), .duration(let b)): a == b
        case (.type(let a), .type(let b)): a == b
        default: false
        }
    }

    /// What `==` of an expression says: numbers of all three types are compared by their value, texts by their code
    /// points, lists and maps by what is in them; values of other different types are never equal.
    public func isEqual(to other: Value) -> Bool {
        var meter = Meter(.max)
        return (try? isEqual(to: other, &meter)) ?? false
    }

    func isEqual(to other: Value, _ meter: inout Meter) throws(ExpressionError.Reason) -> Bool {
        switch (self, other) {
        case (.string(let a), .string(let b)):
            guard a.utf8.count == b.utf8.count else { return false }
            try meter.spend(bytes: a.utf8.count)
            return a.utf8.elementsEqual(b.utf8)
        case (.bytes(let a), .bytes(let b)):
            try meter.spend(bytes: a.count)
            return a == b
        case (.list(let a), .list(let b)):
            guard a.count == b.count else { return false }
            for (mine, theirs) in zip(a, b) {
                try meter.spend(1)
                guard try mine.isEqual(to: theirs, &meter) else { return false }
            }
            return true
        case (.map(let a), .map(let b)):
            guard a.count == b.count else { return false }
            for entry in a.entries {
                try meter.spend(1)
                guard let theirs = b[entry.key], try entry.value.isEqual(to: theirs, &meter) else { return false }
            }
            return true
        default:
            if kind.isNumeric, other.kind.isNumeric { return numericOrder(other) == .equal }
            return self == other
        }
    }
}

extension Value.Kind {
    var isNumeric: Bool { self == .int || self == .uint || self == .double }
}
