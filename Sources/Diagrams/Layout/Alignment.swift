/// The last finish of columns: moves whole groups of places that are in line with each other, pushing others aside,
/// as long as that straightens more than it bends. No layer could do that alone.
struct Alignment {
    private(set) var columns: Columns
    private var group: [Int] = []
    private var members: [[Int]] = []
    private var neighbours: [(left: Int?, right: Int?)]

    /// In larger graphs it would take longer than it is worth.
    private static let mostPlaces = 1_500
    private static let mostMoves = 60

    init(_ columns: Columns) {
        self.columns = columns
        neighbours = columns.x.map { _ in (nil, nil) }
        guard columns.x.count <= Alignment.mostPlaces else { return }
        for layer in columns.order {
            for (left, right) in zip(layer, layer.dropFirst()) {
                neighbours[left].right = right
                neighbours[right].left = left
            }
        }
        for _ in 1...Alignment.mostMoves {
            regroup()
            guard let move = bestMove() else { break }
            for place in move.places { self.columns.x[place] += move.distance }
        }
        for layer in columns.order { gather(layer) }
    }

    /// Who is linked to nothing comes close to its neighbours.
    private mutating func gather(_ layer: [Int]) {
        for (left, right) in zip(layer, layer.dropFirst()) where links(of: right).isEmpty {
            columns.x[right] = columns.x[left] + columns.distance(left, right)
        }
        let leading = layer.prefix { links(of: $0).isEmpty }
        for (left, right) in zip(leading, layer.dropFirst()).reversed() {
            columns.x[left] = columns.x[right] - columns.distance(left, right)
        }
    }

    private func links(of place: Int) -> [Int] { columns.ports.above[place] + columns.ports.below[place] }

    private mutating func regroup() {
        members = []
        group = columns.x.map { _ in -1 }
        for start in group.indices where group[start] < 0 {
            var found = [start]
            var next = 0
            while next < found.count {
                group[found[next]] = members.count
                for link in links(of: found[next]) where columns.step(link) == 0 {
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

    private func bestMove() -> (places: Set<Int>, distance: Double)? {
        var best: (gain: Double, places: Set<Int>, distance: Double)?
        for index in members.indices {
            let distances = members[index].flatMap { place in
                links(of: place).map { columns.graph.links[$0].lower == place ? -columns.step($0) : columns.step($0) }
            }
            for distance in Set(distances + room(index)).sorted() where distance != 0 {
                let places = pushed(index, distance)
                let gain = gain(places, distance)
                if gain > best?.gain ?? 0.5 { best = (gain, places, distance) }
            }
        }
        return best.map { ($0.places, $0.distance) }
    }

    /// How far the group can go to both sides before it meets another.
    private func room(_ index: Int) -> [Double] {
        func free(_ left: Int?, _ right: Int?) -> Double? {
            guard let left, let right, group[left] != group[right] else { return nil }
            return columns.x[right] - columns.x[left] - columns.distance(left, right)
        }
        let toLeft = members[index].compactMap { free(neighbours[$0].left, $0) }.min()
        let toRight = members[index].compactMap { free($0, neighbours[$0].right) }.min()
        return [toLeft.map { -$0 }, toRight].compactMap(\.self)
    }

    /// The group and every group that stands in its way.
    private func pushed(_ index: Int, _ distance: Double) -> Set<Int> {
        var places = Set(members[index])
        var open = members[index]
        while let place = open.popLast() {
            let neighbour = distance > 0 ? neighbours[place].right : neighbours[place].left
            guard let neighbour, !places.contains(neighbour) else { continue }
            let (left, right) = distance > 0 ? (place, neighbour) : (neighbour, place)
            let room = columns.x[right] - columns.x[left] - columns.distance(left, right)
            guard room < abs(distance) else { continue }
            open += members[group[neighbour]]
            places.formUnion(members[group[neighbour]])
        }
        return places
    }

    private func gain(_ places: Set<Int>, _ distance: Double) -> Double {
        var gain = 0.0
        for place in places.sorted() {
            for link in links(of: place) {
                let ends = columns.graph.links[link]
                guard !(places.contains(ends.upper) && places.contains(ends.lower)) else { continue }
                let now = columns.step(link)
                let then = ends.lower == place ? now + distance : now - distance
                gain += columns.ports.weight[link] * (Columns.cost(of: now) - Columns.cost(of: then))
            }
        }
        return gain
    }
}
