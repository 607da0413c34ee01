import Documents

/// What of a provider's own description (OpenID Connect Discovery 1.0, section 3) signing in needs.
struct ProviderMetadata: Sendable, Equatable {
    /// How the daemon proves itself at the token endpoint.
    enum ClientAuthentication: String, Sendable, CaseIterable {
        case basic = "client_secret_basic"
        case post = "client_secret_post"
    }

    let authorizationEndpoint: String
    let tokenEndpoint: String
    let keysAddress: String
    /// Nil where all there is to know is in the ID Token.
    let userInfoEndpoint: String?
    let clientAuthentication: ClientAuthentication
    /// Whether answers always name the issuer (RFC 9207).
    let namesIssuer: Bool

    /// - Throws: what the provider does not offer, or says of another one.
    init(_ json: JSON, of provider: OpenIDProvider) throws(SignOnError) {
        func address(_ member: String) throws(SignOnError) -> String {
            guard let text = json[member]?.text else { throw .unreadable(.discovery, .missing(member)) }
            guard OpenIDProvider.isSafe(address: text) else { throw .unsafeAddress(member) }
            return text
        }
        func offers(_ member: String) -> [String]? { json[member]?.list.map { $0.compactMap(\.text) } }

        guard let issuer = json["issuer"]?.text else { throw .unreadable(.discovery, .missing("issuer")) }
        // Else anybody who can answer at the address could speak for others.
        guard issuer == provider.issuer else { throw .wrongIssuer(said: Quoted(issuer)) }
        authorizationEndpoint = try address("authorization_endpoint")
        tokenEndpoint = try address("token_endpoint")
        keysAddress = try address("jwks_uri")
        userInfoEndpoint = json["userinfo_endpoint"] == nil ? nil : try address("userinfo_endpoint")
        namesIssuer = json["authorization_response_iss_parameter_supported"] == true
        if let types = offers("response_types_supported"), !types.contains("code") { throw .unsupported(.code) }
        if let methods = offers("code_challenge_methods_supported"), !methods.contains("S256") {
            throw .unsupported(.proofKey)
        }
        if let algorithms = offers("id_token_signing_alg_values_supported"),
            !SigningAlgorithm.allCases.contains(where: { algorithms.contains($0.rawValue) })
        {
            throw .unsupported(.signing)
        }
        let methods = offers("token_endpoint_auth_methods_supported") ?? [ClientAuthentication.basic.rawValue]
        guard let method = ClientAuthentication.allCases.first(where: { methods.contains($0.rawValue) }) else {
            throw .unsupported(.clientSecret)
        }
        clientAuthentication = method
    }
}
