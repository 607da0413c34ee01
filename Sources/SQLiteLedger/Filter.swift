import GRDB

/// Conditions joined by AND, with their arguments; a condition without a value is left out.
struct Filter {
    private var conditions: [String] = []
    private(set) var arguments = StatementArguments()

    var clause: String { conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ") }

    mutating func add<Value: DatabaseValueConvertible>(_ condition: String, _ values: Value?...) {
        let present = values.compactMap { $0 }
        guard present.count == values.count else { return }
        conditions.append(condition)
        arguments += StatementArguments(present)
    }

    /// A condition that an index was made for, and so says what it asks in full.
    mutating func add(_ condition: String) { conditions.append(condition) }

    /// One of these values; no values mean any.
    mutating func add(_ column: String, in values: [String]) {
        guard !values.isEmpty else { return }
        conditions.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
        arguments += StatementArguments(values)
    }

    /// One of these regions or anything inside them.
    mutating func add(within regions: [String], in column: String = "region") {
        guard !regions.isEmpty, !regions.contains("00") else { return }
        // As a range, which an index serves: the character after the dot ends what is inside.
        conditions.append(
            "(" + regions.map { _ in "\(column) = ? OR (\(column) > ? AND \(column) < ?)" }.joined(separator: " OR ")
                + ")")
        for region in regions { arguments += [region, region + ".", region + "/"] }
    }
}
