import Calendars
import Courier
import Foundation
import Ledger
import Testing

@testable import Webhooks

/// One key takes over from another while both sign.
@Suite struct RotationTests {
    private static let now = Samples.recorded
    private static let hour = Duration.seconds(3_600)

    private static func key(_ index: UInt8, _ kind: WebhookKey.Kind = .hmac) -> WebhookKey {
        WebhookKey(kind, randomBytes: [UInt8](repeating: index, count: 32))
    }

    private static func secrets(_ keys: [(UInt8, Instant?)]) -> EndpointSecrets {
        EndpointSecrets(signing: keys.map { .init(text: key($0.0).text, expiresAt: $0.1) }, clientKey: "PEM")
    }

    private static func versions(_ secrets: EndpointSecrets, at now: Instant) throws -> [String] {
        let headers = try Signer(secrets).headers(id: "evt_1", body: Data("{}".utf8), at: now) ?? []
        return headers.last?.value.split(separator: " ").map { String($0.prefix { $0 != "," }) } ?? []
    }

    @Test func `the new key signs first and the old one until the overlap is over`() throws {
        let (now, hour) = (RotationTests.now, RotationTests.hour)
        let rotated = try RotationTests.secrets([(1, nil)]).rotated(to: RotationTests.key(2).text, at: now)
        #expect(
            rotated.signing == [
                .init(text: RotationTests.key(2).text),
                .init(text: RotationTests.key(1).text, expiresAt: now + hour * 24),
            ])
        #expect(rotated.clientKey == "PEM")
        let signer = try Signer(rotated)
        let body = Data("{}".utf8)
        for (instant, accepted) in [(now, true), (now + hour * 24 + .milliseconds(-1), true), (now + hour * 24, false)]
        {
            let headers = try #require(signer.headers(id: "evt_1", body: body, at: instant))
            #expect(headers.map(\.name) == ["webhook-id", "webhook-timestamp", "webhook-signature"])
            let (timestamp, signature) = (headers[1].value, headers[2].value)
            func accepts(_ index: UInt8) -> Bool {
                Receiver(RotationTests.key(index)).accepts(signature, id: "evt_1", timestamp: timestamp, body: body)
            }
            #expect(accepts(2) && accepts(1) == accepted)
            #expect(signature.split(separator: " ", omittingEmptySubsequences: false).count == (accepted ? 2 : 1))
        }
    }

    @Test func `either kind of key may follow the other`() throws {
        let pair = RotationTests.key(2, .ed25519).text
        let there = try RotationTests.secrets([(1, nil)]).rotated(to: pair, at: RotationTests.now)
        #expect(try RotationTests.versions(there, at: RotationTests.now) == ["v1a", "v1"])
        let back = try there.rotated(to: RotationTests.key(3).text, at: RotationTests.now)
        #expect(try RotationTests.versions(back, at: RotationTests.now) == ["v1", "v1a", "v1"])
    }

    @Test(
        arguments: [
            (.zero, true), (.seconds(1), true), (hour * 24 * 7, true), (hour * 24 * 7 + .milliseconds(1), false),
            (.milliseconds(-1), false),
        ] as [(Duration, Bool)])
    func `an overlap is 0 to 7 days`(_ overlap: Duration, _ isAllowed: Bool) throws {
        func rotate() throws -> EndpointSecrets {
            try RotationTests.secrets([(1, nil)]).rotated(
                to: RotationTests.key(2).text, at: RotationTests.now, overlap: overlap)
        }
        if isAllowed {
            #expect(try rotate().signing.count == (overlap == .zero ? 1 : 2))
        } else {
            #expect(throws: EndpointSecrets.BadOverlap()) { try rotate() }
        }
    }

    @Test func `no older key outlives the overlap, expired ones go, and ten stay at most`() throws {
        let (now, hour) = (RotationTests.now, RotationTests.hour)
        let old = RotationTests.secrets([(1, nil), (2, now + hour), (3, now), (4, now + hour * 99)])
        let rotated = try old.rotated(to: RotationTests.key(9).text, at: now, overlap: hour * 2)
        #expect(
            rotated.signing.dropFirst().map(\.expiresAt) == [now + hour * 2, now + hour, now + hour * 2]
                && rotated.signing.map(\.text) == [9, 1, 2, 4].map { RotationTests.key($0).text })
        #expect(try old.rotated(to: RotationTests.key(9).text, at: now, overlap: .zero).signing.count == 1)
        var many = RotationTests.secrets([(0, nil)])
        for index in UInt8(1)...15 { many = try many.rotated(to: RotationTests.key(index).text, at: now) }
        #expect(many.signing.map(\.text) == (UInt8(5)...15).reversed().map { RotationTests.key($0).text })
    }

    @Test func `a key that comes back stands there once, whether its padding is written or not`() throws {
        let bare = String(RotationTests.key(1).text.prefix { $0 != "=" })
        let once = try RotationTests.secrets([(2, nil), (1, RotationTests.now + RotationTests.hour)])
            .rotated(to: bare, at: RotationTests.now)
        #expect(once.signing.map(\.text) == [1, 2].map { RotationTests.key($0).text })
        #expect(once.signing[0].expiresAt == nil)
    }

    @Test func `what is no key changes nothing and cannot sign`() throws {
        #expect(throws: WebhookKey.Fault.unknownPrefix) {
            try RotationTests.secrets([(1, nil)]).rotated(to: "new", at: RotationTests.now)
        }
        #expect(throws: WebhookKey.Fault.unknownPrefix) { try Signer(EndpointSecrets(signing: [.init(text: "old")])) }
        #expect(try Signer(EndpointSecrets(signing: [])).headers(id: "e", body: Data(), at: RotationTests.now) == nil)
        let expired = try Signer(RotationTests.secrets([(1, RotationTests.now)]))
        #expect(expired.headers(id: "e", body: Data(), at: RotationTests.now) == nil)
    }
}
