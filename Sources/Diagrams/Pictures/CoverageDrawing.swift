import Agreements
import Calendars
import Documents

/// Writes the chart of a region's coverage as SVG.
struct CoverageDrawing {
    private let reports: [CoverageChart.Report]
    private let bars: [Bar]
    private let axis: TimeAxis
    private let today: Day
    private var page: ChartPage
    private var plot: Rectangle
    private let range: ClosedRange<Int64>

    private static let mostReports = 120
    private static let mostSentences = 24
    private static let height = 240.0
    /// What is reported beyond is drawn at the edge, with its number.
    private static let highest: Int64 = 15_000

    /// A threshold for as long as it holds.
    private struct Bar {
        var from: Day
        var end: Day
        var value: Percent
        var isActivity: Bool
    }

    init(
        _ all: [CoverageChart.Report], _ thresholds: Thresholds, title: String, today: Day, _ language: Language,
        _ breadth: Breadth
    ) {
        let known = all.filter { $0.coverage != nil || $0.activity != nil }
        reports = Array(known.sorted { $0.day < $1.day }.suffix(CoverageDrawing.mostReports))
        self.today = today
        let latest = reports.last
        page = ChartPage(
            title: title, heading: Bilingual(id: "Cakupan dan keaktifan JKN", en: "JKN coverage and activity"),
            verdict: latest.map { CoverageDrawing.verdict($0, thresholds, language) }
                ?? Bilingual(id: "Belum ada angka", en: "No figures yet"),
            tone: latest.map { CoverageDrawing.isReached($0, thresholds) ? .added : .removed } ?? .plain,
            notes: latest.map {
                [
                    Bilingual(
                        id: "Angka terakhir per \($0.day.long(.indonesian))",
                        en: "Last figures as of \($0.day.long(.english))")
                ]
            } ?? [], language: language, breadth: breadth)
        let gutter = TextBlock.Style.tick.lettering.width("100%") + 6
        axis = TimeAxis(of: reports.map(\.day) + [today], from: page.left + gutter, to: page.right - 6)
        bars = CoverageDrawing.bars(
            thresholds, from: min(reports.first?.day ?? today, today), to: max(latest?.day ?? today, today))
        let values = reports.flatMap { [$0.coverage, $0.activity] }.compactMap { $0 } + bars.map(\.value)
        let numbers = values.map { min($0.hundredths, CoverageDrawing.highest) }
        let (low, high) = (numbers.min() ?? 9_000, max(10_000, numbers.max() ?? 0))
        // Half a step of air, so that nothing lies on the edge but what is beyond it.
        range = max(0, (low - 300) / 1_000 * 1_000)...((high + 999) / 1_000 * 1_000)
        plot = Rectangle(x: axis.left, y: 0, width: axis.right - axis.left, height: CoverageDrawing.height)
        draw()
    }

    var picture: SVG { page.picture }

    private static func isReached(_ report: CoverageChart.Report, _ thresholds: Thresholds) -> Bool {
        guard let bar = thresholds.row(on: report.day) else { return true }
        func isReached(_ value: Percent?, _ least: Percent?) -> Bool { least.map { value ?? $0 >= $0 } ?? true }
        return isReached(report.coverage, bar.coverage) && isReached(report.activity, bar.activity)
    }

    private static func verdict(
        _ report: CoverageChart.Report, _ thresholds: Thresholds, _ language: Language
    ) -> Bilingual {
        let bar = thresholds.row(on: report.day)
        func words(_ name: Bilingual, _ value: Percent?, _ least: Percent?) -> [Bilingual] {
            guard let value else { return [] }
            let words = Bilingual(
                id: "\(name.id) \(value.text(.indonesian))", en: "\(name.en) \(value.text(.english))")
            guard let least else { return [words] }
            let missing = Percent(hundredths: least.hundredths - value.hundredths)
            if missing.hundredths <= 0 {
                return [
                    Bilingual(
                        id: words.id + " (batas \(least.text(.indonesian)))",
                        en: words.en + " (threshold \(least.text(.english)))")
                ]
            }
            return [
                Bilingual(
                    id: words.id + ", kurang \(missing.indonesian) poin dari batas \(least.text(.indonesian))",
                    en: words.en + ", \(missing.english) points below the threshold of \(least.text(.english))")
            ]
        }
        let sentences =
            words(Bilingual(id: "cakupan", en: "coverage"), report.coverage, bar?.coverage)
            + words(Bilingual(id: "keaktifan", en: "activity"), report.activity, bar?.activity)
        return Bilingual(
            id: sentences.map(\.id).joined(separator: "; "), en: sentences.map(\.en).joined(separator: "; ")
        ).capitalised
    }

    private static func bars(_ thresholds: Thresholds, from first: Day, to last: Day) -> [Bar] {
        let rows = thresholds.rows
        return rows.enumerated().flatMap { index, row -> [Bar] in
            let next = index + 1 < rows.count ? rows[index + 1].from - 1 : last
            let (from, end) = (max(row.from, first), min(row.until ?? last, next, last))
            guard from <= end else { return [] }
            let activity = row.activity.map { [Bar(from: from, end: end, value: $0, isActivity: true)] } ?? []
            return [Bar(from: from, end: end, value: row.coverage, isActivity: false)] + activity
        }
    }

    // MARK: Drawing

    private func y(_ value: Percent) -> Double {
        let share = Double(min(max(value.hundredths, range.lowerBound), range.upperBound) - range.lowerBound)
        return plot.maxY - share / Double(range.upperBound - range.lowerBound) * plot.height
    }

    private mutating func draw() {
        let language = page.language
        let drawLines = page.draw(axis, today: today)
        page.y += 6
        plot.y = page.y
        let step: Int64 = range.upperBound - range.lowerBound > 6_000 ? 2_000 : 1_000
        for tick in stride(from: range.lowerBound, through: range.upperBound, by: Int(step)) {
            let level = y(Percent(hundredths: tick))
            page.canvas.add(
                Markup.path(
                    tick == range.lowerBound ? "axis" : "grid",
                    Markup.straight([Point(x: plot.x, y: level), Point(x: plot.maxX, y: level)])))
            page.draw(
                Percent(hundredths: tick).text(language), .tick, .muted, at: Point(x: plot.x - 6, y: level - 7))
        }
        page.y = plot.maxY
        drawLines(&page)
        for bar in bars {
            let level = y(bar.value)
            page.canvas.add(
                Markup.path(
                    bar.isActivity ? "limit second" : "limit",
                    Markup.straight([Point(x: axis.x(bar.from), y: level), Point(x: axis.end(bar.end), y: level)])))
        }
        drawCurve(\.activity, "second")
        drawCurve(\.coverage, "")
        drawNumbers()
        for bar in bars { page.say(words(of: bar)) }
        for report in reports.suffix(CoverageDrawing.mostSentences) { page.say(words(of: report)) }
        page.y += 8
        page.legend(legend(language))
    }

    private mutating func drawCurve(_ value: KeyPath<CoverageChart.Report, Percent?>, _ name: String) {
        let points = reports.compactMap { report in
            report[keyPath: value].map { (report, Point(x: axis.x(report.day), y: y($0))) }
        }
        let suffix = name.isEmpty ? "" : " " + name
        if points.count > 1 { page.canvas.add(Markup.path("curve" + suffix, Markup.straight(points.map(\.1)))) }
        for (report, point) in points {
            let place = Rectangle(x: point.x - 4, y: point.y - 4, width: 8, height: 8)
            page.begin(words(of: report), link: nil)
            page.canvas.add(Markup.rectangle("dot" + suffix, place, radius: name.isEmpty ? 4 : 0))
            page.finish()
        }
    }

    /// Numbers at the dots, the latest first, as far as they find room.
    private mutating func drawNumbers() {
        var room = LabelRoom(
            Rectangle(x: plot.x, y: plot.y - 8, width: page.right - plot.x, height: plot.height + 8))
        for report in reports.reversed() {
            let x = axis.x(report.day)
            let (coverage, activity) = (report.coverage, report.activity)
            // The higher of the two has its number above, the other one below.
            let isAbove = coverage.map { coverage in activity.map { $0 <= coverage } ?? true } ?? false
            for (value, above) in [(coverage, isAbove), (activity, !isAbove)] {
                guard let value else { continue }
                let text = value.text(page.language)
                let tops = [y(value) - 20, y(value) + 6]
                for top in above ? tops : tops.reversed() {
                    guard let place = room.place(text, .figure, at: Point(x: x, y: top)) else { continue }
                    page.draw(text, .figure, at: place, more: " halo")
                    break
                }
            }
        }
    }

    private func words(of bar: Bar) -> String {
        let language = page.language
        let name =
            bar.isActivity
            ? Bilingual(id: "Batas keaktifan", en: "Activity threshold")
            : Bilingual(id: "Batas cakupan", en: "Coverage threshold")
        return
            "\(name.text(language)) \(bar.value.text(language)): \(bar.from.short(language)) – \(bar.end.short(language))"
    }

    private func words(of report: CoverageChart.Report) -> String {
        let language = page.language
        let values = [
            report.coverage.map { Bilingual(id: "cakupan ", en: "coverage ").text(language) + $0.text(language) },
            report.activity.map { Bilingual(id: "keaktifan ", en: "activity ").text(language) + $0.text(language) },
        ]
        return "\(report.day.short(language)): " + values.compactMap { $0 }.joined(separator: ", ")
    }

    private func legend(_ language: Language) -> [LegendEntry] {
        func curve(_ text: Bilingual, _ suffix: String, radius: Double) -> LegendEntry {
            LegendEntry(text.text(language)) { place in
                let middle = Point(x: place.x + place.width / 2, y: place.y + place.height / 2)
                let dot = Rectangle(x: middle.x - 4, y: middle.y - 4, width: 8, height: 8)
                let ends = [Point(x: place.x, y: middle.y), Point(x: place.maxX, y: middle.y)]
                return Markup.path("curve" + suffix, Markup.straight(ends))
                    + Markup.rectangle("dot" + suffix, dot, radius: radius)
            }
        }
        var entries = [curve(Bilingual(id: "cakupan (terdaftar)", en: "coverage (registered)"), "", radius: 4)]
        if bars.contains(where: { !$0.isActivity }) {
            entries.append(
                LegendEntry(Bilingual(id: "batas cakupan", en: "its threshold"), language, line: "limit"))
        }
        entries.append(curve(Bilingual(id: "keaktifan (aktif)", en: "activity (active)"), " second", radius: 0))
        if bars.contains(where: \.isActivity) {
            entries.append(
                LegendEntry(Bilingual(id: "batas keaktifan", en: "its threshold"), language, line: "limit second"))
        }
        return entries
    }
}
