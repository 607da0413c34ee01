public import Calendars
public import Courier
import Crypto
import Documents
import Foundation

/// Lets people sign in by a provider: OpenID Connect Core 1.0, code flow, with PKCE (RFC 7636).
///
/// The browser is sent away by ``begin(returnTo:at:)`` and comes back to ``finish(query:pending:at:)``. What the provider
/// publishes about itself is asked for when first needed, and kept.
public struct RelyingParty: Sendable {
    public let provider: OpenIDProvider
    /// Where the provider sends the browser back to; must be registered there, letter by letter.
    public let redirectURI: String
    private let backchannel: Backchannel
    private let metadata: DocumentCache<ProviderMetadata>
    private let keys: DocumentCache<KeySet>
    private let randomBytes: @Sendable (Int) -> [UInt8]

    /// - Parameters:
    ///   - carrier: must follow no redirects.
    ///   - randomBytes: as many as asked for, fit for secrets.
    ///   - isLoopbackOnly: a rehearsal may ask nobody outside this machine.
    ///   - patience: for each answer of the provider's.
    public init(
        _ provider: OpenIDProvider, redirectURI: String, carrier: any Carrier,
        randomBytes: @escaping @Sendable (Int) -> [UInt8], isLoopbackOnly: Bool = false,
        patience: Duration = .seconds(10)
    ) {
        self.provider = provider
        self.redirectURI = redirectURI
        self.randomBytes = randomBytes
        let backchannel = Backchannel(
            provider: provider, carrier: carrier, isLoopbackOnly: isLoopbackOnly,
            totalMilliseconds: Int(patience.milliseconds))
        let metadata = DocumentCache { _ throws(SignOnError) in
            let answer = try await backchannel.discover()
            return (try ProviderMetadata(answer.json, of: provider), answer.lifetime)
        }
        self.backchannel = backchannel
        self.metadata = metadata
        keys = DocumentCache { now throws(SignOnError) in
            let answer = try await backchannel.keys(at: metadata.value(at: now).keysAddress)
            return (try KeySet(answer.json), answer.lifetime)
        }
    }

    /// Starts a sign-in.
    ///
    /// - Parameter returnTo: a path of this server, to go to afterwards; `/` in place of anything else.
    /// - Returns: the address to send the browser to, and what it must bring back, sealed.
    public func begin(
        returnTo: String, at now: Instant
    ) async throws(SignOnError) -> (redirect: String, pending: PendingSignOn) {
        let endpoint = try await metadata.value(at: now).authorizationEndpoint
        let pending = PendingSignOn(
            provider: provider.id, returnTo: returnTo, at: now, randomBytes: randomBytes)
        let request = FormCoding.encode([
            "response_type": "code", "client_id": provider.clientID, "redirect_uri": redirectURI,
            "scope": (["openid"] + provider.scopes).joined(separator: " "), "state": pending.state,
            "nonce": pending.nonce, "code_challenge": PendingSignOn.challenge(of: pending.codeVerifier),
            "code_challenge_method": "S256",
        ])
        return (endpoint + (endpoint.contains("?") ? "&" : "?") + request, pending)
    }

    /// Ends a sign-in that has come back.
    ///
    /// - Parameters:
    ///   - query: of the address that the browser came to, as it was written.
    ///   - pending: what the same browser was given by ``begin(returnTo:at:)``.
    public func finish(
        query: String, pending: PendingSignOn, at now: Instant
    ) async throws(SignOnError) -> Identity {
        let response = try AuthorizationResponse(query: query)
        guard pending.provider == provider.id, response.state == pending.state else { throw .wrongState }
        guard now < pending.expiresAt else { throw .expired }
        let metadata = try await metadata.value(at: now)
        if response.issuer != nil || metadata.namesIssuer, response.issuer != provider.issuer {
            throw .answerOfAnother(said: response.issuer.map { Quoted($0) })
        }
        let answer = try await backchannel.tokens(
            for: response.granted(), verifier: pending.codeVerifier, redirectURI: redirectURI, metadata: metadata)
        guard let text = answer["id_token"]?.text else { throw .unreadable(.token, .missing("id_token")) }
        let token = try IDToken(text)
        try await verifySignature(of: token, at: now)
        let accessToken = answer["access_token"]?.text
        let subject = try token.verifyClaims(of: provider, for: pending, accessToken: accessToken, at: now)
        let identity = Identity(issuer: provider.issuer, subject: subject, claims: token.claims)
        // Providers may keep what is not about the sign-in itself for those who ask (5.4).
        guard identity.email == nil, let endpoint = metadata.userInfoEndpoint, let accessToken else { return identity }
        let claims = try await backchannel.userInfo(at: endpoint, accessToken: accessToken)
        guard claims["sub"]?.text == subject else { throw .otherSubject }
        return Identity(issuer: provider.issuer, subject: subject, claims: claims)
    }

    /// A key that is not known may be new: providers change keys without telling.
    private func verifySignature(of token: IDToken, at now: Instant) async throws(SignOnError) {
        var key = try await keys.value(at: now).key(for: token)
        if key == nil { key = try await keys.renewed(at: now)?.key(for: token) }
        guard let key else { throw .badToken(.unknownKey(token.keyID.map { Quoted($0) })) }
        let isSigned: Bool
        do { isSigned = try await key.verifies(token.signature, of: token.signed) } catch {
            throw .badToken(.unusableKey)
        }
        guard isSigned else { throw .badToken(.signature) }
    }
}
