public import Agreements
public import Calendars
import Documents
import Ledger

/// Runs a clock over the plan, from one due moment to the next, and shows each reminder as it comes. Nobody is told: no
/// service that sends anything takes part.
public struct Forecast: Sendable {
    private let engine: Engine
    private let clock: VirtualClock

    /// - Parameters:
    ///   - engine: has been started, on a ledger that is nobody's record.
    ///   - clock: the engine's.
    public init(_ engine: Engine, clock: VirtualClock) {
        self.engine = engine
        self.clock = clock
    }

    /// - Parameters:
    ///   - target: the last moment that is looked at.
    ///   - show: is called for each reminder, in the order in which they come.
    /// - Throws: ``EngineError`` if the reminders of an agreement cannot be fired.
    public func run(until target: Instant, _ show: (Event, ReminderNotice) async throws -> Void) async throws {
        let reminders = ReminderService(engine)
        var seen = try await engine.ledger.head()?.seq ?? 0
        while let due = try await reminders.nextDue(), due <= target {
            clock.advance(to: due)
            let failed = try await reminders.fireDue().failed
            guard failed.isEmpty else {
                throw EngineError.impossible(
                    Bilingual(
                        id: "pengingat \(failed.count) perjanjian gagal pada \(due)",
                        en: "the reminders of \(failed.count) agreements fail at \(due)"))
            }
            while true {
                let page = try await engine.ledger.events(EventQuery(after: seen, limit: 1_000))
                guard let last = page.last else { break }
                seen = last.seq
                for event in page {
                    if let notice = event.data.reminderNotice { try await show(event, notice) }
                }
            }
        }
    }
}
