import Documents
import Expressions
import Foundation

/// The cases of the language's own conformance suite, in the form `section, name, expr, bindings?, container?` and
/// either `value` or `error: true`. They are read where they lie and are no part of this package.
enum Conformance {
    static let folder: URL =
        ProcessInfo.processInfo.environment["CEL_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
        ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/cel-conformance")

    /// The files in order; none where the folder is absent.
    static let files: [String] = {
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (found ?? []).filter { $0.hasSuffix(".json") }.sorted()
    }()

    static let isThere: Bool = {
        if files.isEmpty { print("CEL conformance WAS NOT CHECKED: there is no suite at \(folder.path)") }
        return !files.isEmpty
    }()

    static func cases(in file: String) throws -> [Case] {
        try CanonicalJSON.decode([Case].self, from: try Data(contentsOf: folder.appendingPathComponent(file)))
    }

    struct Case: Decodable, CustomStringConvertible {
        let section: String
        let name: String
        let expr: String
        let bindings: [String: JSON]?
        let container: String?
        let value: JSON?
        let error: Bool?

        var description: String { "\(section)/\(name): \(expr)" }

        func environment() throws -> Environment {
            Environment(try (bindings ?? [:]).mapValues(Value.init(json:)), container: container ?? "")
        }

        /// Two cases of the converted suite hold a backslash that their expression does not: the text format writes
        /// `\?` for a question mark, and the conversion took it out of the expression but left it in the bytes.
        var isMisprinted: Bool {
            section == "bytes_literals" && name.hasSuffix("_quoted_unescaped_punctuation") && !expr.contains("\\")
                && value?["bytes"]?.text?.hasPrefix("205c3f") == true
        }

        /// What was wrong with the answer; nil if nothing.
        func mistake() throws -> String? {
            let wanted = try value.map(Value.init(json:))
            let answer = try answer()
            switch answer {
            case .value(let value) where value == wanted: return nil
            case .failed where error == true: return nil
            default: return "\(self) gave \(answer), wanted \(wanted.map { "\($0)" } ?? "an error")"
            }
        }

        private func answer() throws -> Evaluation {
            let environment = try environment()
            do throws(ExpressionError) {
                return try Expressions.Expression(parsing: expr).evaluate(environment)
            } catch {
                return .failed(error)
            }
        }
    }
}
