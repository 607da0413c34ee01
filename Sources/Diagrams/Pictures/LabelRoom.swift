/// Where labels may stand, and where some stand already, so that none lies on another.
struct LabelRoom {
    private let frame: Rectangle
    private var taken: [Rectangle] = []

    init(_ frame: Rectangle) { self.frame = frame }

    /// Takes the place of a text, moved sideways where it would leave the frame.
    ///
    /// - Parameter corner: what the text is drawn at, by the anchor of its style.
    /// - Returns: where it is drawn; nil where there is no room.
    mutating func place(_ text: String, _ style: TextBlock.Style, at corner: Point) -> Point? {
        let width = style.lettering.width(text)
        guard width <= frame.width else { return nil }
        let left = min(max(corner.x - width * style.anchor, frame.x), frame.maxX - width)
        let place = Rectangle(x: left - 2, y: corner.y, width: width + 4, height: style.lettering.lineHeight)
        guard place.y >= frame.y, place.maxY <= frame.maxY, !taken.contains(where: { $0.touches(place) }) else {
            return nil
        }
        taken.append(place)
        return Point(x: left + width * style.anchor, y: corner.y)
    }
}

extension Rectangle {
    fileprivate func touches(_ other: Rectangle) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }
}
