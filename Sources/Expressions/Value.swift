/// A value of the Common Expression Language (langdef, "Values").
///
/// `==` asks whether two values are the very same: `1`, `1u` and `1.0` differ. What an expression calls equal is
/// ``isEqual(to:)``.
public enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([Value])
    case map(ValueMap)
    case timestamp(Timestamp)
    case duration(TimeSpan)
    case type(Kind)

    /// The type of a value at run time; its raw value is the name that an expression uses for it.
    public enum Kind: String, Sendable, CaseIterable {
        case null = "null_type"
        case bool, int, uint, double, string, bytes, list, map, type
        case timestamp = "google.protobuf.Timestamp"
        case duration = "google.protobuf.Duration"
    }

    public var kind: Kind {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list
        case .map: .map
        case .timestamp: .timestamp
        case .duration: .duration
        case .type: .type
        }
    }

    /// A map with text keys, the usual shape of a record.
    public static func record(_ fields: [String: Value]) -> Value { .map(ValueMap(fields)) }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
    public init(nilLiteral: ()) { self = .null }
}
