import Documents
import Foundation
import Testing

extension Processes {
    /// What pages say and leave out, asked for without a script: nothing ends in silence, and nobody reads what is not theirs.
    @Suite struct PageContentTests {
        private struct Office {
            let daemon: Daemon
            let client: Client
            let reader: PageReader

            init(_ arguments: [String] = ["--rehearsal", "--clock", "2026-11-02T08:00:00+08:00"]) async throws {
                daemon = try await Daemon(arguments)
                client = Client(address: daemon.address, token: try await daemon.token("admin"))
                reader = try await PageReader(daemon, named: "Siti", role: "admin")
            }

            /// - Returns: its id.
            func paper(_ ref: String) async throws -> String {
                // One that still waits for its papers.
                let body = Client.agreement(ref: ref).replacing(",\"entered_afterwards\":true", with: "")
                let answer = await client.send("POST", "/v1/agreements", body)
                return try #require(answer.body["id"]?.text, "\(answer.text)")
            }
        }

        @Test func `a form that says nothing new changes nothing, and one that does says only that`() async throws {
            let office = try await Office()
            let id = try await office.paper("a")
            func send(_ title: String, _ until: String) async -> Client.Answer {
                let version = await office.client.send("GET", "/v1/agreements/\(id)").version ?? 0
                return await office.reader.post(
                    "/agreements/\(id)/term",
                    [
                        ("form", "term"), ("back", "/agreements/\(id)"), ("version", "\(version)"), ("title", title),
                        ("valid_from", "2027-01-01"), ("valid_until", until),
                    ])
            }
            let before = await office.client.eventCount()
            let same = await send("PKS a", "2027-12-31")
            #expect(same.status == 422 && same.text.contains("tidak ada yang diubah"), "\(same.status ?? 0)")
            let emptied = await send("PKS b", "")
            #expect(emptied.status == 422 && emptied.text.contains("wajib diisi"), "\(emptied.status ?? 0)")
            #expect(await office.client.eventCount() == before)
            #expect(await send("PKS b", "2027-12-31").status == 303)
            let events = await office.client.send("GET", "/v1/events?after=\(before)").body["items"]?.list ?? []
            let amendment = try #require(events.first { $0["type"]?.text == "agreement.amended" }?["data"]?.object)
            #expect(amendment == ["title": .text("PKS b")])
            #expect(await office.reader.get("/agreements/\(id)").text.contains("Diubah: judul: PKS b<"))
            let patched = await office.client.send(
                "PATCH", "/v1/agreements/\(id)", "{\"title\":\"PKS b\"}",
                version: await office.client.send("GET", "/v1/agreements/\(id)").version)
            #expect(patched.status == 422, "\(patched.text)")
        }

        @Test func `the last that webhooks were told stands there, and their addresses are for whoever keeps them`()
            async throws
        {
            // Where the clock stands still, nothing is newer than anything else.
            let office = try await Office([])
            let url = "http://127.0.0.1:9/rahasia"
            let made = await office.client.send(
                "POST", "/v1/webhook-endpoints", "{\"url\":\"\(url)\",\"events\":[\"*\"],\"allow\":[\"127.0.0.0/8\"]}")
            let endpoint = try #require(made.body["id"]?.text, "\(made.text)")
            let id = try await office.paper("a")
            for number in 1...25 {
                let version = await office.client.send("GET", "/v1/agreements/\(id)").version
                let noted = await office.client.send(
                    "POST", "/v1/agreements/\(id)/notes", "{\"text\":\"catatan \(number)\"}", version: version)
                #expect(noted.status == 201, "\(noted.text)")
            }
            let path = "/agreements/\(id)"
            let keeper = await office.reader.get(path).text
            #expect(keeper.contains(url) && keeper.contains("note.added"))
            #expect(!keeper.contains("agreement.created"))
            let auditor = try await PageReader(office.daemon, named: "Agus", role: "auditor").get(path).text
            #expect(!auditor.contains("127.0.0.1") && auditor.contains(endpoint))
        }

        @Test func `every region of the coverage can be reached from its first page`() async throws {
            let office = try await Office()
            let codes = try String(contentsOfFile: Programs.root + "/Config/regions.csv", encoding: .utf8)
                .split(separator: "\n").compactMap { $0.split(separator: ",").first.map(String.init) }
                .filter { $0.count == 5 && ["33", "35"].contains($0.prefix(2)) }
            #expect(codes.count > 60)
            for code in codes {
                let answer = await office.client.send(
                    "POST", "/v1/regions/\(code)/coverage",
                    "{\"as_of\":\"2026-10-31\",\"registered\":1,\"residents\":2}")
                #expect(answer.status == 201, "\(answer.text)")
            }
            var seen: Set<String> = []
            var path: String? = "/coverage"
            while let asked = path, seen.count < codes.count {
                let page = await office.reader.get(asked).text
                #expect(page.utf8.count < 100_000)
                for code in codes where page.contains("<a href=\"/coverage/\(code)\"") { seen.insert(code) }
                path = page.firstMatch(of: #/href="(\/coverage\?[^"]*)#regions"/#).map { String($0.1) }
            }
            #expect(seen.count == codes.count)
        }

        @Test func `a filter that a link brought is shown, carried along and agrees with the API`() async throws {
            let office = try await Office()
            let id = try await office.paper("a")
            let unmet = await office.client.send("GET", "/v1/unmet").body["items"]?.list ?? []
            let requirement = try #require(unmet.first?["requirement"]?.text)
            let page = await office.reader.get("/agreements?unmet=\(requirement.replacing(":", with: "%3A"))").text
            #expect(page.contains("name=\"unmet\"") && page.contains("/agreements/\(id)\""))
            let state = await office.client.send("GET", "/v1/agreements/\(id)").body["state"]?.text ?? ""
            let inState = await office.reader.get("/agreements?state=\(state)").text
            #expect(inState.contains("name=\"state\"") && inState.contains("value=\"\(state)\" selected"))
            #expect(await !office.reader.get("/agreements").text.contains("name=\"state\""))
        }

        @Test func `the log says who read a report, by page or by API`() async throws {
            let office = try await Office()
            #expect(await office.reader.get("/report?region=53").status == 200)
            #expect(await office.client.send("GET", "/v1/report?region=17").status == 200)
            let log = await office.client.send("GET", "/v1/access-log?act=report").body["items"]?.list ?? []
            #expect(log.compactMap { $0["detail"]?.text } == ["2026-11 17", "2026-11 53"])
        }

        @Test func `a workflow's page draws how long papers stay in each state`() async throws {
            let office = try await Office()
            let page = await office.reader.get("/operations/workflows/jkn-pd-pemda").text
            #expect(page.contains("dwell-jkn-pd-pemda") && page.contains("href=\"/agreements?state="))
        }
    }
}
