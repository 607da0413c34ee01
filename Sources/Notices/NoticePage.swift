import Agreements
import Calendars
import Documents
import Ledger

/// What a mail says, in order, before it becomes text or HTML.
struct NoticePage {
    /// Notices that are equally pressing, the greatest harm first.
    struct Group {
        var pressure: Notice.Content.Pressure
        var notices: [NoticeLines]
        /// Further ones, of which only the most important is said.
        var brief: [NoticeLines]
    }

    var wording: Wording
    var contents: [Notice.Content]
    var subject: String
    var greeting: String
    var lead: String
    var groups: [Group]
    /// How many are not said at all, and where they can be found; nil if there are none.
    var rest: (text: String, link: String)?
    var footer: Footer

    /// So many are said in full; then, briefly, so many in all. What is more would not be read, and mail servers clip it.
    static let fullMax = 40, saidMax = 400

    init(to person: Person, about notices: [Notice], _ wording: Wording, links: Links, regions: Regions) {
        self.wording = wording
        contents = notices.sortedByHarm().map(\.content)
        let byPressure = Dictionary(grouping: contents) { $0.pressure(on: wording.today) }
        var left = (full: NoticePage.fullMax, said: NoticePage.saidMax)
        groups = Notice.Content.Pressure.allCases.compactMap { pressure in
            guard let contents = byPressure[pressure], left.said > 0 else { return nil }
            let lines = contents.prefix(left.said).map { NoticeLines($0, wording, links: links) }
            let group = Group(
                pressure: pressure, notices: Array(lines.prefix(left.full)), brief: Array(lines.dropFirst(left.full)))
            left = (left.full - group.notices.count, left.said - lines.count)
            return group
        }
        let unsaid = contents.count - (NoticePage.saidMax - left.said)
        rest =
            unsaid > 0
            ? (
                wording(
                    id: "Masih ada \(wording.number(Int64(unsaid))) hal lain di pksd",
                    en: "\(wording.number(Int64(unsaid))) more in pksd"), links.start
            ) : nil
        let name = person.name.tidied.clipped(to: NoticeMail.nameMax)
        greeting =
            name.isEmpty
            ? wording(id: "Yth. Bapak/Ibu,", en: "Good day,") : wording(id: "Yth. \(name),", en: "Dear \(name),")
        let counts = Notice.Content.Pressure.allCases.compactMap { pressure in
            byPressure[pressure].map {
                "\(wording.number(Int64($0.count))) \(pressure.label.text(wording.language).lowercased())"
            }
        }
        lead =
            contents.count == 1
            ? wording(id: "Mohon ditindaklanjuti:", en: "Please see to this:")
            : wording(
                id: "Ada \(wording.number(Int64(contents.count))) hal yang mohon ditindaklanjuti: ",
                en: "Please see to \(wording.number(Int64(contents.count))) matters: ")
                + counts.joined(separator: ", ") + "."
        subject = NoticePage.subject(contents, wording)
        footer = Footer(person, contents, wording, links: links, regions: regions)
    }

    private static let saySubjectMax = 60, titleSubjectMax = 40

    private static func subject(_ contents: [Notice.Content], _ wording: Wording) -> String {
        guard contents.count == 1, let content = contents.first else { return summarySubject(contents, wording) }
        let say = content.say.text(wording.language).tidied.clipped(to: saySubjectMax)
        let title = content.title.tidied.clipped(to: titleSubjectMax)
        let deadline = content.deadline.map { day in
            day < wording.today
                ? wording(id: "Lewat tenggat \(wording.date(day))", en: "Overdue since \(wording.date(day))")
                : wording(id: "Tenggat \(wording.date(day))", en: "Due \(wording.date(day))")
        }
        let sentence = [deadline, say].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
        return [sentence, title].filter { !$0.isEmpty }.joined(separator: " – ")
    }

    /// How many, and the nearest deadline that can still be met; without one, the earliest that was not.
    private static func summarySubject(_ contents: [Notice.Content], _ wording: Wording) -> String {
        let deadlines = contents.compactMap(\.deadline)
        let overdue = deadlines.count { $0 < wording.today }
        let count = wording.number(Int64(contents.count))
        var parts = [wording(id: "\(count) hal menunggu Anda", en: "\(count) matters wait for you")]
        if overdue > 0 {
            let late = wording.number(Int64(overdue))
            parts[0] += wording(id: ", \(late) lewat tenggat", en: ", \(late) overdue")
        }
        if let nearest = deadlines.filter({ $0 >= wording.today }).min() {
            let day = wording.weekdayAndDate(nearest)
            parts.append(wording(id: "tenggat terdekat \(day)", en: "nearest deadline \(day)"))
        } else if let earliest = deadlines.min() {
            let day = wording.weekdayAndDate(earliest)
            parts.append(wording(id: "tenggat terlama \(day)", en: "earliest deadline \(day)"))
        }
        return parts.joined(separator: "; ")
    }
}
