public import Calendars
import Crypto
import Documents
import Foundation

/// A sign-in that has left for the provider and not come back: what only this browser may bring back.
///
/// Kept by the browser itself, sealed (see ``PendingSeal``), and forgotten there when the sign-in ends. An old copy is of no
/// use: the provider redeems a code once, for the holder of the verifier, and names the nonce in its token.
public struct PendingSignOn: Sendable, Equatable, Codable {
    public static let lifetime = Duration.seconds(600)
    private static let returnBytesMax = 1_500
    static let randomBytes = 32

    /// ``OpenIDProvider/id``.
    public let provider: String
    /// Where to go afterwards: a path on this server.
    public let returnTo: String
    public let begunAt: Instant
    /// Ties the answer to this browser (RFC 6749, 10.12).
    let state: String
    /// Ties the token to this sign-in (OpenID Connect Core 1.0, 15.5.2).
    let nonce: String
    /// Ties the code to whoever asked for it (RFC 7636).
    let codeVerifier: String

    init(provider: String, returnTo: String, at now: Instant, randomBytes: (Int) -> [UInt8]) {
        self.provider = provider
        self.returnTo = PendingSignOn.isLocal(returnTo) ? returnTo : "/"
        begunAt = now
        state = Base64URL.encode(randomBytes(PendingSignOn.randomBytes))
        nonce = Base64URL.encode(randomBytes(PendingSignOn.randomBytes))
        codeVerifier = Base64URL.encode(randomBytes(PendingSignOn.randomBytes))
    }

    public var expiresAt: Instant { begunAt + PendingSignOn.lifetime }

    /// RFC 7636, 4.2, method S256.
    static func challenge(of codeVerifier: String) -> String {
        Base64URL.encode(SHA256.hash(data: Data(codeVerifier.utf8)))
    }

    /// A path of this server, which no browser takes for another one's address.
    private static func isLocal(_ path: String) -> Bool {
        path.utf8.count <= returnBytesMax && path.hasPrefix("/") && !path.hasPrefix("//")
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") }
    }
}
