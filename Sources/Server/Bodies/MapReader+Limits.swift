import Agreements
import Calendars
import Documents
import Workflows

extension MapReader {
    /// A text that must not be empty or longer than so many characters.
    func text(_ key: String, max: Int, _ problems: Problems) -> String? {
        guard let node = required(key), let text = problems.text(node) else { return nil }
        if text.allSatisfy(\.isWhitespace) {
            problems.report(node.place, Bilingual(id: "tidak boleh kosong", en: "must not be empty"))
        } else if text.count > max {
            problems.report(
                node.place, Bilingual(id: "paling panjang \(max) huruf", en: "at most \(max) characters"))
        }
        return text
    }

    func integer(_ key: String, in range: ClosedRange<Int64>, _ problems: Problems) -> Int64? {
        guard let node = required(key), let integer = problems.integer(node) else { return nil }
        if !range.contains(integer) {
            problems.report(
                node.place,
                Bilingual(
                    id: "harus \(range.lowerBound) sampai \(range.upperBound)",
                    en: "must be \(range.lowerBound) to \(range.upperBound)"))
        }
        return integer
    }

    /// An amount in whole rupiah; the largest is a quarter of what the whole state spends in a year.
    func rupiah(_ key: String, from least: Int64 = 0, _ problems: Problems) -> Int64? {
        integer(key, in: least...1_000_000_000_000_000, problems)
    }

    /// A number of people, with room for every mistake but a hostile one.
    func heads(_ key: String, _ problems: Problems) -> Int64? { integer(key, in: 0...1_000_000_000, problems) }

    func list(_ key: String, max: Int, _ problems: Problems) -> [Node] {
        let list = list(key)
        if list.count > max, let node = optional(key) {
            problems.report(node.place, Bilingual(id: "paling banyak \(max)", en: "at most \(max)"))
        }
        return list
    }
}

extension Problems {
    func day(_ node: Node) -> Day? { parsed(node, as: .day) { Day($0) } }
    func month(_ node: Node) -> Month? { parsed(node, as: .month) { Month($0) } }

    /// A coordinator's own reference; it must fit into an address and never look like an id.
    func ref(_ node: Node) -> String? {
        let what = Bilingual(
            id: "ref: huruf, angka, titik, garis, paling panjang 80, tidak diawali agr_",
            en: "a ref: letters, digits, dots, dashes, at most 80, not beginning with agr_")
        return parsed(node, as: what) { text in
            let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
            return isPlain && (1...80).contains(text.count) && !text.hasPrefix("agr_") ? text : nil
        }
    }

    /// Values of declared fields: bare, or with `value`, `as_of` and `source`.
    func figures(_ node: Node, of workflow: Workflow?, source: String?, asOf: Day? = nil) -> [String: Figure] {
        guard case .map(let entries) = node.value else {
            _ = MapReader(node, self)
            return [:]
        }
        var figures: [String: Figure] = [:]
        for entry in entries {
            guard let workflow else { continue }
            guard let field = workflow.field(entry.key) else {
                report(
                    entry.keyPlace,
                    Bilingual(
                        id: "workflow '\(workflow.id)' tidak punya field '\(entry.key)'",
                        en: "the workflow '\(workflow.id)' has no field '\(entry.key)'"),
                    suggestion: nearest(to: entry.key, among: workflow.fields.map(\.name)))
                continue
            }
            if case .map = entry.value.value {
                let map = MapReader(entry.value, self)
                let value = map.required("value").flatMap { FieldValue($0, as: field.kind, self) }
                let figureAsOf = map.optional("as_of").flatMap { day($0) }
                let figureSource = map.optionalText("source")
                map.finish()
                if let value {
                    figures[entry.key] = Figure(value: value, asOf: figureAsOf ?? asOf, source: figureSource ?? source)
                }
            } else if let value = FieldValue(entry.value, as: field.kind, self) {
                figures[entry.key] = Figure(value: value, asOf: asOf, source: source)
            }
        }
        return figures
    }
}
