import Documents

/// Writes a plan as SVG.
struct Drawing {
    private let plan: Plan
    private var body: [String] = []
    /// Where the layout begins.
    private var origin = Point(x: 0, y: 0)
    private(set) var size = Size(width: 0, height: 0)

    private static let margin = 16.0
    private static let leastWidth = 820.0

    init(_ plan: Plan) {
        self.plan = plan
        let chart = plan.chart
        let lanes =
            chart.hasLanes
            ? chart.states.map { TextBlock.Style.lane.lettering.width($0.phase.title.text(chart.language)) } : []
        let gutter = lanes.max().map { $0 + 14 } ?? 0
        let content = gutter + plan.layout.size.width + 2 * Drawing.margin
        size.width = max(Drawing.leastWidth, content)
        let heading = TextBlock.Style.heading.lettering
        var y = Drawing.margin
        for line in heading.wrapped(chart.title, to: size.width - 2 * Drawing.margin, lines: 3) {
            text(line, .heading, .plain, Point(x: Drawing.margin, y: y))
            y += heading.lineHeight
        }
        origin = Point(
            x: Drawing.margin + gutter + max(0, (size.width - content) / 2), y: y + Drawing.margin)
        let headings = body
        body = []
        drawLanes(gutter)
        body += headings
        drawArrows()
        for state in chart.states.indices { drawCard(state) }
        drawLegend(from: origin.y + plan.layout.size.height + Drawing.margin)
    }

    /// The whole picture.
    var svg: String {
        let chart = plan.chart
        let (width, height) = (size.width.written, size.height.written)
        let transitions = Set(chart.moves.flatMap { $0.lines.map(\.name) }).count
        let summary = Wording.summary(states: chart.states.count, transitions: transitions)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="pksd-diagram" role="img" lang="\(chart.language.rawValue)" \
            viewBox="0 0 \(width) \(height)" width="100%" style="max-width:\(min(1_200, size.width).written)px">
            <title>\(chart.title.escaped)</title>
            <desc>\((summary.text(chart.language) + " " + chart.states.map(\.label).joined(separator: ", ")).escaped)</desc>
            <style>\(StyleSheet.text)</style>
            <rect class="paper" width="\(width)" height="\(height)"/>
            \(body.joined(separator: "\n"))
            </svg>

            """
    }

    // MARK: Parts

    private mutating func drawLanes(_ gutter: Double) {
        guard plan.chart.hasLanes else { return }
        let tops = plan.layout.rowTops
        let phases = Dictionary(
            zip(plan.selection.rows, plan.chart.states.map(\.phase)), uniquingKeysWith: { first, _ in first })
        var start = 0
        var lane = 0
        for row in 0..<(tops.count - 1) where row == tops.count - 2 || phases[row] != phases[row + 1] {
            guard let phase = phases[row] else { continue }
            let (top, bottom) = (
                origin.y + tops[start] - (start == 0 ? 8 : 0),
                origin.y + tops[row + 1] + (row == tops.count - 2 ? 8 : 0)
            )
            if lane.isMultiple(of: 2) {
                body.append(
                    #"<rect class="band" x="0" y="\#(top.written)" width="\#(size.width.written)" height="\#((bottom - top).written)"/>"#
                )
            }
            text(phase.title.text(plan.chart.language), .lane, .muted, Point(x: Drawing.margin, y: top + 10))
            (start, lane) = (row + 1, lane + 1)
        }
    }

    private mutating func drawArrows() {
        let chart = plan.chart
        // What sends back lies beneath what leads on, and the way that was taken on top of all.
        let arrows = plan.selection.arrows
        let order = arrows.indices.filter { arrows[$0].isBack } + arrows.indices.filter { !arrows[$0].isBack }
        var above: [String] = []
        for index in order {
            let arrow = arrows[index]
            var classes: [String] = arrow.isBack ? ["back"] : []
            if let change = arrow.lines.first?.change, arrow.lines.allSatisfy({ $0.change == change }),
                let tone = change.tone
            {
                classes.append(tone.rawValue)
            } else if chart.isPath {
                classes.append("untouched")
            }
            let isAutomatic = arrow.lines.allSatisfy(\.isAutomatic)
            let line = (["line"] + classes + (isAutomatic ? ["automatic"] : [])).joined(separator: " ")
            for (source, route) in zip(arrow.sources, plan.layout.routes[index]) {
                body.append(#"<path class="\#(line)" d="\#(path(route.own))"/>"#)
                if arrow.lines.contains(where: { chart.isTaken($0, from: source, to: arrow.target) }) {
                    above.append(#"<path class="line taken" d="\#(path(route.whole))"/>"#)
                    above.append(#"<path class="head taken" d="\#(head(route.whole))"/>"#)
                }
            }
            if let route = plan.layout.routes[index].first {
                let head = (["head"] + classes).joined(separator: " ")
                body.append(#"<path class="\#(head)" d="\#(self.head(route.whole))"/>"#)
            }
        }
        body += above
        for (block, place) in zip(plan.captions, plan.layout.captions) {
            draw(block, at: Point(x: origin.x + place.x, y: origin.y + place.y))
        }
    }

    private mutating func drawCard(_ index: Int) {
        let (state, card, place) = (plan.chart.states[index], plan.cards[index], plan.layout.boxes[index])
        let (x, y) = (origin.x + place.x, origin.y + place.y)
        var classes = ["box"]
        if let tone = state.change.tone { classes.append(tone.rawValue) }
        switch state.standing {
        case .plain: break
        case .untouched: classes.append("untouched")
        case .passed: classes.append("passed")
        case .current: classes.append("current")
        }
        func box(_ name: String, inset: Double, radius: Double, _ more: String = "") -> String {
            #"<rect class="\#(name)" x="\#((x + inset).written)" y="\#((y + inset).written)" "#
                + #"width="\#((place.width - 2 * inset).written)" height="\#((place.height - 2 * inset).written)" "#
                + #"rx="\#(radius.written)"\#(more)/>"#
        }
        body.append("<g><title>\(state.hint.escaped)</title>")
        body.append(box(classes.joined(separator: " "), inset: 0, radius: 8))
        if let heat = heat(of: state) {
            body.append(box("heat", inset: 1, radius: 7, #" fill-opacity="\#(heat)""#))
        }
        if state.isFinal { body.append(box("rim", inset: 3.5, radius: 5)) }
        for divider in card.dividers {
            let line = "M\((x + 10).written) \((y + divider).written)h\((place.width - 20).written)"
            body.append(#"<path class="rim" d="\#(line)"/>"#)
        }
        if state.isInitial {
            let middle = (y + min(place.height, 44) / 2).written
            body.append(#"<circle class="head" cx="\#((x - 28).written)" cy="\#(middle)" r="6"/>"#)
            body.append(#"<path class="line" d="M\#((x - 22).written) \#(middle)H\#((x - 8).written)"/>"#)
            body.append(#"<path class="head" d="M\#(x.written) \#(middle)l-9 -4.5v9z"/>"#)
        }
        draw(card.block, at: Point(x: x + Card.padding, y: y + Card.padding - 3))
        body.append("</g>")
    }

    /// The fuller a state, the deeper its ground; never so deep that its text is hard to read.
    private func heat(of state: Chart.State) -> String? {
        let most = plan.chart.states.compactMap(\.count?.total).max() ?? 0
        guard let total = state.count?.total, total > 0, most > 0 else { return nil }
        return (0.05 + 0.2 * Double(total) / Double(most)).hundredths
    }

    private mutating func drawLegend(from top: Double) {
        var point = Point(x: Drawing.margin, y: top)
        for entry in LegendEntry.entries(for: plan) {
            if point.x > Drawing.margin, point.x + entry.width > size.width - Drawing.margin {
                point = Point(x: Drawing.margin, y: point.y + 24)
            }
            body.append(entry.sample(at: point))
            text(entry.text, .row, .muted, Point(x: point.x + LegendEntry.sampleWidth, y: point.y))
            point.x += entry.width
        }
        size.height = point.y + 18 + Drawing.margin
    }

    // MARK: Strokes

    private mutating func draw(_ block: TextBlock, at corner: Point) {
        for line in block.lines {
            if line.isAutomatic {
                let (x, y) = ((corner.x + 5).written, (corner.y + line.y + 2.5).written)
                body.append(#"<path class="sign" d="M\#(x) \#(y)l-5 6h3l-1.5 5 5.5 -6.5h-3l2 -4.5z"/>"#)
            }
            text(line.text, line.style, line.tone, Point(x: corner.x + line.x, y: corner.y + line.y), hint: line.hint)
        }
        for badge in block.badges {
            let (x, y) = (corner.x + badge.x, corner.y + badge.y)
            body.append(
                #"<rect class="pill \#(badge.tone.rawValue)" x="\#(x.written)" y="\#(y.written)" "#
                    + #"width="\#(badge.width.written)" height="\#(TextBlock.Badge.height.written)" rx="8.5"/>"#)
            text(badge.text, .badge, badge.tone, Point(x: x + badge.width / 2, y: y + 0.5))
        }
    }

    private mutating func text(
        _ text: String, _ style: TextBlock.Style, _ tone: TextBlock.Tone, _ corner: Point, hint: String? = nil
    ) {
        let baseline = corner.y + style.lettering.size * 1.02
        let title = hint.map { "<title>\($0.escaped)</title>" } ?? ""
        body.append(
            #"<text class="\#(style.rawValue) \#(tone.rawValue)" x="\#(corner.x.written)" y="\#(baseline.written)">"#
                + "\(title)\(text.escaped)</text>")
    }

    /// A line with rounded corners, ending where the arrowhead begins.
    private func path(_ points: [Point]) -> String {
        let moved = points.map { Point(x: $0.x + origin.x, y: $0.y + origin.y) }
        guard let first = moved.first, let last = moved.last else { return "" }
        var path = "M\(first.x.written) \(first.y.written)"
        for (before, (corner, after)) in zip(moved, zip(moved.dropFirst(), moved.dropFirst(2))) {
            func toward(_ other: Point) -> Point {
                let distance = abs(other.x - corner.x) + abs(other.y - corner.y)
                let part = distance > 0 ? min(6, distance / 2) / distance : 0
                return Point(x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part)
            }
            let (start, end) = (toward(before), toward(after))
            path += "L\(start.x.written) \(start.y.written)"
            path += "Q\(corner.x.written) \(corner.y.written) \(end.x.written) \(end.y.written)"
        }
        return path + "L\(last.x.written) \(last.y.written)"
    }

    private func head(_ points: [Point]) -> String {
        guard let last = points.last, points.count > 1 else { return "" }
        let up = points[points.count - 2].y > last.y
        return "M\((last.x + origin.x).written) \((last.y + origin.y).written)l-4.5 \(up ? "9" : "-9")h9z"
    }
}

extension Double {
    fileprivate var hundredths: String {
        let value = Int((self * 100).rounded())
        return value < 10 ? "0.0\(value)" : "0.\(value)"
    }
}
