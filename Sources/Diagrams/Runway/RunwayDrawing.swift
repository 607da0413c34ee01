import Agreements
import Documents

/// Writes the chart of a year as SVG: words on top, two panels with the same months, their figures in rows, and the signs.
struct RunwayDrawing {
    private let year: RunwayChart.Year
    private let columns: [RunwayChart.Year.Column]
    private let title: String
    private let language: Language
    private var canvas = Canvas()
    private var frame: RunwayFrame
    private let leftScale: Scale
    private let needScale: Scale
    private let rows: [FigureRow]
    private var size: Size

    private static let nameHeight = 21.0
    private static let rowHeight = 18.0
    private static let markHeight = 24.0
    /// Room above a panel for what is written on its highest line.
    private static let labelHeight = 19.0

    init(_ year: RunwayChart.Year, title: String, language: Language) {
        self.year = year
        self.title = title
        self.language = language
        columns = year.columns
        let available = Int128(year.available)
        leftScale = Scale(of: columns.map(\.left) + [available, available + Int128(max(0, year.proposed))], steps: 5)
        needScale = Scale(
            of: columns.flatMap { [$0.line.needed, $0.line.billed, $0.line.paid].map { Int128(max(0, $0)) } }, steps: 3)
        let width = RunwayFrame(left: 0, columns: columns.count).columnWidth
        rows = FigureRow.rows(of: year, language, width: width)
        let labels = [leftScale, needScale].flatMap { $0.labels(language) }
        let names = rows.map(\.name) + labels
        let gutter = names.map { TextBlock.Style.tick.lettering.width($0) }.max() ?? 0
        frame = RunwayFrame(left: Canvas.margin + gutter + 8, columns: columns.count)
        size = Size(width: frame.upper.maxX + Canvas.margin, height: 0)
        draw()
    }

    var picture: SVG {
        let sentences = [year.verdict] + year.sums + year.notes + columns.map { year.words(of: $0) }
        return canvas.svg(
            .runway, title: "\(title.prefix(200)): \(year.heading.text(language))",
            summary: sentences.map { $0.text(language) + "." }.joined(separator: " "),
            language: language, size: size)
    }

    private mutating func draw() {
        var y = Canvas.margin
        let words = words
        canvas.draw(words, at: Point(x: Canvas.margin, y: y))
        y += words.size.height + 14
        let upperName = Point(x: Canvas.margin, y: y)
        y += RunwayDrawing.nameHeight
        let markTop = y
        let marked = columns.firstIndex { $0.line.month == year.runsOutIn }
        y += (marked == nil ? 0 : RunwayDrawing.markHeight) + RunwayDrawing.labelHeight
        frame.upper.y = y
        let lowerName = Point(x: Canvas.margin, y: frame.upper.maxY + 16)
        frame.lower.y = lowerName.y + RunwayDrawing.nameHeight + 8
        let bottom = frame.lower.maxY + 6 + Double(rows.count + 1) * RunwayDrawing.rowHeight
        drawBands(to: bottom)
        draw(upperName: upperName, lowerName: lowerName)
        drawAxis(frame.upper, leftScale)
        drawAxis(frame.lower, needScale)
        drawLeft()
        drawBars()
        if let marked { drawMark(at: marked, top: markTop) }
        drawCeiling(mark: marked.map { frame.x($0) })
        drawRows(from: frame.lower.maxY + 6)
        drawHints(to: bottom)
        y = canvas.draw(LegendEntry.entries(for: year, language), from: bottom + 14, width: size.width)
        if !units.isEmpty {
            var block = TextBlock()
            block.add(units, .row, .muted, width: size.width - 2 * Canvas.margin, lines: 2)
            canvas.draw(block, at: Point(x: Canvas.margin, y: y + 6))
            y += 6 + block.size.height
        }
        size.height = y + Canvas.margin
    }

    // MARK: Words

    private var words: TextBlock {
        let width = size.width - 2 * Canvas.margin
        var block = TextBlock()
        block.add(title, .heading, width: width, lines: 3)
        block.add(year.heading.text(language), .lane, .muted, width: width, lines: 1)
        block.space(6)
        let isShort = year.shortfall > 0 || year.short > 0
        // What was billed may be more than the budget, though the heads on record cost less.
        let isShortByBills = (year.outlook?.shortfall ?? 0) > 0
        let tone: TextBlock.Tone = isShort ? .removed : year.needed > 0 && !isShortByBills ? .added : .plain
        block.add(year.verdict.text(language), .title, tone, width: width, lines: 3)
        block.space(2)
        let sums = year.sums.map { $0.text(language) }.joined(separator: " · ")
        block.add(sums, .row, .muted, width: width, lines: 4)
        for (index, note) in year.notes.enumerated() {
            let tone: TextBlock.Tone = index == 0 && isShortByBills ? .removed : .muted
            block.add(note.text(language), .row, tone, width: width, lines: 2)
        }
        return block
    }

    private mutating func draw(upperName: Point, lowerName: Point) {
        draw(RunwayWording.leftPanel.text(language), .lane, at: upperName)
        draw(
            (year.hasBills ? RunwayWording.needAndBillPanel : RunwayWording.needPanel).text(language), .lane,
            at: lowerName)
    }

    /// The letters behind the amounts, explained as far as they occur.
    private var units: String {
        let ceilings = [Int128(year.available), Int128(year.available) + Int128(max(0, year.proposed))]
        let texts =
            rows.flatMap(\.cells) + leftScale.labels(language) + needScale.labels(language)
            + ceilings.map { Amount($0).short(language) }
        let shown = texts.compactMap { text in
            Amount.units.first { text.hasSuffix(" " + $0.name.text(language)) }?.size
        }
        return Amount.units.filter { shown.contains($0.size) }.reversed().map { $0.meaning.text(language) }
            .joined(separator: ", ")
    }

    // MARK: Panels

    private mutating func drawBands(to bottom: Double) {
        for column in columns.indices where column.isMultiple(of: 2) {
            canvas.add(
                Markup.rectangle(
                    "band",
                    Rectangle(
                        x: frame.x(column), y: frame.upper.y, width: frame.columnWidth, height: bottom - frame.upper.y))
            )
        }
    }

    private mutating func drawAxis(_ panel: Rectangle, _ scale: Scale) {
        for (tick, label) in zip(scale.ticks, scale.labels(language)) {
            let y = panel.y(tick, on: scale)
            drawLevel(tick == 0 ? "zero" : "grid", at: y)
            draw(label, .tick, .muted, at: Point(x: panel.x - 8, y: y - 7))
        }
    }

    private mutating func drawLevel(_ name: String, at y: Double) {
        canvas.add(
            Markup.path(name, Markup.straight([Point(x: frame.upper.x, y: y), Point(x: frame.upper.maxX, y: y)])))
    }

    private mutating func drawLeft() {
        guard !columns.isEmpty else { return }
        let zero = frame.upper.y(0, on: leftScale)
        func steps(_ amounts: [Int128], from first: Int = 0) -> [Point] {
            amounts.enumerated().dropFirst(first).flatMap { index, amount in
                let y = frame.upper.y(amount, on: leftScale)
                return [Point(x: frame.x(index), y: y), Point(x: frame.x(index + 1), y: y)]
            }
        }
        func area(_ amounts: [Int128], from first: Int = 0) -> String {
            let ends = [first, columns.count].map { Point(x: frame.x($0), y: zero) }
            return Markup.straight([ends[0]] + steps(amounts, from: first) + [ends[1]]) + "Z"
        }
        let left = columns.map(\.left)
        canvas.add(Markup.path("left", area(left.map { max(0, $0) })))
        if let first = left.firstIndex(where: { $0 < 0 }) {
            canvas.add(Markup.path("short", area(left.map { min(0, $0) }, from: first)))
        }
        for (index, amount) in left.enumerated() where amount < 0 {
            let bottom = frame.upper.y(amount, on: leftScale)
            canvas.add(
                Markup.hatch(
                    "hatch",
                    Rectangle(x: frame.x(index), y: zero, width: frame.columnWidth, height: bottom - zero)))
        }
        let start = Point(x: frame.x(0), y: frame.upper.y(year.available, on: leftScale))
        canvas.add(Markup.path("level", Markup.straight([start] + steps(left))))
    }

    private mutating func drawBars() {
        let panel = frame.lower
        let count = year.hasBills ? 2 : 1
        for (index, column) in columns.enumerated() {
            func bar(_ number: Int, from low: Int64, to high: Int64) -> Rectangle {
                frame.bar(
                    number, of: count, in: index, from: panel.y(max(0, low), on: needScale),
                    to: panel.y(max(0, high), on: needScale))
            }
            let covered = column.line.needed - column.uncovered
            if covered > 0 { canvas.add(Markup.rectangle("need", bar(0, from: 0, to: covered))) }
            if column.uncovered > 0 {
                let place = bar(0, from: covered, to: column.line.needed)
                canvas.add(Markup.rectangle("gap", place), Markup.hatch("hatch", place))
            }
            if column.line.paid > 0 { canvas.add(Markup.rectangle("paid", bar(1, from: 0, to: column.line.paid))) }
            if column.line.billed > 0 {
                canvas.add(Markup.rectangle("billed", bar(1, from: 0, to: column.line.billed)))
            }
        }
    }

    /// - Parameter mark: where the month in which the money runs out begins; nothing is written across it.
    private mutating func drawCeiling(mark: Double?) {
        let available = Int128(year.available)
        let withProposals = available + Int128(max(0, year.proposed))
        let (low, high) = (frame.upper.y(available, on: leftScale), frame.upper.y(withProposals, on: leftScale))
        func isMarked(_ range: ClosedRange<Double>) -> Bool { mark.map(range.contains) ?? false }
        drawLevel("ceiling", at: low)
        if year.proposed > 0 {
            drawLevel("proposed", at: high)
            let text = RunwayWording.proposed(Amount(withProposals)).text(language)
            let right = frame.upper.maxX - 4
            let width = TextBlock.Style.tick.lettering.width(text)
            let end = isMarked(right - width...right) ? (mark ?? right) - 5 : right
            draw(text, .tick, at: Point(x: end, y: high - 16))
        }
        let words = year.available == 0 ? RunwayWording.noBudget : RunwayWording.available(Amount(available))
        let text = words.text(language)
        let left = frame.upper.x + 4
        let start = isMarked(left...left + TextBlock.Style.caption.lettering.width(text)) ? (mark ?? left) + 5 : left
        // Where the two lines are close, both texts stand above the upper one, at its two ends.
        let top = low - high < RunwayDrawing.labelHeight ? high : low
        draw(text, .caption, at: Point(x: start, y: top - 17))
    }

    // MARK: Below the axis

    private mutating func drawRows(from top: Double) {
        for (index, column) in columns.enumerated() {
            let tone: TextBlock.Tone = column.line.month == year.runsOutIn ? .removed : .plain
            draw(column.line.month.short(language), .badge, tone, at: Point(x: frame.middle(index), y: top))
        }
        for (number, row) in rows.enumerated() {
            let y = top + Double(number + 1) * RunwayDrawing.rowHeight
            draw(row.name, .tick, .muted, at: Point(x: frame.lower.x - 8, y: y))
            for (index, cell) in row.cells.enumerated() {
                draw(cell, .figure, row.isNegative[index] ? .removed : .plain, at: Point(x: frame.middle(index), y: y))
            }
        }
    }

    /// A line before the month in which the money runs out, and what it means.
    private mutating func drawMark(at column: Int, top: Double) {
        guard let text = year.mark?.text(language) else { return }
        let badge = TextBlock.Badge(text: text, tone: .overdue)
        let x = frame.x(column)
        for (top, bottom) in [(top + TextBlock.Badge.height, frame.upper.maxY), (frame.lower.y, frame.lower.maxY)] {
            canvas.add(Markup.path("mark", Markup.straight([Point(x: x, y: top), Point(x: x, y: bottom)])))
        }
        canvas.draw(badge, at: Point(x: min(x, frame.upper.maxX - badge.width), y: top))
    }

    /// The whole amounts of each month, for the pointer.
    private mutating func drawHints(to bottom: Double) {
        for (index, column) in columns.enumerated() {
            let place = Rectangle(
                x: frame.x(index), y: frame.upper.y, width: frame.columnWidth, height: bottom - frame.upper.y)
            canvas.add(
                "<g><title>\(year.words(of: column).text(language).escaped)</title>"
                    + Markup.rectangle("hint", place) + "</g>")
        }
    }

    private mutating func draw(
        _ text: String, _ style: TextBlock.Style, _ tone: TextBlock.Tone = .plain, at corner: Point
    ) {
        canvas.add(Markup.text(text, "\(style.rawValue) \(tone.rawValue)", corner, size: style.lettering.size))
    }
}
