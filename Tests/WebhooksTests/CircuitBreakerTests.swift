import Calendars
import Ledger
import Testing

@testable import Webhooks

@Suite struct CircuitBreakerTests {
    private let start = Instant("2027-01-04T08:00:00+07:00")!

    @Test func `five connections in a row that were not made open it, and a success between them does not`() {
        var breaker = CircuitBreaker()
        for _ in 0..<4 { breaker.record(failed: true, connected: false, at: start) }
        breaker.record(failed: false, connected: true, at: start)
        for _ in 0..<4 { breaker.record(failed: true, connected: false, at: start) }
        #expect(breaker.room(of: 8, at: start) == 8)
        breaker.record(failed: true, connected: false, at: start)
        #expect(breaker.state == .open(until: start + .seconds(30)))
        #expect(breaker.room(of: 8, at: start + .seconds(29)) == 0)
        #expect(breaker.room(of: 8, at: start + .seconds(30)) == 1)
    }

    @Test(arguments: [
        (failures: 5, successes: 5, opens: true), (4, 5, false), (4, 6, false), (9, 0, false), (10, 0, true),
    ])
    func `half of ten within a minute open it`(failures: Int, successes: Int, opens: Bool) {
        var breaker = CircuitBreaker()
        for _ in 0..<successes { breaker.record(failed: false, connected: true, at: start) }
        for _ in 0..<failures { breaker.record(failed: true, connected: true, at: start + .seconds(1)) }
        #expect((breaker.state != .closed) == opens)
    }

    @Test func `what is older than a minute no longer counts`() {
        var breaker = CircuitBreaker()
        for _ in 0..<9 { breaker.record(failed: true, connected: true, at: start) }
        breaker.record(failed: true, connected: true, at: start + .seconds(61))
        #expect(breaker.state == .closed)
    }

    @Test func `each probe that fails doubles the pause, up to five minutes, and one that succeeds closes it`() {
        var breaker = CircuitBreaker()
        var now = start
        for _ in 0..<5 { breaker.record(failed: true, connected: false, at: now) }
        for pause in [30, 60, 120, 240, 300, 300] {
            #expect(breaker.state == .open(until: now + .seconds(pause)))
            // One that was on its way when it opened proves nothing.
            breaker.record(failed: true, connected: false, at: now + .seconds(1))
            #expect(breaker.state == .open(until: now + .seconds(pause)))
            now = now + .seconds(pause)
            breaker.record(failed: true, connected: false, at: now)
        }
        breaker.record(failed: false, connected: true, at: now + .seconds(300))
        #expect(breaker.state == .closed)
        for _ in 0..<4 { breaker.record(failed: true, connected: false, at: now) }
        #expect(breaker.state == .closed)
    }
}

@Suite struct RateLimitTests {
    private let start = Instant("2027-01-04T08:00:00+07:00")!

    @Test(arguments: [1, 59, 60, 120, 6_000])
    func `never more than the rate and one second's worth, and no less`(perMinute: Int) {
        var limit = RateLimit(perMinute: perMinute, at: start)
        var sent = 0
        var now = start
        let end = start + .seconds(180)
        while now < end {
            let room = limit.available(at: now)
            limit.take(room)
            sent += room
            now = max(limit.nextAt, now + .milliseconds(1))
        }
        let burst = max(1, perMinute / 60)
        #expect((perMinute * 3 - 1...perMinute * 3 + burst).contains(sent))
    }

    @Test func `a clock that was set back fills nothing`() {
        var limit = RateLimit(perMinute: 60, at: start)
        limit.take(limit.available(at: start))
        #expect(limit.available(at: start + .seconds(-3_600)) == 0)
        #expect(limit.available(at: start + .seconds(-3_599)) == 1)
    }
}
