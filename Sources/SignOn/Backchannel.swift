import Courier
import Documents
import Foundation

/// What the daemon itself asks of a provider, without the browser.
struct Backchannel: Sendable {
    static let answerBytesMax = 131_072

    let provider: OpenIDProvider
    let carrier: any Carrier
    let isLoopbackOnly: Bool
    let totalMilliseconds: Int

    /// What came back, and for how long it may be kept.
    struct Answer: Sendable {
        let json: JSON
        let lifetime: Duration
    }

    func discover() async throws(SignOnError) -> Answer {
        let base = provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer
        return try await ask(.discovery, "GET", base + "/.well-known/openid-configuration")
    }

    func keys(at address: String) async throws(SignOnError) -> Answer { try await ask(.keys, "GET", address) }

    func userInfo(at address: String, accessToken: String) async throws(SignOnError) -> JSON {
        try await ask(.userInfo, "GET", address, [.init("authorization", "Bearer \(accessToken)")]).json
    }

    /// Redeems a code (OpenID Connect Core 1.0, 3.1.3).
    func tokens(
        for code: String, verifier: String, redirectURI: String, metadata: ProviderMetadata
    ) async throws(SignOnError) -> JSON {
        var body = FormCoding.encode([
            "grant_type": "authorization_code", "code": code, "redirect_uri": redirectURI, "code_verifier": verifier,
        ])
        var headers = [Lease.Header("content-type", "application/x-www-form-urlencoded")]
        switch metadata.clientAuthentication {
        case .basic:
            // Each part is form-encoded first (RFC 6749, 2.3.1).
            let pair = FormCoding.encode(provider.clientID) + ":" + FormCoding.encode(provider.clientSecret.text)
            headers.append(.init("authorization", "Basic " + Data(pair.utf8).base64EncodedString()))
        case .post:
            body +=
                "&"
                + FormCoding.encode(["client_id": provider.clientID, "client_secret": provider.clientSecret.text])
        }
        return try await ask(.token, "POST", metadata.tokenEndpoint, headers, body: Array(body.utf8)).json
    }

    private func ask(
        _ step: SignOnError.Step, _ method: String, _ url: String, _ headers: [Lease.Header] = [], body: [UInt8] = []
    ) async throws(SignOnError) -> Answer {
        let outcome = await carrier.carry(
            Lease(
                id: "sign-on_\(provider.id)_\(step.rawValue)", method: method, url: url,
                headers: [.init("user-agent", "pksd/1"), .init("accept", "application/json")] + headers, body: body,
                limits: Lease.Limits(
                    connectMilliseconds: min(5_000, totalMilliseconds), totalMilliseconds: totalMilliseconds,
                    answerBytesMax: Backchannel.answerBytesMax),
                addresses: addresses(for: url), tls: Lease.TLS(authorities: provider.authorities)))
        switch outcome.result {
        case .failed(let failure): throw .noAnswer(step, failure)
        case .answered(let answer): return try read(answer, step)
        }
    }

    /// Without TLS only this machine is spoken to, whatever address a name turns out to have.
    private func addresses(for url: String) -> AddressRules {
        let isLoopbackAllowed = provider.allow.contains { $0.network.isLoopback }
        let staysHere = isLoopbackOnly || isLoopbackAllowed && !url.hasPrefix("https:")
        return staysHere ? .loopbackOnly : .publicOnly(except: provider.allow)
    }

    private func read(_ answer: Outcome.Answer, _ step: SignOnError.Step) throws(SignOnError) -> Answer {
        guard !answer.isTruncated else {
            if answer.body.count >= Backchannel.answerBytesMax { throw .oversized(step) }
            throw .noAnswer(step, Outcome.Failure(kind: .reset, detail: "the answer broke off"))
        }
        let json = (try? Node(json: Data(answer.body)))?.json
        guard answer.status == 200 else {
            let refusal = Refusal(error: json?["error"]?.text, description: json?["error_description"]?.text)
            throw .refused(step, status: answer.status, refusal)
        }
        guard let json, case .object = json else { throw .unreadable(step, .noObject) }
        return Answer(json: json, lifetime: answer.lifetime)
    }
}

extension Outcome.Answer {
    /// `max-age` of RFC 9111; an hour where nothing is said.
    fileprivate var lifetime: Duration {
        let directives = headers.filter { $0.name == "cache-control" }.flatMap {
            $0.value.lowercased().split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        if directives.contains("no-store") || directives.contains("no-cache") { return .zero }
        guard let age = directives.first(where: { $0.hasPrefix("max-age=") })?.dropFirst(8) else {
            return .seconds(3_600)
        }
        // A number beyond 32 bits is longer than anything is kept.
        return .seconds(Int32(age) ?? (age.allSatisfy(\.isASCIIDigit) && !age.isEmpty ? Int32.max : 0))
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { "0"..."9" ~= self }
}
