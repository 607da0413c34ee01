import Agreements
import Calendars
import Diagrams
import Documents
import Engine
import Hummingbird
import Ledger

/// A month of deadlines, ends of terms, bills and days off, for a screen, a telephone and a sheet of paper.
struct MonthPages {
    /// Of a day so many are named; the rest is counted, and stands in a list of its own.
    private static let namedMax = 6
    private static let rowsMax = 50
    private static let nameMax = 40

    let pages: Pages

    private var engine: Engine { pages.engine }

    func add(to router: PageGroup) {
        router.get("month", use: month)
        router.get("month/list", use: list)
    }

    private struct Model {
        struct Entry {
            var kind: String
            var kindName: String
            var text: String
            var path: String
        }

        struct Rest {
            var path: String
            var text: String
        }

        struct Cell {
            var number: Int
            var date: String
            var look: String
            var isInMonth: Bool
            var isToday: Bool
            var holiday: String?
            var entries: [Entry]
            var rest: [Rest]
        }

        struct Week { var cells: [Cell] }

        var title: String
        var filters: [ListPage.Filter]
        var verdict: String
        var previous: ListPage.Link
        var following: ListPage.Link
        var weekdays: [String]
        var weeks: [Week]
        var isEmpty: Bool
        var sheet: String
    }

    // MARK: The month

    @Sendable private func month(_ request: Request, _ context: PageContext) async throws -> Response {
        let query = Query(form: request)
        let region = context.region(query, engine.rules.reference.regions)
        let asked = query.month("month")
        try query.finish()
        try engine.check(Scope(region: region))
        let language = context.language
        let today = engine.today(in: region)
        let month = asked ?? today.month
        let days = try await engine.dates(
            in: month, region: region, limit: MonthPages.namedMax, for: context.principal)
        let calendar = calendar(month, days, today)
        let place = region.map { engine.rules.reference.regions[$0]?.name ?? $0 }
        let title = month.text(language)
        func link(_ month: Month) -> ListPage.Link {
            .init(path: path(month, region), text: month.text(language))
        }
        let weeks = calendar.weeks.map { week in Model.Week(cells: week.map { cell($0, region, language) }) }
        let sheet = MonthSheet(calendar, title: place ?? "Indonesia", language: language)
        let model = Model(
            title: title + (place.map { " · " + $0 } ?? ""),
            filters: [
                .typed("month", Bilingual(id: "Bulan", en: "Month").text(language), month.description, "month"),
                .typed("region", Bilingual(id: "Kode daerah", en: "Code of the region").text(language), region ?? ""),
            ], verdict: verdict(days, language), previous: link(month.adding(-1)), following: link(month.adding(1)),
            weekdays: MonthPages.weekdays.text(language).split(separator: " ").map(String.init), weeks: weeks,
            isEmpty: days.isEmpty && calendar.days.allSatisfy { $0.holiday == nil },
            sheet: sheet.inline(id: "sheet"))
        return pages.page("month", title, in: .calendar, model, context)
    }

    private static let weekdays = Bilingual(
        id: "Senin Selasa Rabu Kamis Jumat Sabtu Minggu", en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    )

    private func path(_ month: Month, _ region: String?) -> String {
        "/month?month=\(month)" + (region.map { "&region=\($0)" } ?? "")
    }

    private func calendar(_ month: Month, _ days: [DatedDay], _ today: Day) -> MonthCalendar {
        var counts: [Day: [MonthCalendar.Entry.Kind: Int]] = [:]
        var entries: [MonthCalendar.Entry] = []
        for day in days {
            counts[day.day, default: [:]][day.kind.entry] = day.count
            entries += day.rows.map { row in
                MonthCalendar.Entry(
                    day: day.day, kind: day.kind.entry, text: name(of: row), link: "/agreements/\(row.agreement)")
            }
        }
        return MonthCalendar(
            month, entries: entries, counts: counts, holidays: engine.rules.calendar.holidays, today: today)
    }

    /// Short enough for a day in a month.
    private func name(of row: DatedRow) -> String {
        let region = engine.rules.reference.regions[row.region]?.name ?? row.region
        return row.ref ?? "\(region): \(row.title.cut(to: MonthPages.nameMax))"
    }

    private func cell(_ cell: MonthCalendar.Cell, _ region: String?, _ language: Language) -> Model.Cell {
        let named = cell.entries.prefix(MonthPages.namedMax)
        let rest = DatedRow.Kind.allCases.compactMap { kind -> Model.Rest? in
            let count = (cell.counts[kind.entry] ?? 0) - named.count { $0.kind == kind.entry }
            guard count > 0 else { return nil }
            return Model.Rest(
                path: MonthPages.list(kind, on: cell.day, region),
                text: "+\(Int64(count).text(language)) \(kind.entry.label.text(language))")
        }
        let look = [
            cell.isInMonth ? nil : "out", cell.isOff ? "off" : nil, cell.isToday ? "today" : nil,
            cell.isInMonth && (cell.count > 0 || cell.holiday != nil) ? nil : "empty",
        ]
        return Model.Cell(
            number: cell.day.dayOfMonth, date: cell.day.text(language),
            look: look.compactMap { $0 }.joined(separator: " "),
            isInMonth: cell.isInMonth, isToday: cell.isToday,
            holiday: cell.isInMonth ? cell.holiday?.text(language) : nil,
            entries: named.map {
                Model.Entry(
                    kind: $0.kind.mark, kindName: $0.kind.label.text(language), text: $0.text,
                    path: $0.link ?? "")
            }, rest: rest)
    }

    private func verdict(_ days: [DatedDay], _ language: Language) -> String {
        let parts = DatedRow.Kind.allCases.compactMap { kind -> String? in
            let count = days.filter { $0.kind == kind }.reduce(0) { $0 + $1.count }
            return count > 0
                ? "\(kind.entry.mark) \(kind.entry.label.text(language)) \(Int64(count).text(language))" : nil
        }
        return parts.isEmpty
            ? Bilingual(id: "Tidak ada yang jatuh tempo.", en: "Nothing is due.").text(language)
            : parts.joined(separator: " · ")
    }

    // MARK: One day

    private static func list(_ kind: DatedRow.Kind, on day: Day, _ region: String?) -> String {
        "/month/list?on=\(day)&kind=\(kind.rawValue)" + (region.map { "&region=\($0)" } ?? "")
    }

    @Sendable private func list(_ request: Request, _ context: PageContext) async throws -> Response {
        let query = Query(form: request)
        let region = context.region(query, engine.rules.reference.regions)
        let after = query.text("after")
        let kind: DatedRow.Kind = query.choice("kind") ?? .step
        let day = query.day("on") ?? engine.today(in: region)
        try query.finish()
        try engine.check(Scope(region: region))
        let language = context.language
        let say = context.say
        let rows = try await engine.dates(
            of: kind, on: day, region: region, after: after.map { .init(rawValue: $0) }, limit: MonthPages.rowsMax + 1,
            for: context.principal)
        var page = ListPage(title: day.text(language))
        page.filters = [
            .typed("on", say("Hari", "Day"), day.description, "date"),
            .chosen(
                "kind", say("Yang jatuh", "What falls on it"), kind.rawValue,
                from: DatedRow.Kind.allCases.map { ($0.rawValue, $0.entry.label.text(language)) }),
            .typed("region", say("Kode daerah", "Code of the region"), region ?? ""),
        ]
        var table = ListPage.Table(
            "dates", kind.entry.label.text(language).capitalizedFirst,
            [
                .init(say("Perjanjian", "Agreement")), .init(say("Rujukan", "Reference")),
                .init(say("Daerah", "Region")),
            ],
            none: say("Tidak ada.", "None."))
        for row in rows.prefix(MonthPages.rowsMax) {
            table.append([
                .init(row.title.cut(to: 200), path: "/agreements/\(row.agreement)"), .init(row.ref),
                .init(engine.rules.reference.regions[row.region]?.name ?? row.region),
            ])
        }
        if rows.count > MonthPages.rowsMax {
            table.next = MonthPages.list(kind, on: day, region) + "&after=\(rows[MonthPages.rowsMax - 1].agreement)"
        }
        page.tables = [table]
        page.links = [.init(path: path(day.month, region), text: day.month.text(language))]
        return pages.page("list", page.title, in: .calendar, page, context)
    }
}

extension DatedRow.Kind {
    fileprivate var entry: MonthCalendar.Entry.Kind {
        switch self {
        case .step: .deadline
        case .end: .termEnd
        case .bill: .bill
        }
    }
}

extension MonthCalendar.Entry.Kind {
    /// As the pictures mark it.
    fileprivate var mark: String {
        switch self {
        case .deadline: "▲"
        case .termEnd: "■"
        case .bill: "●"
        case .other: "◆"
        }
    }
}

extension String {
    /// At most so many characters, the last of them an ellipsis where something is left out.
    func cut(to length: Int) -> String {
        index(startIndex, offsetBy: length, limitedBy: endIndex).map { $0 == endIndex } ?? true
            ? self : prefix(length - 1) + "…"
    }

    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
