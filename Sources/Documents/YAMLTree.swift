import Yams

/// Makes our tree from the one that Yams composes, and collects what surprises people in it.
struct YAMLTree {
    private let text: TaggedText
    private var problems: [Problem] = []

    /// - Throws: ``DocumentError`` with the place of each problem.
    static func node(_ root: Yams.Node, of text: TaggedText, file: String) throws -> Node {
        var tree = YAMLTree(text: text)
        let node = tree.node(root, at: Place(file: file), depth: 0)
        if !tree.problems.isEmpty { throw DocumentError(tree.problems) }
        return node
    }

    private init(text: TaggedText) { self.text = text }

    private mutating func report(_ place: Place, _ message: Bilingual) {
        problems.append(Problem(at: place, message))
    }

    private func place(_ node: Yams.Node, in parent: Place, _ step: String? = nil) -> Place {
        let mark = node.mark.map { text.written($0) }
        return Place(
            file: parent.file, line: mark?.line, column: mark?.column,
            pointer: step.map { parent.appending($0) } ?? parent.pointer)
    }

    private mutating func node(_ node: Yams.Node, at place: Place, depth: Int) -> Node {
        let place = self.place(node, in: place)
        guard depth < Node.depthMax else {
            report(place, .tooDeep)
            return Node(Node.Value.null, at: place)
        }
        guard !isAnchored(node, at: place) else { return Node(Node.Value.null, at: place) }
        switch node {
        case .scalar(let scalar): return Node(value(of: scalar, at: place), at: place)
        case .sequence(let sequence):
            let list = sequence.enumerated().map { index, element in
                self.node(element, at: self.place(element, in: place, String(index)), depth: depth + 1)
            }
            return Node(.list(list), at: place)
        case .mapping(let mapping):
            return Node(.map(entries(of: mapping, at: place, depth: depth)), at: place)
        case .alias: return Node(Node.Value.null, at: place)
        }
    }

    private mutating func entries(of mapping: Yams.Node.Mapping, at place: Place, depth: Int) -> [Node.Entry] {
        var entries: [Node.Entry] = []
        var seen: Set<String> = []
        for (key, element) in mapping {
            guard let name = key.scalar?.string else {
                report(self.place(key, in: place, "?"), .notPlainKey)
                continue
            }
            let keyPlace = self.place(key, in: place, name)
            guard !isAnchored(key, at: keyPlace) else { continue }
            checkCharacters(name, at: keyPlace)
            if !seen.insert(name).inserted {
                report(keyPlace, .writtenTwice(name))
            }
            let value = node(element, at: self.place(element, in: place, name), depth: depth + 1)
            entries.append(Node.Entry(key: name, keyPlace: keyPlace, value: value))
        }
        return entries
    }

    /// What an alias stands for has been put in its place already, so that a few lines could stand for millions.
    private mutating func isAnchored(_ node: Yams.Node, at place: Place) -> Bool {
        guard node.anchor != nil else { return false }
        report(place, .anchored)
        return true
    }

    /// Escapes (`"\u202E"`) must not bring in what the text itself may not hold.
    private mutating func checkCharacters(_ text: String, at place: Place) {
        if let scalar = text.unicodeScalars.first(where: { !$0.isPlainToSee }) { report(place, .hidden(scalar)) }
    }

    /// YAML 1.2 core schema, for plain scalars only; whatever is quoted is text.
    private mutating func value(of scalar: Yams.Node.Scalar, at place: Place) -> Node.Value {
        checkCharacters(scalar.string, at: place)
        guard scalar.style == .plain else { return .text(scalar.string) }
        switch scalar.string {
        case "", "~", "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        case let text where ["yes", "no", "on", "off"].contains(text.lowercased()):
            report(
                place,
                Bilingual(
                    id: "'\(text)' bisa berarti teks atau benar/salah: tulis true, false atau \"\(text)\"",
                    en: "'\(text)' may be text or a boolean: write true, false or \"\(text)\""))
            return .null
        case let text:
            if let integer = Int64(text) { return .integer(integer) }
            if text.contains("."), text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }), let number = Double(text)
            {
                return .number(number)
            }
            return .text(text)
        }
    }
}

extension Bilingual {
    static let tooDeep = Bilingual(id: "terlalu dalam bersarang", en: "nested too deeply")
    static let notPlainKey = Bilingual(id: "kunci harus berupa teks", en: "a key must be plain text")
    static func writtenTwice(_ key: String) -> Bilingual {
        Bilingual(id: "kunci ditulis dua kali: \(key)", en: "key written twice: \(key)")
    }
    static let anchored = Bilingual(id: "anchor dan alias tidak dipakai", en: "anchors and aliases are not used")
}
