public import Agreements
public import Calendars
public import Foundation

/// The part of the ledger that keeps what was planned to be told, and who there is to tell.
public protocol ReminderLedger: Sendable {
    func reminders(_ query: ReminderQuery) async throws -> [Reminder]
    func reminder(_ id: String) async throws -> Reminder?
    /// The reminders of an agreement, timers included, but for those that were superseded.
    func liveReminders(of agreement: Agreement.ID) async throws -> [Reminder]
    /// What has come due, by agreement: those that have waited longest first, each with everything of it that is due.
    ///
    /// - Parameter limit: how many agreements at most.
    func dueReminders(at now: Instant, limit: Int) async throws -> [DueReminders]
    func nextReminderDue() async throws -> Instant?
    /// All rows, timers included, in the order of their ids, for an audit.
    func reminderRows(after id: String?, limit: Int) async throws -> [Reminder]
    /// How many rows for people there are, timers left out, by what became of them.
    func reminderCounts() async throws -> ReminderCounts
    /// The deadlines in a scope of which a reminder is open or has ended after a moment, or whose day comes after it: each
    /// with all reminders that were ever planned for it, oldest plan first, so that what is counted in its history never
    /// falls.
    func deadlines(_ scope: DeadlineScope, endedAfter: Instant) async throws -> [DeadlineRow]

    /// Everybody, in the order they were entered.
    func people() async throws -> [Person]
    func save(_ person: Person) async throws
    /// Their delegations go with them.
    ///
    /// - Throws: ``LedgerError/notFound(_:)``.
    func deletePerson(_ id: String) async throws
    func delegations() async throws -> [Delegation]
    func save(_ delegation: Delegation) async throws
    /// - Throws: ``LedgerError/notFound(_:)``.
    func deleteDelegation(_ id: String) async throws
    /// Offices in which nobody was found when a reminder went there.
    func vacancies() async throws -> Set<Vacancy>

    func feeds() async throws -> [CalendarFeed]
    /// - Parameter hash: SHA-256 of the secret in its address.
    func feed(hash: Data) async throws -> CalendarFeed?
    func insert(_ feed: CalendarFeed, hash: Data) async throws
    /// - Throws: ``LedgerError/notFound(_:)``.
    func revokeFeed(_ id: String, at: Instant) async throws
}

/// Whose deadlines.
public struct DeadlineScope: Sendable, Equatable {
    public var agreement: Agreement.ID?
    /// These regions and what is inside them; empty for all.
    public var within: [String]
    /// Only deadlines of which one of these is reminded; empty for all.
    public var roles: [Role]

    public init(agreement: Agreement.ID? = nil, within: [String] = [], roles: [Role] = []) {
        self.agreement = agreement
        self.within = within
        self.roles = roles
    }
}
