import Agreements
import Calendars
import Ledger
import Metrics

/// What the engine counts. The factory comes from outside; nothing here is global.
struct EngineMetrics: Sendable {
    private let events: [EventType: Counter]
    private let deliveries: [String: Counter]
    private let mails: [String: Counter]
    private let lateness: Timer
    private let missed: Counter

    init(_ factory: any MetricsFactory) {
        events = .init(
            uniqueKeysWithValues: EventType.allCases.map {
                ($0, Counter(label: "pksd_events_total", dimensions: [("type", $0.rawValue)], factory: factory))
            })
        deliveries = .init(
            uniqueKeysWithValues: ["delivered", "retry", "postponed", "failed"].map {
                ($0, Counter(label: "pksd_delivery_attempts_total", dimensions: [("outcome", $0)], factory: factory))
            })
        mails = .init(
            uniqueKeysWithValues: ["sent", "retry", "failed"].map {
                ($0, Counter(label: "pksd_mails_total", dimensions: [("outcome", $0)], factory: factory))
            })
        missed = Counter(label: "pksd_reminders_missed_total", factory: factory)
        lateness = Timer(label: "pksd_reminder_lateness_seconds", factory: factory)
    }

    func committed(_ committed: [Event]) {
        for event in committed { events[event.type]?.increment() }
    }

    func delivered(_ settlement: Settlement) {
        let outcome =
            switch settlement.next {
            case .delivered: "delivered"
            case .retry: "retry"
            case .postponed: "postponed"
            case .failed: "failed"
            }
        deliveries[outcome]?.increment()
    }

    func mailed(_ next: MailSettlement.Next) {
        let outcome =
            switch next {
            case .sent: "sent"
            case .retry: "retry"
            case .failed: "failed"
            }
        mails[outcome]?.increment()
    }

    /// Reminders for which a newer one was told.
    func missed(_ count: Int) { missed.increment(by: count) }

    func fired(lateness duration: Duration) {
        lateness.recordNanoseconds(max(0, duration.milliseconds) * 1_000_000)
    }
}
