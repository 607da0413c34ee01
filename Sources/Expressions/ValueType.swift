/// A type as the checker sees it (langdef, "Gradual Type Checking").
public indirect enum ValueType: Sendable, Hashable {
    case null, bool, int, uint, double, string, bytes, timestamp, duration, type
    case list(ValueType)
    case map(ValueType, ValueType)
    /// Any type at all; only evaluation shows which.
    case dyn

    init(_ kind: Value.Kind) {
        self =
            switch kind {
            case .null: .null
            case .bool: .bool
            case .int: .int
            case .uint: .uint
            case .double: .double
            case .string: .string
            case .bytes: .bytes
            case .list: .list(.dyn)
            case .map: .map(.dyn, .dyn)
            case .timestamp: .timestamp
            case .duration: .duration
            case .type: .type
            }
    }

    var isNumeric: Bool { self == .int || self == .uint || self == .double }

    /// Whether a value of the other type may stand where this one is wanted.
    func admits(_ other: ValueType) -> Bool {
        switch (self, other) {
        case (.dyn, _), (_, .dyn): true
        case (.list(let mine), .list(let theirs)): mine.admits(theirs)
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            key.admits(otherKey) && value.admits(otherValue)
        default: self == other
        }
    }

    func admits(_ value: Value) -> Bool {
        switch (self, value.kind) {
        case (.dyn, _), (.list, .list), (.map, .map): true
        case (_, let kind): self == ValueType(kind)
        }
    }

    /// Whether values of both types can be equal; lists and maps can, because all empty ones are.
    func meets(_ other: ValueType) -> Bool {
        switch (self, other) {
        case (.list, .list), (.map, .map): true
        default: admits(other) || isNumeric && other.isNumeric
        }
    }

    /// The type of a place that holds both.
    func joined(with other: ValueType) -> ValueType { self == other ? self : .dyn }
}

extension ValueType: CustomStringConvertible {
    public var description: String {
        switch self {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .type: "type"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .dyn: "dyn"
        }
    }
}
