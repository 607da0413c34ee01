import Agreements
import Calendars
import Courier
import Documents
public import Ledger
import Webhooks

/// What somebody wants of an endpoint; nil keeps what there is.
public struct EndpointWish: Sendable {
    public var url: String?
    public var events: [String]?
    public var format: String?
    public var allow: [String]?
    public var enabled: Bool?

    public init(
        url: String? = nil, events: [String]? = nil, format: String? = nil, allow: [String]? = nil, enabled: Bool? = nil
    ) {
        self.url = url
        self.events = events
        self.format = format
        self.allow = allow
        self.enabled = enabled
    }
}

extension Engine {
    /// Endpoints that somebody may see.
    public func endpoints(for principal: Principal) throws -> [WebhookEndpoint] {
        try principal.require(.manageEndpoints)
        return endpoints.filter { principal.regions.isEmpty || $0.regions == principal.regions }.sorted {
            $0.id < $1.id
        }
    }

    public func endpoint(_ id: String, for principal: Principal) throws -> WebhookEndpoint {
        guard let endpoint = try endpoints(for: principal).first(where: { $0.id == id }) else {
            throw EngineError.notFound(id)
        }
        return endpoint
    }

    /// Makes an endpoint with a new secret. It is told only about the regions its maker may see.
    public func createEndpoint(_ wish: EndpointWish, _ circumstances: Circumstances) async throws -> WebhookEndpoint {
        let principal = circumstances.principal
        try principal.require(.manageEndpoints)
        if let earlier = try await earlierResult(circumstances) { return try endpoint(earlier.subject, for: principal) }
        let endpoint = WebhookEndpoint(
            id: mint.id("we", at: clock.now()), url: wish.url ?? "", events: wish.events ?? ["*"],
            format: wish.format ?? "standard", allow: wish.allow ?? [],
            secret: WebhookSecret(randomBytes: random.bytes(32)).text, regions: principal.regions,
            enabled: wish.enabled ?? true, createdAt: clock.now())
        try check(endpoint, for: principal)
        try await save(endpoint, circumstances)
        return endpoint
    }

    public func changeEndpoint(
        _ id: String, _ wish: EndpointWish, _ circumstances: Circumstances
    ) async throws
        -> WebhookEndpoint
    {
        var endpoint = try endpoint(id, for: circumstances.principal)
        if try await earlierResult(circumstances) != nil { return endpoint }
        endpoint.url = wish.url ?? endpoint.url
        endpoint.events = wish.events ?? endpoint.events
        endpoint.format = wish.format ?? endpoint.format
        endpoint.allow = wish.allow ?? endpoint.allow
        endpoint.enabled = wish.enabled ?? endpoint.enabled
        if endpoint.enabled { endpoint.disabledReason = nil }
        try check(endpoint, for: circumstances.principal, isOpened: wish.allow != nil || wish.url != nil)
        try await save(endpoint, circumstances)
        return endpoint
    }

    public func rotateSecret(of id: String, _ circumstances: Circumstances) async throws -> WebhookEndpoint {
        var endpoint = try endpoint(id, for: circumstances.principal)
        if try await earlierResult(circumstances) != nil { return endpoint }
        endpoint.secret = WebhookSecret(randomBytes: random.bytes(32)).text
        try await save(endpoint, circumstances)
        return endpoint
    }

    public func deleteEndpoint(_ id: String, for principal: Principal) async throws {
        _ = try endpoint(id, for: principal)
        try await commit(Change(endpoint: .delete(id)))
        forgetEndpoint(id)
    }

    /// Switches an endpoint off because its receiver said so, and tells everybody else; once, and only if it is still there.
    func disable(_ id: String, because reason: String) async throws {
        guard let (before, stopped) = stopEndpoint(id, because: reason) else { return }
        let now = clock.now()
        do {
            try await commit(
                Change(
                    endpoint: .save(stopped),
                    events: [
                        Event(
                            id: .init(rawValue: mint.id("evt", at: now)), subject: .endpoint(id), recordedAt: now,
                            effectiveOn: Zone.wib.day(at: now), actor: .system,
                            data: .endpointDisabled(EndpointStop(reason: reason)))
                    ]))
        } catch {
            replaceEndpoint(before)
            throw error
        }
    }

    private func save(_ endpoint: WebhookEndpoint, _ circumstances: Circumstances) async throws {
        var change = Change(endpoint: .save(endpoint))
        change.idempotency = circumstances.remembering(endpoint.id)
        do {
            try await commit(change)
        } catch LedgerError.duplicateKey {
            // The same request came twice at once; the other one was first.
            guard try await earlierResult(circumstances) != nil else { throw EngineError.keyReused }
            return
        }
        replaceEndpoint(endpoint)
        deliveryAlarm.ring()
    }

    private func check(_ endpoint: WebhookEndpoint, for principal: Principal, isOpened: Bool = true) throws {
        let problems = Problems()
        func report(_ pointer: String, _ id: String, _ en: String, suggestion: String? = nil) {
            problems.report(Place(pointer: pointer), Bilingual(id: id, en: en), suggestion: suggestion)
        }
        if !endpoint.allow.isEmpty, isOpened, principal.role != .admin {
            throw EngineError.forbidden(
                Bilingual(
                    id: "hanya admin yang boleh membuka alamat dalam (allow)",
                    en: "only an admin may open inner addresses (allow)"))
        }
        for (index, text) in endpoint.allow.enumerated() where CIDR(text) == nil {
            report("/allow/\(index)", "'\(text)' bukan rentang CIDR", "'\(text)' is not a CIDR range")
        }
        // Without TLS anybody on the way can read; only addresses that an admin has opened may be told so.
        let isSecure = endpoint.url.hasPrefix("https://")
        if !isSecure, !(endpoint.url.hasPrefix("http://") && !endpoint.allow.isEmpty) {
            report(
                "/url", "alamat harus https:// (http:// hanya dengan allow)",
                "must be https:// (http:// only with allow)")
        }
        if endpoint.format != "standard" {
            report("/format", "format yang ada: standard", "the only format is standard")
        }
        if endpoint.events.isEmpty { report("/events", "perlu sedikitnya satu jenis", "needs at least one type") }
        let types = EventType.allCases.map(\.rawValue)
        for (index, filter) in endpoint.events.enumerated() {
            let isKnown =
                filter == "*" || types.contains(filter)
                || (filter.hasSuffix(".*") && types.contains { $0.hasPrefix(filter.dropLast()) })
            if !isKnown {
                report(
                    "/events/\(index)", "jenis peristiwa '\(filter)' tidak ada", "there is no event type '\(filter)'",
                    suggestion: nearest(to: filter, among: types))
            }
        }
        if !problems.all.isEmpty { throw EngineError.invalid(problems.all) }
    }
}
