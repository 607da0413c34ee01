import Crypto
public import Documents
public import Foundation

/// The receiving side of Standard Webhooks 1.0.0: judges whether a request was signed with one of the keys it knows.
///
/// Shares nothing with the code that signs, so that the two can find each other's mistakes.
public struct SignatureVerifier: Sendable {
    /// How far a timestamp may lie from the receiver's clock, before and after, in seconds.
    public static let tolerance = 300.0

    /// What a receiver makes of a request.
    public enum Verdict: String, Sendable, CaseIterable {
        /// Signed with a key that is known, just now.
        case valid
        /// Signed with a key that is known, but too long ago or ahead of the clock.
        case stale
        /// No signature of a known version fits.
        case wrong
        /// A header is missing, or the timestamp is no number.
        case unsigned
        /// Nobody looked.
        case unchecked
    }

    private enum Key {
        case shared(SymmetricKey)
        case published(Curve25519.Signing.PublicKey)
    }

    private let keys: [Key]

    /// - Parameter texts: shared secrets (`whsec_` and 24 to 64 bytes in Base64) and public keys (`whpk_` and 32 bytes of
    ///   Ed25519); any of them may have signed.
    public init(_ texts: [String]) throws(KeyFault) {
        guard !texts.isEmpty else { throw KeyFault() }
        keys = try texts.map { text throws(KeyFault) in try Self.key(text) }
    }

    public init(_ text: String) throws(KeyFault) { try self.init([text]) }

    /// - Parameters:
    ///   - id: the value of `webhook-id`.
    ///   - timestamp: the value of `webhook-timestamp`, as it came.
    ///   - signatures: the value of `webhook-signature`: `version,base64` items with spaces between; versions that are not
    ///     known are skipped.
    ///   - body: the bytes as they came.
    public func verdict(
        id: String?, timestamp: String?, signatures: String?, body: some DataProtocol, at now: Date
    )
        -> Verdict
    {
        guard let id, let timestamp, let signatures, !id.isEmpty, let seconds = Int64(timestamp) else {
            return .unsigned
        }
        var signed = Data("\(id).\(timestamp).".utf8)
        signed.append(contentsOf: body)
        let isSigned = signatures.split(separator: " ").contains { isValid($0, for: signed) }
        guard isSigned else { return .wrong }
        return abs(Double(seconds) - now.timeIntervalSince1970) <= Self.tolerance ? .valid : .stale
    }

    private func isValid(_ item: Substring, for signed: Data) -> Bool {
        let parts = item.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let signature = Data(base64Encoded: String(parts[1])) else { return false }
        return keys.contains { key in
            switch (parts[0], key) {
            // Both compare in constant time.
            case ("v1", .shared(let secret)):
                HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: signed, using: secret)
            case ("v1a", .published(let key)): key.isValidSignature(signature, for: signed)
            default: false
            }
        }
    }

    private static func key(_ text: String) throws(KeyFault) -> Key {
        let parts = text.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, let bytes = Data(base64Encoded: padded(parts[1])) else { throw KeyFault() }
        switch parts[0] {
        case "whsec" where (24...64).contains(bytes.count):
            return .shared(SymmetricKey(data: bytes))
        case "whpk":
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { throw KeyFault() }
            return .published(key)
        default: throw KeyFault()
        }
    }

    /// Some write Base64 without the `=` at its end.
    private static func padded(_ text: Substring) -> String {
        text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    }

    /// A text that is no key. Does not repeat it, since it may be nearly one.
    public struct KeyFault: ExplainedError {
        public var message: Bilingual {
            Bilingual(
                id: "bukan kunci Standard Webhooks: whsec_ dan 24–64 bita Base64, atau whpk_ dan 32 bita",
                en: "no key of Standard Webhooks: whsec_ and 24 to 64 bytes in Base64, or whpk_ and 32 bytes")
        }
    }
}
