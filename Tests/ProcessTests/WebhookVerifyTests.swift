import Documents
import Foundation
import Testing

extension Processes {
    /// What `pksctl webhooks verify` finds out about receivers that are good, careless, gone or not there.
    @Suite struct WebhookVerifyTests {
        private struct Office {
            let daemon: Daemon
            let client: Client

            init() async throws {
                daemon = try await Daemon()
                client = Client(address: daemon.address, token: try await daemon.token("admin"))
            }

            func verify(_ endpoint: Endpoint) async throws -> (status: Int32, marks: [String: String], output: String) {
                let result = try await Programs.pksctl(["webhooks", "verify", endpoint.id], client.environment)
                let marks = result.output.split(separator: "\n").compactMap { line -> (String, String)? in
                    let words = line.split(separator: " ")
                    return words.count > 1 ? (String(words[1].dropLast()), String(words[0])) : nil
                }
                return (result.status, Dictionary(marks) { $1 }, result.output + result.errors)
            }
        }

        @Test func `a strict receiver passes in everything, and nothing is written down`() async throws {
            let office = try await Office()
            let endpoint = try await Endpoint("", office.client)
            let receiver = try await SimulatedReceiver("strict", secrets: [endpoint.secret])
            try await endpoint.set("\"url\":\"\(receiver.url)\",\"allow\":[\"127.0.0.0/8\"]")
            let found = try await office.verify(endpoint)
            #expect(found.status == 0, "\(found.output)")
            #expect(
                Set(found.marks.keys).isSuperset(of: [
                    "address", "signed", "speed", "bad_signature", "old_timestamp", "two_signatures", "same_id_twice",
                ]))
            #expect(found.marks.values.allSatisfy { $0 == "✓" }, "\(found.output)")
            #expect(try await endpoint.deliveries().isEmpty)
            #expect(await office.client.eventCount() == 0)
        }

        @Test func `a lenient receiver is told that anybody can pretend to be us`() async throws {
            let office = try await Office()
            let receiver = try await SimulatedReceiver("lenient")
            let found = try await office.verify(try await Endpoint.at(receiver.url, office.client))
            #expect(found.status == 1, "\(found.output)")
            #expect(found.marks["bad_signature"] == "✗")
            #expect(found.marks["old_timestamp"] == "✗")
            #expect(found.marks["signed"] == "✓")
        }

        @Test(arguments: ["gone", "fail=500", "redirect"]) func `one that takes nothing fails`(
            kind: String
        ) async throws {
            let office = try await Office()
            let receiver = try await SimulatedReceiver(kind)
            let endpoint = try await Endpoint.at(receiver.url, office.client)
            let found = try await office.verify(endpoint)
            #expect(found.status == 1, "\(found.output)")
            #expect(found.marks["signed"] == "✗")
            // A trial decides nothing: the endpoint is as it was.
            #expect(await endpoint.page()["enabled"] == .bool(true))
            #expect(await receiver.stop().status == 0, "nobody followed a redirection")
        }

        @Test func `a port where nobody listens fails at the address`() async throws {
            let office = try await Office()
            let receiver = try await SimulatedReceiver("ok")
            let endpoint = try await Endpoint.at(receiver.url, office.client)
            _ = await receiver.stop()
            let found = try await office.verify(endpoint)
            #expect(found.status == 1, "\(found.output)")
            #expect(found.marks == ["address": "✗"])
        }

        @Test func `an address that is not public is refused without an exception`() async throws {
            let office = try await Office()
            let endpoint = try await Endpoint("\"url\":\"https://127.0.0.1:9/\"", office.client)
            let found = try await office.verify(endpoint)
            #expect(found.status == 1)
            #expect(found.marks == ["address": "✗"], "\(found.output)")
        }

        @Test(arguments: [("handshake", "✓"), ("ok", "✗")])
        func `receivers of CloudEvents are asked for consent`(kind: String, mark: String) async throws {
            let daemon = try await Daemon([], ["PKSD_PUBLIC_URL": "https://pksd.contoh.go.id"])
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            let receiver = try await SimulatedReceiver(kind)
            let endpoint = try await Endpoint.at(receiver.url, "\"format\":\"cloudevents_structured\"", client)
            let answer = await client.send("POST", endpoint.path + "/verify", "{}")
            let handshake = answer.body["findings"]?.list?.first { $0["step"] == .text("handshake") }
            #expect(handshake?["verdict"] == .text(mark == "✓" ? "passed" : "failed"), "\(answer.text)")
        }
    }
}
