import Documents
import Foundation
import Testing

extension Processes {
    /// Real deliveries to consumers that others' libraries were written for.
    @Suite struct WebhookConsumerTests {
        private static let notes = ["satu", "dua: “kutip” — 5 % é", "tiga {\\\"a\\\": 1}"]

        private func write(_ ref: String, _ client: Client) async throws {
            try await client.enter(ref)
            for text in WebhookConsumerTests.notes { try await client.note(text, on: ref) }
            let version = await client.send("GET", "/v1/agreements/\(ref)").version
            let moved = await client.send(
                "POST", "/v1/agreements/\(ref)/transitions", "{\"transition\":\"submit\"}", version: version)
            #expect(moved.status == 200 || moved.status == 201, "\(moved.text)")
        }

        private static let types = [
            "agreement.created", "note.added", "note.added", "note.added", "agreement.state_changed",
        ]

        @Test func `each public library takes every event, in order and with the same data`() async throws {
            let daemon = try await Daemon()
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            let consumers = try await Consumers()
            for name in Consumers.Name.allCases {
                let key = name == .cryptography ? "ed25519" : "hmac"
                let endpoint = try await Endpoint.at(
                    consumers.url(name),
                    "\"format\":\"\(name.format)\",\"key\":\"\(key)\",\"events\":[\"agreement.*\",\"note.added\"]",
                    client)
                #expect(endpoint.secret.hasPrefix(name == .cryptography ? "whpk_" : "whsec_"))
                try consumers.trust([endpoint.secret], at: name)
            }
            let refs = ["kupang", "ende"]
            for ref in refs { try await write(ref, client) }
            let usual = try await consumers.events(.standardwebhooks, atLeast: 10)
            let data = Dictionary(usual.map { ($0["id"]?.text ?? "", $0["data"]) }) { $1 }
            for name in Consumers.Name.allCases {
                let events = try await consumers.events(name, atLeast: 10)
                #expect(consumers.arrivals(name).allSatisfy { $0.status == 204 }, "\(name)")
                #expect(events.count == 10, "\(name)")
                for ref in refs {
                    let told = events.filter { $0["data"]?["ref"]?.text == ref }
                    #expect(told.compactMap { $0["type"]?.text } == WebhookConsumerTests.types, "\(name)")
                    #expect(told.compactMap { $0["data"]?["agreement_seq"]?.integer } == [1, 2, 3, 4, 5], "\(name)")
                    let texts = told.compactMap { $0["data"]?["text"]?.text }
                    #expect(texts == ["satu", "dua: “kutip” — 5 % é", "tiga {\"a\": 1}"], "\(name)")
                }
                for event in events { #expect(event["data"] == data[event["id"]?.text ?? ""], "\(name)") }
                guard name.format != "standard" else { continue }
                for event in events {
                    #expect(event["specversion"] == .text("1.0"))
                    #expect(event["source"]?.text?.isEmpty == false)
                    #expect(event["subject"] == event["data"]?["agreement_id"])
                    #expect(event["sequence"]?.text.flatMap { Int64($0) } == event["data"]?["seq"]?.integer)
                }
            }
        }

        @Test func `what was held comes as a batch, each event once`() async throws {
            let daemon = try await Daemon()
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            let consumers = try await Consumers()
            let endpoint = try await Endpoint.at(
                consumers.url(.batch), "\"format\":\"cloudevents_batch\",\"batch\":4", client)
            try consumers.trust([endpoint.secret], at: .batch)
            try await endpoint.set("\"enabled\":false")
            for index in 1...6 { try await client.enter("batch-\(index)") }
            #expect(try await endpoint.deliveries("held").count == 6)
            try await endpoint.set("\"enabled\":true")
            let events = try await consumers.events(.batch, atLeast: 6)
            #expect(events.count == 6)
            let sizes = consumers.arrivals(.batch).map(\.events.count)
            #expect(sizes.contains(4), "\(sizes)")
            #expect(sizes.allSatisfy { $0 <= 4 })
            let first = consumers.arrivals(.batch)
            #expect(first.allSatisfy { $0.replay == nil })
            let replay = await client.send("POST", endpoint.path + "/replay", "{\"missing\":false}").body["id"]?.text
            let again = try await eventually("all have come again") {
                let again = consumers.arrivals(.batch).dropFirst(first.count)
                return again.map(\.events.count).reduce(0, +) == 6 ? again : nil
            }
            #expect(again.allSatisfy { $0.replay == replay && $0.status == 204 })
            #expect(Set(again.flatMap(\.events)) == Set(events), "with the same ids and the same data")
        }

        @Test func `both keys sign while they overlap, and the old one no longer when it is told to end`() async throws
        {
            let daemon = try await Daemon()
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            let consumers = try await Consumers()
            try await client.enter("kupang")
            for (name, key) in [(Consumers.Name.standardwebhooks, "hmac"), (.svix, "hmac"), (.cryptography, "ed25519")]
            {
                var endpoint = try await Endpoint.at(
                    consumers.url(name), "\"key\":\"\(key)\",\"events\":[\"note.added\"]", client)
                let old = endpoint.secret
                try await endpoint.rotate()
                let new = endpoint.secret
                try consumers.trust([old, new], at: name)
                try await client.note("both", on: "kupang")
                _ = try await consumers.events(name, atLeast: 1)
                #expect(consumers.arrivals(name).last?.verified == [true, true], "\(name)")
                try await endpoint.rotate("\"overlap_hours\":0")
                let newest = endpoint.secret
                #expect(Set([old, new, newest]).count == 3)
                try consumers.trust([old, new, newest], at: name)
                try await client.note("newest", on: "kupang")
                _ = try await consumers.events(name, atLeast: 2)
                #expect(consumers.arrivals(name).last?.verified == [false, false, true], "\(name)")
                try await endpoint.set("\"enabled\":false")
            }
        }
    }
}
