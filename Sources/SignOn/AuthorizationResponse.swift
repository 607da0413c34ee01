public import Documents

/// What the browser brings back from the provider (RFC 6749, 4.1.2; RFC 9207).
struct AuthorizationResponse: Sendable, Equatable {
    let state: String?
    let issuer: String?
    let code: String?
    let refusal: Refusal?

    /// - Parameter query: without the question mark.
    init(query: String) throws(SignOnError) {
        guard let fields = FormCoding.decode(query) else { throw .brokenQuery }
        func field(_ name: String) throws(SignOnError) -> String? {
            let values = fields.filter { $0.name == name }.map(\.value)
            guard values.count <= 1 else { throw .brokenQuery }
            return values.first
        }
        state = try field("state")
        issuer = try field("iss")
        code = try field("code")
        refusal = Refusal(error: try field("error"), description: try field("error_description"))
    }

    /// The code to redeem.
    func granted() throws(SignOnError) -> String {
        if let refusal { throw .declined(refusal) }
        guard let code, !code.isEmpty else { throw .brokenQuery }
        return code
    }
}

/// A provider's no (RFC 6749, 4.1.2.1 and 5.2).
public struct Refusal: Sendable, Equatable {
    /// `access_denied`, `invalid_client`, …
    public let error: Quoted
    public let description: Quoted?

    init?(error: String?, description: String?) {
        guard let error else { return nil }
        self.error = Quoted(error)
        self.description = description.map { Quoted($0) }
    }
}
