import Documents
import Foundation
import Testing

extension Processes {
    /// One agreement's page without a script: who its parties are, who signs for them, and what the next paper takes over.
    @Suite struct AgreementPageTests {
        private struct Desk {
            let daemon: Daemon
            let client: Client
            let reader: PageReader
            let id: String

            init() async throws {
                daemon = try await Daemon(["--rehearsal", "--clock", "2026-11-27T08:00:00+08:00"])
                client = Client(address: daemon.address, token: try await daemon.token("admin", name: "pembuat"))
                reader = try await PageReader(daemon, named: "Siti Aminah", role: "coordinator")
                let made = await client.send("POST", "/v1/agreements", Client.agreement(ref: "a"))
                id = try #require(made.body["id"]?.text, "\(made.text)")
            }

            var record: JSON {
                get async { await client.send("GET", "/v1/agreements/a").body }
            }

            func parties() async -> [JSON] { await record["parties"]?.list ?? [] }

            /// Sends a form of the page as it stands there now.
            func enter(_ act: String, _ form: String, _ fields: [(String, String)]) async -> Client.Answer {
                let version = await record["version"]?.integer ?? 0
                return await reader.post(
                    "/agreements/\(id)/\(act)",
                    [("form", form), ("back", "/agreements/\(id)"), ("version", "\(version)")] + fields)
            }
        }

        private static func party(_ changes: [String: String] = [:]) -> [(String, String)] {
            [
                ("key", "pemkot"), ("name", "Pemerintah Kota Kupang"), ("side", "local_government"),
                ("unit", "Dinas Kesehatan"), ("signatory.name", "Yosef Tallo"),
                ("signatory.office", "Kepala Dinas Kesehatan"),
                ("signatory.authority.document", "Surat Kuasa Wali Kota"),
                ("signatory.authority.number", "SK/11/2026"), ("signatory.authority.date", "2026-11-20"),
            ].map { ("party.\($0.0)", changes[$0.0] ?? $0.1) }
        }

        @Test func `a signatory and the paper that lets them sign are entered, and the other party stays as it was`()
            async throws
        {
            let desk = try await Desk()
            let before = await desk.parties()
            let answer = await desk.enter("party", "party-pemkot", Self.party())
            #expect(answer.status == 303, "\(answer.text)")
            let parties = await desk.parties()
            let signatory = parties[0]["signatory"]
            #expect(signatory?["name"]?.text == "Yosef Tallo")
            #expect(signatory?["authority"]?["number"]?.text == "SK/11/2026")
            #expect(signatory?["authority"]?["date"]?.text == "2026-11-20")
            #expect(parties[0]["unit"]?.text == "Dinas Kesehatan")
            #expect(parties[0]["required"] == .bool(true))
            #expect(parties[1] == before[1])
            let page = await desk.reader.get("/agreements/\(desk.id)").text
            #expect(page.contains("Yosef Tallo, Kepala Dinas Kesehatan"))
            #expect(page.contains("SK/11/2026"), "it stands in its field")
        }

        @Test(arguments: [
            (["signatory.authority.document": ""], "party.signatory.authority.document"),
            (["signatory.authority.date": "31-02-2026"], "party.signatory.authority.date"),
            (["signatory.office": ""], "party.signatory.office"), (["name": ""], "party.name"),
        ]) func `what is wrong stands beside its field, with what was typed`(
            change: [String: String], field: String
        ) async throws {
            let desk = try await Desk()
            let answer = await desk.enter("party", "party-pemkot", Self.party(change))
            #expect(answer.status == 422)
            #expect(answer.text.contains("id=\"party-pemkot-\(field)-error\""), "\(answer.text.prefix(3_000))")
            #expect(answer.text.contains("SK/11/2026"))
            #expect(await desk.record["version"]?.integer == 1)
        }

        @Test func `parties come and go, but none that has signed`() async throws {
            let desk = try await Desk()
            let third = Self.party([
                "key": "pihak1", "name": "Pemerintah Provinsi NTT", "side": "other", "signatory.name": "",
                "signatory.office": "Gubernur", "signatory.authority.document": "", "signatory.authority.number": "",
                "signatory.authority.date": "",
            ])
            #expect(await desk.enter("party", "party-pihak1", third).status == 303)
            #expect(await desk.parties().map { $0["key"]?.text } == ["pemkot", "bpjs", "pihak1"])
            // The next one has a key of its own.
            #expect(await desk.reader.get("/agreements/\(desk.id)").text.contains("value=\"pihak2\""))
            #expect(await desk.enter("remove-party", "remove-party-pihak1", [("party", "pihak1")]).status == 303)
            #expect(await desk.parties().count == 2)
            // A paper that came in signed.
            let signed = Client.agreement(ref: "b").replacing(
                "\"fields\"", with: "\"state\":\"ready-to-sign\",\"source\":\"arsip\",\"fields\"")
            let id = try #require(await desk.client.send("POST", "/v1/agreements", signed).body["id"]?.text)
            let act = "{\"party\":\"bpjs\",\"signed_on\":\"2026-11-20\",\"method\":\"wet\",\"number\":\"1\"}"
            let version = await desk.client.send("GET", "/v1/agreements/b").body["version"]?.integer
            let answer = await desk.client.send(
                "POST", "/v1/agreements/b/signatures", act, version: version.map { Int($0) })
            #expect(answer.status == 201, "\(answer.text)")
            let page = await desk.reader.get("/agreements/\(id)").text
            #expect(page.contains("/agreements/\(id)/remove-party"))
            #expect(!page.contains("id=\"open-remove-party-bpjs\""))
            let refused = await desk.reader.post(
                "/agreements/\(id)/remove-party",
                [("form", "remove-party-bpjs"), ("back", "/"), ("party", "bpjs"), ("version", "2")])
            #expect(refused.status == 422)
            #expect(await desk.client.send("GET", "/v1/agreements/b").body["parties"]?.list?.count == 2)
        }

        @Test func `witnesses are one in each line, and the next paper takes them over`() async throws {
            let desk = try await Desk()
            _ = await desk.enter("party", "party-pemkot", Self.party())
            let lines = "dr. Maria Bere, M.Kes; Sekretaris Daerah\r\n\r\n  Budi Santoso  \n"
            #expect(await desk.enter("witnesses", "witnesses", [("witnesses", lines)]).status == 303)
            let witnesses = await desk.record["witnesses"]?.list ?? []
            #expect(witnesses.map { $0["name"]?.text } == ["dr. Maria Bere, M.Kes", "Budi Santoso"])
            #expect(witnesses.map { $0["office"]?.text } == ["Sekretaris Daerah", nil])
            let renewal = await desk.reader.post(
                "/agreements/new",
                [
                    ("workflow", "jkn-pd-pemda"), ("kind", "pks"), ("program", "jkn"), ("title", "PKS 2028"),
                    ("region", "kota kupang"), ("ref", "c"), ("valid_from", "2028-01-01"),
                    ("valid_until", "2028-12-31"), ("renews", desk.id), ("parties.0.key", "pemkot"),
                    ("parties.0.name", "Pemerintah Kota Kupang"), ("parties.0.side", "local_government"),
                    ("parties.1.key", "bpjs"), ("parties.1.name", "BPJS Kesehatan"), ("parties.1.side", "bpjs"),
                ])
            #expect(renewal.status == 303, "\(renewal.text.prefix(3_000))")
            let made = await desk.client.send("GET", "/v1/agreements/c").body
            #expect(made["witnesses"]?.list == witnesses)
            #expect(made["parties"]?.list?.first?["unit"]?.text == "Dinas Kesehatan")
            #expect(made["parties"]?.list?.first?["signatory"] == nil, "nobody was named")
            #expect(await desk.enter("witnesses", "witnesses", [("witnesses", "")]).status == 303)
            #expect(await desk.record["witnesses"]?.list?.isEmpty ?? true)
        }

        @Test func `somebody without a desk of their own sees those of others`() async throws {
            let desk = try await Desk()
            let admin = try await PageReader(desk.daemon, named: "Rangga", role: "admin")
            let own = await admin.get("/").text
            #expect(own.contains("href=\"/?role=unit_pic\""))
            #expect(!own.contains("PKS a"))
            let other = await admin.get("/?role=unit_pic").text
            #expect(other.contains("PKS a"))
            #expect(other.contains("name=\"back\" value=\"/?role=unit_pic\""), "a step leads back to the same desk")
        }
    }
}
