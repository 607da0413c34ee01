/// Walks the tree of an expression once.
///
/// Errors and unknowns are results like any other, because `&&`, `||`, `?:` and macros may do without them. Where two
/// of them meet and both stay undecided, an unknown wins: with its value the error might not have come up.
struct Evaluator {
    let environment: Environment
    var run: Run
    /// The variables of the macros being walked, by their depth.
    private var locals: [Value?] = []

    init(_ environment: Environment, budget: Int) {
        self.environment = environment
        run = Run(budget: budget)
    }

    /// Evaluates a whole expression. Going over the budget is final: no operator can do without that.
    mutating func result(of root: Term) -> Evaluation {
        let result = evaluate(root)
        return run.stoppedAt.map { .failed(ExpressionError(.overBudget, at: $0)) } ?? result
    }

    mutating func evaluate(_ term: Term) -> Evaluation {
        do {
            try run.meter.spend(1)
        } catch {
            return failure(error, at: term.range)
        }
        return switch term.kind {
        case .literal(let value): .value(value)
        case .name(let name): reference(name, at: term.range) ?? undeclared(name.text, at: term.range)
        case .local(let name, let slot): local(slot) ?? undeclared(name, at: term.range)
        case .binary(let function, let a, let b): operation(function, a, b, at: term.range)
        case .and(let operands): logic(operands, decidedBy: false)
        case .or(let operands): logic(operands, decidedBy: true)
        case .not(let operand):
            unary(operand, at: term.range) { value throws(ExpressionError.Reason) in try value.inverted() }
        case .negation(let operand):
            unary(operand, at: term.range) { value throws(ExpressionError.Reason) in try value.negated() }
        case .conditional(let condition, let yes, let no): conditional(condition, yes, no)
        case .select(let operand, let field, let name): select(operand, field, name, at: term.range)
        case .has(let operand, let field, let name): has(operand, field, name, at: term.range)
        case .index(let operand, let index):
            operation(operand, index, at: term.range) { a, b, meter throws(ExpressionError.Reason) in
                try a.element(b, &meter)
            }
        case .call(let call): self.call(call, at: term.range)
        case .list(let elements): list(elements)
        case .map(let entries): map(entries)
        case .comprehension(let comprehension): self.comprehension(comprehension, at: term.range)
        }
    }

    // MARK: Names

    private func reference(_ name: Term.Name, at range: Range<Int>) -> Evaluation? {
        switch environment.binding(of: name) {
        case .value(let value): .value(value)
        case .unknown(let reason): .unknown([Unknown(name: name.text, range: range, reason: reason)])
        case nil: nil
        }
    }

    private func undeclared(_ name: String, at range: Range<Int>) -> Evaluation {
        .failed(ExpressionError(.undeclared(name, suggestion: nil), at: range))
    }

    private func local(_ slot: Int) -> Evaluation? {
        // A term taken out of its macro has no value for the macro's variable.
        slot < locals.count ? locals[slot].map(Evaluation.value) : nil
    }

    mutating func bind(_ value: Value?, to slot: Int) {
        while locals.count <= slot { locals.append(nil) }
        locals[slot] = value
    }

    private mutating func select(
        _ operand: Term, _ field: String, _ name: Term.Name?, at range: Range<Int>
    ) -> Evaluation {
        if let whole = name.flatMap({ reference($0, at: range) }) { return whole }
        return unary(operand, at: range) { value throws(ExpressionError.Reason) in
            guard case .map(let map) = value else { throw .noFields(value.kind.rawValue) }
            guard let found = map[field: field] else { throw .noSuchKey("'\(field.excerpt)'") }
            return found
        }
    }

    private mutating func has(
        _ operand: Term, _ field: String, _ name: Term.Name?, at range: Range<Int>
    ) -> Evaluation {
        switch name.flatMap({ reference($0, at: range) }) {
        case .value: return .value(.bool(true))
        case let whole?: return whole
        case nil: break
        }
        return unary(operand, at: range) { value throws(ExpressionError.Reason) in
            guard case .map(let map) = value else { throw .noFields(value.kind.rawValue) }
            return .bool(map[field: field] != nil)
        }
    }

    // MARK: Operators

    private mutating func unary(
        _ operand: Term, at range: Range<Int>, _ body: (Value) throws(ExpressionError.Reason) -> Value
    ) -> Evaluation {
        let evaluation = evaluate(operand)
        guard case .value(let value) = evaluation else { return evaluation }
        do throws(ExpressionError.Reason) { return .value(try body(value)) } catch { return failure(error, at: range) }
    }

    private mutating func operation(_ function: Operator, _ a: Term, _ b: Term, at range: Range<Int>) -> Evaluation {
        operation(a, b, at: range) { a, b, meter throws(ExpressionError.Reason) in
            try function.apply(a, b, &meter)
        }
    }

    private mutating func operation(
        _ a: Term, _ b: Term, at range: Range<Int>,
        _ body: (Value, Value, inout Meter) throws(ExpressionError.Reason) -> Value
    ) -> Evaluation {
        let (first, second) = (evaluate(a), evaluate(b))
        guard case .value(let left) = first, case .value(let right) = second else {
            return Doubts(first, second).evaluation ?? first
        }
        do throws(ExpressionError.Reason) {
            return .value(try body(left, right, &run.meter))
        } catch {
            return failure(error, at: range)
        }
    }

    /// A chain of `&&`, which one `false` decides, or of `||`, which one `true` decides.
    private mutating func logic(_ operands: [Term], decidedBy decisive: Bool) -> Evaluation {
        var doubts = Doubts()
        for operand in operands {
            let evaluation = truth(of: operand, in: decisive ? "||" : "&&")
            if case .value(.bool(decisive)) = evaluation { return evaluation }
            doubts.add(evaluation)
        }
        return doubts.evaluation ?? .value(.bool(!decisive))
    }

    /// A term that must be a `bool`.
    mutating func truth(of term: Term, in function: String) -> Evaluation {
        let evaluation = evaluate(term)
        guard case .value(let value) = evaluation, value.kind != .bool else { return evaluation }
        return failure(.noOverload(function, operands: [value.kind.rawValue]), at: term.range)
    }

    private mutating func conditional(_ condition: Term, _ yes: Term, _ no: Term) -> Evaluation {
        let evaluation = truth(of: condition, in: "?:")
        guard case .value(let value) = evaluation else { return evaluation }
        return evaluate(value == .bool(true) ? yes : no)
    }

    // MARK: Lists and maps

    private mutating func list(_ elements: [Term]) -> Evaluation {
        var doubts = Doubts()
        let values = values(of: elements, &doubts)
        return doubts.evaluation ?? .value(.list(values))
    }

    private mutating func map(_ entries: [Term.Entry]) -> Evaluation {
        var doubts = Doubts()
        var map = ValueMap()
        for entry in entries {
            let (key, value) = (evaluate(entry.key), evaluate(entry.value))
            guard case .value(let known) = key, case .value(let held) = value else {
                doubts.add(key)
                doubts.add(value)
                continue
            }
            do {
                try run.meter.spend(bytes: known.keyLength)
                try map.insert(held, at: known)
            } catch {
                doubts.add(failure(error, at: entry.key.range))
            }
        }
        return doubts.evaluation ?? .value(.map(map))
    }

    /// The values of all these terms, unless there are doubts.
    mutating func values(of terms: [Term], _ doubts: inout Doubts) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(terms.count)
        for term in terms {
            let evaluation = evaluate(term)
            if case .value(let value) = evaluation { values.append(value) } else { doubts.add(evaluation) }
        }
        return values
    }

    mutating func failure(_ reason: ExpressionError.Reason, at range: Range<Int>) -> Evaluation {
        if run.meter.isSpent, run.stoppedAt == nil { run.stoppedAt = range }
        return .failed(ExpressionError(reason, at: range))
    }
}
