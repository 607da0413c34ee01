import Agreements
import ArgumentParser
import Documents
import Webhooks

struct WebhookCatalogue: Errand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Say what events there are, and what each of them holds; needs no server.",
        discussion: """
            With a TYPE its fields, which of them are always there (✓; inside a list, in each item), and an example. With --json the whole catalogue as an \
            AsyncAPI 3.0 document, or the JSON Schema of one type:

              pksctl webhooks catalogue
              pksctl webhooks catalogue signature.recorded
              pksctl webhooks catalogue signature.recorded --json > signature.recorded.schema.json
            """)

    @Argument(help: "A type of event, such as signature.recorded.") var type: String?
    @OptionGroup var speech: SpeechOptions

    func run(in surroundings: Surroundings) async throws {
        let output = speech.output(surroundings)
        guard let type else {
            if output.wantsJSON { output.json(try EventCatalogue.asyncAPI()) } else { output.page(overview(output)) }
            return
        }
        let known: EventType
        do { known = try EventType(named: type) } catch { throw Failure.usage(error.message) }
        let schema = try EventCatalogue.schema(of: known)
        if output.wantsJSON { output.json(schema) } else { output.page(try page(of: known, schema, output)) }
    }

    private func overview(_ output: Output) -> String {
        var table = TextTable([
            .init(title: output.word("JENIS", "TYPE")), .init(title: output.word("ARTI", "MEANING"), widthMax: 100),
        ])
        for type in EventType.allCases { table.append([type.rawValue, type.meaning.text(output.language)]) }
        return table.text()
    }

    private func page(of type: EventType, _ schema: JSON, _ output: Output) throws -> String {
        var table = TextTable([
            .init(title: output.word("ISIAN", "FIELD"), widthMax: 60),
            .init(title: output.word("SELALU", "ALWAYS")), .init(title: output.word("JENIS", "TYPE"), widthMax: 80),
        ])
        for field in fields(of: schema) { table.append([field.name, field.isCertain ? "✓" : "", field.type]) }
        let example = String(decoding: try CanonicalJSON.indented(try EventCatalogue.example(of: type)), as: UTF8.self)
        return """
            \(type.rawValue)
            \(type.meaning.text(output.language))

            \(table.text(indent: "  "))

            \(output.word("Contoh:", "Example:"))
            \(example)
            """
    }
}

/// A place in a document and what stands there: `data.parties[].side`, `data.fields.*[].value`.
private struct Field {
    var name: String
    var isCertain: Bool
    var type: String
}

private func fields(of schema: JSON, at place: String = "", isCertain: Bool = true) -> [Field] {
    if let members = schema["properties"]?.object {
        let certain = schema["required"]?.list ?? []
        return members.sorted { $0.key < $1.key }.flatMap { name, member in
            fields(
                of: member, at: place.isEmpty ? name : "\(place).\(name)",
                isCertain: isCertain && certain.contains(.text(name)))
        }
    }
    let (mark, inner) = schema["items"].map { ("[]", $0) } ?? (".*", schema["additionalProperties"] ?? .null)
    if inner != .null {
        // What is always in an item is so in each there is.
        return fields(of: inner, at: place + mark, isCertain: isCertain || inner["properties"] != nil)
    }
    return [Field(name: place, isCertain: isCertain, type: typeName(schema))]
}

private func typeName(_ schema: JSON) -> String {
    if let constant = schema["const"]?.text { return "\"\(constant)\"" }
    if let choices = schema["enum"]?.list { return choices.compactMap(\.text).joined(separator: " | ") }
    let types = (schema["type"]?.list ?? [schema["type"] ?? "any"]).compactMap(\.text).joined(separator: " | ")
    guard let narrower = schema["format"]?.text ?? schema["pattern"]?.text else { return types }
    return "\(types) (\(narrower))"
}
