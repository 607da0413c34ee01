import Documents
import Foundation
import Testing

extension Processes {
    /// The lists of people and agreements, and the forms around them, by the pages without a script.
    @Suite struct ListFormTests {
        private static let nik = "5371014107900001"

        private struct Office {
            let daemon: Daemon
            let client: Client
            let siti: PageReader

            init(_ role: String) async throws {
                daemon = try await Daemon()
                client = Client(address: daemon.address, token: try await daemon.token("admin", name: "pembuat"))
                siti = try await PageReader(daemon, named: "Siti Aminah", role: role)
            }
        }

        @Test func `somebody is found by both names, as browsers send a blank`() async throws {
            let office = try await Office("admin")
            _ = try await PageReader(office.daemon, named: "Budi Lado", role: "legal")
            for path in ["/operations/people?q=Budi+Lado&after=", "/operations/access-log?who=budi+lado&act="] {
                #expect(await office.siti.get(path).text.contains(">Budi Lado"), "\(path)")
            }
            try await office.client.enter("a")
            #expect(await office.siti.get("/agreements?q=PKS+a").text.contains("<bdi>PKS a</bdi>"))
        }

        @Test func `a refused step for many keeps the filter, the choice and the remark`() async throws {
            let office = try await Office("unit_pic")
            for ref in ["satu", "dua"] { try await office.client.enter(ref) }
            let page = await office.siti.get("/agreements?q=satu")
            let item = try #require(page.text.firstMatch(of: #/name="agreement" value="([^"]*)"/#)).output.1
            func send(_ fields: (String, String)...) async -> Client.Answer {
                await office.siti.post("/agreements/bulk", fields + [("shown", "/agreements?q=satu")])
            }
            let nothing = await send(("transition", "submit"), ("reason", "lengkap"))
            #expect(nothing.status == 422 && nothing.text.contains("pilih perjanjian"))
            #expect(nothing.text.contains("value=\"satu\"") && !nothing.text.contains("<bdi>PKS dua</bdi>"))
            #expect(nothing.text.contains("value=\"lengkap\""))
            let secret = await send(
                ("transition", "submit"), ("agreement", String(item)), ("reason", "NIK \(Self.nik)"),
                ("confirmed", "true"))
            #expect(secret.status == 422 && secret.text.contains("tampak seperti NIK"))
            #expect(secret.text.contains("value=\"\(item)\" checked"))
            #expect(await office.client.send("GET", "/v1/agreements/satu").version == 1)
        }

        @Test func `what comes of a step for many is said once, and one request is one choice`() async throws {
            let office = try await Office("unit_pic")
            for ref in ["satu", "dua"] { try await office.client.enter(ref) }
            let page = await office.siti.get("/agreements")
            let items = page.text.matches(of: #/name="agreement" value="([^"]*)"/#).map { String($0.output.1) }
            let preview = await office.siti.post(
                "/agreements/bulk", [("transition", "submit"), ("agreement", items[0]), ("reason", "lengkap")])
            #expect(preview.text.ranges(of: "belum ada yang diubah.").count == 1)
            let done = try await office.siti.fill("bulk", on: preview, [])
            #expect(done.text.contains("1 dari 1 dilakukan."))
            // The same sending again does nothing anew; with another remark it is not the same.
            #expect(try await office.siti.fill("bulk", on: preview, []).text.contains("1 dari 1 dilakukan."))
            let other = try await office.siti.fill("bulk", on: preview, [("reason", "lain")])
            #expect(other.text.contains("0 dari 1 dilakukan."))
        }

        @Test func `saved views have names that any address can hold, and hold no resident's number`() async throws {
            let office = try await Office("coordinator")
            let view = "/v1/saved-views/Punya%20saya%20%26%20dia"
            #expect(await office.client.send("PUT", view, "{\"query\":\"phase=active\"}").status == 200)
            let kept = await office.client.send("GET", "/v1/saved-views").body["items"]?.list ?? []
            #expect(kept.map { $0["name"]?.text } == ["Punya saya & dia"])
            #expect(await office.client.send("DELETE", view).status == 204)
            let secret = await office.client.send("PUT", "/v1/saved-views/\(Self.nik)", "{\"query\":\"phase=active\"}")
            #expect(secret.status == 400 && secret.text.contains("NIK"))
            let typed = await office.siti.post(
                "/agreements/views", [("name", "warga \(Self.nik)"), ("query", "phase=active")])
            #expect(typed.status == 422 && typed.text.contains("tampak seperti NIK"))
            #expect(await office.siti.post("/agreements/views", [("name", "Jalan"), ("query", "q=a+b")]).status == 303)
            #expect(await office.siti.get("/agreements").text.contains("href=\"/agreements?q=a+b\">Jalan"))
            // A token that somebody has called as her is not she.
            let token = try await office.daemon.token("auditor", name: "Siti Aminah")
            let other = Client(address: office.daemon.address, token: token)
            #expect(await other.send("GET", "/v1/saved-views").body["items"] == [])
        }
    }
}
