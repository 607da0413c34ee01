import Documents
import Foundation
import JWTKit

/// The public keys that a provider signs with (RFC 7517). Keys for other purposes, or of other kinds, are none of ours.
struct KeySet: Sendable {
    struct Key: Sendable {
        let id: String?
        let algorithm: SigningAlgorithm
        private let key: JWK

        /// Nil for a key that no token may be signed with.
        fileprivate init?(_ json: JSON) {
            if let use = json["use"], use != "sig" { return nil }
            if let operations = json["key_ops"]?.list, !operations.contains("verify") { return nil }
            id = json["kid"]?.text
            // A name is only for JWTKit's sake.
            let name = JWKIdentifier(string: id ?? "only")
            switch (json["kty"]?.text, json["crv"]?.text) {
            case ("RSA", _):
                algorithm = .rs256
                key = .rsa(.rs256, identifier: name, modulus: json["n"]?.text, exponent: json["e"]?.text)
            case ("EC", "P-256"):
                algorithm = .es256
                key = .ecdsa(.es256, identifier: name, x: json["x"]?.text, y: json["y"]?.text, curve: .p256)
            case ("OKP", "Ed25519"):
                algorithm = .edDSA
                key = .octetKeyPair(.eddsa, identifier: name, x: json["x"]?.text, y: nil, curve: .ed25519)
            default: return nil
            }
            if let named = json["alg"]?.text, named != algorithm.rawValue { return nil }
        }

        /// Whether the key's owner signed exactly these bytes.
        ///
        /// - Throws: where the key itself is none, or too weak: RSA of fewer than 2,048 bits.
        func verifies(_ signature: Data, of signed: Data) async throws -> Bool {
            let keys = try await JWTKeyCollection().add(jwk: key)
            return try await keys.getKey().verify(signature, signs: signed)
        }
    }

    private let keys: [Key]

    init(_ json: JSON) throws(SignOnError) {
        guard let list = json["keys"]?.list else { throw .unreadable(.keys, .missing("keys")) }
        keys = list.compactMap { Key($0) }
    }

    /// The one key that may have signed; nil where there is none, or more than one.
    func key(for token: IDToken) -> Key? {
        let fitting = keys.filter { $0.algorithm == token.algorithm && (token.keyID == nil || $0.id == token.keyID) }
        return fitting.count == 1 ? fitting[0] : nil
    }
}
