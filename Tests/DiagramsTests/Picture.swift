@testable import Diagrams

/// The geometry of a picture, read back from its SVG.
struct Picture {
    let elements: [XMLReader.Element]
    let view: Rectangle

    init(_ svg: String) throws {
        elements = try XMLReader(svg).elements
        let box = (elements.first?.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
        guard box.count == 4 else { throw XMLReader.Malformed(reason: "viewBox", offset: 0) }
        view = Rectangle(x: box[0], y: box[1], width: box[2], height: box[3])
    }

    private func classes(_ element: XMLReader.Element) -> [String] {
        (element.attributes["class"] ?? "").split(separator: " ").map(String.init)
    }

    func count(_ name: String, withClass wanted: String) -> Int {
        elements.count { $0.name == name && classes($0).contains(wanted) }
    }

    /// All text that is shown, each line with the room that the widest font could take.
    var texts: [(text: String, place: Rectangle)] {
        elements.filter { $0.name == "text" }.compactMap { element in
            guard let x = number(element, "x"), let y = number(element, "y"),
                let style = classes(element).lazy.compactMap({ TextBlock.Style(rawValue: $0) }).first
            else { return nil }
            var lettering = style.lettering
            if classes(element).contains("taken") { lettering.isBold = true }
            let width = lettering.width(element.text)
            let left = x - width * style.anchor
            // From the top of the capitals to below the descenders.
            let place = Rectangle(x: left, y: y - lettering.size * 0.8, width: width, height: lettering.size)
            return (element.text, place)
        }
    }

    /// Where the lines go that have sharp corners only; what is not a number counts as far outside.
    func corners(ofClass wanted: String? = nil) -> [Point] {
        elements.filter { $0.name == "path" && wanted.map(classes($0).contains) ?? true }.map {
            $0.attributes["d"] ?? ""
        }
        .filter { $0.allSatisfy { !$0.isLetter || "MLZ".contains($0) } }
        .flatMap { $0.split { "MLZ".contains($0) } }.map { pair in
            let numbers = pair.split(separator: " ").map { Double($0) ?? .infinity }
            return numbers.count == 2
                ? Point(x: numbers[0], y: numbers[1]) : Point(x: .infinity, y: .infinity)
        }
    }

    var boxes: [Rectangle] { rectangles(ofClass: "box") }

    func rectangles(ofClass wanted: String) -> [Rectangle] {
        elements.filter { $0.name == "rect" && classes($0).contains(wanted) }.compactMap(rectangle)
    }

    /// All that has a place.
    var places: [Rectangle] {
        elements.filter { $0.name == "rect" }.compactMap { element in
            rectangle(element)
        } + texts.map(\.place)
    }

    private func rectangle(_ element: XMLReader.Element) -> Rectangle? {
        guard let width = number(element, "width"), let height = number(element, "height") else { return nil }
        return Rectangle(x: number(element, "x") ?? 0, y: number(element, "y") ?? 0, width: width, height: height)
    }

    private func number(_ element: XMLReader.Element, _ name: String) -> Double? {
        element.attributes[name].flatMap { Double($0) }
    }
}

/// The lines of a layout as single strokes.
struct Stroke {
    var arrow: Int
    var from: Point
    var to: Point

    static func all(of layout: Layout) -> [Stroke] {
        layout.routes.enumerated().flatMap { arrow, routes in
            routes.flatMap { route in
                zip(route.own, route.own.dropFirst()).map { Stroke(arrow: arrow, from: $0, to: $1) }
            }
        }
    }

    private var isVertical: Bool { from.x == to.x }
    var isStraight: Bool { isVertical || from.y == to.y }

    private var room: Rectangle {
        Rectangle(
            x: min(from.x, to.x), y: min(from.y, to.y), width: abs(from.x - to.x), height: abs(from.y - to.y))
    }

    /// A line is inside as soon as it is more than touching.
    func runs(through place: Rectangle) -> Bool {
        let (x, y, room) = (place.x + 0.5, place.y + 0.5, room)
        return room.x < place.maxX - 0.5 && x < room.maxX + 0.001 && room.y < place.maxY - 0.5 && y < room.maxY + 0.001
    }

    func crosses(_ other: Stroke) -> Bool {
        guard arrow != other.arrow, isVertical != other.isVertical else { return false }
        let (upright, level) = isVertical ? (room, other.room) : (other.room, room)
        return level.x < upright.x && upright.x < level.maxX && upright.y < level.y && level.y < upright.maxY
    }

    /// Whether nobody could tell the two apart for a while.
    func covers(_ other: Stroke) -> Bool {
        guard arrow != other.arrow, isVertical == other.isVertical else { return false }
        let (a, b) = (room, other.room)
        return isVertical
            ? abs(a.x - b.x) < 2 && min(a.maxY, b.maxY) - max(a.y, b.y) > 1
            : abs(a.y - b.y) < 2 && min(a.maxX, b.maxX) - max(a.x, b.x) > 1
    }
}

extension Layout {
    var strokes: [Stroke] { Stroke.all(of: self) }

    /// How many pairs of arrows cut each other, each time counted.
    var crossings: Int {
        let strokes = strokes
        return strokes.indices.reduce(0) { sum, one in
            sum + strokes[(one + 1)...].count { strokes[one].crosses($0) }
        }
    }
}

extension Rectangle {
    func overlaps(_ other: Rectangle) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }

    func contains(_ other: Rectangle) -> Bool {
        x <= other.x && y <= other.y && other.maxX <= maxX && other.maxY <= maxY
    }
}
