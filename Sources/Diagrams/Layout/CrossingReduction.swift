/// Orders the places of each layer so that few links cross: sweeps by barycentre down and up, from several beginnings.
struct CrossingReduction {
    /// The neighbours of each place in the layer above and below it.
    private var above: [[Int]]
    private var below: [[Int]]
    private var order: [[Int]]
    private var position: [Int]

    private init(_ graph: LayeredGraph) {
        above = graph.places.map { _ in [] }
        below = above
        for link in graph.links {
            above[link.lower].append(link.upper)
            below[link.upper].append(link.lower)
        }
        order = graph.layers
        position = graph.places.map { _ in 0 }
        for layer in order.indices { arrange(layer, order[layer]) }
    }

    /// The orders with the fewest crossings that were found; for a large graph only one is looked for.
    static func orders(of graph: LayeredGraph) -> [[[Int]]] {
        let attempts = max(1, min(40, 20_000 / max(1, graph.places.count + graph.links.count)))
        var generator = SplitMix64(state: 2_026)
        let beginning = CrossingReduction(graph)
        let found = (0..<attempts).map { attempt in
            var reduction = beginning
            for layer in attempt == 0 ? [] : Array(graph.layers.indices) {
                reduction.arrange(layer, reduction.order[layer].shuffled(using: &generator))
            }
            return reduction.improved()
        }
        let least = found.map(\.crossings).min()
        return found.filter { $0.crossings == least }.map(\.order)
    }

    private func improved() -> (crossings: Int, order: [[Int]]) {
        var copy = self
        var best = (crossings: copy.crossings, order: copy.order)
        var idle = 0
        for round in 0..<16 where idle < 5 && best.crossings > 0 {
            copy.sweep(isDown: round.isMultiple(of: 2))
            copy.swapNeighbours()
            let crossings = copy.crossings
            idle = crossings < best.crossings ? 0 : idle + 1
            if crossings < best.crossings { best = (crossings, copy.order) }
        }
        return best
    }

    private mutating func arrange(_ layer: Int, _ places: [Int]) {
        order[layer] = places
        for (index, place) in places.enumerated() { position[place] = index }
    }

    private mutating func sweep(isDown: Bool) {
        let neighbours = isDown ? above : below
        for layer in isDown ? Array(order.indices) : order.indices.reversed() {
            let keys = order[layer].map { place -> (Double, Int) in
                let (near, stands) = (neighbours[place], position[place])
                // Who has no neighbour stays where it is.
                guard !near.isEmpty else { return (Double(stands), stands) }
                return (Double(near.reduce(0) { $0 + position[$1] }) / Double(near.count), stands)
            }
            arrange(layer, zip(keys, order[layer]).sorted { $0.0 < $1.0 }.map(\.1))
        }
    }

    /// Swaps neighbours where that saves a crossing.
    private mutating func swapNeighbours() {
        for layer in order.indices {
            for index in order[layer].indices.dropLast() {
                let (left, right) = (order[layer][index], order[layer][index + 1])
                let now = crossings(left, right, above) + crossings(left, right, below)
                let then = crossings(right, left, above) + crossings(right, left, below)
                guard then < now else { continue }
                order[layer].swapAt(index, index + 1)
                (position[left], position[right]) = (index + 1, index)
            }
        }
    }

    private func crossings(_ left: Int, _ right: Int, _ neighbours: [[Int]]) -> Int {
        var count = 0
        for one in neighbours[left] {
            for other in neighbours[right] where position[other] < position[one] { count += 1 }
        }
        return count
    }

    private var crossings: Int {
        var count = 0
        for layer in order {
            for (index, left) in layer.enumerated() where !below[left].isEmpty {
                for right in layer[(index + 1)...] { count += crossings(left, right, below) }
            }
        }
        return count
    }
}

/// A small generator whose numbers are the same everywhere (G. Steele et al., 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
