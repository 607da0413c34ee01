import Documents
import Testing

extension Processes {
    @Suite struct CatalogueTests {
        @Test func `whoever writes a consumer learns from the daemon, or from pksctl alone, what events hold`()
            async throws
        {
            let daemon = try await Daemon()
            let client = Client(address: daemon.address, token: try await daemon.token("integration"))
            let catalogue = await client.send("GET", "/v1/events/catalogue")
            #expect(catalogue.status == 200 && catalogue.header("content-type") == "application/json")
            #expect(catalogue.body["asyncapi"] == "3.0.0")
            let types = try #require(catalogue.body["channels"]?["webhooks"]?["messages"]?.object).keys.sorted()
            #expect(types.contains("signature.recorded"))
            for type in types {
                let schema = await client.send("GET", "/v1/events/schemas/\(type)")
                #expect(schema.status == 200 && schema.header("content-type") == "application/schema+json")
                #expect(schema.body["$id"] == .text("/v1/events/schemas/\(type)"))
                #expect(schema.body["properties"]?["type"]?["const"] == .text(type))
            }
            let mistyped = await client.send("GET", "/v1/events/schemas/signature.record")
            #expect(mistyped.status == 404)
            #expect(mistyped.body["detail"]?.text?.contains("'signature.recorded'?") == true, "\(mistyped.text)")
            #expect(await client.send("GET", "/v1/events/catalogue?x=1").status == 400)
            let stranger = Client(address: daemon.address, token: nil)
            #expect(await stranger.send("GET", "/v1/events/catalogue").status == 401)

            let alone = try await Programs.pksctl(["webhooks", "catalogue", "--json"], [:])
            #expect(alone.output == catalogue.text + "\n", "the same bytes")
            let one = try await Programs.pksctl(["webhooks", "catalogue", "bill.paid", "--lang", "en"], [:])
            #expect(one.status == 0 && one.output.contains("data.payment.paid_on") && one.output.contains("Example:"))
            let unknown = try await Programs.pksctl(["webhooks", "catalogue", "bill.payed", "--lang", "en"], [:])
            #expect(unknown.status == 2 && unknown.errors.contains("did you mean 'bill.paid'?"), "\(unknown.errors)")
        }
    }
}
