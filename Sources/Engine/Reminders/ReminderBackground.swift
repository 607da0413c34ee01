public import Agreements
import Calendars
public import Ledger

/// What it takes to say of reminders to whom they go and what became of them, read once for many.
public struct ReminderBackground: Sendable {
    public let directory: Directory
    private let answers: [String: [Event]]
    private let newer: [String: Reminder]

    init(directory: Directory, answers: [String: [Event]], newer: [String: Reminder]) {
        self.directory = directory
        self.answers = answers
        self.newer = newer
    }

    /// The acknowledgements and postponements of a reminder, oldest first.
    public func answers(to id: String) -> [Event] { answers[id] ?? [] }

    /// The one that stands for a reminder that was missed.
    public func newer(than reminder: Reminder) -> Reminder? { reminder.collapsedInto.flatMap { newer[$0] } }
}

extension Engine {
    public func background(of reminders: [Reminder]) async throws -> ReminderBackground {
        var answers: [String: [Event]] = [:]
        for agreement in Set(reminders.filter { $0.timesSnoozed > 0 }.map(\.agreement)) {
            for event in try await events(.reminderSnoozed, of: agreement) {
                if case .reminderSnoozed(let act) = event.data { answers[act.reminderID, default: []].append(event) }
            }
        }
        for agreement in Set(reminders.filter { $0.state == .acknowledged }.map(\.agreement)) {
            for event in try await events(.reminderAcknowledged, of: agreement) {
                if case .reminderAcknowledged(let act) = event.data {
                    answers[act.reminderID, default: []].append(event)
                }
            }
        }
        var newer: [String: Reminder] = [:]
        for id in Set(reminders.compactMap(\.collapsedInto)) { newer[id] = try await ledger.reminder(id) }
        return ReminderBackground(directory: try await directory(), answers: answers, newer: newer)
    }

    private func events(_ type: EventType, of agreement: Agreement.ID) async throws -> [Event] {
        try await ledger.events(EventQuery(subject: .agreement(agreement), type: type, limit: .max))
    }

    /// A reminder that somebody may read.
    public func reminder(_ id: String, for principal: Principal) async throws -> Reminder {
        guard let reminder = try await ledger.reminder(id), !reminder.isTimer else { throw EngineError.notFound(id) }
        try principal.require(region: reminder.region)
        return reminder
    }
}
