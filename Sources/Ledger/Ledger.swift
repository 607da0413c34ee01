public import Agreements
public import Calendars

/// What the daemon keeps, behind one narrow door. Names no driver: SQLite stands behind it today, PostgreSQL can.
///
/// Every write is one transaction that is on disk before the call returns. Calls that arrive together may share one
/// commit, each in its own savepoint, so that a refusal spoils nobody else's.
public protocol Ledger: ReminderLedger, NoticeLedger, DeliveryLedger, AccessLedger, WorkLedger, ListLedger,
    QuestionLedger, MonthLedger, TermLedger
{
    // MARK: Changes

    /// Makes a change durable, all of it or nothing.
    ///
    /// - Returns: the events with the numbers they were given.
    /// - Throws: ``LedgerError``.
    func commit(_ change: Change) async throws -> [Event]

    /// Makes changes to many agreements durable in one transaction, all of them or none.
    ///
    /// - Parameters:
    ///   - skippingStale: leaves out those whose agreement has moved on meanwhile, instead of refusing all.
    ///   - rules: the digest of rules that come into force with these changes; nil where they stay as they are.
    /// - Returns: for each change the events it was given; nil where it was left out.
    /// - Throws: ``LedgerError``.
    func commit(_ changes: [Change], skippingStale: Bool, rules: String?) async throws -> [[Event]?]
    /// The digest of the rules in force; nil before there have been any.
    func rulesDigest() async throws -> String?

    // MARK: Agreements and events

    /// An agreement by its id or its ref.
    func agreement(_ key: String) async throws -> Agreement?
    /// A page of agreements in the order that is asked for.
    func agreements(_ query: AgreementQuery) async throws -> [Agreement]
    /// All records as they are kept, in the order of their ids, for an audit.
    func records(after id: Agreement.ID?, limit: Int) async throws -> [Agreement]
    /// Where the agreements of one workflow or of all stand, by what they are pinned to.
    ///
    /// - Parameter within: only these regions and what is inside them; empty for all.
    func stateCounts(of workflow: String?, within: [String]) async throws -> [StateCount]
    /// What agreements wait for, and how many for each.
    ///
    /// - Parameter within: only these regions and what is inside them; empty for all.
    func awaitedCounts(within: [String]) async throws -> [AwaitedRequirement: Int]
    func events(_ query: EventQuery) async throws -> [Event]
    /// The raw chain after a sequence number, for an audit.
    func chain(after seq: Int64, limit: Int) async throws -> [ChainLink]
    func head() async throws -> ChainLink?
    /// What a request with this idempotency key did, if it was ever made.
    func idempotent(_ key: IdempotencyKey) async throws -> IdempotentResult?

    // MARK: Money and people

    /// What papers say about cover around a day: all that are in term then, that ended in the year before, or that are on
    /// their way.
    ///
    /// - Throws: ``LedgerError``.
    func covers(on day: Day, in scope: Scope) async throws -> [PaperCover]
    /// The money of a fiscal year, added up by region, by province or for each agreement, in the order of their codes.
    ///
    /// - Throws: ``LedgerError``, and `MoneyError` where the figures are too large to add up.
    func runwayTotals(of year: Int, by grouping: Grouping, in scope: Scope) async throws -> [RunwayTotal]
    /// Month by month, all agreements together.
    ///
    /// - Throws: ``LedgerError``, and `MoneyError` where the figures are too large to add up.
    func runwayMonths(of year: Int, in scope: Scope) async throws -> [RunwayMonth]
    /// Bills that were due before a day and are not paid in full, the oldest first.
    func overdueBills(before day: Day, in scope: Scope) async throws -> [OverdueRow]
    /// What sources say of how many are insured, by region; oldest first.
    func coverageFacts(within: [String]) async throws -> [String: [CoverageFact]]

    // MARK: Rules

    func storeWorkflow(_ text: WorkflowText) async throws
    func workflowTexts() async throws -> [WorkflowText]
    /// Holiday files that were accepted over the API, in the order of their names.
    func holidayFiles() async throws -> [HolidayFile]
    /// A small value that belongs to the ledger as a whole.
    func note(_ name: String) async throws -> String?
    func setNote(_ name: String, to value: String) async throws

    /// Bytes that the record takes on the disk.
    func size() async throws -> Int64

    /// Ends all connections; nothing may be called afterwards.
    func close() async throws
}
