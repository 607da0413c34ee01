/// Where the line of each place runs, for a given order: as straight as the room allows.
///
/// Each layer in turn is put where the sum of the sideways steps of its links is least. That is an isotonic regression
/// by medians, so that what can be exactly in line is exactly in line.
struct Columns {
    private(set) var x: [Double]
    let graph: LayeredGraph
    let order: [[Int]]
    let ports: Ports

    private static let gap = 14.0
    /// In larger graphs the last finish would take longer than it is worth.
    private static let mostAligned = 1_500

    init(_ graph: LayeredGraph, order: [[Int]]) {
        self.graph = graph
        self.order = order
        ports = Ports(graph, order: order)
        x = graph.places.map { _ in 0 }
        for layer in order.indices { settle(layer, looksUp: false, looksDown: false) }
        relax()
        if x.count <= 0 {
            var alignment = Alignment(self)
            alignment.improve()
            x = alignment.x
        }
        let least = zip(x, graph.places).map { $0 - $1.left }.min() ?? 0
        for place in x.indices { x[place] -= least }
    }

    var width: Double { zip(x, graph.places).map { $0 + $1.right }.max() ?? 0 }

    /// What all sideways steps cost together.
    var cost: Double {
        graph.links.indices.reduce(0) { $0 + ports.weight[$1] * Columns.cost(of: upperX($1) - lowerX($1)) }
    }

    /// A step disturbs the eye by being there, and then by its length.
    static func cost(of step: Double) -> Double { abs(step) < 0.01 ? 0 : abs(step) + 12 }

    func upperX(_ link: Int) -> Double { x[graph.links[link].upper] + ports.upper[link] }
    func lowerX(_ link: Int) -> Double { x[graph.links[link].lower] + ports.lower[link] }

    private mutating func relax() {
        var best = (cost: Double.infinity, x: x)
        for round in 1...8 {
            let isFirstHalf = round <= 4
            for layer in order.indices { settle(layer, looksUp: true, looksDown: !isFirstHalf) }
            for layer in order.indices.reversed() { settle(layer, looksUp: !isFirstHalf, looksDown: true) }
            if cost < best.cost { best = (cost, x) }
            if round == 4 { x = best.x }
        }
        x = best.x
    }

    /// A run of places that touch each other, and where its members would like its beginning to be.
    private struct Block {
        var count: Int
        var wishes: [(at: Double, weight: Double)]
        var start = 0.0

        init(_ wishes: [(at: Double, weight: Double)]) {
            count = 1
            self.wishes = wishes
            settle()
        }

        mutating func merge(_ other: Block) {
            count += other.count
            wishes += other.wishes
            settle()
        }

        /// The weighted median of the wishes.
        private mutating func settle() {
            wishes.sort { $0.at < $1.at }
            let half = wishes.reduce(0) { $0 + $1.weight } / 2
            var sum = 0.0
            for wish in wishes {
                sum += wish.weight
                start = wish.at
                if sum >= half { return }
            }
        }
    }

    private mutating func settle(_ layer: Int, looksUp: Bool, looksDown: Bool) {
        var offsets: [Double] = []
        var blocks: [Block] = []
        for (member, place) in order[layer].enumerated() {
            let offset =
                member == 0 ? 0 : offsets[member - 1] + Columns.distance(graph, order[layer][member - 1], place)
            offsets.append(offset)
            var wishes: [(at: Double, weight: Double)] = []
            for link in looksUp ? ports.above[place] : [] {
                wishes.append((upperX(link) - ports.lower[link] - offset, ports.weight[link]))
            }
            for link in looksDown ? ports.below[place] : [] {
                wishes.append((lowerX(link) - ports.upper[link] - offset, ports.weight[link]))
            }
            if wishes.isEmpty {
                // Who is linked to nothing there stays, and who is linked to nothing at all comes near the others.
                let isAlone = ports.above[place].isEmpty && ports.below[place].isEmpty
                wishes.append(((isAlone ? 0 : x[place]) - offset, 0.001))
            }
            var block = Block(wishes)
            while var left = blocks.last, left.start > block.start {
                blocks.removeLast()
                left.merge(block)
                block = left
            }
            blocks.append(block)
        }
        var member = 0
        for block in blocks {
            for _ in 0..<block.count {
                x[order[layer][member]] = block.start + offsets[member]
                member += 1
            }
        }
    }

    /// How far the lines of two neighbours must be from each other.
    static func distance(_ graph: LayeredGraph, _ left: Int, _ right: Int) -> Double {
        graph.places[left].right + gap + graph.places[right].left
    }
}
