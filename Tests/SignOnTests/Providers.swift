import Courier
import Foundation

/// Real OpenID Providers in a Python of their own: `oidc-provider-mock` as it is published, and many more that keep to the
/// standard but for one manner, see `providers.py`.
struct Providers: Decodable {
    /// The issuer of the published one.
    let library: String
    private let own: String
    private let tls: String
    /// The authority that vouches for the ones behind TLS.
    let ca: String

    struct Failure: Error {
        let sentence: String
    }

    static let courier = CurlCourier()
    static let clientID = "pksd & co"
    static let clientSecret = "s3cret: 100% +/="

    /// A provider of that manner, which nobody else speaks to.
    func issuer(_ manner: String, isSecure: Bool = false) -> String {
        "\(isSecure ? tls : own)/\(manner)/\(UUID().uuidString)"
    }

    /// One process for all tests; it ends with the pipe to it. A test that needs it fails with the reason where it could not
    /// be started.
    static var shared: Providers { get async throws { try await started.value.providers } }

    private static let started = Task { try await Started() }

    private final class Started: Sendable {
        let providers: Providers
        private let commands = Pipe()

        init() async throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let venv = root.appending(path: ".build/sign-on-venv")
            let python = venv.appending(path: "bin/python").path
            // Made once, beside the build.
            if (try? await run(python, ["-W", "ignore", "-c", "import oidc_provider_mock, joserfc, cryptography"])) != 0
            {
                let packages = ["oidc-provider-mock==0.3.4", "authlib<2", "joserfc", "cryptography"]
                for (program, arguments) in [
                    ("/usr/bin/env", ["python3", "-m", "venv", venv.path]),
                    (python, ["-m", "pip", "install", "--quiet"] + packages),
                ] {
                    guard try await run(program, arguments) == 0 else {
                        throw Failure(sentence: "\(program) \(arguments.joined(separator: " ")) failed")
                    }
                }
            }
            let directory = FileManager.default.temporaryDirectory.appending(path: "sign-on-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            let process = Process()
            let answers = Pipe()
            process.executableURL = URL(filePath: python)
            process.arguments = ["-B", root.path + "/Tests/SignOnTests/Scripts/providers.py", directory.path]
            process.standardInput = commands
            process.standardOutput = answers
            process.standardError = FileHandle.nullDevice
            try process.run()
            var line = Data()
            while line.last != UInt8(ascii: "\n") {
                let piece = answers.fileHandleForReading.availableData
                if piece.isEmpty { throw Failure(sentence: "the providers have ended") }
                line += piece
            }
            providers = try JSONDecoder().decode(Providers.self, from: line)
        }
    }

    /// Runs a program to its end and returns its status.
    private static func run(_ program: String, _ arguments: [String]) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }
}
