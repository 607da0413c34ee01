import Courier
import Foundation
import Glibc

/// A private nginx on 127.0.0.1, with a certificate of a private authority; ended with the last reference.
final class Nginx: Sendable {
    static let program = "/usr/sbin/nginx"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    let plainPort: Int
    let securePort: Int
    /// Speaks HTTP/2 where the client offers it.
    let secondPort: Int
    /// Asks for a client's certificate and answers with its subject.
    let mutualPort: Int
    let directory: URL
    private let process: Process

    /// The authority's certificate.
    var caFile: String { directory.appending(path: "ca.pem").path }

    /// A file of `Certificates`, as PEM.
    func pem(_ name: String) throws -> String {
        try String(contentsOf: directory.appending(path: name), encoding: .utf8)
    }

    struct Failure: Error {
        let sentence: String
    }

    init() async throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "courier-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try await Certificates.make(in: directory)
        // The ports are free when chosen; should another process be quicker, nginx ends and the next ones are tried.
        for _ in 1...5 {
            let ports = [DeafPort(), DeafPort(), DeafPort(), DeafPort()].map(\.port)
            let file = directory.appending(path: "nginx.conf")
            try Self.configuration(directory.path, ports).write(
                to: file, atomically: true, encoding: .utf8)
            let process = Process()
            process.executableURL = URL(filePath: Self.program)
            process.arguments = [
                "-p", directory.path, "-c", file.path, "-e", directory.appending(path: "error.log").path,
            ]
            process.standardError = FileHandle.nullDevice
            try process.run()
            if await Self.isUp(ports[1], process, caFile: directory.appending(path: "ca.pem").path) {
                (plainPort, securePort, secondPort, mutualPort) = (ports[0], ports[1], ports[2], ports[3])
                self.process = process
                return
            }
        }
        throw Failure(sentence: "nginx did not start")
    }

    /// A line per answer: status, `r` for a resumed session, port.
    func log() throws -> [String] {
        try String(contentsOf: directory.appending(path: "access.log"), encoding: .utf8).split(separator: "\n")
            .map(String.init)
    }

    deinit {
        // Not terminate(): a child begins with the signal mask of the thread that started it, and Swift's own threads
        // block SIGTERM, so nginx would never hear it. There is no state to save.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: directory)
    }

    /// A refused connection comes at once, so this asks as often as the machine lets it and gives up with the process.
    /// Only the server we mean has a certificate of this authority; another may have been quicker to take the port.
    private static func isUp(_ port: Int, _ process: Process, caFile: String) async -> Bool {
        let courier = CurlCourier(caFile: caFile)
        let limits = Lease.Limits(connectMilliseconds: 1_000, totalMilliseconds: 1_000)
        while process.isRunning {
            let outcome = await courier.carry(.local("https://127.0.0.1:\(port)/", limits: limits))
            if outcome.answer?.status == 204 { return true }
            await Task.yield()
        }
        return false
    }

    private static func configuration(_ directory: String, _ ports: [Int]) -> String {
        """
        daemon off;
        master_process off;
        pid \(directory)/nginx.pid;
        events { worker_connections 1024; }
        http {
            log_format answers "$status $ssl_session_reused $server_port";
            access_log \(directory)/access.log answers;
            ssl_certificate \(directory)/server.pem;
            ssl_certificate_key \(directory)/server.key;
            ssl_session_cache shared:tls:1m;
            client_body_temp_path \(directory)/body;
            proxy_temp_path \(directory)/proxy;
            fastcgi_temp_path \(directory)/fastcgi;
            uwsgi_temp_path \(directory)/uwsgi;
            scgi_temp_path \(directory)/scgi;
            server {
                listen 127.0.0.1:\(ports[0]) backlog=1024;
                listen 127.0.0.1:\(ports[1]) ssl backlog=1024;
                listen 127.0.0.1:\(ports[2]) ssl http2 backlog=1024;
                location / { return 204; }
                location /moved { return 302 /; }
                location /through { proxy_pass http://127.0.0.1:$arg_port; proxy_buffering off; }
                location /closes { keepalive_timeout 0; return 204; }
                location /large { return 200 "\(String(repeating: "0123456789", count: 400))"; }
            }
            server {
                listen 127.0.0.1:\(ports[3]) ssl backlog=1024;
                ssl_client_certificate \(directory)/ca.pem;
                ssl_verify_client on;
                location / { return 200 "$ssl_client_s_dn"; }
            }
        }
        """
    }
}
