import Expressions

extension Guard {
    /// Whether it says the same of all records.
    var isConstant: Bool { expression.root.constantValue != nil }

    /// Whether values around each number and each text in it show all that it can say: it compares single fields with
    /// constants, or dates with today, and does nothing else. Of what counts, joins or measures, some records prove nothing.
    var isProvable: Bool {
        let dates = ["valid_from", "valid_until", "due_on"].map { ($0, Workflow.Field.Kind.date) }
        let others: [(String, Workflow.Field.Kind)] = [("successor", .text), ("budget_ready", .boolean)]
        return expression.root.isProvable(kinds.merging(dates + others) { $1 })
    }
}

extension Term {
    fileprivate func isProvable(_ kinds: [String: Workflow.Field.Kind]) -> Bool {
        switch kind {
        case .literal, .name: kinds[plainName] == .boolean || isLiteral
        case .not(let term): term.isProvable(kinds)
        case .and(let terms), .or(let terms): terms.allSatisfy { $0.isProvable(kinds) }
        case .conditional(let condition, let yes, let no):
            [condition, yes, no].allSatisfy { $0.isProvable(kinds) }
        case .binary(let comparison, let one, let other):
            one.compares(with: other, comparison, kinds) || other.compares(with: one, comparison, kinds)
        default: false
        }
    }

    /// Whether this is a name, and the other what it may be compared with so that trying shows all.
    private func compares(
        with other: Term, _ comparison: Operator, _ kinds: [String: Workflow.Field.Kind]
    ) -> Bool {
        switch (kinds[plainName], comparison) {
        case (_, .add), (_, .subtract), (_, .multiply), (_, .divide), (_, .modulo), (nil, _): false
        case (.date, .in): false
        case (.date, _): other.plainName == "today"
        case (_, .in): if case .list(let items) = other.kind { items.allSatisfy(\.isLiteral) } else { false }
        // Which texts come before another is not tried.
        case (.text, .less), (.text, .lessOrEqual), (.text, .greater), (.text, .greaterOrEqual): false
        default: other.isLiteral
        }
    }

    private var plainName: String { if case .name(let name) = kind { name.text } else { "" } }
    private var isLiteral: Bool { if case .literal = kind { true } else { false } }
}
