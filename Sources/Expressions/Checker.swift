import Documents

/// Finds the types of all terms, and what can never be evaluated (langdef, "Gradual Type Checking").
///
/// What `dyn` makes possible is never a problem, and a term with a problem is `dyn`, so that one mistake is told once.
struct Checker {
    let declarations: Declarations
    private(set) var problems: [ExpressionError] = []
    /// The types of the variables of the macros around a term, by their depth.
    private var locals: [ValueType] = []
    /// Looking for a like name is slow, and nobody reads a hundred suggestions.
    private var suggestionsLeft = 40

    init(_ declarations: Declarations) { self.declarations = declarations }

    mutating func type(of term: Term) -> ValueType {
        switch term.kind {
        case .literal(let value): return ValueType(value.kind)
        case .name(let name): return declarations.type(of: name) ?? undeclared(name, at: term.range)
        case .local(_, let slot): return slot < locals.count ? locals[slot] : .dyn
        case .select(let operand, _, let name): return selection(from: operand, name, at: term.range)
        case .has(let operand, _, let name):
            _ = selection(from: operand, name, at: term.range)
            return .bool
        case .index(let operand, let index): return element(of: operand, at: index)
        case .call(let call): return self.call(call, at: term.range)
        case .not(let operand):
            expect(.bool, operand)
            return .bool
        case .negation(let operand): return apply("-", Operator.negations, to: [operand], at: term.range)
        case .binary(let function, let a, let b): return operation(function, a, b, at: term.range)
        case .and(let operands), .or(let operands):
            for operand in operands { expect(.bool, operand) }
            return .bool
        case .conditional(let condition, let yes, let no):
            expect(.bool, condition)
            return type(of: yes).joined(with: type(of: no))
        case .list(let elements): return .list(joined(elements))
        case .map(let entries): return .map(keys(of: entries), joined(entries.map(\.value)))
        case .comprehension(let comprehension): return self.comprehension(comprehension)
        }
    }

    // MARK: Names and fields

    private mutating func undeclared(_ name: Term.Name, at range: Range<Int>) -> ValueType {
        report(.undeclared(name.text, suggestion: suggestion(for: name.text, among: variables)), at: range)
    }

    private var variables: [String] { Array(declarations.variables.keys) }

    mutating func suggestion(for name: String, among known: [String]) -> String? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        return nearest(to: name, among: known)
    }

    private mutating func selection(from operand: Term, _ name: Term.Name?, at range: Range<Int>) -> ValueType {
        if let name {
            if let type = declarations.type(of: name) { return type }
            // Where nothing of the name is known but a like one is declared, all of it is the mistake.
            if !declarations.knowsStart(of: operand), suggestion(for: name.text, among: variables) != nil {
                return undeclared(name, at: range)
            }
        }
        switch type(of: operand) {
        case .map(let key, let value) where key.admits(.string): return value
        case .dyn: return .dyn
        case let other: return report(.noFields(other.description), at: operand.range)
        }
    }

    private mutating func element(of operand: Term, at index: Term) -> ValueType {
        let (collection, place) = (type(of: operand), type(of: index))
        switch collection {
        case .dyn: return .dyn
        case .list(let element):
            if !ValueType.int.admits(place) { report(.expected(.int, found: place), at: index.range) }
            return element
        case .map(let key, let value):
            if !key.meets(place) { report(.expected(key, found: place), at: index.range) }
            return value
        default:
            return report(.noOverload("[]", operands: [collection.description, place.description]), at: operand.range)
        }
    }

    // MARK: Lists and maps

    private mutating func joined(_ terms: [Term]) -> ValueType {
        let types = terms.map { type(of: $0) }
        guard let first = types.first else { return .dyn }
        return types.dropFirst().reduce(first) { $0.joined(with: $1) }
    }

    private mutating func keys(of entries: [Term.Entry]) -> ValueType {
        let types = entries.map { entry in
            let type = type(of: entry.key)
            return type.isKey ? type : report(.unsupportedKey(type), at: entry.key.range)
        }
        guard let first = types.first else { return .dyn }
        return types.dropFirst().reduce(first) { $0.joined(with: $1) }
    }

    private mutating func comprehension(_ term: Term.Comprehension) -> ValueType {
        let element: ValueType
        switch type(of: term.elements) {
        case .list(let type), .map(let type, _): element = type
        case .dyn: element = .dyn
        case let other:
            element = report(.noOverload(term.macro.rawValue, operands: [other.description]), at: term.elements.range)
        }
        locals.append(element)
        defer { locals.removeLast() }
        if let filter = term.filter { expect(.bool, filter) }
        if term.macro == .map { return .list(type(of: term.body)) }
        expect(.bool, term.body)
        return term.macro == .filter ? .list(element) : .bool
    }

    mutating func expect(_ wanted: ValueType, _ term: Term) {
        let found = type(of: term)
        if !wanted.admits(found) { report(.expected(wanted, found: found), at: term.range) }
    }

    @discardableResult
    mutating func report(_ reason: ExpressionError.Reason, at range: Range<Int>) -> ValueType {
        problems.append(ExpressionError(reason, at: range))
        return .dyn
    }
}

extension ValueType {
    /// Whether a map may have such keys.
    fileprivate var isKey: Bool { [.dyn, .bool, .int, .uint, .string].contains(self) }
}
