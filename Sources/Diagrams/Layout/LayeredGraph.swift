/// What is to be laid out: boxes in rows, and arrows with captions between them.
struct Graph {
    struct Box {
        var row: Int
        var size: Size
        /// Room to keep free at its left side.
        var margin: Double
    }

    struct Arrow {
        var sources: [Int]
        var target: Int
        var isBack: Bool
        var caption: Size
    }

    var boxes: [Box]
    var arrows: [Arrow]
}

/// A graph on layers: boxes on the even ones, captions on the odd ones, and a place for each arrow on every layer that
/// it passes (K. Sugiyama et al., 1981). The tails of an arrow join in its places, so that it is a bus line.
struct LayeredGraph {
    struct Place {
        enum Holder {
            case box(Int)
            case arrow(Int)
        }

        var holder: Holder
        var layer: Int
        /// What it takes up to both sides of its line.
        var left: Double
        var right: Double
        var height: Double
    }

    struct Link {
        var upper: Int
        var lower: Int
        var arrow: Int
    }

    private(set) var places: [Place] = []
    private(set) var links: [Link] = []
    /// The places of each layer, in no order that means anything yet but that sends back run at the left.
    private(set) var layers: [[Int]]
    /// By arrow: the place of its caption, and the links of each tail from the source to the target.
    private(set) var captions: [Int] = []
    private(set) var ways: [[[Int]]] = []
    let graph: Graph

    /// How far a caption stands from its line.
    static let captionIndent = 7.0

    init(_ graph: Graph) {
        self.graph = graph
        layers = Array(repeating: [], count: (graph.boxes.map(\.row).max() ?? 0) * 2 + 1)
        for (index, box) in graph.boxes.enumerated() {
            let half = box.size.width / 2
            add(
                Place(
                    holder: .box(index), layer: box.row * 2, left: half + box.margin, right: half,
                    height: box.size.height))
        }
        var loads = layers.map { _ in 0.0 }
        for index in graph.arrows.indices { addArrow(index, &loads) }
        layers = layers.map { $0.sorted { (side($0), $0) < (side($1), $1) } }
    }

    private func side(_ place: Int) -> Int {
        if case .arrow(let arrow) = places[place].holder { graph.arrows[arrow].isBack ? 0 : 2 } else { 1 }
    }

    @discardableResult
    private mutating func add(_ place: Place) -> Int {
        layers[place.layer].append(places.count)
        places.append(place)
        return places.count - 1
    }

    private mutating func link(_ upper: Int, _ lower: Int, _ arrow: Int) -> Int {
        links.append(Link(upper: upper, lower: lower, arrow: arrow))
        return links.count - 1
    }

    private mutating func addArrow(_ index: Int, _ loads: inout [Double]) {
        let arrow = graph.arrows[index]
        func layer(_ box: Int) -> Int { graph.boxes[box].row * 2 }
        let ends = (arrow.sources + [arrow.target]).map(layer)
        let (top, bottom) = ((ends.min() ?? 0) + 1, (ends.max() ?? 0) - 1)
        // Where all tails have joined, on the layer with the least to say so far.
        let tails = arrow.sources.map(layer)
        let shared = arrow.isBack ? top...((tails.min() ?? 0) - 1) : ((tails.max() ?? 0) + 1)...bottom
        let captionLayer = shared.filter { $0 % 2 == 1 }.min { (loads[$0], $0) < (loads[$1], $1) } ?? top
        loads[captionLayer] += arrow.caption.width

        let trunk = (top...bottom).map { layer in
            layer == captionLayer
                ? add(
                    Place(
                        holder: .arrow(index), layer: layer, left: 3,
                        right: LayeredGraph.captionIndent + arrow.caption.width + 2, height: arrow.caption.height))
                : add(Place(holder: .arrow(index), layer: layer, left: 3, right: 3, height: 0))
        }
        captions.append(trunk[captionLayer - top])
        let inner = zip(trunk, trunk.dropFirst()).map { link($0, $1, index) }
        let head =
            arrow.isBack ? link(arrow.target, trunk[0], index) : link(trunk[bottom - top], arrow.target, index)
        ways.append(
            arrow.sources.map { source in
                let entry = layer(source) + (arrow.isBack ? -1 : 1) - top
                return arrow.isBack
                    ? [link(trunk[entry], source, index)] + inner[..<entry].reversed() + [head]
                    : [link(source, trunk[entry], index)] + inner[entry...] + [head]
            })
    }
}
