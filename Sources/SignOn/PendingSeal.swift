public import Calendars
import Crypto
import Documents
import Foundation

/// Makes a ``PendingSignOn`` fit for a cookie: ChaCha20-Poly1305 (RFC 8439), so that the browser can neither read nor
/// change it.
public struct PendingSeal: Sendable {
    private static let purpose = Data("pksd sign-on 1".utf8)
    private let key: SymmetricKey

    /// - Parameter secret: at least 32 bytes; may serve for other purposes too, for the key is only derived from it.
    public init(secret: [UInt8]) {
        precondition(secret.count >= 32, "a secret that can be guessed")
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: PendingSeal.purpose, outputByteCount: 32)
    }

    /// At most 3 kB of letters, digits, `-` and `_`.
    public func seal(_ pending: PendingSignOn) throws -> String {
        Base64URL.encode(
            try ChaChaPoly.seal(
                CanonicalJSON.encode(pending), using: key, authenticating: PendingSeal.purpose
            ).combined)
    }

    /// - Throws: ``SignOnError/unknownPending`` for what was not sealed here, ``SignOnError/expired`` ten minutes after the
    ///   sign-in began.
    public func open(_ text: String, at now: Instant) throws(SignOnError) -> PendingSignOn {
        guard let sealed = Base64URL.decode(text), let box = try? ChaChaPoly.SealedBox(combined: sealed),
            let plain = try? ChaChaPoly.open(box, using: key, authenticating: PendingSeal.purpose),
            let pending = try? CanonicalJSON.decode(PendingSignOn.self, from: plain)
        else { throw .unknownPending }
        guard now < pending.expiresAt else { throw .expired }
        return pending
    }
}
