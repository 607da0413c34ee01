import Agreements
import Calendars
import Documents
import Expressions

extension WorkflowReader {
    /// What a requirement can ask; each holds exactly one.
    static let checks = [
        "has", "document", "any_signed", "all_signed", "numbered", "signatories_named", "authority", "field", "funding",
        "members", "older_than", "reached", "passed", "bills", "cel", "any",
    ]
    private static let around = ["id", "say", "owner", "waivable_by"]

    func readRequirement(_ node: Node, owner: Role) -> Requirement? {
        let map = MapReader(node, problems)
        let owner = map.optionalChoice("owner") ?? owner
        let id = map.optional("id").flatMap(readID)
        let say = map.optional("say").map { bilingual($0) }
        let waivableBy: [Role] = choices(map.optional("waivable_by"))
        let named = WorkflowReader.checks.filter { map.has($0) }
        guard named.count == 1, let name = named.first, let value = map.required(name) else {
            if case .map(let entries) = node.value {
                let unknown = entries.first {
                    !WorkflowReader.checks.contains($0.key) && !WorkflowReader.around.contains($0.key)
                }
                problems.report(
                    unknown?.keyPlace ?? node.place,
                    Bilingual(
                        id: "satu syarat memuat tepat satu dari: \(WorkflowReader.checks.joined(separator: ", "))",
                        en: "a requirement holds exactly one of: \(WorkflowReader.checks.joined(separator: ", "))"),
                    suggestion: unknown.flatMap { nearest(to: $0.key, among: WorkflowReader.checks) })
            }
            return nil
        }
        let check = readCheck(name, value, map, owner: owner)
        map.finish()
        return check.map {
            Requirement(
                id: id, check: $0, say: say ?? $0.generalSentence, owner: owner, waivableBy: waivableBy)
        }
    }

    /// Gives requirements that ask different things under one id a number each. The same one in several transitions keeps
    /// its id, so that waiving it once is enough.
    func number(_ transitions: [Workflow.Transition]) -> [Workflow.Transition] {
        var seen: [String: [Requirement]] = [:]
        func isSame(_ a: Requirement, _ b: Requirement) -> Bool { a.check == b.check && a.waivableBy == b.waivableBy }
        return transitions.map { transition in
            var transition = transition
            for index in transition.requirements.indices {
                let requirement = transition.requirements[index]
                let others = seen[requirement.id, default: []]
                let number = others.firstIndex { isSame($0, requirement) } ?? others.count
                if number == others.count { seen[requirement.id, default: []].append(requirement) }
                if number > 0 { transition.requirements[index].id += "-\(number + 1)" }
            }
            return transition
        }
    }

    private func readID(_ node: Node) -> String? {
        let what = Bilingual(
            id: "nama dari huruf kecil, angka, '-', '_' dan ':', paling panjang 60",
            en: "a name of small letters, digits, '-', '_' and ':', 60 at most")
        return problems.parsed(node, as: what) { text in
            (1...60).contains(text.utf8.count) && text.utf8.allSatisfy(isIDByte) ? text : nil
        }
    }

    private func readCheck(_ name: String, _ value: Node, _ map: MapReader, owner: Role) -> Requirement.Check? {
        func flag(_ check: Requirement.Check) -> Requirement.Check? {
            if problems.bool(value) == false {
                problems.report(
                    value.place, Bilingual(id: "hanya true yang berarti di sini", en: "only true has a meaning here"))
            }
            return check
        }
        func word(_ wanted: String, _ check: Requirement.Check) -> Requirement.Check? {
            if problems.text(value) != wanted {
                problems.report(value.place, Bilingual(id: "harus '\(wanted)'", en: "must be '\(wanted)'"))
            }
            return check
        }
        switch name {
        case "has":
            return known(value, among: fields.map(\.name) + ["valid_from", "valid_until", "parent"]).map { .has($0) }
        case "document": return problems.text(value).map { .document($0) }
        case "any_signed": return flag(.anySigned)
        case "all_signed": return flag(.allSigned)
        case "numbered": return flag(.numbered)
        case "signatories_named": return flag(.signatoriesNamed)
        case "authority": return flag(.authority)
        case "field": return readComparison(value, map)
        case "funding":
            let covers = map.optional("covers").map { known($0, among: ["members"]) != nil } ?? false
            return problems.choice(value, FundingStage.self).map { .funding($0, coversMembers: covers) }
        case "members": return word("recorded", .membersRecorded)
        case "older_than": return span(value).map { .olderThan($0) }
        case "reached": return dateName(value).map { .reached($0) }
        case "passed": return dateName(value).map { .passed($0) }
        case "bills": return word("settled", .billsSettled)
        case "cel":
            // Nobody who is refused should have to read an expression.
            if !map.has("say") { _ = map.required("say") }
            return readGuard(value).map { .expression($0) }
        default:
            let alternatives = items(value).compactMap { readRequirement($0, owner: owner) }
            if value.value == .list([]) {
                problems.report(
                    value.place,
                    Bilingual(id: "perlu sedikitnya satu pilihan", en: "needs at least one alternative"))
            }
            return .any(alternatives)
        }
    }

    func readGuard(_ node: Node, for purpose: Guard.Purpose = .requirement) -> Guard? {
        guard let source = problems.text(node) else { return nil }
        do {
            return try Guard(source, for: purpose, fields: fields, attached: attached)
        } catch {
            problems.report(place(ofByte: error.range.lowerBound, of: source, at: node.place), error.message)
            return nil
        }
    }

    /// Where a character of a text stands in the file. Of a file that is wrong throughout, only the first are looked for.
    private func place(ofByte offset: Int, of source: String, at start: Place) -> Place {
        guard start.line != nil, problems.all.count < 100 else { return start }
        var place = start
        let position = WrittenText(from: start, in: text).position(ofByte: offset, in: source)
        (place.line, place.column) = (position.line, position.column)
        return place
    }

    private func readComparison(_ value: Node, _ map: MapReader) -> Requirement.Check? {
        let name = known(value, among: fields.map(\.name))
        let given = ["at_least", "at_most", "equals"].filter { map.has($0) }
        guard given.count == 1, let comparison = given.first, let limit = map.required(comparison) else {
            problems.report(
                map.node.place,
                given.count > 1
                    ? Bilingual(
                        id:
                            "\(given.joined(separator: " dan ")) dalam satu syarat: tulis satu syarat untuk masing-masing",
                        en: "\(given.joined(separator: " and ")) in one requirement: write one requirement for each")
                    : Bilingual(
                        id: "field butuh at_least, at_most atau equals",
                        en: "field needs at_least, at_most or equals"))
            return nil
        }
        guard let name, let kind = fields.first(where: { $0.name == name })?.kind else { return nil }
        if comparison == "equals" {
            return FieldValue(limit, as: kind, problems).map { .field(name, .equals($0)) }
        }
        guard [.integer, .decimal, .rupiah].contains(kind) else {
            problems.report(
                limit.place,
                Bilingual(
                    id: "'\(name)' bukan bilangan; hanya equals yang berarti",
                    en: "'\(name)' is no number; only equals has a meaning"))
            return nil
        }
        return problems.number(limit).map { .field(name, comparison == "at_least" ? .atLeast($0) : .atMost($0)) }
    }
}

/// An id stands in queries and in the ledger's index, between separators.
private func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: ":"):
        true
    default: false
    }
}

extension Requirement.Check {
    /// The id of a requirement whose file gives none; made of what it asks.
    var usualID: String {
        let id =
            switch self {
            case .has(let name): "has:\(name)"
            case .document(let kind): "document:\(kind)"
            case .anySigned: "any_signed"
            case .allSigned: "all_signed"
            case .numbered: "numbered"
            case .signatoriesNamed: "signatories_named"
            case .authority: "authority"
            case .field(let name, _): "field:\(name)"
            case .funding(let stage, let coversMembers): "funding:\(stage.rawValue)\(coversMembers ? "-covers" : "")"
            case .membersRecorded: "members"
            case .olderThan: "older_than"
            case .reached(let name): "reached:\(name)"
            case .passed(let name): "passed:\(name)"
            case .billsSettled: "bills"
            case .expression(let expression): "cel:" + expression.names.joined(separator: "-")
            case .any(let requirements): requirements.first?.id ?? "any"
            }
        return String(decoding: id.lowercased().utf8.filter(isIDByte).prefix(60), as: UTF8.self)
    }
}
