import Documents
import Testing

/// What a type asks for is what its schema says.
@Suite struct SchemaRecorderTests {
    private enum Colour: String, Codable, CaseIterable { case red, deepBlue = "deep_blue" }
    private struct Inner: Codable { var name: String, on: Bool? }
    private struct Outer: Codable {
        var text: String
        var count: Int64?
        var share: Double
        var colour: Colour
        var inner: Inner?
        var list: [Inner]
        var words: [String: [Colour]]
        var anything: JSON

        enum CodingKeys: String, CodingKey {
            case text, share, colour, inner, list, words, anything
            case count = "head_count"
        }
    }
    private struct Worded: Decodable {
        init(from decoder: any Decoder) throws { _ = try decoder.singleValueContainer().decode(String.self) }
    }
    /// Reads the same object twice, and an object inside.
    private struct Scattered: Decodable {
        private enum First: String, CodingKey { case a, inside }
        private enum Second: String, CodingKey { case b }

        init(from decoder: any Decoder) throws {
            let first = try decoder.container(keyedBy: First.self)
            _ = try first.decode(Int.self, forKey: .a)
            _ = try decoder.container(keyedBy: Second.self).decodeIfPresent(Worded.self, forKey: .b)
            _ = try first.nestedContainer(keyedBy: Second.self, forKey: .inside).decode(Bool.self, forKey: .b)
        }
    }

    @Test func `keys, types and what may be absent are seen`() throws {
        let inner: JSON = [
            "type": "object", "properties": ["name": ["type": "string"], "on": ["type": "boolean"]],
            "required": ["name"],
        ]
        let colour: JSON = ["type": "string", "enum": ["red", "deep_blue"]]
        #expect(
            try SchemaRecorder.schema(of: Outer.self) == [
                "type": "object",
                "properties": [
                    "text": ["type": "string"], "head_count": ["type": "integer", "format": "int64"],
                    "share": ["type": "number"], "colour": colour, "inner": inner,
                    "list": ["type": "array", "items": inner],
                    "words": ["type": "object", "additionalProperties": ["type": "array", "items": colour]],
                    "anything": [:],
                ], "required": ["anything", "colour", "list", "share", "text", "words"],
            ])
    }

    @Test func `a type that reads by hand is seen as well`() throws {
        #expect(
            try SchemaRecorder.schema(of: Scattered.self) == [
                "type": "object",
                "properties": [
                    "a": ["type": "integer"], "b": ["type": "string"],
                    "inside": [
                        "type": "object", "properties": ["b": ["type": "boolean"]], "required": ["b"],
                    ],
                ], "required": ["a", "inside"],
            ])
    }

    private struct Enumerating: Decodable {
        private enum Key: String, CodingKey { case a }
        init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: Key.self).allKeys }
    }
    private struct Undecided: Decodable {
        init(from decoder: any Decoder) throws { _ = try decoder.singleValueContainer().decodeNil() }
    }
    private struct Itemised: Decodable {
        init(from decoder: any Decoder) throws { _ = try decoder.unkeyedContainer() }
    }
    private enum Uncounted: String, Decodable { case a }

    @Test func `what cannot be seen is refused`() {
        for type in [Enumerating.self, Undecided.self, Itemised.self, Uncounted.self] as [any Decodable.Type] {
            #expect(throws: DecodingError.self, "\(type)") { try SchemaRecorder.schema(of: type) }
            #expect(throws: DecodingError.self, "\(type)") {
                try SchemaRecorder.schema { _ = try type.init(from: $0) }
            }
        }
    }
}
