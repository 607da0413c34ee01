import Agreements
import Calendars
import Ledger
import Logging
public import ServiceLifecycle

/// Fires reminders and dated transitions when their time comes. Sleeps until the next one; nothing is polled.
public struct ReminderService: Service {
    /// How many agreements share a transaction: few enough that commands find room between two of them.
    private static let batch = 24
    /// How many are looked for at once.
    private static let page = 256

    /// Between two tries of what fails.
    private static let (pauseMin, pauseMax) = (Duration.seconds(5), Duration.seconds(300))

    private let engine: Engine

    public init(_ engine: Engine) {
        self.engine = engine
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var pause = ReminderService.pauseMin
            while !Task.isCancelled {
                do {
                    let calendar = try await engine.watchCalendar()
                    // Those that fail are not tried again at once.
                    guard try await fireDue().failed.isEmpty else { throw Stuck() }
                    let next = [try await engine.ledger.nextReminderDue(), calendar]
                    await engine.reminderAlarm.wait(until: next.compactMap { $0 }.min())
                    pause = ReminderService.pauseMin
                } catch {
                    guard !Task.isCancelled else { return }
                    engine.logger.error(
                        "reminders could not be fired; trying again in \(pause)", metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: pause)
                    pause = min(pause * 2, ReminderService.pauseMax)
                }
            }
        }
        try await engine.stop()
    }

    private struct Stuck: Error {}

    /// When there is something to do: a reminder comes due, or the days off of a year must be known.
    func nextDue() async throws -> Instant? {
        try await [engine.watchCalendar(), engine.ledger.nextReminderDue()].compactMap { $0 }.min()
    }

    struct Round {
        /// How many agreements had something due that was dealt with.
        var fired = 0
        var failed: Set<Agreement.ID> = []
    }

    /// Fires all that is due now. One that fails keeps none of the others back.
    func fireDue() async throws -> Round {
        var round = Round()
        // Who is told is read once for all that is due together.
        var telling: Telling?
        while !Task.isCancelled {
            let limit = ReminderService.page + round.failed.count
            let due = try await engine.ledger.dueReminders(at: engine.clock.now(), limit: limit)
                .filter { !round.failed.contains($0.agreement) }
            if due.isEmpty { break }
            for start in stride(from: 0, to: due.count, by: ReminderService.batch) where !Task.isCancelled {
                try await fire(Array(due[start...].prefix(ReminderService.batch)), &telling, &round)
            }
        }
        return round
    }

    /// What fits the record is committed together; what has moved on meanwhile is looked at anew in a moment.
    private func fire(_ due: [DueReminders], _ known: inout Telling?, _ round: inout Round) async throws {
        var changes: [(of: Agreement.ID, change: Change)] = []
        var telling = if let known { known } else { try await engine.telling() }
        telling.now = engine.clock.now()
        // What a change that is not made would have told of vacant offices is still to be told.
        known = nil
        for due in due {
            do {
                guard due.reminders.contains(where: \.isTimer) else {
                    changes.append((due.agreement, try await engine.change(telling: due, &telling)))
                    continue
                }
                if let change = try await engine.turning(due) {
                    changes.append((due.agreement, change))
                } else {
                    round.fired += 1
                }
            } catch LedgerError.stale {
                continue
            } catch LedgerError.rulesChanged {
                continue
            } catch {
                fail(due.agreement, error, &round)
                // What people are to be told does not wait for what the daemon itself cannot do.
                var people = due
                people.reminders.removeAll(where: \.isTimer)
                guard people.reminders.count < due.reminders.count, !people.reminders.isEmpty,
                    let change = try? await engine.change(telling: people, &telling)
                else { continue }
                changes.append((due.agreement, change))
            }
        }
        do {
            let made = try await engine.commitFitting(changes.map(\.change))
            round.fired += made.count { $0 }
            if made.allSatisfy(\.self) { known = telling }
        } catch LedgerError.rulesChanged {
            // Those that are in force now may say otherwise, and are read here in a moment.
            try await Task.sleep(for: .milliseconds(10))
        } catch {
            for (agreement, change) in changes {
                do { round.fired += try await engine.commitFitting([change]).count { $0 } } catch {
                    fail(agreement, error, &round)
                }
            }
        }
    }

    private func fail(_ agreement: Agreement.ID, _ error: any Error, _ round: inout Round) {
        round.failed.insert(agreement)
        engine.logger.error(
            "the reminders of an agreement could not be fired",
            metadata: ["agreement": "\(agreement)", "error": "\(error)"])
    }
}

extension Engine {
    /// Takes the steps that timers waited for, and looks again at what they were set for.
    ///
    /// - Returns: nil where it is on disk already, together with the paper that an addendum changes.
    func turning(_ due: DueReminders) async throws -> Change? {
        let timers = due.reminders.filter(\.isTimer)
        guard let agreement = try await ledger.agreement(due.agreement.rawValue) else {
            return Change(reminders: timers.map { .end(id: $0.id, as: .cancelled, at: clock.now()) })
        }
        var decision = Decision(
            agreement, try workflow(of: agreement), rules: rules, actor: .system, now: clock.now(), mint: mint)
        for day in Set(timers.compactMap { GapWatch.day(of: $0) }).sorted() {
            let papers = try await papers(beside: agreement, on: day)
            decision.announceEnd(followedBy: PaperCover.successor(of: agreement.id, among: papers))
            let gap = Gap.all(on: day, among: papers, rates: rules.reference.rates)
                .first { $0.ending.agreement == agreement.id }
            if let gap { decision.predict(gap, on: day) }
        }
        decision.settle()
        var changes = try await changes(of: decision)
        let ended = Set(timers.map(\.id))
        changes[0].reminders.removeAll { ended.contains($0.id) }
        changes[0].reminders.insert(
            contentsOf: timers.map { .end(id: $0.id, as: .sent, at: clock.now()) }, at: 0)
        if changes.count == 1 { return changes[0] }
        try await commit(changes)
        return nil
    }
}
