import Courier
import Documents
import Foundation
import Testing

extension Processes {
    @Suite struct CalendarTests {
        private static let paper = Client.agreement(ref: "a").replacing(
            "\"valid_from\":\"2027-01-01\",\"valid_until\":\"2027-12-31\"",
            with: """
                "valid_from":"2026-01-01","valid_until":"2026-12-31","state":"in-force","source":"Arsip Bagian Kerja Sama"
                """)

        /// What a calendar program gets, which has no token.
        private struct Subscriber {
            var client: Client
            /// The part of the address behind the daemon's own.
            let path: String

            init(_ url: String, _ daemon: Daemon) throws {
                client = Client(address: daemon.address, token: nil)
                path = String(
                    try #require(url.wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+(\/calendar\/[a-z2-7]{32}\.ics)/)).output
                        .1)
            }

            func get(_ method: String = "GET", tag: String? = nil) async -> Client.Answer {
                var client = client
                if let tag { client.headers.append(.init("If-None-Match", tag)) }
                return await client.send(method, path)
            }

            /// The entry for the end of the paper's term.
            func end(_ answer: Client.Answer) async throws -> PublicCalendar.Entry {
                let feed = try await PublicCalendar.read(answer.text)
                #expect(feed.faults == [])
                return try #require(feed.entries.first { $0.summary.hasPrefix("Masa berlaku segera berakhir") })
            }
        }

        private func pksctl(_ daemon: Daemon, _ token: String, _ arguments: String...) async throws -> Programs.Result {
            try await Programs.pksctl(
                ["calendars"] + arguments, ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": token])
        }

        @Test func `a deadline that moves is seen to move by whoever subscribes, until the address is revoked`()
            async throws
        {
            let daemon = try await Daemon(
                ["--rehearsal", "--clock", "2026-11-01T08:00:00+08:00"], ["PKSD_LOG_LEVEL": "trace"])
            let token = try await daemon.token("admin")
            let client = Client(address: daemon.address, token: token)
            let created = await client.send("POST", "/v1/agreements", CalendarTests.paper)
            try #require(created.status == 201, "\(created.text)")
            let added = try await pksctl(daemon, token, "add", "--agreement", "a")
            try #require(added.status == 0, "\(added.errors)")
            let url = try #require(added.output.firstMatch(of: /http:[^\s]+/)).output
            let id = try #require(added.output.firstMatch(of: /cal_[0-9A-Z]+/)).output
            var subscriber = try Subscriber(String(url), daemon)

            let first = await subscriber.get()
            #expect(first.status == 200)
            #expect(first.header("content-type") == "text/calendar; charset=utf-8")
            #expect(first.header("cache-control")?.hasPrefix("private, max-age=") == true)
            #expect(first.header("last-modified")?.hasSuffix(" 2026 00:00:00 GMT") == true)
            let tag = try #require(first.header("etag"))
            #expect(tag.hasPrefix("\""), "a strong tag")
            let before = try await subscriber.end(first)
            #expect([before.start, before.end, before.status] == ["2026-12-31", "2027-01-01", "CONFIRMED"])
            for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago"] {
                let there = try await PublicCalendar.read(first.text, in: zone)
                #expect(there.entries.contains { $0.uid == before.uid && $0.start == "2026-12-31" }, "\(zone)")
            }

            // Somebody's own calendar shows what their office is reminded of, under the same uid.
            let person = await client.send(
                "POST", "/v1/people", "{\"name\":\"dr. Retno\",\"roles\":[\"region_head\"],\"regions\":[\"53.71\"]}")
            #expect(person.status == 201, "\(person.text)")
            let retno = try await daemon.token("region_head", name: "dr. Retno", regions: ["53.71"])
            let own = try await pksctl(daemon, retno, "add", "--person", "dr. Retno", "--json")
            let address = try #require(own.output.firstMatch(of: /http:[^"]+/), "\(own.errors)").output
            let mine = try await PublicCalendar.read(try Subscriber(String(address), daemon).get().text)
            #expect(mine.faults == [])
            #expect(mine.entries.map(\.uid).contains(before.uid))

            // Nothing of the deadlines has changed by a note, nor by a crash.
            #expect(await subscriber.get("HEAD").header("etag") == tag)
            #expect(await subscriber.get("HEAD").text.isEmpty)
            let note = await client.send(
                "POST", "/v1/agreements/a/notes", "{\"kind\":\"comment\",\"text\":\"halo\"}",
                version: await client.send("GET", "/v1/agreements/a").version)
            #expect(note.status == 201, "\(note.text)")
            await daemon.crash()
            try await daemon.start()
            subscriber.client.address = daemon.address
            for tags in [tag, "W/" + tag, "\"x\", " + tag, "*"] {
                let same = await subscriber.get(tag: tags)
                #expect(same.status == 304 && same.text.isEmpty && same.header("etag") == tag, "\(tags)")
            }
            #expect(await subscriber.get(tag: "\"x\"").status == 200)

            var admin = client
            admin.address = daemon.address
            let moved = await admin.send(
                "PATCH", "/v1/agreements/a", "{\"valid_until\":\"2027-03-31\"}",
                version: await admin.send("GET", "/v1/agreements/a").version)
            #expect(moved.status == 200, "\(moved.text)")
            let second = await subscriber.get(tag: tag)
            #expect(second.status == 200)
            #expect(second.header("etag") != tag)
            let after = try await subscriber.end(second)
            #expect(after.uid == before.uid)
            #expect(after.sequence > before.sequence)
            #expect([after.start, after.end, after.status] == ["2027-03-31", "2027-04-01", "CONFIRMED"])

            let revoked = try await pksctl(daemon, token, "revoke", String(id))
            #expect(revoked.status == 0, "\(revoked.errors)")
            let gone = await subscriber.get(tag: tag)
            #expect(gone.status == 404)
            let never = await subscriber.client.send("GET", "/calendar/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ics")
            #expect(never.status == 404 && never.text == gone.text, "a revoked address and none at all look the same")
            let list = try await pksctl(daemon, token, "list", "--json")
            #expect(list.output.contains(id) && list.output.contains("revoked_at"))
            let secret = subscriber.path.dropFirst("/calendar/".count).dropLast(".ics".count)
            #expect(!list.output.contains(secret))
            #expect(!daemon.log.contains(secret), "an address is a password, and none for the log")
        }

        @Test func `what is asked for wrongly is refused, and says how it is done`() async throws {
            let daemon = try await Daemon()
            let token = try await daemon.token("legal", regions: ["53"])
            var client = Client(address: daemon.address, token: token)
            #expect(await client.send("POST", "/v1/calendars", "{}").status == 400)
            #expect(await client.send("POST", "/v1/calendars", "{\"region\":\"53\",\"person\":\"x\"}").status == 400)
            #expect(await client.send("POST", "/v1/calendars", "{\"region\":\"35\"}").status == 403)
            #expect(await client.send("POST", "/v1/calendars", "{\"person\":\"Retno\"}").status == 403)
            #expect(await client.send("POST", "/v1/calendars", "{\"agreement\":\"none\"}").status == 404)
            #expect(await client.send("DELETE", "/v1/calendars/cal_none").status == 404)
            let first = await client.send("POST", "/v1/calendars", "{\"region\":\"53.71\"}", key: "k")
            let second = await client.send("POST", "/v1/calendars", "{\"region\":\"53.71\"}", key: "k")
            #expect(first.status == 201 && first.body["url"]?.text != nil, "\(first.text)")
            #expect(second.status == 201 && second.body["url"] == nil && second.body["id"] == first.body["id"])
            #expect(second.header("idempotency-replayed") == "true")
            client.token = nil
            #expect(await client.send("GET", "/v1/calendars").status == 401)
            let two = try await pksctl(daemon, token, "add", "--region", "53", "--agreement", "a")
            #expect(two.status == 2)
            let help = try await Programs.pksctl(["calendars", "add", "--help"], [:])
            #expect(help.status == 0 && help.output.contains("pksctl calendars add --region 53.71"))
        }
    }
}
