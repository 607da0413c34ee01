import Documents

/// What has been drawn so far, in the order in which it lies on top of each other, and the SVG around it.
struct Canvas {
    private var pieces: [String] = []

    static let margin = 16.0
    private static let legendPitch = 24.0

    mutating func add(_ added: String...) { pieces += added }

    mutating func add(_ added: [String]) { pieces += added }

    /// What has been drawn until now; something can be laid beneath all that follows.
    var level: Int { pieces.count }

    mutating func add(_ added: [String], beneath level: Int) { pieces.insert(contentsOf: added, at: level) }

    mutating func draw(_ block: TextBlock, at corner: Point) {
        for line in block.lines {
            let place = Point(x: corner.x + line.x, y: corner.y + line.y)
            if line.isAutomatic {
                add(Markup.sign(Point(x: place.x - TextBlock.signWidth, y: place.y + 2.5)))
            }
            let classes = "\(line.style.rawValue) \(line.tone.rawValue)"
            add(Markup.text(line.text, classes, place, size: line.style.lettering.size, hint: line.hint))
        }
        for badge in block.badges {
            draw(badge, at: Point(x: corner.x + badge.x, y: corner.y + badge.y))
        }
    }

    mutating func draw(_ badge: TextBlock.Badge, at corner: Point) {
        let place = Rectangle(x: corner.x, y: corner.y, width: badge.width, height: TextBlock.Badge.height)
        let middle = Point(x: place.x + badge.width / 2, y: place.y + 0.5)
        add(Markup.rectangle("pill \(badge.tone.rawValue)", place, radius: 8.5))
        add(
            Markup.text(
                badge.text, "badge \(badge.tone.rawValue)", middle, size: TextBlock.Style.badge.lettering.size))
    }

    /// - Returns: where the legend ends.
    mutating func draw(_ legend: [LegendEntry], from top: Double, width: Double) -> Double {
        var corner = Point(x: Canvas.margin, y: top)
        for entry in legend {
            if corner.x > Canvas.margin, corner.x + entry.width > width - Canvas.margin {
                corner = Point(x: Canvas.margin, y: corner.y + Canvas.legendPitch)
            }
            add(entry.sample(at: corner))
            draw(entry.block, at: Point(x: corner.x + LegendEntry.sampleWidth, y: corner.y))
            corner.x += entry.width
        }
        return corner.y + 18
    }

    /// - Parameters:
    ///   - kind: the class of the picture beside that of all diagrams.
    ///   - summary: what the picture shows, for who cannot see it.
    func svg(_ kind: SVG.Kind, title: String, summary: String, language: Language, size: Size) -> SVG {
        let paper = Markup.rectangle("paper", Rectangle(x: 0, y: 0, width: size.width, height: size.height))
        return SVG(
            kind: kind, title: title, summary: summary, language: language, size: size,
            body: ([paper] + pieces).joined(separator: "\n"))
    }
}
