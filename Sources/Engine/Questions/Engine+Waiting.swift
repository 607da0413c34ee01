public import Agreements
public import Calendars
public import Documents
public import Ledger
import Workflows

/// Whom a paper waits for.
public struct Waiting: Sendable {
    public var agreement: Agreement
    public var roles: [Role]
    /// When it came to where it is.
    public var since: Day
    public var deadline: Day?
    /// What stands in its way first; nil where somebody has only to take the step.
    public var missing: Bilingual?
    /// The last that each office was told of it.
    public var lastTold: [Reminder]
}

extension Engine {
    /// Papers that somebody must move, whom they wait for, and the last that those were asked; the earliest deadline first.
    public func waiting(
        on role: Role? = nil, region: String? = nil, after: DayCursor? = nil, limit: Int = 50, for principal: Principal
    ) async throws -> (items: [Waiting], next: DayCursor?) {
        let rows = try await ledger.waiting(
            role: role, within: try principal.scope(region), after: after, limit: limit + 1)
        let page = rows.prefix(limit)
        let told = try await ledger.lastTold(of: page.map(\.agreement.id))
        let (rules, now) = (rules, clock.now())
        let items = page.map { row in
            let agreement = row.agreement
            let facts = rules.facts(agreement, at: now)
            let missing = rules.workflow(of: agreement).flatMap { workflow in
                workflow.awaited(facts).first { !$0.dependsOnDate }.flatMap { workflow.unmet($0.id, facts)?.say }
            }
            return Waiting(
                agreement: agreement, roles: row.roles, since: agreement.entered.on, deadline: row.deadline,
                missing: missing, lastTold: (told[agreement.id] ?? []).filter { row.roles.contains($0.recipient) })
        }
        let next =
            rows.count > limit ? page.last.map { DayCursor(day: $0.deadline, agreement: $0.agreement.id) } : nil
        return (items, next)
    }
}
