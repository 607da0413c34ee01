public import Agreements
public import Calendars

/// The part of the ledger that keeps what goes out by mail.
public protocol NoticeLedger: Sendable {
    func notices(_ query: NoticeQuery) async throws -> [Notice]
    /// The notices that may go out, by person: those who have waited longest first, each with everything for them.
    ///
    /// - Parameter limit: how many people at most.
    func dueNotices(at now: Instant, limit: Int) async throws -> [Notice]
    func nextNoticeDue() async throws -> Instant?
    /// Puts notices off to a later time.
    func deferNotices(_ ids: [String], to due: Instant) async throws
    /// Ends notices that nobody can be told of.
    func dropNotices(_ ids: [String]) async throws

    /// Makes a mail of notices; none of it happens if one of them no longer waits.
    ///
    /// - Throws: ``LedgerError/noticeTaken``.
    func compose(_ mail: Mail, of notices: [String]) async throws
    /// Takes due mails and writes down that an attempt is about to be made.
    func claimMails(at now: Instant, limit: Int) async throws -> [Mail]
    func settle(_ settlement: MailSettlement) async throws
    /// Puts back what was in flight when the daemon died.
    func recoverMails(at now: Instant) async throws -> Int
    func nextMailDue() async throws -> Instant?
    /// Newest first.
    func mails(_ query: MailQuery) async throws -> [Mail]
    /// How many mails were made after a moment, up to another: a clock that was set back knows later ones.
    ///
    /// - Parameter person: only those to this one.
    func mailCount(since: Instant, until: Instant, to person: String?) async throws -> Int
    func mailCounts() async throws -> [Mail.State: Int]
}

public struct NoticeQuery: Sendable, Equatable {
    public var person: String?
    public var reminder: String?
    public var agreement: Agreement.ID?
    public var mail: String?
    /// Empty for all.
    public var states: [Notice.State] = []
    /// Only those after this one in the order they were made.
    public var after: String?
    public var limit = 100

    public init() {}
}

public struct MailQuery: Sendable, Equatable {
    public var person: String?
    /// Only those to these people; nil for all.
    public var people: [String]?
    /// Only these; nil for all.
    public var ids: [String]?
    public var states: [Mail.State] = []
    /// Only those made before this one.
    public var before: String?
    public var limit = 100

    public init() {}
}
