import Foundation

/// Real mail servers: aiosmtpd in a Python of its own, which speaks SMTP as RFC 5321 has it, and a few rude ones beside it.
actor MailServer {
    /// One process for all tests; it ends with the pipe to it. A test that needs it fails with the reason where it could
    /// not be started.
    private static let shared = Task { try await MailServer() }

    private let directory: URL
    private let process = Process()
    private let commands = Pipe()
    private let answers = Pipe()

    struct Failure: Error {
        let sentence: String
    }

    /// A port where a server of that manner listens, see `mail_server.py`.
    static func open(_ manner: String) async throws -> Mailbox { try await shared.value.open(manner) }

    /// The authority that vouches for the servers.
    static var caFile: String { get async throws { try await shared.value.directory.appending(path: "ca.pem").path } }

    private init() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let venv = root.appending(path: ".build/smtp-venv")
        let python = venv.appending(path: "bin/python").path
        // Made once, beside the build.
        if (try? await run(python, ["-c", "import aiosmtpd"], in: root)) != 0 {
            for arguments in [["-m", "venv", venv.path], ["-m", "pip", "install", "--quiet", "aiosmtpd"]] {
                let program = arguments[1] == "venv" ? "/usr/bin/env" : python
                let status = try await run(
                    program, (program == python ? [] : ["python3"]) + arguments, in: root)
                guard status == 0 else { throw Failure(sentence: "python3 \(arguments.joined(separator: " ")) failed") }
            }
        }
        directory = FileManager.default.temporaryDirectory.appending(path: "courier-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try await Certificates.make(in: directory)
        process.executableURL = URL(filePath: python)
        process.arguments = [
            root.appending(path: "Tests/CourierTests/Scripts/mail_server.py").path, directory.path,
        ]
        process.standardInput = commands
        process.standardOutput = answers
        try process.run()
    }

    private func open(_ manner: String) throws -> Mailbox {
        try commands.fileHandleForWriting.write(contentsOf: Data("\(manner)\n".utf8))
        var line = ""
        while !line.hasSuffix("\n") {
            let piece = answers.fileHandleForReading.availableData
            if piece.isEmpty { throw Failure(sentence: "the mail server has ended") }
            line += String(decoding: piece, as: UTF8.self)
        }
        guard let port = Int(line.dropLast()) else { throw Failure(sentence: "no port but “\(line)”") }
        return Mailbox(port: port, journal: directory.appending(path: "\(port).jsonl"))
    }
}

/// A port of the mail server and what has been seen there.
struct Mailbox {
    let port: Int
    let journal: URL

    struct Entry: Decodable {
        var event: String
        var connection: Int?
        var sender: String?
        var recipients: [String]?
        var message: Data?
        var user: String?
        var tls: Bool?
        var mechanism: String?
        var line: String?
    }

    var plain: String { "smtp://127.0.0.1:\(port)" }
    var secure: String { "smtps://127.0.0.1:\(port)" }

    var entries: [Entry] {
        get throws {
            let data = try Data(contentsOf: journal)
            // The last line may be half written.
            guard let end = data.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
            return try data[..<end].split(separator: UInt8(ascii: "\n")).map {
                try JSONDecoder().decode(Entry.self, from: $0)
            }
        }
    }

    func entries(_ event: String) throws -> [Entry] { try entries.filter { $0.event == event } }

    /// Returns when the server has noted that event.
    func has(_ event: String) async throws {
        while try entries(event).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    }
}
