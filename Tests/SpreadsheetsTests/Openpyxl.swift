import Foundation

/// Workbooks that others made: a Python library writes them as spreadsheet programs do.
final class Openpyxl: Sendable {
    struct Failure: Error { var output: String }

    /// Made once for all tests; a test that needs it fails with the reason where it could not be made.
    static let shared = Result { try Openpyxl() }

    private let folder: String

    /// Makes a Python with the library once, beside the build.
    private init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let venv = root + "/.build/openpyxl-venv"
        let python = venv + "/bin/python"
        if (try? Openpyxl.run(python, ["-c", "import openpyxl"])) == nil {
            try Openpyxl.run("/usr/bin/env", ["python3", "-m", "venv", venv])
            try Openpyxl.run(python, ["-m", "pip", "install", "--quiet", "openpyxl"])
        }
        folder = root + "/.build/openpyxl-workbooks"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Openpyxl.run(python, [root + "/Tests/SpreadsheetsTests/Scripts/workbooks.py", folder])
    }

    static func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: shared.get().folder + "/\(name).xlsx"))
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
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
    }
}
