import Courier
import Documents
import Foundation
import Testing

extension Processes {
    /// What is wrong is said clearly, changes nothing, and leaves the daemon up.
    @Suite struct HostileInputTests {
        @Test func `each mistake is a problem in its own words, and nothing changes`() async throws {
            let daemon = try await Daemon()
            let admin = Client(address: daemon.address, token: try await daemon.token("admin"))
            let stranger = Client(
                address: daemon.address, token: try await daemon.token("coordinator", name: "Bengkulu", regions: ["17"])
            )
            #expect(await admin.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            let note = "{\"text\":\"halo\"}"
            #expect(await admin.send("POST", "/v1/agreements/a/notes", note, version: 1, key: "k").status == 201)
            let before = await admin.eventCount()
            let new = { (change: (String) -> String) in change(Client.agreement(ref: "b")) }
            let nobody = Client(address: daemon.address, token: nil)
            var other = admin
            other.headers = [.init("If-Match", "\"abc\"")]
            let forger = Client(address: daemon.address, token: "pksd_forged")
            let nested = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)

            struct Case {
                var name: String
                var status: Int
                var says: String
                var answer: Client.Answer
            }
            let path = "/v1/agreements"
            let cases = [
                Case(
                    name: "malformed", status: 400, says: "JSON", answer: await admin.send("POST", path, "{\"ref\": ")),
                Case(
                    name: "not UTF-8", status: 400, says: "JSON",
                    answer: await admin.send("POST", path, bytes: [0xFF, 0x7B])),
                Case(name: "nested", status: 400, says: "", answer: await admin.send("POST", path, nested)),
                Case(name: "no object", status: 400, says: "objek", answer: await admin.send("POST", path, "[1]")),
                Case(
                    name: "unknown key", status: 400, says: "maksud Anda 'title'",
                    answer: await admin.send("POST", path, new { $0.replacing("\"title\"", with: "\"titel\"") })),
                Case(
                    name: "wrong type", status: 400, says: "teks",
                    answer: await admin.send("POST", path, new { $0.replacing("\"PKS b\"", with: "7") })),
                Case(
                    name: "no such day", status: 400, says: "2027-02-30",
                    answer: await admin.send("POST", path, new { $0.replacing("2027-01-01", with: "2027-02-30") })),
                Case(
                    name: "ends before it begins", status: 422, says: "berakhir sebelum mulai",
                    answer: await admin.send("POST", path, new { $0.replacing("2027-12-31", with: "2026-12-31") })),
                Case(
                    name: "no such region", status: 422, says: "99.99",
                    answer: await admin.send("POST", path, Client.agreement(ref: "b", region: "99.99"))),
                Case(
                    name: "ref taken", status: 409, says: "sudah dipakai",
                    answer: await admin.send("POST", path, Client.agreement(ref: "a"))),
                Case(
                    name: "too large", status: 413, says: "terlalu besar",
                    answer: await admin.send(
                        "POST", path, bytes: Array("{\"title\":\"".utf8) + Array(repeating: 0x61, count: 10_000_000))),
                Case(
                    name: "a resident", status: 400, says: "NIK",
                    answer: await admin.send(
                        "POST", path + "/a/notes", "{\"text\":\"NIK 5371014107900001\"}", version: 2)),
                Case(
                    name: "a resident as a number", status: 400, says: "NIK",
                    answer: await admin.send(
                        "POST", path + "/a/members",
                        "{\"segment\":\"pbi_jk\",\"from\":\"2026-01\",\"until\":\"2026-12\",\"count\":5371014107900001}",
                        version: 2)),
                Case(
                    name: "a resident as a key", status: 400, says: "NIK",
                    answer: await admin.send(
                        "POST", path + "/a/notes", "{\"text\":\"x\",\"5371014107900001\":1}", version: 2)),
                Case(
                    name: "a resident twice", status: 400, says: "kolom 35: kunci ditulis dua kali",
                    answer: await admin.send(
                        "POST", path + "/a/notes", "{\"5371014107900001\":1,\"text\":\"x\", \"5371014107900001\":1}",
                        version: 2)),
                Case(
                    name: "a comma too many", status: 400, says: "baris 1, kolom 14",
                    answer: await admin.send("POST", path + "/a/notes", "{\"text\":\"x\", }", version: 2)),
                Case(
                    name: "somebody else's version", status: 422, says: "If-Match",
                    answer: await other.send("POST", path + "/a/notes", note)),
                Case(
                    name: "stale", status: 412, says: "versi sekarang 2",
                    answer: await admin.send("POST", path + "/a/notes", note, version: 1)),
                Case(
                    name: "no version", status: 428, says: "If-Match",
                    answer: await admin.send("POST", path + "/a/notes", note)),
                Case(
                    name: "key reused", status: 422, says: "Idempotency-Key",
                    answer: await admin.send("POST", path + "/a/notes", "{\"text\":\"lain\"}", version: 2, key: "k")),
                Case(name: "no token", status: 401, says: "token", answer: await nobody.send("GET", path)),
                Case(name: "wrong token", status: 401, says: "token", answer: await forger.send("GET", path)),
                Case(
                    name: "another region", status: 403, says: "53.71", answer: await stranger.send("GET", path + "/a")),
                Case(
                    name: "into another region", status: 403, says: "53.71",
                    answer: await stranger.send("POST", path, Client.agreement(ref: "b"))),
                Case(
                    name: "not their role", status: 403, says: "integration",
                    answer: await Client(address: daemon.address, token: try await daemon.token("integration")).send(
                        "POST", path + "/a/notes", note, version: 2)),
                Case(name: "no such agreement", status: 404, says: "zz", answer: await admin.send("GET", path + "/zz")),
                Case(name: "no such address", status: 404, says: "", answer: await admin.send("GET", "/v1/nothing")),
                Case(
                    name: "unknown parameter", status: 400, says: "fase",
                    answer: await admin.send("GET", path + "?fase=draft")),
                Case(
                    name: "bad choice", status: 400, says: "draf", answer: await admin.send("GET", path + "?phase=draf")
                ),
                Case(
                    name: "bad limit", status: 400, says: "200", answer: await admin.send("GET", path + "?limit=100000")
                ),
                Case(
                    name: "a day that has not come", status: 422, says: "belum tiba",
                    answer: await admin.send(
                        "POST", path + "/a/transitions", "{\"transition\":\"submit\",\"effective_on\":\"2199-01-01\"}",
                        version: 2)),
                Case(
                    name: "no such transition", status: 422, says: "maksud Anda 'submit'",
                    answer: await admin.send("POST", path + "/a/transitions", "{\"transition\":\"sumbit\"}", version: 2)
                ),
                Case(
                    name: "too early to sign", status: 409, says: "belum dapat ditandatangani",
                    answer: await admin.send(
                        "POST", path + "/a/signatures", "{\"party\":\"bpjs\",\"signed_on\":\"2026-01-01\"}", version: 2)
                ),
                Case(
                    name: "negative money", status: 400, says: "0",
                    answer: await admin.send(
                        "POST", path + "/a/funding",
                        "{\"source\":\"apbd_ii\",\"fiscal_year\":2027,\"amount\":-1,\"stage\":\"dpa\"}", version: 2)),
                Case(
                    name: "the clock", status: 409, says: "latihan",
                    answer: await admin.send("POST", "/v1/clock", "{\"advance\":\"P1D\"}")),
                Case(
                    name: "inner address", status: 422, says: "https",
                    answer: await admin.send("POST", "/v1/webhook-endpoints", "{\"url\":\"http://127.0.0.1/\"}")),
            ]
            for each in cases {
                #expect(each.answer.status == each.status, "\(each.name): \(each.answer.text)")
                #expect(each.answer.header("content-type") == "application/problem+json", "\(each.name)")
                #expect(each.says.isEmpty || each.answer.text.contains(each.says), "\(each.name): \(each.answer.text)")
                #expect(each.answer.body["status"]?.integer == Int64(each.status), "\(each.name)")
                #expect(!each.answer.text.contains("5371014107900001"), "\(each.name)")
            }
            var english = admin
            english.headers = [.init("Accept-Language", "en")]
            #expect(await english.send("GET", path + "/zz").body["title"]?.text == "Not found")
            #expect(await admin.eventCount() == before)
            #expect(await admin.send("GET", "/healthz").status == 200)
            let audit = try await daemon.verify()
            #expect(audit.status == 0, "\(audit.errors)")
            #expect(!daemon.log.contains("pksd_forged") && !daemon.log.contains("5371014107900001"))
        }

        @Test func `the address rules hold for endpoints, and only an admin may open them`() async throws {
            let daemon = try await Daemon()
            let admin = Client(address: daemon.address, token: try await daemon.token("admin"))
            let system = Client(address: daemon.address, token: try await daemon.token("integration"))
            let inner = "{\"url\":\"https://127.0.0.1:1/\",\"allow\":[\"127.0.0.0/8\"]}"
            #expect(await system.send("POST", "/v1/webhook-endpoints", inner).status == 403)
            let closed = await admin.send("POST", "/v1/webhook-endpoints", "{\"url\":\"https://127.0.0.1:1/\"}")
            #expect(closed.status == 201)
            let id = closed.body["id"]?.text ?? ""
            let test = await admin.send("POST", "/v1/webhook-endpoints/\(id)/test", "{}")
            #expect(test.body["delivered"]?.bool == false)
            #expect(test.body["error"]?.text?.hasPrefix("forbidden_address") == true, "\(test.text)")
            #expect(await admin.send("GET", "/v1/webhook-endpoints/\(id)").body["secret"] == nil)
            #expect(await admin.send("DELETE", "/v1/webhook-endpoints/\(id)").status == 204)
        }
    }
}
