import Crypto
import Documents
import Foundation

/// How a token may be signed: with a private key of the provider's, in a way that is not known to be weak. A shared secret
/// (`HS…`) or `none` is not among them, so that neither can be passed off as one.
enum SigningAlgorithm: String, Sendable, CaseIterable {
    case rs256 = "RS256"
    case es256 = "ES256"
    /// With Ed25519.
    case edDSA = "EdDSA"

    /// `at_hash` of OpenID Connect Core 1.0, 3.1.3.6: the left half of the hash that the algorithm itself uses.
    func halfHash(of text: String) -> String {
        let data = Data(text.utf8)
        let hash =
            switch self {
            case .rs256, .es256: Data(SHA256.hash(data: data))
            case .edDSA: Data(SHA512.hash(data: data))
            }
        return Base64URL.encode(hash.prefix(hash.count / 2))
    }
}
