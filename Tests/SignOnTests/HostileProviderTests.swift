import Courier
import Documents
import Foundation
import Testing

@testable import SignOn

/// Each provider does one thing wrong. The sign-in fails for that reason, and the provider confirms that it did it.
@Suite(.timeLimit(.minutes(5))) struct `A provider that` {
    private func refusal(_ manner: String, patience: Duration = .seconds(30)) async throws -> SignOnError? {
        let visit = try await Visit(manner, patience: patience)
        let error = await #expect(throws: SignOnError.self, "\(manner)") { try await visit.signIn() }
        let fired = try await visit.journal.fired
        #expect(!fired.isEmpty && Set(fired) == [manner], "the fault did not happen")
        return error
    }

    @Test(arguments: [
        ("wrong-audience", TokenFault.audience), ("no-audience", .audience), ("two-audiences", .authorizedParty),
        ("wrong-party", .authorizedParty), ("wrong-nonce", .nonce), ("no-nonce", .nonce), ("expired", .expired),
        ("no-expiry", .malformed), ("expiry-as-text", .malformed), ("early", .early), ("not-before", .early),
        ("stale", .stale), ("swapped-issuer", .issuer(Quoted("https://other.example"))),
        ("wrong-at-hash", .accessToken), ("no-access-token", .accessToken), ("no-subject", .noSubject),
        ("long-subject", .noSubject),
    ]) func `claims what is not so is not believed`(manner: String, fault: TokenFault) async throws {
        #expect(try await refusal(manner) == .badToken(fault))
    }

    @Test(arguments: [
        ("alg-none", TokenFault.algorithm(Quoted("none"))), ("hs256-public-key", .algorithm(Quoted("HS256"))),
        ("hs256-secret", .algorithm(Quoted("HS256"))), ("hmac-as-rs256", .signature),
        ("ps256", .algorithm(Quoted("PS256"))), ("unknown-kid", .unknownKey(Quoted("nobody"))),
        ("wrong-key", .signature), ("unsigned", .signature), ("changed", .signature),
        ("own-key", .unknownKey(Quoted("own"))), ("weak-rsa", .unusableKey), ("critical", .malformed),
        ("twice", .malformed), ("garbage", .malformed), ("large-token", .malformed),
        ("ambiguous-key", .unknownKey(nil)),
    ]) func `signs what must not be trusted is not believed`(manner: String, fault: TokenFault) async throws {
        #expect(try await refusal(manner) == .badToken(fault))
    }

    @Test func `names an odd algorithm is quoted on one short line`() async throws {
        let error = try await refusal("alg-odd")
        #expect(error?.message.en.contains("'rs256\u{fffd}\u{fffd}xxx") == true)
        #expect(error.map { $0.message.en.count < 400 } == true)
    }

    @Test(arguments: [
        ("other-issuer", SignOnError.wrongIssuer(said: Quoted("https://other.example"))),
        ("no-code", .unsupported(.code)), ("plain-pkce", .unsupported(.proofKey)),
        ("only-hs256", .unsupported(.signing)), ("no-secret-method", .unsupported(.clientSecret)),
        ("plain-token-endpoint", .unsafeAddress("token_endpoint")),
        ("script-endpoint", .unsafeAddress("authorization_endpoint")), ("file-keys", .unsafeAddress("jwks_uri")),
        ("no-keys-address", .unreadable(.discovery, .missing("jwks_uri"))),
    ]) func `describes itself wrongly is not asked further`(manner: String, expected: SignOnError) async throws {
        #expect(try await refusal(manner) == expected)
    }

    @Test func `describes itself with a slash that was not set up shows how to write it`() async throws {
        let error = try await refusal("issuer-with-slash")
        #expect(error?.message.en.contains("/': write 'issuer' exactly so") == true)
    }

    @Test func `keeps its keys on an inner address is not followed there`() async throws {
        let error = try await refusal("metadata-service")
        #expect(error?.message.en.contains("169.254.169.254 is not permitted") == true)
    }

    @Test(arguments: [
        ("wrong-state", SignOnError.wrongState), ("no-state", .wrongState), ("declines-strangers", .wrongState),
        ("wrong-iss", .answerOfAnother(said: Quoted("https://other.example"))), ("no-authorization-code", .brokenQuery),
        ("two-codes", .brokenQuery), ("broken-query", .brokenQuery), ("other-subject", .otherSubject),
    ]) func `sends the browser back wrongly gets nobody in`(manner: String, expected: SignOnError) async throws {
        #expect(try await refusal(manner) == expected)
    }

    @Test func `announces its name in every answer and leaves it out gets nobody in`() async throws {
        #expect(try await refusal("iss-missing") == .answerOfAnother(said: nil))
    }

    @Test func `declines says why`() async throws {
        let person = try await refusal("declines")
        #expect(person?.message.en.contains("access_denied): the person declined") == true)
        #expect(person?.needsMending == false)
        let operation = try await refusal("refuses-redirect")
        #expect(
            operation?.message.en.contains(
                "(redirect_uri_mismatch: not\u{fffd}registered): register the redirect address") == true)
        #expect(operation?.needsMending == true)
        let grant = try await refusal("refuses-grant")
        #expect(
            grant?.message.en.contains("(invalid_grant: redirect_uri does not match): the code was used already")
                == true)
    }

    static let steps = ["discovery", "keys", "token", "userinfo"]

    private func step(_ name: String) -> SignOnError.Step { name == "userinfo" ? .userInfo : .init(rawValue: name)! }

    @Test(arguments: steps) func `answers too much is cut off`(step name: String) async throws {
        try await answers("huge", name) { $0 == .oversized(step(name)) }
    }

    @Test(arguments: steps) func `leads elsewhere is not followed`(step name: String) async throws {
        try await answers("redirecting", name) { error in
            error == .refused(step(name), status: 302, nil) && error.message.en.contains("which is not followed")
        }
    }

    @Test(arguments: steps) func `answers with a page is not read`(step name: String) async throws {
        try await answers("html", name) { $0 == .unreadable(step(name), .noObject) }
        try await answers("list", name) { $0 == .unreadable(step(name), .noObject) }
    }

    @Test(arguments: zip(steps, ["issuer", "keys", "id_token", ""]))
    func `answers with nothing in it is told what lacks`(
        step name: String, member: String
    ) async throws {
        let expected = name == "userinfo" ? SignOnError.otherSubject : .unreadable(step(name), .missing(member))
        try await answers("empty", name) { $0 == expected }
    }

    @Test(arguments: steps) func `fails is quoted`(step name: String) async throws {
        try await answers("failing", name) { $0 == .refused(step(name), status: 503, nil) }
    }

    @Test(arguments: steps) func `hangs up is noticed`(step name: String) async throws {
        for manner in ["hanging-up", "cut"] {
            try await answers(manner, name) { error in
                if case .noAnswer(step(name), _) = error { true } else { false }
            }
        }
    }

    @Test(arguments: steps) func `keeps silent is not waited for`(step name: String) async throws {
        try await answers("silent", name, patience: .seconds(10)) { error in
            if case .noAnswer(step(name), let failure) = error { failure.kind == .timeout } else { false }
        }
    }

    private func answers(
        _ manner: String, _ step: String, patience: Duration = .seconds(30), _ isExpected: (SignOnError) -> Bool
    ) async throws {
        let error = try #require(await refusal("\(manner)-\(step)", patience: patience))
        #expect(isExpected(error), "\(error)")
        #expect(
            error.publicMessage.en
                == "Signing in with your institution's account does not work now. The operator can see why.")
    }
}
