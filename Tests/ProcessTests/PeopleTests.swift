import Courier
import Documents
import Foundation
import Testing

extension Processes {
    /// Whom reminders reach, as a client and a reader of mail meet it.
    @Suite struct PeopleTests {
        private static let arguments = ["--rehearsal", "--clock", "2026-11-01T08:00:00+08:00"]
        private static let siti =
            "{\"name\":\"Siti Aminah\",\"roles\":[\"unit_pic\"],\"regions\":[\"53.71\"],\"email\":\"siti@kupangkota.go.id\"}"

        @Test func `each mistake about people is a problem in its own words, and nothing changes`() async throws {
            let daemon = try await Daemon()
            let admin = Client(address: daemon.address, token: try await daemon.token("admin"))
            let coordinator = Client(
                address: daemon.address, token: try await daemon.token("coordinator", name: "Bengkulu", regions: ["17"])
            )
            let legal = Client(address: daemon.address, token: try await daemon.token("legal"))
            let siti = await admin.send("POST", "/v1/people", Self.siti)
            #expect(siti.status == 201, "\(siti.text)")
            #expect(siti.body["unsubscribe_key"] == nil)
            let id = siti.body["id"]?.text ?? ""
            let away = "/v1/people/\(id)/delegations"
            struct Case {
                var status: Int
                var says: String
                var method = "POST"
                var path = "/v1/people"
                var body: String?
                var client: Client
            }
            func person(_ members: String) -> String { "{\"name\":\"B\",\"roles\":[\"legal\"],\(members)}" }
            let nested = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
            let cases = [
                Case(status: 400, says: "JSON", body: "{\"name\":", client: admin),
                Case(status: 400, says: "bersarang", body: nested, client: admin),
                Case(status: 400, says: "objek", body: "[]", client: admin),
                Case(status: 400, says: "'name' wajib diisi", body: "{}", client: admin),
                Case(status: 400, says: "maksud Anda 'email'", body: person("\"emial\":\"a@b.id\""), client: admin),
                Case(status: 400, says: "/roles/0", body: "{\"name\":\"B\",\"roles\":[7]}", client: admin),
                Case(
                    status: 400, says: "maksud Anda 'finance'", body: "{\"name\":\"B\",\"roles\":[\"finanse\"]}",
                    client: admin),
                Case(status: 400, says: "0 sampai 23", body: person("\"digest_hour\":24"), client: admin),
                Case(
                    status: 400, says: "/quiet_from", body: person("\"quiet_from\":9223372036854775808"), client: admin),
                Case(status: 400, says: "bukan salah satu", body: person("\"mail\":\"maybe\""), client: admin),
                Case(status: 400, says: "bukan salah satu", body: person("\"language\":\"fr\""), client: admin),
                Case(
                    status: 400, says: "paling banyak 20",
                    body:
                        "{\"name\":\"B\",\"roles\":[\(Array(repeating: "\"legal\"", count: 21).joined(separator: ","))]}",
                    client: admin),
                Case(status: 400, says: "NIK", body: person("\"email\":\"5371014107900001@a.id\""), client: admin),
                Case(
                    status: 400, says: "NIK", body: "{\"name\":\"5371014107900001\",\"roles\":[\"legal\"]}",
                    client: admin),
                Case(status: 422, says: "/regions/0", body: person("\"regions\":[\"99.99\"]"), client: admin),
                Case(status: 422, says: "bukan alamat surel", body: person("\"email\":\"B <b@a.id>\""), client: admin),
                Case(
                    status: 422, says: "bukan alamat surel", body: person("\"email\":\"b@a.id\\r\\nBcc: c@d.id\""),
                    client: admin),
                Case(
                    status: 422, says: "karakter kendali", body: "{\"name\":\"B\\u0000\",\"roles\":[\"legal\"]}",
                    client: admin),
                Case(
                    status: 422, says: "bukan peran orang", body: "{\"name\":\"B\",\"roles\":[\"system\"]}",
                    client: admin),
                Case(status: 422, says: "sudah ada", body: Self.siti, client: admin),
                Case(status: 403, says: "legal", body: person("\"regions\":[]"), client: legal),
                Case(status: 403, says: "17", body: person("\"regions\":[]"), client: coordinator),
                Case(status: 404, says: id, method: "GET", path: "/v1/people/\(id)", client: coordinator),
                Case(status: 404, says: id, method: "PATCH", path: "/v1/people/\(id)", body: "{}", client: legal),
                Case(status: 404, says: id, method: "DELETE", path: "/v1/people/\(id)", client: coordinator),
                Case(status: 404, says: "per_x", method: "DELETE", path: "/v1/people/per_x", client: admin),
                Case(status: 400, says: "peran", method: "GET", path: "/v1/people?peran=legal", client: admin),
                Case(status: 404, says: "99", method: "GET", path: "/v1/people?region=99", client: admin),
                Case(
                    status: 400, says: "'until' wajib diisi", path: away,
                    body: "{\"substitute\":\"x\",\"from\":\"2030-01-01\"}", client: admin),
                Case(
                    status: 400, says: "2030-02-30", path: away,
                    body: "{\"substitute\":\"x\",\"from\":\"2030-02-30\",\"until\":\"2030-03-01\"}", client: admin),
                Case(
                    status: 422, says: "tidak ada", path: away,
                    body: "{\"substitute\":\"x\",\"from\":\"2030-02-01\",\"until\":\"2030-03-01\"}", client: admin),
                Case(
                    status: 422, says: "harus orang lain", path: away,
                    body: "{\"substitute\":\"Siti Aminah\",\"from\":\"2030-02-01\",\"until\":\"2030-03-01\"}",
                    client: admin),
                Case(status: 404, says: "del_x", method: "DELETE", path: "/v1/delegations/del_x", client: admin),
                Case(status: 400, says: "bukan salah satu", method: "GET", path: "/v1/mails?state=lost", client: admin),
                Case(status: 404, says: "nobody", method: "GET", path: "/v1/mails?person=nobody", client: admin),
                Case(
                    status: 400, says: "bukan salah satu", method: "GET", path: "/v1/reminders?recipient=x",
                    client: admin),
                Case(status: 404, says: "99", method: "GET", path: "/v1/reminders?region=99", client: admin),
                Case(status: 404, says: "rem_x", method: "GET", path: "/v1/reminders/rem_x", client: admin),
            ]
            for each in cases {
                let answer = await each.client.send(each.method, each.path, each.body)
                let name = "\(each.method) \(each.path) \(each.body?.prefix(80) ?? "")"
                #expect(answer.status == each.status, "\(name): \(answer.text)")
                #expect(answer.header("content-type") == "application/problem+json", "\(name)")
                #expect(answer.text.contains(each.says), "\(name): \(answer.text)")
                #expect(!answer.text.contains("5371014107900001"), "\(name)")
            }
            let people = await admin.send("GET", "/v1/people").body["items"]?.list
            #expect(people == [siti.body])
            #expect(await admin.send("GET", "/v1/delegations").body["items"]?.list?.count == 0)
            #expect(await admin.send("GET", "/healthz").status == 200)
        }

        @Test func `a reminder says what comes, to whom and why, and then what became of it`() async throws {
            let daemon = try await Daemon(Self.arguments)
            let token = try await daemon.token("admin")
            let admin = Client(address: daemon.address, token: token)
            let settings = ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": token, "TZ": "Asia/Makassar"]
            #expect(await admin.send("POST", "/v1/people", Self.siti, key: "k").status == 201)
            #expect(await admin.send("POST", "/v1/people", Self.siti, key: "k").status == 201)
            let added = try await Programs.pksctl(
                ["people", "add", "--name", "Yohanes Tallo", "--role", "finance", "--region", "53.71"], settings)
            #expect(added.status == 0, "\(added.errors)")
            let away = try await Programs.pksctl(
                [
                    "people", "away", "Siti Aminah", "--from", "2026-11-01", "--until", "2026-11-30", "--substitute",
                    "Yohanes Tallo", "--reason", "Cuti",
                ], settings)
            #expect(
                away.output.contains(
                    "✓ Yohanes Tallo menggantikan Siti Aminah 1 November 2026 sampai 30 November 2026"),
                "\(away.output)\(away.errors)")
            #expect(await admin.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            let path = "/v1/reminders?recipient=unit_pic&region=53&limit=1&to=2026-11-30"
            let open = try #require(await admin.send("GET", path).body["items"]?.list?.first)
            #expect(open["to"]?.list?.first?["name"]?.text == "Yohanes Tallo")
            #expect(open["to"]?.list?.first?["on_behalf_of"]?.text == "Siti Aminah")
            #expect(
                open["explanation"]?.text?.hasPrefix("5 hari kerja sebelum batas ") == true,
                "\(open["explanation"]?.text ?? "")")
            #expect(await admin.send("GET", path.replacing("53", with: "17")).body["items"]?.list == [])
            #expect(await admin.send("POST", "/v1/clock", "{\"advance\":\"P20D\"}").status == 200)
            let id = open["id"]?.text ?? ""
            let sent = await admin.send("GET", "/v1/reminders/\(id)").body
            #expect(sent["to"] == [])
            #expect(sent["notices"] != nil)
            #expect(sent["explanation"]?.text?.hasPrefix("dikirim tepat waktu, ") == true, "\(sent)")
            let substitute = Client(
                address: daemon.address, token: try await daemon.token("finance", name: "Yohanes Tallo"))
            let answered = await substitute.send("POST", "/v1/reminders/\(id)/acknowledge", "{}")
            #expect(
                answered.body["explanation"]?.text?
                    .hasPrefix("diakui Yohanes Tallo a.n. Siti Aminah, 21 November 2026 08.00 WITA") == true,
                "\(answered.text)")
            let list = try await Programs.pksctl(["reminders", "--from", "2026-11-01", "--to", "2026-12-31"], settings)
            #expect(list.status == 0, "\(list.errors)")
            #expect(list.output.contains("diakui Yohanes Tallo a.n. Siti Aminah"))
            #expect(list.output.split(separator: "\n").allSatisfy { $0.count <= 120 }, "\(list.output)")
            let show = try await Programs.pksctl(["reminders", "show", id, "--lang", "en"], settings)
            #expect(
                show.output.contains("acknowledged by Yohanes Tallo a.n. Siti Aminah, 21 November 2026 08:00 WITA"),
                "\(show.output)")
            for arguments in [
                ["people"], ["people", "show", "Siti Aminah"], ["people", "delegations"], ["mails", "list"],
            ] {
                let result = try await Programs.pksctl(arguments, settings)
                #expect(result.status == 0, "\(arguments) \(result.errors)")
                #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 120 }, "\(result.output)")
            }
        }

        @Test func `the link in a mail asks first, ends mail by one button or one click, and tells strangers nothing`()
            async throws
        {
            let daemon = try await Daemon()
            let admin = Client(address: daemon.address, token: try await daemon.token("admin"))
            let script = Self.siti.replacing("Siti Aminah", with: "Siti <script>")
            #expect(await admin.send("POST", "/v1/people", script).status == 201)
            let reader = Client(address: daemon.address, token: nil)
            let key = try await Self.key(daemon)
            #expect(key.count == 43)
            func mail() async -> String? {
                await admin.send("GET", "/v1/people").body["items"]?.list?.first?["mail"]?.text
            }
            for path in ["/unsubscribe/x", "/unsubscribe/\(key.dropLast())", "/unsubscribe/\(key)x"] {
                for method in ["GET", "POST"] {
                    let answer = await reader.send(method, path)
                    #expect(answer.status == 404)
                    #expect(answer.text.contains("Tautan ini tidak dikenal"))
                }
            }
            let page = await reader.send("GET", "/unsubscribe/\(key)")
            #expect(page.status == 200)
            #expect(page.header("content-type") == "text/html; charset=utf-8")
            #expect(page.header("content-security-policy")?.contains("script") == false)
            #expect(page.header("referrer-policy") == "no-referrer")
            #expect(page.text.contains("pengingat tetap tercatat, tetapi tidak ada surel"))
            #expect(page.text.contains("Reminders stay on record, but no mail comes"))
            #expect(page.text.contains("Siti &lt;script&gt;") && !page.text.contains("<script"))
            #expect(page.text.components(separatedBy: "<button").count == 2)
            #expect(await mail() == "each", "a program that looks at links ends nothing")
            let large = await reader.send(
                "POST", "/unsubscribe/\(key)", bytes: Array(repeating: 0x61, count: 1_000_000))
            #expect(large.status == 413)
            #expect(await mail() == "each")
            for body in ["List-Unsubscribe=One-Click", ""] {
                let ended = await reader.send("POST", "/unsubscribe/\(key)", body)
                #expect(ended.status == 200)
                #expect(ended.text.contains("Surel pengingat dihentikan"))
                #expect(await mail() == "off")
            }
            #expect(await reader.send("GET", "/unsubscribe/\(key)").text.contains("<button") == false)
            #expect(!daemon.log.contains(key))
            #expect(await reader.send("GET", "/v1/people").status == 401, "the key opens nothing else")
        }

        /// The key of the only person, which no answer tells.
        private static func key(_ daemon: Daemon) async throws -> String {
            let script = """
                import json, pathlib, sqlite3, sys
                for file in pathlib.Path(sys.argv[1]).glob("*"):
                    if file.is_file() and file.read_bytes()[:6] == b"SQLite":
                        ledger = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
                        print(json.loads(ledger.execute("SELECT record FROM person").fetchone()[0])["unsubscribe_key"])
                """
            let result = try await Programs.run("/usr/bin/env", ["python3", "-c", script, daemon.state])
            guard result.status == 0 else { throw Overdue(what: "the key: \(result.errors)") }
            return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }
}
