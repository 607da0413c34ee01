import Agreements
import Calendars
import Foundation
import Ledger
import Synchronization

/// A ledger into which a test slips something between the moment when a change was decided and the moment when it is
/// committed, so that a race always runs the same way.
final class Interruptible: Ledger {
    typealias Interruption = @Sendable () async throws -> Void

    private let ledger: any Ledger
    private let next = Mutex<(skipping: Int, interruption: Interruption)?>(nil)
    private let written = Mutex<[Int]>([])

    init(_ ledger: any Ledger) { self.ledger = ledger }

    /// Runs something once, before a commit that is about to be made; commits that it makes itself are not interrupted.
    ///
    /// - Parameter skipping: how many commits pass before that.
    func interrupt(skipping: Int = 0, _ interruption: @escaping Interruption) {
        next.withLock { $0 = (skipping, interruption) }
    }

    /// What was to interrupt has done so.
    var hasInterrupted: Bool { next.withLock { $0 == nil } }

    /// How many agreements each commit so far has written, those left out that wrote none.
    var agreementsWritten: [Int] { written.withLock { $0 } }

    private func pause(before changes: [Change]) async throws {
        let count = changes.count { $0.agreement != nil }
        if count > 0 { written.withLock { $0.append(count) } }
        let interruption = next.withLock { next -> Interruption? in
            guard let (skipping, interruption) = next else { return nil }
            next = skipping == 0 ? nil : (skipping - 1, interruption)
            return skipping == 0 ? interruption : nil
        }
        try await interruption?()
    }

    func commit(_ change: Change) async throws -> [Event] {
        try await pause(before: [change])
        return try await ledger.commit(change)
    }

    func commit(_ changes: [Change], skippingStale: Bool, rules: String?) async throws -> [[Event]?] {
        try await pause(before: changes)
        return try await ledger.commit(changes, skippingStale: skippingStale, rules: rules)
    }

    // MARK: Passed on as it is

    func agreement(_ key: String) async throws -> Agreement? { try await ledger.agreement(key) }
    func agreements(_ query: AgreementQuery) async throws -> [Agreement] { try await ledger.agreements(query) }
    func records(after id: Agreement.ID?, limit: Int) async throws -> [Agreement] {
        try await ledger.records(after: id, limit: limit)
    }
    func awaitedCounts(within regions: [String]) async throws -> [AwaitedRequirement: Int] {
        try await ledger.awaitedCounts(within: regions)
    }
    func stateCounts(of workflow: String?, within regions: [String]) async throws -> [StateCount] {
        try await ledger.stateCounts(of: workflow, within: regions)
    }
    func size() async throws -> Int64 { try await ledger.size() }
    func undelivered(of endpoints: [String], limit: Int) async throws -> [String: UndeliveredCount] {
        try await ledger.undelivered(of: endpoints, limit: limit)
    }
    func rulesDigest() async throws -> String? { try await ledger.rulesDigest() }
    func events(_ query: EventQuery) async throws -> [Event] { try await ledger.events(query) }
    func chain(after seq: Int64, limit: Int) async throws -> [ChainLink] {
        try await ledger.chain(after: seq, limit: limit)
    }
    func head() async throws -> ChainLink? { try await ledger.head() }
    func idempotent(_ key: IdempotencyKey) async throws -> IdempotentResult? { try await ledger.idempotent(key) }
    func covers(on day: Day, in scope: Scope) async throws -> [PaperCover] {
        try await ledger.covers(on: day, in: scope)
    }
    func runwayTotals(of year: Int, by grouping: Grouping, in scope: Scope) async throws -> [RunwayTotal] {
        try await ledger.runwayTotals(of: year, by: grouping, in: scope)
    }
    func runwayMonths(of year: Int, in scope: Scope) async throws -> [RunwayMonth] {
        try await ledger.runwayMonths(of: year, in: scope)
    }
    func overdueBills(before day: Day, in scope: Scope) async throws -> [OverdueRow] {
        try await ledger.overdueBills(before: day, in: scope)
    }
    func coverageFacts(within regions: [String]) async throws -> [String: [CoverageFact]] {
        try await ledger.coverageFacts(within: regions)
    }
    func work(_ query: WorkQuery) async throws -> [WorkRow] { try await ledger.work(query) }
    func workTotals(_ query: WorkQuery, on day: Day) async throws -> WorkTotals {
        try await ledger.workTotals(query, on: day)
    }
    func find(_ query: AgreementQuery) async throws -> FoundAgreements { try await ledger.find(query) }
    func tallies(within: [String]) async throws -> [Tally] { try await ledger.tallies(within: within) }
    func occupancy(
        of workflow: String, structure: String, within: [String], on day: Day
    ) async throws -> [String: (agreements: Int, overdue: Int)] {
        try await ledger.occupancy(of: workflow, structure: structure, within: within, on: day)
    }
    func dwellTimes(within: [String]) async throws -> [DwellTime] { try await ledger.dwellTimes(within: within) }
    func savedViews(of owner: String) async throws -> [SavedView] { try await ledger.savedViews(of: owner) }
    func save(_ view: SavedView, of owner: String) async throws { try await ledger.save(view, of: owner) }
    func deleteView(_ name: String, of owner: String) async throws {
        try await ledger.deleteView(name, of: owner)
    }
    func expiring(
        from: Day, until: Day, within: [String], after: DayCursor?, limit: Int
    ) async throws -> [ExpiringRow] {
        try await ledger.expiring(from: from, until: until, within: within, after: after, limit: limit)
    }
    func expiringCount(from: Day, until: Day, within: [String]) async throws -> (papers: Int, people: Int64) {
        try await ledger.expiringCount(from: from, until: until, within: within)
    }
    func waiting(role: Role?, within: [String], after: DayCursor?, limit: Int) async throws -> [WaitingRow] {
        try await ledger.waiting(role: role, within: within, after: after, limit: limit)
    }
    func lastTold(of agreements: [Agreement.ID]) async throws -> [Agreement.ID: [Reminder]] {
        try await ledger.lastTold(of: agreements)
    }
    func findingCounts(within: [String]) async throws -> [String: Int] {
        try await ledger.findingCounts(within: within)
    }
    func findings(
        code: String, within: [String], after: FindingRow.Cursor?, limit: Int
    ) async throws -> [FindingRow] {
        try await ledger.findings(code: code, within: within, after: after, limit: limit)
    }
    func overdueBillCount(before day: Day, in scope: Scope) async throws -> Int {
        try await ledger.overdueBillCount(before: day, in: scope)
    }
    func memberMonth(_ month: Month, within: [String], limit: Int) async throws -> MemberMonthTotal {
        try await ledger.memberMonth(month, within: within, limit: limit)
    }
    func pendingSignatories(within: [String]) async throws -> [PendingSignatory] {
        try await ledger.pendingSignatories(within: within)
    }
    func budgetRevisions(since: Instant, within: [String], limit: Int) async throws -> [Event] {
        try await ledger.budgetRevisions(since: since, within: within, limit: limit)
    }
    func troubledReminders(since: Instant, within: [String], limit: Int) async throws -> [Reminder] {
        try await ledger.troubledReminders(since: since, within: within, limit: limit)
    }
    func overdue(on day: Day, within: [String]) async throws -> [Role: WorkTotals] {
        try await ledger.overdue(on: day, within: within)
    }
    func budgetRevisionCount(since: Instant, within: [String]) async throws -> Int {
        try await ledger.budgetRevisionCount(since: since, within: within)
    }
    func arrivals(in month: Month, within: [String]) async throws -> [Arrival] {
        try await ledger.arrivals(in: month, within: within)
    }
    func endings(from: Month, until: Month, within: [String]) async throws -> [Month: EndingPapers] {
        try await ledger.endings(from: from, until: until, within: within)
    }

    func dates(in month: Month, within: [String], limit: Int) async throws -> [DatedDay] {
        try await ledger.dates(in: month, within: within, limit: limit)
    }
    func dates(
        of kind: DatedRow.Kind, on day: Day, within: [String], after: Agreement.ID?, limit: Int
    ) async throws -> [DatedRow] {
        try await ledger.dates(of: kind, on: day, within: within, after: after, limit: limit)
    }
    func terms(in region: String, limit: Int) async throws -> [PaperTerm] {
        try await ledger.terms(in: region, limit: limit)
    }
    func family(of agreement: Agreement, limit: Int) async throws -> [PaperTerm] {
        try await ledger.family(of: agreement, limit: limit)
    }
    func reminders(_ query: ReminderQuery) async throws -> [Reminder] { try await ledger.reminders(query) }
    func reminder(_ id: String) async throws -> Reminder? { try await ledger.reminder(id) }
    func liveReminders(of agreement: Agreement.ID) async throws -> [Reminder] {
        try await ledger.liveReminders(of: agreement)
    }
    func dueReminders(at now: Instant, limit: Int) async throws -> [DueReminders] {
        try await ledger.dueReminders(at: now, limit: limit)
    }
    func nextReminderDue() async throws -> Instant? { try await ledger.nextReminderDue() }
    func reminderRows(after id: String?, limit: Int) async throws -> [Reminder] {
        try await ledger.reminderRows(after: id, limit: limit)
    }
    func reminderCounts() async throws -> ReminderCounts { try await ledger.reminderCounts() }
    func deadlines(_ scope: DeadlineScope, endedAfter: Instant) async throws -> [DeadlineRow] {
        try await ledger.deadlines(scope, endedAfter: endedAfter)
    }
    func people() async throws -> [Person] { try await ledger.people() }
    func save(_ person: Person) async throws { try await ledger.save(person) }
    func deletePerson(_ id: String) async throws { try await ledger.deletePerson(id) }
    func delegations() async throws -> [Delegation] { try await ledger.delegations() }
    func save(_ delegation: Delegation) async throws { try await ledger.save(delegation) }
    func deleteDelegation(_ id: String) async throws { try await ledger.deleteDelegation(id) }
    func vacancies() async throws -> Set<Vacancy> { try await ledger.vacancies() }
    func feeds() async throws -> [CalendarFeed] { try await ledger.feeds() }
    func feed(hash: Data) async throws -> CalendarFeed? { try await ledger.feed(hash: hash) }
    func insert(_ feed: CalendarFeed, hash: Data) async throws { try await ledger.insert(feed, hash: hash) }
    func revokeFeed(_ id: String, at: Instant) async throws { try await ledger.revokeFeed(id, at: at) }
    func holidayFiles() async throws -> [HolidayFile] { try await ledger.holidayFiles() }
    func notices(_ query: NoticeQuery) async throws -> [Notice] { try await ledger.notices(query) }
    func dueNotices(at now: Instant, limit: Int) async throws -> [Notice] {
        try await ledger.dueNotices(at: now, limit: limit)
    }
    func nextNoticeDue() async throws -> Instant? { try await ledger.nextNoticeDue() }
    func deferNotices(_ ids: [String], to due: Instant) async throws {
        try await ledger.deferNotices(ids, to: due)
    }
    func dropNotices(_ ids: [String]) async throws { try await ledger.dropNotices(ids) }
    func compose(_ mail: Mail, of notices: [String]) async throws { try await ledger.compose(mail, of: notices) }
    func claimMails(at now: Instant, limit: Int) async throws -> [Mail] {
        try await ledger.claimMails(at: now, limit: limit)
    }
    func settle(_ settlement: MailSettlement) async throws { try await ledger.settle(settlement) }
    func recoverMails(at now: Instant) async throws -> Int { try await ledger.recoverMails(at: now) }
    func nextMailDue() async throws -> Instant? { try await ledger.nextMailDue() }
    func mails(_ query: MailQuery) async throws -> [Mail] { try await ledger.mails(query) }
    func mailCount(since: Instant, until: Instant, to person: String?) async throws -> Int {
        try await ledger.mailCount(since: since, until: until, to: person)
    }
    func mailCounts() async throws -> [Mail.State: Int] { try await ledger.mailCounts() }
    func endpoints() async throws -> [WebhookEndpoint] { try await ledger.endpoints() }
    func endpointHealth() async throws -> [String: EndpointHealth] { try await ledger.endpointHealth() }
    func settle(
        _ settlements: [Settlement], health: [String: EndpointHealth], claiming claims: [DeliveryClaim], at now: Instant
    ) async throws -> ClaimedDeliveries {
        try await ledger.settle(settlements, health: health, claiming: claims, at: now)
    }
    func recoverDeliveries(at now: Instant) async throws -> Int { try await ledger.recoverDeliveries(at: now) }
    func triedInVain(
        _ endpoint: String, since: Instant, limit: Int
    ) async throws -> (count: Int, over: Duration) {
        try await ledger.triedInVain(endpoint, since: since, limit: limit)
    }
    func deliveries(_ query: DeliveryQuery) async throws -> [Delivery] { try await ledger.deliveries(query) }
    func attempts(of delivery: String) async throws -> [Attempt] { try await ledger.attempts(of: delivery) }
    func deliveryCounts() async throws -> [Delivery.State: Int] { try await ledger.deliveryCounts() }
    func deliveryCounts(of endpoint: String) async throws -> [Delivery.State: Int] {
        try await ledger.deliveryCounts(of: endpoint)
    }
    func unknownAttempts(
        of endpoints: [String], since: Instant?, before: UnknownAttempt.Cursor?, limit: Int
    ) async throws -> [UnknownAttempt] {
        try await ledger.unknownAttempts(of: endpoints, since: since, before: before, limit: limit)
    }
    func openDeliveries(of endpoint: String, limit: Int) async throws -> Int {
        try await ledger.openDeliveries(of: endpoint, limit: limit)
    }
    func seq(of event: Event.ID) async throws -> Int64? { try await ledger.seq(of: event) }
    func notSent(_ seq: Int64) async throws -> [String: String] { try await ledger.notSent(seq) }
    func deliveryFeed(
        of endpoint: String, after seq: Int64, since: Instant?, limit: Int
    ) async throws -> [Delivery] {
        try await ledger.deliveryFeed(of: endpoint, after: seq, since: since, limit: limit)
    }
    func acknowledge(_ deliveries: [String], of endpoint: String, at now: Instant) async throws -> Int {
        try await ledger.acknowledge(deliveries, of: endpoint, at: now)
    }
    func replays(of endpoint: String) async throws -> [DeliveryReplay] { try await ledger.replays(of: endpoint) }
    func runningReplays() async throws -> [DeliveryReplay] { try await ledger.runningReplays() }
    func advance(_ replay: DeliveryReplay, with deliveries: [Delivery], at now: Instant) async throws -> Int {
        try await ledger.advance(replay, with: deliveries, at: now)
    }
    func account(of person: String) async throws -> Account? { try await ledger.account(of: person) }
    func account(named name: String) async throws -> Account? { try await ledger.account(named: name) }
    func account(of identity: Account.Identity) async throws -> Account? { try await ledger.account(of: identity) }
    func accounts() async throws -> [Account] { try await ledger.accounts() }
    func session(hash: Data) async throws -> OpenSession? { try await ledger.session(hash: hash) }
    func sessions(of person: String) async throws -> [Session] { try await ledger.sessions(of: person) }
    func invitation(hash: Data) async throws -> Invitation? { try await ledger.invitation(hash: hash) }
    func token(hash: Data) async throws -> Token? { try await ledger.token(hash: hash) }
    func tokens() async throws -> [Token] { try await ledger.tokens() }
    func accessLog(_ query: AccessQuery) async throws -> [AccessEntry] { try await ledger.accessLog(query) }
    func signInHistory(
        name: String, person: String?, network: String, failuresSince: Instant, successSince: Instant
    ) async throws -> SignInHistory {
        try await ledger.signInHistory(
            name: name, person: person, network: network, failuresSince: failuresSince, successSince: successSince)
    }
    func write(_ writes: [AccessWrite]) async throws { try await ledger.write(writes) }
    func storeWorkflow(_ text: WorkflowText) async throws { try await ledger.storeWorkflow(text) }
    func workflowTexts() async throws -> [WorkflowText] { try await ledger.workflowTexts() }
    func note(_ name: String) async throws -> String? { try await ledger.note(name) }
    func setNote(_ name: String, to value: String) async throws { try await ledger.setNote(name, to: value) }
    func close() async throws { try await ledger.close() }
}
