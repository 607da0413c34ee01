import Courier
import Documents
import Testing

@testable import Webhooks

/// Asking whether anything may be sent at all.
@Suite struct HandshakeTests {
    private static let handshake = Handshake(origin: "pks.example.test", perMinute: 120)

    private static func verdict(_ headers: [(String, String)], status: Int = 200) -> Handshake.Verdict {
        let answer = Outcome.Answer(status: status, headers: headers.map { .init($0.0, $0.1) })
        return handshake.verdict(of: Outcome(leaseID: "handshake_we_1", result: .answered(answer)))
    }

    @Test func `a request says who asks, and for how much`() throws {
        let lease = try #require(HandshakeTests.handshake.request(for: Samples.endpoint(), loopbackOnly: false))
        #expect(
            lease
                == Lease(
                    id: "handshake_we_1", method: "OPTIONS", url: "https://example.test/hook",
                    headers: [
                        .init("user-agent", "pksd/1"), .init("webhook-request-origin", "pks.example.test"),
                        .init("webhook-request-rate", "120"),
                    ]))
        let modest = Handshake(origin: "a.test").request(for: Samples.endpoint(), loopbackOnly: false)
        #expect(modest?.headers.map(\.name) == ["user-agent", "webhook-request-origin"])
    }

    @Test(
        arguments: [
            ([("webhook-allowed-origin", "*"), ("webhook-allowed-rate", "*")], nil),
            ([("webhook-allowed-origin", "pks.example.test"), ("webhook-allowed-rate", "60")], 60),
            ([("webhook-allowed-origin", "PKS.Example.Test"), ("webhook-allowed-rate", "1")], 1),
            ([("webhook-allowed-origin", "other.test"), ("webhook-allowed-origin", "*")], 120),
            ([("webhook-allowed-origin", "*")], 120),
        ] as [([(String, String)], Int?)])
    func `the headers consent, whatever the status`(_ headers: [(String, String)], _ perMinute: Int?) {
        for status in [200, 204, 301, 403, 405, 500] {
            #expect(HandshakeTests.verdict(headers, status: status) == .allowed(perMinute: perMinute))
        }
    }

    @Test(
        arguments: [
            [], [("webhook-allowed-rate", "*")], [("access-control-allow-origin", "*")],
            [("webhook-allowed-origin", "")], [("webhook-allowed-origin", "example.test")],
            [("webhook-allowed-origin", "https://pks.example.test")],
            [("webhook-allowed-origin", "*"), ("webhook-allowed-rate", "0")],
            [("webhook-allowed-origin", "*"), ("webhook-allowed-rate", "-5")],
            [("webhook-allowed-origin", "*"), ("webhook-allowed-rate", "many")],
            [("webhook-allowed-origin", "*"), ("webhook-allowed-rate", "")],
            [("webhook-allowed-origin", "*"), ("webhook-allowed-rate", "99999999999999999999")],
        ] as [[(String, String)]])
    func `anything less is a refusal that says why`(_ headers: [(String, String)]) {
        for status in [200, 204] {
            guard case .refused(let why) = HandshakeTests.verdict(headers, status: status) else {
                Issue.record("\(headers) is no consent")
                continue
            }
            #expect(why.en.contains("WebHook-Allowed") && why.id.contains("WebHook-Allowed"))
        }
    }

    @Test(arguments: Outcome.Failure.Kind.allCases) func `no answer is no consent`(_ kind: Outcome.Failure.Kind) {
        let outcome = Outcome(leaseID: "x", result: .failed(.init(kind: kind, detail: "nobody there")))
        #expect(
            HandshakeTests.handshake.verdict(of: outcome)
                == .refused(Bilingual(id: "tidak ada jawaban: nobody there", en: "no answer: nobody there")))
    }
}
