import Courier
import Documents
import Foundation
import Testing

extension Processes {
    /// Pages with pictures, asked for without a script: coverage, timelines, the month and the report.
    @Suite struct PicturePageTests {
        private static let bytesMax = 100_000
        private static let hostile = [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\u{202E}gnihsif\u{2066}",
            "{{frame.title}}[[a|b]]",
        ]

        /// A daemon with papers of a few regions, and somebody who has signed in.
        private struct Office {
            let daemon: Daemon
            let client: Client
            private let cookie: String

            init(regions: [String] = []) async throws {
                daemon = try await Daemon(["--rehearsal", "--clock", "2026-11-02T08:00:00+08:00"])
                client = Client(address: daemon.address, token: try await daemon.token("admin"))
                let invited = try await Programs.pksd(
                    ["invite", "--name", "Siti", "--role", "coordinator", "--state-dir", daemon.state]
                        + regions.flatMap { ["--region", $0] })
                let link = try #require(invited.output.range(of: "/invitation/"), "\(invited.output)\(invited.errors)")
                let path = invited.output[link.lowerBound...].prefix { !$0.isWhitespace }
                let answer = await Client(address: daemon.address).send(
                    "POST", String(path), "password=satu+kalimat+yang+panjang&again=satu+kalimat+yang+panjang")
                cookie = String(try #require(answer.header("set-cookie"), "\(answer.text)").prefix { $0 != ";" })
            }

            func page(_ path: String, _ language: String = "id") async throws -> Client.Answer {
                var reader = Client(address: daemon.address)
                reader.headers = [.init("Cookie", "\(cookie); language=\(language)")]
                let answer = await reader.send("GET", path)
                #expect(answer.text.utf8.count < PicturePageTests.bytesMax, "\(path) \(answer.text.utf8.count)")
                return answer
            }

            /// - Returns: the id of a paper in force.
            @discardableResult
            func paper(
                _ ref: String, _ region: String = "53.71", title: String = "PKS JKN", from: String = "2026-01-01",
                until: String = "2026-12-31", more: String = ""
            ) async throws -> String {
                let text = try CanonicalJSON.text(JSON.text(title))
                let body = """
                    {"ref":"\(ref)","workflow":"jkn-pd-pemda","kind":"pks","program":"jkn","title":\(text),\
                    "region":"\(region)","valid_from":"\(from)","valid_until":"\(until)","state":"in-force",\
                    "source":"register","parties":[{"key":"pemda","name":"Pemerintah","side":"local_government",\
                    "signatory":{"name":"Ani","office":"Wali Kota"}},{"key":"bpjs","name":"BPJS","side":"bpjs"}]\(more)}
                    """
                let answer = await client.send("POST", "/v1/agreements", body)
                #expect(answer.status == 201, "\(answer.body)")
                return try #require(answer.body["id"]?.text)
            }

            func coverage(_ region: String, registered: Int) async {
                let body = """
                    {"as_of":"2026-10-31","registered":\(registered),"active":\(registered / 2),"residents":100000,\
                    "source":"BPJS"}
                    """
                let answer = await client.send("POST", "/v1/regions/\(region)/coverage", body)
                #expect(answer.status == 201, "\(answer.body)")
            }
        }

        @Test func `the stylesheet has the pictures' rules and a page has no style of its own`() async throws {
            let office = try await Office()
            let page = try await office.page("/coverage").text
            let start = try #require(page.range(of: "/assets/style-"))
            let style = try await office.page(String(page[start.lowerBound...].prefix { $0 != "\"" })).text
            #expect(style.contains(".pksd-diagram .heading") && style.contains(".pksd-breadths"))
            #expect(!page.contains("<style") && !page.contains(" style="))
        }

        @Test(arguments: [("id", "Cakupan JKN", "dari 1 daerah"), ("en", "JKN coverage", "of 1 regions")])
        func `a map tells what each province has reached`(
            language: String, measure: String, detail: String
        ) async throws {
            let office = try await Office()
            await office.coverage("53.71", registered: 98_400)
            let map = try await office.page("/coverage", language).text
            #expect(map.contains(measure) && map.contains(detail))
            #expect(map.contains("href=\"/coverage?region=53\"") && map.contains("href=\"/coverage?region=96\""))
            #expect(try await office.page("/coverage/53.71", language).text.contains("coverage-chart-wide-title"))
        }

        @Test func `a region shows its papers and the hole between them`() async throws {
            let office = try await Office()
            try await office.paper("lama", title: "PKS Lama", from: "2024-01-01", until: "2024-12-31")
            try await office.paper("baru", title: "PKS Baru", from: "2025-03-01")
            let page = try await office.page("/coverage/53.71").text
            #expect(page.contains("PKS Lama") && page.contains("PKS Baru") && page.contains("59 hari"), "\(page)")
            #expect(try await office.page("/coverage/53.01").text.contains("PKS Lama") == false)
        }

        @Test func `an agreement stands among its family`() async throws {
            let office = try await Office()
            let old = try await office.paper("lama", title: "PKS Lama", from: "2025-01-01", until: "2025-12-31")
            let paper = try await office.paper("kini", title: "PKS Kini", more: ",\"renews\":\"\(old)\"")
            let page = try await office.page("/agreements/\(paper)").text
            #expect(page.contains("id=\"terms-wide-title\"") && page.contains("href=\"/agreements/\(old)\""))
            #expect(page.contains("Memperpanjang"))
            #expect(try await office.page("/agreements/\(old)").text.contains("Diteruskan oleh"))
            #expect(try await office.page("/agreements/\(old)", "en").text.contains("Followed by"))
        }

        @Test(arguments: [("id", "masa berlaku berakhir", "Cuti bersama"), ("en", "end of term", "Joint leave")])
        func `a month names six of a day and counts the rest`(
            language: String, end: String, leave: String
        ) async throws {
            let office = try await Office()
            for number in 1...9 { try await office.paper("pks-\(number)") }
            try await office.paper("malang", "35.73")
            let month = try await office.page("/month?month=2026-12", language).text
            #expect(month.contains("+4 \(end)") && month.contains(leave))
            #expect(month.contains("month=2026-11") && month.contains("month=2027-01"))
            let day = try await office.page("/month/list?on=2026-12-31&kind=end&region=35", language).text
            #expect(day.contains("malang") && !day.contains("pks-1"))
            #expect(try await office.page("/month?month=2026-12&region=35", language).text.contains("malang"))
        }

        @Test func `a report is one page that the access log knows of`() async throws {
            let office = try await Office()
            try await office.paper("kini")
            for (language, words) in [
                ("id", ["Keadaan per 2 November 2026", "Jabatan"]), ("en", ["As of 2", "Office"]),
            ] {
                let page = try await office.page("/report?month=2026-11&region=53.71", language).text
                for word in words + ["Kota Kupang", "id=\"shares-title\"", "id=\"endings-title\""] {
                    #expect(page.contains(word), "\(word) in \(page)")
                }
            }
            let state = office.daemon.state
            let wasLogged = try FileManager.default.contentsOfDirectory(atPath: state).contains { name in
                FileManager.default.contents(atPath: state + "/" + name)?.range(of: Data("2026-11 53.71".utf8)) != nil
            }
            #expect(wasLogged)
        }

        @Test func `a reader sees only their regions`() async throws {
            let office = try await Office(regions: ["35"])
            let kupang = try await office.paper("kupang", title: "PKS Kupang")
            try await office.paper("malang", "35.73")
            await office.coverage("53.71", registered: 98_400)
            #expect(!(try await office.page("/coverage").text.contains("98,4")))
            for path in ["/coverage/53.71", "/month?region=53.71", "/report?region=53", "/agreements/\(kupang)"] {
                #expect(try await office.page(path).status == 403, "\(path)")
            }
            let month = try await office.page("/month?month=2026-12").text
            #expect(month.contains("malang") && !month.contains("kupang"))
            #expect(!(try await office.page("/report").text.contains("Nusa Tenggara Timur")))
        }

        @Test func `hostile titles and questions do no harm`() async throws {
            let office = try await Office()
            let long = String(repeating: "panjang ", count: 120)
            var last = ""
            for (number, title) in (PicturePageTests.hostile + [long]).enumerated() {
                let answer = try await office.client.send(
                    "POST", "/v1/agreements",
                    """
                    {"workflow":"jkn-pd-pemda","kind":"pks","program":"jkn","region":"53.7\(number % 2)",\
                    "title":\(CanonicalJSON.text(JSON.text(title))),"valid_from":"2026-01-01",\
                    "valid_until":"2026-12-31","state":"in-force","source":"register","parties":[{"key":"a","name":"A",\
                    "side":"local_government"},{"key":"b","name":"B","side":"bpjs"}]}
                    """)
                last = answer.body["id"]?.text ?? last
            }
            #expect(!last.isEmpty)
            for path in [
                "/coverage/53.71", "/month?month=2026-12", "/month/list?on=2026-12-31&kind=end", "/report",
                "/agreements/\(last)",
            ] {
                let page = try await office.page(path)
                #expect(page.status == 200, "\(path)")
                for text in ["<script>alert", "<img src=x", "pksd · pksd"] {
                    #expect(!page.text.contains(text), "\(path)")
                }
            }
            for path in [
                "/month?month=2026-13", "/month?month=9999-12&x=1", "/month/list?on=2026-02-30", "/month/list?kind=all",
                "/report?month=%3Cscript%3E", "/report?region=99.99", "/coverage?region=%22%3E", "/coverage/99",
            ] {
                let page = try await office.page(path)
                #expect([400, 404].contains(page.status), "\(path) \(page.status ?? 0)")
                #expect(!page.text.contains("<script>alert"))
            }
        }

        @Test func `every month that can be asked for is drawn`() async throws {
            let office = try await Office()
            for month in ["1970-01", "2024-02", "2026-02", "9999-12"] {
                let status = try await office.page("/month?month=\(month)").status
                #expect(status == 200 || status == 400, "\(month)")
            }
        }
    }
}
