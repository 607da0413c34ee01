import Agreements
import Calendars
public import Ledger

/// What did not reach anybody, or was not answered.
public struct Trouble: Sendable {
    /// Missed, or sent on to the next office since nobody answered (``Reminder/insteadOf``); newest first.
    public var reminders: [Reminder]
    /// Mails that failed for good, to people whom the asker may look at; newest first. They belong to no one region.
    public var mails: [Mail]
    /// Webhooks that failed for good or wait for the endpoint to be looked at, newest first; empty for who may not see
    /// endpoints, and where one region is asked for.
    public var deliveries: [Delivery]
}

extension Engine {
    /// What went wrong with reminders, mails and webhooks.
    ///
    /// - Parameter days: how far back that is looked for.
    public func trouble(
        days: Int = 14, region: String? = nil, limit: Int = 50, for principal: Principal
    ) async throws -> Trouble {
        let since = clock.now() + .seconds(-days * 86_400)
        let reminders = try await ledger.troubledReminders(
            since: since, within: try principal.scope(region), limit: limit)
        guard region == nil || region == "00" else { return Trouble(reminders: reminders, mails: [], deliveries: []) }
        var failed = MailQuery()
        (failed.states, failed.limit) = ([.failed], limit)
        let mails = try await mails(failed, to: nil, for: principal).mails
        let seesEndpoints = principal.regions.isEmpty && (principal.may(.manageEndpoints) || principal.role == .auditor)
        let query = DeliveryQuery(states: [.failed, .held], isNewestFirst: true, limit: limit)
        let deliveries = seesEndpoints ? try await ledger.deliveries(query) : []
        return Trouble(
            reminders: reminders, mails: mails.filter { $0.createdAt >= since },
            deliveries: deliveries.filter { $0.createdAt >= since })
    }
}
