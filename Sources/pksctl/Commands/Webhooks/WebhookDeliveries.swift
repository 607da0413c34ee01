import ArgumentParser
import Documents

struct WebhookDeliveries: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries", abstract: "Show what was sent to an endpoint, and how it went.",
        discussion: """
            For example:

              pksctl webhooks deliveries ID
            """)

    @OptionGroup var endpoint: EndpointArgument
    @Option(help: "Only those waiting, pending, in_flight, delivered, failed or held.") var state: String?
    @Option(help: "Go on where the list before this one ended.") var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get(
            [webhookEndpoints, endpoint.id, "deliveries"], query: [("state", state), ("cursor", cursor)])
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

struct WebhookDuplicates: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "List what a receiver may have got twice.",
        discussion: """
            When the daemon dies, nobody knows whether what was on its way has arrived; it is sent again, with the same \
            webhook-id. These are all such attempts.

              pksctl webhooks duplicates
              pksctl webhooks duplicates --endpoint ID --since 2027-01-01T00:00:00Z
            """)

    @Option(help: ArgumentHelp("Only of this endpoint.", valueName: "id")) var endpoint: String?
    @Option(help: ArgumentHelp("Only attempts from then on.", valueName: "time")) var since: String?
    @Option(help: "Go on where the list before this one ended.") var cursor: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get(
            ["webhook-duplicates"],
            query: [("endpoint", endpoint), ("since", since), ("cursor", cursor), ("limit", "200")])
        try output.show(answer) { page in
            var table = TextTable([
                .init(title: output.word("MULAI", "BEGUN")), .init(title: "ENDPOINT"), .init(title: "WEBHOOK-ID"),
                .init(title: output.word("JENIS", "TYPE")),
                .init(title: output.word("PERCOBAAN", "ATTEMPT"), isNumber: true),
                .init(title: output.word("SEKARANG", "NOW")),
            ])
            for item in page.items() {
                table.append([
                    output.moment(item["started_at"]?.text), item.cell("endpoint"), item.cell("webhook_id"),
                    item.cell("type"), item.cell("attempt"), item.cell("state"),
                ])
            }
            return listed(table, page, output)
        }
    }
}

struct WebhookWhy: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say where an event went, and where not and why.",
        discussion: """
            An event is named by its number, or by its webhook-id if it was to be sent anywhere.

              pksctl webhooks why 1284
            """)

    @Argument(help: "The event.") var event: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get(["events", event, "deliveries"])
        try output.show(answer) { found in
            let event = found["event"]
            var table = TextTable([
                .init(title: "ENDPOINT"), .init(title: "STATUS"),
                .init(title: output.word("SEBAB", "REASON"), widthMax: 80),
            ])
            for delivery in found["deliveries"]?.list ?? [] {
                table.append([delivery.cell("endpoint"), delivery.cell("state"), reason(delivery, output)])
            }
            for (endpoint, reason) in (found["not_sent"]?.object ?? [:]).sorted(by: { $0.key < $1.key }) {
                table.append([
                    endpoint, output.word("tidak dikirim", "not sent"), objection(reason.cell(output.language), output),
                ])
            }
            let title = "\(event?.cell("seq") ?? "") \(event?.cell("type") ?? "") \(event?.cell("ref") ?? "")"
            return title + "\n" + listed(table, found, output)
        }
    }
}

/// Why a delivery is where it is, where that is no matter of course.
private func reason(_ delivery: JSON, _ output: Output) -> String {
    switch delivery.cell("state") {
    case "waiting":
        output.word(
            "menunggu peristiwa sebelumnya dari perjanjian ini", "an earlier event of its agreement is not there yet")
    case "held": output.word("endpoint sedang dimatikan", "the endpoint is switched off")
    default: delivery.cell("last_error")
    }
}

/// What in an endpoint's filter an event did not pass.
private func objection(_ reason: String, _ output: Output) -> String {
    switch reason {
    case "type": output.word("jenis peristiwa ini tidak diminta (events)", "it does not ask for this type (events)")
    case "region": output.word("di luar wilayahnya (regions)", "outside its regions (regions)")
    case "kind": output.word("bukan jenis naskahnya (kinds)", "not its kind of paper (kinds)")
    case "the endpoint did not exist yet": output.word("endpoint belum ada waktu itu", reason)
    default: reason
    }
}
