import Documents
import Foundation
import Testing

extension Processes {
    /// The questions of every week, by the programs as they are shipped.
    @Suite struct WeekTests {
        private struct Scene {
            let daemon: Daemon
            let client: Client
            let environment: [String: String]

            init() async throws {
                daemon = try await Daemon(["--rehearsal", "--clock", "2026-11-02T08:00:00+08:00"])
                let token = try await daemon.token("admin")
                client = Client(address: daemon.address, token: token)
                environment = ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": token]
                for (ref, region) in [("kupang-2026", "53.71"), ("malang-2026", "35.73")] {
                    let body = """
                        {"ref":"\(ref)","workflow":"jkn-pd-pemda","kind":"pks","program":"jkn","title":"PKS JKN 2026",\
                        "region":"\(region)","valid_from":"2026-01-01","valid_until":"2026-12-31","state":"in-force",\
                        "source":"register","parties":[{"key":"pemda","name":"Pemerintah","side":"local_government",\
                        "signatory":{"name":"Ani","office":"Wali Kota"}},{"key":"bpjs","name":"BPJS Kesehatan","side":"bpjs"}]}
                        """
                    let created = await client.send("POST", "/v1/agreements", body)
                    #expect(created.status == 201, "\(created.body)")
                }
            }

            func ctl(_ arguments: String...) async throws -> Programs.Result {
                try await Programs.pksctl(arguments, environment)
            }
        }

        @Test func `each has a command that answers in both languages and as JSON`() async throws {
            let scene = try await Scene()
            for words in [
                ["questions"], ["today", "--role", "coordinator"], ["expiring"], ["gaps"], ["waiting"], ["why"],
                ["signatures", "--phase", "active"], ["arrears"], ["budget-changes"], ["member-changes"], ["findings"],
                ["findings", "members_without_paper"], ["officers"], ["trouble"], ["report", "--region", "53"],
                ["counts"], ["dwell"], ["views", "list"],
                ["agreements", "list", "--sort", "title", "--q", "pemkot ani"],
            ] {
                for more in [["--lang", "id"], ["--lang", "en"], ["--json"]] {
                    let answer = try await Programs.pksctl(words + more, scene.environment)
                    #expect(answer.status == 0, "\(words): \(answer.output)\(answer.errors)")
                    #expect(!answer.output.isEmpty, "\(words)")
                }
            }
            let today = try await scene.ctl("today", "--role", "coordinator", "--lang", "en")
            #expect(today.output.contains("renewal"), "\(today.output)")
            #expect(today.output.contains("2 agreements"), "\(today.output)")
            let expiring = try await scene.ctl("expiring", "--region", "35", "--lang", "en")
            #expect(expiring.output.contains("malang-2026") && !expiring.output.contains("kupang-2026"))
            let found = try await scene.ctl("agreements", "list", "--q", "bpjsk", "--sort", "people", "--limit", "1")
            #expect(found.output.contains("-2026") && found.output.contains("--cursor"), "\(found.output)")
        }

        @Test func `what cannot be is refused with its place`() async throws {
            let scene = try await Scene()
            let client = scene.client
            for (path, pointer) in [
                ("worklist?cursor=x", "cursor"), ("expiring?within=181", "within"), ("report?month=2026-13", "month"),
                ("member-changes?month=x", "month"), ("trouble?days=0", "days"), ("agreements?sort=harm", "sort"),
                ("findings?owner=nobody", "owner"), ("waiting?cursor=2026-02-30~a", "cursor"), ("questions?x=1", "x"),
            ] {
                let answer = await client.send("GET", "/v1/\(path)")
                #expect(answer.status == 400, "\(path) \(answer.body)")
                let places = (answer.body["errors"]?.list ?? []).compactMap { $0["pointer"]?.text }
                #expect(places.contains { $0.contains(pointer) }, "\(path) \(answer.body)")
            }
            for path in ["worklist", "report", "questions", "expiring"] {
                #expect(await client.send("GET", "/v1/\(path)?region=99.99").status == 404, "\(path)")
            }
        }

        @Test func `a list is kept, and one step is taken for many`() async throws {
            let scene = try await Scene()
            let saved = try await scene.ctl("views", "save", "Tanda tangan", "phase=signing&region=53")
            #expect(saved.status == 0, "\(saved.errors)")
            #expect(try await scene.ctl("views", "list").output.contains("phase=signing&region=53"))
            #expect(try await scene.ctl("views", "delete", "Tanda tangan").status == 0)
            #expect(try await scene.ctl("views", "delete", "Tanda tangan").status == 1)
            let body = { (ref: String) in
                """
                {"ref":"\(ref)","workflow":"jkn-pd-pemda","kind":"pks","program":"jkn","title":"PKS JKN 2027",\
                "region":"53.71","fields":{"subject":"JKN","people_target":10,"entered_afterwards":true},\
                "parties":[{"key":"bpjs","name":"BPJS Kesehatan","side":"bpjs"}]}
                """
            }
            for ref in ["a", "b"] {
                #expect(await scene.client.send("POST", "/v1/agreements", body(ref)).status == 201)
            }
            let many = ["agreements", "advance-many", "submit", "a", "b", "kupang-2026"]
            let trial = try await Programs.pksctl(many + ["--dry-run", "--lang", "en"], scene.environment)
            #expect(trial.status == 1)
            #expect(trial.output.contains("2 would move, 1 are refused"), "\(trial.output)")
            #expect(await scene.client.send("GET", "/v1/agreements/a").body["state"]?.text == "initiated")
            let done = try await Programs.pksctl(many + ["--lang", "en"], scene.environment)
            #expect(done.status == 1)
            #expect(done.output.contains("2 moved, 1 were refused"), "\(done.output)\(done.errors)")
            #expect(await scene.client.send("GET", "/v1/agreements/b").body["state"]?.text == "review")
            let next = await scene.client.send("GET", "/v1/agreements/a/next").body
            #expect(next["act"] != nil && next["say"] != nil, "\(next)")
        }
    }
}
