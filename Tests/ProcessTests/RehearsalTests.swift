import Courier
import Documents
import Foundation
import Testing

extension Processes {
    @Suite struct RehearsalTests {
        private static let arguments = ["--rehearsal", "--clock", "2026-11-01T08:00:00+08:00"]

        @Test func `a month passes in a moment, with every reminder at its time`() async throws {
            let daemon = try await Daemon(RehearsalTests.arguments)
            let token = try await daemon.token("admin")
            let client = Client(address: daemon.address, token: token)
            let receiver = try await Receiver(of: daemon, token: token, events: ["reminder.*"])
            #expect(await client.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            let outside = await client.send(
                "POST", "/v1/webhook-endpoints",
                "{\"url\":\"http://198.51.100.7/\",\"events\":[\"reminder.*\"],\"allow\":[\"198.51.100.0/24\"]}")
            #expect(outside.status == 201, "\(outside.text)")
            let planned = await client.send("GET", "/v1/reminders?state=planned&limit=200&to=2026-12-01").body["items"]?
                .list
            let advance = try await Programs.pksctl(
                ["clock", "advance", "P30D", "--json"], ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": token])
            #expect(advance.status == 0, "\(advance.errors)")
            #expect(advance.output.contains("2026-12-01T00:00:00.000Z"))
            let events = await client.send("GET", "/v1/agreements/a/events").body["items"]?.list ?? []
            let due = events.filter { ["reminder.due", "reminder.escalated"].contains($0["type"]?.text) }
            #expect(!due.isEmpty)
            // The first of December at eight in the region is the very moment the clock stands at.
            // What should have come before the paper was entered comes at once, and says so.
            let onTime = due.filter { $0["data"]?["late"] == nil }
            #expect(onTime.count == planned?.count { $0["due_at"]?.text ?? "" > "2026-11-01" })
            for event in onTime { #expect(event["recorded_at"] == event["data"]?["due_at"]) }
            #expect(
                receiver.refused == [],
                "a signature is of the moment it was really sent, whatever the rehearsal's clock says")
            #expect(receiver.arrivals.map(\.id) == due.compactMap { $0["id"]?.text })
            // A rehearsal tells nobody outside this machine.
            let path = "/v1/webhook-endpoints/\(outside.body["id"]?.text ?? "")/deliveries?limit=200"
            let refused = await client.send("GET", path).body["items"]?.list ?? []
            #expect(refused.count >= onTime.count)
            #expect(refused.allSatisfy { $0["last_error"]?.text?.hasPrefix("forbidden_address") == true })
            let back = try await Programs.pksctl(
                ["clock", "to", "2026-11-15T08:00:00+08:00"],
                ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": token])
            #expect(back.status == 1, "a clock does not go back: \(back.output)\(back.errors)")
            let sent = await client.send("GET", "/v1/reminders?state=sent&limit=200").body["items"]?.list ?? []
            #expect(sent.count == due.count)
        }

        @Test func `a rehearsal goes on where it stood, and never opens the real record`() async throws {
            let daemon = try await Daemon(RehearsalTests.arguments)
            var client = Client(address: daemon.address, token: try await daemon.token("admin"))
            #expect(await client.send("POST", "/v1/clock", "{\"advance\":\"P10D\"}").status == 200)
            await daemon.crash()
            try await daemon.start()
            client.address = daemon.address
            #expect(await client.send("GET", "/v1/clock").body["now"]?.text == "2026-11-11T00:00:00.000Z")
            await daemon.crash()
            let real = try await Programs.pksd([
                "serve", "--listen", "127.0.0.1:0", "--state-dir", daemon.state, "--lang", "en",
            ])
            #expect(real.status == 69)
            #expect(real.errors.contains("rehearsal"))
        }

        @Test func `a rehearsal never opens the real record either, and the real clock is nobody's to move`()
            async throws
        {
            let daemon = try await Daemon()
            let token = try await daemon.token("admin")
            let moved = try await Programs.pksctl(
                ["clock", "advance", "P1D"], ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": token])
            #expect(moved.status == 1)
            await daemon.crash()
            let rehearsal = try await Programs.pksd(
                ["serve", "--listen", "127.0.0.1:0", "--state-dir", daemon.state, "--lang", "en"]
                    + RehearsalTests.arguments)
            #expect(rehearsal.status == 69)
            #expect(rehearsal.errors.contains("rehearsal"))
            try await daemon.start()
        }
    }
}
