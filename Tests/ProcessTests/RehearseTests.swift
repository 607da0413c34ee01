import Documents
import Foundation
import Testing

extension Processes {
    /// A year ahead in seconds, on a copy of the record.
    @Suite struct RehearseTests {
        private static let from = "2026-11-01T08:00:00+08:00"

        private func rehearse(
            _ daemon: Daemon, _ arguments: [String] = [], _ environment: [String: String] = [:]
        ) async throws -> Programs.Result {
            try await Programs.pksd(
                ["rehearse", "--state-dir", daemon.state, "--from", RehearseTests.from] + arguments, environment)
        }

        private func loaded() async throws -> Daemon {
            let daemon = try await Daemon()
            var environment = ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": try await daemon.token("admin")]
            for role in [
                "coordinator", "unit_pic", "unit_head", "legal", "tkksd", "secretary", "region_head", "finance",
                "bpjs_pic", "bpjs_head",
            ] {
                environment["PKSCTL_TOKEN_" + role.uppercased()] = try await daemon.token(role)
            }
            let seeds = Programs.root + "/Config/seeds/"
            let files = try FileManager.default.contentsOfDirectory(atPath: seeds).sorted().map { seeds + $0 }
            let load = try await Programs.pksctl(["agreements", "load"] + files, environment)
            #expect(load.status == 0, "\(load.errors)")
            let client = Client(address: daemon.address, token: environment["PKSCTL_TOKEN"])
            #expect(await client.send("POST", "/v1/agreements", Client.agreement(ref: "baru")).status == 201)
            let person = await client.send(
                "POST", "/v1/people", "{\"name\":\"Contoh Pejabat\",\"roles\":[\"unit_pic\"],\"language\":\"id\"}")
            #expect(person.status == 201, "\(person.text)")
            return daemon
        }

        private func bytes(_ daemon: Daemon) throws -> [Data] {
            try ["pksd.sqlite", "pksd.sqlite-wal"].map {
                let path = "\(daemon.state)/\($0)"
                return FileManager.default.fileExists(atPath: path)
                    ? try Data(contentsOf: URL(fileURLWithPath: path)) : Data()
            }
        }

        @Test func `the same record gives the same year, byte for byte, and is only read`() async throws {
            let daemon = try await loaded()
            let (before, head) = (try bytes(daemon), try await daemon.verify())
            let first = try await rehearse(daemon)
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.errors == "")
            let second = try await rehearse(
                daemon, [], ["TZ": "America/New_York", "LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8"])
            #expect(first.output == second.output)
            #expect(try bytes(daemon) == before, "beside a running daemon")
            #expect(try await daemon.verify().output == head.output)

            let lines = first.output.split(separator: "\n")
            let reminders = lines.prefix { !$0.contains(" pengingat dari ") }
            #expect(reminders.count > 50)
            #expect(reminders.contains { $0.hasPrefix("2026-") && $0.contains("  baru  unit_pic (Contoh Pejabat)") })
            #expect(lines.contains { $0.hasPrefix("\(reminders.count) pengingat dari ") })

            await daemon.crash()
            let dead = try bytes(daemon)
            let third = try await rehearse(daemon)
            #expect(third.output == first.output, "on a ledger that nobody has open, left by a crash")
            #expect(try bytes(daemon) == dead)
        }

        @Test func `programs read the same reminders, and the daemon goes on as if nothing had been`() async throws {
            let daemon = try await loaded()
            let list = try await rehearse(daemon, ["--lang", "en"])
            let json = try await rehearse(daemon, ["--lang", "en", "--json"])
            #expect(json.status == 0, "\(json.errors)")
            let document = try CanonicalJSON.decode(JSON.self, from: Data(json.output.utf8))
            let reminders = document["reminders"]?.list ?? []
            #expect(!reminders.isEmpty)
            let times = reminders.compactMap { $0["at"]?.text }
            #expect(times == times.sorted())
            let lines = list.output.split(separator: "\n").prefix { !$0.contains(" reminders from ") }
            #expect(lines.count == reminders.count)
            for (line, reminder) in zip(lines, reminders) {
                #expect(line.hasPrefix("\(reminder["local_time"]?.text ?? "?")  "))
                #expect(line.contains(reminder["say"]?.text ?? "?"))
            }
            func total(_ key: String) -> Int64 {
                document[key]?.object?.values.compactMap(\.integer).reduce(0, +) ?? -1
            }
            #expect(total("by_office") == Int64(reminders.count) && total("by_month") == Int64(reminders.count))
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            let events = await client.eventCount()
            _ = try await rehearse(daemon, ["--days", "30"])
            #expect(await client.eventCount() == events)
        }

        @Test func `without a record there is nothing to rehearse`() async throws {
            let scratch = try Programs.scratch("none")
            defer { try? FileManager.default.removeItem(atPath: scratch) }
            let none = try await Programs.pksd(["rehearse", "--state-dir", scratch, "--lang", "en"])
            #expect(none.status == 69)
            #expect(none.errors.contains("does not exist"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch) == [])
            for wrong in [["--from", "kemarin"], ["--days", "0"]] {
                #expect(try await Programs.pksd(["rehearse", "--state-dir", scratch] + wrong).status == 64)
            }
        }
    }
}
