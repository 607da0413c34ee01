import Documents
import Foundation

/// A file named on the command line; `-` is standard input.
struct InputFile {
    private let path: String

    init(_ path: String) { self.path = path }

    var name: String { path == "-" ? "<stdin>" : path }

    func data() throws -> Data {
        do {
            if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
            return try Data(contentsOf: URL(filePath: path))
        } catch {
            throw Failure.usage(
                Bilingual(id: "\(path): berkas tidak dapat dibaca", en: "\(path): the file cannot be read"))
        }
    }

    func text() throws -> String {
        guard let text = String(data: try data(), encoding: .utf8) else {
            throw Failure.usage(Bilingual(id: "\(name): bukan teks UTF-8", en: "\(name): not UTF-8 text"))
        }
        return text
    }

    /// The document in it: JSON if it opens with a brace, otherwise YAML.
    func node() throws -> Node {
        let text = try text()
        guard text.first(where: { !$0.isWhitespace }) == "{" else { return try Node(yaml: text, file: name) }
        return try Node(json: Data(text.utf8))
    }
}
