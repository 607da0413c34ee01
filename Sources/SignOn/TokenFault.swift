public import Documents

/// Why a provider's ID Token is not believed.
public enum TokenFault: Sendable, Equatable {
    case malformed
    /// Signed in a way that is not taken, `none` and shared secrets among them.
    case algorithm(Quoted)
    /// The provider publishes no such key for this algorithm; nil where the token names none and there is not exactly one.
    case unknownKey(Quoted?)
    case unusableKey
    case signature
    case issuer(Quoted)
    case audience
    case authorizedParty
    case expired
    /// Issued, or valid, only from a later time on.
    case early
    /// Issued before the sign-in had begun.
    case stale
    case nonce
    /// Not the access token that came with it.
    case accessToken
    case noSubject
}
