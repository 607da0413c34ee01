import Documents

/// A chart that is read from top to bottom: what it says in words, what it shows, and what the signs mean.
struct ChartPage {
    var canvas = Canvas()
    let breadth: Breadth
    let language: Language
    /// Where the next thing begins.
    var y = Canvas.margin
    private let title: String
    private let heading: String
    /// What is said of each thing, for who cannot see the picture.
    private var sentences: [String] = []
    /// Of the thing that is being drawn.
    private var end = ""

    /// Of more, the picture would be too large to take in; the description tells so many too.
    static let mostRows = 30

    var left: Double { Canvas.margin }
    var right: Double { breadth.width - Canvas.margin }
    var width: Double { right - left }

    /// Begins with the words on top: whose chart it is, what it shows, and what follows from it.
    init(
        title: String, heading: Bilingual, verdict: Bilingual, tone: TextBlock.Tone, notes: [Bilingual] = [],
        language: Language, breadth: Breadth
    ) {
        (self.title, self.heading) = (title.brief, heading.text(language))
        (self.language, self.breadth) = (language, breadth)
        var block = TextBlock()
        block.add(self.title, .heading, width: width, lines: 3)
        block.add(self.heading, .lane, .muted, width: width, lines: 2)
        block.space(4)
        for (index, words) in ([verdict] + notes).map({ $0.text(language) }).enumerated() {
            block.add(words, index == 0 ? .title : .row, index == 0 ? tone : .muted, width: width, lines: 4)
            sentences.append(words)
        }
        canvas.draw(block, at: Point(x: left, y: y))
        y += block.size.height + 12
    }

    mutating func say(_ sentence: String) { sentences.append(sentence) }

    mutating func draw(
        _ text: String, _ style: TextBlock.Style, _ tone: TextBlock.Tone = .plain, at corner: Point, more: String = ""
    ) {
        canvas.add(
            Markup.text(text, "\(style.rawValue) \(tone.rawValue)\(more)", corner, size: style.lettering.size))
    }

    /// Begins one thing of the chart, with its words for pointer and screen reader, and where it leads to.
    mutating func begin(_ words: String, link: String?) {
        let link = link.flatMap { $0.isLocalLink ? $0.escaped : nil }
        end = link == nil ? "</g>" : "</a>"
        canvas.add((link.map { "<a href=\"\($0)\">" } ?? "<g>") + "<title>\(words.escaped)</title>")
    }

    /// Ends what was begun; one thing is never inside another.
    mutating func finish() { canvas.add(end) }

    /// What a row is called, and its figures at the other end: beside it where both fit, else below.
    mutating func label(_ label: String, figures: [String], tone: TextBlock.Tone = .plain) {
        let (row, tick) = (TextBlock.Style.row.lettering, TextBlock.Style.tick.lettering)
        let name = row.cut(label.brief, to: width)
        draw(name, .row, tone, at: Point(x: left, y: y), more: " halo link")
        let muted: TextBlock.Tone = tone == .plain ? .muted : tone
        let line = figures.listed
        if row.width(name) + tick.width(line) + 12 <= width {
            draw(line, .tick, muted, at: Point(x: right, y: y + 1), more: " halo")
        } else {
            // A line ends between two figures, never inside one.
            var lines: [[String]] = [[]]
            for figure in figures {
                let last = lines[lines.count - 1]
                let fits = last.isEmpty || row.width((last + [figure]).listed) <= width
                if fits { lines[lines.count - 1].append(figure) } else { lines.append([figure]) }
            }
            for line in lines {
                y += row.lineHeight
                draw(row.cut(line.listed, to: width), .row, muted, at: Point(x: left, y: y), more: " halo")
            }
        }
        y += row.lineHeight + 3
    }

    /// A line from top to bottom, beneath what was drawn after `level`.
    mutating func upright(_ name: String, x: Double, from top: Double, to bottom: Double, beneath level: Int) {
        canvas.add(
            [Markup.path(name, Markup.straight([Point(x: x, y: top), Point(x: x, y: bottom)]))], beneath: level)
    }

    mutating func legend(_ entries: [LegendEntry]) {
        y = canvas.draw(entries, from: y + 6, width: breadth.width)
    }

    /// Words below everything.
    mutating func remark(_ words: Bilingual) {
        var block = TextBlock()
        block.add(words.text(language), .row, .muted, width: width, lines: 3)
        canvas.draw(block, at: Point(x: left, y: y + 4))
        y += block.size.height + 4
    }

    var picture: SVG {
        var svg = canvas.svg(
            .chart, title: "\(title): \(heading)", summary: sentences.map { $0 + "." }.joined(separator: " "),
            language: language, size: Size(width: breadth.width, height: y + Canvas.margin))
        svg.breadth = breadth
        return svg
    }
}

extension LegendEntry {
    /// A sign that fills its place.
    init(_ text: Bilingual, _ language: Language, bar name: String, isHatched: Bool = false) {
        self.init(text.text(language)) { place in
            Markup.rectangle(name, place) + (isHatched ? Markup.hatch("hatch", place) : "")
        }
    }

    /// A sign that is a line.
    init(_ text: Bilingual, _ language: Language, line name: String, isUpright: Bool = false) {
        self.init(text.text(language)) { place in
            let (x, y) = (place.x + place.width / 2, place.y + place.height / 2)
            return Markup.path(
                name,
                Markup.straight(
                    isUpright
                        ? [Point(x: x, y: place.y), Point(x: x, y: place.maxY)]
                        : [Point(x: place.x, y: y), Point(x: place.maxX, y: y)]))
        }
    }
}

extension [String] {
    /// Beside each other in one line.
    var listed: String { joined(separator: " · ") }
}
