/// The order in which states follow each other, from which it is known which moves send back.
///
/// Phases follow each other. Inside a phase the order of the file holds, unless it leaves a state that nothing leads on
/// to; then the order in which a walk from the start leaves them takes its place.
struct Ranking {
    /// Where each state stands in the order.
    private(set) var position: [Int]
    private let bands: [Int]
    /// More cards than this side by side do not fit on a page.
    private static let widest = 4

    init(bands: [Int], initial: Int?, moves: [(from: Int, to: Int)]) {
        self.bands = bands
        position = Array(bands.indices)
        order(by: position, initial)
        var hanging = Set(moves.map(\.to))
        hanging.subtract(moves.filter { position[$0.from] < position[$0.to] }.map(\.to))
        hanging.subtract(initial.map { [$0] } ?? [])
        if !hanging.isEmpty { order(by: Ranking.walk(from: initial, bands.count, moves), initial) }
    }

    func isBack(from: Int, to: Int) -> Bool { position[to] < position[from] }

    /// The row of each state, so that every arrow leads from an upper to a lower row or, sending back, the other way.
    func rows(along arrows: [(from: Int, to: Int)]) -> [Int] {
        var above = Array(repeating: [Int](), count: bands.count)
        for arrow in arrows where arrow.from != arrow.to {
            let isBack = isBack(from: arrow.from, to: arrow.to)
            above[isBack ? arrow.from : arrow.to].append(isBack ? arrow.to : arrow.from)
        }
        var rows = Array(repeating: 0, count: bands.count)
        var filled: [Int: Int] = [:]
        var (base, last, band) = (0, -1, Int.min)
        for state in bands.indices.sorted(by: { position[$0] < position[$1] }) {
            if bands[state] != band { (base, band) = (last + 1, bands[state]) }
            var row = max(base, (above[state].map { rows[$0] }.max() ?? -1) + 1)
            while filled[row, default: 0] >= Ranking.widest { row += 1 }
            filled[row, default: 0] += 1
            rows[state] = row
            last = max(last, row)
        }
        return rows
    }

    private mutating func order(by keys: [Int], _ initial: Int?) {
        func key(_ state: Int) -> (Int, Int, Int) { (bands[state], state == initial ? 0 : 1, keys[state]) }
        for (place, state) in bands.indices.sorted(by: { key($0) < key($1) }).enumerated() { position[state] = place }
    }

    /// The reverse postorder of a depth-first walk: whatever the walk came to a state by leads on to it.
    private static func walk(from initial: Int?, _ count: Int, _ moves: [(from: Int, to: Int)]) -> [Int] {
        var targets = Array(repeating: [Int](), count: count)
        for move in moves { targets[move.from].append(move.to) }
        var keys = Array(repeating: 0, count: count)
        var seen: Set<Int> = []
        var next = count
        for start in (initial.map { [$0] } ?? []) + Array(0..<count) where seen.insert(start).inserted {
            var trail = [(state: start, tried: 0)]
            while let (state, tried) = trail.last {
                if tried < targets[state].count {
                    trail[trail.count - 1].tried += 1
                    let target = targets[state][tried]
                    if seen.insert(target).inserted { trail.append((target, 0)) }
                } else {
                    next -= 1
                    keys[state] = next
                    trail.removeLast()
                }
            }
        }
        return keys
    }
}
