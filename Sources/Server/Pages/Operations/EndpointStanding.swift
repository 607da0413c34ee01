import Agreements
import Calendars
import Documents
import Engine
import Ledger
import Webhooks

/// How an endpoint does: whether it is sent to, what is still owed to it, and what is wrong.
struct EndpointStanding {
    let endpoint: WebhookEndpoint
    let health: EndpointHealth
    let condition: EndpointCondition?
    let undelivered: UndeliveredCount

    /// What people call it: where it is, or its id where it only pulls.
    var name: String { endpoint.url ?? endpoint.id }

    var state: Bilingual {
        guard endpoint.enabled else { return Bilingual(id: "dimatikan", en: "off") }
        guard endpoint.url != nil else { return Bilingual(id: "menarik sendiri", en: "pulls by itself") }
        if case .open? = condition?.breaker { return Bilingual(id: "pemutus terbuka", en: "breaker open") }
        if health.failingSince != nil { return Bilingual(id: "sedang gagal", en: "failing") }
        if health.lastSuccessAt == nil { return Bilingual(id: "belum pernah dikirimi", en: "nothing sent yet") }
        return Bilingual(id: "baik", en: "well")
    }

    /// A class of the stylesheet.
    var tone: String {
        if !endpoint.enabled { return endpoint.disabledReason == nil ? "soft" : "bad" }
        if case .open? = condition?.breaker { return "bad" }
        if health.failingSince != nil { return "warn" }
        return health.lastSuccessAt == nil ? "soft" : "good"
    }

    /// What somebody should look at, in words; empty for one that does well.
    ///
    /// - Parameter at: writes a moment down.
    func troubles(_ at: (Instant) -> String) -> [Bilingual] {
        var troubles: [Bilingual] = []
        if let reason = endpoint.disabledReason {
            troubles.append(Bilingual(id: "dimatikan pksd: \(reason)", en: "switched off by pksd: \(reason)"))
        }
        if case .open(let until)? = condition?.breaker {
            troubles.append(
                Bilingual(
                    id: "terlalu sering gagal; dicoba lagi \(at(until))",
                    en: "fails too often; tried again \(at(until))"))
        }
        if let since = health.failingSince {
            troubles.append(Bilingual(id: "gagal sejak \(at(since))", en: "failing since \(at(since))"))
        }
        if let until = condition?.pausedUntil {
            troubles.append(
                Bilingual(
                    id: "penerima minta waktu sampai \(at(until))", en: "the receiver asked for time until \(at(until))"
                ))
        }
        if undelivered.failed > 0 {
            let count = { UndeliveredCount.text(undelivered.failed, $0) }
            troubles.append(
                Bilingual(
                    id: "\(count(.indonesian)) kiriman menyerah", en: "\(count(.english)) deliveries were given up"))
        }
        if !endpoint.enabled, undelivered.open > 0 {
            let count = { UndeliveredCount.text(undelivered.open, $0) }
            troubles.append(
                Bilingual(id: "\(count(.indonesian)) kiriman ditahan", en: "\(count(.english)) deliveries are held"))
        }
        return troubles
    }
}

extension Engine {
    /// How the endpoints do that somebody may see, those with the most to look at first.
    func standings(
        _ deliveries: DeliveryService, for principal: Principal
    ) async throws -> [EndpointStanding] {
        let visible = try endpoints(for: principal)
        let undelivered = try await ledger.undelivered(of: visible.map(\.id), limit: UndeliveredCount.countMax)
        return visible.map { endpoint in
            let (health, condition) = deliveries.health(of: endpoint.id)
            return EndpointStanding(
                endpoint: endpoint, health: health, condition: condition,
                undelivered: undelivered[endpoint.id] ?? UndeliveredCount())
        }.sorted { one, other in
            let (a, b) = (one.troubles { $0.description }.count, other.troubles { $0.description }.count)
            return a == b ? one.endpoint.id < other.endpoint.id : a > b
        }
    }
}

extension UndeliveredCount {
    /// Nobody needs to know more exactly, and counting takes time.
    static let countMax = 1_000

    /// `12`, or `1.000+`.
    static func text(_ count: Int, _ language: Language) -> String {
        Int64(count).text(language) + (count >= countMax ? "+" : "")
    }
}
