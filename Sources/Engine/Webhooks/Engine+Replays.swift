import Agreements
import Calendars
import Documents
public import Ledger
import Webhooks

/// What somebody wants to be sent again.
public struct ReplayWish: Sendable {
    public var selection: DeliveryReplay.Selection
    /// Only this event, by its number.
    public var seq: Int64?

    public init(_ selection: DeliveryReplay.Selection, seq: Int64? = nil) {
        self.selection = selection
        self.seq = seq
    }
}

extension Engine {
    /// How many events a replay would send, were it begun now.
    public func replayCount(_ wish: ReplayWish, to id: String, for principal: Principal) async throws -> Int {
        var replay = try await replay(wish, to: endpoint(id, for: principal), by: principal)
        var count = 0
        while replay.cursor < replay.end {
            let page = try await page(of: replay)
            for delivery in page.deliveries {
                let stored = try await ledger.deliveries(
                    DeliveryQuery(endpoint: replay.endpoint, seq: delivery.seq, limit: 1)
                ).first?.state
                if replay.selection.sends(stored) { count += 1 }
            }
            replay.cursor = page.cursor
        }
        return count
    }

    /// Begins a replay. It goes on by itself, at the endpoint's own pace, also after a restart.
    public func beginReplay(
        _ wish: ReplayWish, to id: String, _ circumstances: Circumstances
    ) async throws -> DeliveryReplay {
        let principal = circumstances.principal
        let endpoint = try endpoint(id, for: principal)
        guard endpoint.enabled else {
            throw EngineError.impossible(
                Bilingual(id: "aktifkan endpoint ini dulu", en: "switch this endpoint on first"))
        }
        if let earlier = try await earlierResult(circumstances),
            let replay = try await ledger.replays(of: id).first(where: { $0.id == earlier.subject })
        {
            return replay
        }
        let replay = try await replay(wish, to: endpoint, by: principal)
        var change = Change()
        change.replay = replay
        change.idempotency = circumstances.remembering(replay.id)
        try await commit(change)
        replayAlarm.ring()
        return replay
    }

    public func replays(of id: String, for principal: Principal) async throws -> [DeliveryReplay] {
        try await ledger.replays(of: endpoint(id, for: principal).id)
    }

    /// Ends a replay where it is; what it has queued already is still sent.
    public func cancelReplay(_ replay: String, of id: String, for principal: Principal) async throws -> DeliveryReplay {
        guard var found = try await replays(of: id, for: principal).first(where: { $0.id == replay }) else {
            throw EngineError.notFound(replay)
        }
        guard found.state == .running else { return found }
        found.state = .cancelled
        var change = Change()
        change.replay = found
        try await commit(change)
        return found
    }

    private func replay(
        _ wish: ReplayWish, to endpoint: WebhookEndpoint, by principal: Principal
    ) async throws -> DeliveryReplay {
        do throws(DocumentError) {
            if !wish.selection.events.isEmpty { _ = try CompiledFilter(EndpointFilter(events: wish.selection.events)) }
        } catch {
            throw EngineError.invalid(error.problems)
        }
        var selection = wish.selection
        if let agreement = selection.agreement {
            selection.agreement = try await self.agreement(agreement, for: principal).id.rawValue
        }
        if let since = selection.since, let until = selection.until, since >= until {
            throw EngineError.invalid([
                Problem(
                    at: Place(pointer: "/until"), Bilingual(id: "harus sesudah since", en: "must be after since"))
            ])
        }
        let now = clock.now()
        // One that is named is wanted however old it is.
        if wish.seq != nil { selection.since = selection.since ?? Instant(milliseconds: 0) }
        let head = try await ledger.head()?.seq ?? 0
        if let seq = wish.seq, seq > head { throw EngineError.notFound(String(seq)) }
        return DeliveryReplay(
            id: mint.id("rpl", at: now), endpoint: endpoint.id, selection: selection,
            cursor: wish.seq.map { max(0, $0 - 1) } ?? 0, end: min(wish.seq ?? head, head), createdAt: now,
            createdBy: principal.actor.name)
    }

    /// The next events of a replay that its endpoint wants, and how far that reaches.
    func page(of replay: DeliveryReplay) async throws -> (deliveries: [Delivery], cursor: Int64) {
        guard let entry = endpointBook[replay.endpoint], let filter = entry.filter else { return ([], replay.end) }
        let selection = replay.selection
        let selected = try CompiledFilter(EndpointFilter(events: selection.events.isEmpty ? ["*"] : selection.events))
        let events = try await ledger.events(
            EventQuery(
                subject: selection.agreement.map { .agreement(.init(rawValue: $0)) }, after: replay.cursor, limit: 200))
        guard let last = events.last, events[0].seq <= replay.end else { return ([], replay.end) }
        var deliveries: [Delivery] = []
        for event in events where event.seq <= replay.end {
            // Without a time of its own a replay goes back to when the endpoint was made.
            guard event.recordedAt >= selection.since ?? entry.endpoint.createdAt,
                selection.until.map({ event.recordedAt < $0 }) ?? true,
                selected.verdict(of: event, kind: nil) == .wanted,
                filter.verdict(of: event, kind: try await kind(of: event)) == .wanted
            else { continue }
            var message = EventMessage(event, from: source)
            deliveries.append(try entry.endpoint.delivery(of: &message))
        }
        return (deliveries, min(last.seq, replay.end))
    }

    private func kind(of event: Event) async throws -> AgreementKind? {
        guard case .agreement(let id) = event.subject else { return nil }
        return try await ledger.agreement(id.rawValue)?.kind
    }
}

extension DeliveryReplay.Selection {
    /// - Parameter state: of the delivery that there is; nil if there is none.
    func sends(_ state: Delivery.State?) -> Bool {
        switch state {
        case nil, .failed, .held: true
        case .delivered: !onlyMissing
        case .waiting, .pending, .inFlight: false
        }
    }
}
