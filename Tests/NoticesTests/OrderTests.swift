import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Notices

/// What comes first in a summary, and what is left out.
@Suite struct OrderTests {
    private static let inOrder = [
        Samples.notice("1", ref: "z", deadline: nil, people: 98_000),
        Samples.notice("2", ref: "y", deadline: "2027-12-31", people: 19_000, rupiah: 2),
        Samples.notice("3", ref: "x", deadline: "2027-03-03", people: 19_000, rupiah: 1),
        Samples.notice("4", ref: "w", deadline: "2027-12-31", rupiah: 8_100_000_000),
        Samples.notice("5", ref: "v", deadline: "2027-02-01"),
        Samples.notice("6", ref: "t", deadline: "2027-04-01"),
        Samples.notice("7", ref: "u", deadline: "2027-04-01"),
        Samples.notice("8", ref: "a", deadline: nil),
        Samples.notice("9", ref: nil, deadline: nil),
    ]

    @Test func `people come before money, money before time, time before names`() {
        var dice = Dice(seed: 1)
        for _ in 0..<200 {
            #expect(
                OrderTests.inOrder.shuffled(using: &dice).sortedByHarm().map(\.id)
                    == ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
        }
    }

    @Test func `a summary is grouped by how pressing things are, each group by harm`() throws {
        var dice = Dice(seed: 2)
        var notices = OrderTests.inOrder
        notices.append(Samples.notice("10", ref: "s", deadline: "2027-03-02", people: 7))
        notices.append(Samples.notice("11", ref: "r", deadline: "2027-03-04", isUrgent: true, people: 8))
        let text = try #require(Samples.mail(notices.shuffled(using: &dice))).text
        let links = text.split(separator: "\n").compactMap { $0.split(separator: "/agreements/").dropFirst().first }
        #expect(links == ["v", "r", "s", "z", "y", "x", "w", "t", "u", "a", "agr_1"])
        let heads = ["LEWAT TENGGAT", "MENDESAK", "AKAN DATANG"]
        #expect(text.split(separator: "\n").map(String.init).filter(heads.contains) == heads)
    }

    @Test func `without notices there is no mail`() {
        #expect(Samples.mail([]) == nil)
    }

    @Test(
        arguments: [
            ([nil, nil], "2 hal menunggu Anda"),
            (["2027-03-05", nil, "2027-03-04"], "3 hal menunggu Anda; tenggat terdekat Kamis, 4 Maret 2027"),
            (
                ["2027-03-01", "2027-03-02"],
                "2 hal menunggu Anda, 1 lewat tenggat; tenggat terdekat Selasa, 2 Maret 2027"
            ),
            (
                ["2027-02-28", "2027-03-01"],
                "2 hal menunggu Anda, 2 lewat tenggat; tenggat terlama Minggu, 28 Februari 2027"
            ),
        ] as [([String?], String)])
    func `the subject of a summary says how many and the nearest deadline`(_ days: [String?], _ subject: String) throws
    {
        let notices = days.enumerated().map { Samples.notice("\($0)", deadline: $1) }
        #expect(try #require(Samples.mail(notices)).subject == subject)
    }

    @Test func `of very many the most harmful are said in full, then briefly, then counted`() throws {
        let notices = (0..<1_000).map { Samples.notice("\($0)", ref: "r\($0)", people: Int64($0)) }
        let mail = try #require(Samples.mail(notices))
        let lines = mail.text.split(separator: "\n").map(String.init)
        #expect(lines.count { $0.contains("Buka dan tanggapi: ") } == 40)
        #expect(lines.count { $0.contains("/agreements/r") } == 400)
        #expect(lines.contains("Masih ada 600 hal lain di pksd: https://pksd.contoh.go.id/"))
        #expect(lines.contains("400. Selesaikan paraf koordinasi; siapkan surat kuasa dan nomor setiap pihak"))
        #expect(
            mail.html.split(separator: "/agreements/r").count == 401 && mail.html.contains("Masih ada 600 hal lain"))
        #expect(mail.subject.hasPrefix("1.000 hal menunggu Anda"))
    }
}
