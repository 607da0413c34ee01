/// A strict reader of the XML that diagrams use: elements, quoted attributes, the five named entities.
struct XMLReader {
    struct Element: Equatable {
        var name: String
        var attributes: [String: String]
        /// The names of the elements around it.
        var path: [String]
        /// Its own text, without that of the elements inside.
        var text = ""
    }

    struct Malformed: Error {
        var reason: String
        var offset: Int
    }

    private(set) var elements: [Element] = []
    private let scalars: [Unicode.Scalar]
    private var offset = 0

    init(_ text: String) throws {
        scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() where !XMLReader.isAllowed(scalar) {
            throw Malformed(reason: "character U+\(String(scalar.value, radix: 16))", offset: place)
        }
        var open: [Int] = []
        while offset < scalars.count {
            if scalars[offset] == "<" {
                try readTag(&open)
            } else {
                let text = try readText(until: "<")
                if let last = open.last {
                    elements[last].text += text
                } else if text.contains(where: { !$0.isWhitespace }) {
                    throw Malformed(reason: "text outside the root", offset: offset)
                }
            }
        }
        if !open.isEmpty { throw Malformed(reason: "an element stays open", offset: offset) }
        if elements.count(where: { $0.path.isEmpty }) != 1 { throw Malformed(reason: "not one root", offset: 0) }
    }

    private mutating func readTag(_ open: inout [Int]) throws {
        offset += 1
        let isClosing = take("/")
        let name = readName()
        if name.isEmpty { throw Malformed(reason: "no name", offset: offset) }
        if isClosing {
            guard let last = open.popLast(), elements[last].name == name, take(">") else {
                throw Malformed(reason: "</\(name)> closes nothing", offset: offset)
            }
            return
        }
        var attributes: [String: String] = [:]
        while take(" ") {
            let key = readName()
            guard !key.isEmpty, take("="), take("\"") else { throw Malformed(reason: "attribute", offset: offset) }
            let value = try readText(until: "\"")
            guard take("\""), attributes.updateValue(value, forKey: key) == nil else {
                throw Malformed(reason: "attribute \(key)", offset: offset)
            }
        }
        let isEmpty = take("/")
        guard take(">") else { throw Malformed(reason: "<\(name) does not end", offset: offset) }
        elements.append(Element(name: name, attributes: attributes, path: open.map { elements[$0].name }))
        if !isEmpty { open.append(elements.count - 1) }
    }

    private mutating func readText(until end: Unicode.Scalar) throws -> String {
        var text = ""
        while offset < scalars.count, scalars[offset] != end {
            switch scalars[offset] {
            case "<", ">": throw Malformed(reason: "bare angle bracket", offset: offset)
            case "&":
                let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
                guard let entity = entities.first(where: { matches($0.key) }) else {
                    throw Malformed(reason: "unknown entity", offset: offset)
                }
                text += entity.value
                offset += entity.key.unicodeScalars.count
            default:
                text.unicodeScalars.append(scalars[offset])
                offset += 1
            }
        }
        return text
    }

    private func matches(_ text: String) -> Bool {
        scalars[offset...].starts(with: text.unicodeScalars)
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard offset < scalars.count, scalars[offset] == scalar else { return false }
        offset += 1
        return true
    }

    private mutating func readName() -> String {
        var name = ""
        while offset < scalars.count,
            scalars[offset].properties.isAlphabetic || "-_".unicodeScalars.contains(scalars[offset])
                || !name.isEmpty && ("0"..."9").contains(scalars[offset])
        {
            name.unicodeScalars.append(scalars[offset])
            offset += 1
        }
        return name
    }

    /// XML 1.0, 2.2.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...: true
        default: false
        }
    }
}
