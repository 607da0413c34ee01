import Courier
import Documents
import Foundation
import Glibc

/// A daemon of our own, in a directory of its own, on a free port of the loopback.
final class Daemon {
    let directory: String
    private(set) var process: Process
    private(set) var port = 0
    private let arguments: [String]
    private let environment: [String: String]

    var state: String { directory + "/state" }
    var address: String { "http://127.0.0.1:\(port)" }
    var log: String { (try? String(contentsOfFile: directory + "/log", encoding: .utf8)) ?? "" }

    init(_ arguments: [String] = [], _ environment: [String: String] = [:]) async throws {
        directory = try Programs.scratch("daemon")
        self.arguments = arguments
        self.environment = environment
        process = Process()
        try await start()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Starts it, once more if it has ended, and returns when it listens.
    func start() async throws {
        try? FileManager.default.removeItem(atPath: directory + "/log")
        process = try Programs.start(
            Programs.products + "/pksd", ["serve", "--listen", "127.0.0.1:0", "--state-dir", state] + arguments,
            environment,
            output: directory + "/out", errors: directory + "/log")
        let process = process
        port = try await eventually("the daemon listens") {
            guard process.isRunning else { throw Overdue(what: "the daemon ended: \(log)") }
            guard let start = log.range(of: "address=http://127.0.0.1:") else { return nil }
            let digits = log[start.upperBound...].prefix { $0.isNumber }
            return log[start.upperBound...].dropFirst(digits.count).first == " " ? Int(digits) : nil
        }
    }

    func signal(_ signal: Int32) { Glibc.kill(process.processIdentifier, signal) }

    func crash() async {
        signal(SIGKILL)
        await process.end()
    }

    func token(_ role: String, name: String? = nil, regions: [String] = []) async throws -> String {
        let result = try await Programs.pksd(
            ["token", "create", "--name", name ?? role, "--role", role, "--state-dir", state]
                + regions.flatMap { ["--region", $0] })
        guard result.status == 0, let token = result.output.split(whereSeparator: \.isWhitespace).last else {
            throw Overdue(what: "a token: \(result.errors)")
        }
        return String(token)
    }

    func verify() async throws -> Programs.Result {
        try await Programs.pksd(["verify", "--lang", "en", "--state-dir", state])
    }
}
