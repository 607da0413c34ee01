import Agreements
import Documents

/// Writes a plan as SVG.
struct Drawing {
    private let plan: Plan
    private var canvas = Canvas()
    /// Where the layout begins.
    private let origin: Point
    private var size: Size

    private static let leastWidth = 820.0

    init(_ plan: Plan) {
        self.plan = plan
        let chart = plan.chart
        let lane = TextBlock.Style.lane.lettering
        let names = chart.lanes.compactMap { $0.phase?.label.text(chart.language) }
        let gutter = names.map { lane.width($0) + 14 }.max() ?? 0
        let content = gutter + plan.layout.size.width + 2 * Canvas.margin
        size = Size(width: max(Drawing.leastWidth, content), height: 0)
        var heading = TextBlock()
        heading.add(chart.title, .heading, width: size.width - 2 * Canvas.margin, lines: 3)
        origin = Point(
            x: Canvas.margin + gutter + (size.width - content) / 2, y: heading.size.height + 2 * Canvas.margin)
        drawLanes()
        canvas.draw(heading, at: Point(x: Canvas.margin, y: Canvas.margin))
        drawArrows()
        for state in chart.states.indices { drawCard(state) }
        let bottom = canvas.draw(
            LegendEntry.entries(for: plan), from: origin.y + plan.layout.size.height + Canvas.margin, width: size.width)
        size.height = bottom + Canvas.margin
    }

    /// The whole picture.
    var picture: SVG {
        let chart = plan.chart
        let transitions = Set(chart.moves.flatMap { $0.lines.map(\.name) }).count
        let summary = Wording.summary(states: chart.states.count, transitions: transitions).text(chart.language)
        return canvas.svg(
            .workflow, title: chart.title, summary: summary + " " + chart.states.map(\.label).joined(separator: ", "),
            language: chart.language, size: size)
    }

    private func moved(_ place: Rectangle) -> Point { Point(x: origin.x + place.x, y: origin.y + place.y) }

    private mutating func drawLanes() {
        let (chart, tops) = (plan.chart, plan.layout.rowTops)
        var top = origin.y - Canvas.margin / 2
        for (index, lane) in chart.lanes.enumerated() {
            guard let phase = lane.phase, let last = lane.states.map({ plan.selection.rows[$0] }).max() else {
                continue
            }
            let bottom = origin.y + tops[last + 1] + (last + 2 == tops.count ? Canvas.margin / 2 : 0)
            if index.isMultiple(of: 2) {
                let band = Rectangle(x: 0, y: top, width: size.width, height: bottom - top)
                canvas.add(Markup.rectangle("band", band))
            }
            var name = TextBlock()
            name.add(phase.label.text(chart.language), .lane, .muted, width: size.width, lines: 1)
            canvas.draw(name, at: Point(x: Canvas.margin, y: top + 10))
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
                canvas.add(Markup.path("line" + classes + dashes, Markup.line(moved(route.own))))
                if source == arrow.sources.first {
                    canvas.add(Markup.path("head" + classes, Markup.head(moved(route.whole))))
                }
                if arrow.lines.contains(where: { chart.isTaken($0, from: source, to: arrow.target) }) {
                    taken.append(Markup.path("line taken", Markup.line(moved(route.whole))))
                    taken.append(Markup.path("head taken", Markup.head(moved(route.whole))))
                }
            }
        }
        canvas.add(taken)
        for (block, place) in zip(plan.captions, plan.layout.captions) { canvas.draw(block, at: moved(place)) }
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
        canvas.add("<g><title>\(state.hint.escaped)</title>")
        canvas.add(Markup.rectangle("box \(name)", inside(0), radius: 8))
        // The fuller a state, the deeper its ground; never so deep that its text is hard to read.
        let most = plan.chart.states.compactMap(\.count?.total).max() ?? 0
        if let total = state.count?.total, total > 0 {
            let heat = (50 + 200 * Double(total) / Double(most)).rounded() / 10
            canvas.add(Markup.rectangle("heat", inside(1), radius: 7, #" fill-opacity="\#(heat.written)%""#))
        }
        if state.isFinal { canvas.add(Markup.rectangle("rim", inside(3.5), radius: 5)) }
        if let divider = card.divider {
            let start = "M\((corner.x + Card.padding).written) \((corner.y + divider).written)"
            canvas.add(Markup.path("rim", "\(start)h\((card.size.width - 2 * Card.padding).written)"))
        }
        if state.isInitial {
            let start = Point(x: corner.x - 28, y: corner.y + 22)
            canvas.add(Markup.dot(start), Markup.arrow("", from: Point(x: start.x + 6, y: start.y), length: 22))
        }
        canvas.draw(card.block, at: Point(x: corner.x + Card.padding, y: corner.y + Card.padding - 3))
        canvas.add("</g>")
    }
}
