import Documents
import Foundation
import Glibc

/// Other systems that take webhooks with the public Python libraries of others, each at a path of its own.
final class Consumers {
    /// The last part of the address, and what is built on.
    enum Name: String, CaseIterable, Sendable {
        case standardwebhooks, svix, cryptography, structured, binary, batch

        /// The format of the endpoint.
        var format: String {
            switch self {
            case .standardwebhooks, .svix, .cryptography: "standard"
            case .structured, .binary, .batch: "cloudevents_\(rawValue)"
            }
        }
    }

    struct Arrival {
        /// The `webhook-id`.
        var id: String
        /// The `webhook-replay`.
        var replay: String?
        /// Whether each of the keys verifies, in their order.
        var verified: [Bool]
        /// What the library made of it: with the attributes of CloudEvents, where it is one.
        var events: [JSON]
        var error: String?
        var status: Int64
    }

    private let port: Int
    private let process: Process
    private let directory: String

    init() async throws {
        let python = try await Python.with(
            ["standardwebhooks", "svix", "cryptography", "cloudevents"],
            importing: "standardwebhooks, svix.webhooks, cryptography, cloudevents.core.bindings.http", for: "consumers"
        )
        directory = try Programs.scratch("consumers")
        let ready = directory + "/port"
        process = try Programs.start(
            python, [Programs.root + "/Tests/ProcessTests/Scripts/consumers.py", directory],
            output: directory + "/out", errors: directory + "/err")
        let (process, errors) = (process, directory + "/err")
        port = try await eventually("the consumers listen") {
            guard process.isRunning else {
                throw Overdue(what: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")
            }
            return (try? String(contentsOfFile: ready, encoding: .utf8)).flatMap { Int($0) }
        }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: directory)
    }

    func url(_ name: Name) -> String { "http://127.0.0.1:\(port)/\(name)" }

    /// Says with which keys a consumer checks signatures from now on.
    func trust(_ keys: [String], at name: Name) throws {
        try keys.joined(separator: "\n").write(
            toFile: directory + "/keys-\(name)", atomically: true, encoding: .utf8)
    }

    func arrivals(_ name: Name) -> [Arrival] {
        let text = (try? String(contentsOfFile: directory + "/arrived-\(name)", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            guard let json = try? CanonicalJSON.decode(JSON.self, from: String(line)) else { return nil }
            return Arrival(
                id: json["id"]?.text ?? "", replay: json["replay"]?.text,
                verified: (json["verified"]?.list ?? []).map { $0 == .bool(true) },
                events: json["events"]?.list ?? [], error: json["error"]?.text, status: json["status"]?.integer ?? 0)
        }
    }

    /// The events a consumer took, when it has taken so many different ones.
    func events(_ name: Name, atLeast count: Int) async throws -> [JSON] {
        try await eventually("\(count) events at \(name)") {
            let events = arrivals(name).filter { $0.status == 204 }.flatMap(\.events)
            return Set(events.compactMap { $0["id"]?.text }).count >= count ? events : nil
        }
    }
}
