import Documents
import Engine
import Foundation
import Glibc
import Ledger

extension Settings {
    private static let bytes = 32

    /// The file that holds the key under which endpoints' secrets are sealed: `secrets_key`, or the systemd credential
    /// `secrets_key`; nil for one of our own beside the ledger.
    static func secretsKeyFile(_ named: String?, environment: [String: String]) -> String? {
        named
            ?? environment["CREDENTIALS_DIRECTORY"].map { $0 + "/secrets_key" }
            .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    }

    private var ownKeyFile: String { stateDirectory + "/secrets.key" }

    /// Reads the key, and makes one where the daemon keeps its own and there is none yet.
    ///
    /// - Throws: `DocumentError` naming the file, never what is in it.
    func vault(_ random: some RandomSource) throws -> Vault {
        if let file = secretsKeyFile { return try Settings.read(key: file) }
        if !FileManager.default.fileExists(atPath: ownKeyFile) { try makeKey(random) }
        return try Settings.read(key: ownKeyFile)
    }

    private static func read(key file: String) throws -> Vault {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw fault(file, Bilingual(id: "berkas tidak dapat dibaca", en: "the file cannot be read"))
        }
        guard let key = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)),
            let vault = try? Vault(key: Array(key))
        else {
            throw fault(
                file,
                Bilingual(
                    id: "harus berisi \(bytes) byte acak dalam Base64 (head -c \(bytes) /dev/urandom | base64)",
                    en: "must hold \(bytes) random bytes in Base64 (head -c \(bytes) /dev/urandom | base64)"))
        }
        return vault
    }

    /// Whole or not at all: what is sealed under half a key is lost.
    private func makeKey(_ random: some RandomSource) throws {
        try FileManager.default.createDirectory(
            atPath: stateDirectory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let text = Data(random.bytes(Settings.bytes)).base64EncodedString() + "\n"
        let draft = ownKeyFile + ".new"
        _ = unsafe unlink(draft)
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        defer { if descriptor >= 0 { close(descriptor) } }
        let length = text.utf8.count
        let written = descriptor < 0 ? -1 : unsafe write(descriptor, text, length)
        guard written == length, fsync(descriptor) == 0, unsafe rename(draft, ownKeyFile) == 0 else {
            throw Settings.fault(
                ownKeyFile, Bilingual(id: "berkas tidak dapat ditulis", en: "the file cannot be written"))
        }
    }

    private static func fault(_ file: String, _ message: Bilingual) -> DocumentError {
        DocumentError([Problem(at: Place(file: file), message)])
    }
}
