public import Calendars
public import Documents

/// The value of a field that a workflow declares. Written in JSON as itself; a date is its ISO text.
public enum FieldValue: Sendable, Equatable, Hashable {
    case text(String)
    case integer(Int64)
    /// Never a whole number: those are `integer`, so that a value reads back as it was written.
    case decimal(Double)
    case bool(Bool)

    public init(_ number: Double) {
        self = Int64(exactly: number).map { .integer($0) } ?? .decimal(number)
    }

    public var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .decimal(let decimal): decimal
        case .text, .bool: nil
        }
    }

    public var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }
    public var text: String? { if case .text(let text) = self { text } else { nil } }
    public var date: Day? { text.flatMap { Day($0) } }

    public var json: JSON {
        switch self {
        case .text(let text): .text(text)
        case .integer(let integer): .integer(integer)
        case .decimal(let decimal): .number(decimal)
        case .bool(let bool): .bool(bool)
        }
    }
}

extension FieldValue: Codable {
    public init(from decoder: any Decoder) throws {
        switch try JSON(from: decoder) {
        case .text(let text): self = .text(text)
        case .integer(let integer): self = .integer(integer)
        case .number(let number): self = FieldValue(number)
        case .bool(let bool): self = .bool(bool)
        case .null, .list, .object:
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a field holds text, a number or a boolean"))
        }
    }

    public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

extension FieldValue: SchemaDescribed {
    public static var schema: JSON { ["type": ["string", "number", "boolean"]] }
    public static var plausible: FieldValue { .text("") }
}

/// A value with the day it was true and who says so. Facts are never overwritten: a newer figure stands beside the
/// older, and two sources that disagree are both kept.
public struct Figure: Sendable, Equatable, Codable {
    public var value: FieldValue
    public var asOf: Day?
    public var source: String?

    public init(value: FieldValue, asOf: Day? = nil, source: String? = nil) {
        self.value = value
        self.asOf = asOf
        self.source = source
    }

    enum CodingKeys: String, CodingKey {
        case value
        case asOf = "as_of"
        case source
    }
}
