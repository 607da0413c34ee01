import Foundation

/// A private authority, a server on 127.0.0.1 and two clients that it vouches for.
enum Certificates {
    struct Failure: Error {
        let sentence: String
    }

    /// Leaves `ca.pem`, and a `.pem` and `.key` each for `server`, `anna` and `budi` in the directory.
    static func make(in directory: URL) async throws {
        try "subjectAltName=IP:127.0.0.1".write(
            to: directory.appending(path: "names"), atomically: true, encoding: .utf8)
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try await openssl(
            [
                "req", "-x509", "-subj", "/CN=Courier Test Authority", "-days", "2", "-keyout", "ca.key", "-out",
                "ca.pem",
            ]
                + key, in: directory)
        for (file, name) in [("server", "tiny"), ("anna", "anna"), ("budi", "budi")] {
            try await openssl(
                ["req", "-subj", "/CN=\(name)", "-keyout", "\(file).key", "-out", "\(file).csr"] + key, in: directory)
            try await openssl(
                [
                    "x509", "-req", "-in", "\(file).csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                    "-days", "2", "-extfile", "names", "-out", "\(file).pem",
                ], in: directory)
        }
    }

    private static func openssl(_ arguments: [String], in directory: URL) async throws {
        let status = try await run("/usr/bin/openssl", arguments, in: directory)
        guard status == 0 else { throw Failure(sentence: "openssl \(arguments[0]) failed") }
    }
}

/// Runs a program to its end and returns its status.
func run(_ program: String, _ arguments: [String], in directory: URL) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.standardError = FileHandle.nullDevice
    return try await withCheckedThrowingContinuation { continuation in
        process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
        do { try process.run() } catch { continuation.resume(throwing: error) }
    }
}
