public import Documents

/// What the names in an expression stand for while it is evaluated.
public struct Environment: Sendable {
    /// The namespace in which names are looked for first, such as `com.example` (langdef, "Name Resolution").
    public var container: String
    /// Functions besides the standard ones.
    public var functions: [Function]
    /// nil for a name that is not declared; a dotted name is asked for whole before its parts are.
    public var variables: @Sendable (String) -> Binding?

    /// - Parameter variables: see ``variables``; it is asked each time a name is met.
    public init(
        container: String = "", functions: [Function] = [],
        variables: @escaping @Sendable (String) -> Binding? = { _ in nil }
    ) {
        self.container = container
        self.functions = functions
        self.variables = variables
    }

    /// Names with values, and none that is unknown.
    public init(_ values: [String: Value], container: String = "", functions: [Function] = []) {
        self.init(container: container, functions: functions) { values[$0].map(Binding.value) }
    }

    func binding(of name: Term.Name) -> Binding? {
        if container.isEmpty || name.isAbsolute {
            return variables(name.text) ?? name.type.map { .value(.type($0)) }
        }
        for candidate in names(for: name.text, in: container) {
            if let binding = variables(candidate) { return binding }
            if let type = Value.Kind(rawValue: candidate) { return .value(.type(type)) }
        }
        return nil
    }
}

/// What a declared name stands for.
public enum Binding: Sendable, Equatable {
    case value(Value)
    /// The name is declared, but its value is missing, for this reason.
    case unknown(Bilingual)

    static let noReason = Bilingual(id: "belum ada nilainya", en: "it has no value")
}

/// A name within a container: `n` in `a.b` is `a.b.n`, `a.n` or `n`, in this order (langdef, "Name Resolution").
func names(for name: String, in container: String) -> [String] {
    guard !container.isEmpty else { return [name] }
    let parts = container.split(separator: ".")
    return (0...parts.count).reversed().map { count in
        (parts.prefix(count) + [Substring(name)]).joined(separator: ".")
    }
}
