public import Agreements
import Calendars
public import Documents

extension FieldValue {
    /// Reads a field's value as its declared kind, or reports what is wrong with it.
    public init?(_ node: Node, as kind: Workflow.Field.Kind, _ problems: Problems) {
        switch kind {
        case .text:
            guard let text = problems.text(node) else { return nil }
            self = .text(text)
        case .integer, .rupiah:
            guard let integer = problems.integer(node) else { return nil }
            self = .integer(integer)
        case .decimal:
            guard let number = problems.number(node) else { return nil }
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
