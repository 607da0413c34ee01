/// Pieces of SVG.
enum Markup {
    /// A sheaf of lightning, for what goes by itself; it is 10 pixels wide.
    static func sign(_ corner: Point) -> String {
        path("sign", "M\((corner.x + 5).written) \(corner.y.written)l-5 6h3l-1.5 5 5.5 -6.5h-3l2 -4.5z")
    }

    static func path(_ name: String, _ line: String) -> String { #"<path class="\#(name)" d="\#(line)"/>"# }

    static func rectangle(_ name: String, _ place: Rectangle, radius: Double = 0, _ more: String = "") -> String {
        #"<rect class="\#(name)" x="\#(place.x.written)" y="\#(place.y.written)" width="\#(place.width.written)" "#
            + #"height="\#(place.height.written)" rx="\#(radius.written)"\#(more)/>"#
    }

    static func dot(_ center: Point) -> String {
        #"<circle class="head" cx="\#(center.x.written)" cy="\#(center.y.written)" r="6"/>"#
    }

    static func text(_ text: String, _ classes: String, _ corner: Point, size: Double, hint: String? = nil) -> String {
        let title = hint.map { "<title>\($0.escaped)</title>" } ?? ""
        let baseline = corner.y + size * 1.02
        return #"<text class="\#(classes)" x="\#(corner.x.written)" y="\#(baseline.written)">"#
            + "\(title)\(text.escaped)</text>"
    }

    /// An arrow to the right.
    static func arrow(_ classes: String, from start: Point, length: Double) -> String {
        let (x, y) = (start.x.written, start.y.written)
        let line = classes.isEmpty ? "line" : "line " + classes
        return path(line, "M\(x) \(y)h\((length - 8).written)")
            + path(line.replacing("line", with: "head"), "M\((start.x + length).written) \(y)l-9 -4.5v9z")
    }

    /// A line with sharp corners.
    static func straight(_ points: [Point]) -> String {
        points.isEmpty ? "" : "M" + points.map(\.written).joined(separator: "L")
    }

    /// A line with rounded corners.
    static func line(_ points: [Point]) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        var line = "M\(first.written)"
        for (before, (corner, after)) in zip(points, zip(points.dropFirst(), points.dropFirst(2))) {
            func toward(_ other: Point) -> Point {
                let distance = abs(other.x - corner.x) + abs(other.y - corner.y)
                let part = distance > 0 ? min(6, distance / 2) / distance : 0
                return Point(x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part)
            }
            line += "L\(toward(before).written)Q\(corner.written) \(toward(after).written)"
        }
        return line + "L\(last.written)"
    }

    /// The head at the end of a line that comes from above or below.
    static func head(_ points: [Point]) -> String {
        guard let last = points.last, points.count > 1 else { return "" }
        return "M\(last.written)l-4.5 \(points[points.count - 2].y > last.y ? "9" : "-9")h9z"
    }
}

extension Point {
    fileprivate var written: String { "\(x.written) \(y.written)" }
}

extension Double {
    /// With one decimal where it needs one.
    var written: String {
        let tenths = Int((self * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
    }
}

extension String {
    /// Safe inside XML 1.0, as content and as a quoted attribute. What XML forbids, and what would turn the reading
    /// direction of its surroundings, shows as a replacement character.
    var escaped: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case _ where scalar.isUnsafeInMarkup: text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Control characters, noncharacters (XML 1.0, 2.2) and explicit bidirectional formatting.
    var isUnsafeInMarkup: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
