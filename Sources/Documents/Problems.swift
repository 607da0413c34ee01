/// Collects what is wrong while a document is read.
public final class Problems {
    public private(set) var all: [Problem] = []

    public init() {}

    /// - Parameter suggestion: what was perhaps meant. It takes time to find, so that in a document which is wrong
    ///   throughout only the first problems have one.
    public func report(_ place: Place, _ message: Bilingual, suggestion: @autoclosure () -> String? = nil) {
        all.append(Problem(at: place, message, suggestion: all.count < 100 ? suggestion() : nil))
    }

    /// Reads something that stands by itself, such as another file, and collects its problems.
    ///
    /// - Returns: nil where there were some.
    public func collect<Value>(_ read: () throws -> Value) throws -> Value? {
        do { return try read() } catch let error as DocumentError {
            all += error.problems
            return nil
        }
    }

    /// - Throws: ``DocumentError`` if anything has been reported, by file and line.
    public func check() throws {
        if all.isEmpty { return }
        throw DocumentError(
            all.sorted { ($0.place.file ?? "", $0.place.line ?? 0) < ($1.place.file ?? "", $1.place.line ?? 0) })
    }

    public func text(_ node: Node) -> String? {
        switch node.value {
        case .text(let text): return text
        default: return wrongType(node, Bilingual(id: "teks", en: "text"))
        }
    }

    public func integer(_ node: Node) -> Int64? {
        switch node.value {
        case .integer(let integer): return integer
        default: return wrongType(node, Bilingual(id: "bilangan bulat", en: "a whole number"))
        }
    }

    public func number(_ node: Node) -> Double? {
        switch node.value {
        case .integer(let integer): return Double(integer)
        case .number(let number): return number
        default: return wrongType(node, Bilingual(id: "bilangan", en: "a number"))
        }
    }

    public func bool(_ node: Node) -> Bool? {
        switch node.value {
        case .bool(let bool): return bool
        default: return wrongType(node, Bilingual(id: "true atau false", en: "true or false"))
        }
    }

    public func list(_ node: Node) -> [Node]? {
        switch node.value {
        case .list(let list): return list
        default: return wrongType(node, Bilingual(id: "daftar", en: "a list"))
        }
    }

    /// An object whose values are all text.
    public func texts(_ node: Node) -> [String: String] {
        guard case .map(let entries) = node.value else {
            wrongType(node, Bilingual(id: "objek berisi teks", en: "an object of texts"))
            return [:]
        }
        return .init(entries.compactMap { entry in text(entry.value).map { (entry.key, $0) } }) { $1 }
    }

    public func choice<Choice: CaseIterable & RawRepresentable>(
        _ node: Node, _ type: Choice.Type = Choice.self
    )
        -> Choice? where Choice.RawValue == String
    {
        guard let text = text(node) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        report(
            node.place,
            Bilingual(
                id: "'\(text)' bukan salah satu dari \(known.joined(separator: ", "))",
                en: "'\(text)' is not one of \(known.joined(separator: ", "))"),
            suggestion: nearest(to: text, among: known))
        return nil
    }

    /// Reads a text that a type knows how to parse, such as a date.
    public func parsed<Value>(_ node: Node, as what: Bilingual, _ parse: (String) -> Value?) -> Value? {
        guard let text = text(node) else { return nil }
        if let value = parse(text) { return value }
        report(node.place, Bilingual(id: "'\(text)' bukan \(what.id)", en: "'\(text)' is not \(what.en)"))
        return nil
    }

    @discardableResult
    func wrongType<Value>(_ node: Node, _ wanted: Bilingual) -> Value? {
        report(
            node.place,
            Bilingual(
                id: "seharusnya \(wanted.id), bukan \(node.kind.id)", en: "must be \(wanted.en), not \(node.kind.en)"))
        return nil
    }

    func wrongType(_ node: Node, _ wanted: Bilingual) {
        let _: Never? = wrongType(node, wanted)
    }
}

extension Node {
    fileprivate var kind: Bilingual {
        switch value {
        case .null: Bilingual(id: "kosong", en: "null")
        case .bool: Bilingual(id: "true/false", en: "true/false")
        case .integer: Bilingual(id: "bilangan bulat", en: "a whole number")
        case .number: Bilingual(id: "bilangan pecahan", en: "a fraction")
        case .text: Bilingual(id: "teks", en: "text")
        case .list: Bilingual(id: "daftar", en: "a list")
        case .map: Bilingual(id: "objek", en: "an object")
        }
    }
}
