import Calendars
import Courier
import Documents
import Foundation
import SignOn
import Testing

/// A person with a browser who wants to sign in by one provider.
struct Visit {
    let issuer: String
    let party: RelyingParty

    /// What the provider remembers of being asked.
    struct Journal: Decodable {
        var fired: [String]
        var asked: [String: Int]
    }

    /// At one of our own providers, of that manner.
    init(_ manner: String, isSecure: Bool = false, patience: Duration = .seconds(30)) async throws {
        let providers = try await Providers.shared
        self.init(
            issuer: providers.issuer(manner, isSecure: isSecure), authorities: isSecure ? providers.ca : nil,
            patience: patience)
    }

    init(
        issuer: String, clientID: String = Providers.clientID, secret: String = Providers.clientSecret,
        scopes: [String] = OpenIDProvider.usualScopes, authorities: String? = nil,
        allow: [String] = ["127.0.0.0/8", "::1"], isLoopbackOnly: Bool = false, patience: Duration = .seconds(30)
    ) {
        self.issuer = issuer
        let provider = OpenIDProvider(
            id: "pemda", label: Bilingual(id: "Akun Pemda", en: "Regional account"), issuer: issuer, clientID: clientID,
            clientSecret: ClientSecret(secret), scopes: scopes, authorities: authorities,
            allow: allow.compactMap { CIDR($0) })
        party = RelyingParty(
            provider, redirectURI: Visit.redirectURI, carrier: Providers.courier,
            randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } },
            isLoopbackOnly: isLoopbackOnly, patience: patience)
    }

    static let redirectURI = "http://localhost:7480/sign-in/pemda/back?a=b"

    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }

    /// The whole way, there and back.
    func signIn(at now: Instant = Visit.now) async throws -> Identity {
        let (redirect, pending) = try await party.begin(returnTo: "/", at: now)
        return try await party.finish(query: try await consent(redirect), pending: pending, at: now)
    }

    /// Goes where the redirect leads, agrees, and brings back the query.
    func consent(_ redirect: String, form: String? = nil) async throws -> String {
        let lease = Lease(
            id: "browser", method: form == nil ? "GET" : "POST", url: redirect,
            headers: [.init("content-type", "application/x-www-form-urlencoded")], body: Array((form ?? "").utf8),
            limits: Lease.Limits(totalMilliseconds: 60_000), addresses: .loopbackOnly,
            tls: Lease.TLS(authorities: party.provider.authorities))
        guard case .answered(let answer) = await Providers.courier.carry(lease).result, answer.status == 302,
            let location = answer.header("location"), location.hasPrefix(Visit.redirectURI)
        else { throw Providers.Failure(sentence: "the provider does not send the browser back") }
        return String(location.dropFirst(Visit.redirectURI.count + 1))
    }

    var journal: Journal {
        get async throws {
            let outcome = await Providers.courier.carry(
                Lease(
                    id: "journal", method: "GET", url: issuer + "/journal", addresses: .loopbackOnly,
                    tls: Lease.TLS(authorities: party.provider.authorities)))
            guard case .answered(let answer) = outcome.result else { throw Providers.Failure(sentence: "no journal") }
            return try JSONDecoder().decode(Journal.self, from: Data(answer.body))
        }
    }
}
