/// The room between two layers, in which links step sideways, each on a track of its own.
struct Channel {
    struct Step {
        var arrow: Int
        var upper: Double
        var lower: Double

        var isStraight: Bool { abs(upper - lower) < 0.01 }
        var least: Double { min(upper, lower) }
        var most: Double { max(upper, lower) }
    }

    /// By step; nil for those that go straight.
    private(set) var tracks: [Int?]
    private(set) var count = 0

    /// Lines nearer than this to each other look like one.
    private static let clearance = 6.0
    private static let mostCompared = 2_000

    init(_ steps: [Step]) {
        tracks = steps.map { _ in nil }
        var placed: [(step: Step, track: Int)] = []
        for index in Channel.ordered(steps) {
            let step = steps[index]
            let blocking = placed.filter {
                $0.step.arrow != step.arrow && $0.step.least - Channel.clearance < step.most
                    && step.least < $0.step.most + Channel.clearance
            }
            let track = (blocking.map(\.track).max() ?? -1) + 1
            placed.append((step, track))
            tracks[index] = track
            count = max(count, track + 1)
        }
    }

    /// The steps from the top down, so that as few lines cross or run on each other as can be.
    private static func ordered(_ steps: [Step]) -> [Int] {
        let moving = steps.indices.filter { !steps[$0].isStraight }
        guard moving.count <= mostCompared else { return moving }
        var after: [[Int]] = moving.map { _ in [] }
        var waiting = moving.map { _ in 0 }
        for one in moving.indices {
            for other in moving.indices.dropFirst(one + 1) {
                let (a, b) = (steps[moving[one]], steps[moving[other]])
                let (down, up) = (harm(a, above: b), harm(b, above: a))
                if down < up {
                    after[one].append(other)
                    waiting[other] += 1
                } else if up < down {
                    after[other].append(one)
                    waiting[one] += 1
                }
            }
        }
        var left = Array(moving.indices)
        var order: [Int] = []
        // Where the wishes form a circle, whoever waits for the fewest goes first.
        while let place = left.indices.min(by: { (waiting[left[$0]], $0) < (waiting[left[$1]], $1) }) {
            let next = left.remove(at: place)
            order.append(moving[next])
            for later in after[next] { waiting[later] -= 1 }
        }
        return order
    }

    private static func harm(_ a: Step, above b: Step) -> Int {
        guard a.arrow != b.arrow else { return 0 }
        var harm = 0
        if abs(a.lower - b.upper) < clearance { harm += 100 }
        if a.least - clearance < b.upper, b.upper < a.most + clearance { harm += 1 }
        if b.least - clearance < a.lower, a.lower < b.most + clearance { harm += 1 }
        return harm
    }
}
