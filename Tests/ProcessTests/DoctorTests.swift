import Documents
import Foundation
import Testing

extension Processes {
    /// Whether a reminder could be silent, asked of a running daemon and of a ledger at rest.
    @Suite struct DoctorTests {
        private func doctor(
            _ daemon: Daemon, _ token: String, _ arguments: [String] = []
        ) async throws
            -> Programs.Result
        {
            try await Programs.pksctl(
                ["doctor", "--lang", "en"] + arguments,
                ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": token])
        }

        private func tamper(_ daemon: Daemon, _ sql: String) async throws {
            let script =
                "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); n = c.execute(sys.argv[2]).rowcount; c.commit(); sys.exit(n < 1)"
            let result = try await Programs.run(
                "/usr/bin/env", ["python3", "-c", script, daemon.state + "/pksd.sqlite", sql])
            #expect(result.status == 0, "\(result.errors)")
        }

        @Test func `a sound daemon is found sound, by those who may ask`() async throws {
            let daemon = try await Daemon()
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            #expect(await client.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            let found = try await doctor(daemon, try await daemon.token("auditor"))
            #expect(found.status == 0, "\(found.output)\(found.errors)")
            #expect(found.output.contains("✓ every reminder is accounted for\n"))
            #expect(!found.output.contains("✗"))
            #expect(found.output.contains(", 0 unaccounted for\n"))
            #expect(found.output.contains("! every office is held\n"), "only some offices have a token")
            let json = try await doctor(daemon, try await daemon.token("auditor", name: "b"), ["--json"])
            let counts = try CanonicalJSON.decode(JSON.self, from: Data(json.output.utf8))["reminders"]?.object ?? [:]
            let parts = counts.filter { $0.key != "planned" }.values.compactMap(\.integer).reduce(0, +)
            #expect(counts["planned"]?.integer == parts && parts > 0)
            #expect(try await doctor(daemon, try await daemon.token("coordinator")).status == 1)
            let somewhere = try await daemon.token("auditor", name: "kupang", regions: ["53.71"])
            #expect(try await doctor(daemon, somewhere).status == 1)
        }

        @Test(arguments: [
            ("DELETE FROM reminder WHERE state = 'planned' AND recipient <> 'system'", "are not planned", false),
            ("UPDATE reminder SET state = 'forgotten' WHERE recipient <> 'system'", "unaccounted for", true),
            ("UPDATE reminder SET times_sent = 1 WHERE recipient <> 'system'", "counts as sent 1 times", true),
            ("UPDATE reminder SET due_at = due_at + 60000 WHERE recipient <> 'system'", "no longer hold", false),
        ])
        func `what somebody did to the file behind the daemon's back is found`(
            sql: String, words: String, showsAtRest: Bool
        ) async throws {
            let daemon = try await Daemon()
            let token = try await daemon.token("admin")
            let client = Client(address: daemon.address, token: token)
            #expect(await client.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            try await tamper(daemon, sql)
            let found = try await doctor(daemon, token)
            #expect(found.status == 1, "\(found.errors)")
            #expect(found.output.contains("✗") && found.output.contains(words), "\(found.output)")
            let verified = try await daemon.verify()
            #expect((verified.status == 1) == showsAtRest, "\(verified.output)\(verified.errors)")
            if showsAtRest { #expect((verified.output + verified.errors).contains(words)) }
        }
    }
}
