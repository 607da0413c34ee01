/// Where everything stands: boxes, captions, and the lines of the arrows.
struct Layout {
    /// One tail of an arrow.
    struct Route {
        /// From the source to the target.
        var whole: [Point]
        /// Only as far as where it joins a tail that is drawn already.
        var own: [Point]
    }

    private(set) var size = Size(width: 0, height: 0)
    private(set) var boxes: [Rectangle] = []
    private(set) var captions: [Rectangle] = []
    /// By arrow and source.
    private(set) var routes: [[Route]] = []
    /// The top of each row of boxes with the captions of what leads there, and at last the bottom of all.
    private(set) var rowTops: [Double] = []

    private static let trackPitch = 9.0
    /// Room for an arrowhead at a box, and less of it at a caption.
    private static let boxPad = 15.0
    private static let captionPad = 7.0

    init(_ graph: Graph) {
        let layered = LayeredGraph(graph)
        // The finish costs most, so that only the most promising orders get it.
        let drafts = CrossingReduction.orders(of: layered).map { Columns(layered, order: $0) }
            .sorted { $0.cost < $1.cost }.prefix(8).map { Alignment($0).columns }
        guard let columns = drafts.min(by: { $0.cost < $1.cost }), !graph.boxes.isEmpty else { return }
        let links = Dictionary(grouping: layered.links.indices) { layered.places[layered.links[$0].upper].layer }
        var trackY = layered.links.map { _ in 0.0 }
        var tops: [Double] = []
        var y = 0.0
        for layer in layered.layers.indices {
            if layer == 0 || layer % 2 == 1 { rowTops.append(max(0, y - Layout.captionPad / 2)) }
            tops.append(y)
            y += layered.layers[layer].map { layered.places[$0].height }.max() ?? 0
            guard layer < layered.layers.count - 1 else { break }
            let members = links[layer] ?? []
            let channel = Channel(
                members.map { link in
                    Channel.Step(
                        arrow: layered.links[link].arrow, upper: columns.upperX(link), lower: columns.lowerX(link))
                })
            let isBelowBoxes = layer.isMultiple(of: 2)
            y += isBelowBoxes ? Layout.boxPad : Layout.captionPad
            for (link, track) in zip(members, channel.tracks) {
                trackY[link] = y + Double(track ?? 0) * Layout.trackPitch
            }
            y += Double(max(0, channel.count - 1)) * Layout.trackPitch
            y += isBelowBoxes ? Layout.captionPad : Layout.boxPad
        }
        rowTops.append(y)
        size = Size(width: columns.right - columns.left, height: y)
        place(layered, columns, tops, trackY)
    }

    private mutating func place(_ layered: LayeredGraph, _ columns: Columns, _ tops: [Double], _ trackY: [Double]) {
        for (index, place) in layered.places.enumerated() {
            guard case .box(let box) = place.holder else { break }
            let size = layered.graph.boxes[box].size
            boxes.append(
                Rectangle(
                    x: columns.x[index] - columns.left - size.width / 2, y: tops[place.layer], width: size.width,
                    height: size.height))
        }
        for (arrow, place) in layered.captions.enumerated() {
            let size = layered.graph.arrows[arrow].caption
            let layer = layered.places[place].layer
            let height = layered.layers[layer].map { layered.places[$0].height }.max() ?? 0
            captions.append(
                Rectangle(
                    x: columns.x[place] - columns.left + LayeredGraph.captionIndent,
                    y: tops[layer] + (height - size.height) / 2,
                    width: size.width, height: size.height))
        }
        func bottom(_ place: Int) -> Double {
            guard case .box(let box) = layered.places[place].holder else { return tops[layered.places[place].layer] }
            return boxes[box].maxY
        }
        func points(_ link: Int) -> [Point] {
            let (upper, lower) = (columns.upperX(link) - columns.left, columns.lowerX(link) - columns.left)
            let (start, end) = (
                bottom(layered.links[link].upper), tops[layered.places[layered.links[link].lower].layer]
            )
            return [
                Point(x: upper, y: start), Point(x: upper, y: trackY[link]), Point(x: lower, y: trackY[link]),
                Point(x: lower, y: end),
            ]
        }
        for (arrow, ways) in layered.ways.enumerated() {
            let isBack = layered.graph.arrows[arrow].isBack
            let longest = ways.indices.max { (ways[$0].count, $1) < (ways[$1].count, $0) }
            routes.append(
                ways.indices.map { source in
                    func line(_ links: some Collection<Int>) -> [Point] {
                        Layout.simplified(links.flatMap { isBack ? points($0).reversed() : points($0) })
                    }
                    let whole = line(ways[source])
                    return Route(whole: whole, own: source == longest ? whole : line(ways[source].prefix(1)))
                })
        }
    }

    /// Leaves out the points between which a line does not turn.
    private static func simplified(_ points: [Point]) -> [Point] {
        var line: [Point] = []
        for point in points where point != line.last {
            if line.count > 1 {
                let (a, b) = (line[line.count - 2], line[line.count - 1])
                if (a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y) { line.removeLast() }
            }
            line.append(point)
        }
        return line
    }
}
