import Agreements
import Calendars
import Documents

/// Writes the tile map of the provinces as SVG.
struct TilesDrawing {
    private let values: [String: ProvinceTiles.Value]
    private let bounds: [Percent]
    private var page: ChartPage

    private static let mostBounds = 4

    init(
        _ values: [ProvinceTiles.Value], _ bounds: [Percent], measure: Bilingual, title: String, asOf day: Day?,
        _ language: Language, _ breadth: Breadth
    ) {
        self.values = Dictionary(values.map { ($0.code, $0) }) { first, _ in first }
        self.bounds = Set(bounds).sorted().suffix(TilesDrawing.mostBounds)
        let known = Province.all.compactMap { [values = self.values] in values[$0.code]?.percent }
        let unknown = Province.all.count - known.count
        let reached = self.bounds.last.map { bound in known.count { $0 >= bound } }
        let rest = Bilingual(id: "; \(unknown) tanpa angka", en: "; \(unknown) without a figure")
        let verdict =
            self.bounds.last.map { bound in
                Bilingual(
                    id: "\(reached ?? 0) dari \(Province.all.count) provinsi mencapai \(bound.text(.indonesian))",
                    en: "\(reached ?? 0) of \(Province.all.count) provinces reach \(bound.text(.english))")
            } ?? Bilingual(id: "\(Province.all.count) provinsi", en: "\(Province.all.count) provinces")
        page = ChartPage(
            title: title, heading: measure,
            verdict: Bilingual(
                id: verdict.id + (unknown > 0 ? rest.id : ""), en: verdict.en + (unknown > 0 ? rest.en : "")),
            tone: .plain,
            notes: day.map { [Bilingual(id: "Per \($0.long(.indonesian))", en: "As of \($0.long(.english))")] } ?? [],
            language: language, breadth: breadth)
        draw()
    }

    var picture: SVG { page.picture }

    /// From 1 on.
    private func group(of percent: Percent) -> Int { 1 + bounds.count { percent >= $0 } }

    /// One of five shades, so that few classes are far apart.
    private func shade(_ group: Int) -> Int {
        bounds.isEmpty ? 1 : 1 + ((group - 1) * 8 + bounds.count) / (2 * bounds.count)
    }

    // MARK: Drawing

    private mutating func draw() {
        let pitch = Size(
            width: page.width / Double(Province.columns), height: page.breadth == .wide ? 56 : 46)
        let top = page.y
        for province in Province.all {
            let place = Rectangle(
                x: page.left + Double(province.column) * pitch.width, y: top + Double(province.row) * pitch.height,
                width: pitch.width - 2, height: pitch.height - 2)
            draw(province, in: place)
        }
        page.y = top + Double(Province.rows) * pitch.height + 8
        page.legend(legend)
        if page.breadth == .narrow {
            page.remark(
                Bilingual(
                    id: "Angka dalam persen; huruf: kode ISO 3166-2", en: "Numbers in percent; letters: ISO 3166-2"))
        }
    }

    private mutating func draw(_ province: Province, in place: Rectangle) {
        let language = page.language
        let value = values[province.code]
        let name = value?.name.brief ?? province.name
        let number = value?.percent?.text(language) ?? Bilingual(id: "belum ada angka", en: "no figure").text(language)
        let detail = value.map(\.detail).flatMap { $0.isEmpty ? nil : ", \($0.brief)" } ?? ""
        let words = "\(name): \(number)\(detail)"
        page.say(words)
        page.begin(words, link: value?.link)
        let label = page.breadth == .wide ? province.name : province.iso
        let middle = place.x + place.width / 2
        func draw(_ text: String, _ style: TextBlock.Style, _ classes: String, _ y: Double) {
            let text = style.lettering.cut(text, to: place.width)
            page.canvas.add(
                Markup.text(
                    text, "\(style.rawValue) \(classes)", Point(x: middle, y: place.y + y), size: style.lettering.size))
        }
        let style: TextBlock.Style = page.breadth == .wide ? .number : .badge
        if let percent = value?.percent {
            let group = group(of: percent)
            let tone = "o\(shade(group))"
            page.canvas.add(tile(group, place))
            draw(label, .figure, tone, 4)
            draw(written(percent, style, place.width), style, tone, page.breadth == .wide ? 19 : 18)
        } else {
            page.canvas.add(Markup.unknown(place))
            draw(label, .figure, "halo", 4)
            draw("?", style, "halo", page.breadth == .wide ? 19 : 18)
        }
        page.finish()
    }

    private func tile(_ group: Int, _ place: Rectangle) -> String {
        let shade = shade(group)
        return Markup.rectangle("tile c\(shade)", place, radius: 3)
            + Markup.path("pips\(shade)", pips(group, in: place))
    }

    /// So many squares in the lower part of a tile.
    private func pips(_ count: Int, in place: Rectangle) -> String {
        let (side, pitch) = place.width > 40 ? (6.0, 9.0) : (3.5, 4.9)
        let start = place.x + (place.width - Double(count - 1) * pitch - side) / 2
        return (0..<count).map { index in
            "M\((start + Double(index) * pitch).written) \((place.maxY - side - 5).written)"
                + "h\(side.written)v\(side.written)h-\(side.written)z"
        }.joined()
    }

    /// With a tenth where there is room for it, and never more than it is.
    private func written(_ percent: Percent, _ style: TextBlock.Style, _ width: Double) -> String {
        let language = page.language
        let whole = Percent(hundredths: percent.hundredths / 100 * 100).text(language)
        if page.breadth == .narrow { return String(whole.dropLast()) }
        let tenths = Percent(hundredths: percent.hundredths / 10 * 10).text(language)
        return style.lettering.width(tenths) <= width ? tenths : whole
    }

    private var legend: [LegendEntry] {
        let language = page.language
        let names = (0...bounds.count).map { index -> String in
            if bounds.isEmpty { return Bilingual(id: "ada angka", en: "with a figure").text(language) }
            if index == 0 { return "< " + bounds[0].text(language) }
            if index == bounds.count { return "≥ " + bounds[index - 1].text(language) }
            let end = Bilingual(id: " sampai < ", en: " to < ").text(language)
            return bounds[index - 1].text(language) + end + bounds[index].text(language)
        }
        let classes = names.enumerated().map { index, name in
            LegendEntry(name) { place in
                let shade = shade(index + 1)
                return Markup.rectangle("tile c\(shade)", place, radius: 3)
                    + Markup.path("pips\(shade)", pips(index + 1, in: place))
            }
        }
        let unknown = LegendEntry(Bilingual(id: "belum ada angka", en: "no figure").text(language)) { place in
            Markup.unknown(place)
        }
        return classes + [unknown]
    }
}
