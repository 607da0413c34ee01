import Agreements
public import Calendars
public import Courier
import Foundation
public import Ledger

extension WebhookEndpoint {
    /// What to hand to the courier for one attempt: the stored bytes, signed for this moment.
    ///
    /// - Parameter loopbackOnly: a rehearsal may tell nobody outside this machine.
    /// - Returns: nil if the stored secret cannot be read.
    public func lease(for delivery: Delivery, at now: Instant, loopbackOnly: Bool) -> Lease? {
        guard let secret = WebhookSecret(secret) else { return nil }
        let timestamp = now.milliseconds / 1_000
        let id = delivery.eventID.rawValue
        return Lease(
            id: delivery.id, method: "POST", url: url,
            headers: [
                .init("content-type", "application/json"), .init("user-agent", "pksd/1"), .init("webhook-id", id),
                .init("webhook-timestamp", String(timestamp)),
                .init("webhook-signature", secret.signature(id: id, timestamp: timestamp, body: delivery.payload)),
            ], body: Array(delivery.payload), addresses: loopbackOnly ? .loopbackOnly : addressRules)
    }

    public var addressRules: AddressRules { .publicOnly(except: allow.compactMap { CIDR($0) }) }
}
