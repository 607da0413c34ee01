/// A type that says itself what its JSON looks like, because what it asks a decoder for does not tell.
public protocol SchemaDescribed: Decodable {
    /// JSON Schema 2020-12, of keywords that draft 7 knows too.
    static var schema: JSON { get throws }
    /// A value that is handed to whoever reads one, so that reading goes on.
    static var plausible: Self { get }
}

extension String: SchemaDescribed {
    public static var schema: JSON { ["type": "string"] }
    public static var plausible: String { "" }
}

extension Bool: SchemaDescribed {
    public static var schema: JSON { ["type": "boolean"] }
    public static var plausible: Bool { false }
}

extension Int: SchemaDescribed {
    public static var schema: JSON { ["type": "integer"] }
    public static var plausible: Int { 1 }
}

extension Int64: SchemaDescribed {
    public static var schema: JSON { ["type": "integer", "format": "int64"] }
    public static var plausible: Int64 { 1 }
}

extension Double: SchemaDescribed {
    public static var schema: JSON { ["type": "number"] }
    public static var plausible: Double { 1 }
}

extension Array: SchemaDescribed where Element: Decodable {
    public static var schema: JSON {
        get throws { ["type": "array", "items": try SchemaRecorder.schema(of: Element.self)] }
    }
    public static var plausible: [Element] { [] }
}

extension Dictionary: SchemaDescribed where Key == String, Value: Decodable {
    public static var schema: JSON {
        get throws { ["type": "object", "additionalProperties": try SchemaRecorder.schema(of: Value.self)] }
    }
    public static var plausible: [String: Value] { [:] }
}

/// Anything at all.
extension JSON: SchemaDescribed {
    public static var schema: JSON { [:] }
    public static var plausible: JSON { .null }
}
