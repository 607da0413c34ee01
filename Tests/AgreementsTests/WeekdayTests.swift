import Agreements
import Calendars
import Documents
import Foundation
import Testing

@Suite struct `A weekday beside a date` {
    private func findings(_ text: String) throws -> [Finding] {
        let agreement = Records.agreement { $0.notes = [Note(kind: .context, text: text)] }
        return try Records.findings(agreement).filter { $0.code == "weekday_mismatch" }
    }

    /// 22 January 2026 was a Thursday, 23 January 2018 a Tuesday, 5 March 2026 a Thursday, 6 March 2026 a Friday.
    @Test(arguments: [
        "Kamis, 22 Januari 2026", "Selasa (23/1/2018)", "hari Kamis tanggal 5 Maret 2026", "Jumat 6 Maret 2026",
        "Jum'at, 6 Maret 2026", "Jum\u{2019}at, 6 Maret 2026", "Thursday, 22 January 2026", "Minggu, 8 Maret 2026",
        "Ahad, 8 Maret 2026", "Thursday, January 22, 2026", "Thursday the 22nd of January, 2026",
        "KAMIS, 22 JANUARI 2026", "Kamis, tgl. 22-01-2026", "kamis 2026-01-22", "Kamis, 22.01.2026",
        "Selasa (23/01/2018)", "22 Januari 2026 (Kamis)",
        "pada hari ini, Kamis, tanggal dua puluh dua bulan Januari tahun dua ribu dua puluh enam (22-01-2026)",
        "Kamis tanggal 22 bulan Januari tahun 2026", "Kamis,\n  22 Januari 2026", "Kamis,\u{A0}22\u{A0}Januari 2026",
        // In English the month may stand first: 3 May 2026 was a Sunday, 5 March a Thursday.
        "Thursday, 3/5/2026", "Sunday, 3/5/2026",
    ])
    func `says nothing where it fits, and is told with any other`(text: String) throws {
        #expect(try findings("Ditandatangani \(text) di Kupang.") == [])
        let weekdays = [
            ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"],
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        ]
        let small = text.lowercased().replacing("\u{2019}", with: "'").replacing("jum'at", with: "jumat")
            .replacing("ahad", with: "minggu")
        for names in weekdays {
            guard let right = names.first(where: { small.contains($0) }) else { continue }
            for wrong in names where wrong != right {
                let other = small.replacing(right, with: wrong.capitalized)
                let fitsToo = other.contains("3/5/2026") && ["thursday", "sunday"].contains(wrong)
                #expect(try findings("Ditandatangani \(other) di Kupang.").count == (fitsToo ? 0 : 1), "\(other)")
            }
        }
    }

    @Test func `is told as Lebak's own site printed it`() throws {
        let finding = try #require(try findings("Rangkasbitung, Selasa 22 Januari 2026 - Pemkab Lebak").first)
        #expect(finding.key == "weekday_mismatch:Selasa 22 Januari 2026")
        #expect(
            finding.numbers == ["written": "Selasa 22 Januari 2026", "date": "2026-01-22", "weekday": "thursday"])
        #expect(finding.say.id == "Tertulis \"Selasa 22 Januari 2026\", padahal 22 Januari 2026 hari Kamis.")
        #expect(finding.say.en == "\"Selasa 22 Januari 2026\" is written, but 2026-01-22 is a Thursday.")
    }

    @Test(arguments: [
        // No whole date, no date that exists, or none that belongs to the weekday.
        "Selasa, 22 Januari", "Selasa, 22 Januari 26", "Selasa, 22 Januari 20261", "Selasa, 30 Februari 2026",
        "Selasa, 122 Januari 2026", "Selasa lalu, 22 Januari 2026", "Selasa. 22 Januari 2026 disahkan",
        "Senin-Selasa, 19-20 Januari 2027", "Keselasaan 22 Januari 2026",
        "Selasa, 22 Januar 2026", "Selasa, 22/1/26", "Selasa, 22/1-2026", "Selasa, 22 Januari 1026",
        "Jumat'an 22 Januari 2026", "selasa\u{2013}rabu, 22 Januari 2026", "Selasa", "Selasa (", "22 Januari 2026 (",
        "22 Januari 2026 (Selasa", "Senin (22 Januari", "Selasa, 31 April 2026",
        // A week, not a Sunday.
        "minggu 2 Januari 2026", "minggu ke-2 Januari 2026",
        // The bracket has a date of its own.
        "22 Januari 2026 (Jumat 23 Januari 2026)",
    ])
    func `is not seen where there is none`(text: String) throws {
        #expect(try findings(text) == [], "\(text)")
    }

    @Test func `is looked for wherever people write, in a fixed order and each once`() throws {
        let agreement = Records.agreement {
            $0.title = "PKS Senin, 22 Januari 2026"
            $0.fields["b"] = [Figure(value: .text("Rabu, 22 Januari 2026"))]
            $0.fields["a"] = [
                Figure(value: .text("Minggu, 22 Januari 2026")), Figure(value: .text("Selasa, 22 Januari 2026")),
            ]
            $0.notes = [Note(kind: .comment, text: "Jumat, 22 Januari 2026; lagi: Jumat,  22 Januari\t2026")]
            $0.documents = [
                Document(kind: "k", title: "Sabtu, 22 Januari 2026", note: "Minggu (22/1/2026), Senin, 22 Januari 2026")
            ]
        }
        #expect(
            try Records.findings(agreement).map(\.key)
                == [
                    "Senin, 22 Januari 2026", "Selasa, 22 Januari 2026", "Rabu, 22 Januari 2026",
                    "Jumat, 22 Januari 2026", "Sabtu, 22 Januari 2026", "Minggu (22/1/2026",
                ].map { "weekday_mismatch:\($0)" })
    }

    /// Each date of 400 years, written by hand, fits its own weekday and no other.
    @Test func `is right for every day`() throws {
        var dice = Dice(seed: 51)
        let names = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
        let first = try #require(Day("1900-01-01"))
        // 1 January 1900 was a Monday.
        var text = ""
        for _ in 0..<2_000 {
            let number = Int.random(in: 0..<109_000, using: &dice)
            text += "\(names[number % 7]), \((first + number).indonesian). "
        }
        #expect(try findings(text) == [])
        let wrong = try findings(text.replacing("Senin", with: "Selasa"))
        #expect(wrong.count == 20, "more of the same are not told")
        #expect(wrong.allSatisfy { ($0.numbers["weekday"]) == "monday" })
    }

    /// A text that is made to keep a reader busy is read once.
    @Test(arguments: [
        "Selasa, 22 Januari 2026 ", "Selasa ", "Selasa, ", "Selasa (", "selasa dua puluh dua bulan ", "22 ",
        "22 Januari ",
        "22/", "1", "a", "'", "Jum'", "22 Januari 2026 (", "\u{A0}", " \n", "é", "Selasa tanggal ", "tgl. ",
    ])
    func `is found in linear time`(piece: String) throws {
        var agreement = Records.agreement()
        agreement.notes = [
            Note(kind: .comment, text: "Selasa" + String(repeating: piece, count: 40_000 / piece.utf8.count))
        ]
        #expect(try Records.findings(agreement).count <= 1)
    }
}
