import Foundation

/// Feeds as others read them: a Python library parses them as calendar programs do.
struct PythonICalendar {
    struct Failure: Error { var output: String }

    struct Feed: Decodable, Equatable {
        /// What the library holds to be wrong.
        var faults: [String]
        var name: String
        var oldName: String
        var description: String?
        var refreshHours: Double
        var components: Int
        var entries: [Entry]
    }

    struct Entry: Decodable, Equatable {
        var uid: String
        var sequence: Int
        /// Dates as ISO 8601; a value with a time says that it is none.
        var start: String
        var end: String
        var decoded: [String]
        var summary: String
        var description: String?
        var url: String?
        var status: String
        var categories: [String]
        var stamp: String
        var modified: String
        /// By the clock of the reader's zone.
        var alarms: [String]
        var alarmTexts: [String]
    }

    private static let root = Project.root.path
    private static let venv = root + "/.build/icalendar-venv"

    /// A Python with the library, made once beside the build; a test that needs it fails with the reason where it could not
    /// be made.
    private static let python = Result {
        let python = venv + "/bin/python"
        if (try? run(python, ["-c", "import icalendar, tzdata"])) == nil {
            _ = try run("/usr/bin/env", ["python3", "-m", "venv", venv])
            _ = try run(python, ["-m", "pip", "install", "--quiet", "icalendar", "tzdata"])
        }
        return python
    }

    /// Feeds by their names, as they look to somebody in this zone (IANA).
    static func read(_ feeds: [String: String], in zone: String) throws -> [String: Feed] {
        let python = try python.get()
        let folder = root + "/.build/icalendar-feeds-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in feeds { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name).ics")) }
        let output = try run(python, [root + "/Tests/CalendarsTests/Scripts/read_feeds.py", folder, zone])
        let read = try JSONDecoder().decode([String: Feed].self, from: output)
        return Dictionary(uniqueKeysWithValues: read.map { (String($0.key.dropLast(".ics".count)), $0.value) })
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let log = FileManager.default.temporaryDirectory.appending(path: "icalendar-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: log) }
        // Complaints go to a file, so that neither pipe can fill while the other is read.
        try Data().write(to: log)
        let (output, complaints) = (Pipe(), try FileHandle(forWritingTo: log))
        process.standardOutput = output
        process.standardError = complaints
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(output: try String(contentsOf: log, encoding: .utf8))
        }
        return data
    }
}
