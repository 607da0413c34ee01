import Agreements
import Calendars
import Documents
import Ledger
import Logging
import Workflows

extension Engine {
    private static let page = 1_000

    /// Puts new rules in force. Running agreements keep the structure they began under; what is policy reaches all of them,
    /// in one transaction.
    ///
    /// - Returns: what changed about the reminders; nil if the policy in force is the same as before.
    /// - Throws: `DocumentError` if bills or funding lines would be left in states that are gone; the rules before then stay
    ///   in force.
    @discardableResult
    public func adopt(_ rules: RuleBook) async throws -> ReminderChanges? {
        try await adoption.pass { try await adoptInTurn(rules) }
    }

    private func adoptInTurn(_ rules: RuleBook) async throws -> ReminderChanges? {
        let texts = try await ledger.workflowTexts()
        try rules.checkAttached(against: texts)
        // The text that was in force last is known by this time, also where a rehearsal's clock stands still.
        let loadedAt = texts.map { $0.loadedAt + .milliseconds(1) }.reduce(clock.now(), max)
        for workflow in rules.current.values.sorted(by: { $0.id < $1.id }) {
            try await ledger.storeWorkflow(
                WorkflowText(
                    id: workflow.id, structure: workflow.structureHash, policy: workflow.policyHash,
                    text: workflow.text, loadedAt: loadedAt))
        }
        // Files that were accepted while these rules were read hold all the same.
        var rules = rules.on(try rules.calendar.holidays.with(accepted: try await ledger.holidayFiles()))
        for text in rules.add(stored: try await ledger.workflowTexts()) {
            logger.error(
                "a stored workflow can no longer be read; agreements under it cannot move",
                metadata: ["workflow": "\(text.id)", "structure": "\(text.structure.prefix(12))"])
        }
        let news = try await holidayNews(rules.calendar.holidays)
        guard try await ledger.rulesDigest() != rules.digest else {
            if let news { try await commit(Change(events: [event(news, moved: 0)])) }
            replaceRules(rules)
            return nil
        }
        let changes = try await replanAll(rules) { [self] changes in
            news.map { Change(events: [event($0, moved: changes.moved)]) }
        }
        if let news { announce(news, changes) }
        return changes
    }

    /// Plans the reminders of all agreements anew and puts the rules in force with that.
    ///
    /// A command that was decided by the rules before either is on disk before this transaction, and is planned anew by it
    /// or after it, or comes later, is refused by the ledger, and is decided again.
    ///
    /// - Parameter news: what is committed together with them, given what they do to reminders.
    func replanAll(
        _ rules: RuleBook, telling news: (ReminderChanges) -> Change?
    ) async throws -> ReminderChanges {
        var total = ReminderChanges()
        var seen: Set<Agreement.ID> = []
        var pending = try await allAgreements(AgreementQuery())
        var isFirst = true
        while isFirst || !pending.isEmpty {
            var changes: [Change] = []
            var differences: [ReminderDifference] = []
            for agreement in pending {
                seen.insert(agreement.id)
                guard let workflow = rules.workflow(of: agreement) else { continue }
                var decision = Decision(
                    agreement, workflow, rules: rules, actor: .system, now: clock.now(), mint: mint)
                // Other rates can make a budget short that was not.
                decision.tellOfFindings()
                let reminders = try await ledger.liveReminders(of: agreement.id)
                differences.append(decision.difference(reminders))
                var change = try decision.change(superseding: reminders)
                change.agreement?.words = rules.searchForms(of: agreement)
                change.agreement?.isWhole = true
                do throws(MoneyError) {
                    change.agreement?.runways = try rules.runways(of: agreement)
                } catch {
                    // No sum is better than one by rates that no longer hold.
                    change.agreement?.runways = []
                    logger.error(
                        "the money of an agreement cannot be added up",
                        metadata: ["agreement": "\(agreement.id)", "error": "\(error)"])
                }
                // These rules come into force with this very change.
                change.rules = nil
                changes.append(change)
            }
            let news = isFirst ? news(ReminderChanges(differences)) : nil
            let made = try await commitFitting((news.map { [$0] } ?? []) + changes, rules: rules.digest)
                .suffix(changes.count)
            // They are in force on disk, and whatever fails from here on must not leave the others deciding.
            if isFirst { replaceRules(rules) }
            for (difference, isMade) in zip(differences, made) where isMade { total.add(difference) }
            pending = try await present(zip(changes, made).filter { !$1 }.map(\.0))
            if isFirst {
                pending += try await allAgreements(AgreementQuery()).filter { !seen.contains($0.id) }
                isFirst = false
            }
        }
        return total
    }

    /// The agreements of changes as they are now.
    func present(_ changes: [Change]) async throws -> [Agreement] {
        var agreements: [Agreement] = []
        for change in changes {
            guard let id = change.agreement?.agreement.id.rawValue, let agreement = try await ledger.agreement(id)
            else { continue }
            agreements.append(agreement)
        }
        return agreements
    }

    /// What rules would change about the open reminders of an agreement.
    func difference(
        _ agreement: Agreement, _ workflow: Workflow, _ rules: RuleBook
    ) async throws
        -> ReminderDifference
    {
        let now = clock.now()
        return ReminderDifference(
            agreement, wanted: rules.plan(agreement, workflow, at: now),
            existing: try await ledger.liveReminders(of: agreement.id), at: now,
            today: rules.zone(of: agreement).day(at: now))
    }

    func allAgreements(_ query: AgreementQuery) async throws -> [Agreement] {
        var query = query
        query.limit = Engine.page
        var all: [Agreement] = []
        while true {
            let page = try await ledger.agreements(query)
            guard let last = page.last else { return all }
            all += page
            query.after = last.id.rawValue
        }
    }
}

/// What a change of rules does to reminders that are planned.
public struct ReminderChanges: Sendable, Equatable, Codable {
    /// Come at another time or say something else.
    public var moved = 0
    /// Come no longer.
    public var dropped = 0
    /// Come in addition.
    public var added = 0
    /// Should have come already by the new rules: the newest of a deadline is told at once, the others are missed.
    public var late = 0

    public init() {}

    init(_ differences: [ReminderDifference]) { differences.forEach { add($0) } }

    mutating func add(_ difference: ReminderDifference) {
        // The daemon's own timers tell nobody anything.
        let before = Set(difference.superseded.filter { $0.recipient != .system }.map(\.key))
        let planned = difference.planned.filter { $0.recipient != .system }
        let again = planned.count { before.contains($0.key) }
        let late = (difference.overdue + difference.missed).count { before.contains($0.key) }
        moved += again
        added += planned.count - again
        self.late += late
        dropped += before.count - again - late
    }
}
