import Documents

extension Checker {
    mutating func operation(_ function: Operator, _ a: Term, _ b: Term, at range: Range<Int>) -> ValueType {
        switch function {
        case .equal, .notEqual:
            let (first, second) = (type(of: a), type(of: b))
            if !first.meets(second) { report(.neverEqual(first, second), at: range) }
            return .bool
        case .in: return membership(a, b, at: range)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            let (first, second) = (type(of: a), type(of: b))
            if !first.hasOrder || !second.hasOrder || !first.meets(second) {
                report(.noOverload(function.rawValue, operands: [first.description, second.description]), at: range)
            }
            return .bool
        default: return apply(function.rawValue, function.signatures, to: [a, b], at: range)
        }
    }

    private mutating func membership(_ a: Term, _ b: Term, at range: Range<Int>) -> ValueType {
        let (element, collection) = (type(of: a), type(of: b))
        switch collection {
        case .list(let held) where held.meets(element), .map(let held, _) where held.meets(element): break
        case .dyn: break
        default: report(.noOverload("in", operands: [element.description, collection.description]), at: range)
        }
        return .bool
    }

    mutating func call(_ call: Term.Call, at range: Range<Int>) -> ValueType {
        if let prefix = call.target?.name {
            let container = prefix.isAbsolute ? "" : declarations.container
            let own = declarations.functions.named(prefix.text + "." + call.function, in: container)
            if !own.isEmpty {
                return apply(call.function, own.map(\.signature), to: call.arguments, at: range)
            }
        }
        let isMember = call.target != nil
        let container = call.isAbsolute || isMember ? "" : declarations.container
        let own = declarations.functions.named(call.function, in: container).map(\.signature)
        let signatures = ((call.standard?.signatures ?? []) + own).filter { $0.isMember == isMember }
        let arguments = (call.target.map { [$0] } ?? []) + call.arguments
        guard !signatures.isEmpty else {
            let known = StandardFunction.allCases.map(\.rawValue) + declarations.functions.map(\.name)
            let suggestion = suggestion(for: call.function, among: known.filter { $0 != call.function })
            report(.noSuchFunction(call.function, suggestion: suggestion), at: range)
            for argument in arguments { _ = type(of: argument) }
            return .dyn
        }
        return apply(call.function, signatures, to: arguments, isMember: isMember, at: range)
    }

    /// The result of the overloads that the arguments may meet.
    mutating func apply(
        _ function: String, _ signatures: [Signature], to arguments: [Term], isMember: Bool = false,
        at range: Range<Int>
    ) -> ValueType {
        let types = arguments.map { type(of: $0) }
        let results = signatures.filter { $0.admits(types, isMember: isMember) }.map(\.result)
        guard let first = results.first else {
            return report(.noOverload(function, operands: types.map(\.description)), at: range)
        }
        if function == "+", case .list(let a) = types[0], case .list(let b) = types[1] {
            return .list(a.joined(with: b))
        }
        return results.dropFirst().reduce(first) { $0.joined(with: $1) }
    }
}

extension ValueType {
    fileprivate var hasOrder: Bool {
        switch self {
        case .null, .list, .map, .type: false
        default: true
        }
    }
}
