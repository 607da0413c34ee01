public import Agreements
public import Calendars
import Documents
public import Ledger
public import Logging
public import Metrics
import Synchronization
public import Webhooks
public import Workflows

/// Where commands come in and changes go out. It holds no record of its own: the ledger does.
///
/// A command is decided on a copy of the record and committed against the version it was read at, so that two people who
/// change the same agreement at once cannot overwrite each other.
public final class Engine: Sendable {
    public let ledger: any Ledger
    public let clock: any WallClock
    let random: any RandomSource
    let mint: Mint
    public let logger: Logger
    let metrics: EngineMetrics
    /// In a rehearsal nothing leaves the machine.
    public let isRehearsal: Bool
    /// Whether there is a mail server; without one nobody waits for a mail.
    public let sendsMail: Bool
    let reminderAlarm: Alarm
    let deliveryAlarm: Alarm
    let replayAlarm: Alarm
    let noticeAlarm: Alarm
    /// Rules come into force one after the other.
    let adoption = Turnstile()
    /// Each change of an endpoint is made of what the one before left.
    let endpointDesk = Turnstile()
    let feed = Broadcast()
    private let book: Mutex<RuleBook>
    private let receivers = Mutex(EndpointBook())
    /// Endpoints that were given something to send since somebody last asked.
    private let addressees = Mutex<Set<String>>([])
    /// What webhooks name as their source.
    let source: EventSource
    private let life: Mutex<SignsOfLife>
    let door: Door

    public init(
        ledger: any Ledger, rules: RuleBook, clock: any WallClock, random: any RandomSource, isRehearsal: Bool = false,
        sendsMail: Bool = false, source: EventSource = EventSource(), door: Door = Door(), logger: Logger,
        metrics: any MetricsFactory
    ) {
        self.ledger = ledger
        self.clock = clock
        self.random = random
        mint = Mint(random: random)
        self.logger = logger
        self.metrics = EngineMetrics(metrics)
        self.isRehearsal = isRehearsal
        self.sendsMail = sendsMail
        self.source = source
        self.door = door
        reminderAlarm = Alarm(clock: clock)
        deliveryAlarm = Alarm(clock: clock)
        replayAlarm = Alarm(clock: clock)
        noticeAlarm = Alarm(clock: clock)
        book = Mutex(rules)
        life = Mutex(SignsOfLife(lastSeen: nil, startedAt: clock.now()))
    }

    // MARK: Rules

    public var rules: RuleBook { book.withLock { $0 } }

    func replaceRules(_ rules: RuleBook) { book.withLock { $0 = rules } }

    /// Takes the stored endpoints and the rules that running agreements began under. Called once, before anything else.
    ///
    /// - Parameter lastSeen: the last sign of life before this start that the ledger does not know of.
    public func start(lastSeen: Instant? = nil) async throws {
        let endpoints = try await ledger.endpoints()
        for endpoint in endpoints where endpoint.secrets.signing.isEmpty {
            logger.error(
                "an endpoint's secrets do not open under the present secrets_key; nothing is sent to it",
                metadata: ["endpoint": "\(endpoint.id)"])
        }
        receivers.withLock { $0 = EndpointBook(endpoints) }
        let last = try await ledger.head().map { try CanonicalJSON.decode(Event.self, from: $0.body).recordedAt }
        let stopped = try await ledger.note(Engine.stoppedNote).flatMap { Instant($0) }
        life.withLock {
            $0 = SignsOfLife(lastSeen: [lastSeen, last, stopped].compactMap { $0 }.max(), startedAt: clock.now())
        }
        try await adopt(rules)
    }

    private static let stoppedNote = "stopped"

    /// Leaves a sign of life, so that what is missed until the next start can say since when.
    public func stop() async throws {
        try await ledger.setNote(Engine.stoppedNote, to: clock.now().description)
    }

    /// Since when it runs.
    public var startedAt: Instant { signsOfLife.startedAt }

    var signsOfLife: SignsOfLife { life.withLock { $0 } }

    // MARK: Agreements

    /// What a command led to.
    public struct Answer: Sendable {
        /// The record as the command left it.
        public var agreement: Agreement
        /// The same request had been made before; nothing was done now.
        public var isReplayed: Bool

        public init(agreement: Agreement, isReplayed: Bool) {
            self.agreement = agreement
            self.isReplayed = isReplayed
        }
    }

    /// An agreement that somebody may read, by id or ref.
    public func agreement(_ key: String, for principal: Principal) async throws -> Agreement {
        guard let agreement = try await ledger.agreement(key) else { throw EngineError.notFound(key) }
        try principal.require(region: agreement.region)
        return agreement
    }

    public func workflow(of agreement: Agreement) throws -> Workflow {
        guard let workflow = rules.workflow(of: agreement) else {
            throw EngineError.impossible(
                Bilingual(
                    id:
                        "aturan '\(agreement.workflow.id)' dengan struktur \(agreement.workflow.structure.prefix(12)) tidak tersimpan",
                    en:
                        "the rules '\(agreement.workflow.id)' with the structure \(agreement.workflow.structure.prefix(12)) are not stored"
                ))
        }
        return workflow
    }

    /// Carries out a command on an existing agreement.
    ///
    /// - Throws: ``EngineError``, and `LedgerError` if the ledger cannot write.
    public func submit(_ command: Command, to key: String, _ circumstances: Circumstances) async throws -> Answer {
        let principal = circumstances.principal
        if let act = command.act { try principal.require(act) }
        return try await underRulesInForce { [self] in
            let before = try await agreement(key, for: principal)
            if let earlier = try await replay(circumstances) { return earlier }
            guard let version = circumstances.version else { throw EngineError.versionRequired }
            guard version == before.version else { throw EngineError.stale(version: before.version) }
            var decision = Decision(
                before, try workflow(of: before), rules: rules, actor: principal.actor, now: clock.now(), mint: mint)
            try decision.decide(command)
            return try await finish(&decision, circumstances)
        }
    }

    /// Decides again where what a decision was made by has changed before it was on disk.
    func underRulesInForce<Value>(_ decide: () async throws -> Value) async throws -> Value {
        for _ in 1...200 {
            do { return try await decide() } catch LedgerError.rulesChanged {
                // Between the transaction that brought them and their being read here lies a moment.
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        return try await decide()
    }

    /// Enters a new agreement.
    public func create(_ new: NewAgreement, _ circumstances: Circumstances) async throws -> Answer {
        let principal = circumstances.principal
        try principal.require(.create)
        try principal.require(region: new.region)
        if let earlier = try await replay(circumstances) { return earlier }
        return try await underRulesInForce { [self] in
            let (agreement, workflow) = try await draft(new, by: principal)
            var decision = Decision(
                creating: agreement, workflow, rules: rules, actor: principal.actor, now: clock.now(), mint: mint)
            return try await finish(&decision, circumstances)
        }
    }

    private func finish(_ decision: inout Decision, _ circumstances: Circumstances) async throws -> Answer {
        decision.settle()
        let agreement = decision.agreement
        var changes = try await changes(of: decision)
        changes[0].idempotency = circumstances.remembering(agreement.id.rawValue, version: agreement.version)
        do {
            try await commit(changes)
            return Answer(agreement: agreement, isReplayed: false)
        } catch LedgerError.stale(let version) {
            // It may be the paper it amends that has moved on, of which the caller knows nothing; decided again, it shows.
            if changes.count > 1 { throw LedgerError.rulesChanged }
            throw EngineError.stale(version: version)
        } catch LedgerError.duplicateRef(let ref) {
            throw EngineError.refTaken(ref)
        } catch LedgerError.duplicateKey {
            // The same request came twice at once; the other one was first.
            guard let earlier = try await replay(circumstances) else { throw EngineError.keyReused }
            return earlier
        }
    }

    /// What is to be committed for a decision: its own change first, then that of the paper it amends, if it does.
    func changes(of decision: Decision) async throws -> [Change] {
        var changes = [
            try decision.change(
                superseding: decision.isNew ? [] : try await ledger.liveReminders(of: decision.agreement.id))
        ]
        if let amendment = decision.amendmentOfParent, let parent = decision.agreement.parent,
            let before = try await ledger.agreement(parent.rawValue)
        {
            var effect = Decision(
                before, try workflow(of: before), rules: rules, actor: .system, now: clock.now(), mint: mint)
            do {
                try effect.decide(.amend(amendment))
            } catch let refusal as EngineError {
                // The addendum is what was signed, and comes into force all the same.
                logger.warning(
                    "an addendum could not change its parent",
                    metadata: ["addendum": "\(decision.agreement.id)", "error": "\(refusal)"])
                return changes
            }
            effect.settle()
            changes.append(try effect.change(superseding: try await ledger.liveReminders(of: parent)))
        }
        return changes
    }

    /// The result of the same request, if it was made before: the record as it was then.
    private func replay(_ circumstances: Circumstances) async throws -> Answer? {
        guard let subject = try await earlierResult(circumstances) else { return nil }
        let events = try await ledger.events(
            EventQuery(
                subject: .agreement(.init(rawValue: subject.subject)), untilVersion: subject.version, limit: .max))
        return Agreement(folding: events).map { Answer(agreement: $0, isReplayed: true) }
    }

    func earlierResult(_ circumstances: Circumstances) async throws -> IdempotentResult? {
        guard let idempotency = circumstances.idempotency,
            let earlier = try await ledger.idempotent(
                IdempotencyKey(owner: circumstances.principal.tokenID, key: idempotency.key))
        else { return nil }
        guard earlier.fingerprint == idempotency.fingerprint else { throw EngineError.keyReused }
        return earlier
    }

    // MARK: Commit

    /// Commits changes together with the deliveries they cause, and wakes whoever has something to do now.
    @discardableResult
    func commit(_ changes: [Change]) async throws -> [Event] {
        let outgoing = Outgoing()
        let changes = changes.map { withDeliveries($0, outgoing) }
        let events: [Event]
        if changes.count == 1 {
            events = try await ledger.commit(changes[0])
        } else {
            events = try await ledger.commit(changes, skippingStale: false, rules: nil).flatMap { $0 ?? [] }
        }
        wake(for: changes, events, outgoing)
        return events
    }

    @discardableResult
    func commit(_ change: Change) async throws -> [Event] { try await commit([change]) }

    /// Commits what still fits the record, in one transaction.
    ///
    /// - Parameter rules: the digest of rules that come into force with them.
    /// - Returns: for each change whether it was made; false where its agreement has moved on meanwhile.
    func commitFitting(_ changes: [Change], rules: String? = nil) async throws -> [Bool] {
        let outgoing = Outgoing()
        let changes = changes.map { withDeliveries($0, outgoing) }
        let made = try await ledger.commit(changes, skippingStale: true, rules: rules)
        wake(for: changes, made.flatMap { $0 ?? [] }, outgoing)
        return made.map { $0 != nil }
    }

    private func withDeliveries(_ change: Change, _ outgoing: Outgoing) -> Change {
        let book = endpointBook
        guard !book.entries.isEmpty, !change.events.isEmpty else { return change }
        var change = change
        let kind = change.agreement?.agreement.kind
        change.outbox = { [logger, source] event in
            do {
                let outbox = try book.outbox(of: event, kind: kind, from: source)
                outgoing.add(outbox.deliveries)
                return outbox
            } catch {
                // Every event has just been encoded for the ledger, so this cannot fail for its content.
                logger.error(
                    "a webhook could not be rendered", metadata: ["event": "\(event.id)", "error": "\(error)"])
                return Outbox()
            }
        }
        return change
    }

    private func wake(for changes: [Change], _ events: [Event], _ outgoing: Outgoing) {
        metrics.committed(events)
        if !events.isEmpty { feed.send() }
        let endpoints = outgoing.endpoints
        if !endpoints.isEmpty { wakeDeliveries(to: endpoints) }
        if changes.contains(where: { !$0.reminders.isEmpty }) { reminderAlarm.ring() }
        if changes.contains(where: { !$0.notices.isEmpty }) { noticeAlarm.ring() }
    }

    /// A name for one sending of a form, so that a second press of its button does nothing twice.
    public func newRequestName() -> String { mint.id("frm", at: clock.now()) }

    /// A stream that yields whenever there are new events.
    public func follow() -> AsyncStream<Void> { feed.follow() }

    // MARK: Endpoints

    public var endpoints: [WebhookEndpoint] { endpointBook.entries.map(\.endpoint) }
    var endpointBook: EndpointBook { receivers.withLock { $0 } }

    func changeEndpoints<Value>(_ body: (inout EndpointBook) -> sending Value) -> sending Value {
        receivers.withLock { body(&$0) }
    }

    func wakeDeliveries(to endpoints: some Sequence<String>) {
        addressees.withLock { $0.formUnion(endpoints) }
        deliveryAlarm.ring()
    }

    /// Endpoints that were given something to send since this was last asked.
    func takeAddressees() -> Set<String> {
        addressees.withLock { addressees in
            defer { addressees = [] }
            return addressees
        }
    }
}

/// Collects, inside a transaction, whom something is sent to; told on only once it is committed.
private final class Outgoing: Sendable {
    private let ids = Mutex<Set<String>>([])

    var endpoints: Set<String> { ids.withLock { $0 } }

    func add(_ deliveries: [Delivery]) {
        ids.withLock { $0.formUnion(deliveries.map(\.endpoint)) }
    }
}
