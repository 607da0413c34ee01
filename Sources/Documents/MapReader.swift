/// Reads one mapping strictly: each key is asked for once, wrong types and unknown keys become problems with a place.
///
/// Problems are collected, so that a person sees all of them at once. Values read while there are problems are only
/// placeholders; ``Problems/check()`` must be called before they are used.
public struct MapReader {
    public let node: Node
    private let entries: [String: Node]
    private let problems: Problems
    private let asked = Asked()

    private final class Asked { var keys: [String] = [] }

    /// - Parameter problems: where this reader and its children report to.
    public init(_ node: Node, _ problems: Problems) {
        self.node = node
        self.problems = problems
        switch node.value {
        case .map(let list):
            entries = .init(list.map { ($0.key, $0.value) }) { $1 }
        default:
            entries = [:]
            problems.wrongType(node, Bilingual(id: "objek dengan kunci", en: "an object with keys"))
        }
    }

    public func has(_ key: String) -> Bool {
        asked.keys.append(key)
        return entries[key] != nil
    }

    /// The value at a key, unless it is missing or null.
    public func optional(_ key: String) -> Node? {
        asked.keys.append(key)
        guard let value = entries[key], value.value != .null else { return nil }
        return value
    }

    public func required(_ key: String) -> Node? {
        if let value = optional(key) { return value }
        if case .map = node.value {
            var place = entries[key]?.place ?? node.place
            if place.file == nil { place.pointer = node.place.appending(key) }
            problems.report(place, Bilingual(id: "'\(key)' wajib diisi", en: "'\(key)' is required"))
        }
        return nil
    }

    public func text(_ key: String) -> String? { required(key).flatMap { problems.text($0) } }
    public func optionalText(_ key: String) -> String? { optional(key).flatMap { problems.text($0) } }
    public func integer(_ key: String) -> Int64? { required(key).flatMap { problems.integer($0) } }
    public func optionalInteger(_ key: String) -> Int64? { optional(key).flatMap { problems.integer($0) } }
    public func optionalBool(_ key: String) -> Bool? { optional(key).flatMap { problems.bool($0) } }
    public func optionalNumber(_ key: String) -> Double? { optional(key).flatMap { problems.number($0) } }
    public func list(_ key: String) -> [Node] { required(key).flatMap { problems.list($0) } ?? [] }
    public func optionalList(_ key: String) -> [Node] { optional(key).flatMap { problems.list($0) } ?? [] }

    /// A text that must be one of an enumeration's raw values.
    public func choice<Choice: CaseIterable & RawRepresentable>(
        _ key: String, _ type: Choice.Type = Choice.self
    )
        -> Choice? where Choice.RawValue == String
    {
        required(key).flatMap { problems.choice($0) }
    }

    public func optionalChoice<Choice: CaseIterable & RawRepresentable>(
        _ key: String, _ type: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        optional(key).flatMap { problems.choice($0) }
    }

    /// Reports every key that nobody asked for.
    public func finish() {
        guard case .map(let list) = node.value else { return }
        for entry in list where !asked.keys.contains(entry.key) {
            problems.report(
                entry.keyPlace, Bilingual(id: "kunci '\(entry.key)' tidak dikenal", en: "unknown key '\(entry.key)'"),
                suggestion: nearest(to: entry.key, among: asked.keys.filter { entries[$0] == nil }))
        }
    }
}
