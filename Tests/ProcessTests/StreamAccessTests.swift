import Courier
import Documents
import Foundation
import Testing

extension Processes {
    /// Who listens hears nothing more once what let them in is over.
    @Suite struct StreamAccessTests {
        private let daemon: Daemon
        private let client: Client

        init() async throws {
            daemon = try await Daemon()
            client = Client(address: daemon.address, token: try await daemon.token("admin", name: "pembuat"))
            try await client.enter("a")
        }

        private func listen(_ path: String, _ header: String) throws -> (process: Process, said: () throws -> String) {
            let output = daemon.directory + "/stream"
            let process = try Programs.start(
                "/usr/bin/curl",
                ["--silent", "--no-buffer", "--header", "Accept: text/event-stream", "--header", header]
                    + [daemon.address + path], output: output, errors: output + "-errors")
            return (process, { try String(contentsOfFile: output, encoding: .utf8) })
        }

        private func ends(
            _ stream: (process: Process, said: () throws -> String), after act: () async throws -> Void
        )
            async throws
        {
            _ = try await eventually("what is on record") { try stream.said().contains("id: 1\n") ? true : nil }
            try await act()
            try await client.note("Hanya untuk yang berhak", on: "a")
            let last = await client.eventCount()
            _ = try await eventually("the stream ends") { stream.process.isRunning ? nil : true }
            #expect(try !stream.said().contains("id: \(last)\n"))
        }

        @Test func `a token that is revoked`() async throws {
            let token = try await daemon.token("auditor")
            let tokens = await client.send("GET", "/v1/tokens").body["items"]?.list ?? []
            let id = try #require(tokens.first { $0["name"]?.text == "auditor" }?["id"]?.text)
            try await ends(try listen("/v1/events", "Authorization: Bearer \(token)")) {
                #expect(await client.send("DELETE", "/v1/tokens/\(id)").status == 204)
            }
        }

        @Test func `a token that is revoked while its reader waits`() async throws {
            let token = try await daemon.token("auditor")
            let tokens = await client.send("GET", "/v1/tokens").body["items"]?.list ?? []
            let id = try #require(tokens.first { $0["name"]?.text == "auditor" }?["id"]?.text)
            let last = await client.eventCount()
            let output = daemon.directory + "/poll"
            let poll = try Programs.start(
                "/usr/bin/curl",
                ["--silent", "--verbose", "--header", "Prefer: wait=60", "--header", "Authorization: Bearer \(token)"]
                    + [daemon.address + "/v1/events?after=\(last)"], output: output, errors: output + "-errors")
            _ = try await eventually("it waits") {
                try String(contentsOfFile: output + "-errors", encoding: .utf8).contains("> Prefer: wait=60")
                    ? true : nil
            }
            // It is let in before it waits, of which nothing tells.
            try await Task.sleep(for: .seconds(1))
            #expect(await client.send("DELETE", "/v1/tokens/\(id)").status == 204)
            try await client.note("Hanya untuk yang berhak", on: "a")
            await poll.end()
            #expect(try !String(contentsOfFile: output, encoding: .utf8).contains("Hanya untuk"))
        }

        @Test func `a session that is ended`() async throws {
            let siti = try await PageReader(daemon, named: "Siti Aminah", role: "coordinator")
            let cookie = siti.client.headers[0].value
            try await ends(try listen("/live?after=0", "Cookie: \(cookie)")) {
                #expect(await siti.post("/sign-out").status == 303)
            }
        }

        @Test func `a region that is taken away`() async throws {
            let siti = try await PageReader(daemon, named: "Siti Aminah", role: "coordinator")
            let stream = try listen("/live?after=0", "Cookie: \(siti.client.headers[0].value)")
            _ = try await eventually("what is on record") { try stream.said().contains("id: 1\n") ? true : nil }
            let people = await client.send("GET", "/v1/people").body["items"]?.list ?? []
            let id = try #require(people.first { $0["name"]?.text == "Siti Aminah" }?["id"]?.text)
            #expect(await client.send("PATCH", "/v1/people/\(id)", "{\"regions\":[\"35.73\"]}").status == 200)
            try await client.note("Hanya untuk Kupang", on: "a")
            let hidden = await client.eventCount()
            try await client.enter("b", region: "35.73")
            let shown = await client.eventCount()
            _ = try await eventually("what is still theirs") {
                try stream.said().contains("id: \(shown)\n") ? true : nil
            }
            #expect(try !stream.said().contains("id: \(hidden)\n"))
            stream.process.terminate()
        }
    }
}
