import Agreements
import Ledger
import Webhooks

/// The endpoints there are, each with its filter and its keys ready for use.
struct EndpointBook: Sendable {
    struct Entry: Sendable {
        var endpoint: WebhookEndpoint
        /// nil for one that cannot be read, which then wants nothing: it was written by another version.
        var filter: CompiledFilter?
        /// nil without keys that can be read.
        var signer: Signer?

        init(_ endpoint: WebhookEndpoint) {
            self.endpoint = endpoint
            filter = try? CompiledFilter(endpoint.filter)
            signer = try? Signer(endpoint.secrets)
        }
    }

    private(set) var entries: [Entry]
    private var places: [String: Int]
    /// Counts the changes, so that others notice them.
    private(set) var version = 0

    init(_ endpoints: [WebhookEndpoint] = []) {
        entries = endpoints.map(Entry.init)
        places = EndpointBook.places(of: entries)
    }

    subscript(id: String) -> Entry? { places[id].map { entries[$0] } }

    private static func places(of entries: [Entry]) -> [String: Int] {
        .init(entries.enumerated().map { ($0.element.endpoint.id, $0.offset) }) { $1 }
    }

    mutating func replace(_ endpoint: WebhookEndpoint) {
        entries.removeAll { $0.endpoint.id == endpoint.id }
        entries.append(Entry(endpoint))
        places = EndpointBook.places(of: entries)
        version += 1
    }

    mutating func remove(_ id: String) {
        entries.removeAll { $0.endpoint.id == id }
        places = EndpointBook.places(of: entries)
        version += 1
    }

    /// Marks an endpoint as off; nil if it is gone or off already.
    mutating func stop(_ id: String, because reason: String) -> (before: WebhookEndpoint, after: WebhookEndpoint)? {
        guard let before = self[id]?.endpoint, before.enabled else { return nil }
        var after = before
        after.enabled = false
        after.disabledReason = reason
        replace(after)
        return (before, after)
    }

    /// Whom an event goes to, and whom not and why.
    ///
    /// - Parameter kind: of the paper that it is about.
    /// - Throws: only if the event cannot be encoded.
    func outbox(of event: Event, kind: AgreementKind?, from source: EventSource) throws -> Outbox {
        var message = EventMessage(event, from: source)
        var outbox = Outbox()
        for entry in entries {
            switch entry.filter?.verdict(of: event, kind: kind) ?? .unwanted(reason: "unreadable filter") {
            case .wanted: outbox.deliveries.append(try entry.endpoint.delivery(of: &message))
            case .unwanted(let reason): outbox.notSent[entry.endpoint.id] = reason
            }
        }
        return outbox
    }
}
