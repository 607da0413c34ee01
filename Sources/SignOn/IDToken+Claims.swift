import Calendars
import Documents

extension IDToken {
    /// By how much the provider's clock and ours may differ, in seconds.
    private static let leeway = 60.0
    private static let subjectBytesMax = 255

    /// Checks everything that OpenID Connect Core 1.0, 3.1.3.7 asks for beyond the signature.
    ///
    /// - Returns: the subject.
    func verifyClaims(
        of provider: OpenIDProvider, for pending: PendingSignOn, accessToken: String?, at now: Instant
    ) throws(SignOnError) -> String {
        let issuer = claims["iss"]?.text ?? ""
        guard issuer == provider.issuer else { throw .badToken(.issuer(Quoted(issuer))) }
        try verifyAudience(provider.clientID)
        try verifyTimes(begunAt: pending.begunAt, now: now)
        guard claims["nonce"]?.text == pending.nonce else { throw .badToken(.nonce) }
        if let hash = claims["at_hash"] {
            guard let accessToken, hash.text == algorithm.halfHash(of: accessToken) else {
                throw .badToken(.accessToken)
            }
        }
        guard let subject = claims["sub"]?.text, 1...IDToken.subjectBytesMax ~= subject.utf8.count else {
            throw .badToken(.noSubject)
        }
        return subject
    }

    private func verifyAudience(_ clientID: String) throws(SignOnError) {
        let audience = claims["aud"].map { $0.list ?? [$0] } ?? []
        guard audience.contains(.text(clientID)) else { throw .badToken(.audience) }
        let party = claims["azp"]
        // One of several audiences must be told whether the token is for it.
        guard party == .text(clientID) || party == nil && audience.count == 1 else { throw .badToken(.authorizedParty) }
    }

    private func verifyTimes(begunAt: Instant, now: Instant) throws(SignOnError) {
        guard let expiry = claims["exp"]?.seconds, let issued = claims["iat"]?.seconds else {
            throw .badToken(.malformed)
        }
        guard now.seconds < expiry + IDToken.leeway else { throw .badToken(.expired) }
        guard issued <= now.seconds + IDToken.leeway else { throw .badToken(.early) }
        if let start = claims["nbf"] {
            guard let start = start.seconds else { throw .badToken(.malformed) }
            guard start <= now.seconds + IDToken.leeway else { throw .badToken(.early) }
        }
        guard issued >= begunAt.seconds - IDToken.leeway else { throw .badToken(.stale) }
    }
}

extension JSON {
    /// NumericDate of RFC 7519.
    fileprivate var seconds: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }
}

extension Instant {
    fileprivate var seconds: Double { Double(milliseconds) / 1_000 }
}
