/// Orders the places of each layer so that few links cross: sweeps by barycentre down and up, from several beginnings.
struct CrossingReduction {
    private let graph: LayeredGraph
    /// The neighbours of each place in the layer above and below it.
    private let above: [[Int]]
    private let below: [[Int]]
    private var order: [[Int]]
    private var position: [Int]

    init(_ graph: LayeredGraph) {
        self.graph = graph
        var above = graph.places.map { _ in [Int]() }
        var below = above
        for link in graph.links {
            above[link.lower].append(link.upper)
            below[link.upper].append(link.lower)
        }
        self.above = above
        self.below = below
        order = graph.layers
        position = graph.places.map { _ in 0 }
        for layer in order.indices { number(layer) }
    }

    /// Orders with few crossings, the best first; of a large graph only one.
    func best() -> [[[Int]]] {
        let size = graph.places.count + graph.links.count
        let attempts = max(1, min(24, 12_000 / max(1, size)))
        var generator = SplitMix64(state: 2_026)
        var found: [(crossings: Int, order: [[Int]])] = []
        for attempt in 0..<attempts {
            var copy = self
            if attempt > 0 { copy.shuffle(&generator) }
            found.append(copy.improved())
        }
        let least = found.map(\.crossings).min() ?? 0
        return found.filter { $0.crossings == least }.map(\.order)
    }

    private func improved() -> (crossings: Int, order: [[Int]]) {
        var copy = self
        var best = (crossings: copy.crossings(), order: copy.order)
        var idle = 0
        for round in 0..<16 where idle < 5 && best.crossings > 0 {
            copy.sweep(isDown: round.isMultiple(of: 2))
            copy.swapNeighbours()
            let crossings = copy.crossings()
            idle = crossings < best.crossings ? 0 : idle + 1
            if crossings < best.crossings { best = (crossings, copy.order) }
        }
        return best
    }

    private mutating func number(_ layer: Int) {
        for (place, member) in order[layer].enumerated() { position[member] = place }
    }

    private mutating func shuffle(_ generator: inout SplitMix64) {
        for layer in order.indices {
            order[layer].shuffle(using: &generator)
            number(layer)
        }
    }

    private mutating func sweep(isDown: Bool) {
        for layer in isDown ? Array(order.indices) : order.indices.reversed() {
            let neighbours = isDown ? above : below
            let keys = order[layer].map { place -> Double in
                let near = neighbours[place]
                // Who has no neighbour stays where it is.
                guard !near.isEmpty else { return Double(position[place]) }
                return Double(near.reduce(0) { $0 + position[$1] }) / Double(near.count)
            }
            order[layer] = zip(keys, order[layer]).enumerated()
                .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
            number(layer)
        }
    }

    /// Swaps neighbours as long as that saves a crossing.
    private mutating func swapNeighbours() {
        for layer in order.indices {
            for _ in 1...4 {
                var isSettled = true
                for place in order[layer].indices.dropLast() {
                    let (left, right) = (order[layer][place], order[layer][place + 1])
                    let now = crossings(left, right, above) + crossings(left, right, below)
                    let then = crossings(right, left, above) + crossings(right, left, below)
                    guard then < now else { continue }
                    order[layer].swapAt(place, place + 1)
                    (position[left], position[right]) = (place + 1, place)
                    isSettled = false
                }
                if isSettled { break }
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

    /// Counts inversions with a Fenwick tree, layer by layer.
    private func crossings() -> Int {
        var count = 0
        for layer in order.indices.dropLast() {
            var tree = Array(repeating: 0, count: order[layer + 1].count + 1)
            var seen = 0
            for place in order[layer] {
                let ends = below[place].map { position[$0] }
                for end in ends {
                    var (index, before) = (end + 1, 0)
                    while index > 0 { (before, index) = (before + tree[index], index & (index - 1)) }
                    count += seen - before
                }
                for end in ends {
                    var index = end + 1
                    while index < tree.count {
                        tree[index] += 1
                        index += index & -index
                    }
                }
                seen += ends.count
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
