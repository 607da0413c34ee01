public import Agreements
import Calendars
public import Documents

extension FieldValue {
    /// Whatever is computed from fields stays exact within these: a thousand trillion covers any budget in rupiah.
    private static let integers: ClosedRange<Int64> = -1_000_000_000_000_000...1_000_000_000_000_000
    private static let decimalMax = 1e9
    private static let tooLarge = Bilingual(id: "bilangannya terlalu besar", en: "the number is too large")

    /// Reads a field's value as its declared kind, or reports what is wrong with it.
    public init?(_ node: Node, as kind: Workflow.Field.Kind, _ problems: Problems) {
        switch kind {
        case .text:
            guard let text = problems.text(node) else { return nil }
            self = .text(text)
        case .integer, .rupiah:
            guard let integer = problems.integer(node) else { return nil }
            guard FieldValue.integers.contains(integer) else {
                problems.report(node.place, FieldValue.tooLarge)
                return nil
            }
            self = .integer(integer)
        case .decimal:
            guard let number = problems.number(node) else { return nil }
            guard abs(number) <= FieldValue.decimalMax else {
                problems.report(node.place, FieldValue.tooLarge)
                return nil
            }
            self.init(number)
        case .boolean:
            guard let bool = problems.bool(node) else { return nil }
            self = .bool(bool)
        case .date:
            let what = Bilingual(id: "tanggal seperti \"2026-12-31\"", en: "a date such as \"2026-12-31\"")
            guard let day = problems.parsed(node, as: what, { Day($0) }) else { return nil }
            self = .text(day.description)
        }
    }
}
