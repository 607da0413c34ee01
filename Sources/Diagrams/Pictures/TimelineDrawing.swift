import Calendars
import Documents

/// Writes a timeline of terms as SVG.
struct TimelineDrawing {
    private enum Row {
        case term(TermTimeline.Term)
        case gap(TermTimeline.Gap)

        var from: Day {
            switch self {
            case .term(let term): term.from
            case .gap(let gap): gap.from
            }
        }

        var end: Day? {
            switch self {
            case .term(let term): term.end
            case .gap(let gap): gap.end
            }
        }
    }

    private let rows: [Row]
    private let left: Int
    private let axis: TimeAxis
    private let today: Day
    private var page: ChartPage

    init(
        _ terms: [TermTimeline.Term], _ gaps: [TermTimeline.Gap], title: String, today: Day, _ language: Language,
        _ breadth: Breadth
    ) {
        let all = (terms.map(Row.term) + gaps.map(Row.gap)).enumerated()
            .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
        // What is left out is what ended first.
        let late = all.sorted { $0.end ?? .distant > $1.end ?? .distant }.prefix(ChartPage.mostRows).last?.end
        let shown = all.count > ChartPage.mostRows ? all.filter { $0.end ?? .distant >= late ?? .distant } : all
        rows = Array(shown.suffix(ChartPage.mostRows))
        left = all.count - rows.count
        self.today = today
        page = ChartPage(
            title: title, heading: Bilingual(id: "Masa berlaku naskah", en: "Terms of the papers"),
            verdict: TimelineDrawing.verdict(terms, gaps, today, language),
            tone: gaps.contains { $0.end ?? today >= today } ? .removed : terms.isEmpty ? .plain : .added,
            language: language, breadth: breadth)
        let ends = rows.compactMap(\.end) + rows.filter { $0.end == nil }.map { max($0.from, today) + 180 }
        axis = TimeAxis(of: rows.map(\.from) + ends + [today], from: page.left, to: page.right)
        draw()
    }

    var picture: SVG { page.picture }

    private static func verdict(
        _ terms: [TermTimeline.Term], _ gaps: [TermTimeline.Gap], _ today: Day, _ language: Language
    ) -> Bilingual {
        if terms.isEmpty, gaps.isEmpty { return Bilingual(id: "Belum ada naskah", en: "No papers yet") }
        let ahead = gaps.filter { $0.end ?? today >= today }.min { $0.from < $1.from }
        guard let gap = ahead else {
            return gaps.isEmpty
                ? Bilingual(id: "Tanpa celah", en: "No gaps")
                : Bilingual(
                    id: "\(gaps.count) celah, semuanya sudah lewat",
                    en: gaps.count == 1 ? "1 gap, in the past" : "\(gaps.count) gaps, all in the past")
        }
        let people = gap.people.map { Bilingual(id: ": \($0.people(.indonesian))", en: ": \($0.people(.english))") }
        return gap.contains(today)
            ? Bilingual(
                id: "Hari ini tanpa naskah yang berlaku, sejak \(gap.from.long(.indonesian))\(people?.id ?? "")",
                en: "No paper in force today, since \(gap.from.long(.english))\(people?.en ?? "")")
            : Bilingual(
                id: "Celah berikutnya mulai \(gap.from.long(.indonesian))\(people?.id ?? "")",
                en: "The next gap begins on \(gap.from.long(.english))\(people?.en ?? "")")
    }

    // MARK: Drawing

    private mutating func draw() {
        let language = page.language
        let drawLines = page.draw(axis, today: today)
        let (top, level) = (page.y, page.canvas.level)
        for row in rows {
            switch row {
            case .term(let term): draw(term)
            case .gap(let gap): draw(gap)
            }
        }
        for case .gap(let gap) in rows {
            page.canvas.add([Markup.rectangle("hole", place(gap.from, gap.end, top, page.y - top))], beneath: level)
        }
        drawLines(&page)
        if left > 0 {
            page.remark(
                Bilingual(id: "… dan \(left) yang lebih lama", en: "… and \(left) that ended earlier"))
        }
        page.legend(legend(language))
    }

    private func place(_ from: Day, _ end: Day?, _ y: Double, _ height: Double) -> Rectangle {
        let x = axis.x(from)
        let last = end.map { axis.end($0) } ?? axis.right
        return Rectangle(x: min(x, axis.right - 1.5), y: y, width: max(1.5, last - x), height: height)
    }

    private mutating func draw(_ term: TermTimeline.Term) {
        let language = page.language
        var figures = [days(term.from, term.end)]
        if !term.isSigned { figures.append(Bilingual(id: "belum ditandatangani", en: "not signed").text(language)) }
        let name = [term.kind.name.text(language), term.label.brief].filter { !$0.isEmpty }.joined(separator: " ")
        let words = "\(name): \(figures.listed)"
        page.say(words)
        page.begin(words, link: term.link)
        page.label(name, figures: figures)
        let height = term.kind == .addendum ? 7.0 : 14
        let place = place(term.from, term.end, page.y, height)
        let kind = term.isSigned ? term.kind == .umbrella ? "light" : "solid" : "outline"
        page.canvas.add(Markup.rectangle(kind, place, radius: 2))
        page.finish()
        page.y += height + 10
    }

    private mutating func draw(_ gap: TermTimeline.Gap) {
        let language = page.language
        let length = gap.end.map { Int64($0 - gap.from + 1).days(language) }
        let people = gap.people.map { $0.people(language) }
        let name = Bilingual(id: "Tanpa naskah", en: "No paper").text(language)
        let label = ([name] + [length, people].compactMap { $0 }).listed
        let figures = days(gap.from, gap.end)
        page.say("\(label): \(figures)")
        page.begin("\(label): \(figures)", link: nil)
        page.label(label, figures: [figures], tone: .removed)
        let place = place(gap.from, gap.end, page.y, 14)
        page.canvas.add(Markup.hatched("gap", place))
        page.finish()
        page.y += 24
    }

    private func days(_ from: Day, _ end: Day?) -> String {
        let language = page.language
        guard let end else {
            return Bilingual(id: "sejak ", en: "from ").text(language) + from.short(language)
        }
        return "\(from.short(language)) – \(end.short(language))"
    }

    private func legend(_ language: Language) -> [LegendEntry] {
        var entries: [LegendEntry] = []
        func add(_ text: Bilingual, _ name: String, isHatched: Bool = false, if isNeeded: (Row) -> Bool) {
            if rows.contains(where: isNeeded) {
                entries.append(LegendEntry(text, language, bar: name, isHatched: isHatched))
            }
        }
        func isTerm(_ row: Row, _ test: (TermTimeline.Term) -> Bool) -> Bool {
            if case .term(let term) = row { test(term) } else { false }
        }
        add(Bilingual(id: "ditandatangani", en: "signed"), "solid") {
            isTerm($0) { $0.isSigned && $0.kind != .umbrella }
        }
        add(Bilingual(id: "payung", en: "umbrella"), "light") { isTerm($0) { $0.isSigned && $0.kind == .umbrella } }
        add(Bilingual(id: "belum ditandatangani", en: "not signed"), "outline") { isTerm($0) { !$0.isSigned } }
        add(Bilingual(id: "tanpa naskah yang berlaku", en: "no paper in force"), "gap", isHatched: true) {
            if case .gap = $0 { true } else { false }
        }
        return entries
    }
}

extension TermTimeline.Term.Kind {
    /// What stands before the name of a paper; of most it says all.
    fileprivate var name: Bilingual {
        switch self {
        case .paper: Bilingual(id: "", en: "")
        case .umbrella: Bilingual(id: "Payung:", en: "Umbrella:")
        case .addendum: Bilingual(id: "Adendum:", en: "Addendum:")
        case .renewal: Bilingual(id: "Perpanjangan:", en: "Renewal:")
        }
    }
}

extension Day {
    fileprivate static let distant = Day(number: .max)
}
