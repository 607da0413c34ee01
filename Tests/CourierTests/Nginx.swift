import Courier
import Foundation
import Glibc

/// A private nginx on 127.0.0.1, with a certificate of a private authority; ended with the last reference.
final class Nginx: Sendable {
    static let program = "/usr/sbin/nginx"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    let plainPort: Int
    let securePort: Int
    let directory: URL
    private let process: Process

    /// The authority's certificate.
    var caFile: String { directory.appending(path: "ca.pem").path }

    struct Failure: Error {
        let sentence: String
    }

    init() async throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "courier-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try await Certificates.make(in: directory)
        // The ports are free when chosen; should another process be quicker, nginx ends and the next pair is tried.
        for _ in 1...5 {
            let ports = [DeafPort(), DeafPort()].map(\.port)
            let file = directory.appending(path: "nginx.conf")
            try Self.configuration(directory.path, ports[0], ports[1]).write(
                to: file, atomically: true, encoding: .utf8)
            let process = Process()
            process.executableURL = URL(filePath: Self.program)
            process.arguments = [
                "-p", directory.path, "-c", file.path, "-e", directory.appending(path: "error.log").path,
            ]
            process.standardError = FileHandle.nullDevice
            try process.run()
            if await Self.isUp(ports[1], process) {
                (plainPort, securePort, self.process) = (ports[0], ports[1], process)
                return
            }
        }
        throw Failure(sentence: "nginx did not start")
    }

    deinit {
        // Not terminate(): a child begins with the signal mask of the thread that started it, and Swift's own threads
        // block SIGTERM, so nginx would never hear it. There is no state to save.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: directory)
    }

    /// A refused connection comes at once, so this asks as often as the machine lets it and gives up with the process.
    private static func isUp(_ port: Int, _ process: Process) async -> Bool {
        let courier = CurlCourier()
        while process.isRunning {
            if await courier.carry(.local("https://127.0.0.1:\(port)/")).failure?.kind != .unreachable { return true }
            await Task.yield()
        }
        return false
    }

    private static func configuration(_ directory: String, _ plainPort: Int, _ securePort: Int) -> String {
        """
        daemon off;
        master_process off;
        pid \(directory)/nginx.pid;
        events { worker_connections 1024; }
        http {
            access_log off;
            client_body_temp_path \(directory)/body;
            proxy_temp_path \(directory)/proxy;
            fastcgi_temp_path \(directory)/fastcgi;
            uwsgi_temp_path \(directory)/uwsgi;
            scgi_temp_path \(directory)/scgi;
            server {
                listen 127.0.0.1:\(plainPort) backlog=1024;
                listen 127.0.0.1:\(securePort) ssl backlog=1024;
                ssl_certificate \(directory)/server.pem;
                ssl_certificate_key \(directory)/server.key;
                location / { return 204; }
                location /moved { return 302 /; }
                location /large { return 200 "\(String(repeating: "0123456789", count: 400))"; }
            }
        }
        """
    }
}
