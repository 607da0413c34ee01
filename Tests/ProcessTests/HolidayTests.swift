import Documents
import Foundation
import Testing

extension Processes {
    /// A decree on its way into the calendar, as coordinators and programs bring it.
    @Suite struct HolidayTests {
        private static let decree = """
            date,name,kind,estimated
            2027-03-09,Cuti bersama dicabut,hari_kerja,false
            2027-03-10,Hari Raya Idul Fitri,libur_nasional,false

            """

        private static func body(_ csv: String = decree, name: String = "2027-revisi.csv") -> String {
            let body: JSON = ["name": .text(name), "csv": .text(csv)]
            return (try? CanonicalJSON.text(body)) ?? ""
        }

        @Test func `a decree is looked at, accepted, outlives a restart, and shows at the command line`() async throws {
            let daemon = try await Daemon(["--rehearsal", "--clock", "2027-03-01T08:00:00+08:00"])
            let token = try await daemon.token("coordinator", name: "Bagian Kerja Sama")
            var client = Client(address: daemon.address, token: token)
            #expect(await client.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            let file = try Programs.scratch("decree") + "/2027-revisi.csv"
            try Self.decree.write(toFile: file, atomically: true, encoding: .utf8)
            func ctl(_ arguments: String..., language: String = "id") async throws -> Programs.Result {
                try await Programs.pksctl(
                    ["holidays"] + arguments,
                    ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": token, "PKSCTL_LANG": language])
            }
            let before = await client.eventCount()
            let said = await client.send("POST", "/v1/holidays/preview?limit=1", Self.body()).body
            #expect(said["added"]?.list?.count == 1)
            #expect(said["removed"]?.list?.count == 2)
            let moved = try #require(said["reminders"]?["moved"]?.integer)
            #expect(moved > 1)
            #expect(said["deadlines"]?.list?.count == 1)
            #expect(said["more"]?.integer == moved - 1)
            let first = try #require(said["deadlines"]?.list?.first)
            #expect(first["ref"]?.text == "a")
            #expect(first["due_before"]?.text != first["due_after"]?.text)
            let page = try await ctl("preview", file)
            #expect(page.status == 0)
            #expect(page.output.contains("Hari Raya Idul Fitri (perkiraan)"), "\(page.output)")
            #expect(page.output.contains("hari kerja"))
            #expect(page.output.contains("\(moved) pengingat bergeser"))
            #expect(await client.eventCount() == before)

            let accepted = try await ctl("accept", file, "--idempotency-key", "k", language: "en")
            #expect(accepted.status == 0, "\(accepted.errors)")
            #expect(accepted.output.contains("2027-revisi.csv is in force; reminders moved: \(moved)"))
            let again = await client.send("POST", "/v1/holidays", Self.body(), key: "other")
            #expect(again.status == 201)
            #expect(again.body["added"]?.list?.isEmpty == true)
            let replay = await client.send("POST", "/v1/holidays", Self.body(), key: "other")
            #expect(replay.text == again.text)
            #expect(replay.header("idempotency-replayed") == "true")

            await daemon.crash()
            try await daemon.start()
            client.address = daemon.address
            let year = await client.send("GET", "/v1/holidays?year=2027").body
            #expect(year["items"]?.list?.count == 25)
            #expect(year["taken_back"]?.list?.first?["day"]?.text == "2027-03-09")
            #expect(year["years"]?.list?.compactMap(\.integer) == [2025, 2026, 2027])
            #expect(year["missing"]?.list?.isEmpty == true)
            let files = year["files"]?.list ?? []
            #expect(files.map { $0["name"]?.text } == ["2025.csv", "2026.csv", "2027.csv", "2027-revisi.csv"])
            #expect(files.last?["accepted_by"]?["name"]?.text == "Bagian Kerja Sama")
            let eid = year["items"]?.list?.first { $0["day"]?.text == "2027-03-10" }
            #expect(eid?["file"]?.text == "2027-revisi.csv")
            #expect(eid?["estimated"]?.bool == false)
            let list = try await ctl("list", "--year", "2027", language: "en")
            #expect(
                list.output.split(separator: "\n").contains { $0.contains("2027-03-11") && $0.contains("estimate") })
            #expect(list.output.contains("working day (taken back)"))
            let events = await client.send("GET", "/v1/events?type=holidays.accepted").body["items"]?.list ?? []
            #expect(events.compactMap { $0["data"]?["reminders_moved"]?.integer } == [moved, 0])
            #expect(events.first?["actor"]?["name"]?.text == "Bagian Kerja Sama")
            #expect(try await daemon.verify().status == 0)
        }

        @Test func `a hostile file is refused in words and changes nothing`() async throws {
            let daemon = try await Daemon()
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            let local = Client(
                address: daemon.address, token: try await daemon.token("coordinator", name: "NTT", regions: ["53"]))
            let before = (await client.eventCount(), await client.send("GET", "/v1/holidays").text)
            let nik = Self.decree.replacing("Cuti bersama dicabut", with: "5371014107900001")
            let cases: [(body: String, status: Int, says: String)] = [
                (Self.body(nik), 400, "NIK"),
                (Self.body(String(repeating: "x", count: 10_000_000)), 413, "terlalu besar"),
                (Self.body(String(repeating: "x", count: 100_000)), 422, "/csv"),
                (Self.body("date,nama,kind,estimated\n"), 422, "baris 1: kolom 'name' tidak ada"),
                (
                    Self.body("date,name,kind,estimated\n2072-01-01,A,libur_nasional,false\n"), 422,
                    "baris 2: 2072-01-01"
                ),
                (Self.body(name: "../../2027.csv"), 422, "/name"),
                ("{\"name\":\"a.csv\",\"csv\":\"\",\"text\":\"\"}", 400, "/text"),
                ("{\"name\":\"a.csv\"}", 400, "/csv"), ("{\"name\":7,\"csv\":[]}", 400, "/name"),
                ("[]", 400, "objek"), ("{", 400, "JSON"),
            ]
            for path in ["/v1/holidays", "/v1/holidays/preview"] {
                for (body, status, says) in cases {
                    let answer = await client.send("POST", path, body)
                    #expect(answer.status == status, "\(body.prefix(80)): \(answer.text.prefix(300))")
                    #expect(answer.text.contains(says), "\(body.prefix(80)): \(answer.text.prefix(300))")
                    #expect(!answer.text.contains("5371014107900001"))
                }
            }
            #expect(await local.send("POST", "/v1/holidays", Self.body()).status == 403)
            #expect(await client.send("GET", "/v1/holidays?year=abc").status == 400)
            #expect(await client.send("GET", "/v1/holidays?tahun=2027").status == 400)
            #expect(await client.eventCount() == before.0)
            #expect(await client.send("GET", "/v1/holidays").text == before.1)
        }
    }
}
