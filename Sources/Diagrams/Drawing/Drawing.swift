import Agreements
import Documents

/// Writes a plan as SVG.
struct Drawing {
    private let plan: Plan
    private var body: [String] = []
    /// Where the layout begins.
    private let origin: Point
    private var size: Size

    private static let margin = 16.0
    private static let leastWidth = 820.0

    init(_ plan: Plan) {
        self.plan = plan
        let chart = plan.chart
        let lane = TextBlock.Style.lane.lettering
        let names = chart.lanes.compactMap { $0.phase?.label.text(chart.language) }
        let gutter = names.map { lane.width($0) + 14 }.max() ?? 0
        let content = gutter + plan.layout.size.width + 2 * Drawing.margin
        size = Size(width: max(Drawing.leastWidth, content), height: 0)
        var heading = TextBlock()
        heading.add(chart.title, .heading, width: size.width - 2 * Drawing.margin, lines: 3)
        origin = Point(
            x: Drawing.margin + gutter + (size.width - content) / 2, y: heading.size.height + 2 * Drawing.margin)
        drawLanes()
        draw(heading, at: Point(x: Drawing.margin, y: Drawing.margin))
        drawArrows()
        for state in chart.states.indices { drawCard(state) }
        drawLegend(from: origin.y + plan.layout.size.height + Drawing.margin)
    }

    /// The whole picture.
    var svg: String {
        let chart = plan.chart
        let transitions = Set(chart.moves.flatMap { $0.lines.map(\.name) }).count
        let summary = Wording.summary(states: chart.states.count, transitions: transitions).text(chart.language)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="pksd-diagram" role="img" lang="\(chart.language.rawValue)" \
            viewBox="0 0 \(size.width.written) \(size.height.written)" width="100%" \
            style="max-width:\(min(1_200, size.width).written)px">
            <title>\(chart.title.escaped)</title>
            <desc>\((summary + " " + chart.states.map(\.label).joined(separator: ", ")).escaped)</desc>
            <style>\(StyleSheet.text)</style>
            \(Markup.rectangle("paper", Rectangle(x: 0, y: 0, width: size.width, height: size.height)))
            \(body.joined(separator: "\n"))
            </svg>

            """
    }

    private func moved(_ place: Rectangle) -> Point { Point(x: origin.x + place.x, y: origin.y + place.y) }

    private mutating func drawLanes() {
        let (chart, tops) = (plan.chart, plan.layout.rowTops)
        var top = origin.y - Drawing.margin / 2
        for (index, lane) in chart.lanes.enumerated() {
            guard let phase = lane.phase, let last = lane.states.map({ plan.selection.rows[$0] }).max() else {
                continue
            }
            let bottom = origin.y + tops[last + 1] + (last + 2 == tops.count ? Drawing.margin / 2 : 0)
            if index.isMultiple(of: 2) {
                let band = Rectangle(x: 0, y: top, width: size.width, height: bottom - top)
                body.append(Markup.rectangle("band", band))
            }
            var name = TextBlock()
            name.add(phase.label.text(chart.language), .lane, .muted, width: size.width, lines: 1)
            draw(name, at: Point(x: Drawing.margin, y: top + 10))
            top = bottom
        }
    }

    private mutating func drawArrows() {
        let (chart, arrows) = (plan.chart, plan.selection.arrows)
        // What sends back lies beneath what leads on, and the way that was taken on top of all.
        var taken: [String] = []
        for index in arrows.indices.filter({ arrows[$0].isBack }) + arrows.indices.filter({ !arrows[$0].isBack }) {
            let arrow = arrows[index]
            var classes = arrow.isBack ? " back" : ""
            let changes = Set(arrow.lines.map(\.change))
            if let tone = changes.first?.tone, changes.count == 1 { classes += " " + tone.rawValue }
            if chart.isPath { classes += " untouched" }
            let dashes = arrow.lines.allSatisfy(\.isAutomatic) ? " automatic" : ""
            for (source, route) in zip(arrow.sources, plan.layout.routes[index]) {
                func moved(_ points: [Point]) -> [Point] {
                    points.map { Point(x: $0.x + origin.x, y: $0.y + origin.y) }
                }
                body.append(Markup.path("line" + classes + dashes, Markup.line(moved(route.own))))
                if source == arrow.sources.first {
                    body.append(Markup.path("head" + classes, Markup.head(moved(route.whole))))
                }
                if arrow.lines.contains(where: { chart.isTaken($0, from: source, to: arrow.target) }) {
                    taken.append(Markup.path("line taken", Markup.line(moved(route.whole))))
                    taken.append(Markup.path("head taken", Markup.head(moved(route.whole))))
                }
            }
        }
        body += taken
        for (block, place) in zip(plan.captions, plan.layout.captions) { draw(block, at: moved(place)) }
    }

    private mutating func drawCard(_ index: Int) {
        let (state, card) = (plan.chart.states[index], plan.cards[index])
        let corner = moved(plan.layout.boxes[index])
        func inside(_ inset: Double) -> Rectangle {
            Rectangle(
                x: corner.x + inset, y: corner.y + inset, width: card.size.width - 2 * inset,
                height: card.size.height - 2 * inset)
        }
        let name = state.change.tone?.rawValue ?? state.standing.rawValue
        body.append("<g><title>\(state.hint.escaped)</title>")
        body.append(Markup.rectangle("box \(name)", inside(0), radius: 8))
        // The fuller a state, the deeper its ground; never so deep that its text is hard to read.
        let most = plan.chart.states.compactMap(\.count?.total).max() ?? 0
        if let total = state.count?.total, total > 0 {
            let heat = (50 + 200 * Double(total) / Double(most)).rounded() / 10
            body.append(Markup.rectangle("heat", inside(1), radius: 7, #" fill-opacity="\#(heat.written)%""#))
        }
        if state.isFinal { body.append(Markup.rectangle("rim", inside(3.5), radius: 5)) }
        if let divider = card.divider {
            let start = "M\((corner.x + Card.padding).written) \((corner.y + divider).written)"
            body.append(Markup.path("rim", "\(start)h\((card.size.width - 2 * Card.padding).written)"))
        }
        if state.isInitial {
            let start = Point(x: corner.x - 28, y: corner.y + 22)
            body += [Markup.dot(start), Markup.arrow("", from: Point(x: start.x + 6, y: start.y), length: 22)]
        }
        draw(card.block, at: Point(x: corner.x + Card.padding, y: corner.y + Card.padding - 3))
        body.append("</g>")
    }

    private mutating func drawLegend(from top: Double) {
        var corner = Point(x: Drawing.margin, y: top)
        for entry in LegendEntry.entries(for: plan) {
            if corner.x > Drawing.margin, corner.x + entry.width > size.width - Drawing.margin {
                corner = Point(x: Drawing.margin, y: corner.y + 24)
            }
            body.append(entry.sample(at: corner))
            draw(entry.block, at: Point(x: corner.x + LegendEntry.sampleWidth, y: corner.y))
            corner.x += entry.width
        }
        size.height = corner.y + 18 + Drawing.margin
    }

    private mutating func draw(_ block: TextBlock, at corner: Point) {
        for line in block.lines {
            let place = Point(x: corner.x + line.x, y: corner.y + line.y)
            if line.isAutomatic {
                body.append(Markup.sign(Point(x: place.x - TextBlock.signWidth, y: place.y + 2.5)))
            }
            let classes = "\(line.style.rawValue) \(line.tone.rawValue)"
            body.append(
                Markup.text(line.text, classes, place, size: line.style.lettering.size, hint: line.hint))
        }
        for badge in block.badges {
            let place = Rectangle(
                x: corner.x + badge.x, y: corner.y + badge.y, width: badge.width, height: TextBlock.Badge.height)
            let middle = Point(x: place.x + badge.width / 2, y: place.y + 0.5)
            body.append(Markup.rectangle("pill \(badge.tone.rawValue)", place, radius: 8.5))
            body.append(
                Markup.text(
                    badge.text, "badge \(badge.tone.rawValue)", middle, size: TextBlock.Style.badge.lettering.size))
        }
    }
}
