import Foundation

/// A validator of others, in Python: what an editor that knows our schema would say.
struct SchemaValidator {
    struct Failure: Error { var output: String }

    private let python: String

    /// Makes a Python with the libraries once, beside the build.
    init() throws {
        let venv = Papers.root + "/.build/schema-venv"
        python = venv + "/bin/python"
        if !hasLibraries {
            _ = try SchemaValidator.run("/usr/bin/env", ["python3", "-m", "venv", venv])
            _ = try SchemaValidator.run(python, ["-m", "pip", "install", "--quiet", "jsonschema", "PyYAML"])
        }
    }

    private var hasLibraries: Bool {
        FileManager.default.isExecutableFile(atPath: python)
            && (try? SchemaValidator.run(python, ["-c", "import jsonschema, yaml"])) != nil
    }

    /// What is wrong with each of some texts; nil for those that are as the schema wants them.
    func problems(of texts: [(name: String, text: String)]) throws -> [String: String?] {
        let folder = FileManager.default.temporaryDirectory.path + "/schema-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let paths = try texts.enumerated().map { index, item in
            let path = folder + "/\(index).yaml"
            try item.text.write(toFile: path, atomically: false, encoding: .utf8)
            return path
        }
        let output = try SchemaValidator.run(
            python,
            [
                Papers.root + "/Tests/WorkflowsTests/Scripts/validate.py",
                Papers.root + "/Workflows/workflow.schema.json",
            ]
                + paths)
        let said = output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        guard said.count == texts.count, said.allSatisfy({ $0.count == 2 }) else { throw Failure(output: output) }
        return .init(
            uniqueKeysWithValues: zip(texts, said).map { ($0.name, $1[1].isEmpty ? nil : String($1[1])) })
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(output: output) }
        return output
    }
}
