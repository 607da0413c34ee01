import Documents
import Foundation
import Glibc

/// A real nginx with TLS that lets in only who shows a certificate of its authority.
final class Gate {
    static let program = "/usr/sbin/nginx"

    let port: Int
    private let process: Process
    private let directory: String

    var url: String { "https://127.0.0.1:\(port)/" }

    init() async throws {
        directory = try Programs.scratch("gate")
        try await Gate.makeCertificates(in: directory)
        // Where somebody listened a moment ago.
        let before = try await SimulatedReceiver("ok")
        _ = await before.stop()
        port = before.port
        try Gate.configuration(directory, port).write(
            toFile: directory + "/nginx.conf", atomically: true, encoding: .utf8)
        process = try Programs.start(
            Gate.program, ["-p", directory, "-c", directory + "/nginx.conf", "-e", directory + "/error.log"],
            output: directory + "/out", errors: directory + "/err")
        let (process, directory) = (process, directory)
        _ = try await eventually("nginx is ready") {
            guard process.isRunning else {
                throw Overdue(what: (try? String(contentsOfFile: directory + "/error.log", encoding: .utf8)) ?? "nginx")
            }
            // It writes its number when it listens.
            return FileManager.default.fileExists(atPath: directory + "/nginx.pid") ? true : nil
        }
    }

    deinit {
        // There is no state to save.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// `ca.pem`, and a `.pem` and a `.key` each for `server`, `client` and `stranger`, whom nobody vouches for.
    func pem(_ name: String) throws -> String {
        try String(contentsOfFile: directory + "/" + name, encoding: .utf8)
    }

    /// The same as a JSON string.
    func json(_ name: String) throws -> String {
        String(decoding: try CanonicalJSON.encode(JSON.text(try pem(name))), as: UTF8.self)
    }

    /// A line per request: status, method, and who showed a certificate.
    var answers: [String] {
        ((try? String(contentsOfFile: directory + "/access.log", encoding: .utf8)) ?? "").split(separator: "\n")
            .map(String.init)
    }

    private static func makeCertificates(in directory: String) async throws {
        func openssl(_ arguments: String...) async throws {
            let result = try await Programs.run("/usr/bin/openssl", arguments)
            guard result.status == 0 else { throw Overdue(what: "openssl: \(result.errors)") }
        }
        func path(_ name: String) -> String { directory + "/" + name }
        try "subjectAltName=IP:127.0.0.1".write(toFile: path("names"), atomically: true, encoding: .utf8)
        for authority in ["ca", "elsewhere"] {
            try await openssl(
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=\(authority)", "-days", "30", "-keyout",
                path(authority + ".key"), "-out", path(authority + ".pem"))
        }
        for (file, name, authority) in [
            ("server", "gate", "ca"), ("client", "pksd", "ca"), ("stranger", "stranger", "elsewhere"),
        ] {
            try await openssl(
                "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=\(name)", "-keyout", path(file + ".key"), "-out",
                path(file + ".csr"))
            try await openssl(
                "x509", "-req", "-in", path(file + ".csr"), "-CA", path(authority + ".pem"), "-CAkey",
                path(authority + ".key"), "-CAcreateserial", "-days", "30", "-extfile", path("names"), "-out",
                path(file + ".pem"))
        }
    }

    private static func configuration(_ directory: String, _ port: Int) -> String {
        """
        daemon off;
        master_process off;
        pid \(directory)/nginx.pid;
        events { worker_connections 256; }
        http {
            log_format answers "$status $request_method $ssl_client_s_dn";
            access_log \(directory)/access.log answers;
            client_body_temp_path \(directory)/body;
            proxy_temp_path \(directory)/proxy;
            fastcgi_temp_path \(directory)/fastcgi;
            uwsgi_temp_path \(directory)/uwsgi;
            scgi_temp_path \(directory)/scgi;
            server {
                listen 127.0.0.1:\(port) ssl;
                ssl_certificate \(directory)/server.pem;
                ssl_certificate_key \(directory)/server.key;
                ssl_client_certificate \(directory)/ca.pem;
                ssl_verify_client on;
                location / { return 204; }
            }
        }
        """
    }
}
