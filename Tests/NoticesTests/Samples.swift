import Agreements
import Calendars
import Documents
import Ledger
import Notices

/// People and notices that the tests begin with.
enum Samples {
    static let links = Links(base: "https://pksd.contoh.go.id")
    static let regions = Regions([
        Region(code: "53.71", name: "Kota Kupang", level: "kota", zone: .wita),
        Region(code: "53.01", name: "Kabupaten Kupang", level: "kabupaten", zone: .wita),
    ])

    /// Tuesday, 2 March 2027, 08:00 in Kupang.
    static let now = instant("2027-03-02T08:00:00+08:00")

    static func instant(_ text: String) -> Instant { Instant(text) ?? Instant(milliseconds: 0) }
    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    static func person(_ language: Language = .indonesian) -> Person {
        Person(
            id: "per_1", name: "Ani Lestari", roles: [.coordinator], regions: ["53"], email: "ani@kupang.example",
            language: language, digestHour: 7, unsubscribeKey: "k3y", createdAt: now)
    }

    static func notice(
        _ id: String = "ntc_1", ref: String? = "kupang-2027", title: String = "PKS JKN warga Kota Kupang 2027",
        say: Bilingual = Bilingual(
            id: "Selesaikan paraf koordinasi; siapkan surat kuasa dan nomor setiap pihak",
            en: "Finish the initials round; prepare the letters of authority and each party's number"),
        deadline: String? = "2027-03-05", isUrgent: Bool = false, people: Int64 = 0, rupiah: Int64 = 0
    ) -> Notice {
        Notice(
            id: id, person: "per_1",
            content: Notice.Content(
                reminder: "rem_1", agreement: .init(rawValue: "agr_1"), ref: ref, title: title, region: "53.71",
                role: .coordinator, say: say, deadline: deadline.map(day), isUrgent: isUrgent,
                harm: Harm(people: people, rupiah: rupiah), createdAt: now),
            dueAt: now)
    }

    static func mail(_ notices: [Notice], to person: Person = person()) -> NoticeMail? {
        NoticeMail(to: person, about: notices, zone: .wita, at: now, links: links, regions: regions)
    }
}
