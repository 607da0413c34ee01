import Agreements
import Calendars
import Documents
import Engine
import Ledger
import Webhooks

extension EndpointWish {
    private static let listMax = 600
    private static let pemMax = 65_536

    /// `null` takes away what may be absent.
    init(_ map: MapReader, _ problems: Problems) {
        func list(_ key: String) -> [Node]? {
            guard map.has(key) else { return nil }
            return map.optional(key) == nil ? [] : map.list(key, max: EndpointWish.listMax, problems)
        }
        func text(_ key: String, max: Int) -> String? {
            guard map.has(key) else { return nil }
            return map.optional(key) == nil ? "" : map.text(key, max: max, problems)
        }
        func number(_ key: String) -> Int? {
            guard map.has(key) else { return nil }
            return map.optional(key) == nil ? 0 : map.integer(key, in: 0...1_000_000, problems).map { Int($0) }
        }
        self.init()
        url = text("url", max: 2_000)
        events = list("events")?.compactMap { problems.text($0) }
        regions = list("regions")?.compactMap { problems.text($0) }
        kinds = list("kinds")?.compactMap { problems.choice($0) }
        condition = text("condition", max: 2_000)
        format = map.optionalChoice("format")
        isThin = map.optionalBool("thin")
        allow = list("allow")?.compactMap { problems.text($0) }
        inFlight = number("in_flight")
        perMinute = number("per_minute")
        timeoutSeconds = number("timeout_seconds")
        batch = number("batch")
        httpVersion = map.optionalChoice("http_version")
        certificateAuthorities = text("ca", max: EndpointWish.pemMax)
        clientCertificate = text("client_certificate", max: EndpointWish.pemMax)
        clientKey = text("client_key", max: EndpointWish.pemMax)
        enabled = map.optionalBool("enabled")
        key = map.optionalChoice("key")
    }
}

/// Which key comes next, and how long the old one goes on.
struct RotationWish {
    var key: WebhookKey.Kind?
    var overlap: Duration

    init(_ map: MapReader, _ problems: Problems) {
        key = map.optionalChoice("key")
        let hours = map.optional("overlap_hours") != nil ? map.integer("overlap_hours", in: 0...168, problems) : nil
        overlap = hours.map { .seconds($0 * 3_600) } ?? EndpointSecrets.usualOverlap
    }
}

/// What is to be sent again, or only counted.
struct ReplayRequest {
    var wish: ReplayWish
    var isDryRun: Bool

    init(_ map: MapReader, _ problems: Problems) {
        func instant(_ key: String) -> Instant? {
            map.optional(key).flatMap { problems.parsed($0, as: .instant) { Instant($0) } }
        }
        let selection = DeliveryReplay.Selection(
            onlyMissing: map.optionalBool("missing") ?? true, since: instant("since"), until: instant("until"),
            events: map.optionalList("events").compactMap { problems.text($0) },
            agreement: map.optionalText("agreement_id"))
        wish = ReplayWish(
            selection, seq: map.optional("seq") != nil ? map.integer("seq", in: 1...Int64.max, problems) : nil)
        isDryRun = map.optionalBool("dry_run") ?? false
    }
}

/// Deliveries that somebody who pulls has received.
struct Acknowledgement {
    var deliveries: [String]

    init(_ map: MapReader, _ problems: Problems) {
        deliveries = map.list("deliveries", max: 1_000, problems).compactMap { problems.text($0) }
    }
}
