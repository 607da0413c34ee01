import Agreements
import Calendars
import Ledger
import Logging
public import ServiceLifecycle
import Workflows

/// Fires reminders and dated transitions when their time comes. Sleeps until the next one; nothing is polled.
public struct ReminderService: Service {
    /// Bounds how much is in the air at once, so that a burst leaves room for commands between two commits.
    private static let batch = 200

    private let engine: Engine

    public init(_ engine: Engine) {
        self.engine = engine
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let (due, fired) = try await fireDue()
                    if fired > 0 { continue }
                    // All that are due fail; they are not tried again at once.
                    if due > 0 { throw Stuck() }
                    await engine.reminderAlarm.wait(until: try await engine.ledger.nextReminderDue())
                } catch {
                    guard !Task.isCancelled else { return }
                    engine.logger.error(
                        "reminders could not be fired; trying again in 5 s", metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: .seconds(5))
                }
            }
        }
    }

    private struct Stuck: Error {}

    /// Fires what is due now. One that fails keeps none of the others back.
    ///
    /// - Returns: how many were due, and how many of them fired.
    func fireDue() async throws -> (due: Int, fired: Int) {
        let due = try await engine.ledger.dueReminders(at: engine.clock.now(), limit: ReminderService.batch)
        let fired = await withTaskGroup(of: Bool.self) { group in
            for reminder in due {
                group.addTask {
                    do {
                        try await engine.fire(reminder)
                        return true
                    } catch {
                        engine.logger.error(
                            "a reminder could not be fired",
                            metadata: ["reminder": "\(reminder.id)", "error": "\(error)"])
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        return (due.count, fired)
    }
}

extension Engine {
    /// Turns a reminder whose time has come into an event; a timer into the transition that waited for it.
    func fire(_ reminder: Reminder) async throws {
        guard let agreement = try await ledger.agreement(reminder.agreement.rawValue) else {
            try await commit(
                Change(reminders: [.end(id: reminder.id, as: .cancelled, reason: "no agreement", at: clock.now())]))
            return
        }
        if reminder.recipient == .system { return try await fireTimer(reminder, agreement) }
        let now = clock.now()
        let lateness = now - reminder.dueAt
        let event = Event(
            id: .init(rawValue: mint.id("evt", at: now)), subject: .agreement(agreement.id), ref: agreement.ref,
            region: agreement.region, version: agreement.version, recordedAt: now,
            effectiveOn: rules.reference.regions.zone(of: agreement.region).day(at: now), actor: .system,
            workflow: agreement.workflow.structure,
            data: .reminderDue(
                ReminderNotice(
                    reminderID: reminder.id, rule: reminder.rule, recipient: reminder.recipient, dueAt: reminder.dueAt,
                    deadline: reminder.deadline, state: reminder.agreementState, say: reminder.say)))
        // The event is written only if the reminder is still open, so that one that was superseded meanwhile stays silent.
        let reason = lateness > .seconds(60) ? "late by \(lateness.milliseconds / 1_000) s" : nil
        do {
            try await commit(Change(events: [event], reminders: [.fire(id: reminder.id, reason: reason, at: now)]))
            metrics.fired(lateness: lateness)
        } catch LedgerError.reminderEnded {}
    }

    private func fireTimer(_ reminder: Reminder, _ before: Agreement) async throws {
        var agreement = before
        while true {
            var decision = Decision(
                agreement, try workflow(of: agreement), rules: rules, actor: .system, now: clock.now(), mint: mint)
            if let day = GapWatch.day(of: reminder), let gap = try await gap(after: agreement, on: day) {
                decision.predict(gap, on: day)
            }
            decision.settle()
            var changes = try await changes(of: decision)
            changes[0].reminders.removeAll { $0.id == reminder.id }
            changes[0].reminders.insert(.end(id: reminder.id, as: .sent, reason: nil, at: clock.now()), at: 0)
            do {
                try await commit(changes)
                return
            } catch LedgerError.rulesChanged {
                // Those that are in force now may say otherwise, and are read here in a moment.
                try await Task.sleep(for: .milliseconds(10))
            } catch LedgerError.stale {
                guard let fresh = try await ledger.agreement(agreement.id.rawValue) else { return }
                agreement = fresh
            }
        }
    }
}
