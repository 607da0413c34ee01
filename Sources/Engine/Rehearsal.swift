public import Calendars
import Documents
import Ledger

/// Moves a rehearsal's clock: from one due moment to the next, with everything that comes due on the way.
public struct Rehearsal: Sendable {
    private let engine: Engine
    private let clock: VirtualClock
    private let deliveries: DeliveryService
    private let notices: NoticeService?

    /// - Parameter notices: nil where no mail is sent.
    public init(
        _ engine: Engine, clock: VirtualClock, deliveries: DeliveryService, notices: NoticeService? = nil
    ) {
        self.notices = notices
        self.engine = engine
        self.clock = clock
        self.deliveries = deliveries
    }

    /// A rehearsal may jump this far at once.
    private static let yearsMax = 11

    /// Moves the clock for somebody.
    ///
    /// - Returns: the time it is now.
    public func advance(to target: Instant, for principal: Principal) async throws -> Instant {
        guard principal.may(.moveClock) else {
            throw EngineError.forbidden(Bilingual(id: "hanya admin", en: "only an admin may"))
        }
        let now = clock.now()
        guard target >= now, target <= now + .seconds(Rehearsal.yearsMax * 366 * 86_400) else {
            throw EngineError.invalid(
                "",
                Bilingual(
                    id: "jam hanya maju, paling jauh \(Rehearsal.yearsMax) tahun",
                    en: "the clock only goes forward, by \(Rehearsal.yearsMax) years at most"))
        }
        return try await advance(to: target)
    }

    /// - Returns: the time it is now.
    public func advance(to target: Instant) async throws -> Instant {
        // What is on its way has a say in what comes next.
        try await settle()
        let reminders = ReminderService(engine)
        while let due = try await nextDue(reminders), due <= target {
            clock.advance(to: due)
            let failed = try await reminders.fireDue().failed
            guard failed.isEmpty else {
                throw EngineError.impossible(
                    Bilingual(
                        id: "pengingat \(failed.count) perjanjian gagal pada \(due); catatan daemon menyebut sebabnya",
                        en: "the reminders of \(failed.count) agreements fail at \(due); the daemon's log says why"))
            }
            try await settle()
        }
        clock.advance(to: target)
        try await settle()
        try await engine.ledger.setNote("clock", to: target.description)
        return clock.now()
    }

    private func nextDue(_ reminders: ReminderService) async throws -> Instant? {
        var next = try await reminders.nextDue()
        if let due = deliveries.nextDue() { next = min(next ?? due, due) }
        if let due = try await notices?.nextDue() { next = min(next ?? due, due) }
        return next
    }

    /// Waits for deliveries that are due; the network runs on the real clock.
    private func settle() async throws {
        try await notices?.sendDue()
        engine.deliveryAlarm.ring()
        while !deliveries.isIdle() { try await Task.sleep(for: .milliseconds(2)) }
    }
}
