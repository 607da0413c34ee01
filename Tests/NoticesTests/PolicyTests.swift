import Calendars
import Ledger
import Notices
import Testing

/// What a server's answer means, and when too much goes out.
@Suite struct PolicyTests {
    @Test(arguments: [200, 250, 251, 299]) func `a good answer ends it`(_ code: Int) {
        #expect(MailPolicy().next(code: code, attempt: 11, at: Samples.now) == .sent)
    }

    @Test(arguments: [500, 550, 552, 554, 599]) func `a refusal ends it at the first attempt`(_ code: Int) {
        #expect(MailPolicy().next(code: code, attempt: 1, at: Samples.now) == .failed)
    }

    @Test(arguments: [nil, 421, 450, 451, 452, 499, 354, 100, 0, -1, 600, 530, 534, 535, 538] as [Int?])
    func `silence, trouble and a wrong login are tried again with growing pauses, for just under four days`(
        _ code: Int?
    ) {
        var now = Samples.now
        var attempt = 1
        var pauses: [Duration] = []
        while case .retry(let next) = MailPolicy().next(code: code, attempt: attempt, at: now) {
            pauses.append(next - now)
            now = next
            attempt += 1
        }
        #expect(pauses.map { $0.milliseconds / 60_000 } == [1, 5, 15, 60, 180, 360, 720, 1_440, 1_440, 1_440])
        #expect(now - Samples.now < .seconds(4 * 86_400) && now - Samples.now > .seconds(3 * 86_400))
        #expect(MailPolicy().next(code: code, attempt: attempt, at: now) == .failed)
    }

    @Test(arguments: [Int.min, -1, 0]) func `an attempt that cannot be counts as the first`(_ attempt: Int) {
        #expect(
            MailPolicy().next(code: nil, attempt: attempt, at: Samples.now) == .retry(at: Samples.now + .seconds(60)))
        #expect(MailPolicy(pauses: []).next(code: nil, attempt: attempt, at: Samples.now) == .failed)
    }

    @Test func `a storm is held back at its limit`() {
        #expect(StormGuard().allows(sentInLastMinute: 299))
        #expect(!StormGuard().allows(sentInLastMinute: 300))
        #expect(!StormGuard(perMinute: 0).allows(sentInLastMinute: 0))
    }
}
