import Agreements
import Calendars
import Courier
import Foundation
import Ledger
import Testing

@testable import Webhooks

/// What follows from each outcome, by value.
@Suite struct PolicyTableTests {
    private static let now = Instant("2027-01-15T08:00:00Z") ?? Instant(milliseconds: 0)
    /// Delays that nothing is added to by more than a fifth; three tries.
    private static let policy = DeliveryPolicy(schedule: RetrySchedule(delays: [.seconds(10), .seconds(100)]))

    private static func judge(_ result: Outcome.Result, attempt: Int = 1) -> DeliveryPolicy.Verdict {
        let delivery = Delivery(
            id: "dlv_1", endpoint: "we_1", eventID: .init(rawValue: "evt_1"), eventType: "note.added", seq: 1,
            lane: "agr_1", payload: Data(), attempts: attempt, tries: attempt, dueAt: now, createdAt: now)
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
                == (arrived
                    ? .delivered : status == 410 ? .retry(at: PolicyTableTests.now) : PolicyTableTests.scheduled()))
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
        (.broken, "broken: x", scheduled()), (.cancelled, "cancelled: x", .postponed(until: now)),
    ])
    func `a failure without an answer is named, and final only if waiting cannot help`(
        _ kind: Outcome.Failure.Kind, _ error: String, _ next: Settlement.Next
    ) {
        let verdict = PolicyTableTests.judge(.failed(.init(kind: kind, detail: "x")))
        #expect(verdict.settlement.attempt.error == error && verdict.settlement.attempt.status == nil)
        #expect(verdict.settlement.next == next)
        #expect(!verdict.disablesEndpoint)
    }

    @Test(
        arguments: [
            (200, .succeeded), (404, .failed(connected: true, isOverloaded: false)),
            (500, .failed(connected: true, isOverloaded: false)), (502, .failed(connected: true, isOverloaded: true)),
            (429, .failed(connected: true, isOverloaded: true)), (413, .none), (415, .none), (422, .none),
        ] as [(Int, EndpointSignal)])
    func `an answer tells something about its endpoint, or only about the message`(
        _ status: Int, _ signal: EndpointSignal
    ) {
        #expect(PolicyTableTests.judge(.answered(.init(status: status))).signal == signal)
    }

    @Test(arguments: [413, 415, 422]) func `a message that is found fault with is given up after three tries`(
        _ status: Int
    ) {
        let policy = DeliveryPolicy()
        let tries = (1...3).map { tries in
            policy.judge(
                Delivery(
                    id: "dlv_1", endpoint: "we_1", eventID: .init(rawValue: "evt_1"), eventType: "note.added", seq: 1,
                    lane: "agr_1", payload: Data(), attempts: 9, tries: tries, dueAt: PolicyTableTests.now,
                    createdAt: PolicyTableTests.now),
                Outcome(leaseID: "dlv_1", result: .answered(.init(status: status))), startedAt: PolicyTableTests.now,
                at: PolicyTableTests.now
            ).settlement.next == .failed
        }
        #expect(tries == [false, false, true])
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

@Suite struct DeliveryVerdicts {
    private let now = Instant(milliseconds: 1_800_000_000_000)

    private func judge(_ result: Outcome.Result, attempt: Int = 1) -> DeliveryPolicy.Verdict {
        let delivery = Delivery(
            id: "dlv_1", endpoint: "we_1", eventID: .init(rawValue: "evt_1"), eventType: "note.added", seq: 1,
            lane: "agr_1",
            payload: Data(), attempts: attempt, tries: attempt, dueAt: now, createdAt: now)
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
        #expect(verdict.settlement.next == .retry(at: now))
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
        case .cancelled: #expect(next == .postponed(until: now))
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
