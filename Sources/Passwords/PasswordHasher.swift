import CSodium
import Foundation
import Synchronization

/// Turns passwords into what may be kept of them: Argon2id (RFC 9106), made by libsodium.
///
/// Each takes tens of milliseconds and megabytes, which is what it is for. So it happens on threads of its own, and only so
/// many wait for one: whoever sends a thousand sign-ins stops other sign-ins, and not the daemon.
public final class PasswordHasher: Sendable {
    /// What one hash costs, and so what one guess does.
    public struct Cost: Sendable, Equatable {
        /// In bytes, at least 8,192.
        public var memory: Int
        public var passes: UInt64

        public init(memory: Int, passes: UInt64) {
            self.memory = memory
            self.passes = passes
        }

        /// 19 MiB and two passes: what OWASP's Password Storage Cheat Sheet asks of Argon2id at least.
        public static let usual = Cost(memory: 19 * 1_048_576, passes: 2)
    }

    private let cost: Cost
    private let line: WorkLine
    private let decoy = Mutex<String?>(nil)

    /// - Parameters:
    ///   - threads: how many hashes are made at once.
    ///   - waiting: how many may wait for a thread.
    public init(cost: Cost = .usual, threads: Int = 2, waiting: Int = 32) {
        self.cost = cost
        line = WorkLine(threads: threads, waiting: waiting)
    }

    /// What is to be kept of a password: its hash with the salt and the cost, as text.
    ///
    /// - Throws: ``PasswordsBusy``.
    public func hash(_ password: String) async throws -> String {
        let text = password.precomposedStringWithCanonicalMapping
        let hash = try await line.run { [self] in make(text) }
        // libsodium fails only where the memory is not to be had.
        guard let hash else { throw PasswordsBusy() }
        return hash
    }

    /// Whether a hash was made of this password.
    ///
    /// - Parameter hash: nil where there is none; that takes as long as a wrong password does.
    /// - Throws: ``PasswordsBusy``.
    public func verify(_ password: String, against hash: String?) async throws -> Bool {
        let isTooLong = password.utf8.count > PasswordPolicy.bytesMax
        let text = isTooLong ? "" : password.precomposedStringWithCanonicalMapping
        return try await line.run { [self] in
            // Made before either way, so that the first stranger does not wait twice as long as the first user.
            let decoy = decoyHash()
            let isRight = PasswordHasher.matches(hash ?? decoy, text)
            return isRight && hash != nil && !isTooLong
        }
    }

    /// Whether a hash was made at another cost than today's.
    public func isOutdated(_ hash: String) -> Bool {
        unsafe crypto_pwhash_str_needs_rehash(hash, cost.passes, cost.memory) != 0
    }

    private func decoyHash() -> String {
        decoy.withLock { decoy in
            if let decoy { return decoy }
            let made = make("")
            decoy = made
            return made ?? ""
        }
    }

    private func make(_ password: String) -> String? {
        guard PasswordHasher.isReady else { return nil }
        var hash = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        let code = unsafe crypto_pwhash_str(&hash, bytes, UInt64(bytes.count), cost.passes, cost.memory)
        guard code == 0 else { return nil }
        return String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func matches(_ hash: String, _ password: String) -> Bool {
        guard isReady else { return false }
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        return unsafe crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
    }

    private static let isReady = sodium_init() >= 0
}
