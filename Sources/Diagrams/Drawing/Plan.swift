import Documents

/// A chart with its words measured and everything in its place.
struct Plan {
    let chart: Chart
    let selection: Selection
    /// By state.
    private(set) var cards: [Card] = []
    /// By arrow.
    private(set) var captions: [TextBlock] = []
    let layout: Layout

    private static let captionWidth = 200.0

    init(_ chart: Chart) {
        self.chart = chart
        let selection = Selection(chart)
        self.selection = selection
        var exits = chart.states.map { _ in [Selection.Bundle]() }
        var entries = exits
        for bundle in selection.written {
            for source in bundle.sources { exits[source].append(bundle) }
            if bundle.sources != [bundle.target] { entries[bundle.target].append(bundle) }
        }
        cards = chart.states.indices.map { Card($0, in: chart, exits: exits[$0], entries: entries[$0]) }
        captions = selection.arrows.map { Plan.caption(of: $0, in: chart) }
        layout = Layout(
            Graph(
                boxes: zip(cards, selection.rows).map { card, row in
                    Graph.Box(row: row, size: card.size, margin: card.isInitial ? Card.entranceWidth : 0)
                },
                arrows: zip(selection.arrows, captions).map { arrow, caption in
                    Graph.Arrow(
                        sources: arrow.sources, target: arrow.target, isBack: arrow.isBack, caption: caption.size)
                }))
    }

    private static func caption(of arrow: Selection.Bundle, in chart: Chart) -> TextBlock {
        var block = TextBlock()
        for line in arrow.lines {
            let tone = chart.tone(of: line, from: arrow.sources, to: arrow.target)
            block.add(
                (arrow.lines.count > 1 ? "• " : "") + line.change.sign + line.text, .caption,
                tone == .plain && arrow.isBack ? .muted : tone, width: captionWidth, lines: 4, hint: line.hint,
                isAutomatic: line.isAutomatic)
        }
        return block
    }
}

extension Chart {
    func isTaken(_ line: Line, from source: Int, to target: Int) -> Bool {
        taken.contains(Step(from: source, to: target, name: line.name))
    }

    func tone(of line: Line, from sources: [Int], to target: Int) -> TextBlock.Tone {
        if let tone = line.change.tone { return tone }
        guard isPath else { return .plain }
        return sources.contains { isTaken(line, from: $0, to: target) } ? .taken : .untouched
    }
}
