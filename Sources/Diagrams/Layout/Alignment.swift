/// Moves whole groups of places that are in line with each other, pushing others aside, while that straightens
/// more than it bends: what no single layer could do.
struct Alignment {
    private(set) var x: [Double]
    private let columns: Columns
    private var group: [Int]
    private var members: [[Int]] = []
    private var neighbours: [(left: Int?, right: Int?)]

    init(_ columns: Columns) {
        x = columns.x
        self.columns = columns
        group = x.map { _ in -1 }
        neighbours = x.map { _ in (nil, nil) }
        for layer in columns.order {
            for (left, right) in zip(layer, layer.dropFirst()) {
                neighbours[left].right = right
                neighbours[right].left = left
            }
        }
    }

    mutating func improve() {
        for _ in 1...60 {
            regroup()
            guard let move = bestMove() else { return }
            for place in move.places { x[place] += move.distance }
        }
    }

    private func step(_ link: Int) -> Double {
        let (ports, ends) = (columns.ports, columns.graph.links[link])
        return x[ends.lower] + ports.lower[link] - x[ends.upper] - ports.upper[link]
    }

    private func links(of place: Int) -> [Int] { columns.ports.above[place] + columns.ports.below[place] }

    private mutating func regroup() {
        members = []
        group = x.map { _ in -1 }
        for start in x.indices where group[start] < 0 {
            var found = [start]
            group[start] = members.count
            var next = 0
            while next < found.count {
                for link in links(of: found[next]) where abs(step(link)) < 0.01 {
                    let ends = columns.graph.links[link]
                    for end in [ends.upper, ends.lower] where group[end] < 0 {
                        group[end] = members.count
                        found.append(end)
                    }
                }
                next += 1
            }
            members.append(found)
        }
    }

    private func bestMove() -> (places: [Int], distance: Double)? {
        var best: (gain: Double, places: [Int], distance: Double)?
        for index in members.indices {
            var distances: Set<Double> = []
            for place in members[index] {
                for link in links(of: place) where abs(step(link)) >= 0.01 {
                    distances.insert(columns.graph.links[link].lower == place ? -step(link) : step(link))
                }
            }
            for distance in distances.sorted() {
                let places = pushed(index, distance)
                let gain = gain(places, distance)
                if gain > max(0.5, best?.gain ?? 0) { best = (gain, places.sorted(), distance) }
            }
        }
        return best.map { ($0.places, $0.distance) }
    }

    /// The group and every group that stands in its way.
    private func pushed(_ index: Int, _ distance: Double) -> Set<Int> {
        var places = Set(members[index])
        var open = members[index]
        while let place = open.popLast() {
            guard let other = distance > 0 ? neighbours[place].right : neighbours[place].left,
                !places.contains(other)
            else { continue }
            let (left, right) = distance > 0 ? (place, other) : (other, place)
            let room = x[right] - x[left] - Columns.distance(columns.graph, left, right)
            guard room < abs(distance) - 0.01 else { continue }
            open += members[group[other]]
            places.formUnion(members[group[other]])
        }
        return places
    }

    private func gain(_ places: Set<Int>, _ distance: Double) -> Double {
        var gain = 0.0
        for place in places {
            for link in links(of: place) {
                let ends = columns.graph.links[link]
                guard !(places.contains(ends.upper) && places.contains(ends.lower)) else { continue }
                let now = step(link)
                let then = ends.lower == place ? now + distance : now - distance
                gain += columns.ports.weight[link] * (Columns.cost(of: now) - Columns.cost(of: then))
            }
        }
        return gain
    }
}
