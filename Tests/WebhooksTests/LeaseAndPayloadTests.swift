import Agreements
import Calendars
import Courier
import Crypto
import Documents
import Foundation
import Ledger
import Testing

@testable import Webhooks

/// What goes over the wire: the bytes, the headers, and to whom.
@Suite struct LeaseAndPayloadTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let recorded = Instant(milliseconds: 1_800_000_000_123)

    private static func endpoint(
        _ events: [String] = ["*"], regions: [String] = [], secret: String = secret, allow: [String] = []
    ) -> WebhookEndpoint {
        WebhookEndpoint(
            id: "we_1", url: "https://example.test/hook", events: events, format: "standard", allow: allow,
            secret: secret, regions: regions, createdAt: recorded)
    }

    private static func event(
        _ subject: Event.Subject = .agreement(.init(rawValue: "agr_1")), _ data: EventData? = nil,
        region: String? = "53.71"
    ) -> Event {
        Event(
            id: .init(rawValue: "evt_9"), seq: 9, subject: subject, subjectSeq: 4, ref: "kota-kupang-2019",
            region: region, version: 3, recordedAt: recorded, effectiveOn: Day(number: 20_000),
            actor: Actor(name: "Ani", role: .coordinator), workflow: "s",
            data: data ?? .noteAdded(Note(kind: .comment, text: "a/b")))
    }

    @Test func `a payload is the event's data and what a consumer needs to place it`() throws {
        #expect(
            String(decoding: try WebhookPayload(LeaseAndPayloadTests.event()).bytes(), as: UTF8.self)
                == "{\"data\":{\"actor\":{\"name\":\"Ani\",\"role\":\"coordinator\"},\"agreement_id\":\"agr_1\","
                + "\"agreement_seq\":4,\"effective_on\":\"2024-10-04\",\"kind\":\"comment\",\"ref\":\"kota-kupang-2019\","
                + "\"region\":\"53.71\",\"seq\":9,\"text\":\"a/b\",\"version\":3},"
                + "\"timestamp\":\"2027-01-15T08:00:00.123Z\",\"type\":\"note.added\"}")
    }

    @Test func `an event about a region or an endpoint names no agreement`() throws {
        func data(_ event: Event) throws -> [String: JSON] {
            let json = try CanonicalJSON.decode(JSON.self, from: WebhookPayload(event).bytes())
            return try #require(json["data"]?.object)
        }
        let region = try data(
            LeaseAndPayloadTests.event(
                .region("53"), .coverageRecorded(CoverageFact(asOf: "2019-01", percent: 81.9)), region: "53"))
        #expect(region["region"] == "53" && region["percent"] == .number(81.9) && region["as_of"] == "2019-01")
        #expect(region["agreement_id"] == nil && region["agreement_seq"] == nil && region["endpoint_id"] == nil)
        let stop = try data(
            LeaseAndPayloadTests.event(.endpoint("we_7"), .endpointDisabled(EndpointStop(reason: "410")), region: nil))
        #expect(stop["endpoint_id"] == "we_7" && stop["reason"] == "410" && stop["seq"] == 9)
        #expect(stop["agreement_id"] == nil && stop["region"] == nil)
    }

    @Test func `the same event always gives the same bytes, another event others`() throws {
        let first = try WebhookPayload(LeaseAndPayloadTests.event()).bytes()
        for _ in 0..<50 { #expect(try WebhookPayload(LeaseAndPayloadTests.event()).bytes() == first) }
        var later = LeaseAndPayloadTests.event()
        later.seq = 10
        #expect(try WebhookPayload(later).bytes() != first)
    }

    @Test func `a lease carries the stored bytes, signed for the moment of the attempt`() throws {
        let delivery = Delivery(
            id: "dlv_1", endpoint: "we_1", eventID: .init(rawValue: "msg_p5jXN8AQM9LWM0D4loKWxJek"),
            eventType: "note.added", seq: 1, lane: "agr_1", payload: Data("{\"test\": 2432232314}".utf8), attempts: 3,
            dueAt: LeaseAndPayloadTests.recorded, createdAt: LeaseAndPayloadTests.recorded)
        let lease = try #require(
            LeaseAndPayloadTests.endpoint().lease(
                for: delivery, at: Instant(milliseconds: 1_614_265_330_999), loopbackOnly: false))
        #expect(
            lease
                == Lease(
                    id: "dlv_1", method: "POST", url: "https://example.test/hook",
                    headers: [
                        .init("content-type", "application/json"), .init("user-agent", "pksd/1"),
                        .init("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), .init("webhook-timestamp", "1614265330"),
                        .init("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
                    ], body: Array("{\"test\": 2432232314}".utf8), addresses: .publicOnly(except: [])))
        let later = try #require(
            LeaseAndPayloadTests.endpoint().lease(
                for: delivery, at: Instant(milliseconds: 1_614_265_331_000), loopbackOnly: false))
        #expect(later.body == lease.body && later.headers[2] == lease.headers[2])
        #expect(later.headers[3].value == "1614265331" && later.headers[4] != lease.headers[4])
    }

    @Test func `a rehearsal stays on this machine, exceptions or not`() throws {
        let delivery = try LeaseAndPayloadTests.endpoint().delivery(
            of: LeaseAndPayloadTests.event(), payload: WebhookPayload(LeaseAndPayloadTests.event()))
        let range = try #require(CIDR("10.1.0.0/16"))
        let endpoint = LeaseAndPayloadTests.endpoint(allow: ["10.1.0.0/16", "nonsense"])
        let now = LeaseAndPayloadTests.recorded
        #expect(
            endpoint.lease(for: delivery, at: now, loopbackOnly: false)?.addresses == .publicOnly(except: [range]))
        #expect(endpoint.lease(for: delivery, at: now, loopbackOnly: true)?.addresses == .loopbackOnly)
    }

    @Test func `without a readable secret nothing is sent`() throws {
        let delivery = try LeaseAndPayloadTests.endpoint().delivery(
            of: LeaseAndPayloadTests.event(), payload: WebhookPayload(LeaseAndPayloadTests.event()))
        #expect(
            LeaseAndPayloadTests.endpoint(secret: "broken").lease(
                for: delivery, at: LeaseAndPayloadTests.recorded, loopbackOnly: false) == nil)
    }

    @Test func `a delivery waits in its subject's lane with the bytes rendered once`() throws {
        let event = LeaseAndPayloadTests.event(
            .region("53"), .coverageRecorded(CoverageFact(asOf: "2019")), region: "53")
        let delivery = try LeaseAndPayloadTests.endpoint().delivery(of: event, payload: WebhookPayload(event))
        #expect(delivery.id == "dlv_9_1")
        #expect(delivery.endpoint == "we_1" && delivery.eventID.rawValue == "evt_9" && delivery.seq == 9)
        #expect(delivery.eventType == "coverage.recorded" && delivery.lane == "region:53")
        #expect(delivery.state == .pending && delivery.attempts == 0)
        #expect(delivery.dueAt == LeaseAndPayloadTests.recorded && delivery.createdAt == LeaseAndPayloadTests.recorded)
        #expect(delivery.payload == (try WebhookPayload(event).bytes()))
    }

    @Test(
        arguments: [
            ([], [], "53.71", false), (["note.add"], [], "53.71", false), (["note"], [], "53.71", false),
            (["not.*"], [], "53.71", false), (["bill.*", "note.added"], [], "53.71", true),
            (["*"], ["00"], "53.71", true), (["*"], ["17", "53"], "53.71", true), (["*"], ["53.7"], "53.71", false),
            (["*"], ["53.71"], "53", false), (["*"], ["53"], nil, false), (["*"], ["00"], nil, true),
            (["*"], [], nil, true), (["bill.*"], ["53"], "53.71", false),
        ] as [([String], [String], String?, Bool)])
    func `a type or family and a region must both fit`(
        _ events: [String], _ regions: [String], _ region: String?, _ hears: Bool
    ) {
        let endpoint = LeaseAndPayloadTests.endpoint(events, regions: regions)
        #expect(endpoint.wants(LeaseAndPayloadTests.event(region: region)) == hears)
    }

    @Test(arguments: [(23, false), (24, true), (64, true), (65, false)]) func `a secret has 24 to 64 bytes`(
        _ length: Int, _ isSecret: Bool
    ) {
        let text = "whsec_" + Data(repeating: 7, count: length).base64EncodedString()
        #expect((WebhookSecret(text) != nil) == isSecret)
        #expect(WebhookSecret(text.replacing("whsec_", with: "WHSEC_")) == nil)
    }

    @Test func `a signature is an HMAC of identifier, time and body, and each of them counts`() throws {
        let key = Array(UInt8(0)..<32)
        let secret = WebhookSecret(randomBytes: key)
        let body = Data("{}".utf8)
        let reference = Data(
            HMAC<SHA256>.authenticationCode(for: Data("evt_1.5.{}".utf8), using: SymmetricKey(data: key)))
        let signature = secret.signature(id: "evt_1", timestamp: 5, body: body)
        #expect(signature == "v1," + reference.base64EncodedString())
        #expect(secret.signature(id: "evt_2", timestamp: 5, body: body) != signature)
        #expect(secret.signature(id: "evt_1", timestamp: 6, body: body) != signature)
        #expect(secret.signature(id: "evt_1", timestamp: 5, body: Data("{ }".utf8)) != signature)
        #expect(
            WebhookSecret(randomBytes: Array(UInt8(1)..<33)).signature(id: "evt_1", timestamp: 5, body: body)
                != signature)
    }
}

/// What follows from each outcome, by value.
@Suite struct PolicyTableTests {
    private static let now = Instant("2027-01-15T08:00:00Z") ?? Instant(milliseconds: 0)
    /// Delays that nothing is added to by more than a fifth; three tries.
    private static let policy = DeliveryPolicy(schedule: RetrySchedule(delays: [.seconds(10), .seconds(100)]))

    private static func judge(_ result: Outcome.Result, attempt: Int = 1) -> DeliveryPolicy.Verdict {
        let delivery = Delivery(
            id: "dlv_1", endpoint: "we_1", eventID: .init(rawValue: "evt_1"), eventType: "note.added", seq: 1,
            lane: "agr_1", payload: Data(), attempts: attempt, dueAt: now, createdAt: now)
        return policy.judge(
            delivery, Outcome(leaseID: "dlv_1", result: result, address: "192.0.2.1"),
            startedAt: now + .milliseconds(-40), at: now)
    }

    /// Where the schedule alone puts the next try.
    private static func scheduled(_ attempt: Int = 1) -> Settlement.Next {
        policy.schedule.delay(after: attempt, of: "dlv_1").map { .retry(at: now + $0) } ?? .failed
    }

    @Test(
        arguments: [
            (200, nil, true), (299, nil, true), (199, "HTTP 199", false), (300, "HTTP 300", false),
            (301, "HTTP 301", false),
            (308, "HTTP 308", false), (404, "HTTP 404", false), (410, "HTTP 410", false), (429, "HTTP 429", false),
            (500, "HTTP 500", false),
        ] as [(Int, String?, Bool)])
    func `an answer is kept with what followed from it`(_ status: Int, _ error: String?, _ arrived: Bool) {
        let verdict = PolicyTableTests.judge(.answered(.init(status: status, body: Array("thanks".utf8))))
        let attempt = verdict.settlement.attempt
        #expect(attempt.status == status && attempt.error == error && attempt.excerpt == "thanks")
        #expect(attempt.delivery == "dlv_1" && attempt.number == 1 && attempt.address == "192.0.2.1")
        #expect(
            attempt.startedAt == PolicyTableTests.now + .milliseconds(-40) && attempt.finishedAt == PolicyTableTests.now
        )
        #expect(verdict.disablesEndpoint == (status == 410))
        #expect(
            verdict.settlement.next
                == (arrived ? .delivered : status == 410 ? .failed : PolicyTableTests.scheduled()))
    }

    @Test func `only the first kilobyte of an answer is kept`() {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 5_000)
        let verdict = PolicyTableTests.judge(.answered(.init(status: 500, body: long)))
        #expect(verdict.settlement.attempt.excerpt == String(repeating: "x", count: 1_024))
    }

    @Test(
        arguments: [
            (429, "3600", 3_600), (503, "3600", 3_600), (429, "86400", 86_400), (429, "86401", 86_400),
            (429, "9223372036854775807", 86_400), (429, "Fri, 15 Jan 2027 08:30:00 GMT", 1_800),
            (429, "Fri, 01 Jan 2100 00:00:00 GMT", 86_400),
        ] as [(Int, String, Int64)])
    func `patience that is asked for is given, a day at most`(_ status: Int, _ header: String, _ seconds: Int64) {
        let answer = Outcome.Answer(status: status, headers: [.init("retry-after", header)])
        #expect(
            PolicyTableTests.judge(.answered(answer)).settlement.next
                == .retry(at: PolicyTableTests.now + .seconds(seconds)))
    }

    @Test(arguments: [
        "0", "1", "-1", "-9223372036854775808", "", "later", "1.5", "99999999999999999999",
        "Fri, 15 Jan 2027 07:00:00 GMT",
        "2027-01-15T09:00:00Z",
    ])
    func `less patience than the schedule, or no patience at all, leaves the schedule`(_ header: String) {
        let answer = Outcome.Answer(status: 429, headers: [.init("retry-after", header)])
        #expect(PolicyTableTests.judge(.answered(answer)).settlement.next == PolicyTableTests.scheduled())
    }

    @Test func `patience does not buy another try`() {
        let answer = Outcome.Answer(status: 429, headers: [.init("retry-after", "60")])
        #expect(PolicyTableTests.judge(.answered(answer), attempt: 2).settlement.next == PolicyTableTests.scheduled(2))
        #expect(PolicyTableTests.judge(.answered(answer), attempt: 3).settlement.next == .failed)
    }

    @Test(arguments: [
        (Outcome.Failure.Kind.badAddress, "bad_address: x", Settlement.Next.failed),
        (.badHeader, "bad_header: x", .failed),
        (.forbiddenAddress, "forbidden_address: x", .failed), (.unresolved, "unresolved: x", scheduled()),
        (.unreachable, "unreachable: x", scheduled()), (.tls, "tls: x", scheduled()),
        (.timeout, "timeout: x", scheduled()),
        (.broken, "broken: x", scheduled()), (.cancelled, "cancelled: x", .retry(at: now)),
    ])
    func `a failure without an answer is named, and final only if waiting cannot help`(
        _ kind: Outcome.Failure.Kind, _ error: String, _ next: Settlement.Next
    ) {
        let verdict = PolicyTableTests.judge(.failed(.init(kind: kind, detail: "x")))
        #expect(verdict.settlement.attempt.error == error && verdict.settlement.attempt.status == nil)
        #expect(verdict.settlement.next == next)
        #expect(!verdict.disablesEndpoint)
    }

    @Test func `deliveries that failed together do not all come back together`() throws {
        let schedule = RetrySchedule.standard
        var seen: Set<Int64> = []
        for index in 0..<200 {
            for attempt in 1...9 {
                let delay = try #require(schedule.delay(after: attempt, of: "dlv_\(index)"))
                let base = schedule.delays[attempt - 1]
                #expect(delay >= base && delay.milliseconds <= base.milliseconds * 12 / 10)
                if attempt == 9 { seen.insert(delay.milliseconds) }
            }
        }
        #expect(seen.count > 150)
    }

    @Test(arguments: [0, -1, 10, 11]) func `there is no delay outside the nine`(_ attempt: Int) {
        #expect(RetrySchedule.standard.delay(after: attempt, of: "dlv_1") == nil)
        #expect(RetrySchedule(delays: []).delay(after: 1, of: "dlv_1") == nil)
    }
}
