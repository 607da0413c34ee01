/// A pattern in the syntax of RE2, run on all its possible places at once (Thompson, "Regular Expression Search
/// Algorithm", 1968), so that its time is at most the product of the sizes of pattern and text.
struct RegularExpression: Sendable {
    private let program: [Instruction]

    enum Instruction: Sendable {
        case one(ScalarSet)
        case split(Int, Int)
        case jump(Int)
        case assertion(Assertion)
        case match
    }

    /// What must be so between two characters.
    enum Assertion: Sendable {
        case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
    }

    init(_ pattern: String, _ meter: inout Meter) throws(ExpressionError.Reason) {
        try meter.spend(bytes: pattern.utf8.count)
        var reader = PatternReader(pattern)
        var writer = PatternWriter()
        let program = Result { () throws(PatternProblem) in try writer.program(of: try reader.wholePattern()) }
        // A pattern that turns out to be too large has cost most.
        try meter.spend(writer.steps / 8)
        do { self.program = try program.get() } catch { throw .pattern(pattern, error.message) }
    }

    /// Whether some part of the text matches (langdef, "Regular Expressions").
    func matches(_ text: String, _ meter: inout Meter) throws(ExpressionError.Reason) -> Bool {
        var current = Threads(program.count)
        var next = Threads(program.count)
        var previous: Unicode.Scalar?
        var rest = text.unicodeScalars.makeIterator()
        var upcoming = rest.next()
        while true {
            if add(0, to: &current, between: previous, upcoming) { return true }
            guard let scalar = upcoming else { return false }
            upcoming = rest.next()
            next.removeAll()
            var work = current.places.count
            for place in current.places {
                guard case .one(let set) = program[place] else { continue }
                work += set.cost
                if set.contains(scalar), add(place + 1, to: &next, between: scalar, upcoming) { return true }
            }
            try meter.spend(1 + work / 8)
            swap(&current, &next)
            previous = scalar
        }
    }

    /// Goes on from a place as far as no character is needed.
    ///
    /// - Returns: whether the end of the pattern is reached.
    private func add(
        _ start: Int, to threads: inout Threads, between previous: Unicode.Scalar?, _ upcoming: Unicode.Scalar?
    ) -> Bool {
        var waiting = [start]
        while let place = waiting.popLast() {
            guard threads.insert(place) else { continue }
            switch program[place] {
            case .one: break
            case .split(let first, let second): waiting += [second, first]
            case .jump(let target): waiting.append(target)
            case .assertion(let assertion):
                if assertion.holds(between: previous, upcoming) { waiting.append(place + 1) }
            case .match: return true
            }
        }
        return false
    }
}

/// The places of a program at which a match may stand, each once.
private struct Threads {
    private(set) var places: [Int] = []
    private var rounds: [Int]
    private var round = 1

    init(_ size: Int) { rounds = Array(repeating: 0, count: size) }

    /// - Returns: false if the place was there already.
    mutating func insert(_ place: Int) -> Bool {
        guard rounds[place] != round else { return false }
        rounds[place] = round
        places.append(place)
        return true
    }

    mutating func removeAll() {
        places.removeAll(keepingCapacity: true)
        round += 1
    }
}

extension RegularExpression.Assertion {
    fileprivate func holds(between previous: Unicode.Scalar?, _ upcoming: Unicode.Scalar?) -> Bool {
        switch self {
        case .textStart: previous == nil
        case .textEnd: upcoming == nil
        case .lineStart: previous == nil || previous == "\n"
        case .lineEnd: upcoming == nil || upcoming == "\n"
        case .wordBoundary: isWord(previous) != isWord(upcoming)
        case .noWordBoundary: isWord(previous) == isWord(upcoming)
        }
    }

    private func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ScalarSet.word.contains($0) } ?? false }
}
