import Documents
import Foundation
import Testing

extension Processes {
    /// Two at the same record, by the pages without a script: who is slower hears what came between, and loses nothing.
    @Suite struct FormRaceTests {
        private struct Office {
            let daemon: Daemon
            let colleague: Client
            let reader: PageReader

            init(_ role: String) async throws {
                daemon = try await Daemon()
                colleague = Client(address: daemon.address, token: try await daemon.token("admin", name: "Rina"))
                reader = try await PageReader(daemon, named: "Siti Aminah", role: role)
            }

            /// - Returns: the path of its page.
            func enter(_ body: String) async throws -> String {
                let answer = await colleague.send("POST", "/v1/agreements", body)
                let id = try #require(answer.body["id"]?.text, "\(answer.text)")
                return "/agreements/\(id)"
            }
        }

        @Test func `a step that a colleague has just taken is said to be taken, and by whom`() async throws {
            let office = try await Office("unit_pic")
            let path = try await office.enter(Client.agreement(ref: "a"))
            let page = await office.reader.get(path)
            let taken = await office.colleague.send(
                "POST", "/v1/agreements/a/transitions", "{\"transition\":\"submit\"}", version: 1)
            #expect(taken.status == 200, "\(taken.text)")
            let answer = try await office.reader.fill("advance-submit", on: page, [("reason", "Berkas lengkap")])
            #expect(answer.status == 422)
            #expect(answer.text.contains("catatan ini berubah"))
            #expect(answer.text.contains("Rina: "))
            #expect(answer.text.contains("value=\"Berkas lengkap\""))
            let start = try #require(answer.text.firstRange(of: "id=\"form-advance-submit\""))
            let end = try #require(answer.text[start.upperBound...].firstRange(of: "</form>"))
            #expect(!answer.text[start.upperBound..<end.lowerBound].contains("<button"), "nothing is left to send")
        }

        @Test func `a step that is sent twice is taken once, and both answers lead on`() async throws {
            let office = try await Office("unit_pic")
            let path = try await office.enter(Client.agreement(ref: "a"))
            let page = await office.reader.get(path)
            for _ in 0..<2 { #expect(try await office.reader.fill("advance-submit", on: page, []).status == 303) }
            #expect(await office.colleague.send("GET", "/v1/agreements/a").version == 2)
        }

        @Test func `what has no place on the page any more is drawn above it, with what was typed`() async throws {
            let office = try await Office("coordinator")
            let path = try await office.enter(
                """
                {"ref":"a","workflow":"jkn-pd-pemda","kind":"pks","program":"jkn","title":"PKS JKN 2026","region":"53.71",
                "valid_from":"2026-01-01","valid_until":"2026-12-31","state":"in-force","source":"register",
                "parties":[{"key":"pemda","name":"Pemerintah","side":"local_government"},
                {"key":"bpjs","name":"BPJS Kesehatan","side":"bpjs"}]}
                """)
            let page = await office.reader.get(path)
            let signed = await office.colleague.send(
                "POST", "/v1/agreements/a/signatures",
                "{\"party\":\"pemda\",\"signed_on\":\"2026-01-02\",\"number\":\"PKS/1\",\"method\":\"wet\"}",
                version: await office.colleague.send("GET", "/v1/agreements/a").version)
            #expect(signed.status == 201, "\(signed.text)")
            let typed = [("signed_on", "2026-01-03"), ("number", "415.4/7/2026"), ("method", "wet")]
            let answer = try await office.reader.fill("sign-pemda", on: page, typed)
            #expect(answer.status == 422)
            #expect(answer.text.contains("Rina: ") && answer.text.contains("value=\"415.4/7/2026\""))
            let again = try await office.reader.fill("sign-pemda", on: answer, typed)
            #expect(again.status == 422)
            #expect(again.text.contains("sudah menandatangani") && again.text.contains("value=\"415.4/7/2026\""))
            let forged = await office.reader.post(path + "/advance", [("form", "advance-nowhere"), ("version", "2")])
            #expect(forged.status == 404)
        }

        @Test func `somebody's details that were changed meanwhile are not overwritten unseen`() async throws {
            let office = try await Office("admin")
            let made = await office.colleague.send(
                "POST", "/v1/people", "{\"name\":\"Budi\",\"roles\":[\"legal\"],\"email\":\"budi@kota.go.id\"}")
            let id = try #require(made.body["id"]?.text)
            let (path, record) = ("/operations/people/\(id)", "/v1/people/\(id)")
            let typed = [
                ("name", "Budi Lado"), ("roles", "legal"), ("regions", ""), ("email", "budi@kota.go.id"),
                ("language", "id"), ("mail", "each"), ("digest_hour", "9"), ("quiet_from", "20"), ("quiet_until", "6"),
            ]
            let page = await office.reader.get(path)
            #expect(await office.colleague.send("PATCH", record, "{\"email\":\"lado@kota.go.id\"}").status == 200)
            let answer = try await office.reader.fill("change", on: page, typed)
            #expect(answer.status == 422)
            #expect(answer.text.contains("diubah orang lain"))
            #expect(answer.text.contains("value=\"Budi Lado\"") && answer.text.contains("lado@kota.go.id"))
            #expect(await office.colleague.send("GET", record).body["email"]?.text == "lado@kota.go.id")
            #expect(try await office.reader.fill("change", on: answer, typed).status == 303)
            #expect(try await office.reader.fill("change", on: answer, typed).status == 303, "sent twice")
            #expect(await office.colleague.send("GET", record).body["name"]?.text == "Budi Lado")
        }

        @Test func `a webhook that was changed meanwhile is not overwritten unseen`() async throws {
            let office = try await Office("admin")
            let made = await office.colleague.send(
                "POST", "/v1/webhook-endpoints",
                "{\"url\":\"http://127.0.0.1:1/\",\"events\":[\"*\"],\"allow\":[\"127.0.0.0/8\"]}")
            let id = try #require(made.body["id"]?.text, "\(made.text)")
            let record = "/v1/webhook-endpoints/\(id)"
            let page = await office.reader.get("/operations/webhooks/\(id)")
            #expect(await office.colleague.send("PATCH", record, "{\"regions\":[\"53.71\"]}").status == 200)
            let typed = [
                ("url", "http://127.0.0.1:1/"), ("events", "*"), ("format", "standard"), ("allow", "127.0.0.0/8"),
                ("in_flight", "4"), ("timeout_seconds", "7"), ("batch", "10"), ("http_version", "1.1"),
            ]
            let answer = try await office.reader.fill("change", on: page, typed)
            #expect(answer.status == 422)
            #expect(answer.text.contains("Hanya daerah") && answer.text.contains("diubah orang lain"))
            #expect(await office.colleague.send("GET", record).body["regions"] == ["53.71"])
            #expect(try await office.reader.fill("change", on: answer, typed).status == 303)
            #expect(await office.colleague.send("GET", record).body["timeout_seconds"]?.integer == 7)
        }
    }
}
