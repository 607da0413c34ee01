import Foundation
import Glibc

/// The built programs and the tests' scripts, found from where this test runs.
enum Programs {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Built beside the test bundle.
    static let pksctl =
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path + "/pksctl"

    /// A program under way, with its output in files so that nothing can block on a full pipe.
    final class Run {
        let process = Process()
        private let directory: String

        init(_ program: String, _ arguments: [String], _ extra: [String: String] = [:], input: Data = Data()) throws {
            directory = FileManager.default.temporaryDirectory.path + "/receivers-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            for (name, content) in [("in", input), ("out", Data()), ("err", Data())] {
                try content.write(to: URL(fileURLWithPath: "\(directory)/\(name)"))
            }
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = arguments
            let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PKS") }
            process.environment = inherited.merging(extra) { $1 }
            process.standardInput = FileHandle(forReadingAtPath: directory + "/in")
            process.standardOutput = FileHandle(forWritingAtPath: directory + "/out")
            process.standardError = FileHandle(forWritingAtPath: directory + "/err")
            try process.run()
        }

        deinit {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            try? FileManager.default.removeItem(atPath: directory)
        }

        var output: String { text("/out") }
        var errors: String { text("/err") }

        func interrupt() { kill(process.processIdentifier, SIGINT) }

        /// Waits for the end without holding a thread; the exit code.
        func end() async throws -> Int32 {
            while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
            return process.terminationStatus
        }

        private func text(_ name: String) -> String {
            (try? String(contentsOfFile: directory + name, encoding: .utf8)) ?? ""
        }
    }

    static func pksctl(_ arguments: [String], _ extra: [String: String] = [:]) throws -> Run {
        try Run(pksctl, ["webhooks"] + arguments + ["--lang", "en"], extra)
    }

    /// Runs a script with a Python that has the public libraries, made once, beside the build.
    static func script(_ name: String, _ extra: [String: String] = [:], input: Data) async throws -> Run {
        let venv = root + "/.build/receivers-venv"
        let python = venv + "/bin/python"
        let steps = [
            ("/usr/bin/env", ["python3", "-m", "venv", venv]),
            (
                python,
                ["-m", "pip", "install", "--quiet", "standardwebhooks==1.1.0", "svix", "cloudevents", "cryptography"]
            ),
        ]
        let test = ["-c", "import standardwebhooks.webhooks, svix.webhooks, cloudevents.core, cryptography"]
        if try await (FileManager.default.isExecutableFile(atPath: python) ? Run(python, test).end() : 1) != 0 {
            for (program, arguments) in steps { _ = try await Run(program, arguments).end() }
        }
        let path = root + "/Tests/ReceiversTests/Scripts/\(name).py"
        let run = try Run(python, ["-B", path], extra, input: input)
        _ = try await run.end()
        return run
    }
}

/// Asks again and again until something is so.
func eventually<Value>(_ ask: () async throws -> Value?) async throws -> Value {
    while true {
        if let value = try await ask() { return value }
        try await Task.sleep(for: .milliseconds(10))
    }
}
