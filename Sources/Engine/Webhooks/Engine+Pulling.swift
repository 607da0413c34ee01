public import Agreements
public import Calendars
import Courier
public import Ledger
import Webhooks

/// A delivery as whoever pulls gets it: the very bytes that would be sent, signed for this moment.
public struct PulledDelivery: Sendable {
    public var delivery: Delivery
    public var headers: [String: String]
    public var body: String
}

extension Engine {
    /// What an endpoint is sent, in the order of events.
    ///
    /// - Parameters:
    ///   - after: an event's number.
    ///   - since: only what happened from then on.
    public func pull(
        _ id: String, after: Int64, since: Instant?, limit: Int, for principal: Principal
    ) async throws -> [PulledDelivery] {
        let endpoint = try endpoint(id, for: principal)
        guard let signer = endpointBook[id]?.signer else { return [] }
        var pullable = endpoint
        // What only pulls has no address, and a request is made as if it had one.
        pullable.url = endpoint.url ?? "https://pull.invalid/"
        var readable: [Delivery] = []
        for delivery in try await ledger.deliveryFeed(of: id, after: after, since: since, limit: limit)
        where try await mayRead(delivery.seq, principal) {
            readable.append(delivery)
        }
        return readable.compactMap { delivery in
            guard
                let lease = pullable.lease(
                    for: [delivery], signer: signer, at: clock.now(), loopbackOnly: isRehearsal, source: source)
            else { return nil }
            let headers = lease.headers.filter { $0.name != "user-agent" }.map { ($0.name, $0.value) }
            return PulledDelivery(
                delivery: delivery, headers: Dictionary(headers) { $1 },
                body: String(decoding: lease.body, as: UTF8.self))
        }
    }

    private func mayRead(_ seq: Int64, _ principal: Principal) async throws -> Bool {
        if principal.regions.isEmpty { return true }
        return try await ledger.events(EventQuery(after: seq - 1, within: principal.regions, limit: 1)).first?.seq
            == seq
    }

    /// Marks deliveries as received; each makes the next of its agreement go, as a 2xx would.
    ///
    /// - Returns: how many were not before.
    public func acknowledge(_ deliveries: [String], of id: String, for principal: Principal) async throws -> Int {
        let endpoint = try endpoint(id, for: principal)
        let count = try await ledger.acknowledge(deliveries, of: endpoint.id, at: clock.now())
        if count > 0 { wakeDeliveries(to: [endpoint.id]) }
        return count
    }

    /// Where an event went, and where not and why.
    ///
    /// - Parameter event: its number, or its id if it was to be sent anywhere.
    public func destinations(
        of event: String, for principal: Principal
    ) async throws -> (event: Event, deliveries: [Delivery], notSent: [String: String]) {
        let event = try await self.event(event, for: principal)
        try principal.require(.manageEndpoints)
        let visible = Set(try endpoints(for: principal).map(\.id))
        let deliveries = try await ledger.deliveries(DeliveryQuery(seq: event.seq, limit: 1_000))
        let notSent = try await ledger.notSent(event.seq)
        var reasons = notSent.filter { visible.contains($0.key) }
        for endpoint in visible
        where reasons[endpoint] == nil && !deliveries.contains(where: { $0.endpoint == endpoint }) {
            reasons[endpoint] = "the endpoint did not exist yet"
        }
        return (event, deliveries.filter { visible.contains($0.endpoint) }, reasons)
    }

    /// One event, by its number, or by its id if it was to be sent anywhere.
    public func event(_ key: String, for principal: Principal) async throws -> Event {
        let named = try await ledger.seq(of: .init(rawValue: key))
        guard let seq = Int64(key) ?? named, seq > 0,
            let event = try await ledger.events(EventQuery(after: seq - 1, within: principal.regions, limit: 1)).first,
            event.seq == seq
        else { throw EngineError.notFound(key) }
        return event
    }
}
