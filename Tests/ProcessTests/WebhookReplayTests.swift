import Documents
import Foundation
import Testing

extension Processes {
    /// What is held, what is sent again, and that neither is forgotten.
    @Suite struct WebhookReplayTests {
        private struct Office {
            let daemon: Daemon
            var client: Client

            init() async throws {
                daemon = try await Daemon()
                client = Client(address: daemon.address, token: try await daemon.token("admin"))
            }
        }

        @Test func `410 switches an endpoint off; what it missed comes in order when it is on again`() async throws {
            let office = try await Office()
            let client = office.client
            let gone = try await SimulatedReceiver("gone")
            let endpoint = try await Endpoint.at(gone.url, "\"events\":[\"note.added\"]", client)
            for ref in ["kupang", "ende"] { try await client.enter(ref) }
            try await client.note("1", on: "kupang")
            let page = try await eventually("the endpoint is off") {
                let page = await endpoint.page()
                guard page["enabled"] == .bool(false) else { return nil as JSON? }
                return page
            }
            #expect(page["disabled_reason"] == .text("410 Gone"))
            for text in ["2", "3", "4"] {
                for ref in ["kupang", "ende"] { try await client.note(text, on: ref) }
            }
            // The one that was refused is kept as well.
            #expect(try await endpoint.deliveries("held").count == 7)
            let told = try await client.all("/v1/events?limit=200").filter { $0["type"] == .text("endpoint.disabled") }
            #expect(told.count == 1)
            #expect(told.first?["endpoint_id"]?.text == endpoint.id)
            #expect(gone.arrivals.count == 1, "nothing more is sent to who said 410")
            let well = try await SimulatedReceiver("ok")
            try await endpoint.set("\"url\":\"\(well.url)\",\"enabled\":true")
            try await endpoint.settled()
            let arrivals = well.arrivals
            #expect(arrivals.count == 7)
            #expect(well.accepted.isSuperset(of: gone.arrivals.map(\.id)))
            for same in Dictionary(grouping: arrivals, by: \.agreement).values {
                let seqs = same.map(\.agreementSeq)
                #expect(seqs == seqs.sorted())
            }
            let count = await client.send("POST", endpoint.path + "/replay", "{\"dry_run\":true}").body["count"]
            #expect(count == .integer(0))
        }

        @Test func `a replay sends what is chosen, says that it is one, and only counts when it is asked to`()
            async throws
        {
            let office = try await Office()
            let client = office.client
            let receiver = try await SimulatedReceiver("ok")
            let endpoint = try await Endpoint.at(receiver.url, client)
            try await client.enter("kupang")
            for text in ["1", "2", "3"] { try await client.note(text, on: "kupang") }
            try await client.enter("ende")
            try await endpoint.settled()
            #expect(receiver.arrivals.count == 5)
            let agreement = await client.send("GET", "/v1/agreements/kupang").body["id"]?.text ?? ""
            let third = try await client.all("/v1/events?limit=200")[2]
            let since = third["recorded_at"]?.text ?? ""
            for (wish, count) in [
                ("", 0), ("\"missing\":false", 5), ("\"missing\":false,\"seq\":2", 1),
                ("\"missing\":false,\"since\":\"\(since)\"", 3), ("\"missing\":false,\"until\":\"\(since)\"", 2),
                ("\"missing\":false,\"events\":[\"note.*\"]", 3),
                ("\"missing\":false,\"agreement_id\":\"\(agreement)\"", 4),
            ] {
                let comma = wish.isEmpty ? "" : ","
                let counted = await client.send("POST", endpoint.path + "/replay", "{\(wish)\(comma)\"dry_run\":true}")
                #expect(counted.body["count"] == .integer(Int64(count)), "\(wish): \(counted.text)")
                let before = receiver.arrivals.count
                let done = try await replay("{\(wish)}", endpoint, client)
                #expect(done["sent"] == .integer(Int64(count)), "\(wish)")
                #expect(receiver.arrivals.count == before + count, "\(wish)")
            }
            let again = receiver.arrivals
            #expect(Set(again.map(\.id)).count == 5, "the same webhook-id as the first time")
            for same in Dictionary(grouping: again, by: \.id).values { #expect(Set(same.map(\.digest)).count == 1) }
            let pulled = await client.send("GET", endpoint.path + "/feed").body["items"]?.list ?? []
            #expect(pulled.allSatisfy { $0["headers"]?["webhook-replay"]?.text?.hasPrefix("rpl_") == true })
        }

        @Test func `a replay goes on after kill -9, until it is done or cancelled`() async throws {
            var office = try await Office()
            let receiver = try await SimulatedReceiver("slow=20")
            var endpoint = try await Endpoint("\"events\":[\"note.added\"],\"in_flight\":2", office.client)
            for index in 0..<4 {
                try await office.client.enter("r-\(index)")
                for text in 1...15 { try await office.client.note("\(text)", on: "r-\(index)") }
            }
            try await endpoint.set("\"url\":\"\(receiver.url)\",\"allow\":[\"127.0.0.0/8\"]")
            try await endpoint.settled()
            let first = receiver.accepted
            #expect(first.count == 60)
            let begun = await office.client.send("POST", endpoint.path + "/replay", "{\"missing\":false}")
            #expect(begun.status == 202, "\(begun.text)")
            for more in [5, 15, 25] {
                _ = try await eventually("the replay is under way") {
                    receiver.arrivals.count >= 60 + more ? true : nil
                }
                await office.daemon.crash()
                try await office.daemon.start()
                office.client.address = office.daemon.address
                endpoint.client = office.client
            }
            let done = try await finished(begun.body["id"]?.text ?? "", endpoint)
            try await endpoint.settled()
            #expect(done["sent"] == .integer(60))
            let again = receiver.arrivals.dropFirst(60)
            #expect(Set(again.map(\.id)) == first)
            // Cancelled with nothing to send any more, and with something.
            let second = await office.client.send("POST", endpoint.path + "/replay", "{\"missing\":false}")
            let id = second.body["id"]?.text ?? ""
            let ended = await office.client.send("POST", endpoint.path + "/replays/\(id)/cancel", "{}")
            #expect(ended.status == 200, "\(ended.text)")
            #expect(["cancelled", "done"].contains(ended.body["state"]?.text))
            try await endpoint.settled()
            let page = try await Programs.pksctl(["webhooks", "replays", endpoint.id], office.client.environment)
            #expect(page.output.contains(id), "\(page.output)\(page.errors)")
        }

        /// Begins a replay and waits for its end.
        @discardableResult
        private func replay(_ wish: String, _ endpoint: Endpoint, _ client: Client) async throws -> JSON {
            let begun = await client.send("POST", endpoint.path + "/replay", wish)
            #expect(begun.status == 202, "\(begun.text)")
            let done = try await finished(begun.body["id"]?.text ?? "", endpoint)
            try await endpoint.settled()
            return done
        }

        private func finished(_ id: String, _ endpoint: Endpoint) async throws -> JSON {
            try await eventually("the replay is done") {
                let replays = await endpoint.client.send("GET", endpoint.path + "/replays").body["items"]?.list ?? []
                return replays.first { $0["id"]?.text == id && $0["state"] == .text("done") }
            }
        }
    }
}
