import Calendars
import Documents
import Foundation
import Testing

@testable import SignOn

@Suite struct `A sign-in under way` {
    private let now = Instant(milliseconds: 1_800_000_000_000)
    private let seal = PendingSeal(secret: Array(0..<32))

    private func pending(returnTo: String = "/today") -> PendingSignOn {
        PendingSignOn(provider: "pemda", returnTo: returnTo, at: now) { count in
            (0..<count).map { _ in UInt8.random(in: 0...255) }
        }
    }

    @Test func `opens again as it was, and shows nothing meanwhile`() throws {
        let pending = pending(returnTo: "/" + String(repeating: "a", count: 1_499))
        let text = try seal.seal(pending)
        #expect(try seal.open(text, at: now + .seconds(599)) == pending)
        #expect(text.utf8.count < 3_000)
        #expect(
            text.utf8.allSatisfy { "-_".utf8.contains($0) || Character(UnicodeScalar($0)).isLetter || 48...57 ~= $0 })
        #expect(try seal.seal(pending) != text)
    }

    @Test func `is over after ten minutes`() throws {
        let text = try seal.seal(pending())
        #expect(throws: SignOnError.expired) { try seal.open(text, at: now + .seconds(600)) }
    }

    @Test func `opens for nobody who changed it, and under no other key`() throws {
        let text = try seal.seal(pending())
        let bytes = try #require(Base64URL.decode(text))
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(throws: SignOnError.unknownPending) { try seal.open(Base64URL.encode(changed), at: now) }
        }
        for other in ["", "x", "a.b", String(text.dropLast()), text + "=", "\u{0}"] {
            #expect(throws: SignOnError.unknownPending) { try seal.open(other, at: now) }
        }
        let otherSeal = PendingSeal(secret: Array(1...32))
        #expect(throws: SignOnError.unknownPending) { try otherSeal.open(text, at: now) }
    }

    @Test(arguments: [
        ("/", "/"), ("/agreements?q=a%20b&x=1#y", "/agreements?q=a%20b&x=1#y"), ("", "/"), ("//evil.example", "/"),
        ("/\\evil.example", "/"), ("https://evil.example", "/"), ("javascript:alert(1)", "/"), ("/a\r\nb", "/"),
        ("/\t/evil.example", "/"), ("/é", "/"), ("/" + String(repeating: "a", count: 1_500), "/"),
    ]) func `returns nowhere but to this server`(wanted: String, kept: String) {
        #expect(pending(returnTo: wanted).returnTo == kept)
    }

    @Test func `has values of its own each time`() {
        let (one, other) = (pending(), pending())
        let values = [one, other].flatMap { [$0.state, $0.nonce, $0.codeVerifier] }
        #expect(Set(values).count == 6 && values.allSatisfy { $0.utf8.count == 43 })
    }

    /// The example of RFC 7636, appendix B.
    @Test func `challenges as the standard does`() {
        #expect(
            PendingSignOn.challenge(of: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test func `is not another's`() async throws {
        let (mine, other) = (try await Visit("rs256"), try await Visit("rs256"))
        let now = Visit.now
        let (redirect, _) = try await mine.party.begin(returnTo: "/", at: now)
        let (_, stranger) = try await other.party.begin(returnTo: "/", at: now)
        let query = try await mine.consent(redirect)
        await #expect(throws: SignOnError.wrongState) {
            try await mine.party.finish(query: query, pending: stranger, at: now)
        }
        #expect(try await mine.journal.asked["token"] == nil)
    }

    @Test func `cannot be finished late`() async throws {
        let visit = try await Visit("rs256")
        let now = Visit.now
        let (redirect, pending) = try await visit.party.begin(returnTo: "/", at: now)
        let query = try await visit.consent(redirect)
        await #expect(throws: SignOnError.expired) {
            try await visit.party.finish(query: query, pending: pending, at: now + .seconds(600))
        }
        #expect(try await visit.journal.asked["token"] == nil)
    }
}
