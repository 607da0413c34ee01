/// Lines of text under each other, measured, with what marks them.
struct TextBlock {
    enum Style: String {
        case heading, lane, title, id, row, caption, badge
        /// A number below a column, and one beside an axis.
        case figure, tick
        /// A number in the middle of a place of its own.
        case number

        var lettering: Lettering {
            switch self {
            case .heading: Lettering(size: 17, isBold: true)
            case .lane: Lettering(size: 13, isBold: true)
            case .title, .number: Lettering(size: 14, isBold: true)
            case .id: Lettering(size: 11, isMonospaced: true)
            case .row, .caption: Lettering(size: 12)
            case .badge: Lettering(size: 11, isBold: true)
            case .figure, .tick: Lettering(size: 11)
            }
        }

        /// How much of a text is to the left of its place.
        var anchor: Double {
            switch self {
            case .badge, .figure, .number: 0.5
            case .tick: 1
            default: 0
            }
        }
    }

    /// What a line is besides its text; the name is a class of the style sheet.
    enum Tone: String {
        case plain, muted, added, removed, changed, taken, untouched, total, overdue, here
    }

    struct Line {
        var text: String
        var style: Style
        var tone: Tone
        var x: Double
        /// The top of the line.
        var y: Double
        var hint: String?
        var isAutomatic = false
    }

    /// A few words on a coloured ground.
    struct Badge {
        var text: String
        var tone: Tone
        var x = 0.0
        var y = 0.0

        static let height = 17.0
        var width: Double { Style.badge.lettering.width(text) + 14 }
    }

    private(set) var lines: [Line] = []
    private(set) var badges: [Badge] = []
    private(set) var size = Size(width: 0, height: 0)

    /// What the sign of an automatic move takes at the left of its text.
    static let signWidth = 11.0

    mutating func add(
        _ text: String, _ style: Style, _ tone: Tone = .plain, width limit: Double, lines most: Int,
        hint: String? = nil, isAutomatic: Bool = false
    ) {
        var lettering = style.lettering
        if tone == .taken { lettering.isBold = true }
        let indent = isAutomatic ? TextBlock.signWidth : 0
        for (index, text) in lettering.wrapped(text, to: limit - indent, lines: most).enumerated() {
            lines.append(
                Line(
                    text: text, style: style, tone: tone, x: indent, y: size.height, hint: hint,
                    isAutomatic: isAutomatic && index == 0))
            size.width = max(size.width, indent + lettering.width(text))
            size.height += lettering.lineHeight
        }
    }

    /// Sets badges beside each other, behind the last line.
    mutating func add(_ added: [Badge]) {
        guard let last = lines.last, !added.isEmpty else { return }
        let height = last.style.lettering.lineHeight
        var x = last.x + last.style.lettering.width(last.text) + 10
        for var badge in added {
            (badge.x, badge.y) = (x, last.y + (height - Badge.height) / 2 + 1)
            x += badge.width + 5
            badges.append(badge)
        }
        size.width = max(size.width, x - 5)
        size.height += 2
    }

    mutating func space(_ height: Double) { size.height += height }
}

extension Chart.Change {
    /// Tells a change without colour.
    var sign: String {
        switch self {
        case .none: ""
        case .added: "+ "
        case .removed: "− "
        case .changed: "~ "
        }
    }

    var tone: TextBlock.Tone? {
        switch self {
        case .none: nil
        case .added: .added
        case .removed: .removed
        case .changed: .changed
        }
    }
}
