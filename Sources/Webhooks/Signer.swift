public import Calendars
public import Courier
public import Foundation
public import Ledger

/// An endpoint's keys, read once and ready to sign.
public struct Signer: Sendable {
    private let keys: [(key: WebhookKey, expiresAt: Instant?)]

    /// - Throws: if one of the keys cannot be read.
    public init(_ secrets: EndpointSecrets) throws(WebhookKey.Fault) {
        var keys: [(WebhookKey, Instant?)] = []
        for entry in secrets.signing { keys.append((try WebhookKey(entry.text), entry.expiresAt)) }
        self.keys = keys
    }

    /// `webhook-id`, `webhook-timestamp` and `webhook-signature` with a signature by each key that has not expired, the
    /// newest first.
    ///
    /// - Parameters:
    ///   - id: the same on each attempt; without a point, which ends it in what is signed.
    ///   - now: the moment of this attempt.
    /// - Returns: nil if no key is left: nothing goes out unsigned.
    public func headers(id: String, body: Data, at now: Instant) -> [Lease.Header]? {
        let timestamp = now.milliseconds / 1_000
        let signatures =
            keys
            .filter { entry in entry.expiresAt.map { now < $0 } ?? true }
            .map { $0.key.signature(id: id, timestamp: timestamp, body: body) }
        guard !signatures.isEmpty else { return nil }
        return [
            .init("webhook-id", id), .init("webhook-timestamp", String(timestamp)),
            .init("webhook-signature", signatures.joined(separator: " ")),
        ]
    }
}
