import Documents
import Foundation
import Glibc

/// One of the receivers that `pksctl webhooks simulate` plays, in a process of its own that outlives the daemon's.
final class SimulatedReceiver {
    let port: Int
    private let process: Process
    private let directory: String

    struct Arrival {
        var id: String
        var type: String
        var agreement: String
        var agreementSeq: Int64
        /// SHA-256 of the body.
        var digest: String
        var verdict: String
        var status: Int?
        var isAccepted: Bool { status.map { 200..<300 ~= $0 } ?? false }
    }

    var url: String { "http://127.0.0.1:\(port)/" }

    /// - Parameters:
    ///   - kind: as it is named on the command line, such as `slow=40`.
    ///   - secrets: whose signatures hold; without any nothing is checked.
    ///   - port: nil for a free one.
    init(_ kind: String, secrets: [String] = [], port wanted: Int? = nil) async throws {
        directory = try Programs.scratch("simulated")
        var arguments = [
            "webhooks", "simulate", kind, "--listen", "127.0.0.1:\(wanted ?? 0)", "--log", directory + "/log",
        ]
        if !secrets.isEmpty {
            try secrets.joined(separator: "\n").write(
                toFile: directory + "/secrets", atomically: true, encoding: .utf8)
            arguments += ["--secret-file", directory + "/secrets"]
        }
        let process = try Programs.start(
            Programs.products + "/pksctl", arguments, ["PKSCTL_LANG": "en"], output: directory + "/out",
            errors: directory + "/err")
        self.process = process
        let errors = directory + "/err"
        port = try await eventually("the receiver listens") {
            let text = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
            guard process.isRunning else { throw Overdue(what: "the receiver ended: \(text)") }
            guard let start = text.range(of: "listening on http://127.0.0.1:"), text.hasSuffix("\n") else { return nil }
            return Int(text[start.upperBound...].prefix { $0.isNumber })
        }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// What has arrived, in order, repetitions included; each line was in the file before its sender had an answer.
    var arrivals: [Arrival] {
        let text = (try? String(contentsOfFile: directory + "/log", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            guard let json = try? CanonicalJSON.decode(JSON.self, from: String(line)) else { return nil }
            return Arrival(
                id: json["id"]?.text ?? "", type: json["type"]?.text ?? "", agreement: json["agreement"]?.text ?? "",
                agreementSeq: json["agreement_seq"]?.integer ?? 0, digest: json["sha256"]?.text ?? "",
                verdict: json["verdict"]?.text ?? "", status: json["status"]?.integer.map { Int($0) })
        }
    }

    /// The events that were accepted.
    var accepted: Set<String> { Set(arrivals.filter(\.isAccepted).map(\.id)) }

    /// Interrupts it.
    ///
    /// - Returns: its exit code and what it counted.
    func stop() async -> (status: Int32, page: String) {
        kill(process.processIdentifier, SIGINT)
        await process.end()
        let page = (try? String(contentsOfFile: directory + "/out", encoding: .utf8)) ?? ""
        return (process.terminationStatus, page)
    }
}
