public import Agreements
public import Ledger

extension WebhookEndpoint {
    /// Whether this endpoint is told about an event: by its type and by its region.
    public func wants(_ event: Event) -> Bool {
        guard regions.isEmpty || regions.contains(where: { Region.covers($0, event.region ?? "00") }) else {
            return false
        }
        let type = event.type.rawValue
        return events.contains { filter in
            filter == "*" || filter == type || (filter.hasSuffix(".*") && type.hasPrefix(filter.dropLast()))
        }
    }

    /// The delivery of an event to this endpoint.
    ///
    /// - Throws: only if the event cannot be encoded.
    public func delivery(of event: Event, payload: WebhookPayload) throws -> Delivery {
        Delivery(
            id: "dlv_\(event.id.rawValue.dropFirst(4))_\(id.dropFirst(3))", endpoint: id, eventID: event.id,
            eventType: event.type.rawValue, seq: event.seq, lane: event.subject.name, payload: try payload.bytes(),
            dueAt: event.recordedAt, createdAt: event.recordedAt)
    }
}
