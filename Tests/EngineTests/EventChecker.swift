import Agreements
import Documents
import Foundation
import Ledger
import Webhooks

/// Public Python libraries that know JSON Schema and AsyncAPI, as a consumer would use them.
enum EventChecker {
    struct Failure: Error { var output: String }

    private static let venv = Stage.root + "/.build/events-venv"

    /// A Python with the libraries, made once beside the build.
    private static let python = Result {
        let python = venv + "/bin/python"
        let modules = "import jsonschema, pydantic_asyncapi.v3, rfc3339_validator"
        if (try? run(python, ["-c", modules])) == nil {
            _ = try run("/usr/bin/env", ["python3", "-m", "venv", venv])
            _ = try run(python, ["-m", "pip", "install", "--quiet", "jsonschema[format]", "pydantic-asyncapi"])
        }
        return python
    }

    /// What is wrong with payloads, or with the catalogue itself.
    static func faults(in payloads: [Data]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.path + "/pksd-events-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder + "/schemas", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func write(_ data: Data, _ name: String) throws {
            try data.write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        for type in EventType.allCases {
            try write(CanonicalJSON.encode(EventCatalogue.schema(of: type)), "schemas/\(type.rawValue).json")
        }
        try write(CanonicalJSON.encode(EventCatalogue.asyncAPI()), "asyncapi.json")
        try write(Data(payloads.joined(separator: [UInt8(ascii: "\n")])), "payloads.jsonl")
        let script = Stage.root + "/Tests/EngineTests/Scripts/check_events.py"
        return try run(try python.get(), [script, folder]).split(separator: "\n").map(String.init)
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
