/// Where something stands in what a person or a program wrote.
public struct Place: Sendable, Equatable, Hashable {
    /// The file's name; nil for a request body.
    public var file: String?
    /// Counted from 1; nil where the format does not tell (JSON bodies).
    public var line: Int?
    public var column: Int?
    /// The path inside the document as a JSON Pointer (RFC 6901); empty for the whole.
    public var pointer: String

    public init(file: String? = nil, line: Int? = nil, column: Int? = nil, pointer: String = "") {
        self.file = file
        self.line = line
        self.column = column
        self.pointer = pointer
    }

    func appending(_ step: String) -> String {
        pointer + "/" + step.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}

extension Place: CustomStringConvertible {
    /// `file:line:column` as compilers write it, or the pointer.
    public var description: String {
        guard let file else { return pointer.isEmpty ? "/" : pointer }
        guard let line, let column else { return file }
        return "\(file):\(line):\(column)"
    }
}

/// A document's tree in which each value knows its place. YAML files and JSON bodies are read through the same tree,
/// so that both are read equally strictly.
public struct Node: Sendable, Equatable {
    public indirect enum Value: Sendable, Equatable {
        case null
        case bool(Bool)
        case integer(Int64)
        case number(Double)
        case text(String)
        case list([Node])
        case map([Entry])
    }

    public struct Entry: Sendable, Equatable {
        public var key: String
        public var keyPlace: Place
        public var value: Node

        public init(key: String, keyPlace: Place, value: Node) {
            self.key = key
            self.keyPlace = keyPlace
            self.value = value
        }
    }

    public var value: Value
    public var place: Place

    public init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }

    /// Reads a JSON value that has been parsed already; places are pointers.
    public init(_ json: JSON, at place: Place = Place()) {
        self.place = place
        func step(_ name: String) -> Place { Place(file: place.file, pointer: place.appending(name)) }
        value =
            switch json {
            case .null: .null
            case .bool(let bool): .bool(bool)
            case .integer(let integer): .integer(integer)
            case .number(let number): .number(number)
            case .text(let text): .text(text)
            case .list(let list): .list(list.enumerated().map { Node($1, at: step(String($0))) })
            case .object(let object):
                .map(
                    object.sorted { $0.key < $1.key }.map {
                        Entry(key: $0, keyPlace: step($0), value: Node($1, at: step($0)))
                    })
            }
    }

    /// The same tree without places.
    public var json: JSON {
        switch value {
        case .null: .null
        case .bool(let bool): .bool(bool)
        case .integer(let integer): .integer(integer)
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        case .list(let list): .list(list.map(\.json))
        case .map(let entries): .object(.init(entries.map { ($0.key, $0.value.json) }) { $1 })
        }
    }
}
