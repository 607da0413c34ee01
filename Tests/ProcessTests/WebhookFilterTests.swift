import Courier
import Documents
import Foundation
import Testing

extension Processes {
    /// What an endpoint asks for it gets, and what it does not get is accounted for.
    @Suite struct WebhookFilterTests {
        @Test func `an event goes to whom it is for, and of the others it is said why not`() async throws {
            let daemon = try await Daemon()
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            let receiver = try await SimulatedReceiver("ok")
            let reasons: [(fields: String, reason: String?)] = [
                ("\"events\":[\"note.*\"]", nil), ("\"events\":[\"signature.*\"]", "type"),
                ("\"regions\":[\"53\"]", nil), ("\"regions\":[\"32\"]", "region"), ("\"kinds\":[\"pks\"]", nil),
                ("\"kinds\":[\"addendum\",\"nota_kesepakatan\"]", "kind"),
                ("\"condition\":\"type == 'note.added' && data.text.contains('penting')\"", nil),
                ("\"condition\":\"data.text.contains('biasa')\"", "condition: false"),
                ("\"condition\":\"data.amount > 5\"", "condition: no such field 'amount'"),
            ]
            try await client.enter("kupang")
            var endpoints: [(id: String, reason: String?)] = []
            for (fields, reason) in reasons {
                endpoints.append((try await Endpoint.at(receiver.url, fields, client).id, reason))
            }
            try await client.note("penting", on: "kupang")
            let seq = await client.eventCount()
            let late = try await Endpoint.at(receiver.url, client)
            endpoints.append((late.id, "the endpoint did not exist yet"))
            let report = try await eventually("the event is delivered") {
                let report = await client.send("GET", "/v1/events/\(seq)/deliveries").body
                let deliveries = report["deliveries"]?.list ?? []
                guard deliveries.allSatisfy({ $0["state"] == .text("delivered") }) else { return nil as JSON? }
                return report
            }
            let wanted = Set(endpoints.filter { $0.reason == nil }.map(\.id))
            #expect(Set((report["deliveries"]?.list ?? []).compactMap { $0["endpoint"]?.text }) == wanted)
            #expect(report["event"]?["type"] == .text("note.added"))
            let page = try await Programs.pksctl(["webhooks", "why", "\(seq)"], client.environment)
            #expect(page.status == 0, "\(page.errors)")
            let lines = page.output.split(separator: "\n")
            for (id, reason) in endpoints {
                #expect(report["not_sent"]?[id]?.text == reason)
                let line = try #require(lines.first { $0.hasPrefix(id) }, "\(page.output)")
                #expect(line.contains(reason ?? "delivered"))
            }
            // By its webhook-id it is found too.
            let id = try #require(report["event"]?["id"]?.text)
            #expect(await client.send("GET", "/v1/events/\(id)/deliveries").body == report)
            #expect(receiver.arrivals.filter { $0.id == id }.count == wanted.count)
        }

        @Test(arguments: [
            ("\"events\":[\"signature.record\"]", "/events/0", "signature.recorded"),
            ("\"condition\":\"dta.amount > 1\"", "/condition", "'data'"),
            ("\"condition\":\"1 + 1\"", "/condition", "bool"), ("\"events\":[]", "/events", "type"),
        ]) func `a filter that cannot be meant is refused at its field`(
            fields: String, pointer: String, words: String
        )
            async throws
        {
            let daemon = try await Daemon()
            var client = Client(address: daemon.address, token: try await daemon.token("admin"))
            client.headers = [.init("Accept-Language", "en")]
            let answer = await client.send("POST", "/v1/webhook-endpoints", "{\(fields)}")
            #expect(answer.status == 422)
            let problem = answer.body["errors"]?.list?.first
            #expect(problem?["pointer"] == .text(pointer))
            #expect(problem?["detail"]?.text?.contains(words) == true, "\(answer.text)")
        }
    }
}
