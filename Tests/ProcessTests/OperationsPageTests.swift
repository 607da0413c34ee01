import Documents
import Foundation
import Testing

extension Processes {
    /// The operations pages without a script: every page in both languages, every form right and wrong.
    @Suite struct OperationsPageTests {
        private static let now = ["--rehearsal", "--clock", "2026-11-27T08:00:00+08:00"]
        private static let bytesMax = 100_000
        private static let hostile = [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{frame.title}}[[a|b]]",
        ]

        private struct Office {
            let daemon: Daemon
            let client: Client
            let visitor: PageReader

            init() async throws {
                daemon = try await Daemon(OperationsPageTests.now)
                client = Client(address: daemon.address, token: try await daemon.token("admin", name: "pembuat"))
                visitor = try await PageReader(daemon, named: "Bagian Kerja Sama", role: "admin")
            }

            /// - Returns: its id and the page with its secret.
            func webhook(_ url: String) async throws -> (id: String, page: String) {
                let answer = await visitor.post("/operations/webhooks", OperationsPageTests.webhook(url))
                #expect(answer.status == 200, "\(answer.text)")
                #expect(answer.header("cache-control") == "no-store")
                let items = await client.send("GET", "/v1/webhook-endpoints").body["items"]?.list ?? []
                return (try #require(items.last?["id"]?.text), answer.text)
            }

            func person(_ name: String) async -> Client.Answer {
                await visitor.post("/operations/people", OperationsPageTests.person(name))
            }
        }

        private static func webhook(_ url: String) -> [(String, String)] {
            [("url", url), ("events", "*"), ("format", "standard"), ("key", "hmac"), ("allow", "127.0.0.0/8")]
        }

        private static func settings(_ url: String) -> [(String, String)] {
            webhook(url).filter { $0.0 != "key" } + [
                ("in_flight", "4"), ("per_minute", ""), ("timeout_seconds", "5"), ("batch", "10"),
                ("http_version", "1.1"),
            ]
        }

        private static func person(_ name: String, email: String = "a@kota.go.id") -> [(String, String)] {
            [
                ("name", name), ("roles", "coordinator"), ("roles", "legal"), ("regions", "53.71"), ("email", email),
                ("language", "id"), ("mail", "each"), ("digest_hour", "9"), ("quiet_from", "20"), ("quiet_until", "6"),
            ]
        }

        /// What no page may hold, whoever typed what.
        private func check(_ answer: Client.Answer, _ path: String, _ status: Int = 200) {
            #expect(answer.status == status, "\(path): \(answer.text.prefix(2_000))")
            #expect(answer.text.utf8.count < Self.bytesMax, "\(path)")
            for raw in ["<script>alert", "<img src=x"] { #expect(!answer.text.contains(raw), "\(path): \(raw)") }
        }

        @Test func `every page is there in both languages, and says what is wrong`() async throws {
            let office = try await Office()
            #expect(await office.client.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            let webhook = try await office.webhook("http://127.0.0.1:1/").id
            let person = try #require(await office.person("Maria Bere").header("location"))
            let pages: [(path: String, id: String, en: String)] = [
                ("/operations", "Yang perlu dilihat", "What to look at"),
                ("/operations/webhooks", "Belum sampai", "Not arrived"),
                ("/operations/webhooks/\(webhook)", "Kiriman, yang terbaru dulu", "Deliveries, newest first"),
                ("/operations/webhooks/\(webhook)?state=failed", "Tidak ada.", "None."),
                (
                    "/operations/webhooks/\(webhook)?event=1", "the endpoint did not exist yet",
                    "the endpoint did not exist yet"
                ),
                ("/operations/webhooks/\(webhook)/delete", "Ya, hapus", "Yes, delete it"),
                ("/operations/workflows", "Alur kerja", "Workflows"),
                ("/operations/workflows/jkn-pd-pemda", "Siapa boleh apa", "Who may do what"),
                ("/operations/holidays?year=2027", "libur nasional", "national holiday"),
                ("/operations/people", "Maria Bere", "Maria Bere"),
                (person, "Tunjuk pengganti", "Name a substitute"),
                (person + "/delete", "Hapus orang ini", "Delete this person"),
                ("/operations/status", "Kepala rantai", "Head of the chain"),
                ("/operations/status/checkup", "pengingat direncanakan", "reminders planned"),
            ]
            for page in pages {
                for (language, text) in [("id", page.id), ("en", page.en)] {
                    let answer = await office.visitor.get(page.path, language: language)
                    check(answer, page.path)
                    #expect(answer.text.contains(text), "\(page.path) \(language)")
                    #expect(answer.text.contains("<html lang=\"\(language)\">"))
                }
            }
            let picture = await office.visitor.get("/operations/workflows/jkn-pd-pemda/diagram.svg")
            #expect(picture.header("content-type")?.hasPrefix("image/svg+xml") == true)
            #expect(picture.text.hasPrefix("<svg"))
            for path in ["/operations/webhooks/we_0", "/operations/workflows/x", "/operations/people/x"] {
                check(await office.visitor.get(path), path, 404)
            }
        }

        @Test func `a webhook is made, its secret shown once, changed, tried, sent to again and deleted`() async throws
        {
            let office = try await Office()
            let receiver = try await SimulatedReceiver("lenient")
            let visitor = office.visitor
            #expect(await office.client.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            let (id, made) = try await office.webhook(receiver.url)
            let path = "/operations/webhooks/\(id)"
            func secret(_ page: String) throws -> String {
                let start = try #require(page.range(of: "whsec_"))
                return "whsec_" + page[start.upperBound...].prefix { $0 != "<" }
            }
            let first = try secret(made)
            #expect(await !visitor.get(path).text.contains("whsec_"))

            let refused = await visitor.post("/operations/webhooks", Self.webhook("ftp://x"))
            check(refused, "create", 422)
            #expect(refused.text.contains("value=\"ftp://x\""))
            #expect(refused.text.contains("id=\"create-url-error\""))
            let without = await visitor.post(
                "/operations/webhooks", Self.webhook(receiver.url).filter { $0.0 != "events" })
            #expect(without.text.contains("id=\"create-events-error\""))

            #expect(await visitor.post(path + "/change", Self.settings(receiver.url)).status == 303)
            #expect(await office.client.send("GET", "/v1/webhook-endpoints/\(id)").body["in_flight"]?.integer == 4)
            var wrong = Self.settings(receiver.url)
            wrong.append(("in_flight", "99"))
            check(await visitor.post(path + "/change", wrong), "change", 422)
            #expect(await visitor.post(path + "/test").text.contains("menjawab 20"))
            #expect(await visitor.post(path + "/verify").text.contains("bad_signature"))

            let rotated = await visitor.post(path + "/rotate", [("key", "hmac"), ("overlap_hours", "2")])
            #expect(try secret(rotated.text) != first)
            check(await visitor.post(path + "/rotate", [("key", "hmac"), ("overlap_hours", "1000")]), "rotate", 422)

            #expect(await visitor.post(path + "/switch", [("enabled", "false")]).status == 303)
            check(await visitor.post(path + "/replay-confirmed", [("missing", "true")]), "replay while off", 422)
            #expect(await visitor.post(path + "/switch", [("enabled", "true")]).status == 303)
            let replay = [("missing", "true"), ("since", "2026-01-01")]
            let count = await visitor.post(path + "/replay", replay)
            #expect(count.text.contains("peristiwa akan dikirim"))
            #expect(receiver.arrivals.allSatisfy { $0.agreement.isEmpty })
            #expect(await visitor.post(path + "/replay-confirmed", replay).status == 303)
            _ = try await eventually("the events of the past arrive") {
                receiver.arrivals.contains { $0.type == "agreement.created" } ? true : nil
            }
            check(await visitor.post(path + "/replay", [("missing", "true"), ("since", "kemarin")]), "replay", 422)

            #expect(await visitor.post(path + "/delete").status == 303)
            check(await visitor.get(path), path, 404)
        }

        @Test func `a workflow file is checked with its line, and what it would change is told`() async throws {
            let office = try await Office()
            let visitor = office.visitor
            let text = try String(contentsOfFile: Programs.root + "/Workflows/bill.yaml", encoding: .utf8)
            let good = await visitor.post("/operations/workflows/check", [("yaml", text), ("replay", "true")])
            check(good, "good")
            #expect(good.text.contains("dapat dipakai"))
            let bad = await visitor.post(
                "/operations/workflows/check", [("yaml", text + "\nnonsense: <script>alert(1)</script>\n")])
            check(bad, "bad")
            #expect(bad.text.contains("tidak dapat dipakai"))
            #expect(
                bad.text.contains("baris \(text.split(separator: "\n", omittingEmptySubsequences: false).count + 1):1"))
            check(await visitor.post("/operations/workflows/check", [("yaml", "")]), "empty", 422)
        }

        @Test func `a decree is pasted, looked at, accepted`() async throws {
            let office = try await Office()
            let decree = "date,name,kind,estimated\n2027-03-09,Cuti bersama dicabut,hari_kerja,false\n"
            let file = [("name", "2027-revisi.csv"), ("csv", decree)]
            let preview = await office.visitor.post("/operations/holidays/preview", file)
            check(preview, "preview")
            #expect(preview.text.contains("Tidak lagi libur"))
            #expect(await !office.visitor.get("/operations/holidays?year=2027").text.contains("Cuti bersama dicabut"))
            #expect(
                await office.visitor.post("/operations/holidays/accept", file).header("location")
                    == "/operations/holidays?year=2027")
            #expect(await office.visitor.get("/operations/holidays?year=2027").text.contains("Cuti bersama dicabut"))
            let wrong = await office.visitor.post(
                "/operations/holidays/preview", [("name", "../x"), ("csv", decree)])
            check(wrong, "wrong name", 422)
            #expect(wrong.text.contains("id=\"proposal-name-error\""))
            #expect(wrong.text.contains("Cuti bersama dicabut"))
        }

        @Test func `somebody is entered, changed, stood in for and deleted; hostile names do no harm`() async throws {
            let office = try await Office()
            let visitor = office.visitor
            for name in Self.hostile {
                let path = try #require(await office.person(name).header("location"), "\(name)")
                for page in [path, "/operations/people", path + "/delete"] { check(await visitor.get(page), page) }
            }
            #expect(await visitor.get("/operations/people").text.contains("<bdi>\(Self.hostile[2])</bdi>"))
            for name in [String(repeating: "a", count: 10_000), "\u{202E}gnihsif\u{2066}"] {
                let refused = await office.person(name)
                check(refused, name, 422)
                #expect(refused.text.contains("id=\"create-name-error\""))
            }
            #expect(
                await visitor.post("/operations/people", Self.person("X").filter { $0.0 != "roles" }).text.contains(
                    "id=\"create-roles-error\""))
            let path = try #require(await office.person("Maria Bere").header("location"))
            #expect(await office.person("Yosef Lado").status == 303)
            #expect(await visitor.post(path + "/change", Self.person("Maria Bere Lado", email: "")).status == 303)
            #expect(await visitor.get(path).text.contains("Maria Bere Lado"))
            let absence = [
                ("substitute", "Yosef Lado"), ("from", "2026-11-27"), ("until", "2026-12-05"),
                ("reason", Self.hostile[0]),
            ]
            #expect(await visitor.post(path + "/delegate", absence).status == 303)
            let page = await visitor.get(path)
            check(page, path)
            #expect(page.text.contains("Yosef Lado menggantikan Maria Bere Lado"))
            check(
                await visitor.post(path + "/delegate", absence.map { ($0.0, $0.0 == "substitute" ? "Nobody" : $0.1) }),
                "nobody", 422)
            let end = try #require(page.text.range(of: path + "/delegations/"))
            let delegation = page.text[end.upperBound...].prefix { $0 != "/" }
            #expect(await visitor.post("\(path)/delegations/\(delegation)/end").status == 303)
            #expect(await visitor.post(path + "/delete").status == 303)
            check(await visitor.get(path), path, 404)
        }

        @Test func `the rehearsal's clock goes forward and never back`() async throws {
            let office = try await Office()
            let visitor = office.visitor
            #expect(await visitor.post("/operations/status/clock", [("advance", "P1M")]).status == 303)
            #expect(await visitor.get("/operations/status").text.contains("27 Desember 2026"))
            check(
                await visitor.post("/operations/status/clock", [("advance", "P1D"), ("to", "2020-01-01")]), "back", 422)
        }

        @Test func `who may not look after it neither sees the forms nor gets through`() async throws {
            let office = try await Office()
            let reader = try await PageReader(office.daemon, named: "PIC", role: "unit_pic", regions: ["53.71"])
            check(await reader.get("/operations/webhooks"), "webhooks", 403)
            #expect(await !reader.get("/operations").text.contains("/operations/webhooks"))
            check(await reader.post("/operations/webhooks", Self.webhook("https://x.example/")), "create", 403)
            #expect(await !reader.get("/operations/people").text.contains("form-create"))
            check(await reader.get("/operations/status/checkup"), "checkup", 403)
            check(await reader.post("/operations/status/clock", [("advance", "P1D")]), "clock", 422)
            #expect(await office.visitor.post("/operations/people", Self.person("X"), isOurs: false).status == 200)
            #expect(await !office.visitor.get("/operations/people").text.contains("<bdi>X</bdi>"))
        }
    }
}
