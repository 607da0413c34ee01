import Documents

/// One sign of the picture and what it means.
struct LegendEntry {
    private enum Sign {
        case initial, final, automatic, written
        case arrow(String), box(String), pill(TextBlock.Tone)
        case drawn((Rectangle) -> String)
    }

    private let sign: Sign
    private(set) var block = TextBlock()

    static let sampleWidth = 38.0

    var width: Double { LegendEntry.sampleWidth + block.size.width + 18 }

    private init(_ sign: Sign, _ text: String) {
        self.sign = sign
        block.add(text, .row, .muted, width: 400, lines: 1)
    }

    /// - Parameter sample: draws the sign into its place.
    init(_ text: String, sample: @escaping (Rectangle) -> String) { self.init(.drawn(sample), text) }

    static func entries(for plan: Plan) -> [LegendEntry] {
        let (chart, arrows) = (plan.chart, plan.selection.arrows)
        var entries: [LegendEntry] = []
        func add(_ sign: Sign, _ text: Bilingual, if isNeeded: Bool = true) {
            if isNeeded { entries.append(LegendEntry(sign, text.text(chart.language))) }
        }
        add(.initial, Wording.initial, if: chart.states.contains(where: \.isInitial))
        add(.final, Wording.final, if: chart.states.contains(where: \.isFinal))
        add(.arrow(""), Wording.forward, if: arrows.contains { !$0.isBack })
        add(.automatic, Wording.automatic, if: chart.moves.flatMap(\.lines).contains(where: \.isAutomatic))
        add(.arrow("back"), Wording.back, if: arrows.contains(where: \.isBack))
        add(.written, Wording.written, if: !plan.selection.written.isEmpty)
        switch chart.overlay {
        case .none: break
        case .counts:
            add(.pill(.total), Wording.total)
            add(.pill(.overdue), Wording.overdueTotal)
        case .path:
            add(.arrow("taken"), Wording.passed)
            add(.box("current"), Wording.here)
        case .comparison:
            add(.box("added"), Wording.added)
            add(.box("removed"), Wording.removed)
            add(.box("changed"), Wording.changed)
        }
        return entries
    }

    func sample(at corner: Point) -> String {
        let middle = Point(x: corner.x, y: corner.y + 8)
        let place = Rectangle(x: corner.x, y: corner.y - 1, width: 30, height: 18)
        let line = "M\(middle.x.written) \(middle.y.written)h"
        switch sign {
        case .initial: return Markup.dot(Point(x: corner.x + 15, y: middle.y))
        case .final:
            let inside = Rectangle(x: place.x + 3, y: place.y + 3, width: 24, height: 12)
            return Markup.rectangle("box", place, radius: 5) + Markup.rectangle("rim", inside, radius: 3)
        case .automatic:
            return Markup.path("line automatic", line + "17") + Markup.sign(Point(x: corner.x + 19, y: corner.y + 2.5))
        case .written: return Markup.rectangle("box", place, radius: 4) + Markup.path("rim", line + "30")
        case .arrow(let name): return Markup.arrow(name, from: middle, length: 30)
        case .box(let name): return Markup.rectangle("box " + name, place, radius: 4)
        case .drawn(let draw): return draw(place)
        case .pill(let tone): return Markup.rectangle("pill " + tone.rawValue, place, radius: 8.5)
        }
    }
}
