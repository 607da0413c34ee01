public import Documents

/// A function that a program adds to the language. It must be pure, and quick: its own work is not in the budget.
public struct Function: Sendable {
    public let name: String
    /// The types it is declared for; those of a member begin with what stands before the point.
    public let parameters: [ValueType]
    public let result: ValueType
    /// Called as `a.name(b)` rather than `name(a, b)`.
    public let isMember: Bool
    let body: @Sendable ([Value]) throws(FunctionFailure) -> Value

    public init(
        _ name: String, _ parameters: [ValueType], returns result: ValueType, isMember: Bool = false,
        body: @escaping @Sendable ([Value]) throws(FunctionFailure) -> Value
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.isMember = isMember
        self.body = body
    }

    var signature: Signature { Signature(parameters, result, isMember: isMember) }
}

/// Why a function gives no value.
public enum FunctionFailure: Error, Sendable, Equatable {
    /// The arguments are wrong.
    case refused(Bilingual)
    /// The arguments are right, but the answer is not known.
    case unknown(Bilingual)
}

/// The types that a function takes and gives.
struct Signature: Sendable, Equatable {
    let parameters: [ValueType]
    let result: ValueType
    let isMember: Bool

    init(_ parameters: [ValueType], _ result: ValueType, isMember: Bool = false) {
        self.parameters = parameters
        self.result = result
        self.isMember = isMember
    }

    /// Whether values can be passed; what lists and maps hold is not looked at, as for any overload (langdef, "Functions").
    func admits(_ arguments: [Value], isMember: Bool) -> Bool {
        isMember == self.isMember && parameters.count == arguments.count
            && zip(parameters, arguments).allSatisfy { $0.admits($1) }
    }

    func admits(_ arguments: [ValueType], isMember: Bool) -> Bool {
        isMember == self.isMember && parameters.count == arguments.count
            && zip(parameters, arguments).allSatisfy { $0.admits($1) }
    }
}
