import Documents
import Testing

@testable import Diagrams

/// What a person would see at once if it were wrong.
@Suite struct `A layout` {
    static func check(_ plan: Plan) {
        let layout = plan.layout
        let bounds = Rectangle(x: 0, y: 0, width: layout.size.width, height: layout.size.height)
        #expect(layout.boxes.count == plan.chart.states.count)
        #expect(layout.captions.count == plan.selection.arrows.count)
        for (one, box) in layout.boxes.enumerated() {
            #expect(bounds.contains(box))
            #expect(!layout.boxes[(one + 1)...].contains { $0.overlaps(box) }, "boxes overlap")
            #expect(!layout.captions.contains { $0.overlaps(box) }, "a caption lies on a box")
        }
        for (one, caption) in layout.captions.enumerated() {
            #expect(bounds.contains(caption))
            #expect(!layout.captions[(one + 1)...].contains { $0.overlaps(caption) }, "captions overlap")
        }
        for stroke in layout.strokes {
            #expect(stroke.isStraight)
            #expect(!layout.boxes.contains { stroke.runs(through: $0) }, "a line runs through a box")
            #expect(!layout.captions.contains { stroke.runs(through: $0) }, "a line runs through a caption")
        }
        for (arrow, routes) in zip(plan.selection.arrows, layout.routes) {
            for (source, route) in zip(arrow.sources, routes) {
                let (from, to) = (layout.boxes[source], layout.boxes[arrow.target])
                #expect(route.whole.first?.y == (arrow.isBack ? from.y : from.maxY))
                #expect(route.whole.last?.y == (arrow.isBack ? to.maxY : to.y))
                #expect(route.whole.first.map { from.x < $0.x && $0.x < from.maxX } == true)
                #expect(route.whole.last.map { to.x < $0.x && $0.x < to.maxX } == true)
                // The last stretch is long enough for an arrowhead.
                let end = route.whole.suffix(2).map(\.y)
                #expect(end.count == 2 && abs(end[0] - end[1]) >= 12)
            }
        }
    }

    /// Where lines may have to swap places, two of them can come to lie on each other; in the shipped files none do.
    static func checkLines(_ plan: Plan) {
        let strokes = plan.layout.strokes
        for (one, stroke) in strokes.enumerated() {
            #expect(!strokes[(one + 1)...].contains { $0.covers(stroke) }, "two lines run on each other")
        }
    }

    @Test(arguments: 1...24) func `of any workflow keeps everything apart`(_ seed: Int) throws {
        let workflow = try Samples.random(
            seed: UInt64(seed), states: 2 + seed % 19, transitions: 3 + seed + seed / 2, tails: 1 + seed % 5)
        Self.check(Plan(Chart(workflow, language: .indonesian, overlay: .none)))
    }

    /// Measured, so that a change that makes a picture worse is seen. Moves from three states into three others cannot
    /// all be drawn without a crossing.
    @Test(arguments: zip(Samples.shipped, [0, 0, 0, 0, 0, 2, 2, 0]))
    func `has few crossings`(_ name: String, _ most: Int) throws {
        for language in Language.allCases {
            let plan = try Sample(name: name, language: language, top: .nothing).plan()
            #expect(plan.layout.crossings <= most, "\(name) \(language.rawValue): \(plan.layout.crossings)")
        }
    }

    @Test(arguments: Samples.shipped) func `keeps the usual way straight`(_ name: String) throws {
        let plan = try Sample(name: name, language: .indonesian, top: .nothing).plan()
        // Of the arrows with one tail between neighbouring rows, most go straight down.
        let short = plan.selection.arrows.indices.filter {
            let arrow = plan.selection.arrows[$0]
            return !arrow.isBack && arrow.sources.count == 1
                && plan.selection.rows[arrow.target] == plan.selection.rows[arrow.sources[0]] + 1
        }
        let straight = short.filter { plan.layout.routes[$0][0].whole.count == 2 }
        #expect(!short.isEmpty)
        #expect(straight.count * 4 >= short.count * 3, "\(straight.count) of \(short.count)")
    }

    @Test func `puts nothing nowhere`() throws {
        let layout = Layout(Graph(boxes: [], arrows: []))
        #expect(layout.boxes.isEmpty && layout.size.width == 0)
    }

    @Test func `leads a line around what is between its ends`() {
        let size = Size(width: 100, height: 40)
        let layout = Layout(
            Graph(
                boxes: (0..<3).map { Graph.Box(row: $0, size: size, margin: 0) },
                arrows: [
                    Graph.Arrow(sources: [0], target: 1, isBack: false, caption: Size(width: 50, height: 16)),
                    Graph.Arrow(sources: [1], target: 2, isBack: false, caption: Size(width: 50, height: 16)),
                    Graph.Arrow(sources: [0], target: 2, isBack: false, caption: Size(width: 50, height: 16)),
                    Graph.Arrow(sources: [2], target: 0, isBack: true, caption: Size(width: 50, height: 16)),
                ]))
        #expect(layout.routes.map { $0[0].whole.count } == [2, 2, 6, 6])
        #expect(layout.crossings == 0)
        #expect(Set(layout.boxes.map(\.x)).count == 1)
    }
}
