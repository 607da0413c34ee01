import ArgumentParser
import Documents

struct WebhookReplay: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Send events of the past again.",
        discussion: """
            Without further words: all that the endpoint wants and has not got since it was made. Sent at the endpoint's \
            own pace, with the same webhook-id and the header webhook-replay.

              pksctl webhooks replay ID --dry-run
              pksctl webhooks replay ID --since 2027-01-01T00:00:00Z --all
              pksctl webhooks replay ID --seq 1284 --all
            """)

    @OptionGroup var endpoint: EndpointArgument
    @Flag(help: "Also what was delivered.") var all = false
    @Option(help: ArgumentHelp("Only what was recorded from then on.", valueName: "time")) var since: String?
    @Option(help: ArgumentHelp("Only what was recorded before.", valueName: "time")) var until: String?
    @Option(
        name: .customLong("event"), help: ArgumentHelp("Only events of this type; may be repeated.", valueName: "type"))
    var events: [String] = []
    @Option(help: ArgumentHelp("Only of this agreement.", valueName: "id")) var agreement: String?
    @Option(help: ArgumentHelp("Only this event.", valueName: "number")) var seq: Int64?
    @Flag(help: "Only count.") var dryRun = false
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.write(
            "POST", [webhookEndpoints, endpoint.id, "replay"],
            .body([
                "missing": .bool(!all), "since": since.map { .text($0) }, "until": until.map { .text($0) },
                "events": events.isEmpty ? nil : .list(events.map { .text($0) }),
                "agreement_id": agreement.map { .text($0) }, "seq": seq.map { .integer($0) },
                "dry_run": dryRun ? .bool(true) : nil,
            ]), key: keys.key)
        try output.show(answer) { report in
            if let count = report["count"] {
                return output.word(
                    "\(count.cell(output.language)) peristiwa akan dikirim",
                    "\(count.cell(output.language)) events would be sent")
            }
            return output.word(
                "✓ \(report.cell("id")) dimulai; lihat `webhooks replays`",
                "✓ \(report.cell("id")) begun; see `webhooks replays`")
        }
    }
}

struct WebhookReplays: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "replays",
        abstract: "List an endpoint's replays, or end one.",
        discussion: """
            For example:

              pksctl webhooks replays ID
              pksctl webhooks replays ID --cancel REPLAY
            """)

    @OptionGroup var endpoint: EndpointArgument
    @Option(help: ArgumentHelp("End this one; what it has queued is still sent.", valueName: "replay")) var cancel:
        String?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        if let cancel {
            _ = try await session.client.write(
                "POST", [webhookEndpoints, endpoint.id, "replays", cancel, "cancel"], [:], key: keys.key)
        }
        let answer = try await session.client.get([webhookEndpoints, endpoint.id, "replays"])
        try output.show(answer) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: "STATUS"),
                .init(title: output.word("DIKIRIM", "SENT"), isNumber: true),
                .init(title: output.word("SAMPAI", "AT"), isNumber: true),
                .init(title: output.word("AKHIR", "END"), isNumber: true),
                .init(title: output.word("OLEH", "BY")), .init(title: output.word("DIMULAI", "BEGUN")),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), item.cell("state"), item.cell("sent"), item.cell("cursor"), item.cell("end"),
                    item.cell("created_by"), output.moment(item["created_at"]?.text),
                ])
            }
            return listed(table, page, output)
        }
    }
}
