import Calendars
import Courier
import Documents
import Foundation
import Testing

@testable import SignOn

@Suite(.timeLimit(.minutes(5))) struct `Signing in` {
    private func anna(_ issuer: String) -> Identity {
        Identity(issuer: issuer, subject: "anna", email: "anna@kab.example", isEmailVerified: true, name: "Anna Ndun")
    }

    @Test(arguments: [
        "rs256", "es256", "eddsa", "post", "iss", "no-kid", "two-audiences-for-us", "just-expired", "huge-expiry",
        "no-access-token-wanted", "text-verified", "short-lived", "bad-age", "endless",
    ]) func `works with every way a sound provider may take`(manner: String) async throws {
        let visit = try await Visit(manner)
        #expect(try await visit.signIn() == anna(visit.issuer))
    }

    @Test func `works over TLS with an authority of one's own, and only with it`() async throws {
        let visit = try await Visit("rs256", isSecure: true)
        #expect(try await visit.signIn() == anna(visit.issuer))
        let stranger = Visit(issuer: visit.issuer)
        let error = await #expect(throws: SignOnError.self) { try await stranger.signIn() }
        #expect(error?.message.en.contains("name its file as 'ca'") == true)
    }

    @Test func `asks UserInfo for what the token does not say`() async throws {
        let visit = try await Visit("userinfo")
        #expect(
            try await visit.signIn()
                == Identity(issuer: visit.issuer, subject: "anna", email: "anna@info.example", isEmailVerified: true))
        #expect(try await visit.journal.asked["userinfo"] == 1)
    }

    @Test(arguments: [("unverified-email", false), ("rs256", true)])
    func `says whether the address was verified`(manner: String, isVerified: Bool) async throws {
        let identity = try await Visit(manner).signIn()
        #expect(identity.email == "anna@kab.example")
        #expect(identity.isEmailVerified == isVerified)
    }

    @Test func `shows no name that would disturb a page or a log`() async throws {
        let visit = try await Visit("odd-name")
        #expect(try await visit.signIn().name == nil)
        #expect(try await visit.journal.fired == ["odd-name"])
    }

    @Test func `asks for the description and the keys once`() async throws {
        let visit = try await Visit("rs256")
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 { group.addTask { _ = try await visit.signIn() } }
            try await group.waitForAll()
        }
        let asked = try await visit.journal.asked
        #expect(asked[".well-known/openid-configuration"] == 1 && asked["jwks"] == 1 && asked["token"] == 8)
    }

    @Test func `asks again when what was said is out of date`() async throws {
        let visit = try await Visit("short-lived")
        let clock = Visit.now
        _ = try await visit.party.begin(returnTo: "/", at: clock)
        _ = try await visit.party.begin(returnTo: "/", at: clock + .seconds(599))
        #expect(try await visit.journal.asked[".well-known/openid-configuration"] == 1)
        _ = try await visit.party.begin(returnTo: "/", at: clock + .seconds(600))
        #expect(try await visit.journal.asked[".well-known/openid-configuration"] == 2)
    }

    @Test func `finds a new key of the provider's, but does not ask for it at each attempt`() async throws {
        let visit = try await Visit("rotates")
        // The provider's clock stays where it is: what is done later must not be too far from it.
        let begun = Visit.now + .seconds(-30)
        let unknown = SignOnError.badToken(.unknownKey(Quoted("next")))
        await #expect(throws: unknown) { try await visit.signIn(at: begun) }
        await #expect(throws: unknown) { try await visit.signIn(at: begun + .seconds(30)) }
        #expect(try await visit.journal.asked["jwks"] == 1)
        #expect(try await visit.signIn(at: begun + .seconds(60)) == anna(visit.issuer))
        #expect(try await visit.journal.asked["jwks"] == 2)
    }

    @Test func `is refused without the secret, and says what to check`() async throws {
        let issuer = try await Providers.shared.issuer("rs256")
        let visit = Visit(issuer: issuer, secret: "wrong")
        let error = await #expect(throws: SignOnError.self) { try await visit.signIn() }
        #expect(error?.message.en.contains("invalid_client): check 'client_id' and its secret") == true)
    }

    @Test func `goes to no private address unless it is allowed`() async throws {
        let providers = try await Providers.shared
        for isSecure in [false, true] {
            let issuer = providers.issuer("rs256", isSecure: isSecure)
            let visit = Visit(issuer: issuer, authorities: providers.ca, allow: ["10.0.0.0/8"])
            let error = await #expect(throws: SignOnError.self) { try await visit.signIn() }
            #expect(error?.message.en.contains("127.0.0.1 is not permitted") == true)
            let seen = Visit(issuer: issuer, authorities: providers.ca)
            #expect(try await seen.journal.asked.isEmpty)
        }
    }

    @Test func `goes nowhere but to this machine in a rehearsal`() async throws {
        let visit = Visit(issuer: "https://192.0.2.1", allow: ["192.0.2.0/24"], isLoopbackOnly: true)
        let error = await #expect(throws: SignOnError.self) { try await visit.signIn() }
        #expect(error?.message.en.contains("192.0.2.1 is not permitted") == true)
        let here = Visit(
            issuer: try await Providers.shared.issuer("rs256"), allow: [], isLoopbackOnly: true)
        #expect(try await here.signIn() == anna(here.issuer))
    }
}

@Suite(.timeLimit(.minutes(5))) struct `Signing in by a published provider` {
    /// Registers as a client, as the provider wants it.
    private func visit() async throws -> Visit {
        let issuer = try await Providers.shared.library
        let body = try CanonicalJSON.encode(["redirect_uris": [Visit.redirectURI]])
        let outcome = await Providers.courier.carry(
            Lease(
                id: "register", method: "POST", url: issuer + "/oauth2/clients",
                headers: [.init("content-type", "application/json")], body: Array(body), addresses: .loopbackOnly))
        guard case .answered(let answer) = outcome.result, answer.status == 201 else {
            throw Providers.Failure(sentence: "not registered: \(outcome)")
        }
        let json = try CanonicalJSON.decode(JSON.self, from: Data(answer.body))
        return Visit(
            issuer: issuer, clientID: try #require(json["client_id"]?.text),
            secret: try #require(json["client_secret"]?.text))
    }

    @Test func `works, for a code once`() async throws {
        let visit = try await visit()
        let now = Visit.now
        let (redirect, pending) = try await visit.party.begin(returnTo: "/agreements?q=x", at: now)
        let query = try await visit.consent(redirect, form: "sub=anna")
        #expect(pending.returnTo == "/agreements?q=x")
        #expect(
            try await visit.party.finish(query: query, pending: pending, at: now)
                == Identity(issuer: visit.issuer, subject: "anna", email: "anna@kab.example", name: "Anna Ndun"))
        let error = await #expect(throws: SignOnError.self) {
            try await visit.party.finish(query: query, pending: pending, at: now)
        }
        #expect(error?.message.en.contains("invalid_grant") == true)
    }

    @Test func `is refused there with another address to come back to, or another secret`() async throws {
        let visit = try await visit()
        let provider = visit.party.provider
        let elsewhere = RelyingParty(
            provider, redirectURI: Visit.redirectURI + "x", carrier: Providers.courier,
            randomBytes: { [UInt8](repeating: 7, count: $0) })
        let (redirect, _) = try await elsewhere.begin(returnTo: "/", at: Visit.now)
        await #expect(throws: Providers.Failure.self) { try await visit.consent(redirect, form: "sub=anna") }

        let impostor = Visit(issuer: visit.issuer, clientID: provider.clientID, secret: "wrong")
        let now = Visit.now
        let (address, pending) = try await impostor.party.begin(returnTo: "/", at: now)
        let query = try await impostor.consent(address, form: "sub=anna")
        let error = await #expect(throws: SignOnError.self) {
            try await impostor.party.finish(query: query, pending: pending, at: now)
        }
        #expect(error?.message.en.contains("invalid_client") == true)
    }
}
