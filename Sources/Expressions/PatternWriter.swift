/// Turns a pattern into a program.
struct PatternWriter {
    private var program: [RegularExpression.Instruction] = []
    private(set) var steps = 0
    /// Of instructions, and of the work to write them: repetitions of repetitions multiply.
    private static let limit = 10_000

    mutating func program(of pattern: Pattern) throws(PatternProblem) -> [RegularExpression.Instruction] {
        try write(pattern)
        try append(.match)
        return program
    }

    private mutating func write(_ pattern: Pattern) throws(PatternProblem) {
        try step()
        switch pattern {
        case .one(let set): try append(.one(set))
        case .assertion(let assertion): try append(.assertion(assertion))
        case .sequence(let parts): for part in parts { try write(part) }
        case .choice(let branches): try write(choice: branches[...])
        case .repeated(let part, let least, let most):
            for _ in 0..<least { try write(part) }
            if let most { try write(optional: part, atMost: most - least) } else { try write(star: part) }
        }
    }

    private mutating func write(choice branches: ArraySlice<Pattern>) throws(PatternProblem) {
        var exits: [Int] = []
        for branch in branches.dropLast() {
            let fork = program.count
            try append(.split(fork + 1, fork + 1))
            try write(branch)
            exits.append(program.count)
            try append(.jump(0))
            program[fork] = .split(fork + 1, program.count)
        }
        for last in branches.suffix(1) { try write(last) }
        for exit in exits { program[exit] = .jump(program.count) }
    }

    private mutating func write(star part: Pattern) throws(PatternProblem) {
        let fork = program.count
        try append(.split(fork + 1, fork + 1))
        try write(part)
        try append(.jump(fork))
        program[fork] = .split(fork + 1, program.count)
    }

    private mutating func write(optional part: Pattern, atMost count: Int) throws(PatternProblem) {
        var forks: [Int] = []
        for _ in 0..<count {
            forks.append(program.count)
            try append(.split(program.count + 1, program.count + 1))
            try write(part)
        }
        for fork in forks { program[fork] = .split(fork + 1, program.count) }
    }

    private mutating func append(_ instruction: RegularExpression.Instruction) throws(PatternProblem) {
        try step()
        program.append(instruction)
    }

    private mutating func step() throws(PatternProblem) {
        steps += 1
        guard steps <= PatternWriter.limit else { throw .tooLarge }
    }
}
