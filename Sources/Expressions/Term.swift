/// A node of an expression's syntax tree.
public struct Term: Sendable, Equatable {
    public let kind: Kind
    /// Offsets in the UTF-8 of the source, with the parentheses around the term.
    public let range: Range<Int>
    /// How many terms lie one within the other here; nobody who walks a tree needs more levels than this.
    public let height: Int

    init(_ kind: Kind, at range: Range<Int>) {
        self.kind = kind
        self.range = range
        height = 1 + (kind.children.map(\.height).max() ?? 0)
    }

    /// What a term is made of.
    public indirect enum Kind: Sendable, Equatable {
        case literal(Value)
        /// A variable or a type.
        case name(Name)
        /// A variable of the macro at this depth of nesting, counted from 0.
        case local(String, slot: Int)
        /// `operand.field`; all of it may be the name of a variable instead.
        case select(Term, field: String, name: Name?)
        /// `has(operand.field)`.
        case has(Term, field: String, name: Name?)
        case index(Term, Term)
        case call(Call)
        case negation(Term)
        case not(Term)
        case binary(Operator, Term, Term)
        /// All operands of one `&&` chain.
        case and([Term])
        case or([Term])
        case conditional(Term, Term, Term)
        case list([Term])
        case map([Entry])
        case comprehension(Comprehension)
    }

    /// A name as it is written, which the container of an environment may lengthen.
    public struct Name: Sendable, Equatable {
        public let text: String
        /// Written with a point before it: only the name itself is meant.
        public let isAbsolute: Bool
        /// The type that the name stands for where no variable has it.
        let type: Value.Kind?

        init(_ text: String, isAbsolute: Bool) {
            self.text = text
            self.isAbsolute = isAbsolute
            type = Value.Kind(rawValue: text)
        }
    }

    /// `key: value` in a map.
    public struct Entry: Sendable, Equatable {
        public let key: Term
        public let value: Term
    }

    /// A call of a function; operators have terms of their own.
    public struct Call: Sendable, Equatable {
        public let function: String
        public let isAbsolute: Bool
        /// What stands before the point.
        public let target: Term?
        public let arguments: [Term]
        let standard: StandardFunction?
    }

    /// A macro that walks the elements of a list or the keys of a map.
    public struct Comprehension: Sendable, Equatable {
        public let macro: Macro
        public let elements: Term
        public let variable: String
        public let slot: Int
        /// Which elements take part; all of them if nil.
        public let filter: Term?
        /// What is asked of an element, or made from it.
        public let body: Term
    }

    /// The terms directly within this one, in the order of the source.
    public var children: [Term] { kind.children }
}

extension Term.Kind {
    fileprivate var children: [Term] {
        switch self {
        case .literal, .name, .local: []
        case .select(let operand, _, _), .has(let operand, _, _), .negation(let operand), .not(let operand): [operand]
        case .index(let a, let b), .binary(_, let a, let b): [a, b]
        case .conditional(let condition, let a, let b): [condition, a, b]
        case .call(let call): (call.target.map { [$0] } ?? []) + call.arguments
        case .and(let terms), .or(let terms), .list(let terms): terms
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .comprehension(let macro): [macro.elements] + (macro.filter.map { [$0] } ?? []) + [macro.body]
        }
    }
}

/// The operators that are functions of two values.
public enum Operator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case modulo = "%"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case `in`

    /// How tightly it binds (langdef, "Syntax").
    var precedence: Int {
        switch self {
        case .multiply, .divide, .modulo: 3
        case .add, .subtract: 2
        default: 1
        }
    }
}

/// The functions that bind a name of their own (langdef, "Macros"); `has` is a term by itself.
public enum Macro: String, Sendable {
    case all, exists, filter, map
    case existsOne = "exists_one"

    /// How many terms may stand behind the name: what is asked of an element or made from it, and before that in `map`
    /// which elements take part.
    var mostTerms: Int { self == .map ? 2 : 1 }
}
