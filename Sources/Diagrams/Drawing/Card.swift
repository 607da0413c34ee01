import Documents

/// What stands in the box of a state: its label and id, and the moves that have no arrow.
struct Card {
    private(set) var block = TextBlock()
    /// Where the written moves begin.
    private(set) var divider: Double?
    let isInitial: Bool

    static let padding = 10.0
    /// The dot and the short arrow before the first state.
    static let entranceWidth = 34.0
    private static let textWidth = 250.0
    private static let leastWidth = 120.0
    /// Of more written moves only the number is told.
    private static let mostRows = 40

    var size: Size {
        Size(
            width: max(Card.leastWidth, block.size.width + 2 * Card.padding),
            height: block.size.height + 2 * Card.padding - 4)
    }

    init(_ index: Int, in chart: Chart, exits: [Selection.Bundle], entries: [Selection.Bundle]) {
        let state = chart.states[index]
        isInitial = state.isInitial
        let tone: TextBlock.Tone = state.change.tone ?? (state.standing == .untouched ? .untouched : .plain)
        block.add(state.change.sign + state.label, .title, tone, width: Card.textWidth, lines: 3)
        block.add(state.id, .id, .muted, width: Card.textWidth, lines: 1)
        block.add(Card.badges(of: state, chart.language))
        for detail in state.details {
            block.add(detail, .row, .changed, width: Card.textWidth, lines: 3)
        }
        var rows: [(line: Chart.Line, text: String, tone: TextBlock.Tone)] = []
        for bundle in entries {
            let many = Wording.states(bundle.sources.count).text(chart.language)
            let origin = bundle.sources.count == 1 ? chart.states[bundle.sources[0]].label : many
            for line in bundle.lines {
                rows.append((line, "\(line.text) ← \(origin)", chart.tone(of: line, from: bundle.sources, to: index)))
            }
        }
        for bundle in exits {
            let target = chart.states[bundle.target].label
            for line in bundle.lines {
                rows.append((line, "\(line.text) → \(target)", chart.tone(of: line, from: [index], to: bundle.target)))
            }
        }
        guard !rows.isEmpty else { return }
        block.space(5)
        divider = block.size.height + Card.padding - 4
        block.space(4)
        for row in rows.prefix(Card.mostRows) {
            block.add(
                row.line.change.sign + row.text, .row, row.tone == .plain ? .muted : row.tone, width: Card.textWidth,
                lines: 3, hint: row.line.hint, isAutomatic: row.line.isAutomatic)
        }
        if rows.count > Card.mostRows {
            let rest = Wording.more(rows.count - Card.mostRows).text(chart.language)
            block.add(rest, .row, .muted, width: Card.textWidth, lines: 1)
        }
    }

    private static func badges(of state: Chart.State, _ language: Language) -> [TextBlock.Badge] {
        var badges: [TextBlock.Badge] = []
        if let count = state.count, count.total > 0 {
            badges.append(TextBlock.Badge(text: String(count.total), tone: .total))
            if count.overdue > 0 {
                badges.append(TextBlock.Badge(text: Wording.overdue(count.overdue).text(language), tone: .overdue))
            }
        }
        if state.standing == .current {
            badges.append(TextBlock.Badge(text: Wording.here.text(language), tone: .here))
        }
        return badges
    }
}
