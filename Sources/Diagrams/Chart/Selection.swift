import Agreements

/// Which moves become arrows and which are only written in the cards of their states.
///
/// A move from many states, such as to cancel, would only be a tangle as arrows; so would one across half the picture.
struct Selection {
    /// The same lines from one or more states into one: one arrow with several tails, or one entry in each card.
    struct Bundle {
        var sources: [Int]
        var target: Int
        var lines: [Chart.Line]
        var isBack: Bool

        /// Whether it says the same and has room for one more tail.
        fileprivate func takes(_ other: Bundle) -> Bool {
            target == other.target && isBack == other.isBack && lines == other.lines
                && sources.count < Selection.mostTails
        }
    }

    private(set) var arrows: [Bundle] = []
    private(set) var written: [Bundle] = []
    /// The row of each state.
    private(set) var rows: [Int] = []

    private static let mostTails = 3
    /// In rows; where nothing else leads on, an arrow may be longer.
    private static let longest = 4
    private static let longestKept = 12
    /// Of more arrows nobody could follow one.
    private static let mostArrows = 1_500
    private static let mostArrowsOfAState = 8

    init(_ chart: Chart) {
        let ranking = Ranking(
            bands: chart.states.map { chart.hasLanes ? $0.phase.rank : 0 },
            initial: chart.states.firstIndex(where: \.isInitial), moves: chart.moves.map { ($0.from, $0.to) })
        var tails: [String: Int] = [:]
        for line in chart.moves.flatMap(\.lines) { tails[line.name, default: 0] += 1 }
        for bundle in Selection.bundles(of: chart.moves, ranking) {
            let isFromMany = bundle.lines.allSatisfy { tails[$0.name, default: 0] > Selection.mostTails }
            if isFromMany || bundle.sources.count > Selection.mostTails || bundle.sources.contains(bundle.target) {
                written.append(bundle)
            } else {
                arrows.append(bundle)
            }
        }
        keepWaysOn(chart)
        settle(ranking)
        writeArrows(longerThan: Selection.longest)
        keepWaysOn(chart)
        settle(ranking)
        thinOut()
        writeArrows(longerThan: Selection.longestKept)
        settle(ranking)
    }

    private static func bundles(of moves: [Chart.Move], _ ranking: Ranking) -> [Bundle] {
        struct Key: Hashable {
            var target: Int
            var isBack: Bool
            var isLoop: Bool
            var lines: [Chart.Line]
        }
        var places: [Key: Int] = [:]
        var bundles: [Bundle] = []
        for move in moves {
            let isBack = ranking.isBack(from: move.from, to: move.to)
            let key = Key(target: move.to, isBack: isBack, isLoop: move.from == move.to, lines: move.lines)
            if let place = places[key] {
                bundles[place].sources.append(move.from)
            } else {
                places[key] = bundles.count
                bundles.append(Bundle(sources: [move.from], target: move.to, lines: move.lines, isBack: isBack))
            }
        }
        return bundles
    }

    private func length(of arrow: Bundle) -> Int {
        arrow.sources.map { abs(rows[$0] - rows[arrow.target]) }.max() ?? 0
    }

    private mutating func settle(_ ranking: Ranking) {
        rows = ranking.rows(along: arrows.flatMap { arrow in arrow.sources.map { ($0, arrow.target) } })
    }

    private mutating func writeArrows(longerThan limit: Int) {
        written += arrows.filter { length(of: $0) > limit }
        arrows = arrows.filter { length(of: $0) <= limit }
    }

    /// A state from which nothing would lead on keeps the first of its arrows.
    private mutating func keepWaysOn(_ chart: Chart) {
        let leading = Set(arrows.filter { !$0.isBack }.flatMap(\.sources))
        var stuck = Set(chart.states.indices.filter { !chart.states[$0].isFinal && !leading.contains($0) })
        for index in written.indices where !written[index].isBack {
            let kept = written[index].sources.filter { stuck.contains($0) && $0 != written[index].target }
            if kept.isEmpty { continue }
            stuck = []
            written[index].sources.removeAll { kept.contains($0) }
            var arrow = written[index]
            for source in kept {
                if let place = arrows.firstIndex(where: { $0.takes(arrow) }) {
                    arrows[place].sources.append(source)
                } else {
                    arrow.sources = [source]
                    arrows.append(arrow)
                }
            }
        }
        written.removeAll(where: \.sources.isEmpty)
    }

    /// Leaves each state as many arrows as its card has room for.
    private mutating func thinOut() {
        var ends: [Int: Int] = [:]
        let offered = arrows
        arrows = []
        for arrow in offered {
            let touched = arrow.sources + [arrow.target]
            if arrows.count < Selection.mostArrows,
                touched.allSatisfy({ ends[$0, default: 0] < Selection.mostArrowsOfAState })
            {
                for state in touched { ends[state, default: 0] += 1 }
                arrows.append(arrow)
            } else {
                written.append(arrow)
            }
        }
    }
}

extension Phase {
    fileprivate var rank: Int { Phase.allCases.firstIndex(of: self) ?? 0 }
}
