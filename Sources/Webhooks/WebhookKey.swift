import Crypto
public import Documents
public import Foundation

/// A key that signs deliveries, as Standard Webhooks 1.0.0 writes it: `whsec_` and 24 to 64 bytes in Base64 for
/// HMAC-SHA256, `whsk_` and the 32 bytes of the seed with the 32 of the public key for Ed25519.
public struct WebhookKey: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Shared with the receiver; signs as version `v1`.
        case hmac
        /// The receiver needs only the public half; signs as version `v1a`.
        case ed25519
    }

    /// Why a text is no key. It never quotes the text.
    public enum Fault: Error, Sendable, Equatable {
        case unknownPrefix
        case notBase64
        case badLength(Kind, bytes: Int)
        /// The second half is not the public key of the seed.
        case mismatch
    }

    private enum Material: Sendable {
        case hmac(Data)
        case ed25519(Curve25519.Signing.PrivateKey)
    }

    private static let prefixes: [(text: String, kind: Kind)] = [("whsec_", .hmac), ("whsk_", .ed25519)]

    private let material: Material

    /// Reads a key; the `=` at its end may be missing.
    public init(_ text: String) throws(Fault) {
        guard let prefix = WebhookKey.prefixes.first(where: { text.hasPrefix($0.text) }) else { throw .unknownPrefix }
        let digits = text.dropFirst(prefix.text.count)
        let padding = String(repeating: "=", count: (4 - digits.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: digits + padding) else { throw .notBase64 }
        switch prefix.kind {
        case .hmac:
            guard (24...64) ~= data.count else { throw .badLength(.hmac, bytes: data.count) }
            material = .hmac(data)
        case .ed25519:
            guard data.count == 64, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: data.prefix(32))
            else { throw .badLength(.ed25519, bytes: data.count) }
            guard key.publicKey.rawRepresentation == data.suffix(32) else { throw .mismatch }
            material = .ed25519(key)
        }
    }

    /// Makes a key.
    ///
    /// - Precondition: from a good source of randomness, 24 to 64 bytes for HMAC and 32 for Ed25519.
    public init(_ kind: Kind, randomBytes bytes: [UInt8]) {
        switch kind {
        case .hmac:
            precondition((24...64) ~= bytes.count, "Standard Webhooks asks for 24 to 64 bytes")
            material = .hmac(Data(bytes))
        case .ed25519:
            guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes) else {
                preconditionFailure("a seed has 32 bytes")
            }
            material = .ed25519(key)
        }
    }

    public var kind: Kind {
        switch material {
        case .hmac: .hmac
        case .ed25519: .ed25519
        }
    }

    /// The whole key, to be kept secret.
    public var text: String {
        switch material {
        case .hmac(let key): "whsec_" + key.base64EncodedString()
        case .ed25519(let key):
            "whsk_" + (key.rawRepresentation + key.publicKey.rawRepresentation).base64EncodedString()
        }
    }

    /// `whpk_…`, which anybody may see and verify with; nil for a shared key.
    public var publicText: String? {
        switch material {
        case .hmac: nil
        case .ed25519(let key): "whpk_" + key.publicKey.rawRepresentation.base64EncodedString()
        }
    }

    /// One item of `webhook-signature`, over `id.timestamp.body`.
    ///
    /// - Parameter timestamp: whole seconds since 1970, of this attempt.
    public func signature(id: String, timestamp: Int64, body: Data) -> String {
        let signed = Data("\(id).\(timestamp).".utf8) + body
        switch material {
        case .hmac(let key):
            let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key))
            return "v1," + Data(code).base64EncodedString()
        case .ed25519(let key):
            guard let signature = try? key.signature(for: signed) else {
                preconditionFailure("signing with a key that was read cannot fail")
            }
            return "v1a," + signature.base64EncodedString()
        }
    }
}

extension WebhookKey: CustomStringConvertible, CustomReflectable {
    public var description: String { publicText ?? "(key)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension WebhookKey.Fault: ExplainedError {
    public var message: Bilingual {
        switch self {
        case .unknownPrefix:
            Bilingual(
                id: "kunci harus diawali whsec_ (HMAC) atau whsk_ (Ed25519)",
                en: "a key begins with whsec_ (HMAC) or whsk_ (Ed25519)")
        case .notBase64: Bilingual(id: "kunci bukan Base64", en: "the key is not Base64")
        case .badLength(.hmac, let bytes):
            Bilingual(
                id: "kunci HMAC harus 24 sampai 64 bita, bukan \(bytes)",
                en: "an HMAC key has 24 to 64 bytes, not \(bytes)")
        case .badLength(.ed25519, let bytes):
            Bilingual(
                id: "kunci Ed25519 harus 64 bita (benih dan kunci publik), bukan \(bytes)",
                en: "an Ed25519 key has 64 bytes (seed and public key), not \(bytes)")
        case .mismatch:
            Bilingual(
                id: "kunci publik bukan pasangan benihnya", en: "the public key does not belong to the seed")
        }
    }
}
