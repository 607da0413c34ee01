import Agreements
import Documents

/// An agreement with everything that happened to it, in one file: what `agreements load` enters step by step.
struct SeedFile {
    /// One request that the file asks for.
    struct Step {
        enum Content {
            /// A fact, posted under the agreement.
            case fact(path: [String], JSON)
            case coverage(region: String, JSON)
        }

        /// What the step is called, such as `transition submit`.
        var title: String
        var content: Content
        /// Who takes it, where the file says so.
        var role: Role?
        /// The part of the file that makes up the body.
        var origin: Node
    }

    let ref: String
    let agreement: Node
    private(set) var steps: [Step] = []

    /// - Throws: ``DocumentError`` with every problem's line. What belongs into each body is for the server to judge.
    init(_ node: Node) throws {
        let problems = Problems()
        let map = MapReader(node, problems)
        let agreement = map.required("agreement") ?? node
        if map.has("agreement"), agreement.json["ref"]?.text == nil {
            problems.report(
                agreement.place,
                Bilingual(
                    id: "'ref' wajib diisi: tanpa itu berkas yang sama akan dimuat dua kali",
                    en: "'ref' is required: without it the same file would be loaded twice"))
        }
        self.agreement = agreement
        ref = agreement.json["ref"]?.text ?? ""
        func facts(_ list: String, _ path: String, namedBy keys: String...) -> [Step] {
            map.optionalList(list).map { SeedFile.fact($0, path, namedBy: keys) }
        }
        steps += facts("documents", "documents", namedBy: "kind")
        steps += facts("funding", "funding", namedBy: "source", "fiscal_year")
        steps += map.optionalList("revisions").compactMap {
            SeedFile.part($0, "revisions", of: "funding", namedBy: "line", problems)
        }
        steps += facts("members", "members", namedBy: "segment")
        steps += facts("member_changes", "member-changes", namedBy: "segment", "month")
        steps += facts("bills", "bills", namedBy: "month")
        steps += map.optionalList("payments").compactMap {
            SeedFile.part($0, "payments", of: "bills", namedBy: "month", problems)
        }
        steps += map.optionalList("coverage").compactMap { SeedFile.coverage($0, problems) }
        steps += facts("notes", "notes", namedBy: "kind")
        steps += map.optionalList("walk").compactMap { SeedFile.walk($0, problems) }
        map.finish()
        try problems.check()
    }

    private static func fact(_ node: Node, _ path: String, namedBy keys: [String], role: Role? = nil) -> Step {
        let title = ([path] + keys.map { node.json.cell($0) }).filter { !$0.isEmpty }.joined(separator: " ")
        return Step(title: title, content: .fact(path: [path], node.json), role: role, origin: node)
    }

    /// A fact about one funding line or bill, which the address names: `funding/apbd_ii-2026/revisions`.
    private static func part(
        _ node: Node, _ path: String, of whole: String, namedBy key: String, _ problems: Problems
    ) -> Step? {
        let map = MapReader(node, problems)
        guard let name = map.text(key), case .object(var body) = node.json else { return nil }
        body[key] = nil
        return Step(
            title: "\(path) \(name)", content: .fact(path: [whole, name, path], .object(body)), origin: node)
    }

    private static func coverage(_ node: Node, _ problems: Problems) -> Step? {
        let map = MapReader(node, problems)
        guard let region = map.text("region"), case .object(var body) = node.json else { return nil }
        body["region"] = nil
        return Step(title: "coverage \(region)", content: .coverage(region: region, .object(body)), origin: node)
    }

    /// A step of the walk: a transition, a signature or a document, and who it is by.
    private static func walk(_ node: Node, _ problems: Problems) -> Step? {
        let map = MapReader(node, problems)
        let role: Role? = map.optionalChoice("by")
        guard case .object(var body) = node.json else { return nil }
        body["by"] = nil
        if let document = map.optional("document") {
            map.finish()
            return fact(document, "documents", namedBy: ["kind"], role: role)
        }
        if let name = map.optionalText("transition") {
            _ = (map.optional("effective_on"), map.optional("reason"))
            map.finish()
            return Step(
                title: "transition \(name)", content: .fact(path: ["transitions"], .object(body)), role: role,
                origin: node)
        }
        if let party = map.optionalText("sign") {
            _ = (map.optional("signed_on"), map.optional("method"), map.optional("number"))
            map.finish()
            body["sign"] = nil
            body["party"] = .text(party)
            return Step(
                title: "sign \(party)", content: .fact(path: ["signatures"], .object(body)), role: role, origin: node)
        }
        problems.report(
            node.place,
            Bilingual(
                id: "satu langkah memuat transition, sign atau document",
                en: "a step holds transition, sign or document"))
        return nil
    }
}
