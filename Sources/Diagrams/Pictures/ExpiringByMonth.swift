import Agreements
public import Calendars
public import Documents

/// How many papers end in each of the next months, and for how many of them none follows: those are hatched.
public struct ExpiringByMonth: Illustration {
    public struct Line: Sendable, Hashable {
        public var month: Month
        /// Papers that another one follows.
        public var followed: Int64
        /// Papers that none follows yet.
        public var open: Int64
        /// Who loses cover with those that none follows; nil where that is not known.
        public var people: Int64?
        /// A path of the same site; anything else is not linked to.
        public var link: String?

        public init(month: Month, followed: Int64, open: Int64, people: Int64? = nil, link: String? = nil) {
            self.month = month
            self.followed = followed
            self.open = open
            self.people = people
            self.link = link
        }

        fileprivate var papers: Int64 { Int64(clamping: Int128(max(0, followed)) + Int128(max(0, open))) }
    }

    public let picture: SVG

    /// - Parameters:
    ///   - lines: in their order; of more than twelve the first twelve are drawn.
    ///   - title: of which region; three lines of it are shown.
    public init(_ lines: [Line], title: String, language: Language, breadth: Breadth = .wide) {
        let lines = lines.prefix(12)
        let open = lines.reduce(Int128(0)) { $0 + Int128(max(0, $1.open)) }
        var page = ChartPage(
            title: title, heading: Bilingual(id: "Naskah yang berakhir per bulan", en: "Papers ending by month"),
            verdict: ExpiringByMonth.verdict(lines), tone: open > 0 ? .removed : lines.isEmpty ? .plain : .added,
            language: language, breadth: breadth)
        let most = max(1, lines.map(\.papers).max() ?? 1)
        for line in lines { ExpiringByMonth.draw(line, most: most, on: &page) }
        page.legend([
            LegendEntry(Bilingual(id: "tanpa penerus", en: "none follows"), language, bar: "gap", isHatched: true),
            LegendEntry(Bilingual(id: "ada penerus", en: "another follows"), language, bar: "light"),
        ])
        picture = page.picture
    }

    private static func verdict(_ lines: ArraySlice<Line>) -> Bilingual {
        func sum(_ values: [Int64]) -> Int64 { Int64(clamping: values.reduce(Int128(0)) { $0 + Int128(max(0, $1)) }) }
        let (all, open) = (sum(lines.map(\.papers)), sum(lines.map(\.open)))
        let people = sum(lines.compactMap(\.people))
        let months = lines.count
        guard all > 0 else {
            return Bilingual(
                id: "Tidak ada yang berakhir dalam \(months) bulan",
                en: "Nothing ends within \(months) \(months == 1 ? "month" : "months")")
        }
        guard open > 0 else {
            return Bilingual(
                id: "\(all.papers(.indonesian)) berakhir, semuanya ada penerusnya",
                en: "\(all.papers(.english)) \(all == 1 ? "ends" : "end"), each followed by another")
        }
        return Bilingual(
            id: "\(open.text(.indonesian)) dari \(all.papers(.indonesian)) tanpa penerus"
                + (people > 0 ? ": \(people.people(.indonesian))" : ""),
            en: "\(open.text(.english)) of \(all.papers(.english)) not followed"
                + (people > 0 ? ": \(people.people(.english))" : ""))
    }

    private static func draw(_ line: Line, most: Int64, on page: inout ChartPage) {
        let language = page.language
        let open = max(0, line.open)
        var parts = [line.papers.papers(language)]
        if open > 0 {
            parts.append(open.text(language) + Bilingual(id: " tanpa penerus", en: " not followed").text(language))
            if let people = line.people { parts.append(people.people(language)) }
        }
        let figures = line.papers == 0 ? ["–"] : parts
        let words = "\(line.month.long(language)): \(parts.joined(separator: ", "))"
        page.say(words)
        page.begin(words, link: line.link)
        page.label(line.month.long(language), figures: figures, tone: open > 0 ? .removed : .plain)
        func width(_ count: Int64) -> Double { page.width * Double(count) / Double(most) }
        let first = Rectangle(x: page.left, y: page.y, width: width(open), height: 12)
        let second = Rectangle(x: first.maxX, y: page.y, width: width(line.papers) - width(open), height: 12)
        if open > 0 { page.canvas.add(Markup.hatched("gap", first)) }
        if line.followed > 0 { page.canvas.add(Markup.rectangle("light", second)) }
        page.finish()
        page.y += line.papers > 0 ? 22 : 4
    }
}
