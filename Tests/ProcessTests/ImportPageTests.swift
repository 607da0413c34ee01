import Documents
import Foundation
import Testing

extension Processes {
    /// A sheet that comes in by the page, without a script: looked at, mapped, stored once.
    @Suite struct ImportPageTests {
        private static let sheet = """
            naskah;segmen;mulai;sampai;berapa orang;per tanggal
            a;pbpu_bp_pemda;2027-01;2027-12;1.250;01/11/2026

            """

        private struct Desk {
            let daemon: Daemon
            let client: Client
            let reader: PageReader

            init() async throws {
                daemon = try await Daemon(["--rehearsal", "--clock", "2026-11-27T08:00:00+08:00"])
                client = Client(address: daemon.address, token: try await daemon.token("admin", name: "pembuat"))
                reader = try await PageReader(daemon, named: "Siti Aminah", role: "coordinator")
                _ = await client.send("POST", "/v1/agreements", Client.agreement(ref: "a"))
            }

            func members() async -> [JSON] {
                await client.send("GET", "/v1/agreements/a").body["members"]?.list ?? []
            }
        }

        /// The fields of the form that would store it, as its page has them.
        private static func confirmation(_ page: String) -> [(String, String)] {
            guard let start = page.range(of: "id=\"form-confirm\""),
                let end = page.range(of: "</form>", range: start.upperBound..<page.endIndex)
            else { return [] }
            return page[start.upperBound..<end.lowerBound].matches(of: /name="([^"]+)" value="([^"]*)"/)
                .map { (String($0.1), String($0.2).replacing("&quot;", with: "\"")) }
                .filter { !["form_token", "request"].contains($0.0) }
        }

        @Test func `a heading that nobody knows is given its meaning, and the sheet is stored once`() async throws {
            let desk = try await Desk()
            let asked = await desk.reader.upload(
                "/import", [("kind", "members")], file: "peserta; lampiran.csv", Array(Self.sheet.utf8))
            #expect(asked.status == 422)
            #expect(asked.text.contains("count"), "\(asked.text.prefix(2_000))")
            #expect(asked.text.contains("<option value=\"berapa orang\""))
            let mapped = await desk.reader.upload(
                "/import", [("kind", "members"), ("column.count", "berapa orang")], file: "peserta.csv",
                Array(Self.sheet.utf8))
            #expect(mapped.status == 200, "\(mapped.text.prefix(3_000))")
            #expect(mapped.text.contains("1 dari 1 baris bisa disimpan"))
            #expect(await desk.members().isEmpty, "it was only looked at")
            let fields = Self.confirmation(mapped.text)
            #expect(fields.contains { $0 == ("confirmed", "true") })
            let stored = await desk.reader.post("/import", fields)
            #expect(stored.status == 200 && stored.text.contains("1 baris disimpan."), "\(stored.text.prefix(3_000))")
            let members = await desk.members()
            #expect(members.map { $0["count"]?.integer } == [1_250])
            #expect(members.map { $0["as_of"]?.text } == ["2026-11-01"])
            let again = await desk.reader.post("/import", fields)
            #expect(again.status == 200)
            #expect(await desk.members() == members)
        }

        @Test func `rows at fault are named, and none is stored`() async throws {
            let desk = try await Desk()
            let sheet =
                Self.sheet.replacing("berapa orang", with: "jumlah")
                + "tidak-ada;pbpu_bp_pemda;2027-01;2027-12;5;\n<b>x</b>;pbpu_bp_pemda;2027-13;2027-12;5;\n"
            let answer = await desk.reader.upload("/import", [("kind", "members")], file: "p.csv", Array(sheet.utf8))
            #expect(answer.status == 422)
            for text in ["1 dari 3 baris", "tidak-ada", "&lt;b&gt;x"] { #expect(answer.text.contains(text), "\(text)") }
            #expect(!answer.text.contains("<b>x"))
            #expect(Self.confirmation(answer.text).isEmpty)
            #expect(await desk.members().isEmpty)
        }

        @Test(arguments: [
            ("kosong.csv", [UInt8]()), ("gambar.xlsx", [0x50, 0x4B, 3, 4, 0, 1, 2]),
            ("acak.csv", [0xFF, 0xFE, 0, 0xD8]),
            ("judul.csv", Array("a;a;a\n1;2;3\n".utf8)),
        ]) func `a file that is no sheet is said to be none`(name: String, bytes: [UInt8]) async throws {
            let desk = try await Desk()
            let answer = await desk.reader.upload("/import", [("kind", "members")], file: name, bytes)
            #expect(answer.status == 422, "\(answer.text.prefix(2_000))")
            #expect(answer.text.contains("role=\"alert\""))
            #expect(await desk.members().isEmpty)
        }

        @Test func `a body that is no form is refused, and the next one is read`() async throws {
            let desk = try await Desk()
            let broken = await desk.reader.upload(
                "/import", [("kind", "members")], file: "p.csv", Array(Self.sheet.utf8), isWhole: false)
            #expect(broken.status == 400 || broken.status == 422, "\(broken.status ?? 0)")
            #expect(await desk.reader.get("/import").status == 200)
        }
    }
}
