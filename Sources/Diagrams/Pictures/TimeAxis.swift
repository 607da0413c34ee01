import Calendars
import Documents

/// Whole months from left to right.
struct TimeAxis {
    /// Where the first day begins and the last one ends.
    let left: Double
    let right: Double
    private let first: Day
    private let last: Day

    /// So many months may lie between two marks.
    private static let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 60_000, 120_000]

    /// - Parameter days: what must find a place; at least three months are shown.
    init(of days: [Day], from left: Double, to right: Double) {
        let known = days.map { min(max($0, TimeAxis.limits.lowerBound), TimeAxis.limits.upperBound) }
        let first = (known.min() ?? Day(number: 0)).month
        let last = max((known.max() ?? Day(number: 0)).month, first.adding(2))
        (self.first, self.last) = (first.first, last.last)
        (self.left, self.right) = (left, right)
    }

    private static let limits = Month(year: 1, month: 1).first...Month(year: 9_999, month: 9).last

    /// Where a day begins.
    func x(_ day: Day) -> Double {
        let share = Double(min(max(day, first), last + 1).number - first.number) / Double(last - first + 1)
        return left + share * (right - left)
    }

    /// Where a day ends.
    func end(_ day: Day) -> Double { x(min(day, last) + 1) }

    /// The beginnings of months or years, as many as can be named.
    func marks(_ language: Language) -> [(x: Double, name: String)] {
        let months = last.month - first.month + 1
        let widest = TextBlock.Style.caption.lettering.width("MMM 0000") + 6
        let most = max(1, Int((right - left) / widest))
        let step = TimeAxis.steps.first { months <= most * $0 } ?? 120_000
        // Marks stand where the calendar has them: at January, April, July, October, not at the month that happens to be first.
        let offset = (step - (first.year * 12 + first.month.number - 1) % step) % step
        return stride(from: offset, to: months, by: step).compactMap { index in
            let month = first.month.adding(index)
            let name = step.isMultiple(of: 12) ? String(month.year) : "\(month.short(language)) \(month.year)"
            let x = x(month.first)
            return x + 3 + TextBlock.Style.caption.lettering.width(name) <= right ? (x, name) : nil
        }
    }
}

extension ChartPage {
    /// Names the months above what follows, and says where today is.
    ///
    /// - Returns: draws the lines once it is known how far they reach.
    mutating func draw(_ axis: TimeAxis, today: Day?) -> (inout ChartPage) -> Void {
        if let today {
            let badge = TextBlock.Badge(
                text: Bilingual(id: "Hari ini, ", en: "Today, ").text(language) + today.short(language), tone: .here)
            let start = min(max(axis.x(today) - badge.width / 2, left), right - badge.width)
            canvas.draw(badge, at: Point(x: start, y: y))
            y += TextBlock.Badge.height + 3
        }
        let marks = axis.marks(language)
        for mark in marks { draw(mark.name, .caption, .muted, at: Point(x: mark.x + 3, y: y), more: " halo") }
        let (top, level) = (y, canvas.level)
        let hasNames = !marks.isEmpty
        y += hasNames ? 22 : 4
        return { page in
            for mark in marks { page.upright("grid", x: mark.x, from: top, to: page.y, beneath: level) }
            if let today {
                page.upright("today", x: axis.x(today), from: top - 3, to: page.y, beneath: level)
            }
        }
    }
}
