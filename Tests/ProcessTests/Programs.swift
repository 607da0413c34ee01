import Foundation
import Glibc

/// The built programs and the project's files, found from where this test runs.
enum Programs {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The programs are built beside the test bundle.
    static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .path

    struct Result: Sendable {
        var status: Int32
        var output: String
        var errors: String
    }

    /// A directory that nobody else uses.
    static func scratch(_ name: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/pksd-\(name)-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    static func environment(_ extra: [String: String]) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment.filter {
            !$0.key.hasPrefix("PKS") && $0.key != "NOTIFY_SOCKET"
        }
        environment["SWIFT_BACKTRACE"] = "enable=no"
        return environment.merging(extra) { $1 }
    }

    /// Starts a program with its output in files, so that nothing can block on a full pipe.
    static func start(
        _ program: String, _ arguments: [String], _ extra: [String: String] = [:], output: String, errors: String
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment(extra)
        process.currentDirectoryURL = URL(fileURLWithPath: root)
        for path in [output, errors] where !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: output)
        let log = FileHandle(forWritingAtPath: errors)
        try log?.seekToEnd()
        process.standardError = log
        try process.run()
        return process
    }

    /// Runs a program to its end.
    static func run(_ program: String, _ arguments: [String], _ extra: [String: String] = [:]) async throws -> Result {
        let scratch = try scratch("run")
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let process = try start(program, arguments, extra, output: scratch + "/out", errors: scratch + "/err")
        await process.end()
        func text(_ name: String) -> String { (try? String(contentsOfFile: scratch + name, encoding: .utf8)) ?? "" }
        return Result(status: process.terminationStatus, output: text("/out"), errors: text("/err"))
    }

    static func pksd(_ arguments: [String], _ extra: [String: String] = [:]) async throws -> Result {
        try await run(products + "/pksd", arguments, extra)
    }

    static func pksctl(_ arguments: [String], _ extra: [String: String]) async throws -> Result {
        try await run(products + "/pksctl", arguments, extra)
    }
}

extension Process {
    /// Waits for the end without holding a thread.
    func end() async {
        while isRunning { try? await Task.sleep(for: .milliseconds(5)) }
    }
}

/// Asks again and again until something is so.
///
/// - Throws: ``Overdue`` after a generous while; how fast the machine is does not matter.
func eventually<Value>(
    _ what: String, within limit: Duration = .seconds(60), _ ask: () async throws -> Value?
) async throws -> Value {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if let value = try await ask() { return value }
        try await Task.sleep(for: .milliseconds(10))
    }
    throw Overdue(what: what)
}

struct Overdue: Error { var what: String }
