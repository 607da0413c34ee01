extension Markup {
    /// A rectangle that is hatched, whatever its width, in few bytes: a broad line is dashed and leans over.
    static func hatched(_ name: String, _ place: Rectangle) -> String {
        let ground = rectangle(name, place)
        guard place.width > 60 else { return ground + hatch("hatch", place) }
        let lean = place.height / 2
        let middle = "translate(\((place.x + lean).written) \((place.y + lean).written))"
        return ground
            + #"<path class="stripes" d="M0 0h\#((place.width - place.height).written)" "#
            + #"stroke-width="\#(place.height.written)" transform="\#(middle) skewX(-45)"/>"#
    }

    /// What nothing is known of.
    static func unknown(_ place: Rectangle) -> String {
        rectangle("tile unknown", place, radius: 3) + hatch("veil", place, pitch: 14)
    }
}
