import Documents
import Foundation
import Testing

extension Processes {
    /// Keys and certificates go where they must, and nowhere else.
    @Suite struct WebhookSecretTests {
        private struct Office {
            let daemon: Daemon
            let client: Client
            let gate: Gate

            init() async throws {
                gate = try await Gate()
                daemon = try await Daemon()
                client = Client(address: daemon.address, token: try await daemon.token("admin"))
                try await client.enter("kupang")
            }

            /// - Parameter files: members of the endpoint and which file of the gate they hold.
            func endpoint(_ files: [String: String]) async throws -> Endpoint {
                var members: [String: JSON] = [
                    "url": .text(gate.url), "allow": .list([.text("127.0.0.0/8")]),
                    "events": .list([.text("note.added")]),
                ]
                for (name, file) in files { members[name] = .text(try gate.pem(file)) }
                let text = String(decoding: try CanonicalJSON.encode(JSON.object(members)), as: UTF8.self)
                return try await Endpoint(String(text.dropFirst().dropLast()), client)
            }
        }

        private static let client = ["client_certificate": "client.pem", "client_key": "client.key"]

        @Test func `nginx takes what comes with its client's certificate, and nothing else`() async throws {
            let office = try await Office()
            let known = try await office.endpoint(WebhookSecretTests.client.merging(["ca": "ca.pem"]) { $1 })
            let nameless = try await office.endpoint(["ca": "ca.pem"])
            let stranger = try await office.endpoint([
                "ca": "ca.pem", "client_certificate": "stranger.pem", "client_key": "stranger.key",
            ])
            let untrusting = try await office.endpoint(WebhookSecretTests.client)
            try await office.client.note("rahasia", on: "kupang")
            try await known.settled()
            let delivered = try await known.deliveries()
            #expect(delivered.map { $0["state"] } == [.text("delivered")])
            #expect(office.gate.answers.contains { $0 == "204 POST CN=pksd" }, "\(office.gate.answers)")
            let verified = await office.client.send("POST", known.path + "/verify", "{}").body["findings"]?.list ?? []
            let certificate = verified.first { $0["step"] == .text("certificate") }
            #expect(certificate?["verdict"] == .text("passed"), "\(verified)")
            #expect(certificate?["detail"]?["en"]?.text?.contains("gate") == true)
            for (endpoint, words) in [(nameless, "HTTP 400"), (stranger, "HTTP 400"), (untrusting, "certificate")] {
                let delivery = try await eventually("an attempt fails with \(words)") {
                    try await endpoint.deliveries().first {
                        ($0["attempts"]?.integer ?? 0) > 0 && $0["last_error"]?.text != nil
                    }
                }
                #expect(delivery["state"] == .text("pending"))
                #expect(delivery["last_error"]?.text?.contains(words) == true, "\(delivery)")
            }
            // With what it lacks, it goes.
            let missing = try WebhookSecretTests.client.merging(["ca": "ca.pem"]) { $1 }.map {
                "\"\($0)\":\(try office.gate.json($1))"
            }
            try await nameless.set(missing.joined(separator: ","))
            try await nameless.settled()
            try await noSecret(office, [known, nameless, stranger, untrusting])
        }

        /// Neither on a page, nor in the log, nor in the clear on the disk.
        private func noSecret(_ office: Office, _ endpoints: [Endpoint]) async throws {
            var secrets = endpoints.map { String($0.secret.dropFirst("whsec_".count)) }
            for file in ["client.key", "stranger.key"] {
                secrets += try office.gate.pem(file).split(separator: "\n").map(String.init).filter {
                    $0.count > 40 && !$0.hasPrefix("---")
                }
            }
            #expect(secrets.count >= 8)
            var pages = [await office.client.send("GET", "/v1/webhook-endpoints").text]
            for endpoint in endpoints {
                for path in [endpoint.path, endpoint.path + "/deliveries", endpoint.path + "/feed"] {
                    pages.append(await office.client.send("GET", path).text)
                }
                pages.append(await office.client.send("POST", endpoint.path + "/test", "{}").text)
                pages.append(await office.client.send("POST", endpoint.path + "/verify", "{}").text)
                pages.append(
                    await office.client.send("PATCH", endpoint.path, "{\"client_key\":\"\(secrets[0])\"}").text)
            }
            for name in try FileManager.default.contentsOfDirectory(atPath: office.daemon.state)
            where name != "secrets.key" {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: office.daemon.state + "/" + name))
                for secret in secrets {
                    #expect(bytes.range(of: Data(secret.utf8)) == nil, "in \(name)")
                    let raw = Data(base64Encoded: secret)
                    #expect(raw.map { bytes.range(of: $0) == nil } ?? true, "in \(name)")
                }
            }
            for secret in secrets {
                #expect(!office.daemon.log.contains(secret))
                for page in pages { #expect(!page.contains(secret)) }
            }
            let key = try FileManager.default.attributesOfItem(atPath: office.daemon.state + "/secrets.key")
            #expect((key[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            // A search that finds nothing anywhere would prove nothing.
            let ledger = try Data(contentsOf: URL(fileURLWithPath: office.daemon.state + "/pksd.sqlite"))
            let journal =
                (try? Data(contentsOf: URL(fileURLWithPath: office.daemon.state + "/pksd.sqlite-wal"))) ?? Data()
            #expect((ledger + journal).range(of: Data(endpoints[0].id.utf8)) != nil)
        }

        @Test func `without the key of its secrets the daemon starts, and says what to do`() async throws {
            let daemon = try await Daemon()
            var client = Client(address: daemon.address, token: try await daemon.token("admin"))
            try await client.enter("kupang")
            let receiver = try await SimulatedReceiver("ok")
            var endpoint = try await Endpoint.at(receiver.url, "\"events\":[\"note.added\"]", client)
            try await client.note("1", on: "kupang")
            try await endpoint.settled()
            await daemon.crash()
            try FileManager.default.removeItem(atPath: daemon.state + "/secrets.key")
            try await daemon.start()
            client.address = daemon.address
            endpoint.client = client
            let page = await endpoint.page()
            #expect(page["enabled"] == .bool(false))
            #expect(page["disabled_reason"]?.text?.contains("rotate its secret") == true, "\(page)")
            try await client.note("2", on: "kupang")
            #expect(try await endpoint.deliveries("delivered").count == 1, "the other one waits")
            #expect(receiver.arrivals.count == 1)
            // As it says.
            try await endpoint.rotate()
            try await endpoint.set("\"enabled\":true")
            try await endpoint.settled()
            #expect(receiver.arrivals.count == 2)
            await daemon.crash()
            try await daemon.start()
            client.address = daemon.address
            endpoint.client = client
            #expect(await endpoint.page()["enabled"] == .bool(true))
        }

        @Test func `an endpoint without a key is not switched on, and is as it was when the key is back`() async throws
        {
            let daemon = try await Daemon()
            var client = Client(address: daemon.address, token: try await daemon.token("admin"))
            try await client.enter("kupang")
            var endpoint = try await Endpoint("\"events\":[\"note.added\"]", client)
            let receiver = try await SimulatedReceiver("strict", secrets: [endpoint.secret])
            try await endpoint.set("\"url\":\"\(receiver.url)\",\"allow\":[\"127.0.0.0/8\"]")
            await daemon.crash()
            let (key, aside) = (daemon.state + "/secrets.key", daemon.directory + "/aside")
            try FileManager.default.moveItem(atPath: key, toPath: aside)
            try await daemon.start()
            client.address = daemon.address
            endpoint.client = client
            try await client.note("1", on: "kupang")
            let refused = await client.send("PATCH", endpoint.path, "{\"enabled\":true}")
            #expect(refused.status.map { 400..<500 ~= $0 } == true, "\(refused.text)")
            #expect(try await endpoint.deliveries("failed").isEmpty, "nothing is given up")
            await daemon.crash()
            try FileManager.default.removeItem(atPath: key)
            try FileManager.default.moveItem(atPath: aside, toPath: key)
            try await daemon.start()
            client.address = daemon.address
            endpoint.client = client
            let page = await endpoint.page()
            #expect(page["enabled"] == .bool(true), "\(page)")
            try #require(page["disabled_reason"] == nil)
            _ = try await eventually("what waited is delivered") { receiver.accepted.isEmpty ? nil : true }
        }
    }
}
