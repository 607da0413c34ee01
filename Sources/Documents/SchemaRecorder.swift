/// Makes JSON Schema (2020-12) of types by letting them read: what they ask for is what they are written as.
///
/// A key that may be absent is one whose presence is asked before it is read. What cannot be seen so, such as a type that
/// tries one reading after another, is ``SchemaDescribed`` or refused. A type that holds itself has no end here.
public enum SchemaRecorder {
    public static func schema<Value: Decodable>(of type: Value.Type) throws -> JSON { try record(type).schema }

    /// The object that something reads.
    public static func schema(reading read: (any Decoder) throws -> Void) throws -> JSON {
        let recording = Recording(codingPath: [])
        try read(recording)
        return try recording.schema
    }

    fileprivate static func record<Value: Decodable>(
        _ type: Value.Type, at path: [any CodingKey] = []
    ) throws -> (schema: JSON, value: Value) {
        if let described = type as? any SchemaDescribed.Type, let value = described.plausible as? Value {
            return (try described.schema, value)
        }
        if let choice = type as? any CaseIterable.Type, let (schema, first) = choices(choice),
            let value = first as? Value
        {
            return (schema, value)
        }
        let recording = Recording(codingPath: path)
        let value = try Value(from: recording)
        return (try recording.schema, value)
    }

    /// An enumeration that is written as one of some words.
    private static func choices<Choice: CaseIterable>(_ type: Choice.Type) -> (schema: JSON, first: Choice)? {
        let words = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        guard let first = type.allCases.first, words.count == type.allCases.count else { return nil }
        return (["type": "string", "enum": .list(words.map { .text($0) })], first)
    }
}

/// A decoder without a document.
private final class Recording: Decoder {
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]
    /// What was read as a whole, by a type that is written as one value.
    var whole: JSON?
    private var members: [String: JSON] = [:]
    private var nested: [String: Recording] = [:]
    private var optional: Set<String> = []
    /// What was asked that nothing here can answer.
    private var question: String?

    init(codingPath: [any CodingKey]) { self.codingPath = codingPath }

    var schema: JSON {
        get throws {
            if let question { throw unseen(question) }
            if let whole { return whole }
            let members = members.merging(try nested.mapValues { try $0.schema }) { $1 }
            let required = members.keys.filter { !optional.contains($0) }.sorted()
            var schema: [String: JSON] = ["type": "object", "properties": .object(members)]
            if !required.isEmpty { schema["required"] = .list(required.map { .text($0) }) }
            return .object(schema)
        }
    }

    func unseen(_ question: String) -> DecodingError {
        .dataCorrupted(
            .init(codingPath: codingPath, debugDescription: "asks \(question); it must be SchemaDescribed"))
    }

    func container<Key>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Members<Key>(recording: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unseen("for a list item by item") }
    func singleValueContainer() -> any SingleValueDecodingContainer { Whole(recording: self) }

    func wonder(_ question: String) { self.question = question }
    func mayLack(_ key: any CodingKey) { optional.insert(key.stringValue) }

    func member<Value: Decodable>(_ type: Value.Type, _ key: any CodingKey) throws -> Value {
        let (schema, value) = try SchemaRecorder.record(type, at: codingPath + [key])
        members[key.stringValue] = schema
        return value
    }

    func inside(_ key: any CodingKey) -> Recording {
        if let known = nested[key.stringValue] { return known }
        let recording = Recording(codingPath: codingPath + [key])
        nested[key.stringValue] = recording
        return recording
    }
}

private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let recording: Recording
    var codingPath: [any CodingKey] { recording.codingPath }

    var allKeys: [Key] {
        recording.wonder("which keys there are")
        return []
    }

    func contains(_ key: Key) -> Bool {
        recording.mayLack(key)
        return true
    }

    func decodeNil(forKey key: Key) -> Bool {
        recording.mayLack(key)
        return false
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try recording.member(type, key)
    }

    func nestedContainer<Inner>(keyedBy type: Inner.Type, forKey key: Key) -> KeyedDecodingContainer<Inner> {
        recording.inside(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try recording.inside(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { throw recording.unseen("for what it inherits") }
    func superDecoder(forKey key: Key) -> any Decoder { recording.inside(key) }
}

private struct Whole: SingleValueDecodingContainer {
    let recording: Recording
    var codingPath: [any CodingKey] { recording.codingPath }

    func decodeNil() -> Bool {
        recording.wonder("whether it is null")
        return false
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (schema, value) = try SchemaRecorder.record(type, at: codingPath)
        recording.whole = schema
        return value
    }
}
