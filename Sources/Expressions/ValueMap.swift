/// A map from `bool`, `int`, `uint` and `string` to values, in the order in which it was written.
///
/// Numbers are one line of keys: `1`, `1u` and `1.0` find the same entry (langdef, "Equality").
public struct ValueMap: Sendable {
    public struct Entry: Sendable, Equatable {
        public let key: Value
        public let value: Value
    }

    public private(set) var entries: [Entry] = []
    private var places: [Key: Int] = [:]

    public init() {}

    /// A record. Its fields are put in order, so that the same record is always walked in the same way.
    public init(_ fields: [String: Value]) {
        for (name, value) in fields.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            places[.text(name)] = entries.count
            entries.append(Entry(key: .string(name), value: value))
        }
    }

    public var count: Int { entries.count }

    /// The value at a key, whichever of the three types of numbers the key is.
    public subscript(key: Value) -> Value? {
        guard let key = Key(key), let place = places[key] else { return nil }
        return entries[place].value
    }

    subscript(field field: String) -> Value? {
        places[.text(field)].map { entries[$0].value }
    }

    /// Adds an entry.
    ///
    /// - Throws: if the key is taken already or its type cannot be a key.
    public mutating func insert(_ value: Value, at key: Value) throws(ExpressionError.Reason) {
        guard key.kind != .double, let unique = Key(key) else { throw .unsupportedKey(ValueType(key.kind)) }
        guard places.updateValue(entries.count, forKey: unique) == nil else { throw .duplicateKey(key.excerpt) }
        entries.append(Entry(key: key, value: value))
    }
}

extension ValueMap: Equatable {
    /// The order of the entries does not count; whether a key is an `int` or a `uint` does.
    public static func == (a: ValueMap, b: ValueMap) -> Bool {
        a.count == b.count
            && a.entries.allSatisfy { entry in
                Key(entry.key).flatMap { b.places[$0] }.map { b.entries[$0] == entry } ?? false
            }
    }
}

/// What makes two keys one.
private enum Key: Hashable {
    case bool(Bool)
    case integer(Int64)
    case large(UInt64)
    case text(String)

    /// - Returns: nil for what is never a key, such as `1.5`.
    init?(_ value: Value) {
        switch value {
        case .bool(let bool): self = .bool(bool)
        case .int(let int): self = .integer(int)
        case .uint(let uint): self = Int64(exactly: uint).map(Key.integer) ?? .large(uint)
        case .string(let text): self = .text(text)
        case .double(let double):
            if let int = Int64(exactly: double) {
                self = .integer(int)
            } else if let uint = UInt64(exactly: double) {
                self = .large(uint)
            } else {
                return nil
            }
        default: return nil
        }
    }

    static func == (a: Key, b: Key) -> Bool {
        switch (a, b) {
        case (.bool(let a), .bool(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.large(let a), .large(let b)): a == b
        // Code points count, not canonical equivalence, which is Swift's own notion.
        case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .bool(let bool): hasher.combine(bool)
        case .integer(let integer): hasher.combine(integer)
        case .large(let large): hasher.combine(large)
        case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
        }
    }
}
