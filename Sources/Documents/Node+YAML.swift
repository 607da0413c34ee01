import Yams

extension Node {
    /// The most that is read of one file; a workflow of 100 states has about 60 kB.
    public static let yamlBytesMax = 1_048_576
    static let depthMax = 32

    /// Reads one YAML document.
    ///
    /// Stricter than YAML where YAML surprises people: no anchors or aliases, and a plain `yes`, `no`, `on` or `off`
    /// is refused, since some readers take it for a boolean and some for text.
    ///
    /// - Throws: ``DocumentError`` with the place of each problem.
    public init(yaml text: String, file: String) throws {
        func refuse(_ line: Int?, _ column: Int?, _ message: Bilingual) -> DocumentError {
            DocumentError([Problem(at: Place(file: file, line: line, column: column), message)])
        }
        guard text.utf8.count <= Node.yamlBytesMax else {
            throw refuse(
                1, 1,
                Bilingual(
                    id: "berkas lebih besar dari \(Node.yamlBytesMax) byte",
                    en: "the file is larger than \(Node.yamlBytesMax) bytes"))
        }
        let root: Yams.Node?
        let parser: Parser
        do {
            parser = try Parser(yaml: text)
            root = try parser.singleRoot()
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw refuse(
                    mark.line, mark.column,
                    Bilingual(id: "bukan YAML yang sah: \(problem)", en: "not valid YAML: \(problem)"))
            case .duplicatedKeysInMapping(let duplicates, let context):
                let keys = duplicates.joined(separator: ", ")
                throw refuse(
                    context.mark.line, context.mark.column,
                    Bilingual(id: "kunci ditulis dua kali: \(keys)", en: "key written twice: \(keys)"))
            default:
                throw refuse(nil, nil, Bilingual(id: "bukan YAML yang sah: \(error)", en: "not valid YAML: \(error)"))
            }
        }
        guard let root else { throw refuse(1, 1, Bilingual(id: "berkas kosong", en: "the file is empty")) }
        var problems: [Problem] = []
        // A node knows its anchor only as long as its parser lives.
        self = withExtendedLifetime(parser) {
            Node(yams: root, place: Place(file: file), depth: 0, problems: &problems)
        }
        if !problems.isEmpty { throw DocumentError(problems) }
    }

    private init(yams node: Yams.Node, place parent: Place, depth: Int, problems: inout [Problem]) {
        let place = Place(file: parent.file, line: node.mark?.line, column: node.mark?.column, pointer: parent.pointer)
        func step(_ name: String, _ mark: Mark?) -> Place {
            Place(file: place.file, line: mark?.line, column: mark?.column, pointer: place.appending(name))
        }
        guard depth < Node.depthMax else {
            problems.append(Problem(at: place, Bilingual(id: "terlalu dalam bersarang", en: "nested too deeply")))
            self.init(Value.null, at: place)
            return
        }
        // What an alias stands for has been put in its place already, so that a few lines could stand for millions.
        guard node.anchor == nil else {
            problems.append(
                Problem(
                    at: place, Bilingual(id: "anchor dan alias tidak dipakai", en: "anchors and aliases are not used")))
            self.init(Value.null, at: place)
            return
        }
        switch node {
        case .scalar(let scalar):
            self.init(Node.value(of: scalar, at: place, problems: &problems), at: place)
        case .sequence(let sequence):
            var list: [Node] = []
            for (index, element) in sequence.enumerated() {
                list.append(
                    Node(yams: element, place: step(String(index), element.mark), depth: depth + 1, problems: &problems)
                )
            }
            self.init(.list(list), at: place)
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (key, element) in mapping {
                guard let name = key.scalar?.string else {
                    problems.append(
                        Problem(
                            at: step("?", key.mark),
                            Bilingual(id: "kunci harus berupa teks", en: "a key must be plain text")))
                    continue
                }
                entries.append(
                    Entry(
                        key: name, keyPlace: step(name, key.mark),
                        value: Node(
                            yams: element, place: step(name, element.mark), depth: depth + 1, problems: &problems)))
            }
            self.init(.map(entries), at: place)
        case .alias:
            self.init(Value.null, at: place)
        }
    }

    /// YAML 1.2 core schema, for plain scalars only; whatever is quoted is text.
    private static func value(of scalar: Yams.Node.Scalar, at place: Place, problems: inout [Problem]) -> Value {
        guard scalar.style == .plain else { return .text(scalar.string) }
        switch scalar.string {
        case "", "~", "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        case let text where ["yes", "no", "on", "off"].contains(text.lowercased()):
            problems.append(
                Problem(
                    at: place,
                    Bilingual(
                        id: "'\(text)' bisa berarti teks atau benar/salah: tulis true, false atau \"\(text)\"",
                        en: "'\(text)' may be text or a boolean: write true, false or \"\(text)\"")))
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
