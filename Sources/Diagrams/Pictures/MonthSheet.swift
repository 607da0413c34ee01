import Agreements
public import Calendars
public import Documents

/// A month as a picture, for paper. On a page, a table of ``MonthCalendar`` is easier to read with a screen reader.
///
/// Each kind of entry has a sign of its own shape, days off are grey, holidays are named and today is framed. In the narrow
/// one the days have signs and numbers, and what they mean is listed below.
public struct MonthSheet: Illustration {
    public let picture: SVG

    /// - Parameter title: whose month it is; three lines of it are shown.
    public init(_ calendar: MonthCalendar, title: String, language: Language, breadth: Breadth = .wide) {
        picture = MonthDrawing(calendar, title: title, language, breadth).picture
    }
}

extension MonthCalendar.Entry.Kind {
    public var label: Bilingual {
        switch self {
        case .deadline: Bilingual(id: "tenggat", en: "deadline")
        case .termEnd: Bilingual(id: "masa berlaku berakhir", en: "end of term")
        case .bill: Bilingual(id: "tagihan jatuh tempo", en: "bill due")
        case .other: Bilingual(id: "lainnya", en: "other")
        }
    }

    fileprivate func counted(_ count: Int) -> Bilingual {
        let plural = count == 1 ? "" : "s"
        return switch self {
        case .deadline: Bilingual(id: "\(count) tenggat", en: "\(count) deadline\(plural)")
        case .termEnd: Bilingual(id: "\(count) masa berlaku berakhir", en: "\(count) end\(plural) of term")
        case .bill: Bilingual(id: "\(count) tagihan jatuh tempo", en: "\(count) bill\(plural) due")
        case .other: Bilingual(id: "\(count) lainnya", en: "\(count) other\(plural)")
        }
    }

    /// A shape of its own, nine pixels wide: a triangle, a square, a disc, a rhomb.
    func sign(at corner: Point) -> String {
        let start = "M\(corner.x.written) \(corner.y.written)"
        let line =
            switch self {
            case .deadline: start + "m4.5 0l4.5 9h-9z"
            case .termEnd: start + "h9v9h-9z"
            case .bill: start + "m0 4.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z"
            case .other: start + "m4.5 0l4.5 4.5l-4.5 4.5l-4.5 -4.5z"
            }
        return Markup.path("sign", line)
    }
}

extension Holidays.Holiday {
    /// What it is called, and whether it is joint leave or only an estimate.
    public func text(_ language: Language) -> String {
        // Decrees name joint leave as such already.
        let said = "Cuti Bersama "
        let isSaid = name.lowercased().hasPrefix(said.lowercased())
        let name = kind == .jointLeave && isSaid ? String(name.dropFirst(said.count)) : name
        let kind = kind == .jointLeave ? Bilingual(id: "Cuti bersama: ", en: "Joint leave: ").text(language) : ""
        let estimate = isEstimated ? Bilingual(id: " (perkiraan)", en: " (estimate)").text(language) : ""
        return kind + name.brief + estimate
    }
}

/// Writes a month as SVG.
struct MonthDrawing {
    private let calendar: MonthCalendar
    private var page: ChartPage
    private let cellWidth: Double

    private static let lineHeight = 16.0
    private static let mostEntries = 4

    init(_ calendar: MonthCalendar, title: String, _ language: Language, _ breadth: Breadth) {
        self.calendar = calendar
        let counts = MonthCalendar.Entry.Kind.allCases.compactMap { kind -> Bilingual? in
            let count = calendar.days.reduce(0) { $0 + ($1.counts[kind] ?? 0) }
            return count > 0 ? kind.counted(count) : nil
        }
        page = ChartPage(
            title: title,
            heading: Bilingual(id: calendar.month.long(.indonesian), en: calendar.month.long(.english)),
            verdict: counts.isEmpty
                ? Bilingual(id: "Tidak ada yang jatuh tempo", en: "Nothing is due")
                : Bilingual(
                    id: counts.map(\.id).joined(separator: ", "), en: counts.map(\.en).joined(separator: ", ")),
            tone: .plain, language: language, breadth: breadth)
        cellWidth = page.width / 7
        draw()
    }

    var picture: SVG { page.picture }

    private mutating func draw() {
        let language = page.language
        for (index, name) in MonthDrawing.weekdays.text(language).split(separator: " ").enumerated() {
            page.draw(
                String(name), .badge, .muted, at: Point(x: page.left + (Double(index) + 0.5) * cellWidth, y: page.y))
        }
        page.y += 19
        for week in calendar.weeks {
            let blocks = week.map { block(of: $0) }
            let height = max(page.breadth == .wide ? 62 : 44, (blocks.map(\.height).max() ?? 0) + 8)
            for (index, cell) in week.enumerated() {
                let corner = Point(x: page.left + Double(index) * cellWidth, y: page.y)
                draw(cell, blocks[index], in: Rectangle(x: corner.x, y: corner.y, width: cellWidth, height: height))
            }
            page.y += height
        }
        page.y += 8
        if page.breadth == .narrow { drawList() }
        say()
        page.legend(legend)
    }

    private static let weekdays = Bilingual(id: "Sen Sel Rab Kam Jum Sab Min", en: "Mon Tue Wed Thu Fri Sat Sun")

    // MARK: Days

    /// What stands below the number of a day.
    private struct Block {
        var holiday: [String] = []
        var entries: [(sign: MonthCalendar.Entry.Kind, lines: [String], entry: MonthCalendar.Entry?)] = []
        var more: String?

        var height: Double {
            22 + Double(holiday.count + entries.map(\.lines.count).reduce(0, +) + (more == nil ? 0 : 1))
                * MonthDrawing.lineHeight
        }
    }

    private func block(of cell: MonthCalendar.Cell) -> Block {
        guard cell.isInMonth else { return Block() }
        let language = page.language
        let (row, figure) = (TextBlock.Style.row.lettering, TextBlock.Style.caption.lettering)
        var block = Block()
        guard page.breadth == .wide else {
            block.entries = MonthCalendar.Entry.Kind.allCases.compactMap { kind in
                let count = cell.counts[kind] ?? 0
                return count > 0
                    ? (kind, [figure.cut(Int64(count).text(language), to: cellWidth - 20)], nil) : nil
            }
            return block
        }
        block.holiday = cell.holiday.map { row.wrapped($0.text(language), to: cellWidth - 10, lines: 3) } ?? []
        let shown = cell.count > MonthDrawing.mostEntries ? MonthDrawing.mostEntries - 1 : cell.count
        block.entries = cell.entries.prefix(shown).map {
            ($0.kind, row.wrapped($0.text.brief, to: cellWidth - 24, lines: 2), $0)
        }
        let rest = cell.count - min(shown, cell.entries.count)
        if rest > 0 { block.more = Bilingual(id: "… \(rest) lagi", en: "… \(rest) more").text(language) }
        return block
    }

    private mutating func draw(_ cell: MonthCalendar.Cell, _ block: Block, in place: Rectangle) {
        let off = cell.isOff && cell.isInMonth ? " off" : ""
        page.canvas.add(Markup.rectangle("cell" + off, place))
        if cell.isInMonth, cell.isToday {
            let inside = Rectangle(
                x: place.x + 1.5, y: place.y + 1.5, width: place.width - 3, height: place.height - 3)
            page.canvas.add(Markup.rectangle("cell now" + off, inside))
        }
        guard cell.isInMonth else {
            page.draw(String(cell.day.dayOfMonth), .row, .muted, at: Point(x: place.x + 5, y: place.y + 4))
            return
        }
        page.draw(
            String(cell.day.dayOfMonth), .lane, cell.holiday == nil ? .plain : .removed,
            at: Point(x: place.x + 5, y: place.y + 3))
        if cell.isToday, page.breadth == .wide {
            let badge = TextBlock.Badge(text: Bilingual(id: "hari ini", en: "today").text(page.language), tone: .here)
            page.canvas.draw(badge, at: Point(x: place.maxX - badge.width - 4, y: place.y + 4))
        } else if cell.holiday != nil, page.breadth == .narrow {
            // The number alone would tell a holiday by its colour only.
            page.canvas.add(
                Markup.rectangle(
                    "gap", Rectangle(x: place.x + 5, y: place.y + 19, width: 14, height: 1)))
        }
        var y = place.y + 22
        for line in block.holiday {
            page.draw(line, .row, .removed, at: Point(x: place.x + 5, y: y))
            y += MonthDrawing.lineHeight
        }
        for line in block.entries {
            if let entry = line.entry { page.begin(words(of: entry), link: entry.link) }
            page.canvas.add(line.sign.sign(at: Point(x: place.x + 5, y: y + 3)))
            for text in line.lines {
                page.draw(text, .row, at: Point(x: place.x + 19, y: y), more: " link")
                y += MonthDrawing.lineHeight
            }
            if line.entry != nil { page.finish() }
        }
        if let more = block.more { page.draw(more, .row, .muted, at: Point(x: place.x + 19, y: y)) }
    }

    // MARK: Words

    private func words(of entry: MonthCalendar.Entry) -> String {
        "\(entry.day.short(page.language)), \(entry.kind.label.text(page.language)): \(entry.text.brief)"
    }

    /// What the signs of the narrow picture stand for.
    private mutating func drawList() {
        let language = page.language
        let row = TextBlock.Style.row.lettering
        var rows: [(day: Day, entry: MonthCalendar.Entry?, text: String)] = []
        for cell in calendar.days {
            if let holiday = cell.holiday { rows.append((cell.day, nil, holiday.text(language))) }
            rows += cell.entries.map { (cell.day, $0, $0.text.brief) }
        }
        var last: Day?
        for line in rows.prefix(ChartPage.mostRows) {
            if line.day != last {
                page.draw(String(line.day.dayOfMonth), .lane, at: Point(x: page.left, y: page.y))
                last = line.day
            }
            let text = row.cut(line.text, to: page.width - 42)
            page.begin(
                line.entry.map { words(of: $0) } ?? "\(line.day.short(language)): \(line.text)", link: line.entry?.link)
            if let entry = line.entry {
                page.canvas.add(entry.kind.sign(at: Point(x: page.left + 26, y: page.y + 3)))
            }
            page.draw(
                text, .row, line.entry == nil ? .removed : .plain, at: Point(x: page.left + 42, y: page.y),
                more: " link")
            page.finish()
            page.y += 18
        }
        let rest = rows.count - ChartPage.mostRows
        if rest > 0 { page.remark(Bilingual(id: "… dan \(rest) lagi", en: "… and \(rest) more")) }
        page.y += 4
    }

    private mutating func say() {
        let language = page.language
        for cell in calendar.days {
            if let holiday = cell.holiday { page.say("\(cell.day.short(language)): \(holiday.text(language))") }
            for entry in cell.entries.prefix(MonthDrawing.mostEntries) { page.say(words(of: entry)) }
        }
    }

    private var legend: [LegendEntry] {
        let language = page.language
        let kinds = MonthCalendar.Entry.Kind.allCases.filter { kind in
            calendar.days.contains { $0.counts[kind] ?? 0 > 0 }
        }
        let signs = kinds.map {
            kind in
            LegendEntry(kind.label.text(language)) { kind.sign(at: Point(x: $0.x + 10, y: $0.y + 5)) }
        }
        let off = LegendEntry(Bilingual(id: "hari libur", en: "day off"), language, bar: "cell off")
        guard calendar.days.contains(where: \.isToday) else { return signs + [off] }
        return signs + [off, LegendEntry(Bilingual(id: "hari ini", en: "today"), language, bar: "cell now")]
    }
}
