public import Documents

/// Why JSON is no encoded value, and where in it.
public struct ValueFormError: ExplainedError, Equatable {
    /// The way from the outside in, such as `list[2]`.
    public let path: String
    public let message: Bilingual
    public var description: String { path.isEmpty ? message.en : "\(path): \(message.en)" }
}

extension Value {
    /// Every value as an object with its type as the only key: `{"int": "42"}`, `{"list": […]}`, `{"map": [[key,
    /// value], …]}`, `{"bytes": "00ff"}`, `{"double": "inf"}`, `{"timestamp": "…Z"}`, `{"duration": "1.5s"}`,
    /// `{"type": "int"}`, `{"null": null}`.
    public init(json: JSON) throws(ValueFormError) {
        self = try Value.read(json, path: "", depth: 0)
    }

    /// The same form, in which every value has its type with it.
    public var json: JSON {
        switch self {
        case .null: ["null": nil]
        case .bool(let bool): ["bool": .bool(bool)]
        case .int(let int): ["int": .text(String(int))]
        case .uint(let uint): ["uint": .text(String(uint))]
        case .double(let double): ["double": .text(double.jsonText)]
        case .string(let text): ["string": .text(text)]
        case .bytes(let bytes): ["bytes": .text(bytes.map(\.hexText).joined())]
        case .list(let elements): ["list": .list(elements.map(\.json))]
        case .map(let map): ["map": .list(map.entries.map { [$0.key.json, $0.value.json] })]
        case .timestamp(let timestamp): ["timestamp": .text(timestamp.description)]
        case .duration(let span): ["duration": .text(span.description)]
        case .type(let kind): ["type": .text(kind.rawValue)]
        }
    }

    private static func read(_ json: JSON, path: String, depth: Int) throws(ValueFormError) -> Value {
        guard depth < 100 else {
            throw ValueFormError(path: path, message: Bilingual(id: "terlalu dalam", en: "nested too deep"))
        }
        guard let members = json.object, members.count == 1, let (name, content) = members.first else {
            throw ValueFormError(
                path: path,
                message: Bilingual(
                    id: "seharusnya objek dengan satu kunci, misalnya {\"int\": \"42\"}",
                    en: "must be an object with one key, such as {\"int\": \"42\"}"))
        }
        let place = path.isEmpty ? name : "\(path).\(name)"
        switch (name, content) {
        case ("list", .list(let elements)):
            var list: [Value] = []
            for (index, element) in elements.enumerated() {
                list.append(try read(element, path: "\(place)[\(index)]", depth: depth + 1))
            }
            return .list(list)
        case ("map", .list(let pairs)): return .map(try map(pairs, path: place, depth: depth + 1))
        default:
            guard let scalar = scalar(name, content) else {
                throw ValueFormError(
                    path: place,
                    message: Bilingual(id: "bukan nilai '\(name.excerpt)'", en: "is no value of '\(name.excerpt)'"))
            }
            return scalar
        }
    }

    private static func map(_ pairs: [JSON], path: String, depth: Int) throws(ValueFormError) -> ValueMap {
        var map = ValueMap()
        for (index, pair) in pairs.enumerated() {
            let place = "\(path)[\(index)]"
            guard let pair = pair.list, pair.count == 2 else {
                throw ValueFormError(
                    path: place, message: Bilingual(id: "seharusnya [kunci, nilai]", en: "must be [key, value]"))
            }
            let key = try read(pair[0], path: place + "[0]", depth: depth)
            let value = try read(pair[1], path: place + "[1]", depth: depth)
            do {
                try map.insert(value, at: key)
            } catch {
                throw ValueFormError(path: place, message: error.message)
            }
        }
        return map
    }

    private static func scalar(_ name: String, _ content: JSON) -> Value? {
        switch (name, content) {
        case ("null", .null): .null
        case ("bool", .bool(let bool)): .bool(bool)
        case ("int", .text(let text)): Int64(text).map(Value.int)
        case ("int", .integer(let int)): .int(int)
        case ("uint", .text(let text)): UInt64(text).map(Value.uint)
        case ("uint", .integer(let int)): UInt64(exactly: int).map(Value.uint)
        case ("double", .text(let text)): Double(cel: text).map(Value.double)
        case ("double", .number(let double)): .double(double)
        case ("double", .integer(let int)): .double(Double(int))
        case ("string", .text(let text)): .string(text)
        case ("bytes", .text(let text)): [UInt8](hex: text).map(Value.bytes)
        case ("timestamp", .text(let text)): Timestamp(text).map(Value.timestamp)
        case ("duration", .text(let text)): TimeSpan(text).map(Value.duration)
        case ("type", .text(let text)): Kind(rawValue: text).map(Value.type)
        default: nil
        }
    }
}

extension Double {
    /// The shortest digits that read back as the same number, always with a point or an exponent.
    fileprivate var jsonText: String { isNaN ? "nan" : description }
}

extension UInt8 {
    fileprivate var hexText: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}

extension [UInt8] {
    fileprivate init?(hex text: String) {
        let digits = text.unicodeScalars.map(\.hexValue)
        guard digits.count.isMultiple(of: 2) else { return nil }
        self = []
        for start in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[start], let low = digits[start + 1] else { return nil }
            append(UInt8(high * 16 + low))
        }
    }
}
