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
    /// - Throws: `DocumentError` if records of ours could no longer be read under the new rules.
    @discardableResult
    public func adopt(_ rules: RuleBook) async throws -> ReminderChanges? {
        let texts = try await ledger.workflowTexts()
        try rules.checkAttached(against: texts)
        for workflow in rules.current.values.sorted(by: { $0.id < $1.id }) {
            try await ledger.storeWorkflow(
                WorkflowText(
                    id: workflow.id, structure: workflow.structureHash, policy: workflow.policyHash,
                    text: workflow.text, loadedAt: clock.now()))
        }
        var rules = rules
        try rules.add(stored: try await ledger.workflowTexts())
        // From here on every command plans by the new rules; those that were under way are found stale below.
        replaceRules(rules)
        let digest = rules.policyDigest
        guard try await ledger.note(Engine.policyNote) != digest else { return nil }
        let changes = try await replanAll()
        try await ledger.setNote(Engine.policyNote, to: digest)
        return changes
    }

    /// The digest of the policy that all planned reminders follow.
    private static let policyNote = "policy"

    /// Plans the reminders of all agreements anew by the rules in force.
    private func replanAll() async throws -> ReminderChanges {
        var total = ReminderChanges()
        var pending: [Agreement] = try await allAgreements(AgreementQuery())
        while !pending.isEmpty {
            var changes: [Change] = []
            for agreement in pending {
                guard let workflow = rules.workflow(of: agreement) else { continue }
                let difference = try await difference(agreement, workflow, rules)
                total.add(difference)
                var change = Change(reminders: difference.writes(mint))
                change.agreement = AgreementWrite(
                    agreement: agreement, replacing: agreement.version, waitingOn: workflow.waitingOn(agreement),
                    awaited: workflow.awaited(rules.facts(agreement, at: clock.now())))
                changes.append(change)
            }
            let made = try await commitFitting(changes)
            let stale = zip(changes, made).compactMap { $1 ? nil : $0.agreement?.agreement.id.rawValue }
            pending = []
            for id in stale {
                if let agreement = try await ledger.agreement(id) { pending.append(agreement) }
            }
        }
        return total
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
            existing: try await ledger.liveReminders(of: agreement.id), at: now)
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
    /// Should have come already by the new rules, and will not.
    public var late = 0

    public init() {}

    mutating func add(_ difference: ReminderDifference) {
        let before = Set(difference.superseded.map(\.key))
        let again = difference.planned.count { before.contains($0.key) }
        moved += again
        added += difference.planned.count - again
        late += difference.late.count { before.contains($0.key) }
        dropped += before.count - again
    }
}
