extension Evaluator {
    mutating func comprehension(_ term: Term.Comprehension, at range: Range<Int>) -> Evaluation {
        let evaluation = evaluate(term.elements)
        guard case .value(let value) = evaluation else { return evaluation }
        let elements: [Value]
        switch value {
        case .list(let list): elements = list
        case .map(let map):
            do { try run.meter.spend(map.count) } catch { return failure(error, at: range) }
            elements = map.entries.map(\.key)
        default:
            return failure(.noOverload(term.macro.rawValue, operands: [value.kind.rawValue]), at: range)
        }
        defer { bind(nil, to: term.slot) }
        return switch term.macro {
        case .all: quantifier(term, elements, decidedBy: false)
        case .exists: quantifier(term, elements, decidedBy: true)
        case .existsOne: existsOne(term, elements)
        case .filter: collect(term, elements)
        case .map: collect(term, elements)
        }
    }

    /// Like a chain of `&&` or `||`: one element can decide, whatever the others are.
    private mutating func quantifier(
        _ term: Term.Comprehension, _ elements: [Value], decidedBy decisive: Bool
    ) -> Evaluation {
        var doubts = Doubts()
        for element in elements {
            bind(element, to: term.slot)
            let evaluation = truth(of: term.body, in: term.macro.rawValue)
            if case .value(.bool(decisive)) = evaluation { return evaluation }
            doubts.add(evaluation)
            if run.meter.isSpent { break }
        }
        return doubts.evaluation ?? .value(.bool(!decisive))
    }

    private mutating func existsOne(_ term: Term.Comprehension, _ elements: [Value]) -> Evaluation {
        var doubts = Doubts()
        var count = 0
        for element in elements {
            bind(element, to: term.slot)
            let evaluation = truth(of: term.body, in: term.macro.rawValue)
            if evaluation == .value(true) { count += 1 } else { doubts.add(evaluation) }
            if run.meter.isSpent { break }
        }
        return doubts.evaluation ?? .value(.bool(count == 1))
    }

    /// `filter` keeps elements, `map` makes new ones of those that its own filter lets through.
    private mutating func collect(_ term: Term.Comprehension, _ elements: [Value]) -> Evaluation {
        var doubts = Doubts()
        var results: [Value] = []
        for element in elements {
            bind(element, to: term.slot)
            if let filter = term.macro == .filter ? term.body : term.filter {
                let evaluation = truth(of: filter, in: term.macro.rawValue)
                guard evaluation == .value(true) else {
                    doubts.add(evaluation)
                    if run.meter.isSpent { break }
                    continue
                }
            }
            if term.macro == .filter {
                results.append(element)
                continue
            }
            let evaluation = evaluate(term.body)
            if case .value(let value) = evaluation { results.append(value) } else { doubts.add(evaluation) }
            if run.meter.isSpent { break }
        }
        return doubts.evaluation ?? .value(.list(results))
    }
}
