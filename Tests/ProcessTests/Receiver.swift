import Documents
import Foundation
import Glibc

/// Another system: a receiver in Python that checks every signature with the public `standardwebhooks` library.
final class Receiver {
    let port: Int
    private let process: Process
    private let directory: String
    private let daemon: Daemon

    struct Arrival: Equatable {
        var id: String
        var type: String
        var agreement: String
        var seq: Int64
        var agreementSeq: Int64
        /// SHA-256 of the body.
        var digest: String
    }

    /// Starts the receiver and makes an endpoint for it.
    ///
    /// - Parameter token: of an admin, who may open the loopback.
    init(of daemon: Daemon, token: String, events: [String]) async throws {
        let python = try await Python.with(
            ["standardwebhooks"], importing: "standardwebhooks.webhooks", for: "receiver")
        directory = try Programs.scratch("receiver")
        self.daemon = daemon
        let ready = directory + "/port"
        process = try Programs.start(
            python, [Programs.root + "/Tests/ProcessTests/Scripts/receiver.py", directory], output: directory + "/out",
            errors: directory + "/err")
        port = try await eventually("the receiver listens") {
            (try? String(contentsOfFile: ready, encoding: .utf8)).flatMap { Int($0) }
        }
        let types = events.map { "\"\($0)\"" }.joined(separator: ",")
        let answer = await Client(address: daemon.address, token: token).send(
            "POST", "/v1/webhook-endpoints",
            "{\"url\":\"http://127.0.0.1:\(port)/\",\"events\":[\(types)],\"format\":\"standard\",\"allow\":[\"127.0.0.0/8\"]}"
        )
        guard let secret = answer.body["secret"]?.text else { throw Overdue(what: "an endpoint: \(answer.text)") }
        try secret.write(toFile: directory + "/secret", atomically: true, encoding: .utf8)
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// What has arrived with a good signature, in order of arrival, repetitions included.
    var arrivals: [Arrival] {
        lines("/arrived").compactMap { line in
            guard let json = try? CanonicalJSON.decode(JSON.self, from: line) else { return nil }
            return Arrival(
                id: json["id"]?.text ?? "", type: json["type"]?.text ?? "", agreement: json["agreement"]?.text ?? "",
                seq: json["seq"]?.integer ?? 0, agreementSeq: json["agreement_seq"]?.integer ?? 0,
                digest: json["digest"]?.text ?? "")
        }
    }

    /// What came with a signature that does not hold.
    var refused: [String] { lines("/refused") }

    private func lines(_ name: String) -> [String] {
        ((try? String(contentsOfFile: directory + name, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    }
}
