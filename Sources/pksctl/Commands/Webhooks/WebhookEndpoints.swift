import ArgumentParser
import Documents

/// An endpoint's page; its secret is only there right after it was made.
private func endpointPage(_ endpoint: JSON, _ output: Output) -> String {
    let language = output.language
    let health = endpoint["health"]
    var lines = [endpoint.cell("id")]
    lines += pairs([
        (output.word("Alamat", "Address"), endpoint["url"]?.text ?? output.word("hanya menarik", "only pulls")),
        (output.word("Aktif", "Enabled"), endpoint.cell("enabled", language)),
        (output.word("Sebab", "Reason"), endpoint.cell("disabled_reason")),
        (output.word("Peristiwa", "Events"), endpoint.cell("events")),
        (output.word("Wilayah", "Regions"), endpoint.cell("regions")),
        (output.word("Jenis naskah", "Kinds"), endpoint.cell("kinds")),
        (output.word("Syarat", "Condition"), endpoint.cell("condition")), ("Format", endpoint.cell("format")),
        (output.word("Ringkas", "Thin"), endpoint.cell("thin", language)),
        (output.word("Pengecualian alamat", "Address exceptions"), endpoint.cell("allow")),
        (output.word("Sekaligus", "In flight"), endpoint.cell("in_flight")),
        (output.word("Per menit", "Per minute"), endpoint.cell("per_minute")),
        (output.word("Batas waktu (s)", "Timeout (s)"), endpoint.cell("timeout_seconds")),
        ("HTTP", endpoint.cell("http_version")),
        (output.word("Kunci", "Keys"), keys(endpoint, output)),
        (output.word("Berhasil terakhir", "Last success"), output.moment(health?["last_success_at"]?.text)),
        (output.word("Gagal sejak", "Failing since"), output.moment(health?["failing_since"]?.text)),
        (output.word("Pemutus", "Breaker"), health?.cell("breaker") ?? ""),
        (output.word("Percobaan lagi", "Next probe"), output.moment(health?["probe_at"]?.text)),
        (output.word("Ditunda sampai", "Paused until"), output.moment(health?["paused_until"]?.text)),
        (output.word("Kiriman", "Deliveries"), counts(health?["deliveries"])),
    ])
    return lines.joined(separator: "\n") + secretLines(endpoint, output)
}

private func keys(_ endpoint: JSON, _ output: Output) -> String {
    (endpoint["keys"]?.list ?? []).map { key in
        let end = output.moment(key["expires_at"]?.text)
        return key.cell("kind") + (end.isEmpty ? "" : output.word(" (sampai \(end))", " (until \(end))"))
    }.joined(separator: ", ")
}

private func counts(_ counts: JSON?) -> String {
    (counts?.object ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.cell(.english))" }
        .joined(separator: ", ")
}

private func secretLines(_ endpoint: JSON, _ output: Output) -> String {
    guard let secret = endpoint["secret"]?.text else { return "" }
    let isPublic = secret.hasPrefix("whpk_")
    return "\n\n  \(secret)\n\n"
        + (isPublic
            ? output.word(
                "Kunci publik: dengan ini penerima memeriksa tanda tangan; bukan rahasia.",
                "The public key: the receiver checks signatures with it; no secret.")
            : output.word(
                "Simpan rahasia ini sekarang; tidak akan ditampilkan lagi.",
                "Keep this secret now; it will not be shown again."))
}

struct WebhookList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the endpoints.",
        discussion: """
            For example:

              pksctl webhooks list
            """)

    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        try output.show(try await session.client.get([webhookEndpoints])) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("ALAMAT", "ADDRESS"), widthMax: 60),
                .init(title: output.word("PERISTIWA", "EVENTS"), widthMax: 40), .init(title: "FORMAT"),
                .init(title: output.word("AKTIF", "ENABLED")), .init(title: output.word("WILAYAH", "REGION")),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), item.cell("url"), item.cell("events"), item.cell("format"),
                    item.cell("enabled", output.language), item.cell("regions"),
                ])
            }
            return listed(table, page, output)
        }
    }
}

struct WebhookShow: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one endpoint.",
        discussion: """
            For example:

              pksctl webhooks show ID
            """)

    @OptionGroup var endpoint: EndpointArgument
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get([webhookEndpoints, endpoint.id])
        try session.output.show(answer) { endpointPage($0, session.output) }
    }
}

/// Everything that can be said of an endpoint.
struct EndpointOptions: ParsableArguments {
    @Option(help: "Where to send.") var url: String?
    @Option(
        name: .customLong("event"),
        help: ArgumentHelp(
            "An event to send, such as signature.recorded or agreement.*; may be repeated.", valueName: "type"))
    var events: [String] = []
    @Option(
        name: .customLong("region"),
        help: ArgumentHelp("Only this region and what is inside it; may be repeated.", valueName: "code"))
    var regions: [String] = []
    @Option(
        name: .customLong("kind"),
        help: ArgumentHelp("Only papers of this kind; may be repeated.", valueName: "kind"))
    var kinds: [String] = []
    @Option(
        help: ArgumentHelp(
            "A CEL expression that must be true, such as 'data.amount > 1000000'; '' for none.", valueName: "cel"))
    var condition: String?
    @Option(
        help: "standard, cloudevents_structured, cloudevents_binary or cloudevents_batch.") var format: String?
    @Flag(inversion: .prefixedNo, help: "Send only what happened to what, and where to read it.") var thin: Bool?
    @Option(
        help: ArgumentHelp(
            "A range of addresses to permit although it is not public; may be repeated; admin only.",
            valueName: "cidr"))
    var allow: [String] = []
    @Option(help: ArgumentHelp("Requests at one time, 1 to 32.", valueName: "n")) var inFlight: Int?
    @Option(help: ArgumentHelp("Requests a minute; 0 for no limit.", valueName: "n")) var perMinute: Int?
    @Option(help: ArgumentHelp("For one request, 1 to 30 seconds.", valueName: "s")) var timeoutSeconds: Int?
    @Option(help: ArgumentHelp("Events in one request of cloudevents_batch, 1 to 100.", valueName: "n"))
    var batch: Int?
    @Option(help: "1.1 or 2.") var httpVersion: String?
    @Option(help: ArgumentHelp("A PEM file of authorities to trust in place of the system's.", valueName: "file"))
    var ca: String?
    @Option(help: ArgumentHelp("A PEM file to show when asked who we are; with --client-key.", valueName: "file"))
    var clientCertificate: String?
    @Option(help: ArgumentHelp("The PEM file of its key.", valueName: "file")) var clientKey: String?

    /// What was said; what was not is left as it is.
    func body(_ more: [String: JSON?] = [:]) throws -> JSON {
        func list(_ texts: [String]) -> JSON? { texts.isEmpty ? nil : .list(texts.map { .text($0) }) }
        func number(_ number: Int?) -> JSON? { number.map { .integer(Int64($0)) } }
        func file(_ path: String?) throws -> JSON? { try path.map { .text(try InputFile($0).text()) } }
        return .body(
            [
                "url": url.map { .text($0) }, "events": list(events), "regions": list(regions), "kinds": list(kinds),
                "condition": condition.map { .text($0) }, "format": format.map { .text($0) },
                "thin": thin.map { .bool($0) }, "allow": list(allow), "in_flight": number(inFlight),
                "per_minute": number(perMinute), "timeout_seconds": number(timeoutSeconds), "batch": number(batch),
                "http_version": httpVersion.map { .text($0) }, "ca": try file(ca),
                "client_certificate": try file(clientCertificate), "client_key": try file(clientKey),
            ].merging(more) { $1 })
    }
}

struct WebhookCreate: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Add an endpoint; prints its secret once.",
        discussion: """
            Only public addresses are allowed, unless an admin makes an exception for this endpoint with --allow. \
            Everything that happens, two events to a program on this machine, and one that is fetched:

              pksctl webhooks create --url https://sipd.example.go.id/pks
              pksctl webhooks create --url http://127.0.0.1:9000/hook --allow 127.0.0.0/8 \\
                --event signature.recorded --event agreement.state_changed
              pksctl webhooks create --region 53
            """)

    @OptionGroup var endpoint: EndpointOptions
    @Option(help: "The kind of key that signs: hmac (v1) or ed25519 (v1a, the receiver holds no secret).")
    var key: String?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "POST", [webhookEndpoints], try endpoint.body(["key": key.map { .text($0) }]), key: keys.key)
        try session.output.show(answer) { endpointPage($0, session.output) }
    }
}

struct WebhookSet: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change an endpoint, or switch it on or off.",
        discussion: """
            What is not named stays. What is due while an endpoint is off is held, and sent in order once it is on again.

              pksctl webhooks set ID --per-minute 120 --condition 'data.amount > 1000000'
              pksctl webhooks set ID --no-enabled
            """)

    @OptionGroup var argument: EndpointArgument
    @OptionGroup var endpoint: EndpointOptions
    @Flag(inversion: .prefixedNo, help: "Whether it is sent anything.") var enabled: Bool?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "PATCH", [webhookEndpoints, argument.id], try endpoint.body(["enabled": enabled.map { .bool($0) }]),
            key: keys.key, tag: try await session.endpointTag(argument.id))
        try session.output.show(answer) { endpointPage($0, session.output) }
    }
}

struct WebhookDelete: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Remove an endpoint; nothing more is sent to it.",
        discussion: """
            For example:

              pksctl webhooks delete ID
            """)

    @OptionGroup var endpoint: EndpointArgument
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "DELETE", [webhookEndpoints, endpoint.id], nil, key: keys.key,
            tag: try await session.endpointTag(endpoint.id))
        let output = session.output
        try output.show(answer) { _ in output.word("✓ \(endpoint.id): dihapus", "✓ \(endpoint.id): removed") }
    }
}

struct WebhookRotateSecret: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-secret", abstract: "Give an endpoint a new secret; prints it once.",
        discussion: """
            The old one signs as well until the overlap is over, so that the receiver can take over in peace.

              pksctl webhooks rotate-secret ID
              pksctl webhooks rotate-secret ID --overlap-hours 0
            """)

    @OptionGroup var endpoint: EndpointArgument
    @Option(help: ArgumentHelp("How long the old secret goes on, 0 to 168. (default: 24)", valueName: "hours"))
    var overlapHours: Int?
    @Option(help: "The kind of the new key: hmac or ed25519. (default: as before)") var key: String?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "POST", [webhookEndpoints, endpoint.id, "rotate-secret"],
            .body(["overlap_hours": overlapHours.map { .integer(Int64($0)) }, "key": key.map { .text($0) }]),
            key: keys.key, tag: try await session.endpointTag(endpoint.id))
        let output = session.output
        try output.show(answer) { changed in
            output.word("✓ \(endpoint.id): rahasia baru", "✓ \(endpoint.id): new secret") + secretLines(changed, output)
        }
    }
}
