extension Markup {
    /// Slanting lines inside a rectangle, of one pattern with those of its neighbours. Drawn line by line, since a pattern of
    /// SVG would need an id that is unique in the page.
    static func hatch(_ name: String, _ place: Rectangle, pitch: Double = 7) -> String {
        var lines: [String] = []
        var sum = ((place.x + place.y) / pitch).rounded(.up) * pitch
        while sum < place.maxX + place.maxY {
            let start = max(place.x, sum - place.maxY)
            let end = min(place.maxX, sum - place.y)
            if end - start > 0.5 {
                lines.append(straight([Point(x: start, y: sum - start), Point(x: end, y: sum - end)]))
            }
            sum += pitch
        }
        return lines.isEmpty ? "" : path(name, lines.joined())
    }
}
