import Agreements
import Calendars
import Courier
import Foundation
import Ledger
import Testing

@testable import Webhooks

@Suite struct StandardWebhooksVector {
    @Test func `the published vector is reproduced`() throws {
        let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let signature = secret.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: Data("{\"test\": 2432232314}".utf8))
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test(arguments: ["", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_%%%"])
    func `what is no secret is refused`(_ text: String) { #expect(WebhookSecret(text) == nil) }

    @Test func `a secret reads back as it was made`() {
        let made = WebhookSecret(randomBytes: Array(0..<32))
        #expect(WebhookSecret(made.text) == made)
    }

    @Test(
        arguments: [
            (["*"], [], true), (["note.added"], [], true), (["note.*"], [], true), (["agreement.*"], [], false),
            (["*"], ["53"], true), (["*"], ["53.71"], true), (["*"], ["17"], false), (["*"], ["5"], false),
        ] as [([String], [String], Bool)])
    func `an endpoint hears what it asked for, of its regions`(_ events: [String], _ regions: [String], _ hears: Bool) {
        let endpoint = WebhookEndpoint(
            id: "we_1", url: "https://example.test", events: events, format: "standard", allow: [], secret: "",
            regions: regions, createdAt: Instant(milliseconds: 0))
        let event = Event(
            id: .init(rawValue: "evt_1"), subject: .agreement(.init(rawValue: "agr_1")), region: "53.71",
            recordedAt: Instant(milliseconds: 0), effectiveOn: Day(number: 0), actor: .system,
            data: .noteAdded(Note(kind: .comment, text: "")))
        #expect(endpoint.wants(event) == hears)
    }
}

@Suite struct DeliveryVerdicts {
    private let now = Instant(milliseconds: 1_800_000_000_000)

    private func judge(_ result: Outcome.Result, attempt: Int = 1) -> DeliveryPolicy.Verdict {
        let delivery = Delivery(
            id: "dlv_1", endpoint: "we_1", eventID: .init(rawValue: "evt_1"), eventType: "note.added", seq: 1,
            lane: "agr_1",
            payload: Data(), attempts: attempt, dueAt: now, createdAt: now)
        return DeliveryPolicy().judge(delivery, Outcome(leaseID: "dlv_1", result: result), startedAt: now, at: now)
    }

    private func wait(_ verdict: DeliveryPolicy.Verdict) -> Duration? {
        if case .retry(let at) = verdict.settlement.next { at - now } else { nil }
    }

    @Test(arguments: [200, 201, 204, 299]) func `2xx has arrived`(_ status: Int) {
        #expect(judge(.answered(.init(status: status))).settlement.next == .delivered)
    }

    @Test(arguments: [301, 302, 304, 400, 401, 404, 429, 500, 503]) func `everything else is tried again`(
        _ status: Int
    ) throws {
        let wait = try #require(self.wait(judge(.answered(.init(status: status)))))
        #expect((Duration.seconds(5)...Duration.seconds(6)).contains(wait))
    }

    @Test func `410 ends the endpoint`() {
        let verdict = judge(.answered(.init(status: 410)))
        #expect(verdict.disablesEndpoint)
        #expect(verdict.settlement.next == .failed)
    }

    @Test(arguments: [
        ("120", 120), ("999999999", 86_400), ("-5", 5), ("soon", 5), ("Fri, 15 Jan 2027 08:10:00 GMT", 600), ("1", 5),
    ])
    func `a receiver may ask for patience, within reason`(_ header: String, _ seconds: Int64) throws {
        let answer = Outcome.Answer(status: 503, headers: [.init("retry-after", header)])
        let wait = try #require(self.wait(judge(.answered(answer))))
        #expect(wait >= .seconds(seconds) && wait <= .seconds(seconds) + .seconds(2))
    }

    @Test(arguments: Outcome.Failure.Kind.allCases) func `a failure is tried again unless it cannot change`(
        _ kind: Outcome.Failure.Kind
    ) {
        let next = judge(.failed(.init(kind: kind, detail: ""))).settlement.next
        switch kind {
        case .badAddress, .badHeader, .forbiddenAddress: #expect(next == .failed)
        case .cancelled: #expect(next == .retry(at: now))
        default: #expect(next != .failed && next != .delivered)
        }
    }

    @Test func `ten tries, the delays only upward by a fifth, and always the same`() throws {
        let schedule = RetrySchedule.standard
        for attempt in 1...9 {
            let delay = try #require(schedule.delay(after: attempt, of: "dlv_1"))
            let base = schedule.delays[attempt - 1]
            #expect(delay >= base && delay <= base * 1.2)
            #expect(schedule.delay(after: attempt, of: "dlv_1") == delay)
        }
        #expect(schedule.delay(after: 10, of: "dlv_1") == nil)
        #expect(judge(.answered(.init(status: 500)), attempt: 10).settlement.next == .failed)
    }
}
