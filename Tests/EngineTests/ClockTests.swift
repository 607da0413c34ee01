import Calendars
import Testing

@testable import Engine

@Suite struct ClockTests {
    private let start = Instant("2026-11-01T00:00:00Z")!

    @Test func `a virtual clock wakes sleepers when their time comes, and not before`() async throws {
        let clock = VirtualClock(start)
        let deadline = start + .seconds(60)
        let sleeper = Task {
            try await clock.sleep(until: deadline)
            return clock.now()
        }
        clock.advance(to: start + .seconds(59))
        clock.advance(to: start + .seconds(61))
        let woken = try await sleeper.value
        #expect(woken >= deadline)
        clock.advance(to: start)
        #expect(clock.now() == start + .seconds(61), "it never goes back")
    }

    @Test func `a cancelled sleeper wakes at once`() async throws {
        let clock = VirtualClock(start)
        let sleeper = Task { [start] in try await clock.sleep(until: start + .seconds(60)) }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }

    @Test func `the machine's clock wakes a sleeper when it says so, and not before`() async throws {
        let clock = SystemClock()
        try await clock.sleep(until: clock.now() + .seconds(-3_600))
        let deadline = clock.now() + .milliseconds(60)
        try await clock.sleep(until: deadline)
        #expect(clock.now() >= deadline)
    }

    @Test(arguments: [0, 30])
    func `whoever sleeps by the machine's clock can be called off, asleep or not yet`(milliseconds: Int) async throws {
        // Also from a longer sleep than a timer can count.
        let sleeper = Task { try await SystemClock().sleep(until: Instant(milliseconds: .max)) }
        try await Task.sleep(for: .milliseconds(milliseconds))
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }

    @Test func `an alarm rung before anybody waits is heard, once`() async throws {
        let clock = VirtualClock(start)
        let alarm = Alarm(clock: clock)
        alarm.ring()
        alarm.ring()
        await alarm.wait(until: nil)
        // The second ring was the same ring; only the deadline can end this wait.
        clock.advance(to: start + .seconds(5))
        await alarm.wait(until: start + .seconds(5))
    }

    @Test func `the same seed gives the same bytes and another seed others`() {
        #expect(SeededRandom(seed: 1).bytes(32) == SeededRandom(seed: 1).bytes(32))
        #expect(SeededRandom(seed: 1).bytes(32) != SeededRandom(seed: 2).bytes(32))
    }

    @Test func `identifiers sort by the time they were made`() {
        let mint = Mint(random: SeededRandom(seed: 3))
        let ids = (0..<50).map { mint.id("agr", at: start + .milliseconds($0)) }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == 50)
        #expect(ids.allSatisfy { $0.count == 30 && !$0.contains(".") })
    }
}
