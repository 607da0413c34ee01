import Agreements
import Calendars
import Courier
import Documents
public import Ledger
public import Webhooks

extension Engine {
    /// Endpoints that somebody may see.
    public func endpoints(for principal: Principal) throws -> [WebhookEndpoint] {
        try principal.require(.manageEndpoints)
        return endpoints.filter { endpoint in
            principal.regions.isEmpty
                || !endpoint.filter.regions.isEmpty && endpoint.filter.regions.allSatisfy(principal.mayTouch(region:))
        }.sorted { $0.id < $1.id }
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
        let now = clock.now()
        var wish = wish
        // Whoever is limited to regions is told about them, or fewer.
        if wish.regions?.isEmpty ?? true { wish.regions = principal.regions }
        let endpoint = wish.applied(
            to: WebhookEndpoint(
                id: mint.id("we", at: now), url: nil, createdAt: now,
                secrets: EndpointSecrets(signing: [.init(text: newKey(wish.key ?? .hmac))])))
        try check(endpoint, for: principal)
        return try await save(endpoint, circumstances)
    }

    public func changeEndpoint(
        _ id: String, _ wish: EndpointWish, _ circumstances: Circumstances
    ) async throws
        -> WebhookEndpoint
    {
        try await endpointDesk.pass {
            let before = try endpoint(id, for: circumstances.principal)
            if try await earlierResult(circumstances) != nil { return before }
            guard wish.key == nil else {
                throw EngineError.invalid([
                    Problem(
                        at: Place(pointer: "/key"),
                        Bilingual(id: "kunci diganti dengan rotate-secret", en: "a key is changed by rotate-secret"))
                ])
            }
            // What could not be opened must not be sealed anew: the old key file may turn up again.
            guard !before.secrets.signing.isEmpty else {
                throw EngineError.impossible(
                    Bilingual(
                        id:
                            "rahasia endpoint ini tidak dapat dibuka dengan secrets_key sekarang: kembalikan kuncinya, atau rotate-secret",
                        en:
                            "this endpoint's secrets do not open under the present secrets_key: bring the key back, or rotate-secret"
                    ))
            }
            var wish = wish
            if wish.regions?.isEmpty ?? false { wish.regions = circumstances.principal.regions }
            let endpoint = wish.applied(to: before)
            try check(endpoint, for: circumstances.principal, isOpened: wish.allow != nil || wish.url != nil)
            let isNew = endpoint.enabled && (!before.enabled || before.url != endpoint.url)
            return try await save(endpoint, forgetsHealth: isNew, circumstances)
        }
    }

    /// Gives an endpoint a new key; the old ones sign as well until the overlap is over.
    ///
    /// - Parameters:
    ///   - key: the kind of the new key; nil for the kind there is.
    ///   - overlap: how long the receiver has to take the new key over, up to seven days.
    public func rotateSecret(
        of id: String, to key: WebhookKey.Kind?, overlap: Duration, _ circumstances: Circumstances
    ) async throws -> WebhookEndpoint {
        try await endpointDesk.pass {
            var endpoint = try endpoint(id, for: circumstances.principal)
            if try await earlierResult(circumstances) != nil { return endpoint }
            let present = endpoint.secrets.signing.first.flatMap { try? WebhookKey($0.text).kind }
            endpoint.secrets = try endpoint.secrets.rotated(
                to: newKey(key ?? present ?? .hmac), at: clock.now(), overlap: overlap)
            // What could not be opened is lost with the old key.
            if present == nil {
                endpoint.clientCertificate = nil
                endpoint.disabledReason = nil
            }
            return try await save(endpoint, circumstances)
        }
    }

    private func newKey(_ kind: WebhookKey.Kind) -> String {
        WebhookKey(kind, randomBytes: random.bytes(32)).text
    }

    public func deleteEndpoint(_ id: String, for principal: Principal) async throws {
        try await endpointDesk.pass {
            _ = try endpoint(id, for: principal)
            try await commit(Change(endpoint: .delete(id)))
            changeEndpoints { $0.remove(id) }
            deliveryAlarm.ring()
        }
    }

    /// Switches an endpoint off because its receiver said so, and tells everybody else; once, and only if it is still there.
    func disable(_ id: String, because reason: String) async throws {
        try await endpointDesk.pass {
            guard let (before, stopped) = changeEndpoints({ $0.stop(id, because: reason) }) else { return }
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
                changeEndpoints { $0.replace(before) }
                throw error
            }
        }
    }

    private func save(
        _ endpoint: WebhookEndpoint, forgetsHealth: Bool = false, _ circumstances: Circumstances
    ) async throws -> WebhookEndpoint {
        var change = Change(endpoint: .save(endpoint, forgetsHealth: forgetsHealth))
        change.idempotency = circumstances.remembering(endpoint.id)
        do {
            try await commit(change)
        } catch LedgerError.duplicateKey {
            // The same request came twice at once; the other one was first.
            guard let earlier = try await earlierResult(circumstances) else { throw EngineError.keyReused }
            return try self.endpoint(earlier.subject, for: circumstances.principal)
        }
        changeEndpoints { $0.replace(endpoint) }
        deliveryAlarm.ring()
        return endpoint
    }

    private func check(_ endpoint: WebhookEndpoint, for principal: Principal, isOpened: Bool = true) throws {
        if !endpoint.allow.isEmpty, isOpened, principal.role != .admin {
            throw EngineError.forbidden(
                Bilingual(
                    id: "hanya admin yang boleh membuka alamat dalam (allow)",
                    en: "only an admin may open inner addresses (allow)"))
        }
        let known = rules.reference.regions
        let problems = endpoint.problems(for: principal) { known[$0] != nil }
        if !problems.isEmpty { throw EngineError.invalid(problems) }
    }
}
