/// Where the line of each place runs, for a given order: as straight as the room allows.
///
/// Each layer in turn is put where the sum of the sideways steps of its links is least. That is an isotonic regression
/// by medians, so that what can be exactly in line is exactly in line.
struct Columns {
    var x: [Double]
    let graph: LayeredGraph
    let order: [[Int]]
    let ports: Ports

    private static let gap = 14.0

    init(_ graph: LayeredGraph, order: [[Int]]) {
        self.graph = graph
        self.order = order
        ports = Ports(graph, order: order)
        x = graph.places.map { _ in 0 }
        // From one side alone whole columns follow each other; then each layer finds the middle between both.
        relax(looksBothWays: false)
        relax(looksBothWays: true)
    }

    var left: Double { zip(x, graph.places).map { $0 - $1.left }.min() ?? 0 }
    var right: Double { zip(x, graph.places).map { $0 + $1.right }.max() ?? 0 }

    /// What all sideways steps and the width cost together.
    var cost: Double {
        graph.links.indices.reduce(4 * (right - left)) { $0 + ports.weight[$1] * Columns.cost(of: step($1)) }
    }

    /// A step disturbs the eye by being there, and then by its length.
    static func cost(of step: Double) -> Double { abs(step) < 0.01 ? 0 : abs(step) + 12 }

    func upperX(_ link: Int) -> Double { x[graph.links[link].upper] + ports.upper[link] }
    func lowerX(_ link: Int) -> Double { x[graph.links[link].lower] + ports.lower[link] }
    func step(_ link: Int) -> Double { lowerX(link) - upperX(link) }

    /// How far the lines of two neighbours must be from each other.
    func distance(_ left: Int, _ right: Int) -> Double {
        graph.places[left].right + Columns.gap + graph.places[right].left
    }

    private mutating func relax(looksBothWays: Bool) {
        var best = (cost: Double.infinity, x: x)
        for _ in 1...4 {
            for layer in order.indices { settle(layer, looksUp: true, looksDown: looksBothWays) }
            for layer in order.indices.reversed() { settle(layer, looksUp: looksBothWays, looksDown: true) }
            let cost = cost
            if cost < best.cost { best = (cost, x) }
        }
        x = best.x
    }

    /// A run of places that touch each other, and where its members would like its beginning to be.
    private struct Block {
        var count: Int
        var wishes: [(at: Double, weight: Double)]

        /// The weighted median of the wishes.
        var start: Double {
            let sorted = wishes.sorted { $0.at < $1.at }
            var rest = wishes.reduce(0) { $0 + $1.weight } / 2
            for wish in sorted {
                rest -= wish.weight
                if rest <= 0 { return wish.at }
            }
            return sorted.last?.at ?? 0
        }
    }

    private mutating func settle(_ layer: Int, looksUp: Bool, looksDown: Bool) {
        var offsets: [Double] = []
        var blocks: [(block: Block, start: Double)] = []
        for (index, place) in order[layer].enumerated() {
            let offset = index == 0 ? 0 : offsets[index - 1] + distance(order[layer][index - 1], place)
            offsets.append(offset)
            var wishes: [(at: Double, weight: Double)] = []
            for link in looksUp ? ports.above[place] : [] {
                wishes.append((upperX(link) - ports.lower[link] - offset, ports.weight[link]))
            }
            for link in looksDown ? ports.below[place] : [] {
                wishes.append((lowerX(link) - ports.upper[link] - offset, ports.weight[link]))
            }
            // Who is linked to nothing there stays.
            if wishes.isEmpty { wishes.append((x[place] - offset, 0.001)) }
            var block = Block(count: 1, wishes: wishes)
            var start = block.start
            while let last = blocks.last, last.start > start {
                blocks.removeLast()
                block = Block(count: last.block.count + block.count, wishes: last.block.wishes + block.wishes)
                start = block.start
            }
            blocks.append((block, start))
        }
        let starts = blocks.flatMap { Array(repeating: $0.start, count: $0.block.count) }
        for (place, (start, offset)) in zip(order[layer], zip(starts, offsets)) { x[place] = start + offset }
    }
}
