import Agreements
import Calendars
public import Ledger

/// What did not reach anybody, or was not answered.
public struct Trouble: Sendable {
    /// Missed, or sent on to the next office since nobody answered (``Reminder/insteadOf``); newest first.
    public var reminders: [Reminder]
    /// Mails that failed for good, to people whom the asker may look at.
    public var mails: [Mail]
    /// Webhooks that failed for good or wait for the endpoint to be looked at; empty for who may not see endpoints.
    public var deliveries: [Delivery]
}

extension Engine {
    /// What went wrong with reminders, mails and webhooks.
    ///
    /// - Parameter days: how far back reminders are looked at.
    public func trouble(
        days: Int = 14, region: String? = nil, limit: Int = 50, for principal: Principal
    ) async throws -> Trouble {
        let reminders = try await ledger.troubledReminders(
            since: clock.now() + .seconds(-days * 86_400), within: try principal.scope(region), limit: limit)
        var failed = MailQuery()
        (failed.states, failed.limit) = ([.failed], limit)
        let mails = try await mails(failed, to: nil, for: principal).mails
        let seesEndpoints = principal.regions.isEmpty && (principal.may(.manageEndpoints) || principal.role == .auditor)
        let deliveries =
            seesEndpoints ? try await ledger.deliveries(DeliveryQuery(states: [.failed, .held], limit: limit)) : []
        return Trouble(reminders: reminders, mails: mails, deliveries: deliveries)
    }
}
