/// Where a part leads to (ECMA-376-2, 6.5). The names of parts are never guessed.
final class Relationships: PartReader {
    struct Target {
        /// The last word of the relationship's type, such as `worksheet`.
        var kind: String
        /// The part's name in the archive; nil for one outside the file.
        var part: String?
    }

    private(set) var targets: [String: Target] = [:]
    private let folder: [Substring]

    /// - Parameter part: the part whose relationships they are; empty for the package.
    init(of part: String) { folder = part.split(separator: "/").dropLast() }

    static func read(of part: String, in archive: ZipArchive, bytesMax: Int) throws -> Relationships {
        let relationships = Relationships(of: part)
        try XMLPart.read(name(for: part), of: archive, bytesMax: bytesMax, relationships)
        return relationships
    }

    /// The part that holds the relationships of another.
    static func name(for part: String) -> String {
        let steps = part.split(separator: "/")
        return (steps.dropLast() + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
    }

    /// The only part of a kind; nil where there is none.
    func part(_ kind: String) throws -> String? {
        let parts = targets.values.filter { $0.kind == kind }.map(\.part)
        guard let part = parts.first else { return nil }
        guard parts.count == 1, let part else {
            throw PartFailure.malformed(part: kind, detail: "more than one, or outside the file")
        }
        return part
    }

    func begin(_ element: XMLElement) {
        guard element.name == "Relationship", let id = element["Id"], let type = element["Type"],
            let kind = Vocabulary.kind(ofRelationship: type)
        else { return }
        let isInside = (element["TargetMode"] ?? "Internal") == "Internal"
        targets[id] = Target(kind: kind, part: isInside ? element["Target"].flatMap(resolved) : nil)
    }

    func end(_ name: String, text: String) {}

    /// A target is relative to the folder of the part that points to it, unless it begins with a slash.
    private func resolved(_ target: String) -> String? {
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") {
            switch step {
            case ".": break
            case "..":
                if steps.popLast() == nil { return nil }
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
