/// Where links meet the boxes, and how much each of them should be straight.
///
/// The way on is in the middle of a side, so that the states of a usual life stand in one column.
struct Ports {
    /// By link: where it meets its upper and its lower place, counted from their lines.
    private(set) var upper: [Double]
    private(set) var lower: [Double]
    private(set) var weight: [Double]
    /// By place: its links to the layer above and to the layer below.
    private(set) var above: [[Int]]
    private(set) var below: [[Int]]

    private static let pitch = 20.0
    private static let corner = 12.0

    init(_ graph: LayeredGraph, order: [[Int]]) {
        upper = graph.links.map { _ in 0 }
        lower = upper
        weight = graph.links.map { _ in 8 }
        above = graph.places.map { _ in [] }
        below = above
        for (index, link) in graph.links.enumerated() {
            above[link.lower].append(index)
            below[link.upper].append(index)
        }
        for arrow in graph.graph.arrows.indices where !graph.graph.arrows[arrow].isBack {
            // Where the nearest of several tails joins, the others bend.
            let ways = graph.ways[arrow]
            guard let nearest = ways.map(\.count).min(), let longest = ways.max(by: { $0.count < $1.count }),
                nearest < longest.count
            else { continue }
            weight[longest[longest.count - nearest]] = 2
        }
        var position = graph.places.map { _ in 0 }
        for layer in order { for (place, member) in layer.enumerated() { position[member] = place } }
        let lengths = Ports.lengths(graph)
        for place in graph.places.indices {
            guard case .box(let box) = graph.places[place].holder else { continue }
            let half = graph.graph.boxes[box].size.width / 2 - Ports.corner
            below[place].sort { position[graph.links[$0].lower] < position[graph.links[$1].lower] }
            for (link, port) in Ports.spread(below[place], half, graph, lengths) {
                (upper[link], weight[link]) = (port, port == 0 ? 5 : 1)
            }
            above[place].sort { position[graph.links[$0].upper] < position[graph.links[$1].upper] }
            for (link, port) in Ports.spread(above[place], half, graph, lengths) {
                (lower[link], weight[link]) = (port, port == 0 ? 5 : 1)
            }
        }
    }

    /// By link: how many links the shortest way over it has.
    private static func lengths(_ graph: LayeredGraph) -> [Int] {
        var lengths = graph.links.map { _ in Int.max }
        for way in graph.ways.joined() { for link in way { lengths[link] = min(lengths[link], way.count) } }
        return lengths
    }

    private static func spread(
        _ links: [Int], _ half: Double, _ graph: LayeredGraph, _ lengths: [Int]
    ) -> [(link: Int, port: Double)] {
        func key(_ link: Int) -> (Int, Int, Int) {
            let arrow = graph.links[link].arrow
            return (graph.graph.arrows[arrow].isBack ? 1 : 0, lengths[link], arrow)
        }
        guard let middle = links.indices.min(by: { key(links[$0]) < key(links[$1]) }) else { return [] }
        let farthest = Double(max(middle, links.count - 1 - middle))
        let pitch = min(Ports.pitch, half / max(1, farthest))
        return links.enumerated().map { ($1, (Double($0 - middle) * pitch * 2).rounded() / 2) }
    }
}
