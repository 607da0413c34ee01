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
              pksctl webhooks verify ID
              pksctl webhooks deliveries ID

            A receiver may also fetch its events itself, which needs no address: make the endpoint without --url, and \
            read it with `listen`.
            """,
        subcommands: [
            WebhookList.self, WebhookCreate.self, WebhookShow.self, WebhookSet.self, WebhookDelete.self,
            WebhookTest.self, WebhookVerify.self, WebhookRotateSecret.self, WebhookDeliveries.self,
            WebhookReplays.self, WebhookReplay.self, WebhookDuplicates.self, WebhookWhy.self, WebhookListen.self,
            WebhookSimulate.self, WebhookCatalogue.self,
        ])
}

/// The endpoint that a command is about.
struct EndpointArgument: ParsableArguments {
    @Argument(help: "The endpoint's id, from `webhooks list`.") var id: String
}

let webhookEndpoints = "webhook-endpoints"

extension Session {
    /// The endpoint's tag, where the server gives it one.
    func endpointTag(_ id: String) async throws -> String? {
        try await client.get([webhookEndpoints, id]).etag
    }
}
