public import Agreements
import Calendars
import Documents
public import Ledger
import Workflows

/// A page of what somebody must do today.
public struct WorkPage: Sendable {
    public struct Entry: Sendable, Equatable {
        public var agreement: Agreement
        /// The gravest first; never empty.
        public var items: [WorkItem]
        /// What moves the gravest.
        public var next: NextStep
    }

    public var entries: [Entry]
    /// Of the whole list, not of the page.
    public var totals: WorkTotals
    /// Where the next page begins; nil at the end.
    public var next: WorkCursor?
}

extension Engine {
    /// What an office must do, the gravest first: people who lose cover, then rupiah, then days. Each agreement once.
    ///
    /// - Parameters:
    ///   - role: another office than one's own.
    ///   - region: a region or a province with everything inside it.
    public func work(
        for principal: Principal, role: Role? = nil, region: String? = nil, after: WorkCursor? = nil, limit: Int = 50
    ) async throws -> WorkPage {
        var query = WorkQuery(
            role: role ?? principal.role, region: region, within: principal.regions, after: after, limit: limit + 1)
        let rows = try await ledger.work(query)
        query.after = nil
        let today = self.today(in: region)
        let totals = try await ledger.workTotals(query, on: today)
        let entries = rows.prefix(limit).map { row in
            WorkPage.Entry(
                agreement: row.agreement, items: row.items,
                next: nextStep(of: row.agreement, for: principal, about: row.items.first?.task ?? .step))
        }
        let isMore = rows.count > limit
        return WorkPage(
            entries: entries, totals: totals,
            next: isMore ? entries.last.map { WorkCursor($0.items[0], of: $0.agreement.id) } : nil)
    }

    /// The one thing by which somebody moves an agreement.
    ///
    /// - Parameter task: what it is about; nil for the gravest of what their office must do.
    public func nextStep(
        of agreement: Agreement, for principal: Principal, about task: WorkItem.Task? = nil
    ) -> NextStep {
        let rules = rules
        guard let workflow = rules.workflow(of: agreement) else {
            return NextStep(
                .nothing,
                Bilingual(id: "aturannya tidak tersimpan", en: "its rules are not stored"))
        }
        let now = clock.now()
        let task =
            task
            ?? rules.work(of: agreement, workflow, at: now).filter { $0.role == principal.role }
            .min { $0.isGraver(than: $1) }?.task
        let facts = rules.facts(agreement, at: now)
        return Desk(agreement, workflow, of: principal, rules: rules, facts: facts).step(for: task ?? .step)
    }
}
