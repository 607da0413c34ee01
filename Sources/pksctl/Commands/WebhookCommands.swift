import ArgumentParser
import Documents

struct WebhookCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks",
        abstract: "Tell other systems what happens.",
        discussion: """
            An endpoint is an address that gets every event it asks for, signed with its secret. Make one, try it, and \
            look at what became of the deliveries:

              pksctl webhooks create --url https://sipd.example.go.id/pks
              pksctl webhooks test ID
              pksctl webhooks deliveries ID
            """,
        subcommands: [
            WebhookList.self, WebhookCreate.self, WebhookShow.self, WebhookDelete.self, WebhookTest.self,
            WebhookRotateSecret.self, WebhookDeliveries.self, WebhookCatalogue.self,
        ])
}

/// The endpoint that a command is about.
struct EndpointArgument: ParsableArguments {
    @Argument(help: "The endpoint's id, from `webhooks list`.") var id: String
}

private let endpoints = "webhook-endpoints"

/// An endpoint's page; its secret is only there right after it was made.
private func endpointPage(_ endpoint: JSON, _ output: Output) -> String {
    let language = output.language
    var lines = [endpoint.cell("id")]
    lines += pairs([
        (output.word("Alamat", "Address"), endpoint.cell("url")),
        (output.word("Peristiwa", "Events"), endpoint.cell("events")), ("Format", endpoint.cell("format")),
        (output.word("Aktif", "Enabled"), endpoint.cell("enabled", language)),
        (output.word("Wilayah", "Region"), endpoint.cell("region")),
        (output.word("Pengecualian alamat", "Address exceptions"), endpoint.cell("allow")),
    ])
    return lines.joined(separator: "\n") + secretLines(endpoint, output)
}

private func secretLines(_ endpoint: JSON, _ output: Output) -> String {
    guard let secret = endpoint["secret"]?.text else { return "" }
    return "\n\n  \(secret)\n\n"
        + output.word(
            "Simpan rahasia ini sekarang; tidak akan ditampilkan lagi.",
            "Keep this secret now; it will not be shown again.")
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
        try output.show(try await session.client.get([endpoints])) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("ALAMAT", "ADDRESS"), widthMax: 60),
                .init(title: output.word("PERISTIWA", "EVENTS"), widthMax: 40), .init(title: "FORMAT"),
                .init(title: output.word("AKTIF", "ENABLED")), .init(title: output.word("WILAYAH", "REGION")),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), item.cell("url"), item.cell("events"), item.cell("format"),
                    item.cell("enabled", output.language), item.cell("region"),
                ])
            }
            return listed(table, page, output)
        }
    }
}

struct WebhookCreate: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Add an endpoint; prints its secret once.",
        discussion: """
            Only public addresses are allowed, unless an admin makes an exception for this endpoint with --allow. \
            Everything that happens, and two events to a program on this machine:

              pksctl webhooks create --url https://sipd.example.go.id/pks
              pksctl webhooks create --url http://127.0.0.1:9000/hook --allow 127.0.0.0/8 \\
                --event signature.recorded --event agreement.state_changed
            """)

    @Option(help: "Where to send.") var url: String
    @Option(
        name: .customLong("event"),
        help: ArgumentHelp("An event to send; may be repeated. (default: all)", valueName: "type"))
    var events: [String] = []
    @Option(
        help: ArgumentHelp(
            "A range of addresses to permit although it is not public; may be repeated.", valueName: "cidr"))
    var allow: [String] = []
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "url": .text(url), "events": .list((events.isEmpty ? ["*"] : events).map { .text($0) }),
            "format": "standard", "allow": allow.isEmpty ? nil : .list(allow.map { .text($0) }),
        ])
        let answer = try await session.client.write("POST", [endpoints], body, key: keys.key)
        try session.output.show(answer) { endpointPage($0, session.output) }
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
        let answer = try await session.client.get([endpoints, endpoint.id])
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
            "DELETE", [endpoints, endpoint.id], nil, key: keys.key, tag: try await session.endpointTag(endpoint.id))
        let output = session.output
        try output.show(answer) { _ in output.word("✓ \(endpoint.id): dihapus", "✓ \(endpoint.id): removed") }
    }
}

struct WebhookTest: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send an endpoint a trial message.",
        discussion: """
            It is signed and retried like any other; what became of it is in `webhooks deliveries`.

              pksctl webhooks test ID
            """)

    @OptionGroup var endpoint: EndpointArgument
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write("POST", [endpoints, endpoint.id, "test"], [:], key: keys.key)
        let output = session.output
        try output.show(answer) { delivery in
            let sent = output.word("✓ pesan percobaan dikirim", "✓ trial message sent")
            return ([sent] + particulars(delivery, output.language)).joined(separator: "\n")
        }
    }
}

struct WebhookRotateSecret: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-secret", abstract: "Give an endpoint a new secret; prints it once.",
        discussion: """
            For example:

              pksctl webhooks rotate-secret ID
            """)

    @OptionGroup var endpoint: EndpointArgument
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "POST", [endpoints, endpoint.id, "rotate-secret"], [:], key: keys.key,
            tag: try await session.endpointTag(endpoint.id))
        let output = session.output
        try output.show(answer) { changed in
            output.word("✓ \(endpoint.id): rahasia baru", "✓ \(endpoint.id): new secret") + secretLines(changed, output)
        }
    }
}

struct WebhookDeliveries: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries", abstract: "Show what was sent to an endpoint, and how it went.",
        discussion: """
            For example:

              pksctl webhooks deliveries ID
            """)

    @OptionGroup var endpoint: EndpointArgument
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get([endpoints, endpoint.id, "deliveries"])
        try output.show(answer) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("PERISTIWA", "EVENT")),
                .init(title: output.word("JENIS", "TYPE")), .init(title: "STATUS"),
                .init(title: output.word("PERCOBAAN", "ATTEMPTS"), isNumber: true),
                .init(title: output.word("BERIKUTNYA", "DUE")), .init(title: "HTTP", isNumber: true),
                .init(title: output.word("GALAT", "ERROR"), widthMax: 60),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), item.cell("event_id"), item.cell("type"), item.cell("state"),
                    item.cell("attempts"),
                    output.moment(item["due_at"]?.text), item.cell("last_status"), item.cell("last_error"),
                ])
            }
            return listed(table, page, output)
        }
    }
}

extension Session {
    /// The endpoint's tag, where the server gives it one.
    fileprivate func endpointTag(_ id: String) async throws -> String? {
        try await client.get([endpoints, id]).etag
    }
}
