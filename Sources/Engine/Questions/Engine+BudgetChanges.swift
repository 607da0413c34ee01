public import Agreements
public import Calendars
import Documents
import Ledger
import Workflows

/// A budget that was revised in the middle of its year, and what that does to the paper.
public struct BudgetChange: Sendable {
    public var agreement: Agreement
    /// The line's key, such as `apbd_ii-2026`.
    public var line: String
    /// The ceiling before the revision, in rupiah.
    public var before: Int64
    public var revision: BudgetRevision
    public var enteredAt: Instant
    /// What the year is short of now, in rupiah.
    public var shortfall: Int64
    /// The paper promises more people than the money carries, so that it must be changed or the money found.
    public var needsAddendum: Bool { shortfall > 0 && agreement.phase != .closed }
    /// The addendum that is on its way, or in force.
    public var addendum: Agreement?
}

extension Engine {
    /// So many at once; more than any week has.
    private static let budgetChangesMax = 500

    /// Budgets that were revised since a day, newest first.
    public func budgetChanges(
        since day: Day, region: String? = nil, for principal: Principal
    ) async throws -> [BudgetChange] {
        let rules = rules
        let since = rules.reference.regions.zone(of: region ?? "00").instant(of: day, hour: 0)
        let events = try await ledger.budgetRevisions(
            since: since, within: try principal.scope(region), limit: Engine.budgetChangesMax)
        var known: [Agreement.ID: (agreement: Agreement, addendum: Agreement?)] = [:]
        var changes: [BudgetChange] = []
        for event in events {
            guard case .fundingRevised(let revised) = event.data, let id = event.subject.agreement else { continue }
            if known[id] == nil, let agreement = try await ledger.agreement(id.rawValue) {
                known[id] = (agreement, try await addendum(of: agreement))
            }
            guard let (agreement, addendum) = known[id] else { continue }
            let year = agreement.fundingLine(revised.line)?.fiscalYear
            let runway = year.flatMap { try? agreement.runway(year: $0, rates: rules.reference.rates) }
            changes.append(
                BudgetChange(
                    agreement: agreement, line: revised.line, before: revised.from, revision: revised.revision,
                    enteredAt: event.recordedAt, shortfall: runway?.shortfall ?? 0, addendum: addendum))
        }
        return changes
    }

    private func addendum(of agreement: Agreement) async throws -> Agreement? {
        var query = AgreementQuery()
        (query.kind, query.parent, query.limit) = (.addendum, agreement.id, .max)
        return try await ledger.agreements(query).last {
            $0.phase != .closed || $0.isFullySigned
        }
    }
}
