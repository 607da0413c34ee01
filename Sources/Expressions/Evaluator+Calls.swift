extension Evaluator {
    mutating func call(_ call: Term.Call, at range: Range<Int>) -> Evaluation {
        // `a.b.f(x)` may be the function `f` of the namespace `a.b`.
        if let prefix = call.target?.name {
            let own = functions(prefix.text + "." + call.function, isAbsolute: prefix.isAbsolute, isMember: false)
            if !own.isEmpty {
                return apply(nil, or: own, to: call.arguments, isMember: false, named: call.function, at: range)
            }
        }
        let isMember = call.target != nil
        let own = functions(call.function, isAbsolute: call.isAbsolute, isMember: isMember)
        guard call.standard != nil || !own.isEmpty else {
            return failure(.noSuchFunction(call.function, suggestion: nil), at: range)
        }
        let arguments = (call.target.map { [$0] } ?? []) + call.arguments
        return apply(call.standard, or: own, to: arguments, isMember: isMember, named: call.function, at: range)
    }

    private mutating func apply(
        _ standard: StandardFunction?, or own: [Function], to arguments: [Term], isMember: Bool, named name: String,
        at range: Range<Int>
    ) -> Evaluation {
        var doubts = Doubts()
        let values = values(of: arguments, &doubts)
        if let evaluation = doubts.evaluation { return evaluation }
        do throws(ExpressionError.Reason) {
            if let standard, let value = try standard.apply(values, isMember: isMember, &run) { return .value(value) }
        } catch {
            return failure(error, at: range)
        }
        guard let function = own.first(where: { $0.signature.admits(values, isMember: isMember) }) else {
            return failure(.noOverload(name, operands: values.map(\.kind.rawValue)), at: range)
        }
        do throws(FunctionFailure) {
            return .value(try function.body(values))
        } catch {
            switch error {
            case .refused(let problem): return failure(.refused(name, problem), at: range)
            case .unknown(let reason): return .unknown([Unknown(name: name, range: range, reason: reason)])
            }
        }
    }

    /// The program's own functions of a name, in the innermost container that has any.
    private func functions(_ name: String, isAbsolute: Bool, isMember: Bool) -> [Function] {
        guard !environment.functions.isEmpty else { return [] }
        return environment.functions.named(name, in: isAbsolute || isMember ? "" : environment.container)
            .filter { $0.isMember == isMember }
    }
}

extension [Function] {
    func named(_ name: String, in container: String) -> [Function] {
        for candidate in names(for: name, in: container) {
            let found = filter { $0.name == candidate }
            if !found.isEmpty { return found }
        }
        return []
    }
}
