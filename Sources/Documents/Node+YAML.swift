public import Foundation
import Yams

extension Node {
    /// The most that is read of one file; a workflow of 100 states has about 60 kB.
    public static let yamlBytesMax = 1_048_576
    static let depthMax = 32

    /// Reads one YAML document from a file's bytes, which must be UTF-8.
    ///
    /// - Throws: ``DocumentError`` with the place of each problem.
    public init(yaml data: Data, file: String) throws {
        try YAMLText.check(size: data.count, file: file)
        if let offset = String.firstOffsetNotUTF8(in: data) {
            let position = TextPosition(after: data.prefix(offset))
            throw DocumentError([
                Problem(
                    at: Place(file: file, line: position.line, column: position.column),
                    Bilingual(id: "bukan teks UTF-8", en: "not UTF-8 text"))
            ])
        }
        try self.init(yaml: String(decoding: data, as: UTF8.self), file: file)
    }

    /// Reads one YAML document.
    ///
    /// Stricter than YAML where YAML surprises people: no anchors or aliases, no tabs before a line, nothing that is not
    /// seen, and a plain `yes`, `no`, `on` or `off` is refused, since some readers take it for a boolean and some for text.
    ///
    /// - Throws: ``DocumentError`` with the place of each problem.
    public init(yaml text: String, file: String) throws {
        let text = try YAMLText(text, file: file).text
        // Yams puts what an alias stands for in its place before we see it, and compares keys made of it: a few lines can
        // take for ever. With a letter for each star it is safe to look whether there are anchors at all.
        if text.contains("&"), text.contains("*") {
            _ = try Node(composing: TaggedText(text.replacing("*", with: "\u{E000}")), file: file)
        }
        try self.init(composing: TaggedText(text), file: file)
    }

    private init(composing text: TaggedText, file: String) throws {
        var text = text
        var duplicate: DocumentError?
        while true {
            do {
                let parser = try Parser(yaml: text.text, resolver: .basic, encoding: .utf8)
                // A node knows its anchor only as long as its parser lives.
                self = try withExtendedLifetime(parser) {
                    guard let root = try parser.nextRoot() else {
                        throw YamlError.refusal(
                            nil, Bilingual(id: "berkas kosong", en: "the file is empty"), file: file)
                    }
                    if let other = try parser.nextRoot() {
                        throw YamlError.refusal(
                            other.mark,
                            Bilingual(
                                id: "satu berkas hanya memuat satu dokumen", en: "a file holds one document only"),
                            file: file)
                    }
                    return try YAMLTree.node(root, of: text, file: file)
                }
                return
            } catch let error as YamlError {
                guard case .duplicatedKeysInMapping(_, let context) = error else {
                    throw duplicate ?? error.document(file: file)
                }
                duplicate = duplicate ?? error.document(file: file)
                if !text.tag(context.mark) { throw duplicate ?? error.document(file: file) }
            }
        }
    }
}

extension YamlError {
    fileprivate static func refusal(_ mark: Mark?, _ message: Bilingual, file: String) -> DocumentError {
        DocumentError([Problem(at: Place(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1), message)])
    }

    fileprivate func document(file: String) -> DocumentError {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return YamlError.refusal(mark, YamlError.message(problem), file: file)
        case .duplicatedKeysInMapping(let keys, let context):
            return YamlError.refusal(context.mark, .writtenTwice(keys.first ?? "?"), file: file)
        default:
            return YamlError.refusal(
                nil, Bilingual(id: "bukan YAML yang sah: \(self)", en: "not valid YAML: \(self)"), file: file)
        }
    }

    /// What libyaml and Yams say in English only, where people are likely to meet it.
    private static func message(_ problem: String) -> Bilingual {
        switch problem {
        case "found undefined alias": .anchored
        case _ where problem.hasPrefix("Maximum nesting level"): .tooDeep
        default: Bilingual(id: "bukan YAML yang sah: \(problem)", en: "not valid YAML: \(problem)")
        }
    }
}
