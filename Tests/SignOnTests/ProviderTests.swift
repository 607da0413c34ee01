import Courier
import Documents
import Foundation
import Testing

@testable import SignOn

@Suite struct `A provider's settings` {
    @Test(arguments: [
        ("https://sso.example.go.id", true), ("https://sso.example.go.id:8443/realms/a", true),
        ("http://localhost:8080", true), ("http://127.0.0.1/x", true), ("http://[::1]:80", true),
        ("http://sso.example.go.id", false), ("http://127.0.0.1.example", false), ("http://localhost.example", false),
        ("ftp://sso.example", false), ("https://", false), ("https://a@sso.example", false), ("sso.example", false),
        ("https://sso.example#x", false), ("javascript:alert(1)", false), ("", false),
    ]) func `take an address that nobody can listen to`(address: String, isSafe: Bool) {
        #expect(OpenIDProvider.isSafe(address: address) == isSafe)
        #expect(OpenIDProvider.isIssuer(address) == isSafe && !OpenIDProvider.isIssuer(address + "?a"))
    }

    @Test func `show the secret to nobody`() {
        let provider = OpenIDProvider(
            id: "a", label: Bilingual(id: "A", en: "A"), issuer: "https://a.example", clientID: "c",
            clientSecret: ClientSecret("hush"), scopes: ["openid", "email"])
        var dumped = ""
        dump(provider, to: &dumped)
        #expect(!"\(provider) \(String(reflecting: provider)) \(dumped)".contains("hush"))
        #expect(provider.scopes == ["email"])
    }

    @Test(arguments: [
        ("a=1&b=%2B+%26&c", [["a", "1"], ["b", "+ &"], ["c", ""]]), ("", []), ("&&", []), ("a=b=c", [["a", "b=c"]]),
        ("a=%", nil), ("a=%4", nil), ("a=%zz", nil), ("a=%+1", nil), ("a=%ff", nil), ("%41=%e2%82%ac", [["A", "€"]]),
    ]) func `read a query strictly`(text: String, fields: [[String]]?) {
        #expect(FormCoding.decode(text)?.map { [$0.name, $0.value] } == fields)
    }

    @Test func `write a query that anybody can read`() {
        let text = "aZ09-._~ +/&=?%€\u{0}"
        #expect(FormCoding.encode(["k": text]) == "k=aZ09-._~%20%2B%2F%26%3D%3F%25%E2%82%AC%00")
        #expect(FormCoding.decode(FormCoding.encode(["k": text]))?.first?.value == text)
    }

    @Test(arguments: ["", "f", "fo", "foo", "foob", "\u{ff}\u{3fe}"]) func `read back what was written in Base64`(
        text: String
    ) {
        #expect(Base64URL.decode(Base64URL.encode(Array(text.utf8))) == Data(text.utf8))
    }

    @Test(arguments: ["+A", "/A", "AA==", "A", "A A", "é"]) func `read no other Base64`(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    /// OpenID Connect Core 1.0, appendix A.3.
    @Test func `hash an access token as the standard does`() {
        #expect(
            SigningAlgorithm.rs256.halfHash(of: "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y")
                == "77QmUPtjPfzWtF2AnpK9RQ")
    }

    /// Every reason, so that none is without a sentence in both languages.
    static let errors: [SignOnError] =
        SignOnError.Step.allCases.flatMap { step in
            [
                .noAnswer(step, Outcome.Failure(kind: .timeout, detail: "d")), .refused(step, status: 500, nil),
                .oversized(step), .unreadable(step, .noObject), .unreadable(step, .missing("m")),
            ]
        } + SignOnError.Need.allCases.map { .unsupported($0) }
        + [
            "access_denied", "invalid_client", "invalid_grant", "invalid_request", "invalid_scope", "server_error",
            "other",
        ].compactMap {
            Refusal(error: $0, description: "d").map { .declined($0) }
        }
        + [
            TokenFault.malformed, .algorithm(Quoted("a")), .unknownKey(Quoted("a")), .unknownKey(nil), .unusableKey,
            .signature, .issuer(Quoted("a")), .audience, .authorizedParty, .expired, .early, .stale, .nonce,
            .accessToken, .noSubject,
        ].map { .badToken($0) }
        + [
            .unsafeAddress("m"), .wrongIssuer(said: Quoted("a")), .answerOfAnother(said: Quoted("a")),
            .answerOfAnother(said: nil),
            .unknownPending, .expired, .wrongState, .brokenQuery,
            .otherSubject,
        ]

    @Test(arguments: errors) func `explain each failure in both languages, and to a stranger nothing`(
        error: SignOnError
    ) {
        for text in [error.message, error.publicMessage] {
            #expect(!text.id.isEmpty && !text.en.isEmpty && (text.id != text.en))
        }
        #expect(!error.publicMessage.en.contains("token") && !error.publicMessage.en.contains("issuer"))
    }
}
