import Documents
import Foundation
import Glibc
import Testing

extension Processes {
    /// Receivers that nobody can reach: they fetch what is theirs, and say what they have.
    @Suite struct WebhookPullTests {
        private struct Office {
            let daemon: Daemon
            let client: Client
            let endpoint: Endpoint
            let keys: String

            /// An endpoint without an address, and one paper.
            init() async throws {
                daemon = try await Daemon()
                client = Client(address: daemon.address, token: try await daemon.token("admin"))
                endpoint = try await Endpoint("\"events\":[\"note.added\"]", client)
                keys = daemon.directory + "/keys"
                try endpoint.secret.write(toFile: keys, atomically: true, encoding: .utf8)
                try await client.enter("kupang")
            }

            func feed(_ query: String) async -> [JSON] {
                await client.send("GET", endpoint.path + "/feed?" + query).body["items"]?.list ?? []
            }

            func listen(_ arguments: String...) async throws -> Programs.Result {
                try await Programs.pksctl(
                    ["webhooks", "listen", endpoint.id, "--once"] + arguments, client.environment)
            }
        }

        private func texts(_ items: [JSON]) throws -> [String] {
            try items.map { item in
                let body = try CanonicalJSON.decode(JSON.self, from: item["body"]?.text ?? "")
                return body["data"]?["text"]?.text ?? ""
            }
        }

        @Test func `a feed is read from a place, from a time, or when there is something`() async throws {
            let office = try await Office()
            for text in ["1", "2", "3"] { try await office.client.note(text, on: "kupang") }
            let all = await office.feed("")
            #expect(try texts(all) == ["1", "2", "3"])
            let cursor = try #require(all[0]["cursor"]?.text)
            #expect(try texts(await office.feed("after=\(cursor)")) == ["2", "3"])
            #expect(try texts(await office.feed("after=\(cursor)&limit=1")) == ["2"])
            let last = try #require(all[2]["cursor"]?.text)
            let since = try CanonicalJSON.decode(JSON.self, from: all[1]["body"]?.text ?? "")["timestamp"]?.text ?? ""
            #expect(try texts(await office.feed("since=\(since)")) == ["2", "3"])
            // Whoever waits is answered when something happens, long before the time is over.
            let (client, address) = (office.client, office.endpoint.path + "/feed?wait=60&after=\(last)")
            async let waited = client.send("GET", address)
            try await client.note("4", on: "kupang")
            #expect(try texts(await waited.body["items"]?.list ?? []) == ["4"])
            let started = ContinuousClock.now
            #expect(await office.feed("after=1000&wait=1").isEmpty)
            #expect(started.duration(to: .now) >= .seconds(1))
        }

        @Test func `what is acknowledged is delivered, and said once only`() async throws {
            let office = try await Office()
            for text in ["1", "2"] { try await office.client.note(text, on: "kupang") }
            let feed = await office.feed("")
            let deliveries = feed.compactMap { $0["delivery"]?.text }.map { "\"\($0)\"" }.joined(separator: ",")
            for count in [2, 0] {
                let answer = await office.client.send(
                    "POST", office.endpoint.path + "/feed/ack", "{\"deliveries\":[\(deliveries),\"dlv_none\"]}")
                #expect(answer.body["acknowledged"] == .integer(Int64(count)), "\(answer.text)")
            }
            #expect(try await office.endpoint.deliveries("delivered").count == 2)
            // It stays in the feed: who reads from the beginning gets all.
            let again = await office.feed("")
            #expect(again.map { $0["webhook_id"] } == feed.map { $0["webhook_id"] })
            #expect(again.allSatisfy { $0["state"] == .text("delivered") })
            let other = try await Endpoint("\"events\":[\"note.added\"]", office.client)
            try await office.client.note("3", on: "kupang")
            let foreign = try #require(await office.feed("").last?["delivery"]?.text)
            let answer = await office.client.send("POST", other.path + "/feed/ack", "{\"deliveries\":[\"\(foreign)\"]}")
            #expect(answer.body["acknowledged"] == .integer(0), "another endpoint's deliveries are not its own")
        }

        @Test func `listen prints each event, checks its signature and hands it on`() async throws {
            let office = try await Office()
            for text in ["1", "2"] { try await office.client.note(text, on: "kupang") }
            let checked = try await office.listen("--secret-file", office.keys)
            #expect(checked.status == 0, "\(checked.errors)")
            let lines = checked.output.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines.allSatisfy { $0.contains("note.added  kupang #") && $0.contains("✓") }, "\(checked.output)")
            #expect(try await office.endpoint.deliveries("delivered").isEmpty, "it was not asked to acknowledge")

            let stranger = try await Endpoint("", office.client)
            try stranger.secret.write(toFile: office.keys + "2", atomically: true, encoding: .utf8)
            let wrong = try await office.listen("--secret-file", office.keys + "2", "--ack")
            #expect(wrong.status == 1)
            #expect(wrong.output.contains("✗ wrong signature"), "\(wrong.output)")
            #expect(try await office.endpoint.deliveries("delivered").isEmpty, "what does not hold is not acknowledged")

            let strict = try await SimulatedReceiver("strict", secrets: [office.endpoint.secret])
            let failing = try await SimulatedReceiver("fail=503")
            let refused = try await office.listen("--forward", failing.url, "--ack")
            #expect(refused.output.contains("→ 503"), "\(refused.output)")
            #expect(try await office.endpoint.deliveries("delivered").isEmpty)
            let forwarded = try await office.listen(
                "--secret-file", office.keys, "--forward", strict.url + "hook", "--ack")
            #expect(forwarded.status == 0, "\(forwarded.errors)")
            #expect(forwarded.output.contains("→ 204"), "\(forwarded.output)")
            #expect(strict.arrivals.map(\.verdict) == ["valid", "valid"])
            #expect(try await office.endpoint.deliveries("delivered").count == 2)
        }

        @Test func `listen goes on across a kill -9 of the daemon`() async throws {
            // Where somebody listened a moment ago, so that the address stays the same.
            let before = try await SimulatedReceiver("ok")
            _ = await before.stop()
            let daemon = try await Daemon(["--listen", "127.0.0.1:\(before.port)"])
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            let endpoint = try await Endpoint("\"events\":[\"note.added\"]", client)
            try await client.enter("kupang")
            let output = daemon.directory + "/listened"
            let listener = try Programs.start(
                Programs.products + "/pksctl", ["webhooks", "listen", endpoint.id, "--ack"], client.environment,
                output: output, errors: output + "-errors")
            defer { kill(listener.processIdentifier, SIGKILL) }
            for text in ["1", "2"] {
                try await client.note(text, on: "kupang")
                _ = try await eventually("note \(text) is printed and acknowledged") {
                    let printed = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").count
                    let delivered = try await endpoint.deliveries("delivered").count
                    return printed == Int(text) && delivered == Int(text) ? true : nil
                }
                await daemon.crash()
                try await daemon.start()
            }
        }
    }
}
