import Documents
import Foundation
import Glibc

/// A real mail server (the public `aiosmtpd`) that asks for STARTTLS and a password.
final class Mailbox {
    let port: Int
    let directory: String
    private let process: Process

    struct Mail {
        var to: [String]
        var subject: String
        var id: String
        var unsubscribe: String
        var oneClick: String
        var text: String
        var html: String
        var defects: [String]
        var isEncrypted: Bool
    }

    init() async throws {
        let python = try await Python.with(["aiosmtpd"], importing: "aiosmtpd.controller", for: "mailbox")
        directory = try Programs.scratch("mailbox")
        let made = try await Programs.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout",
                directory + "/key.pem", "-out", directory + "/cert.pem",
            ])
        guard made.status == 0 else { throw Overdue(what: "a certificate: \(made.errors)") }
        try "pksd\nrahasia\n".write(toFile: directory + "/credential", atomically: true, encoding: .utf8)
        process = try Programs.start(
            python, [Programs.root + "/Tests/ProcessTests/Scripts/mailbox.py", directory], output: directory + "/out",
            errors: directory + "/err")
        let ready = directory + "/port"
        port = try await eventually("the mail server listens") {
            (try? String(contentsOfFile: ready, encoding: .utf8)).flatMap { Int($0) }
        }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// The settings of a daemon that sends here.
    var environment: [String: String] {
        [
            "PKSD_MAIL_SERVER": "smtp://127.0.0.1:\(port)", "PKSD_MAIL_FROM": "pksd <pksd@contoh.go.id>",
            "PKSD_MAIL_CREDENTIAL": directory + "/credential", "PKSD_MAIL_CA": directory + "/cert.pem",
            "PKSD_PUBLIC_URL": "https://pksd.contoh.go.id",
        ]
    }

    var mails: [Mail] {
        let lines = (try? String(contentsOfFile: directory + "/mails", encoding: .utf8)) ?? ""
        return lines.split(separator: "\n").compactMap { line in
            guard let json = try? CanonicalJSON.decode(JSON.self, from: String(line)) else { return nil }
            return Mail(
                to: json["to"]?.list?.compactMap(\.text) ?? [], subject: json["subject"]?.text ?? "",
                id: json["id"]?.text ?? "", unsubscribe: json["unsubscribe"]?.text ?? "",
                oneClick: json["one_click"]?.text ?? "", text: json["text"]?.text ?? "",
                html: json["html"]?.text ?? "", defects: json["defects"]?.list?.compactMap(\.text) ?? [],
                isEncrypted: json["tls"] == .bool(true))
        }
    }
}
