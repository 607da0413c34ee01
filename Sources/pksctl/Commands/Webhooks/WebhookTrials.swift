import ArgumentParser
import Documents

struct WebhookTest: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send an endpoint a trial message.",
        discussion: """
            It is signed like any other, sent once, outside the queue, and not written down. Exits 1 unless it is answered \
            with 2xx.

              pksctl webhooks test ID
            """)

    @OptionGroup var endpoint: EndpointArgument
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "POST", [webhookEndpoints, endpoint.id, "test"], [:], key: keys.key)
        let output = session.output
        var isDelivered = false
        try output.show(answer) { trial in
            isDelivered = trial["delivered"] == .bool(true)
            let sent =
                isDelivered
                ? output.word("✓ pesan percobaan diterima", "✓ trial message accepted")
                : output.word("✗ pesan percobaan tidak diterima", "✗ trial message not accepted")
            return ([sent] + particulars(trial, output.language)).joined(separator: "\n")
        }
        if !isDelivered { throw Failure.errorsFound }
    }
}

struct WebhookVerify: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Find out whether a receiver does what it must.",
        discussion: """
            Looks at the address and its certificate, asks for permission where CloudEvents are sent, sends a signed \
            trial, and some that a receiver must refuse: with a stranger's signature, and with an old time. These are some \
            six requests of the type endpoint.test; nothing is written down. Exits 1 if anything fails.

              pksctl webhooks verify ID
            """)

    @OptionGroup var endpoint: EndpointArgument
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.write(
            "POST", [webhookEndpoints, endpoint.id, "verify"], [:], key: keys.key)
        var hasPassed = true
        try output.show(answer) { report in
            hasPassed = report["passed"] == .bool(true)
            return (report["findings"]?.list ?? []).map { finding in
                let mark = ["passed": "✓", "failed": "✗"][finding.cell("verdict")] ?? "·"
                return
                    "\(mark) \(finding.cell("step")): \(finding["detail"]?.cell(output.language == .english ? "en" : "id") ?? "")"
            }.joined(separator: "\n")
        }
        if !hasPassed { throw Failure.errorsFound }
    }
}
