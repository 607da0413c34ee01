import Documents
import Foundation

/// The server's no: a problem document (RFC 9457), or the bare status where something else answered in its place.
struct Refusal: Error {
    var status: Int
    var problem: JSON
    /// The answer's bytes as they came.
    var body: Data
    /// What the person might do about it.
    var hint: Bilingual?
    /// Where the refused body was read from, so that each error can name its line.
    var origin: Node?

    init(status: Int, body: Data) {
        self.status = status
        self.body = body
        problem = (try? CanonicalJSON.decode(JSON.self, from: body)) ?? .null
    }

    func text(_ language: Language) -> String {
        var lines = [problem["title"]?.text ?? "HTTP \(status)"]
        if let detail = problem["detail"]?.text, detail != lines[0] { lines.append(detail) }
        for error in problem["errors"]?.list ?? [] {
            let pointer = error["pointer"]?.text ?? ""
            let place = origin?.descendant(at: pointer)?.place
            let spot = place?.file == nil ? pointer : place?.description ?? pointer
            lines.append("  \(spot.isEmpty ? "/" : spot): \(error["detail"]?.text ?? "")")
        }
        lines += requirementLines(problem["requirements"]?.list ?? [], indent: "  ", language)
        if let hint { lines.append(hint.text(language)) }
        return lines.joined(separator: "\n")
    }
}

/// One line for each requirement that stands in the way: ✗ not met, ? cannot be judged yet. Those that are met are only
/// counted, since their sentence says what is missing.
func requirementLines(
    _ requirements: [JSON], indent: String, _ language: Language, showsIDs: Bool = false
) -> [String] {
    let open = requirements.filter { $0["met"]?.bool != true }
    let met = requirements.count - open.count
    var lines = open.map { requirement in
        let waiver = requirement["waiver"]
        let mark = waiver != nil ? "✓" : requirement["met"]?.bool == false ? "✗" : "?"
        var line = "\(indent)\(mark) \(requirement.spoken("say", language) ?? "")"
        if let reason = requirement.spoken("reason", language) { line += " — \(reason)" }
        if let owner = requirement["owner"]?.text { line += " (\(owner))" }
        if showsIDs, let id = requirement["id"]?.text { line += " [\(id)]" }
        if let waiver {
            let by = waiver["by"]?.cell("name") ?? ""
            line +=
                Bilingual(id: "; dikesampingkan oleh", en: "; waived by").text(language)
                + " \(by): \(waiver.cell("reason"))"
        } else if showsIDs, let roles = requirement["waivable_by"]?.cell(language) {
            line += Bilingual(id: "; dapat dikesampingkan oleh", en: "; may be waived by").text(language) + " \(roles)"
        }
        return line
    }
    if met > 0 {
        lines.append(
            indent + Bilingual(id: "✓ \(met) syarat terpenuhi", en: "✓ \(met) met").text(language))
    }
    return lines
}

extension Node {
    /// The node that a JSON Pointer leads to, or the last one on the way there.
    func descendant(at pointer: String) -> Node? {
        var node = self
        for step in pointer.split(separator: "/") {
            let name = step.replacing("~1", with: "/").replacing("~0", with: "~")
            switch node.value {
            case .map(let entries):
                guard let entry = entries.last(where: { $0.key == name }) else { return node }
                node = entry.value
            case .list(let list):
                guard let index = Int(name), list.indices.contains(index) else { return node }
                node = list[index]
            default: return node
            }
        }
        return node
    }
}
