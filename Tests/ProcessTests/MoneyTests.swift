import Documents
import Foundation
import Testing

extension Processes {
    /// The money and the members, as coordinators use them: sheets in, answers out.
    @Suite struct MoneyTests {
        private static let rehearsal = ["--rehearsal", "--clock", "2026-07-01T08:00:00+08:00"]

        /// A paper of 2026 in force with 1,000 members, funded for all of them.
        private static let sheets = [
            "agreements": """
            ref,workflow,kind,program,title,region,valid_from,valid_until,state,source,government,government_office,bpjs,bpjs_office,signed_on
            k-2026,jkn-pd-pemda,pks,jkn,PKS 2026,53.71,2026-01-01,31/12/2026,in-force,contoh,Pemerintah Kota Kupang,Wali Kota Kupang,BPJS Kesehatan,Kepala Cabang,2025-12-10

            """,
            "members":
                "Perjanjian;Segmen;Mulai;Sampai;Jumlah peserta\nk-2026;pbpu_bp_pemda;Januari 2026;12/2026;1.000\n",
            "funding": "agreement,source,fiscal_year,amount,stage\nk-2026,apbd_ii,2026,Rp453.600.000,dpa\n",
            "member-changes": "agreement,segment,month,deaths,additions\nk-2026,pbpu_bp_pemda,2026-03,20,120\n",
        ]

        private struct Scene {
            let daemon: Daemon
            let client: Client
            let folder: String
            let environment: [String: String]

            init(_ arguments: [String] = MoneyTests.rehearsal) async throws {
                daemon = try await Daemon(arguments)
                let token = try await daemon.token("admin")
                client = Client(address: daemon.address, token: token)
                environment = ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": token, "PKSCTL_LANG": "en"]
                folder = try Programs.scratch("sheets")
            }

            func ctl(_ arguments: String...) async throws -> Programs.Result {
                try await Programs.pksctl(arguments, environment)
            }

            func file(_ name: String, _ text: String) throws -> String {
                try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
                return folder + "/" + name
            }

            func load() async throws {
                for kind in ["agreements", "members", "funding", "member-changes"] {
                    let loaded = try await ctl("import", kind, file(kind + ".csv", MoneyTests.sheets[kind] ?? ""))
                    #expect(loaded.status == 0, "\(kind): \(loaded.output)\(loaded.errors)")
                }
            }

            func import_(_ kind: String, _ body: String, _ query: String = "") async -> Client.Answer {
                await client.send("POST", "/v1/imports/\(kind)\(query)", body)
            }
        }

        @Test func `sheets as offices keep them lead to the hole on 1 January, and to somebody being told`()
            async throws
        {
            let scene = try await Scene()
            let token = try #require(scene.environment["PKSCTL_TOKEN"])
            let receiver = try await Receiver(of: scene.daemon, token: token, events: ["agreement.gap_predicted"])
            try await scene.load()
            let runway = await scene.client.send("GET", "/v1/agreements/k-2026/runway?year=2026").body
            // 1,000 in January and February, 1,100 from March on: 13,000 head-months at Rp37,800.
            #expect(runway["needed"]?.integer == 491_400_000)
            #expect(runway["shortfall"]?.integer == 37_800_000)
            #expect(runway["runs_out_in"]?.text == "2026-12")
            let page = try await scene.ctl("runway", "k-2026", "--year", "2026")
            #expect(page.output.contains("Rp37,800,000"), "\(page.output)")
            #expect(try await scene.ctl("clock", "advance", "P5D").status == 0)
            let gaps = await scene.client.send("GET", "/v1/gaps").body
            #expect(gaps["on"]?.text == "2027-01-01")
            #expect(gaps["people"]?.integer == 1_100)
            #expect(gaps["items"]?.list?.first?["cause"]?.text == "no_successor")
            let shown = try await scene.ctl("gaps", "--on", "2027-01-01")
            #expect(shown.output.contains("1,100"), "\(shown.output)")
            let told =
                await scene.client.send("GET", "/v1/agreements/k-2026/events").body["items"]?.list?
                .filter { $0["type"]?.text == "agreement.gap_predicted" } ?? []
            #expect(told.map { $0["data"]?["numbers"]?["people"]?.integer } == [1_100])
            _ = try await eventually("the webhook") { receiver.arrivals.isEmpty ? nil : true }
            #expect(receiver.refused == [])
            #expect(receiver.arrivals.map(\.id) == told.compactMap { $0["id"]?.text })
            #expect(try await scene.daemon.verify().status == 0)
        }

        @Test func `a workbook with dates for months and its own headings is read as it is meant`() async throws {
            let scene = try await Scene()
            try await scene.load()
            let book = scene.folder + "/Tagihan 2027.xlsx"
            let made = try await Programs.run(
                "/usr/bin/env", ["python3", Programs.root + "/Tests/ProcessTests/Scripts/workbook.py", book, "k-2026"])
            #expect(made.status == 0, "\(made.errors)")
            let dry = try await scene.ctl("import", "bills", book, "--column", "amount=Nilai tagihan", "--dry-run")
            #expect(dry.status == 0, "\(dry.output)\(dry.errors)")
            #expect(await scene.client.send("GET", "/v1/agreements/k-2026").body["bills"]?.list == [])
            let stored = try await scene.ctl(
                "import", "bills", book, "--column", "amount=Nilai tagihan", "--sheet", "tagihan")
            #expect(stored.status == 0, "\(stored.output)\(stored.errors)")
            let bills = await scene.client.send("GET", "/v1/agreements/k-2026").body["bills"]?.list ?? []
            #expect(bills.map { $0["month"]?.text } == ["2027-01", "2027-02"])
            #expect(bills.map { $0["amount"]?.integer } == [37_800_000, 37_800_000])
            let missing = try await scene.ctl("import", "bills", book, "--sheet", "Tagihn")
            #expect(missing.status == 1)
            #expect(missing.errors.contains("Tagihan"), "\(missing.errors)")
        }

        @Test func `a sheet with one bad row says which and why, and stores nothing`() async throws {
            let scene = try await Scene()
            try await scene.load()
            let before = await scene.client.eventCount()
            let text = """
                agreement,month,amount
                k-2026,2026-01,37800000
                k-2026,2026-13,37800000
                k-2025,2026-01,1
                k-2026,2026-02,12,5
                k-2026,2026-03,12.5
                """
            let refused = try await scene.ctl("import", "bills", scene.file("b.csv", text))
            #expect(refused.status == 1)
            let sheet =
                "agreement,month,amount\nk-2026,2026-01,37800000\nk-2026,2026-13,1\nk-2025,2026-01,1\nk-2026,2026-03,12.5\n"
            let answer = await scene.import_("bills", sheet)
            #expect(answer.status == 422)
            #expect(answer.body["refused"]?.integer == 3)
            #expect(answer.body["stored"]?.bool == false)
            let items = answer.body["items"]?.list ?? []
            #expect(items.map { $0["line"]?.integer } == [2, 3, 4, 5])
            #expect(items.map { $0["outcome"]?.text } == ["done", "refused", "refused", "refused"])
            #expect(items[1]["say"]?.text?.contains("month") == true)
            #expect(await scene.client.eventCount() == before)
        }

        @Test(arguments: [
            ("bils", "", "agreement,month,amount\n", 404), ("bills", "", "", 400),
            ("bills", "?sheet=x", "a,b\n1,2\n", 400),
            ("bills", "?dry=true", "agreement,month,amount\n", 400), ("bills", "", "agreement,month\na,2026-01\n", 400),
            ("bills", "?column.amount=Nilai", "agreement,month,amount\na,2026-01,1\n", 400),
            ("bills", "", "agreement,month,amount\n\"a,2026-01,1\n", 400), ("bills", "", "PK\u{3}\u{4}not a zip", 400),
        ])
        func `what is no such sheet is refused with a reason`(
            _ kind: String, _ query: String, _ text: String, _ status: Int
        ) async throws {
            let scene = try await Scene()
            let answer = await scene.import_(kind, text, query)
            #expect(answer.status == status, "\(answer.text)")
            #expect(answer.body["detail"]?.text?.isEmpty == false)
            #expect(await scene.client.send("GET", "/healthz").status == 200)
        }

        @Test func `a resident's number in a sheet is refused and not repeated`() async throws {
            let scene = try await Scene()
            try await scene.load()
            let number = "5371014101900001"
            let answer = await scene.import_(
                "members",
                "agreement,segment,from,until,count,source\nk-2026,pbpu_bp_pemda,2026-01,2026-12,1,\(number)\n")
            #expect(answer.status == 422)
            #expect(!answer.text.contains(number))
            #expect(answer.text.contains("NIK"))
        }

        @Test func `a supposition is reckoned and not stored, and one beyond all bounds is refused`() async throws {
            let scene = try await Scene()
            try await scene.load()
            let before = await scene.client.eventCount()
            let path = "/v1/agreements/k-2026/runway?year=2026"
            let supposed = await scene.client.send(
                "GET", path + "&people=1000&rate=35000&from=2026-04&months=9&amount=315000000"
            ).body
            #expect(supposed["needed"]?.integer == 315_000_000)
            #expect(supposed["shortfall"]?.integer == 0)
            #expect(
                supposed["months"]?.list?.map { $0["members"]?.integer ?? -1 } == [0, 0, 0]
                    + Array(repeating: 1_000, count: 9))
            for wrong in ["&people=-1", "&months=13", "&from=2026", "&rate=1.5", "&peopl=1"] {
                #expect(await scene.client.send("GET", path + wrong).status == 400, "\(wrong)")
            }
            let huge = await scene.client.send("GET", path + "&people=1000000000&rate=1000000000")
            #expect(huge.status == 422)
            #expect(huge.body["type"]?.text?.hasSuffix("/too-large") == true)
            #expect(await scene.client.eventCount() == before)
        }

        @Test func `somebody of one region sees the money, the gaps and the debts of no other`() async throws {
            let scene = try await Scene()
            try await scene.load()
            let late = await scene.import_("bills", "agreement,month,amount\nk-2026,2026-01,5\n")
            #expect(late.status == 200, "\(late.text)")
            var client = scene.client
            client.token = try await scene.daemon.token("auditor", name: "lain", regions: ["17"])
            for (path, key) in [
                ("/v1/runway?year=2026", "agreements"), ("/v1/gaps?on=2027-01-01", "papers"), ("/v1/arrears", "bills"),
            ] {
                #expect(await scene.client.send("GET", path).body[key]?.integer == 1, "\(path)")
                #expect(await client.send("GET", path).body[key]?.integer == 0, "\(path)")
            }
            #expect(await client.send("GET", "/v1/regions/53.71/coverage").status == 403)
            #expect(await client.send("POST", "/v1/imports/bills", "agreement,month,amount\n").status == 403)
            #expect(await client.send("GET", "/v1/agreements/k-2026/members").status == 403)
        }
    }
}
